"""The board as a Tornado application, and the server that runs it."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

from tornado import httpserver, web
from tornado.netutil import bind_sockets

from privlessons.classroom import guests, teachers
from privlessons.classroom.handlers import NotHere
from privlessons.classroom.limits import Wrongs
from privlessons.classroom.live import Live
from privlessons.classroom.store import Room, Store
from privlessons.classroom.writer import Writer

LONGEST_BODY = 16 * 1024
PAGES = Path(str(files("privlessons.classroom"))) / "pages"
STATIC = Path(str(files("privlessons"))) / "static"


@dataclass
class BoardService:
    """What all pages share. ``public`` is the address that guests type, or "" for the one in use."""

    store: Store
    questions: list[str]
    public: str = ""
    alone: bool = True  # only this computer can reach it
    wrongs: Wrongs = field(default_factory=Wrongs)
    rooms: dict[str, Room] = field(default_factory=dict)  # those that guests are in, by code

    def __post_init__(self):
        self.writer = Writer(self.store)
        self.live = Live(self.store, self.writer)

    def address(self, request) -> str:
        """Return the board's address without a slash at its end."""
        return self.public or f"{request.protocol}://{request.host}"


class OwnFiles(web.StaticFileHandler):
    """The board's styles and scripts."""

    def set_extra_headers(self, path):
        """Let a browser ask each time whether they changed."""
        self.set_header("Cache-Control", "no-cache")
        self.set_header("X-Content-Type-Options", "nosniff")


def application(board: BoardService) -> web.Application:
    """Return the application: pages, scripts, and what keeps strangers out."""
    mine, code = {"board": board}, "([A-Za-z0-9]{1,20})"
    return web.Application(
        [
            ("/", guests.Join, mine),
            (f"/r/{code}", guests.Answering, mine),
            (f"/r/{code}/live", guests.Watching, mine),
            ("/t/([A-Za-z0-9_-]{1,64})", teachers.Enter, mine),
            (f"/teach/{code}", teachers.Board, mine),
            (f"/teach/{code}/live", teachers.BoardLive, mine),
            (f"/teach/{code}/totals.csv", teachers.Totals, mine),
            (f"/teach/{code}/(ask|close|erase)", teachers.Act, mine),
            (r"/static/(style\.css|page\.css|toss\.js)", OwnFiles, {"path": str(STATIC)}),
            (r"/pages/(board\.css|guest\.js|teacher\.js)", OwnFiles, {"path": str(PAGES)}),
        ],
        default_handler_class=NotHere,
        default_handler_args=mine,
        template_path=str(PAGES),
        cookie_secret=board.store.cookie_secret(),
        xsrf_cookies=True,
        xsrf_cookie_name="board_xsrf",  # Jupyter on the same machine has its own _xsrf
        xsrf_cookie_kwargs={"httponly": True, "samesite": "Lax"},
        log_function=lambda handler: None,  # no list of who asked for what
    )


def serve(board: BoardService, host: str, port: int) -> tuple[httpserver.HTTPServer, int]:
    """Listen; return the server and its port. Must be called with an event loop running."""
    for name in ("tornado.general", "tornado.access"):  # their lines hold addresses
        logging.getLogger(name).setLevel(logging.CRITICAL)
    server = httpserver.HTTPServer(
        application(board),
        max_body_size=LONGEST_BODY,
        max_buffer_size=8 * LONGEST_BODY,
        max_header_size=LONGEST_BODY,
        body_timeout=10,  # who sends a byte a second is let go
        idle_connection_timeout=60,
    )
    sockets = bind_sockets(port, host)
    server.add_sockets(sockets)
    return server, sockets[0].getsockname()[1]
