"""Who can read one message, for each way to send it: the board, as rows with reason and source."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from privlessons.home import home
from privlessons.records import PlainError

Answer = Literal["can", "cannot", "depends"]
ANSWERS: tuple[Answer, ...] = ("can", "cannot", "depends")
BY_ITSELF = "how"
"""The source of what follows from how the way works; everything else has a dated row."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact about a firm, a court or a study was read; after ``check_by`` it may be out of date."""

    id: str
    source: str
    url: str
    date: str
    seen: date
    kind: str
    region: str
    check_by: date

    def stale(self, today: date) -> bool:
        """Whether the row is past its check-by date."""
        return today > self.check_by


@dataclass(frozen=True, slots=True)
class Cell:
    """Whether a party can read the words of a message sent one way, and why.

    "cannot" means that no readable words reach the party. A promise or a setting that holds it back makes
    "depends". ``source`` is None where the reason follows from how the way works.
    """

    party: str
    way: str
    answer: Answer
    reason: str
    source: Source | None


@dataclass(frozen=True, slots=True)
class Way:
    """One way to send a message."""

    id: str
    name: str
    about: str


@dataclass(frozen=True)
class Board:
    """``groups``: id -> name; ``parties``: group -> its five parties' names; ``cells``: (party, way)."""

    ways: tuple[Way, ...]
    groups: dict[str, str]
    parties: dict[str, tuple[str, ...]]
    cells: dict[tuple[str, str], Cell]

    def column(self, group: str, way: str) -> tuple[Cell, ...]:
        """Return the cells of a group for one way, in the group's order."""
        return tuple(self.cells[party, way] for party in self.parties[group])


@cache
def load_board() -> Board:
    """Return the board of data/facts/who-can-see.json; a gap or a double in it is a PlainError."""
    content = json.loads((home() / "data" / "facts" / "who-can-see.json").read_text("utf-8"))
    try:
        return read_board(content)
    except (KeyError, TypeError, ValueError) as error:
        raise PlainError(f"data/facts/who-can-see.json has a row in the wrong shape: {error}.") from None


def read_board(content: dict) -> Board:
    """Return the board of a file's content; KeyError, TypeError or ValueError for a wrong row."""
    ways = tuple(Way(**row) for row in content["ways"])
    groups = {row["id"]: row["name"] for row in content["groups"]}
    sources = {row["id"]: _source(row) for row in content["sources"]} | {BY_ITSELF: None}
    parties: dict[str, list[str]] = {group: [] for group in groups}
    cells: dict[tuple[str, str], Cell] = {}
    for row in content["parties"]:
        name = row["name"]
        parties[row["group"]].append(name)
        for cell in row["cells"]:
            if cell["verdict"] not in ANSWERS:
                raise ValueError(f"{name}: {cell['verdict']!r} is no answer")
            for way in cell["ways"]:
                if (name, way) in cells:
                    raise ValueError(f"{name} has two answers for {way!r}")
                cells[name, way] = Cell(name, way, cell["verdict"], cell["reason"], sources[cell["source"]])
    wanted = {(party, way.id) for group in parties.values() for party in group for way in ways}
    if wanted != cells.keys():
        raise ValueError(f"these are missing or too many: {sorted(wanted ^ cells.keys())}")
    return Board(ways, groups, {group: tuple(names) for group, names in parties.items()}, cells)


def _source(row: dict) -> Source:
    return Source(
        **{**row, "seen": date.fromisoformat(row["seen"]), "check_by": date.fromisoformat(row["check_by"])}
    )


@dataclass(frozen=True, slots=True)
class Score:
    """How many guesses were right.

    ``trusting`` said "cannot" of somebody who may read, ``fearful`` said "can" of somebody held back.
    """

    right: int
    asked: int
    trusting: int
    fearful: int


def score(guesses: dict[tuple[str, str], str], board: Board) -> Score:
    """Return the score of guesses (party, way) -> answer; those for no cell are left out."""
    pairs = [(guess, board.cells[key].answer) for key, guess in guesses.items() if key in board.cells]
    return Score(
        right=sum(guess == answer for guess, answer in pairs),
        asked=len(pairs),
        trusting=sum(guess == "cannot" != answer for guess, answer in pairs),
        fearful=sum(guess == "can" != answer for guess, answer in pairs),
    )
