"""What lesson 10's line shows, as HTML: bytes as hex and text, what each end reads, all runs side by side."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from privlessons.ui import note
from privlessons.wire.tape import Tape, dump, times_found, visible

NAMES = {"plain": "No encryption", "tls": "TLS", "sealed": "End to end"}
FAR = {"plain": "The company's server", "tls": "The company's server", "sealed": "The messenger's server"}
ROW = 16


def _marked(data: bytes, words: str) -> set[int]:
    """Return the places of all bytes that are part of the words."""
    lower, wanted = data.lower(), words.strip().lower().encode()
    places, at = set(), lower.find(wanted) if wanted else -1
    while at >= 0:
        places.update(range(at, at + len(wanted)))
        at = lower.find(wanted, at + 1)
    return places


def bytes_panel(tape: Tape, words: str) -> str:
    """Return what left the learner's side, as somebody in the middle sees it, with the words marked."""
    data = tape.sent()
    marked = _marked(data, words)

    def mark(signs: list[str], start: int, between: str) -> str:
        shown = [
            f"<mark>{escape(sign)}</mark>" if start + n in marked else escape(sign)
            for n, sign in enumerate(signs)
        ]
        return between.join(shown)

    lines = []
    for at, hexed, text in dump(data, ROW):
        pairs = hexed.split()
        blank = " " * (3 * (ROW - len(pairs)))
        lines.append(f"{at:04x}  {mark(pairs, at, ' ')}{blank}  {mark(list(text), at, '')}")
    more = len(data) - len(lines) * ROW
    if more > 0:
        lines.append(f"… and {more} bytes more")
    head = "What left Mika's side, as somebody in the middle sees it"
    if tape.recorded:
        head += " (recorded on another machine: no line can be opened here)"
    shown = "<br>".join(lines)
    return (
        f'<div class="pl-file pl-bytes"><div class="pl-file-name">{head}</div>'
        f'<pre tabindex="0" role="region" aria-label="Bytes as numbers and as text">{shown}</pre></div>'
    )


def ends(tape: Tape, friend: str = "Ruth's phone") -> str:
    """Return what each end can read."""
    shown = [_end(FAR[tape.way], tape.company, tape)]
    if tape.way == "sealed":
        shown.append(_end(friend, tape.friend, tape))
    return f'<div class="pl-offices">{"".join(shown)}</div>'


def _end(name: str, read: str | None, tape: Tape) -> str:
    if read is not None:
        inside, gone = f"reads: <b>{escape(read)}</b>", ""
    elif tape.broke:
        inside, gone = "reads nothing", " pl-gone"
    else:
        inside, gone = "holds a locked box, and no key", " pl-gone"
    return f'<div class="pl-file{gone}"><div class="pl-file-name">{name}</div><pre>{inside}</pre></div>'


def still_shows(tape: Tape) -> str:
    """Return what shows on the way whatever the lock: which service, when, how much."""
    seen = visible(tape)
    service = escape(seen.service or "an unknown service")
    where = {
        "plain": "The service's name stands in the clear",
        "tls": "The service's name still stands in the clear, in the greeting",
        "sealed": "The messenger's name stands in the clear here, since we left TLS off to show you the box",
    }[tape.way]
    return (
        f"<p><b>What shows all the same.</b> {where}: {service}. The watcher also knows when, and how much: "
        f"{seen.out} bytes out, {seen.back} back, in {seen.pieces} pieces and "
        f"{1000 * seen.seconds:.1f} thousandths of a second.</p>"
    )


def searched(tape: Tape, words: str) -> str:
    """Return how often the words were found on the way, and at the far end."""
    on_the_way = times_found(tape.crossed(), words)
    there = times_found((tape.company or "").encode(), words)
    return note(
        f"“{escape(words.strip())}” is found {_times(on_the_way)} in the bytes on the way, and "
        f"{_times(there)} at {FAR[tape.way][0].lower() + FAR[tape.way][1:]}.",
        "note",
        "Search:",
    )


def _times(number: int) -> str:
    return {0: "nowhere", 1: "once"}.get(number, f"{number} times")


def flipped(before: Tape, after: Tape) -> str:
    """Return what came of one turned bit."""
    if after.broke:
        return note(escape(after.broke), "right", "Noticed.")
    read = after.company if after.way != "sealed" else after.friend
    sent = before.company if before.way != "sealed" else before.friend
    return note(
        f"Sent: <b>{escape(sent or '')}</b><br>Read: <b>{escape(read or '')}</b><br>Nobody noticed. The "
        "server answered as if all were well.",
        "wrong",
        "Changed in silence.",
    )


def runs(done: Mapping[str, tuple[Tape, Tape | None]], words: str) -> str:
    """Return all ways that were tried as a table: found on the way, who reads it, what one bit did."""
    rows = ""
    for way, (whole, turned) in done.items():
        found = times_found(whole.crossed(), words)
        reads = "the company" if whole.company else "Ruth only"
        bit = "not tried yet" if turned is None else ("noticed" if turned.broke else "not noticed")
        told = "".join(f"<td>{one}</td>" for one in (_times(found), reads, bit))
        rows += f'<tr><th scope="row">{NAMES[way]}</th>{told}</tr>'
    heads = ("Way", "Secret found on the way", "Who reads it at the end", "One bit changed")
    tops = "".join(f'<th scope="col">{one}</th>' for one in heads)
    return (
        f'<table class="pl-table"><caption>What you have tried</caption><thead><tr>{tops}</tr></thead>'
        f"<tbody>{rows}</tbody></table>"
    )
