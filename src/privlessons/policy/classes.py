"""Sentences -> their classes, with what each rule matched; lists and headings lend what they say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from privlessons.policy.records import Match, Sentence
from privlessons.policy.rules import HEADINGS, RULES

QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "‑": "-", "–": "-"})
# "the information that we collect" after another verb names the thing; the sentence is about the verb.
NAMED = re.compile(
    r"\b(?:data|information|content|it|them) (?:that |which )?(?:we|they) (?:\w+ ){0,2}?"
    r"(?:collect|receive|obtain|gather|hold|have|process|use|store|share)(?:ed|d)?\b"
    r"|\b(?:data|information|content) (?:that |which )?you (?:\w+ ){0,3}"
    r"(?:provide|give|submit|upload|share|enter)\b"
    r"|\b(?:data|information|content) (?:that |which )?[\w.]+ collects?\b"
    r"|\b(?:data|information) (?:we (?:have )?)?collected\b"
    r"|\b(?:collected|provided|submitted) (?:from|by|about) you\b"
    r"|\b(?:for|to|in|from)? ?(?:which|that|how|why|what|when|extent) (?:we|they|it) (?:\w+,? ){0,3}?"
    r"(?:collect|receive|obtain|gather|use)(?:ed|d)?\b"
    r"(?:,? (?:and |or )?(?:\w+,? ){0,3}?(?:use|disclose|share|process|store)\b)*"
)
VERB = re.compile(
    r"\b(?:use|uses|used|using|process|share|shared|sharing|disclose|disclosed|sell|sold|retain|retained|keep|"
    r"kept|store|stored|delete|deleted|erase|access|correct|protect|transfer|transferred|combine|review|"
    r"export|download|request|object|purpose|purposes|rights?|control|explains?|describes?|learn|understand|"
    r"explaining|describing|read|about|require|provide information)\b"
)
# Rights name what they are against: "object to the processing" is no statement of use.
AGAINST = re.compile(
    r"\b(?:object(?:ing|ion)? to|restrict(?:ion)?(?: of)?|limit|oppos(?:e|ing)|opt(?:ing)?[- ]?out of|"
    r"withdraw\w*[^.;]{0,30}consent (?:to|for)|lawfulness of|consent(?:ed)? to|stop)\b[^.;]{0,60}"
)
NOT_PEOPLE = re.compile(
    r"\btraining (?:of |for )?(?:our |all )?(?:employees|staff|personnel)\b"
    r"|\b(?:employees|staff|personnel)[^.;]{0,30}\btrain(?:ed|ing)\b"
    r"|\bparent (?:compan|entit|corporation|organi)\w+"
    r"|\bapp stores?\b|\bplay store\b|\bstore (?:locations?|visits?)\b"
    r"|\bparents?,? (?:and )?(?:affiliates|subsidiar)\w*|\b(?:our|corporate|ultimate) parents?\b"
    r"|\bchanges? to (?:the |our |your )?(?:platform|services?|products?|features|accounts?|circumstances)\b"
    r"|\bchild (?:sexual|abuse|exploitation|pornograph)\w*(?: abuse| exploitation)?"
    r"|\b(?:live|reside|located|based|residents?|are) outside\b[^.;,]{0,40}"
    r"|\bretain (?:\w+ )?(?:rights|ownership)\b"
    r"|\bhuman (?:intervention|resources|rights)\b|\bkeep (?:you|your account|your password) [\w-]+"
)
NARROW = frozenset({"train", "review", "children", "changes"})
"""Sections with such a heading are about nothing else, so all of their sentences have its class."""
PURPOSE = re.compile(
    r"(?:to\b|for\b|by\b|provid|improv|develop|train|send|communicat|research|personali|enforc|detect|prevent|including|"
    r"review|operat|maintain|support|analy|understand|administer|comply|protect|facilitat|measur|show|display|market|"
    r"promot|conduct|customi|creat|test|monitor|verif|respond|notif|allow|enabl|help)\w*",
    re.IGNORECASE,
)


def classify(sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """Yield the sentences with their matches.

    A list item also has the classes of the line that leads into its list. A sentence in which no rule finds
    anything has the class of its nearest heading, where that heading has exactly one.
    """
    # For one text only: what a learner pasted must be gone once it is forgotten.
    of_lead, of_heading = cache(lead_kinds), cache(heading_kinds)
    for sentence in sentences:
        lent = of_lead(sentence.lead) if sentence.lead else frozenset()
        found = list(matches(sentence.text, sure_only=bool(lent)))
        before = f"the line before the list: “{sentence.lead}”"
        found += [Match(kind, before, 0, 0) for kind in sorted(lent - {m.kind for m in found})]
        heading = next((h for h in reversed(sentence.section) if of_heading(h)), "")
        kinds = of_heading(heading)
        have = {m.kind for m in found}
        if found and "use" in kinds - have and PURPOSE.match(sentence.text):
            found.append(Match("use", f"a purpose below the heading: “{heading}”", 0, 0))
        lending = kinds & NARROW or (kinds if not found else frozenset())
        if len(lending) == 1 and not lending & {m.kind for m in found}:
            found.append(Match(min(lending), f"the heading: “{heading}”", 0, 0))
        yield replace(sentence, matches=tuple(found))


def matches(text: str, sure_only: bool = False) -> Iterator[Match]:
    """Yield what the rules match in one sentence, the first match of each rule.

    Rules that count only where no other does (see `rules`) are left out with ``sure_only``.
    """
    low = text.translate(QUOTES).lower()
    if len(low) != len(text):  # a few letters get longer in lower case
        low = text.translate(QUOTES)
    low = NOT_PEOPLE.sub(_blank, low)
    against = AGAINST.sub(_blank, low)
    named = _without_named(low)
    against = _without_named(against)
    sure, unsure = [], []
    for kind, why, pattern in RULES:
        seen = named if kind.startswith("collect") else against if kind.startswith("use") else low
        if found := pattern.search(seen):
            place = unsure if kind.endswith("?") else sure
            place.append(Match(kind.rstrip("?"), why, found.start(), found.end()))
    yield from sure or ([] if sure_only else unsure)


def _blank(match: re.Match) -> str:
    return "#" * len(match[0])


def _without_named(low: str) -> str:
    """Blank "the information we collect" where an earlier verb says what is done with it."""
    return NAMED.sub(lambda m: _blank(m) if VERB.search(low, 0, m.start()) else m[0], low)


def lead_kinds(lead: str) -> frozenset[str]:
    """Return the classes that the line before a list lends to its items."""
    return frozenset(m.kind for m in matches(lead))


def heading_kinds(heading: str) -> frozenset[str]:
    """Return the classes that a heading names."""
    low = heading.translate(QUOTES).lower()
    found = frozenset(kind for kind, pattern in HEADINGS if pattern.search(low))
    return frozenset() if "security" in low and found else found
