"""What lesson 10's board shows, as HTML: one column with its reasons, and the group's board so far."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from html import escape

from privlessons.activities.bars import times
from privlessons.activities.fact_views import day
from privlessons.ui import note
from privlessons.wire.parties import Board, Cell

WORDS = {"can": "can read it", "cannot": "cannot read it", "depends": "it depends"}
SIGNS = {"can": "●", "cannot": "○", "depends": "◐"}


def said(answer: str, *, short: bool = False) -> str:
    """Return an answer as a sign and words."""
    sign = f'<span aria-hidden="true">{SIGNS[answer]}</span>'
    return f'<span class="pl-see-{answer}">{sign} {answer if short else WORDS[answer]}</span>'


def column(cells: Sequence[Cell], guesses: Sequence[str], today: date) -> str:
    """Return five cells as a table: who, the guess, the answer, why, and where that is from."""
    rows = "".join(
        f'<tr><th scope="row">{escape(cell.party)}</th><td>{_guess(guess, cell)}</td>'
        f"<td>{said(cell.answer)}</td><td>{escape(cell.reason)}{_source(cell, today)}</td></tr>"
        for cell, guess in zip(cells, guesses, strict=True)
    )
    heads = "".join(f'<th scope="col">{words}</th>' for words in ("Who", "You said", "Answer", "Why"))
    return _table("Five answers with their reasons", f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody>")


def _table(name: str, content: str, look: str = "") -> str:
    """Return a table that scrolls by itself, also by keyboard, where the page is narrow."""
    return (
        f'<div class="pl-scroll" tabindex="0" role="region" aria-label="{escape(name, quote=True)}">'
        f'<table class="pl-table pl-see {look}"><caption>{escape(name)}</caption>{content}</table></div>'
    )


def _guess(guess: str, cell: Cell) -> str:
    return f"{'✓' if guess == cell.answer else '✗'} {WORDS[guess]}"


def _source(cell: Cell, today: date) -> str:
    one = cell.source
    if one is None:
        return ""
    old = " <b>May be out of date: look whether it still holds.</b>" if one.stale(today) else ""
    link = f'<a href="{escape(one.url, quote=True)}" target="_blank" rel="noopener">{escape(one.source)}</a>'
    return f'<br><span class="pl-soft">{link}. {escape(one.region)}. Read on {day(one.seen)}.{old}</span>'


def whole(board: Board, group: str, opened: Collection[str]) -> str:
    """Return a group's board: five parties, six ways; columns that are not opened yet say so."""
    heads = "".join(f'<th scope="col">{escape(way.name)}</th>' for way in board.ways)
    rows = ""
    for party in board.parties[group]:
        cells = "".join(
            f"<td>{said(board.cells[party, way.id].answer, short=True)}</td>"
            if way.id in opened
            else '<td class="pl-soft">not yet</td>'
            for way in board.ways
        )
        rows += f'<tr><th scope="row">{escape(party)}</th>{cells}</tr>'
    name = f"The board so far: {board.groups[group].lower()}"
    top = f"<thead><tr><td></td>{heads}</tr></thead>"
    return _table(name, f"{top}<tbody>{rows}</tbody>", "pl-see-whole")


def told(right: int, asked: int, trusting: int, fearful: int) -> str:
    """Return the sentence on all guesses so far."""
    words = f"You have opened {asked} cells of the board and were right in {right}."
    if trusting:
        words += (
            f" You trusted too much {times(trusting)}: you said “cannot”, where a lock ends too soon, or a "
            "promise is all there is."
        )
    if fearful:
        words += f" You feared too much {times(fearful)}: you said “can”, where it depends or a lock holds."
    if unsure := asked - right - trusting - fearful:
        words += f" You were unsure {times(unsure)}: you said “it depends”, where the answer is plain."
    return note(escape(words), "note", "So far:")
