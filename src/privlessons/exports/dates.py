"""Dates as tables and pages write them, in several languages; which number is the day is found out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime

MONTHS = {
    name: number
    for number, names in enumerate(
        """jan ene gen janv januari janeiro ian sty oca янв січ ιαν tammi led
        |feb fev fév févr febr lut şub фев лют φεβ helmi úno
        |mar már mär mrt mars marzo março märz мар бер μαρ maalis bře
        |apr abr avr avril ápr kwi nis апр кві απρ huhti dub
        |may máj mai mei mag maio mayo maj май мая тра μαΐ μάι μαϊ touko kvě
        |jun jún juin giu juni junho iun cze haz июн чер ιουν kesä červen červn
        |jul júl juil lug juli julho iul lip tem июл лип ιουλ heinä červenc
        |aug ago aoû août sie ağu авг сер αυγ elo srp
        |sep szept set sept wrz eyl сен вер σεπ syys zář
        |oct okt ott out paź eki окт жов οκτ loka říj
        |nov noi lis kas ноя лис νοε marras
        |dec dez déc dic des gru ara дек гру δεκ joulu prosin""".split("|"),
        start=1,
    )
    for name in names.split()
}
NUMBERS = re.compile(r"(\d{1,4})\D{1,3}(\d{1,2})\D{1,3}(\d{1,4})")
CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\s*([AaPp])\.?\s?[Mm]\.?)?")
# Halves of the day in other languages: Chinese, Japanese, Korean, Arabic, Greek, Vietnamese, Turkish.
LATER = re.compile(r"下午|晚上|中午|午後|오후|م|[μΜ]\.?\s?[μΜ]|\bCH\b|\bch\b|\bÖS\b")
EARLIER = re.compile(r"上午|凌晨|午前|오전|ص|[πΠ]\.?\s?[μΜ]|\bSA\b|\bsa\b|sáng|\bÖÖ\b")


def month(word: str) -> int:
    """Return a month's number by its name, short or long; 0 for any other word."""
    word = word.lower().strip(".")
    return next((MONTHS[word[:size]] for size in range(len(word), 2, -1) if word[:size] in MONTHS), 0)


def day_first(dates: Iterable[tuple[int, int]]) -> tuple[bool, bool]:
    """Tell from pairs of numbers, oldest first, whether the first is the day, and whether that is sure.

    A number above 12 is a day. Else the order decides in which the dates jump back and forth less.
    """
    jumps = [0, 0]
    last: list[tuple[int, int] | None] = [None, None]
    for first, second in dates:
        if first > 12:
            return True, True
        if second > 12:
            return False, True
        for way, date in enumerate(((second, first), (first, second))):
            jumps[way] += last[way] is not None and date < last[way]
            last[way] = date
    return jumps[0] <= jumps[1], False


def year(number: int) -> int:
    """Return the year with its century."""
    return number + 2000 if number < 70 else number + 1900 if number < 100 else number


def made(numbers: tuple[int, int, int], *, first_is_day: bool, clock: str = "") -> datetime | None:
    """Make a date, without a zone, from three numbers in their order and a time of day as text."""
    one, two, three = numbers
    if one > 31:
        parts = (one, two, three)
    elif first_is_day:
        parts = (year(three), two, one)
    else:
        parts = (year(three), one, two)
    hours = minutes = seconds = 0
    if clock:
        found = CLOCK.search(clock)
        if not found:
            return None
        hours, minutes, seconds = int(found[1]), int(found[2]), int(found[3] or 0)
        if found[4] or (hours <= 12 and (LATER.search(clock) or EARLIER.search(clock))):
            hours = hours % 12 + 12 * (found[4] in "Pp" if found[4] else bool(LATER.search(clock)))
    try:
        return datetime(*parts, hours, minutes, seconds)
    except ValueError:
        return None
