"""Lesson 02, stretch: an export of all one's chats through a reviewer's eyes, counts first."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from privlessons.activities.export_views import counted, examples, fullest, limits, others, words_for
from privlessons.activities.file_box import FileBox
from privlessons.controls import Live
from privlessons.lesson import Lesson
from privlessons.records import Trail
from privlessons.review import Report, Review
from privlessons.sample_export import make_sample
from privlessons.ui import Activity, activity, button, html, progress_bar, row

DELICATE = ("HEALTH", "MONEY", "NRP")
"""Kinds that tell about body, faith and debts: shown about oneself only to those who ask for it."""
ALSO = "Also count what touches health, money and faith in my file (the made-up export always counts it)"


@activity
def look_at_an_export(lesson: Lesson) -> Activity:
    """Let the learner see what a reviewer would see in their own export, or in a made-up one."""
    return _Export(lesson).card


class _Export:
    def __init__(self, lesson: Lesson):
        self.lesson = lesson
        self.box = FileBox(lesson, ALSO, ["ChatGPT"], lambda _: make_sample(), self._read)
        self.cancel, self.forget = button("Cancel"), button("Forget it")
        self.examples = button("Show examples")
        self.said, self.rest, self.words = Live(), html(""), Live()
        self.report: Report | None = None
        self.stopped = False
        self.working = False
        self.delicate = False
        self.made_up = False
        self.card = Activity(
            controls={
                **self.box.controls,
                "examples": self.examples,
                "cancel": self.cancel,
                "forget": self.forget,
            },
            state={"typed": None, "counts": {}, "others": {}, "examples": False, "finished": None},
        )
        self.box.join(self.card)
        self.card.on(self.examples, self._show_examples)
        self.card.on(self.cancel, self._stop)
        self.card.on(self.forget, self._forgotten)
        self.box.open()

    def _stop(self) -> None:
        self.stopped = True

    async def _read(self, opened: Callable[[], Trail], made_up: bool) -> None:
        """Review an export batch by batch, so that the bar moves and Cancel answers."""
        if self.working:
            return
        self.stopped, self.working = False, True
        self.card.tell("")
        self.words.html = ""
        self.said.html = progress_bar(0, "The file is opened.")
        self.card.show(self.said, self.cancel)
        self.said.held += 1
        try:
            await asyncio.sleep(0.1)  # so that the page hears of it first
            self.made_up = made_up
            self.delicate = made_up or self.box.delicate
            review = Review(opened())
            for progress in review.run():
                self.said.html = progress_bar(progress.share, words_for(progress))
                await asyncio.sleep(0.01)
                if self.stopped:
                    break
            self.report = review.report()
        except Exception:
            self.box.again()
            self.card.status.held += 1  # where the sentence on what went wrong will stand
            raise
        finally:
            self.working = False
            self.box.empty()  # the file's bytes need not stay in memory twice
        self.lesson.done("own-export")
        self._tell()

    def _tell(self) -> None:
        report = self.report
        counts = self._allowed(report.counts)
        self.card.state |= {
            "typed": report.typed,
            "counts": counts,
            "others": {kind: list(pair) for kind, pair in report.others.items()},
            "finished": report.finished,
        }
        self.said.html = counted(report, counts, "Mika" if self.made_up else "you")
        self.rest.value = others(report) + limits(report)
        self.card.show(self.said, self.rest, row(self.examples, self.forget), self.words)
        self.said.here += 1

    def _allowed(self, counts: dict) -> dict:
        return {kind: value for kind, value in counts.items() if self.delicate or kind not in DELICATE}

    def _show_examples(self) -> None:
        if not self.report:
            return
        self.card.state["examples"] = True
        self.words.html = examples(self._allowed(self.report.examples)) + fullest(self.report)

    def _forgotten(self) -> None:
        self.stopped = True
        self.report = None
        self.box.empty()
        self.said.html = self.rest.value = self.words.html = ""
        self.card.state |= {"typed": None, "counts": {}, "others": {}, "examples": False, "finished": None}
        self.box.open()
        self.card.tell("Forgotten. Nothing of the file is in memory any more.", "note", held=True)
