"""What the local model of lesson 10 shows: an answer as bubbles, and what the watch saw."""

from __future__ import annotations

from html import escape

from privlessons.local.helper import Answer
from privlessons.local.watch import Seen
from privlessons.records import Message
from privlessons.ui import chat_view, note

NOT_TOLD = "not told on this system"


def talk(question: str, words: str, who: str) -> str:
    """Return a question and its answer as bubbles."""
    return chat_view(
        [Message("person", question), Message("assistant", words)], names={"person": "Mika", "assistant": who}
    )


def how(found: Answer, count: int) -> str:
    """Return how the helper came to its answer."""
    if not found.words:
        return f"<p>It looked through {count} old questions. None is like this one. So it says nothing.</p>"
    return (
        f"<p>It is no chatbot. It looked through {count} old questions and took the one with the most alike "
        f"words: <i>“{escape(found.like)}”</i>. It gives what Pip said then.</p>"
    )


def watched(seen: Seen) -> str:
    """Return HTML for what the watch saw during an answer, as a table with what each look can't see."""
    here = len(seen.called) - len(seen.called_elsewhere)
    calls = f"<b>{len(seen.called_elsewhere)}</b> to other machines" + (
        f", {here} to this machine itself" if here else ""
    )
    lines = (
        f"<b>{seen.open_elsewhere}</b> to other machines, {seen.open_here} to this machine itself"
        if seen.open_elsewhere is not None
        else NOT_TOLD
    )
    cards = f"{seen.card_bytes:,} bytes, of all programs" if seen.card_bytes is not None else NOT_TOLD
    rows = (
        ("Calls that this program made", calls, "libraries that call on their own"),
        ("Its open connections, before and after", lines, "one that opened and closed in between"),
        ("Bytes out of the network cards", cards, "whose bytes they are"),
    )
    body = "".join(
        f'<tr><th scope="row">{what}</th><td>{saw}</td><td>{blind}</td></tr>' for what, saw, blind in rows
    )
    return (
        '<table class="pl-table pl-watch"><caption>The watch, during this answer</caption><tr>'
        '<th scope="col">Look</th><th scope="col">It saw</th><th scope="col">It can\'t see</th></tr>'
        f"{body}</table>"
    )


def verdict(seen: Seen, program: str = "") -> str:
    """Return what the watch's looks add up to; ``program`` is the real model's, or "" for the helper."""
    if not seen.nothing_left:
        ends = ", ".join(escape(address) for address in seen.called_elsewhere[:5])
        ends = ends or ("a program that it started" if seen.programs else "a line that stays open")
        return note(
            f"Something in this program has a way out: {ends}. So the watch can't say that nothing left.",
            "wrong",
            "Look here.",
        )
    if program:
        return note(
            f"From this program nothing left: it spoke to {escape(program)} on this machine. What "
            f"{escape(program)} sends in turn, we can't see from here. Its settings tell. Or pull the plug: "
            "switch the Wi-Fi off and ask once more.",
            "right",
            "No way out seen.",
        )
    quiet = " All network cards were quiet, too." if seen.card_bytes == 0 else ""
    others = (
        " The bytes in the last row are of all programs together, such as mail or updates."
        if seen.card_bytes
        else ""
    )
    return note(
        "Zero bytes of the question left from this program during the answer: it called no other machine and "
        f"holds no line to one.{quiet}{others}",
        "right",
        "Nothing left.",
    )


def comfort(where: str) -> str:
    """Return what a local answer does not guard against; ``where`` says where this program runs."""
    return note(
        "Many local programs keep a history on your disk. Whoever can open the disk can read it: a thief, a "
        "repair shop, somebody at home. Lock the disk, and clear the history.",
        "caution",
        "“Local is safe”?",
    ) + note(escape(where), "caution", "And “local” means here:")
