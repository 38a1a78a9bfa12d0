"""Titles, queries, purchases and messages -> topics, people, employer, address and income.

Plain look-ups in lists of words (``trail_lexicon``) and a few patterns: they can be read, and they err
in ways that can be seen. A worry counts only where the text names nobody else whom it may be about.
"""

# ruff: noqa: E501 - patterns are easier to read whole
from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from itertools import pairwise

from privlessons.given_names import GIVEN_NAMES
from privlessons.patterns import plain
from privlessons.trail_lexicon import DEBT, FAITH, HEALTH, INTERESTS, OTHERS, PLACE_WORDS, SEXUALITY
from privlessons.words_people import NAMES_THAT_ARE_WORDS

__all__ = ["PLACE_WORDS", "address", "earnings", "employer", "people", "read", "topics", "words_of"]

KINDS = {
    "interest": INTERESTS,
    "health": HEALTH,
    "faith": FAITH,
    "debt": DEBT,
    "sexuality": SEXUALITY,
}
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_WORK_WORDS = frozenset(
    "rota shift shifts payslip payslips intranet timesheet timesheets invoice invoices staff homework".split()
)
_WORK = re.compile(rf"\b(?:{'|'.join(sorted(_WORK_WORDS))})\b", re.IGNORECASE)
_PARTS = re.compile(r"\s+[-–—|·:]\s+|\s*[|·]\s*")
_WORKS_AT = re.compile(
    r"\b(?:i work (?:at|for)|i started at|my job at|i'?m (?:a|an) [a-z ]{3,25} at|(?:my )?studio called"
    r"|student at|i study at|i go to)\s+(?:the )?((?:[A-Z][\w'’]*|&|of|and)(?: (?:[A-Z][\w'’]*|&|of|and))*)"
)
_MY = re.compile(
    r"\bmy (mum|mother|dad|father|brother|sister|son|daughter|husband|wife|girlfriend|boyfriend|partner|fianc[eé]e?"
    r"|nan|gran|grandma|gran[d]?dad|aunt|uncle|cousin|niece|nephew|flatmate|housemate|landlord|landlady|boss"
    r"|best friend|friend|mate|neighbour)\b,?(?: ([^\W\d_]{2,20}))?",
    re.IGNORECASE,
)
_WITH = re.compile(
    r"\b(?:with|and|to|from|for|thanks|told|see|seeing|meet|meeting|ring|call) ([^\W\d_]{3,20})\b",
    re.IGNORECASE,
)
_EARNS = re.compile(
    r"\b(?:i (?:only )?(?:earn|make|made|earned|get paid|am paid|got paid)|i'?m on|my (?:income|salary|pay|wages?)|salary"
    r"|take[- ]home(?: pay)?|for the year|a year|per year|after tax)\b",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"(?<![\w.])[£$€]?\s?(\d{1,3}(?:,\d{3})+|\d{3,7})(?:\.\d\d)?(\s?k)?\b|[£$€]\s?(\d{1,3})\s?k\b",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"\b(?:month|january|february|march|april|may|june|july|august|september|october|november|december)\b", re.IGNORECASE
)  # fmt: skip
_THIRD = re.compile(r"\b(?:her|his|their|your|shop|studio|client'?s?)\b[^.?!]*$", re.IGNORECASE)


def words_of(text: str) -> set[str]:
    """Return the words of a text in small letters."""
    return set(_WORD.findall(text.lower().replace("’", "'")))


@cache
def _index() -> tuple[dict[str, list[tuple[str, str]]], frozenset[str]]:
    """Word or pair of words -> topics, and all words with which one may begin, plurals too."""
    index = defaultdict(list)
    for kind, table in KINDS.items():
        for topic, line in table.items():
            single, *pairs = line.split(",")
            for word in [*single.split(), *pairs]:
                index[word].append((kind, topic))
    first = {word.split()[0] for word in index}
    return dict(index), frozenset(first | {f"{word}s" for word in first})


def read(text: str, *, told: bool) -> tuple:
    """Look at one text: its topics, people, employer, address and earnings.

    ``told``: whether its writer tells it in own words. Else it is a title or a query, in which people,
    addresses and earnings are anybody's.
    """
    words = _WORD.findall(text.lower().replace("’", "'"))
    work = "" if not told and _WORK_WORDS.isdisjoint(words) else employer(text)
    if not told:
        return topics(text, words), (), work, "", None
    digit = any(sign.isdigit() for sign in text)
    return (
        topics(text, words),
        people(text),
        work,
        address(text) if digit else "",
        earnings(text) if digit else None,
    )


def topics(text: str, words: list[str] | None = None) -> set[tuple[str, str]]:
    """Return the (kind, topic) pairs that a text tells of, kinds as in ``KINDS``; worries of others left out."""
    index, first = _index()
    if words is None:
        words = _WORD.findall(text.lower().replace("’", "'"))
    found: set[tuple[str, str]] = set()
    if first.isdisjoint(words):
        return found
    for one in (*words, *map(" ".join, pairwise(words))):
        found.update(index.get(one) or (index.get(one[:-1], ()) if one.endswith("s") else ()))
    if found and not OTHERS.isdisjoint(words):
        found = {one for one in found if one[0] == "interest"}
    return found


def employer(text: str) -> str:
    """Return the employer or school that a page's title or a sentence names, or ``""``."""
    said = _WORKS_AT.search(text)
    if said:
        return said[1].strip()
    if len(text) > 120 or not _WORK.search(text):
        return ""
    parts = [part.strip() for part in _PARTS.split(text)]
    named = [part for part in parts if part[:1].isupper() and not _WORK.search(part)]
    return named[0] if len(parts) > 1 and named else ""


def people(text: str) -> list[str]:
    """Return the people that a text names by relation ("mum", "brother Finn") or first name ("Ruth")."""
    found = []
    for match in _MY.finditer(text):
        named = match[2] and _given(match[2])
        found.append(f"{match[1].lower()} {match[2].capitalize()}" if named else match[1].lower())
    found += [match[1].capitalize() for match in _WITH.finditer(text) if _given(match[1])]
    return found


def _given(word: str) -> bool:
    low = plain(word)
    return low in GIVEN_NAMES and (low not in NAMES_THAT_ARE_WORDS or word[0].isupper())


def address(text: str) -> str:
    """Return a street address or postcode that a text gives as the writer's own, or ``""``."""
    from privlessons.patterns import find_patterns

    found = [
        f
        for f in sorted(find_patterns(text, {"STREET_ADDRESS", "POSTCODE"}), key=lambda f: f.start)
        if not _THIRD.search(text[max(0, f.start - 80) : f.start])
    ]
    if not found:
        return ""
    last = found[0]
    for f in found[1:]:
        if f.start - last.end > 3:
            break
        last = f
    return text[found[0].start : last.end]


def earnings(text: str) -> tuple[int, str] | None:
    """Return what a text says its writer earns, as (amount, "year" or "month"), or None."""
    cue = _EARNS.search(text)
    if not cue:
        return None
    near = [m for m in _MONEY.finditer(text) if m.start() - cue.end() < 40 and cue.start() - m.end() < 20]
    if not near:
        return None
    money = min(near, key=lambda m: min(abs(m.start() - cue.end()), abs(cue.start() - m.end())))
    amount = int((money[1] or money[3]).replace(",", "")) * (1000 if money[2] or money[3] else 1)
    after = text[money.start() : money.end() + 30]
    monthly = amount < 9000 and _MONTH.search(after)
    if not monthly and not 4000 <= amount <= 500_000:
        return None
    return amount, "month" if monthly else "year"
