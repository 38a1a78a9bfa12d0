"""What lesson 10's watcher sees and says, as HTML: sizes as bars, rounds, how often it is right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from privlessons.activities.bars import bars
from privlessons.ui import note
from privlessons.wire.streams import Seen
from privlessons.wire.watcher import Verdict

LOW = 36  # bytes of the smallest record's foot, which tells nothing


def sizes(name: str, seen: Seen) -> str:
    """Return the sizes of an answer's pieces as bars, and the same in words for who can't see them."""
    if not seen.sizes:
        return f'<p class="pl-sizes-name">{escape(name)}</p><p>Nothing came.</p>'
    most = max(seen.sizes) - LOW
    drawn = "".join(f'<i style="height:{100 * max(0, one - LOW) / most:.0f}%"></i>' for one in seen.sizes)
    counts = ", ".join(map(str, seen.sizes))
    return (
        f'<p class="pl-sizes-name">{escape(name)} <span class="pl-soft">{in_words(seen)}</span></p>'
        f'<div class="pl-sizes" role="img" aria-label="Sizes in bytes, in order: {counts}">{drawn}</div>'
    )


def in_words(seen: Seen) -> str:
    """Return what a watcher could say of one answer."""
    if len(seen.sizes) == 1:
        return f"1 piece of {seen.sizes[0]:,} bytes"
    mean = sum(seen.sizes) / len(seen.sizes)
    return f"{len(seen.sizes)} pieces, {mean:.1f} bytes each on average"


def past(rounds: Sequence[tuple[str, str, str]], names: Mapping[str, str]) -> str:
    """Return the rounds played as a table: (the truth, the learner's guess, the watcher's guess)."""
    rows = "".join(
        f'<tr><th scope="row">{n}</th><td>{escape(names[truth])}</td><td>{_tick(mine, truth, names)}</td>'
        f"<td>{_tick(its, truth, names)}</td></tr>"
        for n, (truth, mine, its) in enumerate(rounds, 1)
    )
    heads = "".join(f'<th scope="col">{one}</th>' for one in ("Round", "It was", "You", "The program"))
    return f'<table class="pl-table"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'


def _tick(guess: str, truth: str, names: Mapping[str, str]) -> str:
    return f"{'✓' if guess == truth else '✗'} {escape(names[guess])}"


def answer(number: int, truth: str, text: str) -> str:
    """Return what really was said, behind the sizes."""
    return note(f"Round {number} was about: <b>{escape(truth)}</b>.<br>“{escape(text)}”", "note", "Unlocked:")


def accuracy(rows: Sequence[tuple[str, Verdict]], topics: int) -> str:
    """Return how often the watcher is right, for each padding that was tried, beside blind guessing."""
    shown = [
        (
            words,
            one.right / one.asked,
            f"{one.right} of {one.asked} right ({100 * one.low:.0f} to {100 * one.high:.0f} in 100)",
            "" if one.right > one.luck else "soft",
        )
        for words, one in rows
    ]
    asked = rows[0][1].asked
    blind = ("Blind guessing", 1 / topics, f"about {asked / topics:.0f} of {asked}", "soft")
    soft = '<p class="pl-soft">In brackets: about what to expect with other answers.</p>'
    return bars([*shown, blind]) + soft
