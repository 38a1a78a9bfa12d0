"""Sentences -> their classes, with what each rule matched; lists and headings lend what they say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from privlessons.policy.records import Match, Sentence
from privlessons.policy.rules import HEADINGS, RULES

QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "‑": "-", "–": "-"})
# "the information that we collect" after another verb names the thing; the sentence is about the verb.
NAMED = re.compile(
    r"\b(?:data|information|content|it|them) (?:that |which )?(?:we|they) (?:\w+ ){0,2}?"
    r"(?:collect|receive|obtain|gather|hold|have|process|use|store|share)(?:ed|d)?\b"
    r"|\b(?:data|information|content) (?:that |which )?you (?:\w+ ){0,3}(?:provide|give|submit|upload|share|enter)\b"
    r"|\b(?:collected|provided|submitted) (?:from|by|about) you\b"
)
VERB = re.compile(
    r"\b(?:use|uses|used|using|process|share|shared|sharing|disclose|disclosed|sell|sold|retain|retained|keep|"
    r"kept|store|stored|delete|deleted|erase|access|correct|protect|transfer|transferred|combine|review|"
    r"export|download|request|object|purpose|purposes|rights?)\b"
)
# Rights name what they are against: "object to the processing" is no statement of use.
AGAINST = re.compile(
    r"\b(?:object(?:ing|ion)? to|restrict(?:ion)?(?: of)?|limit|oppos(?:e|ing)|opt(?:ing)?[- ]?out of|"
    r"withdraw\w*[^.;]{0,30}consent (?:to|for)|lawfulness of|consent(?:ed)? to|stop)\b[^.;]{0,60}"
)
NOT_PEOPLE = re.compile(
    r"\btraining (?:of |for )?(?:our |all )?(?:employees|staff|personnel)\b"
    r"|\b(?:employees|staff|personnel)[^.;]{0,30}\btrain(?:ed|ing)\b"
    r"|\bparent (?:compan|entit|corporation|organi)\w+|\bapp stores?\b|\bplay store\b|\bstore (?:locations?|visits?)\b"
    r"|\bhuman (?:intervention|resources|rights)\b|\bkeep (?:you|your account|your password) [\w-]+"
)
LENT = frozenset({"collect", "use", "train", "share", "keep", "controls", "children", "changes", "review"})


def classify(sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """Yield the sentences with their matches.

    A list item also has the classes of the line that leads into its list. A sentence in which no rule finds
    anything has the class of its nearest heading, where that heading has exactly one.
    """
    for sentence in sentences:
        found = list(matches(sentence.text))
        have = {m.kind for m in found}
        if sentence.lead:
            for kind in lead_kinds(sentence.lead) - have:
                found.append(Match(kind, f"the line before the list: “{sentence.lead}”", 0, 0))
        if not found:
            for heading in reversed(sentence.section):
                kinds = heading_kinds(heading)
                if len(kinds) == 1:
                    found.append(Match(min(kinds), f"the heading: “{heading}”", 0, 0))
                if kinds:
                    break
        yield replace(sentence, matches=tuple(found))


def matches(text: str) -> Iterator[Match]:
    """Yield what the rules match in one sentence, the first match of each rule."""
    low = text.translate(QUOTES).lower()
    if len(low) != len(text):  # a few letters get longer in lower case
        low = text.translate(QUOTES)
    low = NOT_PEOPLE.sub(_blank, low)
    against = AGAINST.sub(_blank, low)
    named = _without_named(low)
    for kind, why, pattern in RULES:
        seen = named if kind == "collect" else against if kind == "use" else low
        if found := pattern.search(seen):
            yield Match(kind, why, found.start(), found.end())


def _blank(match: re.Match) -> str:
    return "#" * len(match[0])


def _without_named(low: str) -> str:
    """Blank "the information we collect" where an earlier verb says what is done with it."""
    return NAMED.sub(lambda m: _blank(m) if VERB.search(low, 0, m.start()) else m[0], low)


@lru_cache(maxsize=512)
def lead_kinds(lead: str) -> frozenset[str]:
    """Return the classes that the line before a list lends to its items."""
    return frozenset(m.kind for m in matches(lead)) & LENT


@lru_cache(maxsize=512)
def heading_kinds(heading: str) -> frozenset[str]:
    """Return the classes that a heading names."""
    low = heading.translate(QUOTES).lower()
    return frozenset(kind for kind, pattern in HEADINGS if pattern.search(low))
