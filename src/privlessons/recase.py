"""Capital letters for texts that lack them: the language model knows names by their capitals."""

from __future__ import annotations

import re

from privlessons.given_names import GIVEN_NAMES
from privlessons.patterns import plain
from privlessons.words_people import SURNAMES
from privlessons.words_places import COMPANIES, GROUPS, GROUPS_THAT_ARE_WORDS, PLACES

_WORD = re.compile(r"[^\W\d_]+")
_KNOWN = GIVEN_NAMES | SURNAMES | COMPANIES | (GROUPS - GROUPS_THAT_ARE_WORDS)
_KNOWN |= {word for place in PLACES for word in place.split() if len(place.split()) == 1}
_LONG_PLACES = re.compile(
    r"\b(?:" + "|".join(sorted(place for place in PLACES if " " in place)) + r")\b", re.IGNORECASE
)


def lacks_capitals(text: str) -> bool:
    """Return whether ``text`` is in small letters (or all in capitals), so that case tells nothing."""
    inner = [
        m for m in _WORD.finditer(text) if len(m[0]) > 1 and m.start() > 0 and text[m.start() - 1] in " \n"
    ]
    capitals = sum(m[0][0].isupper() for m in inner)
    if len(inner) > 3 and sum(m[0].isupper() for m in inner) > 0.7 * len(inner):
        return True
    starts = sum(
        1
        for m in inner
        if m[0][0].isupper() and re.search(r"[.!?]\s+$", text[max(0, m.start() - 4) : m.start()])
    )
    return capitals - starts == 0


def for_model(text: str) -> str | None:
    """Return ``text`` as the model should read it, or None if it can hold no name that would be believed.

    A text that lacks capitals gets them on known names and places and where sentences start; its length stays
    the same. If it holds no known one, the model is not asked: of small letters it believes almost nothing.
    """
    if not lacks_capitals(text):
        return text
    if sum(map(str.isupper, text)) > 0.5 * sum(map(str.isalpha, text)):
        text = _same_length(text, str.lower)
    cased = _LONG_PLACES.sub(lambda m: _same_length(m[0], str.title), text)
    if cased == text and not any(plain(m[0]) in _KNOWN for m in _WORD.finditer(text)):
        return None
    return _WORD.sub(lambda m: m[0][0].upper() + m[0][1:] if _wants_capital(cased, m) else m[0], cased)


def _wants_capital(text, match):
    word = match[0]
    big = word[0].upper()
    if len(big) != 1:
        return False
    before = text[max(0, match.start() - 3) : match.start()].rstrip(" ")
    return plain(word) in _KNOWN or word == "i" or match.start() == 0 or before[-1:] in {".", "!", "?", "\n"}


def _same_length(text, change):
    changed = change(text)
    return changed if len(changed) == len(text) else text
