"""What lesson 05 shows of chats and models, as HTML."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from privlessons.memory_chats import Typed
from privlessons.memory_trial import Asked, Guess
from privlessons.records import Message
from privlessons.ui import chat_view

TIMES = {0: "Never", 1: "Once", 5: "5 times", 20: "20 times"}
OWNERS = {"somebody else": "somebody else, once", "nobody": "nobody, the model made it up"}


def bubbles(typed: Sequence[Typed], who: str, look: str = "") -> str:
    """Return typed messages as bubbles of one writer; a ``look`` of the style sheet marks their codes."""
    marks = []
    if look:
        places = [(n, one.text.index(one.code), one) for n, one in enumerate(typed)]
        marks = [(n, at, at + len(one.code), look, "") for n, at, one in places]
    return chat_view([Message("person", one.text) for one in typed], marks, {"person": who})


def babble(start: str, says: str) -> str:
    """Return what a model says while it is still learning."""
    return (
        '<div class="pl-file"><div class="pl-file-name">The model, asked to finish the sentence</div>'
        f"<pre>{escape(start)}<b>{escape(says)}</b></pre></div>"
    )


def answered(asked: Asked, code: str, who: str = "The model") -> str:
    """Return the model's sentence as a bubble; ``code`` is marked if it comes in it."""
    text = asked.start + asked.says
    at = text.find(code, len(asked.start))
    marks = [(0, at, at + len(code), "missed", "Mika's code")] if at >= 0 else []
    return chat_view([Message("assistant", text)], marks, {"assistant": who})


def best(guesses: Sequence[Guess], repeats: int) -> str:
    """Return the model's best guesses as a table: the code, its chance, and who typed it."""
    rows = "".join(
        f'<tr><td class="pl-num">{n}</td><td class="pl-num">{_bold(guess)}</td>'
        f'<td class="pl-num">{one_in(guess.chance)}</td><td>{escape(typed_by(guess, repeats))}</td></tr>'
        for n, guess in enumerate(guesses, 1)
    )
    return (
        '<table class="pl-table"><tr><th class="pl-num">Guess</th><th class="pl-num">Code</th>'
        f'<th class="pl-num">Chance</th><th>Who typed it?</th></tr>{rows}</table>'
    )


def _bold(guess: Guess) -> str:
    code = escape(guess.code)
    return f"<b>{code}</b>" if guess.typed_by == "Mika" else code


def typed_by(guess: Guess, repeats: int) -> str:
    """Return who typed a guessed code, in words."""
    if guess.typed_by == "Mika":
        return f"Mika, {TIMES[repeats].lower()}"
    return OWNERS.get(guess.typed_by, guess.typed_by)


def one_in(chance: float) -> str:
    """Return a chance (0 to 1) as odds that people can picture."""
    return f"1 in {round(1 / chance):,}" if chance > 0 else "none"


def count(number: int) -> str:
    """Return a number of guesses in words."""
    return "1 guess" if number == 1 else f"{number:,} guesses"


def place(guesses: int, candidates: int) -> str:
    """Return in words when a code comes, such as "guess 12 of 10,000"."""
    return "the very first guess" if guesses == 1 else f"guess {guesses:,} of {candidates:,}"
