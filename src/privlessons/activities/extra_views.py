"""What the extra data of lesson 10 shows: a picture or a sound to play, and the notes read out of it."""

from __future__ import annotations

import base64
from collections.abc import Collection, Sequence
from html import escape

from privlessons.attachments.notes import DEVICE, WHEN, WHERE, WHO, Note
from privlessons.ui import note

ASKED = {WHEN: "When it was made", WHERE: "Where it was made", DEVICE: "On which phone", WHO: "By whom"}
WALL = "A wall with dark, damp spots, above a desk. On the desk a tablet and a small label with an address."


def photo(data: bytes) -> str:
    """Return HTML for a photo, as it would look in a chat."""
    return (
        f'<figure class="pl-picture pl-photo"><img width="480" alt="{WALL}" '
        f'src="data:image/jpeg;base64,{base64.b64encode(data).decode()}">'
        "<figcaption>Mika's photo for Pip. You see a damp wall and a desk.</figcaption></figure>"
    )


def voice(heights: Sequence[float]) -> str:
    """Return HTML for a voice note: its loudness (0 to 1) drawn as bars from left to right."""
    wide = 6 * len(heights)
    bars = "".join(
        f'<rect x="{6 * n}" y="{30 - 28 * h:.1f}" width="4" height="{56 * h + 2:.1f}" rx="2"/>'
        for n, h in enumerate(heights)
    )
    return (
        f'<figure class="pl-picture pl-voice"><svg viewBox="0 0 {wide} 60" role="img" '
        f'aria-label="The sound, drawn: it swells and fades a few times.">{bars}</svg>'
        "<figcaption>Mika's voice note for Pip, drawn. The sound is made up.</figcaption></figure>"
    )


def table(notes: Sequence[Note], guessed: Collection[str]) -> str:
    """Return HTML for the notes of a file, each beside whether its kind was guessed."""
    rows = "".join(
        f'<tr><th scope="row">{escape(one.field)}</th><td>{escape(one.value)}</td>'
        f"<td>{'✓ yes' if one.kind in guessed else '✕ no'}</td></tr>"
        for one in notes
    )
    return (
        '<table class="pl-table"><caption>What the file says besides</caption><tr><th scope="col">Note</th>'
        f'<th scope="col">It says</th><th scope="col">Did you guess it?</th></tr>{rows}</table>'
    )


def found(notes: Sequence[Note], guessed: Collection[str], metres: float) -> str:
    """Return what the notes give away; ``metres`` is how far the position is from Mika's door."""
    kinds = {one.kind for one in notes}
    missed = [ASKED[kind].lower() for kind in ASKED if kind in kinds and kind not in guessed]
    told = (
        f"You did not expect: {', '.join(missed)}." if missed else "You expected all of them. Well guessed."
    )
    return note(told, "note", "Your guess:") + note(
        f"The position lies <b>{round(metres)} metres</b> from Mika's door. Whoever gets the file can look "
        "that up. She only wanted to show a damp wall.",
        "wrong",
        "Where she lives.",
    )


def bare(kind: str, before: int, after: int) -> str:
    """Return what is left once the notes are gone; sizes are in bytes."""
    still = (
        "The picture itself still speaks: read the small label on the desk. Crop it, or cover it."
        if kind == "photo"
        else "The sound itself still speaks: a voice is known by those who know it, and so is a church bell."
    )
    return note(
        f"We looked again and found <b>no note at all</b>. The file went from {before:,} to {after:,} bytes.",
        "right",
        "What works.",
    ) + note(still, "caution", "But look at it:")
