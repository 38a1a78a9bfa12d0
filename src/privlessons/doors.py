"""The door check: which notebooks may run by being opened.

Both doors run a notebook without being asked, so neither may run a stranger's. Jupyter's own trust is no
gate for that: saving a notebook without outputs signs it, one that was uploaded is trusted at once, and
Voilà runs anything. So a notebook runs only if its code cells are those of a shipped lesson, or if it lies
in a folder that a teacher opened by name.
"""

from __future__ import annotations

import ast
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

SETTINGS = ("own_data", "clock")
"""The keywords of `open_lesson` that an instructor may change in a setup cell."""

Cells = Iterable[tuple[str, str]]
"""The (id, source) of a notebook's code cells, in their order."""


@dataclass(frozen=True)
class Doors:
    """What may run: ``shipped`` maps digests of lessons' code to stems; ``opened`` is a whole folder."""

    shipped: Mapping[str, str]
    opened: Path | None = None

    def lesson(self, cells: Cells) -> str | None:
        """Return the stem of the shipped lesson with this code, or None: then it must not run."""
        return self.shipped.get(digest(cells))

    def opened_file(self, path: str) -> Path | None:
        """Return the real file behind a path in the opened folder; None outside it.

        Links and ``..`` are followed first, so that neither leads out.
        """
        if self.opened is None:
            return None
        root = self.opened.resolve()
        real = (root / path.strip("/")).resolve()
        return real if real.is_relative_to(root) and real.is_file() else None


def lessons_in(notebooks: Path) -> list[Path]:
    """Return the lessons' files in the order of their numbers; copies set aside are none."""
    return sorted(p for p in notebooks.glob("[0-9][0-9]-*.ipynb") if "-my-version-" not in p.name)


def doors_of(notebooks: Path, opened: Path | None = None) -> Doors:
    """Read the shipped lessons in a folder."""
    notes = {path.stem: json.loads(path.read_text("utf-8")) for path in lessons_in(notebooks)}
    return Doors({digest(code_cells(note)): stem for stem, note in notes.items()}, opened)


def code_cells(notebook: Mapping) -> list[tuple[str, str]]:
    """Return the (id, source) of a notebook's code cells; a source may be a string or a list of lines."""
    return [
        (str(cell.get("id", "")), "".join(cell["source"]))
        for cell in notebook["cells"]
        if cell["cell_type"] == "code"
    ]


def digest(cells: Cells) -> str:
    """Return the SHA-256 of code cells, in order; Markdown is free, and so are a setup cell's settings."""
    total = hashlib.sha256()
    for name, source in cells:
        setup = _without_settings(source) if name.endswith("-setup") else None
        part = f"code:{source}" if setup is None else f"setup:{setup}"
        encoded = part.encode("utf-8", "surrogatepass")
        total.update(f"{len(encoded)}:".encode() + encoded)
    return total.hexdigest()


def _without_settings(source: str) -> str | None:
    """Return a setup cell's syntax tree without the settings of ``open_lesson``; None if it has no such form.

    A setting counts only as a plain constant (true, false, a number, a string): a constant does nothing
    when it runs, while any other expression may do anything. Everything else in the cell stays in the
    tree and so in the digest. IPython breaks lines at characters where Python sees none (such as
    U+2028), and would run what follows as a command of the shell: sources with such characters have no
    such form.
    """
    if source.splitlines() != source.removesuffix("\n").split("\n"):
        return None
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "open_lesson":
            call.keywords = [k for k in call.keywords if not _is_setting(k)]
    return ast.dump(tree)


def _is_setting(keyword: ast.keyword) -> bool:
    return keyword.arg in SETTINGS and isinstance(keyword.value, ast.Constant)
