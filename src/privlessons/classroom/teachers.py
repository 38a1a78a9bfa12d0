"""The teacher's page: ask, watch the totals, close, save, erase. It needs the teacher's secret."""

from __future__ import annotations

import io
import json
import time

import segno
from sqlalchemy.exc import SQLAlchemyError
from tornado import web

from privlessons.classroom.handlers import DAY, Page
from privlessons.classroom.store import Room
from privlessons.classroom.totals import as_csv
from privlessons.records import PlainError


def qr_svg(address: str) -> str:
    """Return a QR code of an address as SVG, dark on white in any theme."""
    out = io.BytesIO()
    code = segno.make(address, error="m")
    code.save(out, kind="svg", scale=6, border=3, light="white", xmldecl=False, svgns=False, title="QR code")
    return out.getvalue().decode()


class Enter(Page):
    """``/t/SECRET``: lets the teacher in, and takes the secret out of the address before it is projected."""

    async def get(self, secret: str):
        """Give a cookie for the room and go to its page."""
        address, now, wrongs = self.request.remote_ip, time.monotonic(), self.board.wrongs
        if wrongs.too_many(address, now):
            raise web.HTTPError(429)
        room = await self.board.writer.run(self.board.store.teachers_room, secret)
        if room is None:
            wrongs.wrong(address, now)
            raise web.HTTPError(404)
        self.set_signed_cookie(
            "board_teacher", room.code, expires_days=DAY, httponly=True, samesite="Lax", path="/teach"
        )
        self.redirect(f"/teach/{room.code}")


class Teacher(Page):
    """Behind the secret."""

    async def mine(self, code: str) -> Room:
        """Return the teacher's room; anybody else gets a 403, whether there is such a room or not."""
        own = self.get_signed_cookie("board_teacher", max_age_days=DAY)
        room = await self.board.writer.run(self.board.store.room, code) if own == code.encode() else None
        if room is None:
            raise web.HTTPError(403)
        return room

    async def show(self, room: Room, wrong: str = "") -> None:
        """Show the page, with a sentence if something was wrong."""
        picture = json.loads(await self.board.live.picture(room))
        done = {one["text"] for one in picture["questions"]}  # asking one again is refused
        address = f"{self.board.address(self.request)}/r/{room.code}"
        self.render(
            "teacher.html",
            room=room,
            asked=picture["questions"],
            choices=[one for one in self.board.questions if one not in done] or self.board.questions,
            address=address,
            qr=qr_svg(address),
            alone=self.board.alone,
            wrong=wrong,
        )


class Board(Teacher):
    """``/teach/CODE``: the page itself."""

    async def get(self, code: str):
        """Show it."""
        await self.show(await self.mine(code))


class BoardLive(Teacher):
    """``/teach/CODE/live``: its pictures."""

    async def get(self, code: str):
        """Send them as they change."""
        await self.stream(await self.mine(code))


class Act(Teacher):
    """``/teach/CODE/ask``, ``close`` and ``erase``."""

    async def post(self, code: str, what: str):
        """Do what the teacher's button says."""
        room = await self.mine(code)
        store, run = self.board.store, self.board.writer.run
        try:
            if what == "ask":
                own = self.get_body_argument("own", "")
                await run(store.ask, room.id, own if own.strip() else self.get_body_argument("listed", ""))
            elif what == "close":
                await run(store.close, room.id)
            elif self.get_body_argument("sure", "") == "yes":
                await run(store.erase, room.id)
            else:
                self.set_status(400)
                await self.show(room, "Nothing was erased: tick the box first, if you mean it.")
                return
        except PlainError as error:
            self.set_status(400)
            await self.show(room, str(error))
            return
        except SQLAlchemyError:
            raise web.HTTPError(503) from None
        self.board.rooms.pop(room.code, None)
        await self.board.live.at_once(room.code)
        if what == "erase":
            self.clear_cookie("board_teacher", path="/teach")
            self.render("erased.html")
        else:
            self.redirect(f"/teach/{room.code}")


class Totals(Teacher):
    """``/teach/CODE/totals.csv``: what the pages told, as a file."""

    async def get(self, code: str):
        """Send it."""
        room = await self.mine(code)
        tallies = await self.board.writer.run(self.board.store.tallies, room.id)
        self.set_header("Content-Type", "text/csv; charset=utf-8")
        self.set_header("Content-Disposition", f'attachment; filename="class-board-{room.code}.csv"')
        self.finish("\ufeff" + as_csv(tallies))
