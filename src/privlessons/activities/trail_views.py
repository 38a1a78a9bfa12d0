"""Conclusions beside the truth, and records that look like what they are, as HTML."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import tzinfo
from html import escape

from privlessons.lesson import Lesson
from privlessons.records import Conclusion, Event
from privlessons.town_life import Life
from privlessons.trail_score import fits, truth_of

FACTS = {
    "home": "Home",
    "workplace": "Place of work",
    "employer": "Works for",
    "sleep": "Hours of sleep",
    "time zone": "Time zone",
    "income": "Income",
    "interest": "Likes",
    "person": "People",
    "health": "Health worry",
}
"""The kinds of conclusions that are scored for Mika, in the order in which they are shown."""

WORDS = {"right": "Right", "partly": "Partly right", "wrong": "Wrong", "silent": "Nothing said"}
RULE = "Right: at least one answer is true, and none is false. Partly right: some are true, some are not."
TOO_LITTLE = {
    "home": "It needs a place where a night was spent, or an address in a chat.",
    "workplace": "It waits for long stays on several days.",
    "employer": "It needs a page for staff, or a sentence about work.",
    "sleep": "It waits for several nights, so that one late night counts little. You may see more than it "
    "does: look at the last record of the evening, and at the first of the morning.",
    "time zone": "It needs places, or several quiet nights.",
    "income": "It needs a sentence about pay, or many purchases over more than a week.",
    "interest": "It needs several records that speak of one thing.",
    "person": "It needs a name, or words such as “my brother”.",
    "health": "It needs more than one record that speaks of a worry.",
}
"""What the program lacks where it says nothing about a fact."""
_LOOKS = {"right": "caught", "partly": "false", "wrong": "missed"}
_BOX = "display:inline-block;max-width:34em;padding:0.2rem 0.7rem;margin:0.1rem 0;overflow-wrap:anywhere;"
_LINE = "border:1px solid var(--pl-strong-line);"


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact about a person: what the program says of it, the truth, and the verdict (see ``WORDS``).

    ``true`` tells of each of ``said`` whether it is.
    """

    kind: str
    said: tuple[Conclusion, ...]
    true: tuple[bool, ...]
    truth: str
    verdict: str


def judge(found: Iterable[Conclusion], life: Life) -> tuple[Fact, ...]:
    """Put conclusions beside the truth: one row for each of ``FACTS`` that is true of this life.

    The life must be known well, as Mika's is: an answer that it does not bear out counts as wrong. "partly"
    means that a right answer and a wrong one stand side by side.
    """
    found, rows = tuple(found), []
    for kind in FACTS:
        truth = truth_of(kind, life)
        if not truth:
            continue
        said = tuple(one for one in found if one.kind == kind)
        true = tuple(fits(one, life) for one in said)
        verdict = "silent" if not said else "right" if all(true) else "partly" if any(true) else "wrong"
        rows.append(Fact(kind, said, true, truth, verdict))
    return tuple(rows)


def count(facts: Sequence[Fact], verdict: str) -> int:
    """Return how many facts got this verdict."""
    return sum(fact.verdict == verdict for fact in facts)


def tally(facts: Sequence[Fact]) -> str:
    """Say how many of the facts are right, partly right, wrong and not told."""
    words = {"right": "right", "partly": "partly right", "wrong": "wrong", "silent": "not told"}
    counts = [(count(facts, verdict), word) for verdict, word in words.items()]
    others = "".join(f", {n} {word}" for n, word in counts[1:] if n)
    return f"Of {len(facts)} facts: <b>{counts[0][0]} right</b>{others}."


def board(facts: Sequence[Fact], told: int | None = None, lit: str = "") -> str:
    """Return a table with a row for each fact, always in the same place.

    Only the first ``told`` rows show what the program says (None: all). ``lit`` is the kind to set off.
    """
    rows = []
    for i, fact in enumerate(facts):
        name = escape(FACTS[fact.kind])
        name = f"<b>{name}</b>" if fact.kind == lit else name
        if told is not None and i >= told:
            rows.append(f'<tr><th scope="row">{name}</th><td>…</td><td>…</td><td>…</td></tr>')
            continue
        said = ", ".join(
            escape(in_words(fact.kind, one.value)) + _not_true(fact, i) for i, one in enumerate(fact.said)
        )
        truth = escape(in_words(fact.kind, fact.truth))
        rows.append(
            f'<tr><th scope="row">{name}</th><td>{said or "–"}</td><td>{_marked(fact.verdict)}</td>'
            f"<td>{truth}</td></tr>"
        )
    return (
        '<table class="pl-table" style="width:100%;table-layout:fixed"><thead><tr>'
        '<th scope="col">The fact</th><th scope="col" style="width:34%">The program says</th>'
        '<th scope="col" style="width:17%">Verdict</th>'
        f'<th scope="col">The truth</th></tr></thead><tbody>{"".join(rows)}</tbody></table>'
        f'<p class="pl-soft">{RULE}</p>'
    )


def _marked(verdict: str) -> str:
    words = escape(WORDS[verdict])
    return f'<mark class="pl-{_LOOKS[verdict]}">{words}</mark>' if verdict in _LOOKS else words


def _not_true(fact: Fact, i: int) -> str:
    """Mark a wrong answer that stands beside a right one."""
    wrong = fact.verdict == "partly" and not fact.true[i]
    return ' <mark class="pl-missed" style="white-space:nowrap">not true</mark>' if wrong else ""


def in_words(kind: str, value: str) -> str:
    """Write a bare answer so that it can be read."""
    if (kind, value) == ("workplace", "home"):
        return "works at home"
    return f"{value} pounds a year" if kind == "income" else value


def looks(event: Event, zone: tzinfo) -> str:
    """Return one record in the looks of its source, with the time on the clocks of ``zone``."""
    time = f"{event.time.astimezone(zone):%a %d %b, %H:%M}"
    text, who = escape(event.text), escape(event.who)
    if event.source == "searches":
        shown = f'<span style="{_BOX}{_LINE}border-radius:99px">⌕ {text}</span>'
    elif event.source == "purchases":
        paid = f" … {event.amount:.2f}" if event.amount is not None else ""
        shown = (
            f'<span style="{_BOX}border:1px dashed var(--pl-strong-line);font-family:var(--pl-mono);'
            f'font-size:0.875rem">{who}<br>{text}{paid}</span>'
        )
    elif event.source == "browser history":
        shown = f'<span style="{_BOX}{_LINE}"><span class="pl-soft">{who}</span><br>{text}</span>'
    elif event.source == "location" and event.end is not None:
        until = f"{event.end.astimezone(zone):%H:%M}"
        text = text or "a place"
        shown = f'<span style="{_BOX}border-left:4px solid var(--pl-good)">{text}, until {until}</span>'
    elif event.source == "chats":
        side = "person" if event.mine else "assistant"
        shown = f'<span class="pl-bubble pl-{side}" style="display:inline-block">{text}</span>'
    else:
        shown = f'<span style="{_BOX}border-left:4px solid var(--pl-accent)">“{text}”</span>'
    return f'<li><span class="pl-soft">{time} · {escape(event.source)}</span><br>{shown}</li>'


def listed(events: Iterable[Event], zone: tzinfo) -> str:
    """Return records as a list, each in the looks of its source."""
    rows = "".join(looks(event, zone) for event in events)
    return f'<ul style="list-style:none;margin:0;padding:0">{rows}</ul>'


def behind(fact: Fact, events: Sequence[Event], zone: tzinfo, most: int = 6) -> str:
    """Return a fact's verdict and truth, what the program says, and the records that this rests on."""
    truth = escape(in_words(fact.kind, fact.truth))
    name = escape(FACTS[fact.kind])
    if not fact.said:
        return (
            f"<p>{name}: the program says nothing · The truth: {truth}</p>"
            f"<p>It found too little. {TOO_LITTLE[fact.kind]}</p>"
        )
    parts = [f"<p>{name}: {_marked(fact.verdict)} · The truth: {truth}</p>"]
    for i, one in enumerate(fact.said):
        shown = [events[i] for i in _spread(one.evidence, most)]
        more = f" Here are {len(shown)} of them." if len(shown) < one.rests_on else ""
        parts.append(
            f"<p><b>{escape(one.text)}</b>{_not_true(fact, i)}</p>"
            f'<p class="pl-soft">How sure: {round(100 * one.confidence)} in 100. '
            f"Records behind it: {one.rests_on:,}.{more}</p>{listed(shown, zone)}"
        )
        most = 3
    return "".join(parts)


def _spread(indices: Sequence[int], most: int) -> list[int]:
    if len(indices) <= most:
        return list(indices)
    return [indices[i * (len(indices) - 1) // (most - 1)] for i in range(most)]


def again(lesson: Lesson, step: str, what: str) -> str:
    """Say that an activity starts anew for somebody who finished this step before the page was opened."""
    if step not in lesson.progress.load()["lessons"].get(lesson.stem, {}).get("done", ()):
        return ""
    return f'<p class="pl-soft">You were here before. Your guesses are kept. {what} starts anew.</p>'


def wide(figure: str) -> str:
    """Let a picture fill the whole width of its card."""
    return f'<div class="pl-wide">{figure}</div>'
