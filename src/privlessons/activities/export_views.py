"""What a review of an export found, as HTML: counts first; words only where they were asked for."""

from __future__ import annotations

from html import escape

from privlessons.kinds import KINDS
from privlessons.review import Progress, Report
from privlessons.ui import note

STAGES = {
    "typed": "Patterns, in all that was typed",
    "sample": "Names and places, in a sample",
    "rest": "Names and places, in all the rest",
    "answers": "Patterns, in the answers",
}


def words_for(progress: Progress) -> str:
    """Return how far a review has come, in words."""
    left = progress.seconds_left
    if left is None or left < 1:
        return f"{STAGES[progress.stage]}."
    time = f"{round(left)} seconds" if left < 90 else f"{round(left / 60)} minutes"
    return f"{STAGES[progress.stage]}. About {time} left."


def counted(report: Report, counts: dict[str, int], who: str = "you") -> str:
    """Return the size of the export and ``counts`` by kind; ``who`` typed it."""
    days = f", from {report.first:%B %Y} to {report.last:%B %Y}" if report.first and report.last else ""
    rows = "".join(
        f'<tr><td>{escape(KINDS[kind].word)}</td><td class="pl-num">{count:,}</td></tr>'
        for kind, count in sorted(counts.items(), key=lambda pair: -pair[1])
    )
    stopped = "" if report.finished else "You stopped early, so this is not all. "
    return (
        f"<p>{escape(report.source)}: <b>{report.chats:,} chats</b> with {report.typed:,} messages that "
        f"{who} typed{days}. {stopped}Here is what a reviewer would meet.</p>"
        '<table class="pl-table"><tr><th>What</th><th class="pl-num">Times</th></tr>'
        f"{rows}</table>"
    )


def examples(shown: dict[str, tuple[str, ...]]) -> str:
    """Return masked examples by kind."""
    rows = "".join(
        f"<tr><td>{escape(KINDS[kind].word)}</td><td>{escape(', '.join(values))}</td></tr>"
        for kind, values in shown.items()
        if values
    )
    return (
        f'<table class="pl-table"><tr><th>Kind</th><th>Examples, most letters hidden</th></tr>{rows}</table>'
    )


def others(report: Report) -> str:
    """Return what seems to belong to other people, as counts."""
    if not report.others:
        return ""
    told = "".join(
        f"<li>{escape(KINDS[kind].word)}: {'one' if different == 1 else f'{different:,} different ones'}</li>"
        for kind, (_, different) in report.others.items()
    )
    return note(
        f"This seems to belong to others. None of them was asked.<ul>{told}</ul>",
        "caution",
        "Not only yours.",
    )


def fullest(report: Report) -> str:
    """Return the titles of the fullest chats, masked."""
    if not report.fullest:
        return ""
    rows = "".join(
        f'<tr><td>{escape(full.title)}</td><td class="pl-num">{full.found:,}</td></tr>'
        for full in report.fullest
    )
    return (
        '<table class="pl-table"><tr><th>The fullest chats</th><th class="pl-num">Things found</th></tr>'
        f"{rows}</table>"
    )


def limits(report: Report) -> str:
    """Return what was not looked at, and what the machine cannot see."""
    skipped = "".join(f"<li>{escape(sentence)}</li>" for sentence in report.skipped)
    left_out = f"<p>Not everything could be read:</p><ul>{skipped}</ul>" if skipped else ""
    return (
        f'<p class="pl-soft">Names were looked for in {report.named:,} of {report.typed:,} messages. '
        f"{escape(report.limits)}</p>{left_out}"
    )
