"""The phones of one lesson: who types what, in numbers, and phones that never take part, for the exam."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from privlessons.collective import phones as learning
from privlessons.collective.messages import PHONES, Phone, dictionary, make_phones, triples

ROUNDS, STRANGERS = 8, 25
SEED = 9


@dataclass(frozen=True)
class Crowd:
    """``phones`` take part, ``strangers`` don't. ``words`` is the keyboard's dictionary; ``model`` is new."""

    words: tuple[str, ...]
    phones: tuple[Phone, ...]
    strangers: tuple[Phone, ...]
    model: object

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Word -> its number, which is its row in the model."""
        return {word: number for number, word in enumerate(self.words)}

    @cached_property
    def typed(self) -> tuple:
        """What was typed on each phone, as arrays (n, 3) of words."""
        return tuple(triples(phone.messages, self.numbers) for phone in self.phones)

    @cached_property
    def exam(self):
        """What was typed on the phones that don't take part, (n, 3)."""
        return triples((text for phone in self.strangers for text in phone.messages), self.numbers)

    def words_of(self, phone: int) -> frozenset[int]:
        """Return the words that were typed on a phone."""
        return frozenset(self.numbers[word] for word in self.phones[phone].words if word in self.numbers)

    def only_of(self, phone: int) -> frozenset[int]:
        """Return the words that were typed on this phone and on no other that takes part."""
        others = (self.words_of(n) for n in range(len(self.phones)) if n != phone)
        return self.words_of(phone).difference(*others)

    def by_anybody(self) -> frozenset[int]:
        """Return the words that were typed on any phone that takes part."""
        return frozenset().union(*(self.words_of(n) for n in range(len(self.phones))))

    def pairs_of(self, phone: int) -> set[tuple[int, int]]:
        """Return which word was typed straight after which on a phone."""
        return {(int(a), int(b)) for _, a, b in self.typed[phone]}

    def update(self, phone: int):
        """Return what a phone sends in the first round; the same each time."""
        import numpy as np

        return learning.update(self.model, self.typed[phone], np.random.default_rng((SEED, phone)))

    def right(self, model) -> float:
        """Return the share of strangers' next words that are among the keyboard's three suggestions."""
        return learning.right(model, self.exam)

    def suggest(self, model, begin: str, most: int = 3) -> list[str]:
        """Return the keyboard's suggestions after a beginning, the likeliest first."""
        import numpy as np

        last = triples([begin], self.numbers)[-1:, :2]
        chance = learning.chances(model, last)[1][0]
        chance[0] = 0  # nothing begins inside a message
        return [self.words[i] for i in np.argsort(-chance)[:most]]

    def alone(self, phone: int) -> Iterator:
        """Yield (share done, model) while one phone learns from its own messages only, as long as all do."""
        import numpy as np

        return learning.rounds(
            self.model, [self.typed[phone]], np.random.default_rng(SEED), ROUNDS, learning.mean
        )

    def collected(self) -> Iterator:
        """Yield (share done, model) while a model learns from all messages in one place."""
        import numpy as np

        everything = np.concatenate(self.typed)
        rng = np.random.default_rng(SEED)
        return learning.rounds(self.model, [everything], rng, ROUNDS // 2, learning.mean)

    def together(self) -> Iterator:
        """Yield (share done, model) while all phones learn together, each from its own messages."""
        import numpy as np

        rng = np.random.default_rng(SEED)
        return learning.rounds(self.model, self.typed, rng, ROUNDS, learning.mean)


def make_crowd(people: Iterable[Mapping], more: Iterable[str] = (), seed: int = SEED) -> Crowd:
    """Return the phones of people of the town, from their rows; ``more`` texts lend the dictionary words."""
    import numpy as np

    rng = np.random.default_rng(seed)
    people = list(people)
    own = [str(row[column]) for row in people for column in ("hobby", "pet", "occupation")]
    words = dictionary([*more, *own])
    phones = make_phones(people, rng, PHONES + STRANGERS)
    return Crowd(words, phones[:PHONES], phones[PHONES:], learning.new_model(len(words), rng))
