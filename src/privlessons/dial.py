"""What a detector's dial does: what is caught, missed and hidden for nothing, counted against the truth."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from privlessons.kinds import KINDS
from privlessons.records import Finding, Planted, TownChat

GROUPS: dict[str, tuple[str, ...]] = {
    "Names": ("PERSON", "TITLE", "HANDLE"),
    "Ways to reach": ("EMAIL_ADDRESS", "PHONE_NUMBER", "STREET_ADDRESS", "POSTCODE", "URL", "IP_ADDRESS"),
    "Numbers, passwords": ("CREDIT_CARD", "IBAN_CODE", "ID_NUMBER", "SECRET"),
    "Places": ("LOCATION",),
    "Work and school": ("ORGANIZATION", "JOB"),
    "Age and dates": ("AGE", "BIRTH_DATE", "DATE_TIME"),
    "Relations": ("RELATION",),
    "Health, money, faith": ("HEALTH", "MONEY", "NRP"),
    "Telling words": ("DESCRIPTION", "CONFIDENTIAL"),
}
"""The kinds in groups that fit on one picture; no detector knows the last one."""
GROUP_OF = {kind: group for group, kinds in GROUPS.items() for kind in kinds}


@dataclass(frozen=True, slots=True)
class Miss:
    """A planted span that stays visible. ``near`` is what the machine had seen there, if anything."""

    chat: TownChat
    planted: Planted
    near: Finding | None


@dataclass(frozen=True, slots=True)
class Alarm:
    """A finding that touches nothing planted, in one message of a chat."""

    chat: TownChat
    message: int
    finding: Finding


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one setting of the dial does; ``caught``, ``missed`` and ``alarms`` count for each group."""

    caught: dict[str, int]
    missed: dict[str, int]
    alarms: dict[str, int]
    misses: tuple[Miss, ...]
    false_alarms: tuple[Alarm, ...]


def kept(findings: Sequence[Finding], sure: float, kinds: Collection[str]) -> list[Finding]:
    """Return the findings of ``kinds`` whose score (0 to 1) is at least ``sure``."""
    return [f for f in findings if f.score >= sure and f.kind in kinds]


def turn(
    chats: Sequence[TownChat],
    findings: Sequence[Sequence[Sequence[Finding]]],
    sure: float,
    kinds: Collection[str],
) -> Outcome:
    """Count what is caught, missed and hidden for nothing if only findings of ``kinds`` this ``sure`` count.

    ``findings`` are those of each message of each chat, however unsure. A planted span is caught if a
    kept finding touches it, of whatever kind: it is hidden then. Misses and false alarms come in an order
    that changes the kind from one to the next.
    """
    caught, missed, alarms = (dict.fromkeys(GROUPS, 0) for _ in range(3))
    misses, false_alarms = [], []
    for chat, found in zip(chats, findings, strict=True):
        strong = [kept(one, sure, kinds) for one in found]
        for p in chat.planted:
            if any(_touch(f, p) for f in strong[p.message]):
                caught[GROUP_OF[p.kind]] += 1
            else:
                missed[GROUP_OF[p.kind]] += 1
                near = [f for f in found[p.message] if _touch(f, p)]
                misses.append(Miss(chat, p, max(near, key=lambda f: f.score, default=None)))
        for message, one in enumerate(strong):
            true = [p for p in chat.planted if p.message == message]
            for f in one:
                if not any(_touch(f, p) for p in true):
                    alarms[GROUP_OF[f.kind]] += 1
                    false_alarms.append(Alarm(chat, message, f))
    return Outcome(
        caught,
        missed,
        alarms,
        tuple(_in_turn(misses, lambda m: m.planted.kind)),
        tuple(_in_turn(false_alarms, lambda a: a.finding.kind)),
    )


def about_others(outcome: Outcome) -> int:
    """Return how many misses tell about somebody else than the writer."""
    return sum(miss.planted.whom != "self" for miss in outcome.misses)


def in_small_letters(outcome: Outcome) -> int:
    """Return how many of the missed names are written without a capital letter."""
    return sum(
        miss.planted.kind == "PERSON"
        and miss.chat.chat.messages[miss.planted.message]
        .text[miss.planted.start : miss.planted.end]
        .islower()
        for miss in outcome.misses
    )


def why(miss: Miss, sure: float, kinds: Collection[str]) -> str:
    """Return one sentence: why a planted span was not hidden at this setting."""
    if miss.near is None:
        return "The machine saw nothing here, at any setting."
    word = a(KINDS[miss.near.kind].word)
    if miss.near.score < sure:
        return (
            f"It took this for {word}, but was only {round(100 * miss.near.score)} in 100 sure. "
            f"You asked for {round(100 * sure)}."
        )
    if miss.near.kind not in kinds:
        return f"It took this for {word}, and you told it not to hide those."
    raise ValueError("this span is hidden, not missed")


def a(word: str) -> str:
    """Return a word with its article, for those that tell what a kind is: "an age", "health"."""
    if word in {"health", "money"} or word.startswith(("words", "something")):
        return word
    return f"{'an' if word[0] in 'aeio' else 'a'} {word}"


def _touch(f: Finding, p: Planted) -> bool:
    return f.start < p.end and p.start < f.end


def _in_turn(items: list, kind) -> list:
    """Order items so that kinds take turns."""
    seen: dict[str, int] = {}
    rank = []
    for item in items:
        seen[kind(item)] = seen.get(kind(item), 0) + 1
        rank.append(seen[kind(item)])
    order = list(KINDS)
    return [
        item
        for _, item in sorted(zip(rank, items, strict=True), key=lambda r: (r[0], order.index(kind(r[1]))))
    ]
