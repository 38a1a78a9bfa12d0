"""Times, positions and web addresses as exports hold them, made plain, or told to be beyond belief."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, timezone
from urllib.parse import unquote_plus

from privlessons.exports.plain import moment

EARLIEST, LATEST = 631_152_000, 4_102_444_800  # 1990 and 2100 in seconds since 1970
NO_TIME = "without a believable time"
NO_PLACE = "whose position cannot be right"
TURN = 1 << 32  # some old files let whole numbers of 32 bits overflow

SEARCH = re.compile(
    r"https?://(?:[\w-]+\.)*?(?:google|bing|duckduckgo|ecosia|startpage|qwant|yahoo|yandex|baidu|brave|youtube"
    r"|amazon|ebay|wikipedia)\.[^/?#]+/[^?#]*\?(?:[^#]*?&)?(?:q|p|query|text|wd|search_query|k|_nkw|search)="
    r"([^&#]+)"
)
LEAVING = re.compile(r"https?://(?:www\.)?google\.[a-z.]+/url\?(?:[^#]*?&)?(?:q|url)=([^&#]+)")
ZONES = {
    "UTC": 0, "GMT": 0, "Z": 0, "WET": 0, "BST": 60, "WEST": 60, "CET": 60, "MEZ": 60, "CEST": 120,
    "MESZ": 120, "EET": 120, "OEZ": 120, "EEST": 180, "OESZ": 180, "MSK": 180, "EST": -300, "EDT": -240,
    "CST": -360, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420, "JST": 540, "KST": 540,
    "BRT": -180, "ART": -180, "IST": 330, "PKT": 300, "WIB": 420, "ICT": 420, "SGT": 480, "HKT": 480,
    "PHT": 480, "SAST": 120, "WAT": 60, "EAT": 180, "TRT": 180, "AWST": 480, "ACST": 570, "AEST": 600,
    "AEDT": 660, "NZST": 720, "NZDT": 780,
}  # fmt: skip
APART = re.compile(r"\s+(?=[+-]\d\d:?\d\d$)")  # a zone that stands apart: "10:00:00 +0100"
SHIFT = re.compile(r"(?:UTC|GMT)?\s*([+-])(\d{1,2}):?(\d{2})?")


@contextmanager
def left_out(name: str, note: Callable[[str], None]) -> Iterator[Callable[[str], None]]:
    """Count what is left out of a file, by reason, and tell each reason once, at the end."""
    counts: Counter[str] = Counter()

    def leave(why: str) -> None:
        counts[why] += 1

    try:
        yield leave
    finally:
        for why, count in counts.items():
            note(f"Entries of {name} {why} were left out ({count:,}).")


def when(value: object, per_second: float = 1) -> datetime | None:
    """Return a time in UTC from a number since 1970, also as text, or from ISO 8601.

    ``per_second`` is 1,000 for milliseconds and so on. None for what is no time or not from 1990 to 2100.
    """
    if isinstance(value, str) and value.lstrip("-").isdecimal() and value.isascii() and len(value) < 25:
        value = int(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        try:
            value /= per_second
        except OverflowError:
            return None
        return datetime.fromtimestamp(value, UTC) if EARLIEST <= value < LATEST else None
    time = moment(APART.sub("", value) if isinstance(value, str) else value)
    return time if time and 1990 <= time.year < 2100 else None


def local(time: datetime) -> datetime | None:
    """Return a time without a zone in UTC, as if this computer's clock had told it; None before 1990."""
    try:
        moved = time.astimezone(UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return moved if 1990 <= moved.year < 2100 else None


def zoned(time: datetime, zone: str) -> datetime | None:
    """Return a time in UTC by its zone's name ("CET", "GMT+2"); without one, as ``local``."""
    if zone in ZONES:
        minutes = ZONES[zone]
    elif found := SHIFT.fullmatch(zone):
        minutes = int(f"{found[1]}1") * (int(found[2]) * 60 + int(found[3] or 0))
    else:
        return local(time)
    if abs(minutes) >= 24 * 60:
        return local(time)
    moved = time.replace(tzinfo=timezone(timedelta(minutes=minutes)))
    return moved.astimezone(UTC) if 1990 < moved.year < 2099 else None


def position(latitude: object, longitude: object) -> tuple[float, float] | None:
    """Return a position in degrees; None if it is none, out of range, or exactly 0, 0 (no fix)."""
    try:
        north, east = float(latitude), float(longitude)
    except (TypeError, ValueError, OverflowError):
        return None
    if not (-90 <= north <= 90 and -180 <= east <= 180) or north == east == 0:
        return None
    return north, east


def e7(latitude: object, longitude: object) -> tuple[float, float] | None:
    """Return a position from ten-millionths of a degree; what overflowed 32 bits is put right."""
    try:
        north, east = int(latitude), int(longitude)
    except (TypeError, ValueError, OverflowError):
        return None
    north -= TURN if north > 900_000_000 else 0
    east -= TURN if east > 1_800_000_000 else 0
    return position(north / 1e7, east / 1e7) if abs(north) < TURN and abs(east) < TURN else None


def host(url: str) -> str:
    """Return the host of a web address without ``www.``; empty for what is on no host."""
    if not url.startswith(("http://", "https://")):
        return ""
    name = url[url.index("//") + 2 :].split("/", 1)[0].split("?", 1)[0].split("#", 1)[0]
    if "@" in name or ":" in name:
        name = name.rpartition("@")[2].split(":", 1)[0]
    return name.lower().removeprefix("www.")


def searched(url: str) -> str:
    """Return what was searched for, if the address is that of a search; else empty."""
    if "=" not in url:
        return ""
    found = SEARCH.match(url)
    query = unquote_plus(found[1], errors="replace").strip() if found else ""
    return "" if query.startswith(("http://", "https://")) else query


def unwrapped(url: str) -> str:
    """Return the page that a link by way of Google leads to; any other address as it is."""
    found = LEAVING.match(url)
    return unquote_plus(found[1], errors="replace") if found else url
