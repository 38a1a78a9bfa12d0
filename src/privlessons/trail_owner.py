"""Whose trail is it? Chats with people, sent to oneself as text, may not say which name is the owner's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from privlessons.records import Event

_TALK = "messages"
_MOST = 8


def possible_owners(events: Iterable[Event]) -> tuple[str, ...]:
    """Return the names in messages, the most frequent first, if none of the messages is said to be one's own.

    Empty where the owner is known, where there are no messages, and where there is one name alone.
    """
    names: Counter[str] = Counter()
    for event in events:
        if event.source != _TALK:
            continue
        if event.mine:
            return ()
        if event.who:
            names[event.who] += 1
    return tuple(name for name, _ in names.most_common(_MOST)) if len(names) > 1 else ()


def owned_by(events: Iterable[Event], name: str) -> list[Event]:
    """Return the events with the messages of ``name`` as one's own, written to the other where it is one."""
    events = list(events)
    others = {event.who for event in events if event.source == _TALK and event.who} - {name}
    to = next(iter(others)) if len(others) == 1 else ""
    return [
        replace(event, who=to, mine=True) if event.source == _TALK and event.who == name else event
        for event in events
    ]
