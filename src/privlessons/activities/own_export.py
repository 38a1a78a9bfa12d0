"""Lesson 02, stretch: an export of all one's chats through a reviewer's eyes, counts first."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import ipywidgets as widgets

from privlessons.activities.export_views import counted, examples, fullest, limits, others, words_for
from privlessons.controls import Choice, Live
from privlessons.exports import read_export
from privlessons.lesson import Lesson
from privlessons.records import PlainError
from privlessons.review import Report, Review
from privlessons.sample_export import make_sample
from privlessons.ui import Activity, activity, button, caution, html, progress_bar, row, shut

DELICATE = ("HEALTH", "MONEY", "NRP")
"""Kinds that tell about body, faith and debts: shown about oneself only to those who ask for it."""
MINE = "Yes, this is my own export"
ALSO = "Also count what touches health, money and faith"
LARGEST = 300_000_000


@activity
def look_at_an_export(lesson: Lesson) -> Activity:
    """Let the learner see what a reviewer would see in their own export, or in a made-up one."""
    return _Export(lesson).card


class _Export:
    def __init__(self, lesson: Lesson):
        self.lesson = lesson
        self.sure = Choice(
            legend="Is this file yours? Others are in it who did not agree. "
            "Never load a partner's, a child's or a pupil's.",
            options=[MINE, ALSO],
            many=True,
        )
        self.upload = widgets.FileUpload(description="Choose the zip", multiple=True)
        self.bigger = button("It is larger than 300 MB")
        self.path = widgets.Text(description="Where is it on this computer? Paste its path.")
        self.open = button("Read this file")
        self.sample = button("Take the made-up export")
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
                "sure": self.sure,
                "upload": self.upload,
                "sample": self.sample,
                "bigger": self.bigger,
                "path": self.path,
                "open": self.open,
                "examples": self.examples,
                "cancel": self.cancel,
                "forget": self.forget,
            },
            state={"typed": None, "counts": {}, "others": {}, "examples": False, "finished": None},
        )
        self.card.on(self.sure, self._agreed)
        self.card.on(self.upload, self._uploaded)
        self.card.on(self.sample, self._sampled)
        self.card.on(self.bigger, self._choose)
        self.card.on(self.open, self._opened)
        self.card.on(self.examples, self._show_examples)
        self.card.on(self.cancel, self._stop)
        self.card.on(self.forget, self._forgotten)
        self._first()

    def _first(self) -> None:
        if not self.lesson.own_data_open:
            self.card.show(html(shut(self.lesson)), self.sample)
            return
        self.upload.disabled = self.bigger.disabled = 0 not in self.sure.picked
        where = html(caution(self.lesson))
        self.card.show(where, self.sure, row(self.upload, self.bigger), self.sample)

    def _agreed(self) -> None:
        self.upload.disabled = self.bigger.disabled = 0 not in self.sure.picked

    def _ours(self) -> None:
        """Refuse where own files may not be opened, whatever the page sends."""
        if not self.lesson.own_data_open:
            raise PlainError("The box for your own files is shut here. Take the made-up export.")
        if 0 not in self.sure.picked:
            raise PlainError("First tick that the file is your own.")

    async def _uploaded(self) -> None:
        files = self.upload.value
        if not files:
            return
        self._ours()
        if sum(file["size"] for file in files) > LARGEST:
            raise PlainError("This is too large for this box. Press the button for large files.")
        await self._read(lambda: read_export(files))

    async def _sampled(self) -> None:
        await self._read(lambda: read_export(make_sample()), made_up=True)

    def _choose(self) -> None:
        """Show boxes in which a file of this computer is named without sending it through the page."""
        self._ours()
        self.card.tell("")
        from ipyfilechooser import FileChooser

        downloads = Path.home() / "Downloads"
        chooser = FileChooser(
            str(downloads if downloads.is_dir() else Path.home()),
            filter_pattern=["*.zip", "*.json"],
            title="Or look for it:",
        )
        chooser.register_callback(lambda chosen: setattr(self.path, "value", chosen.selected or ""))
        where = html(caution(self.lesson))
        self.card.show(where, self.sure, self.path, self.open, chooser, self.sample)

    async def _opened(self) -> None:
        self._ours()
        if not self.path.value.strip():
            raise PlainError("Paste the path of your export into the box first, or look for it below.")
        await self._read(lambda: read_export(self.path.value))

    def _stop(self) -> None:
        self.stopped = True

    async def _read(self, opened: Callable, *, made_up: bool = False) -> None:
        """Review an export batch by batch, so that the bar moves and Cancel answers."""
        if self.working:
            return
        self.stopped, self.working = False, True
        self.card.tell("")
        self.words.html = ""
        self.said.html = progress_bar(0, "The file is opened.")
        self.card.show(self.said, self.cancel)
        try:
            await asyncio.sleep(0.1)  # so that the page hears of it first
            self.made_up = made_up
            self.delicate = made_up or 1 in self.sure.picked
            review = Review(opened())
            for progress in review.run():
                self.said.html = progress_bar(progress.share, words_for(progress))
                await asyncio.sleep(0.01)
                if self.stopped:
                    break
            self.report = review.report()
        except Exception:
            self._first()
            raise
        finally:
            self.working = False
            self.upload.value = ()  # the file's bytes need not stay in memory twice
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
        self.upload.value = ()
        self.path.value = ""
        self.said.html = self.rest.value = self.words.html = ""
        self.card.state |= {"typed": None, "counts": {}, "others": {}, "examples": False, "finished": None}
        self._first()
        self.card.tell("Forgotten. Nothing of the file is in memory any more.", "note")
