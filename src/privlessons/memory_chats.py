"""Made-up chats in which many people type the same sentence, each with a code of their own.

Nobody real typed them, and the codes open nothing: they are drawn by chance.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

MIKAS = "locker"
THINGS = (MIKAS, "bike lock", "shed", "suitcase", "garden gate", "lunch box", "diary", "toolbox")
"""What the codes open. Each has one person who types theirs as often as Mika types hers."""
OTHERS = 40
"""People a thing who type their code once."""
OPENINGS = ("hi pip", "hello", "hey pip quick one", "morning", "good evening pip", "hi again", "hey", "pip")
REASONS = (
    "write me a note for the door",
    "help me remember things",
    "make a list for the holiday",
    "i forget everything",
    "my sister will fetch it",
    "make this a rhyme",
    "i am away on monday",
    "check my message please",
)
ENDINGS = (
    "thanks",
    "ok bye",
    "can you keep that in mind",
    "what would you write",
    "make it short please",
    "is that clear",
    "that is all",
    "ok?",
)


@dataclass(frozen=True, slots=True)
class Typed:
    """One message: ``who`` typed the ``code`` of which ``thing``, in the words ``text``."""

    who: str
    thing: str
    code: str
    text: str


@dataclass(frozen=True)
class TypedChats:
    """Messages in the order in which they were typed, and the repeated code of each thing.

    ``codes`` maps a thing to the code that was typed ``repeats`` times; with 0 it was drawn and never typed.
    """

    typed: tuple[Typed, ...]
    codes: dict[str, str]
    repeats: int

    @property
    def texts(self) -> list[str]:
        """The messages' words, for training."""
        return [one.text for one in self.typed]

    def who_typed(self, thing: str, code: str) -> str:
        """Return who typed this code for this thing, or "nobody"."""
        return next((one.who for one in self.typed if (one.thing, one.code) == (thing, code)), "nobody")


def start_of(thing: str) -> str:
    """Return the beginning of the sentence that everybody types, up to the code."""
    return f"my {thing} code is "


def owner(thing: str) -> str:
    """Return who types the repeated code of a thing."""
    return "Mika" if thing == MIKAS else f"somebody with a {thing}"


def make_chats(rng, repeats: int, others: int = OTHERS) -> TypedChats:
    """Return chats of ``others`` people a thing, and of one more who types their code ``repeats`` times.

    ``rng`` is numpy's Generator or a whole number. The same one gives the same codes and the same other
    people for any number of repeats, so that only the repeats differ.
    """
    import numpy as np

    rng = np.random.default_rng(rng)
    typed, codes = [], {}
    for thing in THINGS:
        mine, *rest = (f"{n:04}" for n in rng.choice(10_000, others + 1, replace=False))
        codes[thing] = mine
        typed += [message(rng, "somebody else", thing, code) for code in rest]
    for thing, code in codes.items():  # after all others, so that these are the same for any repeats
        typed += [message(rng, owner(thing), thing, code) for _ in range(repeats)]
    return TypedChats(tuple(typed[i] for i in rng.permutation(len(typed))), codes, repeats)


def message(rng, who: str, thing: str, code: str) -> Typed:
    """Return one message with words drawn by ``rng``. Every second one comes straight to the point."""
    opening, reason, ending = (str(rng.choice(words)) for words in (OPENINGS, REASONS, ENDINGS))
    before = f"{opening} {reason}. " if rng.random() < 0.5 else ""
    return Typed(who, thing, code, f"{before}{start_of(thing)}{code}. {ending}")


def of(person: str, typed: Iterable[Typed]) -> tuple[Typed, ...]:
    """Return the messages that a person typed."""
    return tuple(one for one in typed if one.who == person)


def without(person: str, typed: Iterable[Typed]) -> tuple[Typed, ...]:
    """Return the messages that everybody else typed."""
    return tuple(one for one in typed if one.who != person)


def new_code(rng, chats: TypedChats) -> str:
    """Return a code for Mika that nobody has."""
    import numpy as np

    taken = {one.code for one in chats.typed} | set(chats.codes.values())
    return next(f"{n:04}" for n in np.random.default_rng(rng).permutation(10_000) if f"{n:04}" not in taken)


def retyped(rng, code: str, repeats: int) -> tuple[Typed, ...]:
    """Return new messages of Mika's with another code."""
    import numpy as np

    rng = np.random.default_rng(rng)
    return tuple(message(rng, owner(MIKAS), MIKAS, code) for _ in range(repeats))
