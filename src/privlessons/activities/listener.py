"""Answers sent over the line and a watcher trained on them: a coroutine with a bar and Cancel."""

from __future__ import annotations

from contextlib import aclosing

from privlessons.place import BROWSER, Place
from privlessons.ui import button, html, progress_bar
from privlessons.wire.answers import Said, topics, write_all
from privlessons.wire.recorded import LEARN, TEST, recorded_answers, recorded_streams
from privlessons.wire.streams import Seen, watch
from privlessons.wire.watcher import Verdict, Watcher, judge


class Listener:
    """Sends the same answers once for each padding, and keeps what was seen and how well it can be told.

    ``learn`` and ``test`` count answers a topic. Where no line can be opened, recorded ones come instead, and
    ``recorded`` says so. ``cancel`` and ``bar`` are for the card.
    """

    def __init__(self, place: Place, rng, learn: int, test: int):
        self.place, self.rng, self.learn, self.test = place, rng, learn, test
        self.answers: list[Said] = []
        self.seen: dict[str, list[Seen]] = {}
        self.verdicts: dict[tuple[str, str], Verdict] = {}
        self.recorded, self.running, self.stopped = False, False, False
        self.cancel, self.bar = button("Cancel"), html("")
        self.cancel.layout.display = "none"

    @property
    def tested(self) -> range:
        """The places of the answers that nothing is learned from."""
        return range(self.learn * len(topics()), len(self.answers))

    def stop(self) -> None:
        """Let the sending end within a few answers."""
        self.stopped = True

    async def listen(self, padding: str) -> bool:
        """Send all answers with a padding, unless they were; return False if it was stopped."""
        if padding in self.seen:
            return True
        if not self.answers:
            self._write(recorded=self.place is BROWSER)
        if not self.recorded:
            try:
                found = await self._send(padding)
            except OSError:  # a system that lets nobody listen
                self.seen.clear()
                self.verdicts.clear()
                self._write(recorded=True)
            else:
                if found is None:
                    return False
                self.seen[padding] = found
                return True
        self.seen |= {one: recorded_streams(one) for one in ("none", padding)}
        return True

    async def _send(self, padding: str) -> list[Seen] | None:
        found: list[Seen] = []
        self.stopped, self.running, self.cancel.layout.display = False, True, None
        try:
            async with aclosing(watch(self.answers, padding)) as crossing:  # shuts the line on Cancel, too
                async for one in crossing:
                    found.append(one)
                    if len(found) % 5 == 0:
                        words = f"{len(found)} of {len(self.answers)} answers have crossed"
                        self.bar.value = progress_bar(len(found) / len(self.answers), words)
                    if self.stopped:
                        return None
        finally:
            self.running, self.cancel.layout.display, self.bar.value = False, "none", ""
        return found

    def _write(self, *, recorded: bool) -> None:
        self.recorded = recorded
        if recorded:
            self.learn, self.test, self.answers = LEARN, TEST, recorded_answers()
        else:
            self.answers = write_all(self.learn, self.test, self.rng)

    def judge(self, padding: str, clue: str) -> Verdict:
        """Return how a watcher does with a padding and a clue; each is trained once."""
        if (padding, clue) not in self.verdicts:
            seen, told = self.seen[padding], [one.topic for one in self.answers]
            cut = self.tested.start
            watcher = Watcher(seen[:cut], told[:cut], clue)
            self.verdicts[padding, clue] = judge(watcher, seen[cut:], told[cut:])
        return self.verdicts[padding, clue]
