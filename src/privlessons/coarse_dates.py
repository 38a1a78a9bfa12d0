"""Dates in a table's column, in whatever formats people wrote them, as year, month and day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from privlessons.exports.dates import month as month_named

Parts = tuple[int, int, int]
"""Year, month and day; month or day 0 where only the year or the month is told."""

_ISO = re.compile(r"(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?)?")
_NUMBERS = re.compile(r"(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})")
_DAY_WORD = re.compile(
    r"(?:[^\W\d_]+,? )?(\d{1,2})(?:st|nd|rd|th|\.)?[ -]+([^\W\d_]+)\.?,?[ -]+(\d{4}|\d{2})"
)
_WORD_DAY = re.compile(r"(?:[^\W\d_]+, )?([^\W\d_]+)\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4}|\d{2})")
_TIME = re.compile(r"(?<=\d)(?:[T ]|, ?)\d{1,2}:\d{2}.*$")
_EIGHT = re.compile(r"(\d{4})(\d{2})(\d{2})")


def read_dates(values: Sequence) -> list[Parts | None]:
    """Return each value as (year, month, day), or None where it is no date.

    Values are dates, moments (of which only the day counts), text, or whole numbers such as 1997 and
    19970314. Text may be 1997-03-14, 14/03/1997, 3/14/97, 14.3.1997, 14 March 1997, Mar 14, 1997, 1997-03 or
    1997, with a time of day behind it. Which of two numbers is the day is found out for each separator: a
    number above 12 in one value settles it for the values like it; else the day comes first, and always
    before dots. Where values contradict each other, each is read the one way that it can be. A year of two
    digits is the latest that is not in the future.
    """
    texts = [_TIME.sub("", " ".join(v.split())) if isinstance(v, str) else None for v in values]
    day_first = _orders(t for t in texts if t)
    return [_text(t, day_first) if t is not None else _other(v) for t, v in zip(texts, values, strict=True)]


def _orders(texts) -> dict[str, bool]:
    """Return for each separator whether the day stands first."""
    first, second = set(), set()
    for text in texts:
        if found := _NUMBERS.fullmatch(text):
            if int(found[1]) > 12:
                first.add(found[2])
            if int(found[3]) > 12:
                second.add(found[2])
    return {sign: sign in first or sign not in second or sign == "." for sign in "-/. "}


def _other(value: object) -> Parts | None:
    if hasattr(value, "year") and hasattr(value, "day") and value == value:
        return value.year, value.month, value.day
    number = getattr(value, "item", lambda: value)()
    if isinstance(number, float) and number.is_integer():
        number = int(number)
    if isinstance(number, int) and not isinstance(number, bool):
        return _text(str(number), {}) if 1000 <= number < 3000 or 10_000_000 < number < 30_000_000 else None
    return None


def _text(text: str, day_first: dict[str, bool]) -> Parts | None:
    if found := _ISO.fullmatch(text):
        return _checked(int(found[1]), int(found[3] or 0), int(found[4] or 0))
    if found := _EIGHT.fullmatch(text):
        return _whole(*map(int, found.groups()))
    if found := _NUMBERS.fullmatch(text):
        one, sign, two, year = int(found[1]), found[2], int(found[3]), _year(found[4])
        ways = [(two, one), (one, two)] if day_first[sign] else [(one, two), (two, one)]
        return _whole(year, *ways[0]) or _whole(year, *ways[1])
    if found := _DAY_WORD.fullmatch(text):
        return _worded(found[2], found[1], found[3])
    if found := _WORD_DAY.fullmatch(text):
        return _worded(*found.groups())
    return None


def _worded(month: str, day: str, year: str) -> Parts | None:
    return _whole(_year(year), month_named(month), int(day))


def _year(digits: str) -> int:
    number = int(digits)
    if len(digits) == 4:
        return number
    return number + 2000 if number + 2000 <= date.today().year else number + 1900


def _whole(year: int, month: int, day: int) -> Parts | None:
    return _checked(year, month, day) if month and day else None


def _checked(year: int, month: int, day: int) -> Parts | None:
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return None
    return year, month, day
