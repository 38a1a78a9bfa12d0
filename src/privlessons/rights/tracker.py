"""The tracker: requests in one local file, to be shown, exported and erased."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Callable
from dataclasses import asdict, fields, replace
from datetime import UTC, date, datetime
from pathlib import Path

from privlessons.records import PlainError
from privlessons.rights.letters import line, text
from privlessons.rights.requests import Request, check, next_step

VERSION = 1
FILE = "requests.json"
DATES = ("written", "sent", "received", "longer", "answered")
FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Tracker:
    """The file of requests at ``path``.

    Several pages may write it, so every change reads, changes and replaces it under a lock. A file that is
    damaged is copied aside and kept, never deleted; requests in it that can still be read go on. ``told``
    fills with one sentence for each thing that the owner should know.
    """

    def __init__(self, path: Path):
        self.path = Path(path)
        self.told: list[str] = []

    def all(self) -> tuple[Request, ...]:
        """Return the requests, oldest first; of a damaged file those that can be read."""
        found, sound = self._read()
        if not sound:
            self._tell(f"The file {self.path.name} is damaged. {_still(found)} It is kept as it is.")
        return found

    def get(self, number: int) -> Request:
        """Return one request by its number."""
        found = next((r for r in self.all() if r.id == number), None)
        if found is None:
            raise PlainError(f"There is no request number {number}. Ask for the list to see the numbers.")
        return found

    def add(self, kind: str, service: str, place: str, written: date, **more) -> Request:
        """Keep a new request and return it with its number; ``more`` are other fields of `Request`."""
        more["note"] = text(more.get("note", ""))
        new = check(Request(0, kind, line(service, "the service's name"), place, written, **more))
        made = []

        def store(requests: list[Request]) -> None:
            made.append(replace(new, id=max((r.id for r in requests), default=0) + 1))
            requests.append(made[0])

        self._change(store)
        return made[0]

    def change(self, number: int, **changes) -> Request:
        """Change fields of one request and return it."""
        self.get(number)
        made = []

        def store(requests: list[Request]) -> None:
            for place, request in enumerate(requests):
                if request.id == number:
                    requests[place] = check(replace(request, **changes))
                    made.append(requests[place])

        self._change(store)
        return made[0]

    def erase(self, number: int | None = None) -> int:
        """Erase one request, or without a number all of them and what was set aside; return how many went."""
        if number is not None:
            self.get(number)

            def drop(requests: list[Request]) -> None:
                requests[:] = [r for r in requests if r.id != number]

            self._change(drop)
            return 1
        with self._lock():
            count = len(self._read()[0])
            for path in (self.path, *self.set_aside()):
                path.unlink(missing_ok=True)
        self.path.with_suffix(".lock").unlink(missing_ok=True)
        return count

    def export(self) -> bytes:
        """Return all requests as JSON."""
        return _dump(self.all())

    def as_csv(self, on: date) -> str:
        """Return all requests as a table for spreadsheets, with how each stands on a day.

        A value that a spreadsheet would take for a formula gets an apostrophe before it, and stays text.
        """
        out = io.StringIO()
        write = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        names = [f.name for f in fields(Request)]
        write.writerow([*names, "status", "next step"])
        for request in self.all():
            step = next_step(request, on)
            values = [*(asdict(request)[name] for name in names), step.status, step.words]
            write.writerow([_harmless("" if v is None else str(v)) for v in values])
        return out.getvalue()

    def set_aside(self) -> list[Path]:
        """Return the damaged files that were kept, oldest first."""
        return sorted(self.path.parent.glob(f"{self.path.stem}-damaged-*.json"))

    def _read(self) -> tuple[tuple[Request, ...], bool]:
        """Return the requests that can be read, and whether that is all there is."""
        try:
            rows = json.loads(self.path.read_text("utf-8"))
        except FileNotFoundError:
            return (), True
        except (OSError, ValueError, RecursionError):
            return (), False
        if not isinstance(rows, dict) or not isinstance(rows.get("requests"), list):
            return (), False
        found = [_request(row) for row in rows["requests"]]
        good = {r.id: r for r in found if r}
        return tuple(good.values()), len(good) == len(found) and rows.get("version") == VERSION

    def _change(self, edit: Callable[[list[Request]], None]) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self._lock():
            found, sound = self._read()
            requests = list(found)
            edit(requests)  # before the file is touched: a change that is refused leaves all as it is
            if not sound:
                stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
                aside = self.path.with_name(f"{self.path.stem}-damaged-{stamp}.json")
                self.path.replace(aside)
                self._tell(f"The file was damaged. It is kept as {aside.name}. {_still(found)}")
            fresh = self.path.with_name(f"{self.path.name}.{os.getpid()}.new")
            fresh.write_bytes(_dump(requests))
            fresh.replace(self.path)

    def _tell(self, sentence: str) -> None:
        if sentence not in self.told:
            self.told.append(sentence)

    def _lock(self):
        from filelock import FileLock

        self.path.parent.mkdir(parents=True, exist_ok=True)
        return FileLock(self.path.with_suffix(".lock"), timeout=20)


def _dump(requests) -> bytes:
    rows = [{k: v.isoformat() if isinstance(v, date) else v for k, v in asdict(r).items()} for r in requests]
    return json.dumps({"version": VERSION, "requests": rows}, indent=1, ensure_ascii=False).encode()


def _request(row) -> Request | None:
    """Return a row of the file as a request, or None where it is none."""
    try:
        read = {k: date.fromisoformat(v) if k in DATES and v is not None else v for k, v in row.items()}
        made = Request(**read)
        typed = (
            isinstance(made.id, int)
            and isinstance(made.done, bool)
            and all(
                isinstance(v, str) for v in (made.kind, made.service, made.place, made.outcome, made.note)
            )
            and isinstance(made.written, date)
        )
        return check(made) if typed else None
    except (AttributeError, TypeError, ValueError, PlainError):
        return None


def _still(found) -> str:
    return f"{len(found)} of its requests could still be read." if found else "None of it could be read."


def _harmless(value: str) -> str:
    return f"'{value}" if value.startswith(FORMULA) else value
