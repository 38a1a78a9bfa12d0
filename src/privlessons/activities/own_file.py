"""The box for a learner's own export: whose it is comes first, made-up ones stand beside."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

import ipywidgets as widgets

from privlessons.activities.own_export import LARGEST, MINE
from privlessons.controls import Choice
from privlessons.exports import read_export
from privlessons.lesson import Lesson
from privlessons.records import PlainError, Trail
from privlessons.ui import Activity, button, caution, html, row, shut


class FileBox:
    """Asks whose a file is, and hands a function that opens it to ``read(opened, made_up)``.

    ``also`` is the second thing that may be ticked; ``samples`` are the names of made-up exports, and
    ``make(name)`` gives one. Own files are refused where they are shut, whatever the page sends.
    """

    def __init__(
        self,
        lesson: Lesson,
        also: str,
        samples: Sequence[str],
        make: Callable[[str], object],
        read: Callable[[Callable[[], Trail], bool], Awaitable[None]],
    ):
        self.lesson, self.make, self.read = lesson, make, read
        self.sure = Choice(
            legend="Is this file yours? Others are in it who did not agree. "
            "Never load a partner's, a child's or a pupil's.",
            options=[MINE, also],
            many=True,
        )
        self.upload = widgets.FileUpload(description="Choose the files", multiple=True)
        self.bigger = button("My file is larger than 300 MB")
        self.which = widgets.Dropdown(
            description="A made-up export of", options=list(samples), layout={"width": "max-content"}
        )
        self.sample = button("Take the made-up export")
        self.controls = {
            "sure": self.sure,
            "upload": self.upload,
            "which": self.which,
            "sample": self.sample,
            "bigger": self.bigger,
        }

    @property
    def delicate(self) -> bool:
        """Whether the second thing is ticked."""
        return 1 in self.sure.picked

    def join(self, card: Activity) -> None:
        """Let the controls answer on this card."""
        self.card = card
        card.on(self.sure, self._agreed)
        card.on(self.upload, self._uploaded)
        card.on(self.sample, self._sampled)
        card.on(self.bigger, self._choose)

    def open(self) -> None:
        """Show the box on its card, or why it is shut."""
        made_up = (self.which, self.sample)
        if not self.lesson.own_data_open:
            self.card.show(html(shut(self.lesson)), *made_up)
            return
        self._agreed()
        self.card.show(html(caution(self.lesson)), self.sure, row(self.upload, self.bigger), *made_up)

    def empty(self) -> None:
        """Drop the uploaded bytes."""
        self.upload.value = ()

    def _agreed(self) -> None:
        self.upload.disabled = self.bigger.disabled = 0 not in self.sure.picked

    def _ours(self) -> None:
        if not self.lesson.own_data_open:
            raise PlainError("The box for your own files is shut here. Take a made-up export.")
        if 0 not in self.sure.picked:
            raise PlainError("First tick that the file is your own.")

    async def _uploaded(self) -> None:
        files = self.upload.value
        if not files:
            return
        self._ours()
        if sum(file["size"] for file in files) > LARGEST:
            raise PlainError("This is too large for this box. Press the button for large files.")
        await self.read(lambda: read_export(files), False)

    async def _sampled(self) -> None:
        await self.read(lambda: read_export(self.make(self.which.value)), True)

    def _choose(self) -> None:
        """Show a box in which a file of this computer is picked without copying it through the page."""
        self._ours()
        from ipyfilechooser import FileChooser

        chooser = FileChooser(title="<b>Pick the file on this computer</b>")
        chooser.register_callback(self.card.guard(self._picked))
        self.card.show(html(caution(self.lesson)), self.sure, chooser, self.which, self.sample)

    async def _picked(self, chooser) -> None:
        self._ours()
        await self.read(lambda: read_export(chooser.selected), False)
