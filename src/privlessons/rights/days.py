"""Days: months that end early, weekends, public holidays. The only room that knows `holidays`."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

SATURDAY, SUNDAY = 5, 6
DAY = timedelta(days=1)
MUNICIPAL = {"IT"}
"""Countries whose "parts" are towns with a patron's day each: these move no deadline here."""
# Government Code 6700 names these days, though most offices of the state are open (read in a copy).
_LINCOLN, _ADMISSION = (2, 12), (9, 9)

Free = Callable[[date], bool]


def add_months(day: date, months: int) -> date:
    """Return the day with the same number ``months`` later, or the last day of a shorter month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def said(day: date) -> str:
    """Say a day in words."""
    return f"{day.day} {day:%B %Y}"


def is_weekend(day: date) -> bool:
    """Whether it is a Saturday or a Sunday: the weekend in every place that we know."""
    return day.weekday() in (SATURDAY, SUNDAY)


@lru_cache(maxsize=512)
def _holidays(country: str, part: str, year: int) -> dict[date, str]:
    import holidays

    if not country:
        return {}
    return dict(holidays.country_holidays(country, subdiv=part or None, years=year).items())


def holiday(day: date, country: str, part: str = "") -> str:
    """Return the name of the public holiday on this day, or ""."""
    return _holidays(country, part, day.year).get(day, "")


def parts_of(country: str) -> tuple[str, ...]:
    """Return the codes of a country's parts that have holidays of their own."""
    import holidays

    if country in MUNICIPAL or not country:
        return ()
    return tuple(p for p in holidays.country_holidays(country).subdivisions if p.isupper() or p.isdigit())


def is_free(country: str, part: str = "") -> Free:
    """Return a function that tells whether a day is a weekend or a public holiday there."""
    return lambda day: is_weekend(day) or bool(holiday(day, country, part))


def next_working_day(day: date, free: Free) -> date:
    """Return ``day``, or the first day after it that is not free."""
    while free(day):
        day += DAY
    return day


def working_days_after(day: date, count: int, free: Free) -> date:
    """Return the ``count``-th day after ``day`` that is not free."""
    while count:
        day += DAY
        count -= not free(day)
    return day


def state_day(day: date) -> bool:
    """Whether California's code names this day a holiday, though the usual list of days off has it not."""
    return (
        (day.month, day.day) in (_LINCOLN, _ADMISSION)
        or (day.month == 9 and day.weekday() == 4 and 22 <= day.day <= 28)  # Native American Day
        or (day.month == 10 and day.weekday() == 0 and 8 <= day.day <= 14)  # Columbus Day
    )
