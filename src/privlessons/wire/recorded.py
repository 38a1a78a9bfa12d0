"""Runs that were recorded on another machine, for where no line can be opened, such as inside a browser.

``python -m privlessons.wire.recorded`` records them anew.
"""

from __future__ import annotations

import asyncio
import json
from base64 import b64decode, b64encode
from functools import cache

from privlessons.home import home
from privlessons.wire.answers import Said, write_all
from privlessons.wire.messages import MESSAGES, byte_of
from privlessons.wire.runs import send
from privlessons.wire.streams import PADDINGS, Seen, watch
from privlessons.wire.tape import WAYS, Piece, Tape, Way

SEED = 10
LEARN, TEST = 20, 15  # answers of each topic, as `answers.write_all` counts them


def _file():
    return home() / "data" / "recorded" / "line.json"


@cache
def _content() -> dict:
    return json.loads(_file().read_text("utf-8"))


def recorded_tape(number: int, way: Way, *, flipped: bool) -> Tape:
    """Return the recorded run of one of the messages, untouched or with its one bit turned."""
    row = _content()["tapes"][f"{number} {way} {'flipped' if flipped else 'whole'}"]
    pieces = tuple(Piece(at, out, b64decode(data)) for at, out, data in row["pieces"])
    return Tape(way, pieces, row["company"], row["friend"], row["broke"], row["flipped"], recorded=True)


def recorded_streams(padding: str) -> list[Seen]:
    """Return what a watcher noted of `recorded_answers`, in their order."""
    rows = _content()["streams"][padding]
    return [Seen(tuple(sizes), tuple(gap / 1e6 for gap in gaps)) for sizes, gaps in rows]


def recorded_answers() -> list[Said]:
    """Return the answers whose streams were recorded."""
    return [Said(topic, text) for topic, text in _content()["answers"]]


async def record() -> dict:
    """Run everything once and return what a file of recorded runs holds."""
    from numpy.random import default_rng

    tapes = {}
    for number, message in enumerate(MESSAGES):
        for way in WAYS:
            for flip in (None, byte_of(message)):
                tape = await send(way, message, flip)
                pieces = [[round(p.at, 6), p.out, b64encode(p.data).decode()] for p in tape.pieces]
                tapes[f"{number} {way} {'whole' if flip is None else 'flipped'}"] = {
                    "pieces": pieces,
                    "company": tape.company,
                    "friend": tape.friend,
                    "broke": tape.broke,
                    "flipped": tape.flipped,
                }
    answers = write_all(LEARN, TEST, default_rng(SEED))
    streams = {
        padding: [
            [seen.sizes, [round(gap * 1e6) for gap in seen.gaps]] async for seen in watch(answers, padding)
        ]
        for padding in PADDINGS
    }
    return {"tapes": tapes, "answers": [[a.topic, a.text] for a in answers], "streams": streams}


if __name__ == "__main__":
    _file().write_text(json.dumps(asyncio.run(record()), ensure_ascii=False) + "\n", "utf-8")
