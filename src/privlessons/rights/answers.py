"""A rule and a start -> every last day that can be defended, with the reason for each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from privlessons.rights import days
from privlessons.rights.law import Rule
from privlessons.rights.places import Place


@dataclass(frozen=True, slots=True)
class Answer:
    """A last day that can be defended, and ``why`` in one sentence."""

    day: date
    why: str


def answers_to(rule: Rule, start: date, place: Place, pause: timedelta = timedelta(0)) -> list[Answer]:
    """Return all last days that can be defended, each once; ours is the first.

    ``pause`` are days within the span that do not count.
    """
    if rule.unit == "at once":
        return [Answer(start, "The law says at once and names no number of days.")]
    if rule.roll == "california":
        count = _business if rule.unit == "working days" else _california
        found = count(rule, start, place)
    else:
        found = _plain(rule, start, place, pause)
    once: dict[date, Answer] = {}
    for answer in found:
        once.setdefault(answer.day, answer)
    return list(once.values())


def _plain(rule: Rule, start: date, place: Place, pause: timedelta) -> list[Answer]:
    last = days.add_months(start, rule.value) if rule.unit == "months" else start + timedelta(rule.value)
    last += pause
    why = f"{rule.value} {rule.unit[:-1] if rule.value == 1 else rule.unit} from {days.said(start)}"
    moved = days.next_working_day(last, days.is_free(place.country, place.part))
    if rule.roll == "no":
        return [Answer(last, f"{why}.")]
    if rule.roll == "unsure":
        if moved == last:
            return [Answer(last, f"{why}.")]
        return [
            Answer(last, f"{why}."),
            Answer(moved, f"{days.said(last)} is {_off(last, place)}; whether that moves it was not found."),
        ]
    ours = Answer(moved, f"{why}." if moved == last else f"{days.said(last)} is {_off(last, place)}.")
    return [ours, *_by_region(last, place)]


def _by_region(last: date, place: Place) -> list[Answer]:
    """Return the days on which it ends in parts of a country whose part was not named."""
    if place.part:
        return []
    ends: dict[date, list[str]] = {}
    for part in days.parts_of(place.country):
        end = days.next_working_day(last, days.is_free(place.country, part))
        ends.setdefault(end, []).append(part)
    return [
        Answer(end, f"In parts of {place.name} other days are off ({', '.join(parts[:6])}).")
        for end, parts in ends.items()
    ]


def _california(rule: Rule, start: date, place: Place) -> list[Answer]:
    """Leave the day of receipt out (Government Code 6800), or count it (11 CCR 7021)."""
    last = start + timedelta(rule.value)
    strict = last - days.DAY

    def holiday(day: date) -> bool:  # by the code every Sunday is one
        return day.weekday() == days.SUNDAY or bool(days.holiday(day, place.country, place.part))

    end = days.next_working_day(last, holiday)
    found = [
        Answer(end, f"{rule.value} days, without the day it arrived; a holiday at the end moves it."),
        Answer(strict, f"{rule.value} days, with the day it arrived, by the regulation's own words."),
    ]
    weekday = days.next_working_day(end, days.is_free(place.country, place.part))
    if weekday != end:
        found.append(Answer(weekday, "It ends on a Saturday, which some don't count."))
    state = days.next_working_day(end, lambda d: holiday(d) or days.state_day(d))
    if state != end:
        found.append(Answer(state, "The code names that day a holiday, though most offices are open."))
    return found


def _business(rule: Rule, start: date, place: Place) -> list[Answer]:
    """Count business days, which California's regulations do not define, in each way."""
    off = days.is_free(place.country, place.part)

    def sundays(day: date) -> bool:
        return day.weekday() == days.SUNDAY or bool(days.holiday(day, place.country, place.part))

    ways = (
        (off, "Monday to Friday without holidays: our reading."),
        (days.is_free(place.country), "Only holidays of the whole country left out."),
        (lambda d: off(d) or days.state_day(d), "State days off such as 9 September left out, too."),
        (sundays, "Saturdays counted."),
        (lambda d: sundays(d) or days.state_day(d), "Saturdays counted, state days off left out."),
    )
    return [Answer(days.working_days_after(start, rule.value, free), why) for free, why in ways]


def _off(day: date, place: Place) -> str:
    if days.is_weekend(day):
        return f"a {day:%A}"
    return f"a day off there ({days.holiday(day, place.country, place.part)})"
