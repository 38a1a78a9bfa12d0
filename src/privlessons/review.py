"""What a reviewer would see in an export: counts, the fullest chats, other people's details, masked examples.

Pure: a ``Trail`` goes in, a ``Report`` comes out. ``Review.run`` yields between batches, so that whoever asks
can show the progress and stop at any time; ``Review.report`` then tells what was seen so far.
"""

from __future__ import annotations

import random
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NamedTuple

from privlessons.detect import find_in_batches, find_personal_data, what_it_cannot_see
from privlessons.masks import mask_all
from privlessons.records import Finding, Trail
from privlessons.tally import Tally

SAMPLE = 2_000
BATCH = 64
PIECE = 10_000  # characters looked at in one go: a pasted book must not stop the clock
EXAMPLES = 3
PATTERNS_ONLY = "Patterns were looked for alone: they miss most names, places and organisations."
FULLEST = 5

Stage = Literal["sources", "typed", "sample", "rest", "answers"]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a stage has come: ``share`` from 0 to 1, ``seconds_left`` an estimate or None."""

    stage: Stage
    share: float
    seconds_left: float | None


@dataclass(frozen=True, slots=True)
class Full:
    """A chat with much personal data: its title with what was found there masked, and how much was typed."""

    title: str
    found: int


@dataclass(frozen=True, slots=True)
class Report:
    """What was seen. Counts are of findings, some of which are wrong while others are missing: estimates.

    ``typed`` and ``answers`` are messages; ``taken_back`` those that an edit or a new answer replaced.
    ``counts`` and ``in_answers`` tell by kind what was found in them; ``others`` by kind (times, different
    values) what seems to be somebody else's. ``named`` says in how many of the ``typed`` messages names were
    looked for, ``answers_read`` in how many answers anything was; ``finished`` that nothing was cut short.
    """

    source: str
    chats: int
    typed: int
    answers: int
    taken_back: int
    first: datetime | None
    last: datetime | None
    counts: dict[str, int]
    in_answers: dict[str, int]
    others: dict[str, tuple[int, int]]
    fullest: tuple[Full, ...]
    examples: dict[str, tuple[str, ...]]
    named: int
    answers_read: int
    finished: bool
    limits: str
    skipped: tuple[str, ...]


class _Said(NamedTuple):
    number: int
    chat: int
    text: str


class Review:
    """Looks through a trail in four stages.

    1. ``typed``: patterns, in every message that the person typed. 2. ``sample``: names, places and
    organisations in ``sample`` of those, picked at random with ``seed``. 3. ``rest``: the same in all others.
    4. ``answers``: patterns, in every answer. ``names=False`` leaves out 2 and 3, ``rest=False`` 3 and 4.
    """

    def __init__(
        self, trail: Trail, *, names: bool = True, sample: int = SAMPLE, rest: bool = True, seed: int = 1
    ):
        self._trail, self._names, self._size, self._rest = trail, names, sample, rest
        self._rng = random.Random(seed)
        self._sample: dict[int, _Said] = {}  # by its place in the sample
        self._said: Counter[str] = Counter()
        self._titles: list[str] = []
        self._times: list[datetime] = []  # the first and the last
        self._named = self._answers_read = 0
        self._tally, self._in_answers = Tally(trail.owner), Counter()
        self._finished = False

    def run(self) -> Iterator[Progress]:
        """Go through the stages; stop asking, and the work stops."""
        yield from self._stage("typed", self._look(self._typed()), self._trail.progress)
        if self._names and self._sample:
            chosen = sorted(self._sample.values())
            yield from self._stage("sample", self._look_for_names(chosen), lambda: self._named / len(chosen))
        if self._names and self._rest and self._named < self._said["person"]:
            known = {said.number for said in self._sample.values()}
            others = (said for said in self._walk("person") if said.number not in known)
            yield from self._stage(
                "rest", self._look_for_names(others), lambda: self._named / self._said["person"]
            )
        if self._rest:
            yield from self._stage("answers", self._look_at_answers(), self._trail.progress)
        self._finished = True

    def report(self) -> Report:
        """Tell what was seen so far."""
        fullest = [(number, found) for number, found in self._tally.chats.most_common(FULLEST) if found > 0]
        titles = [self._titles[number] for number, _ in fullest]
        masked = map(mask_all, titles, find_personal_data(titles, names=self._names))
        return Report(
            source=self._trail.source,
            chats=len(self._titles),
            typed=self._said["person"],
            answers=self._said["assistant"],
            taken_back=self._said["taken back"],
            first=min(self._times, default=None),
            last=max(self._times, default=None),
            counts={kind: count for kind, count in self._tally.counts.most_common() if count > 0},
            in_answers=dict(self._in_answers.most_common()),
            others=self._tally.others(),
            fullest=tuple(Full(title, found) for title, (_, found) in zip(masked, fullest, strict=True)),
            examples=self._tally.examples(EXAMPLES),
            named=self._named,
            answers_read=self._answers_read,
            finished=self._finished,
            limits=what_it_cannot_see() if self._names else PATTERNS_ONLY,
            skipped=tuple(self._trail.skipped),
        )

    def _stage(self, stage: Stage, work: Iterator[None], share: Callable[[], float]) -> Iterator[Progress]:
        start, before = time.monotonic(), share() if stage == "rest" else 0.0
        for count, _ in enumerate(work, start=1):
            if count % BATCH == 0:
                done = share()
                passed = (done - before) / (1 - before) if before < 1 else 1.0
                left = (time.monotonic() - start) * (1 - passed) / passed if passed > 0 else None
                yield Progress(stage, done, left)
        yield Progress(stage, 1.0, 0.0)

    def _typed(self) -> Iterator[_Said]:
        """Walk through what the person typed; note on the way what there is, and draw the sample."""
        for chat in self._trail.chats:
            self._titles.append(chat.title)
            for message in chat.messages:
                self._said["taken back"] += message.taken_back
                if message.time:
                    known = [*self._times, message.time]
                    self._times = [min(known), max(known)]
                if message.author == "person":
                    said = _Said(self._said["person"], len(self._titles) - 1, message.text)
                    self._draw(said)
                    yield said
                self._said[message.author] += 1

    def _draw(self, said: _Said) -> None:
        """Keep a fair sample of a stream whose length is unknown (Vitter 1985, algorithm R)."""
        place = said.number if said.number < self._size else self._rng.randrange(said.number + 1)
        if place < self._size:
            self._sample[place] = said

    def _walk(self, author: str) -> Iterator[_Said]:
        number = 0
        for at, chat in enumerate(self._trail.chats):
            for message in chat.messages:
                if message.author == author:
                    yield _Said(number, at, message.text)
                    number += 1

    def _look(self, some: Iterable[_Said]) -> Iterator[None]:
        for said, text, found, _ in _found(some, names=False):
            self._tally.add(said.chat, text, found)
            yield

    def _look_for_names(self, some: Iterable[_Said]) -> Iterator[None]:
        for said, text, found, last in _found(some, names=True):
            self._tally.add(said.chat, text, find_personal_data([text], names=False)[0], sign=-1)
            self._tally.add(said.chat, text, found)
            self._named += last
            yield

    def _look_at_answers(self) -> Iterator[None]:
        for _, _, found, last in _found(self._walk("assistant"), names=False):
            self._in_answers.update(finding.kind for finding in found)
            self._answers_read += last
            yield


def _found(some: Iterable[_Said], *, names: bool) -> Iterator[tuple[_Said, str, list[Finding], bool]]:
    """Yield for each piece of each message: message, piece, what was found, and whether it was the last."""
    waiting: deque[tuple[_Said, str, bool]] = deque()

    def pieces() -> Iterator[str]:
        for said in some:
            start = 0
            while len(said.text) - start > PIECE:
                cut = said.text.rfind(" ", start + PIECE // 2, start + PIECE) + 1 or start + PIECE
                waiting.append((said, said.text[start:cut], False))
                yield said.text[start:cut]
                start = cut
            waiting.append((said, said.text[start:], True))
            yield said.text[start:]

    for _, found in find_in_batches(pieces(), batch=BATCH, names=names):
        said, text, last = waiting.popleft()
        yield said, text, found, last
