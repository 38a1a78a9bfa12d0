"""Working copies: the lessons that a learner may change, beside the shipped ones that stay as they are."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from privlessons.doors import lessons_in

LEDGER = ".privlessons-copies.json"
"""The file in the work folder that keeps the digest of each copy as it was made."""


@dataclass(frozen=True)
class WorkingCopies:
    """Copies of the lessons of ``notebooks`` in the folder ``work``.

    Where both are one folder (a checkout), lessons are opened in place and nothing is copied.
    """

    notebooks: Path
    work: Path

    @property
    def in_place(self) -> bool:
        """Whether lessons are opened where they lie."""
        return self.notebooks.resolve() == self.work.resolve()

    def changed(self, stem: str) -> bool:
        """Whether a learner's copy says something else than what was copied."""
        copy = self._copy(stem)
        return not self.in_place and copy.exists() and _words(copy) != self._ledger().get(stem)

    def lift(self, stem: str) -> Path:
        """Return the file to open: the copy, made or refreshed where that loses nothing."""
        shipped, copy = self.notebooks / f"{stem}.ipynb", self._copy(stem)
        if self.in_place:
            return shipped
        if not copy.exists() or (not self.changed(stem) and _words(copy) != _words(shipped)):
            self.work.mkdir(parents=True, exist_ok=True)
            fresh = copy.with_name(f"{copy.name}.{os.getpid()}.new")
            shutil.copyfile(shipped, fresh)
            fresh.replace(copy)
            self._remember(stem, _words(shipped))
        return copy

    def refresh(self) -> None:
        """Bring the copies that nobody changed up to date with the shipped lessons."""
        for path in lessons_in(self.notebooks):
            if self._copy(path.stem).exists():
                self.lift(path.stem)

    def start_over(self, stem: str, today: date) -> Path:
        """Set a learner's copy aside under a name with the date; make a fresh copy; return what was kept."""
        kept = self._copy(f"{stem}-my-version-{today.isoformat()}")
        number = 2
        while kept.exists():
            kept = self._copy(f"{stem}-my-version-{today.isoformat()}-{number}")
            number += 1
        self._copy(stem).rename(kept)
        self.lift(stem)
        return kept

    def _copy(self, stem: str) -> Path:
        return self.work / f"{stem}.ipynb"

    def _ledger(self) -> dict[str, str]:
        try:
            ledger = json.loads((self.work / LEDGER).read_text("utf-8"))
        except (OSError, ValueError):
            return {}  # then every copy counts as changed, and none is overwritten
        return ledger if isinstance(ledger, dict) else {}

    def _remember(self, stem: str, words: str) -> None:
        fresh = self.work / f"{LEDGER}.{os.getpid()}.new"
        fresh.write_text(json.dumps({**self._ledger(), stem: words}, indent=1), "utf-8")
        fresh.replace(self.work / LEDGER)


def _words(path: Path) -> str:
    """Return a digest of what a notebook says: its cells' kinds and sources.

    Outputs and metadata don't count: JupyterLab writes them when somebody only looks.
    """
    try:
        cells = json.loads(path.read_text("utf-8"))["cells"]
        said = [[cell["cell_type"], "".join(cell["source"])] for cell in cells]
    except (OSError, ValueError, KeyError, TypeError):
        return "unreadable"
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()
