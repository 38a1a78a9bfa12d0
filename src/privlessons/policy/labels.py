"""A policy's label: nine plain questions, the sentence behind each answer, or "not said"."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from privlessons.policy.readability import grade
from privlessons.policy.records import CLASSES, Policy, Sentence
from privlessons.policy.weasels import weasels

NO = re.compile(
    r"\b(?:not|\w+n['’]t|cannot|never|no|nobody|without)\b"
    r"(?! (?:limited|only|just|all|always|apply|necessarily))",
    re.IGNORECASE,
)
UNLESS = re.compile(
    r"\b(?:unless|except|other than|without your (?:consent|permission|yes)|only (?:if|when|where|with)|"
    r"if you (?:agree|allow|choose|opt|say|tick|switch))\b",
    re.IGNORECASE,
)
FIGURE = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|ten|twelve|eighteen|thirty|sixty|ninety)[- ]"
    r"(?:\w+ )?(?:hours?|days?|weeks?|months?|years?)\b",
    re.IGNORECASE,
)
TELLING = {
    "keep": FIGURE,
    "train": re.compile(r"\b(?:we|our|not|be|is|are)\b.{0,80}\btrain", re.IGNORECASE),
    "children": re.compile(r"\b(?:1[3-8]|thirteen|sixteen|eighteen)\b", re.IGNORECASE),
}
"""What makes a sentence a better answer than others about the same."""
SPEAKS = re.compile(r"\b(?:we|us|our|you|your|nobody|it|reviewers?|people|employees|staff)\b", re.IGNORECASE)
BEFORE = 60
"""Characters before a match in which a "not" denies it."""


@dataclass(frozen=True, slots=True)
class Row:
    """One question's answer. ``said`` is "yes", "no", "only if" or "not said"; ``sentence`` is behind it.

    ``count`` sentences speak of it, ``open`` of them with weasel words.
    """

    kind: str
    said: str
    sentence: Sentence | None
    count: int
    open: int

    @property
    def room(self) -> bool:
        """Whether the sentence behind it has weasel words."""
        return self.sentence is not None and any(True for _ in weasels(self.sentence.text))


@dataclass(frozen=True, slots=True)
class Label:
    """What fits on a card: a row for each class, words, grade, and how often each weasel word comes."""

    rows: tuple[Row, ...]
    words: int
    grade: float
    weasels: tuple[tuple[str, int], ...]

    @property
    def not_said(self) -> tuple[str, ...]:
        """The classes about which the text says nothing."""
        return tuple(row.kind for row in self.rows if row.said == "not said")


@lru_cache(maxsize=16)
def label_policy(policy: Policy) -> Label:
    """Return the label of a policy."""
    found = [tuple(weasels(s.text)) for s in policy.sentences]
    counts = Counter(w.name for some in found for w in some)
    return Label(
        tuple(_row(kind, policy, found) for kind in CLASSES),
        policy.words,
        grade(s.text for s in policy.sentences),
        tuple(counts.most_common()),
    )


def stance(sentence: Sentence, kind: str) -> str:
    """Return what a sentence says of a class it is about: "yes", "no" or "only if".

    "no" where a negation stands shortly before what the rule matched, or first in a sentence whose class is
    its heading's; "only if" where a condition does. For controls, children and changes a sentence is simply
    "yes".
    """
    if kind in ("controls", "children", "changes"):
        return "yes"
    direct = [m for m in sentence.matches if m.kind == kind and m.end]
    text = sentence.text
    if not direct and NO.match(text):
        return "no"
    denied = any(
        NO.search(_same_clause(text[max(0, m.start - BEFORE) : m.start])) or NO.search(text[m.start : m.end])
        for m in direct
    )
    if denied:
        return "only if" if UNLESS.search(text) else "no"
    return "only if" if direct and UNLESS.search(text) else "yes"


def _same_clause(before: str) -> str:
    return re.split(r"[.;:]| but |, and ", before)[-1]


def _row(kind: str, policy: Policy, found: list) -> Row:
    every = policy.sentences
    about = [n for n, s in enumerate(every) if kind in s.kinds]
    if not about:
        return Row(kind, "not said", None, 0, 0)
    best = max(about, key=lambda n: _worth(every[n], kind))
    direct = [n for n in about if _direct(every[n], kind)] or [best]
    stated = [n for n in direct if not every[n].text.endswith("?")] or direct
    stances = {_heard(every, n, kind) for n in stated}
    said = next(iter(stances)) if len(stances) == 1 else "only if" if "yes" not in stances else "yes"
    return Row(kind, said, every[best], len(about), sum(bool(found[n]) for n in about))


def _heard(every: tuple[Sentence, ...], number: int, kind: str) -> str:
    """Return what a sentence says; a question says what the sentence after it answers."""
    answer = every[number + 1].text if number + 1 < len(every) else ""
    if every[number].text.endswith("?") and NO.match(answer):
        return "no"
    return stance(every[number], kind)


def _direct(sentence: Sentence, kind: str) -> int:
    return sum(m.kind == kind and m.end > 0 for m in sentence.matches)


def _worth(sentence: Sentence, kind: str) -> tuple:
    """How well a sentence answers for its class: matched itself, by many rules, with a figure, short."""
    words = len(sentence.text.split())
    others = len(sentence.kinds) - 1
    pattern = TELLING.get(kind)
    figure = bool(pattern and pattern.search(sentence.text))
    readable = 6 <= words <= 45 and sentence.text.endswith((".", "!")) and bool(SPEAKS.search(sentence.text))
    affirms = kind not in ("collect", "use", "share") or stance(sentence, kind) != "no"
    return (
        min(_direct(sentence, kind), 1),
        readable,
        affirms,
        figure,
        _direct(sentence, kind) - others,
        -words,
    )
