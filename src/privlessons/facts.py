"""Facts about real providers: dated rows with their source, which go stale visibly."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from privlessons.home import home
from privlessons.records import PlainError

TOPICS = {
    "training": "The training switch",
    "training-more": "More on training",
    "temporary": "Chats that are not kept",
    "memory": "What it remembers of you",
    "delete": "Deleting chats",
    "account": "Deleting the account",
    "export": "A copy of your data",
    "ads": "Advertising",
    "review": "People who read",
    "keeping": "How long it is kept",
    "work": "Accounts for work and school",
    "contact": "Whom to write to",
    "age": "Age",
    "sites": "Your own web pages and pictures",
}
"""What a fact is about, in the order in which a learner wants to know."""


@dataclass(frozen=True, slots=True)
class Weak:
    """A part of a row that rests on less: which ``field``, on what ``kind`` of source, and what it is."""

    field: str
    kind: str
    note: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two sources that don't agree ``about`` something: what the ``one`` says, and what the ``other``."""

    about: str
    one: str
    other: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One control of one service. ``where`` lists the clicks in order, or is empty where there are none.

    ``kind`` is "official" or "secondary". ``default`` and ``retention`` are one sentence each, or "".
    ``source_date`` is as exact as the source ("2026", "2026-07" or "2026-07-08"), None where it bears none;
    ``seen`` is when we read it; after ``check_by`` the row may be out of date. ``address`` is where the
    company takes requests by mail, or "". Rows with ``show`` False are not for learners.
    """

    id: str
    provider: str
    service: str
    product: str
    topic: str
    control: str
    where: tuple[str, ...]
    default: str
    does: str
    does_not: str
    retention: str
    url: str
    source: str
    source_date: str | None
    seen: date
    kind: str
    region: str
    check_by: date
    show: bool
    weak_parts: tuple[Weak, ...]
    conflict: Conflict | None
    address: str = ""

    def stale(self, today: date) -> bool:
        """Whether the row is past its check-by date."""
        return today > self.check_by


@cache
def _all_facts(path: Path) -> tuple[Fact, ...]:
    rows = json.loads(path.read_text("utf-8"))
    return tuple(_fact(number, row) for number, row in enumerate(rows, 1))


def load_facts(topic: str | None = None) -> tuple[Fact, ...]:
    """Return the rows of data/facts/providers.json that may be shown, or those of one of the `TOPICS`."""
    facts = _all_facts(home() / "data" / "facts" / "providers.json")
    return tuple(f for f in facts if f.show and topic in (None, f.topic))


def services(facts: tuple[Fact, ...]) -> tuple[str, ...]:
    """Return the services that the facts are about, each once, in their order."""
    return tuple(dict.fromkeys(f.service for f in facts))


def find_service(name: str) -> str | None:
    """Return the service that somebody means by its name or its company's, or None."""
    wanted = name.strip().casefold()
    for fact in load_facts():
        names = (fact.service, fact.service.partition(" (")[0], fact.provider, fact.provider.split()[0])
        if wanted in (n.casefold() for n in names):
            return fact.service
    return None


def address_of(service: str) -> str:
    """Return where this service's company takes requests by mail, or "" where we don't know."""
    known = find_service(service)
    return next((f.address for f in load_facts("contact") if f.service == known), "")


def provider_of(service: str) -> str:
    """Return the company behind a service, or "" where we don't know."""
    known = find_service(service)
    return next((f.provider for f in load_facts() if f.service == known), "")


def check_shape(name: str) -> list[str]:
    """Return what is wrong with data/facts/``name``.json by its schema, one sentence a fault."""
    import jsonschema

    folder = home() / "data" / "facts"
    schema = json.loads((folder / f"{name}.schema.json").read_text("utf-8"))
    rows = json.loads((folder / f"{name}.json").read_text("utf-8"))
    faults = jsonschema.Draft202012Validator(schema).iter_errors(rows)
    return [f"{'/'.join(map(str, fault.absolute_path))}: {fault.message}" for fault in faults]


def weak_of(row: dict) -> tuple[Weak, ...]:
    """Return a row's weak parts."""
    return tuple(Weak(**part) for part in row["weak_parts"])


def conflict_of(row: dict) -> Conflict | None:
    """Return a row's conflict between sources, or None."""
    return Conflict(**row["conflict"]) if row["conflict"] else None


def said_date(source_date: str | None) -> str:
    """Say a source's date as exactly as it is known: "8 July 2026", "July 2026", "2026" or ""."""
    if not source_date:
        return ""
    year, *rest = source_date.split("-")
    day = date(int(year), *(int(r) for r in rest), *([1] * (2 - len(rest))))
    return (year, f"{day:%B} {year}", f"{day.day} {day:%B} {year}")[len(rest)]


def _fact(number: int, row: dict) -> Fact:
    try:
        dates = {key: date.fromisoformat(row[key]) for key in ("seen", "check_by")}
        said_date(row["source_date"])
        more = {"where": tuple(row["where"]), "weak_parts": weak_of(row), "conflict": conflict_of(row)}
        return Fact(**{**row, **dates, **more})
    except (KeyError, TypeError, ValueError) as error:
        raise PlainError(f"Row {number} of data/facts/providers.json is not a fact: {error}.") from None
