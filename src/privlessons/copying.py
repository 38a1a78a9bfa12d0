"""What of a text stands in other texts: word for word or nearly, by one author or by many.

Texts are compared word by word, as `wording.words_of` gives them: capitals and punctuation do not count.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, replace

from privlessons.chains import SEED, Chains
from privlessons.chains import Holders as NearHolders
from privlessons.records import PlainError
from privlessons.suffixes import Longest, Suffixes, longest_matches, sort_suffixes
from privlessons.wording import words_of

SHORTEST = 6
"""Words in a row from which on a match is told."""
MANY = 3
"""Authors from whom on a passage counts as a common phrase."""


@dataclass(frozen=True, slots=True)
class Document:
    """One text of a corpus; ``author`` is who wrote it, "" for nobody known."""

    text: str
    name: str = ""
    author: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch ``text[start:end]`` that stands, or nearly stands, in a document of the corpus.

    ``kind`` is "exact" or "near"; ``words`` is its length in words, ``same`` how many of them are the same
    and in the same order. ``document`` is the number of the (first) document, where it is
    ``text[at:at_end]``. ``documents`` and ``authors`` count those that hold all of an exact passage, or
    nearly all of a near one; each document without an author counts as one of its own.
    """

    start: int
    end: int
    kind: str
    words: int
    same: int
    document: int
    at: int
    at_end: int
    documents: int
    authors: int

    @property
    def common(self) -> bool:
        """Whether so many authors have it that it is nobody's in particular."""
        return self.authors >= MANY


@dataclass(frozen=True)
class Index:
    """A corpus made ready, once, for any number of searches."""

    documents: tuple[Document, ...]
    vocabulary: dict[str, int]
    suffixes: Suffixes
    firsts: object  # of each document the place of its first word; one more place ends each
    starts: object  # of each place the word's first character in its document
    ends: object


def make_index(corpus: Iterable[Document | str]) -> Index:
    """Make a corpus ready. Each item is a text, or a `Document` with a name and an author."""
    import numpy as np

    documents = tuple(
        d if isinstance(d, Document) else Document(d)
        for d in ([corpus] if isinstance(corpus, str | Document) else corpus)
    )
    if any(not isinstance(d.text, str) for d in documents):
        raise PlainError("Every document of a corpus must be text. Open files as text first.")
    vocabulary: dict[str, int] = {}
    words, starts, ends, firsts = array("q"), array("q"), array("q"), []
    for number, document in enumerate(documents):
        firsts.append(len(words))
        for word, start, end in words_of(document.text):
            words.append(vocabulary.setdefault(word, len(vocabulary)))
            starts.append(start)
            ends.append(end)
        words.append(-1 - number)  # ends the document
        starts.append(len(document.text))
        ends.append(len(document.text))
    numbers = np.array(words, dtype=np.int64)
    numbers = np.where(numbers < 0, len(vocabulary) - 1 - numbers, numbers)
    return Index(
        documents,
        vocabulary,
        sort_suffixes(numbers),
        np.array(firsts, dtype=np.int64),
        np.array(starts, dtype=np.int64),
        np.array(ends, dtype=np.int64),
    )


def find_copied(text: str, index: Index, shortest: int = SHORTEST, near: bool = True) -> tuple[Passage, ...]:
    """Return the passages of a text that stand in the corpus, in order; none lies inside another.

    Every run of ``shortest`` or more words that stands word for word in the corpus is covered. With ``near``,
    runs that lie in the same order and close together in one document are joined over changed words.
    """
    import numpy as np

    if not isinstance(text, str):
        raise PlainError("Only text can be searched for copies. Open the file as text first.")
    if not isinstance(index, Index):
        raise PlainError("find_copied needs an index of the other texts: make one with make_index(texts).")
    if shortest < 1:
        raise PlainError("A passage needs at least one word.")
    words = list(words_of(text))
    unknown = len(index.vocabulary) + len(index.documents) + 1
    numbers = [index.vocabulary.get(w, unknown) for w, _, _ in words]
    longest = longest_matches(numbers, index.suffixes)
    length = longest.length
    # Where the word before belongs to the same match, the match does not start here.
    starts_here = np.ones(len(length), dtype=bool)
    starts_here[1:] = length[:-1] != length[1:] + 1
    holders = _Holders(index, longest)
    found = [holders.exact(i, words) for i in np.flatnonzero(starts_here & (length >= shortest)).tolist()]
    if not near:
        return _outermost(found)
    seeds = np.flatnonzero(starts_here & (length >= SEED)).tolist()
    chains = Chains(seeds, longest, index.suffixes, index.firsts)
    found += [_passage(words, index, c.here, c.there, c.same) for c in chains.joined(shortest)]
    # Who holds a near copy is counted for the few that are left, since there can be very many.
    near_holders = NearHolders(numbers, longest, index.suffixes, index.firsts)
    number = {start: n for n, (_, start, _) in enumerate(words)}
    counted = []
    for p in _outermost(found):
        if not p.documents:
            which = near_holders.of(number[p.start], number[p.start] + p.words)
            documents, authors = _counts(index, which)
            p = replace(p, documents=documents, authors=authors)  # noqa: PLW2901
        counted.append(p)
    return tuple(counted)


def _counts(index: Index, which: Iterable[int]) -> tuple[int, int]:
    """Return how many documents these are, and of how many authors."""
    which = list(which)
    return len(which), len({index.documents[d].author or d for d in which})


class _Holders:
    """Exact passages and who holds them; many share their places, so each set of places is counted once."""

    def __init__(self, index: Index, longest: Longest):
        self.index, self.longest, self.known = index, longest, {}

    def exact(self, i: int, words) -> Passage:
        """Return the passage of the longest match at word ``i``."""
        import numpy as np

        length = int(self.longest.length[i])
        span = int(self.longest.low[i]), int(self.longest.high[i])
        if span not in self.known:
            places = self.index.suffixes.order[slice(*span)]
            which = np.unique(np.searchsorted(self.index.firsts, places, "right") - 1)
            self.known[span] = int(places.min()), _counts(self.index, which.tolist())
        place, counts = self.known[span]
        return _passage(words, self.index, (i, i + length), (place, place + length), length, counts)


def _passage(words, index: Index, here, there, same: int, counts=(0, 0)) -> Passage:
    """Put a passage together: words ``here`` of the text are the words ``there`` of the corpus."""
    count = here[1] - here[0]
    return Passage(
        start=words[here[0]][1],
        end=words[here[1] - 1][2],
        kind="exact" if same == count == there[1] - there[0] else "near",
        words=count,
        same=same,
        document=int(index.firsts.searchsorted(there[0], "right")) - 1,
        at=int(index.starts[there[0]]),
        at_end=int(index.ends[there[1] - 1]),
        documents=counts[0],
        authors=counts[1],
    )


def _outermost(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """Leave out passages that lie inside another one."""
    kept, reach = [], -1
    for p in sorted(passages, key=lambda p: (p.start, -p.end, p.kind, p.document, p.at)):
        if p.end > reach:
            kept.append(p)
            reach = p.end
    return tuple(kept)
