"""The box for a learner's own export: whose it is comes first, made-up ones stand beside."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

import ipywidgets as widgets

from privlessons.controls import Choice, Live
from privlessons.exports import read_export
from privlessons.lesson import Lesson
from privlessons.masks import harmless
from privlessons.records import PlainError, Trail
from privlessons.ui import Activity, button, caution, check_own, html, row, shut, text_box

MINE = "Yes, this is my own export"
LARGEST = 300_000_000


class FileBox:
    """Asks whose a file is, and hands a function that opens it to ``read(opened, made_up)``.

    ``also`` is the second thing that may be ticked. ``make(name)`` gives the made-up export called ``name``,
    one of ``samples``; with a single one there is nothing to choose. Own files are refused where they are
    shut, whatever the page sends.
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
        self.where = html(caution(lesson))
        self.upload = widgets.FileUpload(
            description="Choose the file", tooltip="Choose the file", multiple=True
        )
        self.bigger = button("My file is larger than 300 MB")
        self.told = Live()
        self.path = text_box("Where is it on this computer? Paste its path.")
        self.start, self.back = button("Read this file"), button("Back to choosing a file")
        self.which = widgets.Dropdown(
            description="A made-up export of", options=list(samples), layout={"width": "max-content"}
        )
        self.sample = button("Take the made-up export")
        self.made_up = (self.which, self.sample) if len(samples) > 1 else (self.sample,)
        self.controls = {
            "sure": self.sure,
            "upload": self.upload,
            **({"which": self.which} if len(samples) > 1 else {}),
            "sample": self.sample,
            "bigger": self.bigger,
            "path": self.path,
            "open": self.start,
            "back": self.back,
        }
        self.choosing = False

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
        card.on(self.start, self._opened)
        card.on(self.back, self._back)

    def open(self) -> None:
        """Show the box on its card as at first, or why it is shut."""
        self.choosing = False
        self.path.value = ""
        if not self.lesson.own_data_open:
            self.card.show(html(shut(self.lesson)), *self.made_up)
            return
        self._agreed()
        self.card.show(self.where, self.sure, row(self.upload, self.bigger), *self.made_up)

    def again(self) -> None:
        """Show the box as it was left, so that a mistyped path can be mended."""
        self._choose() if self.choosing else self.open()

    def empty(self) -> None:
        """Drop the uploaded bytes."""
        self.upload.value = ()

    def _agreed(self) -> None:
        self.upload.disabled = self.bigger.disabled = 0 not in self.sure.picked

    def _ours(self) -> None:
        check_own(self.lesson, ticked=0 in self.sure.picked, tick="First tick that the file is your own.")

    async def _uploaded(self) -> None:
        files = self.upload.value
        if not files:
            return
        self._ours()
        if sum(file["size"] for file in files) > LARGEST:
            self.upload.value = ()  # else the same file could not be sent again
            raise PlainError("This is too large for this box. Press “My file is larger than 300 MB”.")
        try:
            await self.read(lambda: read_export(files), False)
        except PlainError as error:  # with the name, a second file's fault is not taken for the first one's
            raise PlainError(f"“{harmless(files[0]['name'])}”: {error}") from error

    async def _sampled(self) -> None:
        await self.read(lambda: read_export(self.make(self.which.value)), True)

    def _choose(self) -> None:
        """Show boxes in which a file of this computer is named without sending it through the page."""
        self._ours()
        self.card.tell("")
        self.choosing = True
        self.told.html = "<p>Paste the path of the file, or look for it below.</p>"
        look = (self.where, self.sure, self.told, self.path, self.start, self._chooser(), self.back)
        self.card.show(*look, *self.made_up)
        self.told.held += 1

    def _chooser(self) -> widgets.Widget:
        """Return a list of the files in the downloads, or in the home; what is picked goes into the path."""
        from ipyfilechooser import FileChooser

        downloads = Path.home() / "Downloads"
        chooser = FileChooser(
            str(downloads if downloads.is_dir() else Path.home()),
            title="Or look for it: press <b>Choose</b>, pick the file, and press <b>Choose</b> once more.",
            select_desc="Choose",
            change_desc="Choose",
            dir_icon="Folder: ",  # its picture of a folder is missing in many fonts
            layout={"width": "auto"},
        )
        grid = chooser.children[1]
        folder, name, files = grid.children
        name.layout.display = "none"  # for files that are written
        grid.layout.grid_template_areas = "'pathlist pathlist' 'dircontent dircontent'"
        folder.description, files.description = "Folder", "In it"
        _, cancel, _ = chooser.children[2].children
        cancel.on_click(
            lambda _: setattr(self.told, "held", self.told.held + 1)
        )  # it goes away with its list
        chooser.register_callback(lambda chosen: setattr(self.path, "value", chosen.selected or ""))
        chooser.add_class("pl-chooser")
        return chooser

    def _back(self) -> None:
        if self.choosing:
            self.open()
            self.card.tell("You may choose a file again.", "note", held=True)

    async def _opened(self) -> None:
        self._ours()
        path = self.path.value.strip()
        if not path:
            raise PlainError("Paste the path of your export into the box first, or look for it below.")
        await self.read(lambda: read_export(path), False)
