"""Personal data by shape: a table of (kind, regular expression, score), pure and without a language model.

Each :class:`Row` carries an example with the words to find between ‹ and ›, and near misses in which it must
stay silent; the tests read them from here. Rows live in modules by idea (numbers, places, people, life) and
are gathered by :func:`rows`. Every expression is bounded, so that time grows with the length of the text only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from privlessons.records import Finding

_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table.

    ``looks_for`` says in plain words what it finds. The group ``x`` is what is found, else the whole match.
    ``needs`` is a cheap test made first: "digit", a character, or words of which one must occur in the text.
    ``check`` gets the match and says whether to believe it (a checksum, a word that is no name, ...).
    ``keep`` gets the words found and says how many characters of them to keep.
    """

    kind: str
    looks_for: str
    regex: re.Pattern
    score: float
    example: str
    near_misses: tuple[str, ...] = ()
    needs: str | frozenset[str] | None = None
    check: Callable[[re.Match], bool] | None = None
    keep: Callable[[str], int] | None = None

    def find(self, text: str):
        """Yield a finding for each believed match in ``text``."""
        group = "x" if "x" in self.regex.groupindex else 0
        for match in self.regex.finditer(text):
            found = match[group] or ""
            if found.strip() and (self.check is None or self.check(match)):
                kept = found if self.keep is None else found[: self.keep(found)]
                end = match.start(group) + len(kept.rstrip(" \t\n,;:"))
                yield Finding(self.kind, match.start(group), end, self.score)


def row(
    kind,
    looks_for,
    regex,
    score,
    example,
    *near_misses,
    needs=None,
    check=None,
    keep=None,
    flags=re.IGNORECASE,
):
    """Make a row. ``needs`` may be a string of words; ``regex`` is compiled with ``flags``."""
    if needs is not None and needs != "digit" and len(needs) > 1:
        needs = frozenset(needs.split())
    return Row(kind, looks_for, re.compile(regex, flags), score, example, near_misses, needs, check, keep)


@cache
def rows() -> tuple[Row, ...]:
    """Return the whole table, in a fixed order."""
    from privlessons import patterns_life, patterns_numbers, patterns_people, patterns_places

    return (*patterns_numbers.ROWS, *patterns_places.ROWS, *patterns_people.ROWS, *patterns_life.ROWS)


@cache
def _phrases() -> dict[str, list]:
    """Return the word lists by first word: (the words, kind, score, capital letter needed)."""
    from privlessons import word_lists

    table = {}
    for phrase, kind, score, capital in word_lists.entries():
        words = tuple(_WORD.findall(phrase))
        table.setdefault(words[0], []).append((words, kind, score, capital))
    for options in table.values():
        options.sort(key=lambda option: -len(option[0]))
    return table


def find_words(text: str, words: list[re.Match], lower: list[str]):
    """Yield findings of the word lists; ``words`` are the words of ``text`` and ``lower`` the same in lower case."""
    table = _phrases()
    for i, word in enumerate(lower):
        for phrase, kind, score, capital in table.get(word, ()):
            n = len(phrase)
            if n > 1 and (
                tuple(lower[i : i + n]) != phrase
                or words[i + n - 1].end() - words[i].start() > len(phrase) - 1 + sum(map(len, phrase))
            ):
                continue
            start, end = words[i].start(), words[i + n - 1].end()
            if capital and not (text[start].isupper() and not text[start:end].isupper()):
                continue
            yield Finding(kind, start, end, score)
            break


def find_patterns(text: str, kinds: Iterable[str] | None = None) -> list[Finding]:
    """Return what the table finds in ``text``: sorted, possibly overlapping; only ``kinds``, if given."""
    words = list(_WORD.finditer(text))
    lower = [match[0].lower() for match in words]
    there = set(lower)
    digits = bool(_DIGIT.search(text))
    wanted = None if kinds is None else set(kinds)
    found = set()
    for line in rows():
        if wanted is not None and line.kind not in wanted:
            continue
        needs = line.needs
        if needs is not None:
            if isinstance(needs, frozenset):
                if needs.isdisjoint(there):
                    continue
            elif not (digits if needs == "digit" else needs in text):
                continue
        found.update(line.find(text))
    found.update(f for f in find_words(text, words, lower) if wanted is None or f.kind in wanted)
    return sorted(found, key=lambda f: (f.start, f.end, f.kind, -f.score))
