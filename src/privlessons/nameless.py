"""A town chat after the machine took something out, and where the words that stayed stand afterwards."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from privlessons.clues import Span
from privlessons.kinds import DIRECT
from privlessons.records import Finding, Message, TownChat
from privlessons.redaction import redact

NAMES_AND_NUMBERS = DIRECT | {"POSTCODE", "BIRTH_DATE"}
"""What is usually taken out when a chat is called anonymised: all that leads to a person by itself."""
SURE = 0.5
"""How sure the machine must be, from 0 to 1, before it takes something out."""


@dataclass(frozen=True, slots=True)
class Nameless:
    """A chat without what was found in it.

    ``messages`` are as a reviewer sees them, with stand-ins such as "[name 1]". ``spans`` are what was
    taken out, as places in the chat itself, and ``lengths`` those of their stand-ins.
    """

    chat: TownChat
    messages: tuple[Message, ...]
    spans: tuple[Span, ...]
    lengths: tuple[int, ...]

    def place(self, message: int, start: int, end: int) -> Span:
        """Return where words of the chat itself stand in ``messages``; without stand-ins at their edge."""
        for m, s, e in self.spans:
            if m == message and s < end and start < e:
                start, end = (max(start, e), end) if s <= start else (start, min(end, s))
        return message, self._moved(message, start), self._moved(message, max(start, end))

    def _moved(self, message: int, at: int) -> int:
        shifts = (
            length - (end - start)
            for (m, start, end), length in zip(self.spans, self.lengths, strict=True)
            if m == message and end <= at
        )
        return at + sum(shifts)


def take_out(
    chat: TownChat,
    findings: Sequence[Sequence[Finding]],
    kinds: Collection[str] = NAMES_AND_NUMBERS,
    sure: float = SURE,
) -> Nameless:
    """Return a chat without those of its findings that are of ``kinds`` and at least ``sure``.

    ``findings`` are those of each message, which do not overlap.
    """
    numbers: dict[tuple[str, str], int] = {}
    messages, spans, lengths = [], [], []
    for number, (message, all_found) in enumerate(zip(chat.chat.messages, findings, strict=True)):
        found = [f for f in all_found if f.kind in kinds and f.score >= sure]
        messages.append(replace(message, text=redact(message.text, found, "replace", numbers=numbers)))
        for f in sorted(found, key=lambda f: f.start):
            alone = Finding(f.kind, 0, f.end - f.start, f.score)
            spans.append((number, f.start, f.end))
            lengths.append(len(redact(message.text[f.start : f.end], [alone], "replace", numbers=numbers)))
    return Nameless(chat, tuple(messages), tuple(spans), tuple(lengths))
