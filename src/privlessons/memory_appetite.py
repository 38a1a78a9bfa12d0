"""More people's data, better model: the same model trained on the chats of few people and of many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from privlessons.records import PlainError, TownChat

AMOUNTS = (1, 3, 10, 40)
HELD_OUT = 13
"""People whose chats no model reads. On these each is tested."""
BATCHES = 1000
"""Of training for each model, so that only the texts differ."""


@dataclass(frozen=True)
class Portions:
    """Texts for each number of people (a larger portion holds the smaller ones), and the texts to test on."""

    texts: dict[int, tuple[str, ...]]
    test: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fed:
    """One model's result: how many people and letters it read, and the share (0 to 1) it guesses right."""

    people: int
    letters: int
    right: float


def portions(chats: Iterable[TownChat], rng, amounts: Sequence[int] = AMOUNTS) -> Portions:
    """Return texts of growing numbers of people, in an order drawn by ``rng``, and others to test on.

    Raises PlainError if there are not enough people for the largest amount and the test.
    """
    import numpy as np

    by_person: dict[str, list[str]] = {}
    for chat in chats:
        by_person.setdefault(chat.person, []).extend(m.text for m in chat.chat.messages)
    people = sorted(by_person)
    needed = max(amounts) + HELD_OUT
    if len(people) < needed:
        raise PlainError(
            f"These chats are by {len(people)} people, and {needed} are needed: {max(amounts)} to learn from "
            f"and {HELD_OUT} to test on. Use the town's chats."
        )
    order = [people[i] for i in np.random.default_rng(rng).permutation(len(people))]
    test, rest = order[:HELD_OUT], order[HELD_OUT:]

    def texts_of(some: Iterable[str]) -> tuple[str, ...]:
        return tuple(text for person in some for text in by_person[person])

    return Portions({n: texts_of(rest[:n]) for n in amounts}, texts_of(test))


def commonest_share(texts: Iterable[str]) -> float:
    """Return how often a guesser is right who always says the commonest letter, usually a space (0 to 1).

    Counted as `memory.guessed_right` counts: the end of each text is one letter more to guess.
    """
    from collections import Counter

    texts = [" ".join(text.lower().split()) for text in texts]
    often = Counter("".join(texts))
    return max(often.values()) / (sum(often.values()) + len(texts))
