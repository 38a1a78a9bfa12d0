"""The contents page and the pages that explain: lessons and progress in, HTML out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path

from privlessons.doors import lessons_in
from privlessons.lesson import about
from privlessons.place import Place


@dataclass(frozen=True)
class Part:
    """A step that is still to do: its name on the page, and the id of its place there, or ""."""

    name: str
    place: str = ""


@dataclass(frozen=True)
class Card:
    """What the contents page says of one lesson; ``core`` and ``stretch`` are minutes.

    ``headings`` maps the ids of cells to the headings in them.
    """

    stem: str
    title: str
    question: str
    core: int
    stretch: int
    steps: tuple[str, ...]
    headings: Mapping[str, str] = field(default_factory=dict)

    @property
    def number(self) -> str:
        """The two digits that the file's name begins with."""
        return self.stem[:2]

    def come_so_far(self, done: Iterable[str]) -> str:
        """Say in words how far a learner has come, given the steps that are done."""
        count = len(set(self.steps) & set(done))
        if not count:
            return "Not started"
        return "Done" if count == len(self.steps) else f"{count} of {len(self.steps)} steps done"

    def to_do(self, done: Iterable[str]) -> list[Part]:
        """Return the steps that a learner who has begun did not finish, each with its place on the page."""
        missing = [step for step in self.steps if step not in set(done)]
        if len(missing) == len(self.steps):
            return []
        return [self._part(step) for step in missing]

    def _part(self, step: str) -> Part:
        for cell in (f"{self.number}-{step}-first", f"{self.number}-{step}"):
            if heading := self.headings.get(cell):
                return Part(heading, f"cell-id={cell}")
        return Part(step.replace("-", " ").capitalize())


def card(notebook: Path) -> Card:
    """Read a lesson's card from its notebook; what is missing stays empty."""
    said = about(notebook)
    minutes = said.get("minutes") or {}
    return Card(
        stem=notebook.stem,
        title=str(said["title"]),
        question=str(said.get("question", "")),
        core=int(minutes.get("core", 0)),
        stretch=int(minutes.get("stretch", 0)),
        steps=tuple(map(str, said.get("steps", ()))),
        headings=said["headings"],
    )


def cards(notebooks: Path) -> list[Card]:
    """Read the cards of all lessons in a folder, in their order."""
    return [card(path) for path in lessons_in(notebooks)]


def own_cards(folder: Path | None) -> list[Card]:
    """Read the cards of a teacher's own folder, whatever the notebooks in it are called."""
    found = []
    for path in sorted(folder.glob("*.ipynb")) if folder else []:
        try:
            found.append(card(path))
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            found.append(
                Card(path.stem, path.stem, "This file is not a notebook that we can read.", 0, 0, ())
            )
    return found


def contents_page(
    shipped: list[Card],
    own: list[Card],
    *,
    place: Place,
    progress: Mapping,
    progress_file: Path,
    work: Path,
    changed: set[str],
    **page,
) -> str:
    """Return the contents page.

    ``progress`` maps stems to what is kept of a lesson; ``work`` is the folder of the copies that a learner
    may change, ``changed`` holds the stems of those that they changed; ``page`` has ``base`` (the server's
    base address), ``static`` (a function from a file's name to its address) and ``xsrf`` (the hidden field
    of forms).
    """
    done = {c.stem: progress.get(c.stem, {}).get("done", ()) for c in [*shipped, *own]}
    return (
        templates()
        .get_template("contents.html")
        .render(
            shipped=shipped,
            own=own,
            place=place,
            done=done,
            progress_file=progress_file,
            work=work,
            changed=changed,
            **page,
        )
    )


def explaining_page(heading: str, sentences: list[str], command: str = "", **page) -> str:
    """Return a page that says why something was not opened, and what to do, such as a ``command``."""
    template = templates().get_template("explain.html")
    return template.render(heading=heading, sentences=sentences, command=command, **page)


@cache
def templates():
    """Return the page templates; whatever is put into them is escaped."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    folder = Path(str(files("privlessons"))) / "templates"
    return Environment(loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined)
