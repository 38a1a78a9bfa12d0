"""What the neighbourhood of a finding tells: towns beside addresses, languages that are no nationality."""

from __future__ import annotations

import re
from collections.abc import Iterable

from privlessons.records import Finding

_TOWN = r"[A-ZÀ-ÞŁŚŻŠŽČĐİ][\w'’.-]{2,30}(?:[ -](?:[a-z]{2,4}[ -])?[A-ZÀ-ÞŁŚŻŠŽČĐİ][\w'’-]{1,30}){0,2}"
_AFTER_STREET = re.compile(
    r"[,.]?\s{1,3}(?:(?P<unit>(?:flat|apt|unit|floor)\.? \w{1,5}|\d{1,2}º \w),?\s)?"
    r"(?:(?P<code>(?:[A-Z]{1,2}-)?\d{3,6}(?: \d{2}| [A-Z]{2})?|\d{2}-\d{3})\s{1,2}"
    rf"(?P<town>{_TOWN})|(?<=[,\n ])(?P<place>{_TOWN}))",
)
_TOWN_BEFORE_CODE = re.compile(rf"(?P<place>{_TOWN}),?\s{{1,3}}(?:[A-Z]{{2,3}}\.?,?\s)?$")
_TOWN_AFTER_CODE = re.compile(rf"[ ,]{{1,2}}(?P<place>{_TOWN})")
_CODE_WORD = re.compile(r"\b(?:zip|code|postcode)\s?$", re.IGNORECASE)
_TONGUE_BEFORE = re.compile(
    r"\b(?:in|into|to|from|speaks?|speaking|spoke|learn|learns|learning|learnt|study|studying|read|write|translate"
    r"|translated|teach|teaches|than|of|proper|good|better|bad|fluent|basic|my)\s$",
    re.IGNORECASE,
)
_TONGUE_AFTER = re.compile(
    r"\s?(?:lessons?|class|classes|homework|exam|essay|test|translation|version|accent|words?|grammar|course"
    r"|subject|speaker|text|paper|coursework|gcse|a[- ]level|literature|alphabet|verbs?|please|sentence"
    r"|teacher|breakfast|toast|fries|food|restaurant|cuisine|dish|takeaway|wine|beer|coffee|dressing|bulldog|muffin)\b",
    re.IGNORECASE,
)
_POLISHED = re.compile(r"\s(?:this|the|my|it|up|that|these|your|a|an|and)\b")
TONGUES = frozenset(
    """
english french german spanish italian portuguese polish russian chinese japanese korean arabic hindi
turkish dutch greek latin welsh irish swedish norwegian danish finnish czech hungarian romanian
ukrainian persian urdu bengali tamil thai vietnamese hebrew swahili
""".split()
)


def towns(text: str, found: Iterable[Finding]) -> list[Finding]:
    """Return the towns and postcodes that stand beside the street addresses and postcodes in ``found``."""
    more = []
    for f in found:
        if f.kind == "STREET_ADDRESS":
            match = _AFTER_STREET.match(text, f.end)
            if match and (
                match["code"] or text[f.end : match.start("place")].strip(" ") in {",", "\n", ",\n"}
            ):
                more += _named(match)
        elif f.kind == "POSTCODE":
            match = _TOWN_BEFORE_CODE.search(text, max(0, f.start - 60), f.start)
            if (match and not re.search(r"\b(?:zip|code|postcode|ZIP|Code|Postcode)\s?$", match[0])) or (
                text[f.start : f.end].replace("-", "").replace(" ", "").isdigit()
                and (match := _TOWN_AFTER_CODE.match(text, f.end))
            ):
                more += _named(match) if match else []
    return more


def _named(match):
    kinds = {"code": "POSTCODE", "town": "LOCATION", "place": "LOCATION"}
    return [
        Finding(kind, match.start(name), match.end(name), 0.87)
        for name, kind in kinds.items()
        if name in match.re.groupindex and match[name]
    ]


def is_tongue(text: str, finding: Finding) -> bool:
    """Return whether a group's name means a language, a lesson or a dish: "into Spanish"."""
    word = text[finding.start : finding.end].lower()
    if finding.kind != "NRP" or word not in TONGUES:
        return False
    if word == "polish" and _POLISHED.match(text, finding.end):
        return True
    before = _TONGUE_BEFORE.search(text, max(0, finding.start - 20), finding.start)
    return bool(before or _TONGUE_AFTER.match(text, finding.end))
