"""What the sprite machine's card says: sentences with this run's own numbers, as HTML."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from privlessons.sprites import MIKA, Sprite
from privlessons.sprites_copies import Match, Tally
from privlessons.ui import note


def title(picture: Sprite) -> str:
    """Return whose picture it is and what it shows, such as "Mika's window gecko"."""
    return f"{picture.artist}'s {picture.subject}"


def some(count: int, one: str, more: str) -> str:
    """Return a count with its word: "1 copy", "3 copies", "no copies"."""
    return f"{count or 'no'} {one if count == 1 else more}"


def how_often(times: int) -> str:
    """Return "never", "once", "twice" or "5 times"."""
    return {0: "never", 1: "once", 2: "twice"}.get(times, f"{times} times")


def stands_ready(artists: int, times: int, pictures: int) -> str:
    """Say what the machine would learn from at a setting that it has not learned from yet."""
    who = f"{MIKA} alone" if artists == 1 else f"{artists} artists"
    gecko = f"The window gecko stands among them {how_often(times)}."
    if times == 0:
        gecko = "The window gecko is not among them."
    elif times > 1:
        gecko = f"The window gecko stands among them {how_often(times)}, since people passed it on."
    return (
        f"<p>Here are <b>{pictures} pictures</b> by {who}. {gecko} "
        "The machine has not learned from these yet.</p>"
    )


def has_learned(pictures: int, size: int) -> str:
    """Say what the machine keeps of what it learned from."""
    return (
        f"<p>The machine has learned from <b>{pictures} pictures</b>. They are put away now. What it keeps "
        f"is {size:,} numbers. That is the same for every machine here, however many pictures it saw.</p>"
    )


def of_one(match: Match, picture: Sprite, whose: str | None, asked: int, copies: int) -> str:
    """Say how near a new sprite is to its nearest picture; ``whose`` are its colours, if that can be told."""
    same = f"<b>{match.same} of {match.of}</b> squares are the same as in {escape(title(picture))}."
    if match.exact:
        words = note(f"{same} This is not a new sprite. It is a copy, square for square.", "wrong", "Copied.")
    elif match.near:
        words = note(f"{same} The machine changed almost nothing.", "caution", "Nearly a copy.")
    else:
        style = f" Its colours are most like {escape(whose)}'s." if whose else ""
        words = note(f"{same} Empty squares count too.{style}", "right", "Not a copy.")
    return f"{words}<p>Asked {how_often(asked)} so far: {some(copies, 'copy', 'copies')}.</p>"


def of_many(tally: Tally) -> str:
    """Say how many of the new sprites are copies."""
    more = "more is nearly a copy" if tally.nearly == 1 else "more are nearly copies"
    nearly = f" {tally.nearly} {more}." if tally.nearly else ""
    copies = "is a copy" if tally.copies == 1 else "are copies"
    are = "is" if tally.the_one == 1 else "are"
    gecko = f"<b>{tally.the_one} of the {tally.of}</b> {are}" if tally.the_one else "None is"
    return (
        f"<p>Of {tally.of} sprites, <b>{tally.copies or 'none'} {copies}</b>, square for square.{nearly} "
        f"{gecko} {MIKA}'s window gecko.</p>"
    )


def whose_style(tally: Tally, right: int, of: int) -> str:
    """Say whose colours the sprites have that are no copies, and how good the judge of that is."""
    if len(tally.styles) < 2:
        return ""
    others = sum(count for _, count in tally.styles)
    names = ", ".join(f"{escape(name)} {count}" for name, count in tally.styles)
    new = f"The other {others} are new." if others < tally.of else "All of them are new."
    return (
        f"<p>{new} But whose colours do they have? {names}.</p>"
        f'<p class="pl-soft">A simple judge says so, by the colours alone. It names the right artist for '
        f"{right} of the {of} training pictures, each time without having seen that one. It must always name "
        "somebody.</p>"
    )


@dataclass(frozen=True, slots=True)
class Tried:
    """A setting and what came of it: copies and geckos among a hundred."""

    artists: int
    times: int
    copies: int
    gecko: int


def compared(before: Tried, now: Tried) -> str:
    """Say what changed from one setting to the next."""
    parts = []
    if before.artists != now.artists:
        parts.append(
            f"With {some(now.artists, 'artist', 'artists')} instead of {before.artists}, "
            f"{now.copies} in a hundred are copies instead of {before.copies}."
        )
    if before.times != now.times:
        came = f"{how_often(now.gecko)} instead of {how_often(before.gecko)}"
        if now.gecko == before.gecko:
            came = f"{how_often(now.gecko)}, as before"
        parts.append(
            f"The window gecko stood among the pictures {how_often(now.times)} instead of "
            f"{how_often(before.times)}. It came out {came}."
        )
        if now.times > before.times and now.gecko <= before.gecko and now.artists == before.artists:
            parts.append("A hundred draws leave room for luck. Ask for a hundred more.")
    return note(" ".join(parts), "note", "What changed:") if parts else ""


def of_sheet(tally: Tally, artists: int) -> str:
    """Return the alt text for a sheet of new sprites."""
    styles = ", ".join(f"{name} {count}" for name, count in tally.styles) if artists > 1 else ""
    return (
        f"{tally.of} new sprites in rows. {tally.copies} are copies, {tally.nearly} nearly copies, "
        f"{tally.the_one} of the copies are {MIKA}'s window gecko."
        + (f" Colours of the others: {styles}." if styles else "")
    )


LEGEND = (
    '<p class="pl-soft"><b>=</b> a copy, square for square. <b>≈</b> nearly a copy: at most {} of {} squares '
    "differ. No two training pictures are that near to each other.</p>"
)

NEXT = (
    "<p>Now change what it learns from: more artists, or the window gecko more often. "
    "Guess first, each time.</p>"
)
