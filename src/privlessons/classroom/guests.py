"""The guests' pages: join by a code, answer by a coin that falls in the guest's own browser."""

from __future__ import annotations

import json

from tornado import web

from privlessons.classroom.handlers import Page
from privlessons.classroom.keeping import Answer
from privlessons.classroom.store import NotStoredError


class Join(Page):
    """``/``: asks for the join code."""

    def get(self):
        """Show the form."""
        self.render("join.html")

    async def post(self):
        """Go to the room of a code."""
        room = await self.room(self.get_body_argument("code", ""))
        self.redirect(f"/r/{room.code}")


class Answering(Page):
    """``/r/CODE``: the question that is asked now, and the guest's coin."""

    async def get(self, code: str):
        """Show the question, or what the guest has sent to it."""
        room = await self.room(code)
        if code != room.code:  # typed in small letters: the cookie belongs to one address
            self.redirect(f"/r/{room.code}")
            return
        guest = self.welcome(code)
        picture = json.loads(await self.board.live.picture(room))
        question = picture["questions"][-1] if picture["questions"] else None
        sent = None
        if question:
            sent = await self.board.writer.run(self.board.store.sent, question["question"], guest)
        word = "" if sent is None else "yes" if sent else "no"
        self.render("answer.html", room=room, question=question, sent=word)

    async def post(self, code: str):
        """Keep a flipped answer; say what is kept, which is the first that this guest sent."""
        if (guest := self.guest(code)) is None:  # forged, or from another day or room
            raise web.HTTPError(403)
        room = await self.room(code)
        word, number = self.get_body_argument("answer", ""), self.get_body_argument("question", "")
        if word not in ("yes", "no") or not (number.isascii() and number.isdigit() and len(number) < 10):
            raise web.HTTPError(400)
        try:
            kept = await self.board.writer.keep(Answer(room.id, int(number), guest, word == "yes"))
        except NotStoredError:
            raise web.HTTPError(503) from None
        if kept is None:
            raise web.HTTPError(409)
        self.board.live.changed(room.code)
        if "application/json" in self.request.headers.get("Accept", ""):
            self.finish({"sent": "yes" if kept else "no"})
        else:
            self.redirect(f"/r/{room.code}")


class Watching(Page):
    """``/r/CODE/live``: the room's pictures for those who joined."""

    async def get(self, code: str):
        """Send them as they change."""
        if self.guest(code) is None:
            raise web.HTTPError(403)
        await self.stream(await self.room(code))
