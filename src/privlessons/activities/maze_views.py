"""What lesson 12 shows of a settings site: a page for the control, and the tricks with their names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from privlessons.company.maze import WANTED_OFF, Item, Site, Visit, checked, tricks
from privlessons.ui import note

ADDRESS = "settings.lumenly.example"


def page_of(site: Site, visit: Visit) -> dict:
    """Return the page that a visitor sees, as the control draws it."""
    page = site.pages[visit.page]
    return {
        "address": f"{ADDRESS}/{visit.page}",
        "title": page.title,
        "text": page.text,
        "says": visit.says,
        "items": [
            {
                "kind": item.kind,
                "id": item.id,
                "label": item.label,
                "look": item.look,
                "checked": item.kind == "switch" and checked(item, visit),
            }
            for item in page.items
        ],
    }


def judged(visit: Visit) -> str:
    """Return what to say to somebody who thinks they are done and is not."""
    done, wanted = len(visit.off), len(WANTED_OFF)
    shown = len(WANTED_OFF - visit.shown)
    if done:
        words = f"One thing is off and saved, one is still on. There are {wanted} that matter."
    elif shown:
        words = "You changed something, and that counts only once it is saved. Where could that be?"
    else:
        words = f"Nothing that matters is off yet. There are {wanted} things to switch off."
    return note(words, "caution", "Not yet.")


def clock_words(presses: int, seconds: int | None, found: bool) -> str:
    """Return how it went, in one sentence; ``seconds`` is None without a clock."""
    took = "" if seconds is None else f" and {_time(seconds)}"
    pressed = f"{presses} {'press' if presses == 1 else 'presses'}"
    return f"{'You found it. It took' if found else 'You stopped after'} {pressed}{took}."


def _time(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    parts = [f"{minutes} {'minute' if minutes == 1 else 'minutes'}"] if minutes else []
    return " ".join([*parts, f"{rest} {'second' if rest == 1 else 'seconds'}"])


def way(items: Sequence[Item]) -> str:
    """Return the shortest way as a list to open."""
    steps = "".join(f"<li>{escape(item.label)}</li>" for item in items)
    return f"<details><summary>The shortest way, press by press</summary><ol>{steps}</ol></details>"


def named(met: Mapping[str, int]) -> str:
    """Return all tricks with their names and how often the learner met each, those met most first."""
    rows = "".join(
        f"<tr><td><b>{escape(trick.name)}</b></td><td>{escape(trick.what)}</td>"
        f"<td>{escape(trick.known_as) or '–'}</td>"
        f'<td class="pl-num">{met.get(key, 0) or "–"}</td></tr>'
        for key, trick in sorted(tricks().items(), key=lambda row: -met.get(row[0], 0))
    )
    return (
        '<table class="pl-table"><tr><th>The trick</th><th>What it does</th><th>In research, roughly</th>'
        f'<th class="pl-num">You met it</th></tr>{rows}</table>'
    )
