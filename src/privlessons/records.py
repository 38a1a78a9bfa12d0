"""The frozen records that travel between rooms: chats and what was found in them, trails, planted truth."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

Author = Literal["person", "assistant"]


class PlainError(Exception):
    """An error whose message may be shown to a learner as it is.

    The message is one sentence in everyday words: what was wrong, where, and what to do about it.
    """

    def _render_traceback_(self):
        """Let IPython print the sentence where it would print a traceback."""
        return [str(self)]


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a chat.

    ``time`` is timezone-aware UTC, or None where the source has none.
    ``taken_back`` marks what an edit or a regeneration replaced: the screen hides it, the export keeps it.
    """

    author: Author
    text: str
    time: datetime | None = None
    taken_back: bool = False


@dataclass(frozen=True, slots=True)
class Chat:
    """One conversation, messages in the order in which they were said."""

    id: str
    title: str
    messages: tuple[Message, ...]
    source: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """Personal data found in a text: ``text[start:end]`` is of this ``kind``; ``score`` from 0 to 1."""

    kind: str
    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class Planted:
    """A true span that an author marked in an invented chat.

    ``message`` is the index of the message, ``start`` and ``end`` half-open string indices into its text.
    ``whom`` is "self" for the person who types, else whoever is given away ("client", "sister", ...).
    ``clue`` is what the words tell about a row of the people table, such as ``("occupation", "dentist")``;
    its value is matched by ``town.fits``, so ``("age", "2?")`` is somebody in their twenties.
    """

    message: int
    start: int
    end: int
    kind: str
    whom: str = "self"
    clue: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class TownChat:
    """An invented chat with the truth about it: who typed it, and every span that identifies somebody.

    ``person`` is the ``person_id`` of a row of the people table. ``desk`` marks those of the reviewer's desk.
    """

    chat: Chat
    person: str
    topic: str
    planted: tuple[Planted, ...]
    desk: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """One record of a trail: something that was done, said, bought or visited at a time.

    ``time`` is timezone-aware UTC, the start; ``end`` is there for stays. ``source`` is one of "browser
    history", "searches", "purchases", "location", "social posts", "chats", "music", "films", "photos",
    "messages". ``text`` is a title, a query, an item, a post, a message or a place's name. ``latitude`` and
    ``longitude`` are degrees; ``amount`` is money in the currency of the data; ``who`` is the other person,
    the shop or the host of a web page. ``mine`` is False for what somebody else said or did.
    """

    time: datetime
    source: str
    text: str = ""
    end: datetime | None = None
    latitude: float | None = None
    longitude: float | None = None
    amount: float | None = None
    who: str = ""
    mine: bool = True


@dataclass(frozen=True, slots=True)
class Conclusion:
    """What a simple program concludes from a trail, with the records it rests on.

    ``kind`` is one of ``trail.KINDS``, ``text`` one plain sentence, ``value`` the bare answer (a place's
    name, ``"23:30-07:00"``, ``"running"``). ``confidence`` goes from 0 to 1: how far the records bear it out.
    ``evidence`` are indices of events, in order, at most ``trail.MOST_EVIDENCE`` spread over all of them;
    ``rests_on`` is how many there are. ``latitude`` and ``longitude`` are degrees, for places.
    ``sensitive`` marks faith, health, sexuality and debt, with clinics, and with a partner: that is whom one
    loves.
    """

    kind: str
    text: str
    value: str
    confidence: float
    evidence: tuple[int, ...]
    rests_on: int
    latitude: float | None = None
    longitude: float | None = None
    sensitive: bool = False


@dataclass(frozen=True)
class Again:
    """An iterable that can be walked again: each walk calls ``start`` for a fresh iterator."""

    start: Callable[[], Iterator]

    def __iter__(self) -> Iterator:
        return self.start()


@dataclass(frozen=True)
class Trail:
    """What one export holds.

    ``chats`` and ``events`` may be walked any number of times and are read lazily: one in memory at a time.
    ``skipped`` fills while they are walked: one plain sentence for each part that could not be read.
    ``progress`` answers how far the latest walk has come, from 0 to 1.
    ``owner`` are the writer's own names, addresses and numbers, as far as the export's account file says.
    """

    source: str
    chats: Iterable[Chat]
    skipped: list[str] = field(default_factory=list)
    progress: Callable[[], float] = lambda: 1.0
    owner: tuple[str, ...] = ()
    events: Iterable[Event] = ()
