"""Conclusions beside the truth, and records that look like what they are, as HTML."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import tzinfo
from html import escape

from privlessons.records import Conclusion, Event
from privlessons.town_life import Life
from privlessons.trail_score import score_conclusions

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
_LOOKS = {"right": "caught", "partly": "false", "wrong": "missed"}
_BOX = "display:inline-block;max-width:34em;padding:0.2rem 0.7rem;margin:0.1rem 0;overflow-wrap:anywhere;"
_LINE = "border:1px solid var(--pl-strong-line);"


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact about a person: what the program says of it, the truth, and the verdict (see ``WORDS``)."""

    kind: str
    said: tuple[Conclusion, ...]
    truth: str
    verdict: str


def judge(found: Iterable[Conclusion], life: Life) -> tuple[Fact, ...]:
    """Put conclusions beside the truth: one row for each of ``FACTS`` that is true of this life.

    "partly" means that a right answer and a wrong one stand side by side.
    """
    found = tuple(found)
    truths = {one.kind: one.misses[0].truth for one in score_conclusions([((), life)]) if one.misses}
    scores = {one.kind: one for one in score_conclusions([(found, life)])}
    rows = []
    for kind in FACTS:
        if kind not in truths:
            continue
        score = scores[kind]
        if not score.right:
            verdict = "silent" if score.silent else "wrong"
        else:  # the truth names only those who are closest, so that others may be close, too
            some = score.true < score.said and kind != "person"
            verdict = "partly" if some else "right"
        rows.append(Fact(kind, tuple(one for one in found if one.kind == kind), truths[kind], verdict))
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
        said = escape(", ".join(_plain(fact.kind, one.value) for one in fact.said)) or "–"
        words = escape(WORDS[fact.verdict])
        if fact.verdict in _LOOKS:
            words = f'<mark class="pl-{_LOOKS[fact.verdict]}">{words}</mark>'
        truth = escape(_plain(fact.kind, fact.truth))
        rows.append(f'<tr><th scope="row">{name}</th><td>{said}</td><td>{words}</td><td>{truth}</td></tr>')
    return (
        '<table class="pl-table" style="width:100%;table-layout:fixed"><thead><tr>'
        '<th scope="col">The fact</th><th scope="col" style="width:34%">The program says</th>'
        '<th scope="col" style="width:17%">Verdict</th>'
        f'<th scope="col">The truth</th></tr></thead><tbody>{"".join(rows)}</tbody></table>'
    )


def _plain(kind: str, value: str) -> str:
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
    """Return what the program says about one fact, and the records that each conclusion rests on."""
    if not fact.said:
        return f"<p>{escape(FACTS[fact.kind])}: the program says nothing. It found too little.</p>"
    parts = []
    for one in fact.said:
        shown = [events[i] for i in _spread(one.evidence, most)]
        more = f" Here are {len(shown)} of them." if len(shown) < one.rests_on else ""
        parts.append(
            f"<p><b>{escape(one.text)}</b></p>"
            f'<p class="pl-soft">How sure: {round(100 * one.confidence)} in 100. '
            f"Records behind it: {one.rests_on:,}.{more}</p>{listed(shown, zone)}"
        )
        most = 3
    return "".join(parts)


def _spread(indices: Sequence[int], most: int) -> list[int]:
    if len(indices) <= most:
        return list(indices)
    return [indices[i * (len(indices) - 1) // (most - 1)] for i in range(most)]
