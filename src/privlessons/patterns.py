"""Personal data by shape: a table of (kind, regular expression, score), pure and without a language model.

Each :class:`Row` carries an example with the words to find between ‹ and ›, and near misses in which it
must stay silent; the tests read them from here. Rows live in modules by idea (numbers, places, people, life)
and are gathered by :func:`rows`. Every expression is bounded: time grows with the length of the text only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from unicodedata import combining, normalize

from privlessons.records import Finding

_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table.

    ``looks_for`` says in plain words what it finds. The group ``x`` or ``y`` is what is found, else the whole
    match. ``digits`` and ``needs`` are cheap tests made first: whether the text must hold a digit; a
    character that it must hold, or words of which it must hold one.
    ``check`` gets the match and says whether to believe it (a checksum, a word that is no name, ...).
    ``keep`` gets the words found and says how many characters of them to keep.
    """

    kind: str
    looks_for: str
    regex: re.Pattern
    score: float
    example: str
    near_misses: tuple[str, ...] = ()
    digits: bool = False
    needs: str | frozenset[str] | None = None
    check: Callable[[re.Match], bool] | None = None
    keep: Callable[[str], int] | None = None

    def find(self, text: str):
        """Yield a finding for each believed match in ``text``."""
        for match in self.regex.finditer(text):
            group = "x" if match.groupdict().get("x") else "y" if match.groupdict().get("y") else 0
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
    """Make a row. ``needs`` is a string: "digit" first, if it needs one, then a character or words."""
    words = (needs or "").split()
    digits = "digit" in words[:1]
    words = words[digits:]
    needs = words[0] if len(words) == 1 and len(words[0]) == 1 else frozenset(words) or None
    return Row(
        kind, looks_for, re.compile(regex, flags), score, example, near_misses, digits, needs, check, keep
    )


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


def plain(word: str) -> str:
    """Return ``word`` in small letters without accents, as the word lists have it: "Jürgen" is "jurgen"."""
    low = word.lower()
    return low if low.isascii() else "".join(c for c in normalize("NFKD", low) if not combining(c))


def find_words(text: str, words: list[re.Match], lower: list[str]):
    """Yield findings of the word lists, given the words of ``text`` and the same made plain."""
    table = _phrases()
    for i, word in enumerate(lower):
        for phrase, kind, score, capital in table.get(word, ()):
            n = len(phrase)
            if n > 1 and (
                tuple(lower[i : i + n]) != phrase
                or words[i + n - 1].end() - words[i].start() > n - 1 + sum(map(len, phrase))
            ):
                continue
            start, end = words[i].start(), words[i + n - 1].end()
            if capital and not _capital_counts(text, start, end):
                continue
            if kind == "PERSON":
                end, longer = _family_name(text, words, lower, i)
                score = max(score, longer)  # noqa: PLW2901
            yield Finding(kind, start, end, score)
            break


def _capital_counts(text, start, end):
    """Return whether the capital letter tells something: not where a sentence starts, nor in shouting."""
    before = text[max(0, start - 4) : start].rstrip(" \"'“‘(*")
    shouted = end - start > 1 and text[start:end].isupper()
    return text[start].isupper() and not shouted and bool(before) and before[-1] not in ".!?:\n-•"


def _family_name(text, words, lower, i):
    """Return where the name that starts with word ``i`` ends, and the score that a family name earns it."""
    from privlessons.words_people import PARTICLES, SURNAMES
    from privlessons.words_talk import NOT_FAMILY_NAMES

    end, score, j = words[i].end(), 0, i + 1
    while j < len(words) and j < i + 5:
        gap = text[words[j - 1].end() : words[j].start()]
        word = words[j][0]
        if gap not in {" ", "-", "'", "’"} and not (
            gap == ". " and words[j - 1].end() - words[j - 1].start() == 1
        ):
            break
        big = word[0].isupper() and (len(word) == 1 or not word.isupper() or words[i][0].isupper())
        if (big and words[i][0][0].isupper() and lower[j] not in NOT_FAMILY_NAMES) or lower[j] in SURNAMES:
            if len(word) > 1 or text[words[j].end() : words[j].end() + 1] == ".":
                end, score = words[j].end(), 0.8
        elif lower[j] not in PARTICLES:
            break
        j += 1
    return end, score


def find_patterns(text: str, kinds: Iterable[str] | None = None) -> list[Finding]:
    """Return what the table finds in ``text``: sorted, possibly overlapping; only ``kinds``, if given."""
    words = list(_WORD.finditer(text))
    lower = [plain(match[0]) for match in words]
    there = set(lower)
    digits = bool(_DIGIT.search(text))
    wanted = None if kinds is None else set(kinds)
    found = set()
    for line in rows():
        if wanted is not None and line.kind not in wanted:
            continue
        needs = line.needs
        if line.digits and not digits:
            continue
        if needs is not None and (needs not in text if isinstance(needs, str) else needs.isdisjoint(there)):
            continue
        found.update(line.find(text))
    found.update(f for f in find_words(text, words, lower) if wanted is None or f.kind in wanted)
    return sorted(found, key=lambda f: (f.start, f.end, f.kind, -f.score))
