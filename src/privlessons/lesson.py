"""What a lesson's setup cell opens: the settings and the memory that its activities share."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from privlessons.place import Place, place
from privlessons.progress import Progress
from privlessons.records import PlainError


@dataclass(frozen=True)
class Lesson:
    """One opened lesson.

    ``own_data`` is what the setup cell asked for; `own_data_open` is what this place allows.
    ``clock`` False switches every clock off. ``chats`` names a folder of a teacher's own chats.
    """

    stem: str
    own_data: bool
    clock: bool
    progress: Progress
    place: Place
    chats: str | None = None
    _listeners: list[Callable[[], None]] = field(default_factory=list, init=False, compare=False, repr=False)

    @cached_property
    def own_data_open(self) -> bool:
        """Whether boxes for a learner's own text and files are open here."""
        return self.own_data and self.place.own_data

    def kept(self, section: str, key: str, default=None):
        """Return what this lesson kept earlier ("guesses", "answers" or "numbers")."""
        return self.progress.get(self.stem, section, key, default)

    def keep(self, section: str, key: str, value) -> None:
        """Keep a guess, an answer or a number of this lesson."""
        self.progress.put(self.stem, section, key, value)

    def done(self, step: str) -> None:
        """Note a finished step, for the contents page."""
        self.progress.done(self.stem, step)

    def after_erasing(self, tell: Callable[[], None]) -> None:
        """Have ``tell()`` called when this page erases the file, so that no card goes on to show it."""
        self._listeners.append(tell)

    def erase(self) -> int:
        """Erase all that is kept, of all lessons; return how many files went."""
        gone = self.progress.erase()
        for tell in self._listeners:
            tell()
        return gone


def open_lesson(stem: str, *, own_data: bool = False, clock: bool = True, chats: str | None = None) -> Lesson:
    """Open a lesson by the name of its notebook, such as ``"00-start-here"``.

    ``own_data=False`` shuts every box for own text and files (classes); True opens them on one's own
    computer and nowhere else. ``clock=False`` switches clocks off. ``chats`` is a folder of chats to use
    instead of the town's, written as those are (see `datasets.load_chats`).
    """
    if not isinstance(stem, str) or not stem[:2].isdigit():
        raise PlainError(
            f"open_lesson needs the name of a lesson, such as open_lesson('00-start-here'); it got {stem!r}."
        )
    _keep_no_history()
    return Lesson(stem, bool(own_data), bool(clock), Progress(), place(), chats)


def _keep_no_history() -> None:
    """Stop IPython from writing every line that is run into its history file, which no lesson shows."""
    ipython = sys.modules.get("IPython")
    if ipython and (shell := ipython.get_ipython()):
        shell.history_manager.enabled = False


def about(notebook: Path) -> dict:
    """Return what a lesson's notebook says of itself: title, question, minutes, steps, headings by cell."""
    content = json.loads(Path(notebook).read_text("utf-8"))
    headings: dict[str, str] = {}
    titles = []
    for cell in content["cells"]:
        for line in "".join(cell["source"]).splitlines() if cell["cell_type"] == "markdown" else ():
            marks, _, words = line.partition(" ")
            if marks == "#":
                titles.append(words.strip())
            elif marks == "##":
                headings.setdefault(str(cell.get("id", "")), words.strip())
    title = next(iter(titles), Path(notebook).stem)
    return {"title": title, **content["metadata"].get("privlessons", {}), "headings": headings}
