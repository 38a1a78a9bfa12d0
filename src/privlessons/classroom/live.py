"""What the pages of a room show, sent anew when it changes: made once for all who watch."""

from __future__ import annotations

import asyncio
import json
from dataclasses import asdict

from privlessons.classroom.store import Room, Store
from privlessons.classroom.totals import shown
from privlessons.classroom.writer import Writer

PAUSE = 1.0  # seconds between two pictures of a room
MOST_VIEWERS = 3_000


class Live:
    """The rooms that somebody looks at, each with its last picture: a JSON text that says nobody's answer."""

    def __init__(self, store: Store, writer: Writer):
        self.store, self.writer = store, writer
        self.viewers = 0
        self._pictures: dict[str, str] = {}
        self._news: dict[str, asyncio.Event] = {}
        self._due: dict[str, asyncio.Task] = {}

    def _picture(self, code: str) -> str:
        room = self.store.room(code)
        if room is None:
            return json.dumps({"open": False, "erased": True, "questions": []})
        tallies = self.store.tallies(room.id)
        asked = [
            asdict(shown(tally, ended=not room.is_open or tally is not tallies[-1])) for tally in tallies
        ]
        return json.dumps({"open": room.is_open, "erased": False, "questions": asked})

    async def picture(self, room: Room) -> str:
        """Return what a room shows now."""
        if room.code not in self._pictures:
            self._pictures[room.code] = await self.writer.run(self._picture, room.code)
        return self._pictures[room.code]

    async def next(self, room: Room, seen: str | None, seconds: float) -> str | None:
        """Return what a room shows as soon as it is not ``seen``, or None after some seconds."""
        now = await self.picture(room)
        if now != seen:
            return now
        try:
            await asyncio.wait_for(self._news.setdefault(room.code, asyncio.Event()).wait(), seconds)
        except TimeoutError:
            return None
        return await self.picture(room)

    def changed(self, code: str) -> None:
        """Draw a room's picture anew soon, once for all changes until then."""
        if code not in self._due:
            self._due[code] = asyncio.create_task(self._draw(code))

    async def at_once(self, code: str) -> None:
        """Draw a room's picture anew now, after something that its teacher did."""
        self._pictures[code] = await self.writer.run(self._picture, code)
        if news := self._news.pop(code, None):
            news.set()

    async def _draw(self, code: str) -> None:
        await asyncio.sleep(PAUSE)
        self._due.pop(code, None)  # what is stored from here on asks for the next picture
        await self.at_once(code)
