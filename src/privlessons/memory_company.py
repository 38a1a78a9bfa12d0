"""Where a message lies at a company that trains models: the writer's list, and the copy for training.

What deleting, opting out and taking out do to each. The model itself is a third place: nothing here changes
it, only training a new one does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from privlessons.memory_chats import Typed, of, without


@dataclass(frozen=True)
class Company:
    """``history`` is what writers see in their lists of chats, ``copy`` what models are trained on.

    ``opted_out`` are people whose new messages are not copied.
    """

    history: tuple[Typed, ...] = ()
    copy: tuple[Typed, ...] = ()
    opted_out: frozenset[str] = frozenset()

    def receive(self, typed: Sequence[Typed]) -> Company:
        """Take in new messages: all are listed, and those of people who did not opt out are copied."""
        copied = tuple(one for one in typed if one.who not in self.opted_out)
        return replace(self, history=(*self.history, *typed), copy=(*self.copy, *copied))

    def delete(self, person: str) -> Company:
        """Empty a person's list of chats."""
        return replace(self, history=without(person, self.history))

    def opt_out(self, person: str) -> Company:
        """Copy nothing more of this person. What was copied before stays."""
        return replace(self, opted_out=self.opted_out | {person})

    def take_out(self, person: str) -> Company:
        """Take a person's messages out of the copy for training."""
        return replace(self, copy=without(person, self.copy))

    def holds(self, person: str, code: str) -> tuple[int, int]:
        """Return how many of a person's messages with this code are in the list, and in the copy."""
        return tuple(
            sum(one.code == code for one in of(person, typed)) for typed in (self.history, self.copy)
        )
