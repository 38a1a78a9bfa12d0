"""What all of the board's pages share: headers, who is asking, errors in words, no addresses in any log."""

from __future__ import annotations

import asyncio
import logging
import secrets
import time

from tornado import web
from tornado.iostream import StreamClosedError

from privlessons.classroom.live import MOST_VIEWERS
from privlessons.classroom.store import Room

LOG = logging.getLogger("privlessons.classroom")
RULES = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
WORDS = {
    400: "The board did not understand that. Go back, load the page again, and try once more.",
    403: "This page is not yours to open, or it is too old. Open the address that you were given once more.",
    404: "There is nothing here. Check the address and the join code with your teacher.",
    409: "This question is over. Load the page again to see the next one.",
    413: "That was too long for the board.",
    429: "Too many wrong codes. Wait a minute, check the code with your teacher, and try again.",
    503: "The board could not store that, so it does not count. Tell your teacher, and try again soon.",
}
DAY = 1  # days that a guest's cookie lives
HEARTBEAT, SLOW = 20.0, 10.0  # seconds


class Page(web.RequestHandler):
    """A page of the board."""

    def initialize(self, board):
        """Take the board: its store, writer, live pictures and limits."""
        self.board = board

    def set_default_headers(self):
        """Send nothing to anybody else, take nothing from anybody else, keep nothing."""
        for name, value in {
            "Content-Security-Policy": RULES,
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-store",
            "Server": "board",
        }.items():
            self.set_header(name, value)

    def write_error(self, status_code, **_):
        """Say in one sentence what went wrong."""
        words = WORDS.get(status_code, "Something went wrong on the board. What was stored is safe.")
        if "application/json" in self.request.headers.get("Accept", ""):
            self.finish({"wrong": words})
        else:
            self.render("error.html", words=words)

    def log_exception(self, kind, value, traceback):
        """Log what failed, never for whom: Tornado's own line would hold the address."""
        if not isinstance(value, web.HTTPError | StreamClosedError):
            LOG.error("A page of the board failed: %s", kind.__name__, exc_info=(kind, value, traceback))

    def guest(self, code: str) -> str | None:
        """Return the guest's random token, if it is one that this board gave for this room."""
        token = (self.get_signed_cookie("board_guest", max_age_days=DAY) or b"").decode()
        return token if token.startswith(f"{code}:") else None

    def welcome(self, code: str) -> str:
        """Return a guest's random token; give one, for this room alone, if there is none."""
        token = self.guest(code)
        if token is None:
            token, path = f"{code}:{secrets.token_hex(16)}", f"/r/{code}"
            keep = {"expires_days": DAY, "httponly": True, "samesite": "Lax", "path": path}
            self.set_signed_cookie("board_guest", token, **keep)
        return token

    async def room(self, code: str) -> Room:
        """Return the room of a join code; wrong ones count against the address that tries them."""
        address, now, wrongs = self.request.remote_ip, time.monotonic(), self.board.wrongs
        # Guests who are in go on, else one of them could shut out all others behind the same router.
        if self.guest(code) is None and wrongs.too_many(address, now):
            raise web.HTTPError(429)
        if room := self.board.rooms.get(code):  # an answer need not wait for the disk twice
            return room
        room = await self.board.writer.run(self.board.store.room, code[:20])
        if room is None:
            if wrongs.too_many(address, now):
                raise web.HTTPError(429)
            wrongs.wrong(address, now)
            raise web.HTTPError(404)
        self.board.rooms[room.code] = room
        return room

    async def stream(self, room: Room) -> None:
        """Send a room's pictures as they change, until the viewer leaves or is too slow."""
        live = self.board.live
        if live.viewers >= MOST_VIEWERS:
            raise web.HTTPError(503)
        self.set_header("Content-Type", "text/event-stream")
        live.viewers += 1
        seen, self.gone = None, False
        try:
            while not self.gone:
                news = await live.next(room, seen, HEARTBEAT)
                self.write(f"data: {news}\n\n" if news else ": still here\n\n")
                seen = news or seen
                await asyncio.wait_for(self.flush(), SLOW)
        except (StreamClosedError, TimeoutError):
            if stream := getattr(self.request.connection, "stream", None):
                stream.close()
        finally:
            live.viewers -= 1

    def on_connection_close(self):
        """Note that a viewer has left."""
        self.gone = True


class NotHere(Page):
    """Any other address."""

    def prepare(self):
        """Say that there is nothing."""
        raise web.HTTPError(404)
