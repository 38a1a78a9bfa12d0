"""What leaves this program while it answers: calls to other machines, open connections, network cards.

Three looks, each with a blind spot. Python tells of every call that Python code makes (an audit hook, PEP
578); it is silent about libraries that call the system themselves. The system's own list of open
connections holds those too, at the moments when it is read (Linux only). The network cards count the bytes
of all programs together (Linux only).
"""

from __future__ import annotations

import ipaddress
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Self

CALLS = {"socket.connect", "socket.sendto", "socket.sendmsg"}
NAMES = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}
PROGRAMS = {"subprocess.Popen", "os.system", "os.posix_spawn", "os.exec", "os.fork"}
PROC = Path("/proc")
_watches: list[Watch] = []
_hooked: list[bool] = []


@dataclass(frozen=True, slots=True)
class Seen:
    """What a watch saw between its start and its end.

    ``called`` are the addresses that Python code of this program called, ``programs`` how many other
    programs it started. ``open_here`` and ``open_elsewhere`` count its open connections to this machine and
    to others, the larger of both looks; ``card_bytes`` went out of the network cards, for all programs.
    These three are None where the system does not tell.
    """

    called: tuple[str, ...]
    programs: int
    open_here: int | None
    open_elsewhere: int | None
    card_bytes: int | None

    @property
    def called_elsewhere(self) -> tuple[str, ...]:
        """The addresses among ``called`` that are another machine's."""
        return tuple(address for address in self.called if not is_here(address))

    @property
    def nothing_left(self) -> bool:
        """Whether no look at this program saw a way out: no call, no open connection, no new program."""
        return not (self.called_elsewhere or self.programs or self.open_elsewhere)


class Watch:
    """Watches this program inside a ``with`` block; `seen` tells afterwards.

    One hook stays in Python for good, as none can be taken out, and does nothing while nobody watches.
    """

    def __init__(self, proc: Path = PROC):
        self.proc = proc
        self.called: list[str] = []
        self.programs = 0
        self.seen: Seen | None = None

    def __enter__(self) -> Self:
        if not _hooked:
            sys.addaudithook(_hear)
            _hooked.append(True)
        self._before = connections(self.proc), card_bytes(self.proc)
        _watches.append(self)
        return self

    def __exit__(self, *_) -> None:
        _watches.remove(self)
        (first, sent), (last, sent_now) = self._before, (connections(self.proc), card_bytes(self.proc))
        looks = [look for look in (first, last) if look is not None]
        self.seen = Seen(
            tuple(self.called),
            self.programs,
            max((sum(map(is_here, look)) for look in looks), default=None),
            max((sum(not is_here(a) for a in look) for look in looks), default=None),
            None if sent is None or sent_now is None else max(0, sent_now - sent),
        )


def _hear(event: str, args: tuple) -> None:
    if not _watches:
        return
    if event in CALLS:
        address = args[1]
        place = f"{address[0]}:{address[1]}" if isinstance(address, tuple) and len(address) > 1 else "unix"
    elif event in NAMES:
        place = f"name {_text(args[0])}"
    elif event in PROGRAMS:
        for watch in _watches:
            watch.programs += 1
        return
    else:
        return
    for watch in _watches:
        watch.called.append(place)


def is_here(address: str) -> bool:
    """Tell whether an address such as ``127.0.0.1:80`` or ``name localhost`` is this machine's own."""
    if address == "unix":
        return True
    if address.startswith("name "):
        host = address.removeprefix("name ")
    else:
        host = address.rpartition(":")[0].partition("%")[0]
    try:
        found = ipaddress.ip_address(host)
    except ValueError:
        return host in {"localhost", ""}
    return (getattr(found, "ipv4_mapped", None) or found).is_loopback


def _text(host: object) -> str:
    return host.decode("utf-8", "replace") if isinstance(host, bytes) else str(host or "localhost")


def connections(proc: Path = PROC) -> tuple[str, ...] | None:
    """Return the far ends of this program's open connections; None where the system does not list them."""
    try:
        mine = {_link(path) for path in (proc / "self/fd").iterdir()}
        tables = [(proc / "self/net" / name).read_text("ascii") for name in ("tcp", "udp")]
    except OSError:
        return None
    for name in ("tcp6", "udp6"):
        path = proc / "self/net" / name
        tables += [path.read_text("ascii")] if path.exists() else []
    ends = {inode: end for table in tables for inode, end in far_ends(table).items()}
    return tuple(ends[inode] for inode in (m[1] for m in map(_SOCKET.fullmatch, mine) if m) if inode in ends)


_SOCKET = re.compile(r"socket:\[(\d+)\]")


def _link(path: Path) -> str:
    try:
        return str(path.readlink())
    except OSError:  # it was closed meanwhile
        return ""


def far_ends(table: str) -> dict[str, str]:
    """Read a table of the system (``/proc/net/tcp`` and its like): inode -> far end, where there is one."""
    found = {}
    for line in table.splitlines()[1:]:
        columns = line.split()
        if len(columns) < 10:
            continue
        raw, _, port = columns[2].partition(":")
        words = bytes.fromhex(raw)
        if sys.byteorder == "little":  # each word of four bytes is written as the machine holds it
            words = b"".join(words[n : n + 4][::-1] for n in range(0, len(words), 4))
        address = ipaddress.ip_address(words)
        if int(port, 16) and not address.is_unspecified:
            found[columns[9]] = f"{address}:{int(port, 16)}"
    return found


def card_bytes(proc: Path = PROC) -> int | None:
    """Return the bytes that all network cards sent since the machine started; None where it isn't told."""
    try:
        lines = (proc / "net/dev").read_text("ascii").splitlines()[2:]
    except OSError:
        return None
    cards = {name.strip(): counts.split() for name, _, counts in (line.partition(":") for line in lines)}
    return sum(int(counts[8]) for name, counts in cards.items() if name != "lo" and len(counts) > 8)
