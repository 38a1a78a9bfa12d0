"""What lies in a person's exports, source by source: how much, of which years, and what could be concluded.

Pure: trails go in, ``SourceReport`` come out. ``Overview.run`` yields between batches, so that whoever asks
can show the progress and stop at any time; ``Overview.report`` then tells what was seen so far.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from privlessons.records import Conclusion, Event, Trail

KEPT = 100_000  # events of a source that conclusions are drawn from, spread evenly over all of them
BATCH = 500
SENSITIVE = ("health", "faith", "debt", "sexuality")
WORDS = {
    "home": "where you live",
    "workplace": "where you work or study",
    "employer": "who you work for",
    "commute": "your way to work",
    "visit": "places that you go to regularly",
    "sleep": "when you sleep",
    "time zone": "your time zone",
    "income": "about how much you earn",
    "interest": "what you are interested in",
    "person": "people close to you",
    "health": "a worry about health",
    "faith": "faith",
    "debt": "debt",
    "sexuality": "sexuality",
}


@dataclass(frozen=True, slots=True)
class SourceReport:
    """What one source holds: its ``events``, the first and the last, how many of each kind of record.

    ``concluded`` are the kinds of conclusions that a simple program draws from it, with how many of each;
    some of them are wrong. ``skipped`` are sentences on what could not be read.
    """

    source: str
    events: int
    first: datetime | None
    last: datetime | None
    records: dict[str, int]
    concluded: dict[str, int]
    skipped: tuple[str, ...]


@dataclass
class _Seen:
    """What was seen of one source so far; of its events at most ``KEPT`` are held."""

    source: str
    records: Counter[str] = field(default_factory=Counter)
    first: datetime | None = None
    last: datetime | None = None
    skipped: list[str] = field(default_factory=list)
    kept: list[Event] = field(default_factory=list)
    step: int = 1
    count: int = 0

    def take(self, event: Event) -> None:
        self.records[event.source] += 1
        self.first = event.time if self.first is None or event.time < self.first else self.first
        self.last = event.time if self.last is None or event.time > self.last else self.last
        if self.count % self.step == 0:
            self.kept.append(event)
            if len(self.kept) > KEPT:
                del self.kept[1::2]
                self.step *= 2
        self.count += 1


class Overview:
    """Look through trails, one after the other. ``sensitive``: conclude about faith and health, too."""

    def __init__(self, trails: Iterable[Trail], *, sensitive: bool = False):
        self._trails, self._sensitive = tuple(trails), sensitive
        self._seen: list[_Seen] = []
        self._reports: dict[int, SourceReport] = {}
        self.finished = False

    def run(self) -> Iterator[float]:
        """Read all events; yield how far it is, from 0 to 1, every few hundred events."""
        for number, trail in enumerate(self._trails):
            seen = _Seen(trail.source, skipped=trail.skipped)
            self._seen.append(seen)
            for event in trail.events:
                seen.take(event)
                if seen.count % BATCH == 0:
                    yield (number + trail.progress()) / len(self._trails)
            yield (number + 1) / len(self._trails)
        self.finished = True

    def report(self) -> tuple[SourceReport, ...]:
        """Tell what was seen so far, the sources with most events first."""
        reports = [
            SourceReport(
                seen.source,
                seen.count,
                seen.first,
                seen.last,
                dict(seen.records.most_common()),
                self._conclude(seen.kept),
                tuple(seen.skipped),
            )
            for seen in self._seen
        ]
        return tuple(sorted(reports, key=lambda report: (-report.events, report.source)))

    def together(self) -> dict[str, int]:
        """Tell which kinds of conclusions can be drawn from all sources together, with how many of each."""
        share = max(1, KEPT // max(1, len(self._seen)))
        some = [event for seen in self._seen for event in seen.kept[:: -(-len(seen.kept) // share) or 1]]
        return self._conclude(some)

    def _conclude(self, events: list[Event]) -> dict[str, int]:
        from privlessons.trail import conclude

        return count_kinds(conclude(events), sensitive=self._sensitive) if events else {}


def count_kinds(found: Iterable[Conclusion], *, sensitive: bool = False) -> dict[str, int]:
    """Count conclusions by kind; those about faith, health, debt and sexuality only if asked for."""
    kinds = Counter(one.kind for one in found if sensitive or not (one.sensitive or one.kind in SENSITIVE))
    return dict(kinds)
