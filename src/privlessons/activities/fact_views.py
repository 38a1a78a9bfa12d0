"""How a dated fact is shown: the steps, what they do and don't do, the source, and doubts about it."""

from __future__ import annotations

from datetime import date
from html import escape

from privlessons.facts import Conflict, Fact, Weak, said_date
from privlessons.ui import note

KINDS = {
    "official": "from the company's own pages",
    "secondary": "reported by others, not by the company",
}


def fact_card(fact: Fact, today: date) -> str:
    """Return HTML for one control of one service, as on ``today``."""
    steps = "".join(f"<li>{escape(step)}</li>" for step in fact.where)
    lines = [
        f"<h4>{escape(fact.product)}: {escape(fact.control)}</h4>",
        f"<ol>{steps}</ol>" if steps else "<p>There is nothing to click.</p>",
        f"<p><b>What it does.</b> {escape(fact.does)}</p>",
        f"<p><b>What it does not do.</b> {escape(fact.does_not)}</p>",
    ]
    if fact.default:
        lines.append(f"<p><b>At first.</b> {escape(fact.default)}</p>")
    if fact.retention:
        lines.append(f"<p><b>How long it is kept.</b> {escape(fact.retention)}</p>")
    lines += [disagreement(fact.conflict), stale_note(fact, today)]
    lines.append(
        f'<p class="pl-soft">{sourced(fact.source_date, KINDS[fact.kind], fact.seen)} '
        f"Region: {escape(fact.region)}. {escape(fact.source)}. "
        f'<a href="{escape(fact.url, quote=True)}" target="_blank" rel="noreferrer">The page</a>.'
        f"{weaker(fact.weak_parts)}</p>"
    )
    return "".join(lines)


def sourced(source_date: str | None, kind: str, seen: date) -> str:
    """Say of what day a source is, what kind it is, and when it was read."""
    dated = said_date(source_date)
    return f"{f'Source of {dated}' if dated else 'Source without a date'}, {kind}, read on {day(seen)}."


def stale_note(row, today: date) -> str:
    """Return HTML that says a row may be out of date, or "" before its check-by date."""
    if not row.stale(today):
        return ""
    words = f"It should have been checked by {day(row.check_by)}. Check each step before you rely on it."
    return note(words, "caution", "May be out of date.")


def disagreement(conflict: Conflict | None) -> str:
    """Return HTML that shows both sides of a conflict between sources, or ""."""
    if conflict is None:
        return ""
    both = f"<ul><li>{escape(conflict.one)}</li><li>{escape(conflict.other)}</li></ul>"
    return note(f"They don't agree on {escape(conflict.about)}:{both}", "caution", "Two sources.")


def weaker(parts: tuple[Weak, ...]) -> str:
    """Return HTML that names what rests on less, or ""."""
    return "".join(f" Less sure: {escape(part.note)}" for part in parts)


def day(of: date) -> str:
    """Say a day in words."""
    return f"{of.day} {of:%B %Y}"
