"""A checklist for choosing a service: points that a policy's text can answer, with the sentence behind."""

from __future__ import annotations

import re
from dataclasses import dataclass

from privlessons.policy.labels import FIGURE, label_policy, stance
from privlessons.policy.records import Policy, Sentence
from privlessons.policy.weasels import weasels

SELL = re.compile(r"\b(?:sell|sold|sale|rent)\b", re.IGNORECASE)
FOR_MONEY = re.compile(r"\bfor money\b|\bin the traditional sense\b|\bmonetary\b", re.IGNORECASE)
REMOVE = re.compile(r"\b(?:delet\w+|eras\w+|remov\w+)\b", re.IGNORECASE)
COPY = re.compile(r"\b(?:copy|copies|download\w*|export\w*|access)\b|\b(?:can|to) see\b", re.IGNORECASE)
DENIED = re.compile(
    r"\b(?:cannot|can['’]t|(?:can|may) not|not (?:able|possible)|no (?:right|way|option))\b[^.;,:]*$",
    re.IGNORECASE,
)
"""What before a word says that you can't do it."""
AHEAD = re.compile(
    r"\b(?:before|in advance|ahead|prior to|at least)\b|\b\d+ days\b"
    r"|\b(?:write to|notify|e-?mail|inform|tell) you\b",
    re.IGNORECASE,
)
UNTOLD = re.compile(
    r"\b(?:not|never|\w+n['’]t) (?!only\b)(?:\w+ ){0,3}?(?:notify|e-?mail|inform|tell|write to) you\b",
    re.IGNORECASE,
)
AGE = re.compile(r"\d|\b(?:thirteen|fourteen|sixteen|eighteen)\b", re.IGNORECASE).search
ANY = re.compile(r"\w").search
CHANGES = re.compile(r"\b(?:changes?|updates?|revise|modify|amend|discretion)\b", re.IGNORECASE).search
EASY = 10.0
"""School years: the grade up to which the list calls a text readable."""
FEW = 0.25
"""Share of sentences with a weasel word up to which the list calls them few."""


@dataclass(frozen=True, slots=True)
class Point:
    """One point of the list. ``met`` is True, False, or None where the text says nothing about it."""

    words: str
    met: bool | None
    sentence: Sentence | None = None


def checklist(policy: Policy) -> tuple[Point, ...]:
    """Return the points, each answered from the text alone. A text can promise; it can't prove."""
    of = {kind: [s for s in policy.sentences if kind in s.kinds] for kind in _KINDS}
    open_ones = sum(any(weasels(s.text)) for s in policy.sentences)
    card = label_policy(policy)
    return (
        _point("Training is off, or you can switch it off", of["train"], _training, ANY),
        _point("It says who may read your chats", of["review"], lambda s: not s.text.endswith(":")),
        _point(
            "It gives a figure for how long they are kept", of["keep"], lambda s: FIGURE.search(s.text), ANY
        ),
        _point("It says that your data is not sold, with no “but”", of["share"], _not_sold, SELL.search),
        _point("You can delete your data", of["controls"], lambda s: _can(s, REMOVE)),
        _point("You can get a copy of your data", of["controls"], lambda s: _can(s, COPY)),
        _point("It tells you about a change beforehand", of["changes"], _ahead, CHANGES),
        _point("It says how old you must be", of["children"], lambda s: AGE(s.text), ANY),
        Point(f"It reads at school grade {EASY:.0f} or below", card.grade <= EASY),
        Point(
            "At most one sentence in four has weasel words", open_ones <= FEW * max(1, len(policy.sentences))
        ),
    )


_KINDS = ("train", "review", "keep", "share", "controls", "changes", "children")


def _point(words: str, sentences: list[Sentence], fits, near=None) -> Point:
    """Return a point with the first sentence that fits; if none does, "no" with one that comes ``near``.

    A question fits none: it states nothing.
    """
    good = next((s for s in sentences if not s.text.endswith("?") and fits(s)), None)
    if good:
        return Point(words, True, good)
    close = next((s for s in sentences if near and near(s.text)), None)
    return Point(words, False if close else None, close)


def _training(sentence: Sentence) -> bool:
    hedges = {w.name for w in weasels(sentence.text)} & {"as the law permits", "in some cases"}
    return not hedges and (stance(sentence, "train") in ("no", "only if") or "controls" in sentence.kinds)


def _can(sentence: Sentence, what: re.Pattern) -> bool:
    text = sentence.text
    return any(not DENIED.search(text[: found.start()]) for found in what.finditer(text))


def _ahead(sentence: Sentence) -> bool:
    return bool(AHEAD.search(sentence.text)) and not UNTOLD.search(sentence.text)


def _not_sold(sentence: Sentence) -> bool:
    sells = SELL.search(sentence.text)
    return bool(sells) and stance(sentence, "share") == "no" and not FOR_MONEY.search(sentence.text)
