"""Conclusions beside the truth -> how many are right, wrong or missing, kind by kind, with the failures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from privlessons.records import Conclusion
from privlessons.town_days import travel
from privlessons.town_life import Habit, Life
from privlessons.town_map import Place, metres_between
from privlessons.trail_draw import band
from privlessons.trail_words import words_of

_PRAYER = {"church", "mosque", "temple", "synagogue"}
NEAR = 200.0
"""Metres within which a place counts as found."""


@dataclass(frozen=True, slots=True)
class Miss:
    """One failure: who, what the program said ("" for nothing), and what is true."""

    person: str
    said: str
    truth: str


@dataclass(frozen=True, slots=True)
class KindScore:
    """How one kind of conclusion fares over many people.

    ``asked``: people of whom something of this kind is true. ``right`` and ``silent`` are of these; the rest
    got a wrong answer. ``invented``: people who got an answer though nothing of this kind is true of them.
    ``said`` counts all answers, ``true`` those that fit.
    """

    kind: str
    asked: int
    right: int
    silent: int
    invented: int
    said: int
    true: int
    misses: tuple[Miss, ...]

    @property
    def share(self) -> float:
        """The share of right answers among those asked, from 0 to 1; 1 where none is asked."""
        return self.right / self.asked if self.asked else 1.0


SCORED = (
    "home",
    "workplace",
    "employer",
    "commute",
    "visit",
    "sleep",
    "time zone",
    "income",
    "interest",
    "person",
    "health",
    "faith",
    "debt",
    "sexuality",
)


def score_conclusions(told: Iterable[tuple[Iterable[Conclusion], Life]]) -> tuple[KindScore, ...]:
    """Score what was concluded about each life, for the kinds in ``SCORED``.

    A place is right within 200 m, hours of sleep within one hour at both ends, the way to work within 45
    minutes of when it starts, an income in its band; of visits, interests, worries and people one that is
    told must be true. Those who work at night have no true hours of sleep.
    """
    tallies = {kind: [0, 0, 0, 0, 0, 0, []] for kind in SCORED}
    for found, life in told:
        conclusions = tuple(found)
        for kind, tally in tallies.items():
            answers = [one for one in conclusions if one.kind == kind]
            truth, right_ones = truth_of(kind, life), [fits(answer, life) for answer in answers]
            if kind != "sleep" or truth:
                tally[4] += len(answers)
                tally[5] += sum(right_ones)
            if not truth:
                tally[3] += bool(answers) and kind != "sleep"
                continue
            right = any(right_ones)
            tally[0] += 1
            tally[1] += right
            tally[2] += not answers
            if not right:
                tally[6].append(Miss(life.person, "; ".join(one.value for one in answers), truth))
    return tuple(KindScore(kind, *tally[:6], tuple(tally[6])) for kind, tally in tallies.items())


@dataclass(frozen=True, slots=True)
class Failure:
    """A wrong answer to one question about one person, with the conclusions that make it up.

    ``truth`` is empty where nothing of the kind is true: then the answer is invented. ``why`` is one sentence
    where the person's life tells what led the program astray, else empty.
    """

    kind: str
    life: Life
    said: tuple[Conclusion, ...]
    truth: str
    why: str


def find_failures(found: Iterable[Conclusion], life: Life) -> Iterator[Failure]:
    """Yield the wrong and the invented answers about one life; silence and answers half right are none."""
    found = tuple(found)
    for kind in SCORED:
        said = tuple(one for one in found if one.kind == kind)
        truth = truth_of(kind, life)
        if not said or (kind == "sleep" and not truth) or any(fits(one, life) for one in said):
            continue
        yield Failure(kind, life, said, truth, _why(kind, said, life))


def _why(kind: str, said: tuple[Conclusion, ...], life: Life) -> str:
    """Say what led astray, where the life tells it."""
    if any(one.value == life.for_others for one in said):
        return "It was looked up for somebody else."
    if life.nights and kind in {"home", "workplace", "employer", "commute"}:
        return "This person works at night, and sleeps by day."
    if kind == "employer" and not life.employer and life.work:
        return "This person works alone, close to that place."
    if kind == "income" and "going by" in said[0].text:
        return "The program went by what was spent in shops. Money that comes in leaves no record there."
    return ""


def _clock(hours: float) -> str:
    minutes = round(hours * 60) % 1440
    return f"{minutes // 60:02}:{minutes % 60:02}"


def truth_of(kind: str, life: Life) -> str:
    """Return what is true, in words; empty where nothing of the kind is."""
    if kind == "home":
        return life.home.name
    if kind == "workplace":
        return life.work.name or "a place of one's own" if life.work else "home"
    if kind == "sleep":
        return "" if life.nights else f"{_clock(life.bed)}-{_clock(life.wake)}"
    if kind == "time zone":
        return "UTC+1"
    if kind == "income":
        return band(life.income)
    if kind == "debt":
        return "money trouble" if life.debt else ""
    if kind == "commute":
        return _clock(life.starts - travel(life.home, life.work)) if life.work else ""
    if kind == "visit":
        return ", ".join(habit.place.name for habit in _habits(life))
    return {
        "sexuality": life.sexuality,
        "employer": life.employer,
        "interest": ", ".join(_interests(life)),
        "health": life.health,
        "faith": life.faith,
        "person": ", ".join(life.close),
    }[kind]


def fits(answer: Conclusion, life: Life) -> bool:
    """Whether one answer is right.

    Of people, the truth names only those who are closest. Where it says how ("Lorna (mum)"), an answer must
    not say more than that: "mum" and "Lorna" fit, "wife" does not.
    """
    kind = answer.kind
    if kind == "home":
        return _is_near(answer, life.home)
    if kind == "workplace":
        return _is_near(answer, life.work) if life.work else answer.value == "home"
    if kind == "sleep":
        hours = [int(a) + int(b) / 60 for a, b in re.findall(r"(\d\d):(\d\d)", answer.value)]
        return all(
            abs((told - true + 12) % 24 - 12) <= 1
            for told, true in zip(hours, (life.bed, life.wake), strict=True)
        )
    if kind == "employer":
        told, true = answer.value.lower(), life.employer.lower()
        return SequenceMatcher(None, told, true).ratio() > 0.8
    if kind == "health":
        return answer.value in life.health.split(", ")
    if kind == "interest":
        return answer.value in _interests(life)
    if kind == "person":
        said = words_of(answer.value)
        known = [(name, words_of(name)) for name in life.close]
        return any(said <= words if "(" in name else bool(said & words) for name, words in known)
    if kind == "visit":
        return any(_is_near(answer, habit.place) for habit in _habits(life))
    if kind == "commute":
        told, true = (int(text[:2]) + int(text[3:]) / 60 for text in (answer.value, truth_of(kind, life)))
        return abs((told - true + 12) % 24 - 12) <= 0.75
    if kind == "faith" and answer.latitude is not None:
        return bool(life.faith) and any(_is_near(answer, habit.place) for habit in life.habits)
    return answer.value == truth_of(kind, life)


def _interests(life: Life) -> tuple[str, ...]:
    return (*life.interests, "pets") if life.pet else life.interests


def _habits(life: Life) -> list[Habit]:
    """Return the regular visits but those to prayer, which are told as faith."""
    return [one for one in life.habits if one.place.category not in _PRAYER or not life.faith]


def _is_near(answer: Conclusion, place: Place) -> bool:
    if answer.latitude is None or answer.longitude is None:
        return answer.value.split(",")[0].lower() in place.name.lower()
    return metres_between(Place("", "", answer.latitude, answer.longitude), place) <= NEAR
