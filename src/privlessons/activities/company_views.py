"""What lesson 12 shows of the company: the list of places, row by row, the model's answer, a talk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape

from privlessons.activities.fact_views import day
from privlessons.company.clock import Happening
from privlessons.company.model import Finished
from privlessons.company.rehearsal import lower
from privlessons.company.rows import Change, Row, shown
from privlessons.company.schema import PLACES
from privlessons.company.talk import Reply, Rule
from privlessons.company.verdicts import Verdict
from privlessons.records import Message
from privlessons.ui import chat_view, note

MOST, LONGEST = 30, 170
SIGNS = {"gone": ("−", "gone"), "new": ("+", "new"), "changed": ("~", "changed"), "same": ("=", "as before")}
LOOKS = {
    "new": "pl-is-new",
    "done": "pl-is-done",
    "later": "pl-is-later",
    "stays": "pl-is-left",
    "other": "",
    "": "",
}
MARKS = {"new": "+", "done": "✓", "later": "…", "stays": "✗", "other": "=", "": ""}


def places(changes: Mapping[str, tuple[Change, ...]], verdicts: Mapping[str, Verdict]) -> str:
    """Return the list of places: rows before and now, what to say of it, and on demand each row."""
    lines = [
        _place(place.label, changes[place.key], verdicts[place.key])
        for place in PLACES
        if changes[place.key] or place.key != "passport"
    ]
    head = (
        '<div class="pl-place-head"><span>Rows of hers in</span><span>Before</span><span>Now</span>'
        "<span></span></div>"
    )
    return f'<div class="pl-places">{head}{"".join(lines)}</div>'


def _place(label: str, changes: tuple[Change, ...], verdict: Verdict) -> str:
    before = sum(change.before is not None for change in changes)
    after = sum(change.after is not None for change in changes)
    words = (
        f'<span class="pl-mark-sign" aria-hidden="true">{MARKS[verdict.kind]}</span> {escape(verdict.words)}'
    )
    cells = (
        f'<span>{escape(label)}</span><span class="pl-num">{before or "–"}</span>'
        f'<span class="pl-num">{after or "–"}</span><span class="pl-verdict {LOOKS[verdict.kind]}">'
        f"{words if verdict.words else ''}</span>"
    )
    if not changes:
        return f'<div class="pl-place-line">{cells}</div>'
    return f"<details><summary>{cells}</summary>{_rows(changes)}</details>"


def _rows(changes: tuple[Change, ...]) -> str:
    order = sorted(changes, key=lambda change: ("changed", "gone", "new", "same").index(change.kind))
    lines = "".join(_row(change) for change in order[:MOST])
    more = len(order) - MOST
    return f'<ul class="pl-rows">{lines}{f"<li>and {more} more rows</li>" if more > 0 else ""}</ul>'


def _row(change: Change) -> str:
    sign, word = SIGNS[change.kind]
    row = change.after or change.before
    unlinked = "" if row.linked else ' <span class="pl-tag">no longer linked</span>'
    return (
        f'<li class="pl-row-{change.kind}"><b>{sign}<span class="pl-unseen"> {word}: </span></b> '
        f"{escape(_short(row))}{_difference(change)}{unlinked}</li>"
    )


def _short(row: Row) -> str:
    text = shown(row).replace("\n", " / ")
    return text if len(text) <= LONGEST else f"{text[:LONGEST]} …"


def _difference(change: Change) -> str:
    if change.kind != "changed":
        return ""
    old, new = dict(change.before.values), dict(change.after.values)
    parts = [
        f"{name}: {old[name] or 'none'} → {new[name] or 'none'}" for name in new if old[name] != new[name]
    ]
    return f" <b>({escape('; '.join(parts))})</b>"


def finished(said: Finished | None, code: str) -> str:
    """Return the model's end of Mika's sentence as a bubble, and how many guesses the code needs."""
    if said is None:
        return '<p class="pl-soft">There is no model yet.</p>'
    text = said.start + said.says
    at = text.find(code, len(said.start))
    marks = [(0, at, at + len(code), "missed", "Mika's code")] if at >= 0 else []
    bubble = chat_view([Message("assistant", text)], marks, {"assistant": f"The model of {_day(said.made)}"})
    first = said.guesses == 1
    words = "the very first guess" if first else f"guess {said.guesses:,} of {said.candidates:,}"
    return f"{bubble}<p>Mika's code is <b>{words}</b>.</p>"


def meanwhile(happened: Sequence[Happening], copied: int | None) -> str:
    """Return what happened by itself, day by day, or nothing.

    ``copied`` is how many messages typed after the opt-out are in the copy for training, None before that.
    """
    lines = "".join(f"<li><b>{one.day.day} {one.day:%B}</b> {escape(one.words)}</li>" for one in happened)
    if not lines:
        return ""
    trained = copied is not None and any("trained" in one.words for one in happened)
    after = f"<p>Typed after the switch, and in that copy: {copied} messages.</p>" if trained else ""
    return f'<p>Meanwhile, by itself:</p><ul class="pl-rows">{lines}</ul>{after}'


def talked(said: Sequence[tuple[str, str]]) -> str:
    """Return a talk as bubbles: (who, words), with "Mika" on one side and "Lumenly" on the other."""
    messages = [Message("person" if who == "Mika" else "assistant", words) for who, words in said]
    return chat_view(messages, names={"person": "Mika", "assistant": "Lumenly"})


def worth(reply: Reply, rule: Rule, trick: str, today: date) -> str:
    """Return what a reply was worth, the name of the trick it met, and what the law says."""
    named = f"<p>The trick has a name here: <b>{escape(trick)}</b>.</p>" if trick else ""
    old = " This may be out of date by now." if rule.stale(today) else ""
    return (
        note(escape(reply.comment), reply.look, "Her reply.")
        + named
        + f"<p><b>In the European Union.</b> {escape(rule.says)}</p>"
        f'<p class="pl-soft">{escape(rule.basis)}. {escape(rule.source)}, read on '
        f"{day(rule.seen)}.{old} Not legal advice.</p>"
    )


def _day(text: str) -> str:
    made = date.fromisoformat(text)
    return f"{made.day} {made:%B}"


def later(days: int) -> str:
    """Return how long after something an answer came, up to the word "after"."""
    return {0: "on the day of", 1: "one day after"}.get(days, f"{days} days after")


def opened(chats: int, lacks: Sequence[str]) -> str:
    """Return what is in an export that was opened here, and the places that it says nothing of."""
    words = f"We opened the file as lesson 02 opens real ones. It has {chats} chats."
    if not lacks:
        return note(f"{words} Each place that holds rows of hers is in it.", "right", "Complete.")
    named = ", ".join(escape(lower(place.label)) for place in PLACES if place.key in lacks)
    return note(f"{words} Not in it are {len(lacks)} places: {named}.", "caution", "A part.")


def gone(model: Finished) -> str:
    """Return what to say once no row is left and the model was trained anew."""
    return note(
        "No row of Mika's is left in the database. A new model was trained without her. It needs "
        f"{model.guesses:,} guesses of {model.candidates:,} for her code. Left is one line in the register "
        "of requests, with no name.",
        "right",
        "Gone.",
    ) + note(
        "What a friend saved from the share link, what the calendar app read, what a reviewer remembers: no "
        "table of Lumenly's knows.",
        "caution",
        "What nobody can count.",
    )


def opted_out(changed: int) -> str:
    """Return what to say after the opt-out, which changed so many rows."""
    return (
        note(
            f"{changed} row of hers changed: the account with its switch. What was copied before is still "
            "there, and the model says what it said.",
            "caution",
            "Opting out is for tomorrow.",
        )
        + "<p>She chats once more after that, about a break-up. We will see where that goes.</p>"
    )
