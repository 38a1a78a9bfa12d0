"""Lesson 03, stretch: how a few moments of somebody's are told, and what they do."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from html import escape

from privlessons.places import Seen, Singled, in_100
from privlessons.town_days import FIRST
from privlessons.town_map import Place, load_places, metres_between
from privlessons.town_trails import mika
from privlessons.ui import note

STUDY, STUDY_NAME = 93, "4 moments,\n60 million people"
"""Farzanehfar, Houssiau and de Montjoye (2021): four points single out 93 % of 60 million people."""


def table(seen: Sequence[Seen], hours: int) -> str:
    """Return HTML for Mika's moments, with how many phones still fit after each."""
    rows = "".join(
        f"<tr><td>{n}</td><td>{escape(_when(one, hours))}</td><td>{escape(_where(one))}</td>"
        f'<td class="pl-num">{len(one.left):,}</td></tr>'
        for n, one in enumerate(seen, 1)
    )
    return (
        '<table class="pl-table"><thead><tr><th scope="col">Moment</th><th scope="col">Mika was seen</th>'
        '<th scope="col">Where</th><th scope="col" class="pl-num">Phones that fit</th></tr></thead>'
        f"<tbody>{rows}</tbody></table>"
    )


FEW = 20
"""From so many phones one more moment may leave a single one."""


def verdict(left: int) -> str:
    """Say what it means that so many phones still fit."""
    if left > 1:
        more = "One more moment might do." if left <= FEW else "One more moment would not be enough."
        return note(f"{left:,} phones still fit. {more}", "right", "Still in a crowd.")
    return note(
        "One phone is left. You know that Mika's phone is on the list. So it is hers. Now the list tells you "
        "where she was at every other hour of the four weeks.",
        "wrong",
        "Found.",
    )


def tell(singled: Singled, people: int) -> str:
    """Say what this setting does to everybody."""
    return (
        f"<p>With {len(singled.shares)} moments, <b>{in_100(singled.shares[-1])} in 100</b> phones are "
        f"singled out. On average {singled.crowd[-1]:.1f} of {people:,} phones fit.</p>"
    )


def needed(singled: Singled) -> str:
    """Say how many moments single out more than half, for the learner's guess."""
    need = next((n for n, share in enumerate(singled.shares, 1) if share > 0.5), None)
    if need is None:
        return f"At this setting even {len(singled.shares)} are not enough."
    return f"At this setting it takes {need}."


def fair() -> str:
    """Say where the numbers come from, and what they are not."""
    return (
        note(
            "The striped bar is an estimate for 60 million people (Farzanehfar et al., 2021). It rests "
            "on the days of real phones. Our town's days are tidy. Real ones are less so, and odd days "
            "stand out. So don't expect the same number. The size of a list counts, too: of phones with "
            "the same kind of days, fewer are easier to tell apart. Try 100 phones.",
            "caution",
            "To be fair:",
        )
        + note(
            "It takes somebody who knows where you were. Friends do, and so do posts and receipts.",
            word="Singled out is not yet named.",
        )
        + note(
            "Let an app see where you are only while you use it, or only roughly. Many phones have both.",
            "right",
            "What helps:",
        )
    )


def _when(seen: Seen, hours: int) -> str:
    """Say the stretch of time in the town's clock."""
    start = FIRST + timedelta(hours=seen.hour)
    if hours > 24:
        return f"in the week of {start.day} {start:%B}"
    day = f"{start:%A} {start.day} {start:%B}"
    return day if hours == 24 else f"{day}, {start:%H}:00 to {start + timedelta(hours=hours):%H}:00"


def _where(seen: Seen) -> str:
    """Name the place that is nearest to where she was."""
    here, home = Place("", "", seen.latitude, seen.longitude), mika().life.home
    nearest = min((*load_places().values(), home), key=lambda place: metres_between(place, here))
    return "near her home" if nearest is home else f"near {nearest.name}"
