"""What of a text stands in other texts: word for word or nearly, by one author or by many.

Texts are compared word by word, as `wording.words_of` gives them: capitals and punctuation do not count.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from privlessons.records import PlainError
from privlessons.suffixes import Longest, Suffixes, longest_matches, sort_suffixes
from privlessons.wording import words_of

SHORTEST = 6
"""Words in a row from which on a match is told."""
SEED, GAP, MOST_PLACES = 4, 3, 50
"""A near copy: runs of at least SEED words, at most GAP words changed between two. Runs that stand in more
than MOST_PLACES places are left out there, since they are everybody's. Exact copies are always found."""
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
    ``text[at:at_end]``. ``documents`` and ``authors`` count those that hold it; each document without an
    author counts as one of its own.
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

    documents = tuple(d if isinstance(d, Document) else Document(d) for d in corpus)
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

    if shortest < 1:
        raise PlainError("A passage needs at least one word.")
    found = list(words_of(text))
    unknown = len(index.vocabulary) + len(index.documents) + 1
    longest = longest_matches([index.vocabulary.get(w, unknown) for w, _, _ in found], index.suffixes)
    length = longest.length
    # Where the word before belongs to the same match, the match does not start here.
    starts_here = np.ones(len(length), dtype=bool)
    starts_here[1:] = length[:-1] != length[1:] + 1
    least = min(SEED, shortest) if near else shortest
    seeds = np.flatnonzero(starts_here & (length >= least)).tolist()
    holders = _Holders(index, longest)
    passages = [_exact(i, found, index, longest, holders) for i in seeds if length[i] >= shortest]
    if near:
        passages += _near(seeds, found, index, longest, shortest)
    return _outermost(passages)


class _Holders:
    """Counts who holds a match; many matches share their places, so each set of places is counted once."""

    def __init__(self, index: Index, longest: Longest):
        self.index, self.longest, self.known = index, longest, {}

    def of(self, i: int) -> tuple[int, int, int]:
        """Return (first place, documents, authors) of the match at word ``i``."""
        import numpy as np

        span = int(self.longest.low[i]), int(self.longest.high[i])
        if span not in self.known:
            places = self.index.suffixes.order[slice(*span)]
            which = np.unique(np.searchsorted(self.index.firsts, places, "right") - 1)
            authors = {self.index.documents[d].author or d for d in which.tolist()}
            self.known[span] = int(places.min()), len(which), len(authors)
        return self.known[span]


def _exact(i: int, found, index: Index, longest: Longest, holders: _Holders) -> Passage:
    words = int(longest.length[i])
    place, documents, authors = holders.of(i)
    return _passage(found, index, (i, i + words), (place, place + words), words, documents, authors)


def _passage(found, index: Index, here, there, same: int, documents: int, authors: int) -> Passage:
    """Put a passage together: words ``here`` of the text are the words ``there`` of the corpus."""
    document = int(index.firsts.searchsorted(there[0], "right")) - 1
    words = here[1] - here[0]
    return Passage(
        start=found[here[0]][1],
        end=found[here[1] - 1][2],
        kind="exact" if same == words == there[1] - there[0] else "near",
        words=words,
        same=same,
        document=document,
        at=int(index.starts[there[0]]),
        at_end=int(index.ends[there[1] - 1]),
        documents=documents,
        authors=authors,
    )


def _near(seeds: Sequence[int], found, index: Index, longest: Longest, shortest: int) -> list[Passage]:
    """Join runs of one document that follow each other with few changed words between them."""
    done, growing = [], {}  # document -> chains [start, end, there, there_end, same, runs]
    for i in seeds:
        low, high = int(longest.low[i]), int(longest.high[i])
        if high - low > MOST_PLACES:
            continue
        words = int(longest.length[i])
        for place in sorted(index.suffixes.order[low:high].tolist()):
            document = int(index.firsts.searchsorted(place, "right")) - 1
            chains = [c for c in growing.get(document, ()) if i - c[1] <= GAP]
            best = max((c for c in chains if _follows(c, i, place)), key=lambda c: c[4], default=None)
            if best is None:
                chains.append([i, i + words, place, place + words, words, 1])
                done.append(chains[-1])
            else:
                overlap = max(0, best[1] - i, best[3] - place)
                best[1], best[3] = i + words, place + words
                best[4] += words - overlap
                best[5] += 1
            growing[document] = chains[-MOST_PLACES:]
    return [
        _passage(found, index, (c[0], c[1]), (c[2], c[3]), c[4], *_close(c, done, index))
        for c in done
        if c[5] > 1 and c[4] >= shortest
    ]


def _follows(chain, i: int, place: int) -> bool:
    return -SEED < i - chain[1] <= GAP and -SEED < place - chain[3] <= GAP


def _close(chain, chains, index: Index) -> tuple[int, int]:
    """Return how many (documents, authors) hold nearly the same: chains over four fifths of its words."""
    least = 0.8 * (chain[1] - chain[0])
    which = {
        int(index.firsts.searchsorted(c[2], "right")) - 1
        for c in chains
        if min(c[1], chain[1]) - max(c[0], chain[0]) >= least
    }
    return len(which), len({index.documents[d].author or d for d in which})


def _outermost(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """Leave out passages that lie inside another one."""
    kept, reach = [], -1
    for p in sorted(passages, key=lambda p: (p.start, -p.end, p.kind, p.document, p.at)):
        if p.end > reach:
            kept.append(p)
            reach = p.end
    return tuple(kept)
