"""The policies of the workbook: three invented firms, of different honesty, and a consent page."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache

from privlessons.home import home
from privlessons.policy.reading import read_policy
from privlessons.policy.records import Policy


@dataclass(frozen=True, slots=True)
class Firm:
    """An invented firm. ``claim`` is what its front page says; ``versions`` are years, the oldest first."""

    id: str
    name: str
    claim: str
    versions: tuple[str, ...]

    def text(self, version: str | None = None) -> str:
        """Return the words of its policy, of the newest version if none is named."""
        return (_folder() / f"{self.id}-{version or self.versions[-1]}.md").read_text("utf-8")

    def policy(self, version: str | None = None) -> Policy:
        """Return its policy, read."""
        return _read(self, version or self.versions[-1])


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the consent page. ``trick`` names what is wrong with it, "" where it is fair.

    ``look`` is how it is drawn; ``pair`` is the id of the part that it makes one trick with.
    """

    id: str
    look: str
    words: str
    why: str
    trick: str = ""
    pair: str = ""


@lru_cache(maxsize=1)
def load_firms() -> tuple[Firm, ...]:
    """Return the firms of data/policies, in the order of the lesson."""
    rows = json.loads((_folder() / "shelf.json").read_text("utf-8"))
    return tuple(Firm(**{**row, "versions": tuple(row["versions"])}) for row in rows)


@lru_cache(maxsize=1)
def load_consent() -> tuple[Part, ...]:
    """Return the parts of the consent page, from top to bottom."""
    rows = json.loads((_folder() / "consent.json").read_text("utf-8"))
    return tuple(Part(**row) for row in rows)


def load_labelled() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Return (policy's file, sentence, its classes as we judged them) for each shipped sentence."""
    rows = json.loads((_folder() / "labelled.json").read_text("utf-8"))
    return tuple((row["policy"], row["sentence"], tuple(row["classes"])) for row in rows)


def _folder():
    return home() / "data" / "policies"


@lru_cache(maxsize=8)
def _read(firm: Firm, version: str) -> Policy:
    return read_policy(firm.text(version))
