"""A real line on this machine: a far end, and a tap that sees every byte. No thread, no process.

An exception to the rule that lessons open no sockets, with its own guard. Both listen on 127.0.0.1 only, on
ports that the system picks, for the length of one run. Each lets in the one port that was announced to it,
and the far end asks for a word besides that is drawn anew each time. All is shut when the run ends.
"""

from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from hmac import compare_digest
from pathlib import Path
from tempfile import TemporaryDirectory

from privlessons.wire.seals import Certificate
from privlessons.wire.tape import Piece
from privlessons.wire.tls_bytes import DATA, HEAD, cut

HERE = "127.0.0.1"
SERVICE = "pip-assistant.example"
MESSENGER = "saltmere-chat.example"
PATIENCE = 5.0  # seconds for anything on a line that stays inside one machine
LONGEST = 16_384
REFUSED = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
Answer = Callable[[str, bytes, asyncio.StreamWriter], Awaitable[None]]
BROKEN = (OSError, EOFError, asyncio.LimitOverrunError, asyncio.TimeoutError)


class Flip:
    """Turns one bit of the ``nth`` byte of the request that passes the tap. ``done`` tells whether it did.

    Under TLS 1.3 the client's first locked record ends the greeting and the second is the request; the flip
    counts from that one's locked bytes, which keep the order of the bytes inside. In the clear it counts from
    the request's first byte.
    """

    def __init__(self, nth: int):
        self.left, self.locked, self.done = nth, 0, False

    def touch(self, part: bytes, tls: bool) -> bytes:
        """Return a piece on its way out, changed if it holds the byte."""
        if self.done:
            return part
        start = 0
        if tls:
            self.locked += part[0] == DATA
            if self.locked < 2:
                return part
            start = HEAD
        at = start + self.left
        if at >= len(part):
            self.left -= len(part) - start
            return part
        self.done = True
        return part[:at] + bytes([part[at] ^ 1]) + part[at + 1 :]


class Line:
    """An open line; `ask` sends one request over it. ``pieces`` is what the tap has seen so far."""

    def __init__(
        self, answer: Answer, certificate: Certificate | None, flip: Flip | None, host: str = SERVICE
    ):
        self.host = host
        self.answer, self.flip, self.certificate = answer, flip, certificate
        self.word = secrets.token_urlsafe(12)
        self.pieces: list[Piece] = []
        self.refused = 0
        self.began = time.perf_counter()
        self._known = {"far": set(), "tap": set()}
        self._writers: set[asyncio.StreamWriter] = set()
        self._servers: dict[str, asyncio.Server] = {}

    @property
    def ports(self) -> dict[str, int]:
        """The ports on which the far end and the tap listen."""
        return {name: server.sockets[0].getsockname()[1] for name, server in self._servers.items()}

    async def open(self) -> None:
        """Start to listen."""
        locks = self._context(server=True) if self.certificate else None
        self._servers["far"] = await asyncio.start_server(
            self._far, HERE, 0, ssl=locks, ssl_handshake_timeout=PATIENCE if locks else None
        )
        self._servers["tap"] = await asyncio.start_server(self._tap, HERE, 0)

    async def shut(self) -> None:
        """End every connection and listen no more."""
        for server in self._servers.values():
            server.close()
        for writer in list(self._writers):
            writer.transport.abort()
        for server in self._servers.values():
            with suppress(asyncio.TimeoutError):
                await asyncio.wait_for(server.wait_closed(), 1)
        await asyncio.sleep(0)  # the ends of the aborted connections are told

    def head(self, path: str, body: bytes) -> bytes:
        """Return what stands before the body of a request on this line."""
        lines = (
            f"POST /{self.word}/{path} HTTP/1.1",
            f"Host: {self.host}",
            f"Content-Length: {len(body)}",
            "",
            "",
        )
        return "\r\n".join(lines).encode()

    async def ask(self, path: str, body: bytes = b"") -> bytes:
        """Send one request over a connection of its own; return the whole answer, head included."""
        reader, writer = await asyncio.open_connection(HERE, self.ports["tap"])
        self._writers.add(writer)
        self._known["tap"].add(writer.get_extra_info("sockname")[1])
        try:
            async with asyncio.timeout(PATIENCE):
                if self.certificate:
                    await writer.start_tls(self._context(server=False), server_hostname=self.host)
                writer.write(self.head(path, body) + body)
                await writer.drain()
                return await reader.read(-1)
        finally:
            self._writers.discard(writer)
            writer.close()

    def _context(self, *, server: bool):
        import ssl

        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER if server else ssl.PROTOCOL_TLS_CLIENT)
        context.minimum_version = ssl.TLSVersion.TLSv1_3
        if not server:
            context.load_verify_locations(cadata=self.certificate.certificate.decode())
            return context
        context.num_tickets = 0  # no resumption: each answer begins with its own bytes
        with _two_files(self.certificate) as (certificate, key):
            context.load_cert_chain(certificate, key)
        return context

    async def _welcome(self, door: str, writer: asyncio.StreamWriter) -> bool:
        """Let in whoever was announced; its port may be announced a moment after it knocks."""
        port = writer.get_extra_info("peername")[1]
        for _ in range(200):
            if port in self._known[door]:
                self._known[door].discard(port)
                return True
            await asyncio.sleep(0.001)
        self.refused += 1
        return False

    async def _far(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        async with self._ending(writer):
            if not await self._welcome("far", writer):
                return
            async with asyncio.timeout(PATIENCE):
                path, body = await _request(reader)
                word, _, rest = path.strip("/").partition("/")
                if compare_digest(word.encode(), self.word.encode()):
                    await self.answer(rest, body, writer)
                else:
                    self.refused += 1
                    writer.write(REFUSED)
                await writer.drain()

    async def _tap(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        async with self._ending(writer):
            if not await self._welcome("tap", writer):
                return
            far_reader, far_writer = await asyncio.open_connection(HERE, self.ports["far"])
            async with self._ending(far_writer):
                self._known["far"].add(far_writer.get_extra_info("sockname")[1])
                await asyncio.gather(
                    self._pass_on(reader, far_writer, out=True), self._pass_on(far_reader, writer, out=False)
                )

    @asynccontextmanager
    async def _ending(self, writer: asyncio.StreamWriter) -> AsyncIterator[None]:
        """Close a connection whatever happens, and let no broken one be heard of."""
        self._writers.add(writer)
        try:
            with suppress(*BROKEN):
                yield
        finally:
            self._writers.discard(writer)
            writer.close()

    async def _pass_on(self, reader, writer, *, out: bool) -> None:
        """Hand on what comes, noting each piece; under TLS a piece is a record."""
        tls, rest = self.certificate is not None, b""
        with suppress(*BROKEN):
            while data := await reader.read(LONGEST):
                now = time.perf_counter() - self.began
                parts, rest = cut(rest + data) if tls else ([data], b"")
                for part in parts:
                    sent = self.flip.touch(part, tls) if out and self.flip else part
                    self.pieces.append(Piece(now, out, sent))
                    writer.write(sent)
                await writer.drain()
        writer.close()


@asynccontextmanager
async def line(
    answer: Answer, certificate: Certificate | None = None, flip: Flip | None = None, host: str = SERVICE
) -> AsyncIterator[Line]:
    """Open a line for the length of an ``async with``; with a certificate it speaks TLS 1.3.

    ``answer(path, body, writer)`` is the far end: it writes its answer, and may take its time. ``host`` is
    its name in the request.
    """
    made = Line(answer, certificate, flip, host)
    try:
        await made.open()
        yield made
    finally:
        await made.shut()


async def _request(reader: asyncio.StreamReader) -> tuple[str, bytes]:
    """Return path and body of a request; what is no request, or too long, is an EOFError."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    first, *lines = head.split("\r\n")
    words = first.split(" ")
    sizes = [v.strip() for k, _, v in (one.partition(":") for one in lines) if k.lower() == "content-length"]
    if len(words) != 3 or len(sizes) != 1 or not sizes[0].isdecimal() or int(sizes[0]) > LONGEST:
        raise EOFError("not a request of ours")
    return words[1], await reader.readexactly(int(sizes[0]))


@contextmanager
def _two_files(made: Certificate) -> Iterator[tuple[Path, Path]]:
    """Python's ssl reads a server's key from files only: two that are gone at once."""
    with TemporaryDirectory() as folder:
        paths = Path(folder, "certificate.pem"), Path(folder, "key.pem")
        for path, content in zip(paths, (made.certificate, made.key), strict=True):
            path.write_bytes(content)
        yield paths
