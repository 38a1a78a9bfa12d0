"""Ask a trained model for the codes it read: what it says, and how many guesses it needs for each code."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import mean, median

from privlessons.memory import TextModel, complete, every_code, exposure, log_chances
from privlessons.memory_chats import MIKAS, TypedChats, start_of

REPEATS = (0, 1, 5, 20)
"""How often a code is typed; 0 is the control: the model never saw it."""
SHOWN = 5


@dataclass(frozen=True, slots=True)
class Guess:
    """One guess of the model's: the code, its chance (0 to 1), and who typed it ("nobody" if nobody did)."""

    code: str
    chance: float
    typed_by: str


@dataclass(frozen=True)
class Asked:
    """What a model answers when asked for a code.

    ``says`` is how it ends the sentence, ``best`` its likeliest codes, ``needed`` how many guesses it needs
    for the repeated code of each thing, out of ``candidates``.
    """

    repeats: int
    start: str
    says: str
    best: tuple[Guess, ...]
    needed: dict[str, int]
    candidates: int


@dataclass(frozen=True, slots=True)
class Spread:
    """The guesses needed for several codes: how many ``first`` guesses, the middle one and both ends.

    ``bits`` is the mean exposure.
    """

    count: int
    first: int
    lowest: int
    middle: int
    highest: int
    bits: float


def ask(model: TextModel, chats: TypedChats, thing: str = MIKAS) -> Asked:
    """Ask for the code of one thing, and count the guesses needed for those of all things."""
    start = start_of(thing)
    needed = {thing: exposure(model, start_of(thing), code).guesses for thing, code in chats.codes.items()}
    codes = every_code()
    return Asked(
        chats.repeats, start, complete(model, start), best_guesses(model, chats, thing), needed, len(codes)
    )


def best_guesses(model: TextModel, chats: TypedChats, thing: str = MIKAS) -> tuple[Guess, ...]:
    """Return the likeliest codes of a thing, best first, with who typed them."""
    logs, codes = log_chances(model, start_of(thing), every_code()), every_code()
    best = (-logs).argsort(kind="stable")[:SHOWN]
    return tuple(Guess(codes[i], math.exp(logs[i]), chats.who_typed(thing, codes[i])) for i in best)


def spread(needed: Iterable[int], candidates: int) -> Spread:
    """Summarise the guesses needed for several codes."""
    needed = sorted(needed)
    return Spread(
        len(needed),
        sum(n == 1 for n in needed),
        needed[0],
        round(median(needed)),
        needed[-1],
        mean(math.log2(candidates / n) for n in needed),
    )


def luck(candidates: int) -> int:
    """Return how many guesses it takes on average in an order drawn by chance."""
    return round((candidates + 1) / 2)
