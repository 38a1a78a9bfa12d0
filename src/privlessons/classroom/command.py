"""``privlessons class``: runs the class board until Ctrl-C."""

from __future__ import annotations

import asyncio
import os
import socket
from contextlib import suppress
from pathlib import Path

from privlessons.records import PlainError

LOOPBACK = "127.0.0.1"
PORT = 8790
SETTING = "PRIVLESSONS_BOARD"
OPENED = (
    "The board is open to everybody in this network: who has the join code can answer, and what is sent can "
    "be read on the way, because it is not encrypted. The coins protect the answers. End it after class."
)
SHUT = "Only this computer can open the board. To let phones in, start it with: --host 0.0.0.0"


def add_parser(commands) -> None:
    """Register the sub-command ``class``."""
    add = commands.add_parser("class", help="run the class board of lesson 07 for a group")
    add.add_argument(
        "--host", default=LOOPBACK, help="who may reach it: 0.0.0.0 is the whole network (default: only you)"
    )
    add.add_argument("--port", type=int, default=PORT, help=f"a port number (default: {PORT})")
    add.add_argument("--questions", type=Path, metavar="FILE", help="your own questions, one a line")
    add.add_argument("--new", action="store_true", help="open a new room, though an old one is not erased")
    add.add_argument(
        "--store",
        metavar="ADDRESS",
        help=f"the database, as SQLAlchemy writes it (default: {SETTING}, or a file beside your progress)",
    )
    add.set_defaults(run=run)


def run(args) -> int:
    """Serve the board until Ctrl-C."""
    from privlessons.classroom.questions import questions
    from privlessons.classroom.service import BoardService
    from privlessons.classroom.store import Store

    if not 0 <= args.port <= 65535:
        raise PlainError(f"{args.port} is no port number: choose one from 1024 to 65535.")
    listed = questions(args.questions)
    store = Store(args.store or os.environ.get(SETTING) or _file())
    last = store.last_room()
    room = store.new_room() if args.new or last is None or not last.is_open else last
    board = BoardService(store, listed, alone=args.host in (LOOPBACK, "localhost", "::1"))
    _let_many_in()
    try:
        asyncio.run(_serve(board, args.host, args.port, room.code, store.new_secret(room.id)))
    finally:
        board.writer.end()
    return 0


def _file() -> str:
    from sqlalchemy import URL

    from privlessons import progress

    folder = progress.folder() / "class"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return URL.create("sqlite", database=str(folder / "board.sqlite")).render_as_string(hide_password=False)


async def _serve(board, host: str, port: int, code: str, secret: str) -> None:
    from privlessons.classroom.service import serve

    try:
        server, port = serve(board, host, port)
    except OSError as error:
        raise PlainError(
            f"The board can't listen on {host}, port {port} ({error.strerror}): another program may have it. "
            "Choose another number with --port."
        ) from None
    board.public = f"http://{_seen_as(host)}:{port}"
    _say(board, code, f"{board.public}/t/{secret}")
    try:
        await asyncio.Event().wait()
    finally:
        server.stop()


def _say(board, code: str, teacher: str) -> None:
    import segno

    join = f"{board.public}/r/{code}"
    print(f"\nFor the class:  {join}\nJoin code:      {code}   (at {board.public})\n")
    with suppress(UnicodeEncodeError):  # not every terminal has block letters; the page has the code, too
        segno.make(join, error="m").terminal(compact=True)
    print(f"\nFor you alone:  {teacher}")
    print("It opens the page to project. Don't show this line: who has it can ask, close and erase.")
    print(f"\n{SHUT if board.alone else OPENED}")
    print("To end it, press Ctrl and C. What was answered is kept until you erase it.")
    print(flush=True)


def _seen_as(host: str) -> str:
    """Return the address under which others see this machine."""
    if host not in ("0.0.0.0", "::", ""):  # noqa: S104 - compared, not bound
        return f"[{host}]" if ":" in host else host
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # a reserved address: this only asks which way out there is
            return probe.getsockname()[0]
        except OSError:
            return socket.gethostname()


def _let_many_in() -> None:
    """Raise the number of open connections to what the system allows: a class may hold a thousand."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = 8192 if hard == resource.RLIM_INFINITY else min(8192, hard)
    if soft < most:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
