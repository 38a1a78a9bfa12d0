"""Lesson 03, stretch: how the car park's list is shown, and what is said of each way to hide its plates."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from privlessons.hashes import how_long
from privlessons.plates import Parked, most_seen
from privlessons.ui import note

TEN_DIGITS = 10**10
PLAIN, SALT, KEY = range(3)
WAYS = ("A plain hash", "A salt for each row", "A secret key")
ABOUT = {
    PLAIN: "The firm put each plate through a <b>hash</b> called SHA-256. It stirs any text into a code. The "
    "same plate always gives the same code, and no calculation leads back.",
    SALT: "Now each row has its own <b>salt</b>: a few random signs, kept beside the row. They go into the "
    "hash with the plate. So the same plate gives another code in each row.",
    KEY: "Now a <b>secret key</b> goes into each hash. The name for this is keyed hash, or HMAC. The key "
    "is not on the list. The firm keeps it somewhere else.",
}


def table(
    lines: Sequence[Parked], codes: Sequence[str], found: dict[str, str], salts: Sequence[bytes] = ()
) -> str:
    """Return HTML for the list, with the plates that were ``found`` by their codes, and rows' ``salts``."""
    hidden = '<span class="pl-soft">hidden</span>'
    own = [f'<td><code class="pl-soft">{salt.hex()[:6]}…</code></td>' for salt in salts] or [""] * len(lines)
    rows = "".join(
        f"<tr><td><code>{code[:12]}…</code></td>{salt}<td>{escape(line.place)}</td>"
        f"<td>{line.time.day} {line.time:%B, %H:%M}</td>"
        f"<td>{f'<b>{escape(found[code])}</b>' if code in found else hidden}</td></tr>"
        for line, code, salt in zip(lines, codes, own, strict=True)
    )
    names = ("Code", *(("Salt",) if salts else ()), "Car park", "When", "Plate")
    heads = "".join(f'<th scope="col">{name}</th>' for name in names)
    return f'<table class="pl-table"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'


def outcome(tried: int, seconds: float, found: int, rows: int) -> str:
    """Say in one line what a run brought."""
    return f"{tried:,} tries took {seconds:.1f} seconds. The plates of {found} of {rows} rows were found."


def plain(lines: Sequence[Parked], speed: float) -> str:
    """Say what the plates tell once they are found, and how long ten digits take at this speed."""
    plate, place, days = most_seen(lines)
    return (
        note(
            f"{escape(plate)} came to {escape(place)} on {days} days of that week. Whoever knows the car now "
            "knows where its driver goes.",
            "wrong",
            "What the list tells:",
        )
        + note(
            "What is encrypted can be opened with a key. A hash has no key, and no way back. It needs none: "
            "we tried every plate and looked which code came out.",
            "caution",
            "Hashing is not encryption.",
        )
        + f"<p>And ten digits, such as a phone number? There are {TEN_DIGITS:,}. At today's speed "
        f"({speed:,.0f} tries a second) this computer needs <b>{how_long(TEN_DIGITS, speed)}</b>. Machines "
        "made for such work are far faster.</p>"
        "<p>At the top you can now choose a better way to hide the plates. Then try them all again.</p>"
    )


def salt(plates: int) -> str:
    """Say what salts change."""
    return note(
        f"Without salts, one run of {plates:,} tries did for all rows. Now each row needed a run of its "
        "own. But the salt stands beside the row, so everybody has it. It did hide which rows are the same "
        "car, until each was found.",
        "caution",
        "Slower, not safe.",
    )


def outside() -> str:
    """Say what a key changes for those who don't have it."""
    return note(
        "Without the key, trying all plates leads nowhere. But look at the codes: the same car has the same "
        "code each day. If you see it park once, you know it on all other days.",
        "caution",
        "Better, with a gap.",
    )


def firm() -> str:
    """Say what a key doesn't change, and what works."""
    return note(
        "So a key keeps strangers out. It does not keep out the firm, a thief who takes the key, or a court "
        "that asks for it. For them it is a list of plates.",
        "caution",
        "Who has the key?",
    ) + note("Count the cars, and keep no plates. What is on no list can't be found.", "right", "What works:")
