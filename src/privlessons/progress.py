"""The learner's saved guesses and answers: one local file, to be shown, exported and erased."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

VERSION = 1


def folder() -> Path:
    """Return the folder of the progress file: PRIVLESSONS_HOME, or Jupyter's own data folder."""
    if chosen := os.environ.get("PRIVLESSONS_HOME"):
        return Path(chosen)
    from jupyter_core.paths import jupyter_data_dir

    return Path(jupyter_data_dir()) / "privlessons"


class Progress:
    """The progress file at ``path``.

    Several pages (one kernel each, and the server) write the one file, so every change reads, changes
    and replaces it under a lock. A file that cannot be read is renamed and kept, never deleted.
    Its shape: ``{"version": 1, "lessons": {stem: {"guesses": {key: value}, "answers": {key: value},
    "numbers": {key: value}, "done": [step, ...]}}}``.
    """

    def __init__(self, path: Path | None = None):
        self.path = Path(path) if path else folder() / "progress.json"

    def load(self) -> dict:
        """Return all that is kept; an empty record where there is no file or a damaged one."""
        try:
            kept = json.loads(self.path.read_text("utf-8"))
        except FileNotFoundError:
            return _empty()
        except (OSError, ValueError, RecursionError):  # change() sets it aside, reading changes nothing
            return _empty()
        return kept if _sound(kept) else _empty()

    def get(self, stem: str, section: str, key: str, default=None):
        """Return what was kept for a lesson under ``section`` ("guesses", "answers" or "numbers")."""
        return self.load()["lessons"].get(stem, {}).get(section, {}).get(key, default)

    def put(self, stem: str, section: str, key: str, value) -> None:
        """Keep one value; it must be what JSON can hold."""

        def store(kept):
            kept["lessons"].setdefault(stem, {}).setdefault(section, {})[key] = value

        self.change(store)

    def done(self, stem: str, step: str) -> None:
        """Note that a step of a lesson was finished."""

        def store(kept):
            steps = kept["lessons"].setdefault(stem, {}).setdefault("done", [])
            if step not in steps:
                steps.append(step)

        if step not in self.load()["lessons"].get(stem, {}).get("done", []):
            self.change(store)

    def change(self, edit: Callable[[dict], None]) -> None:
        """Read, edit and replace the file under its lock, so that no page loses another page's words."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self._lock():
            if self.path.exists() and not self._readable():
                stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
                self.path.replace(self.path.with_name(f"progress-damaged-{stamp}.json"))
            kept = self.load()
            edit(kept)
            fresh = self.path.with_name(f"{self.path.name}.{os.getpid()}.new")
            fresh.write_text(json.dumps(kept, indent=1, ensure_ascii=False), "utf-8")
            fresh.replace(self.path)

    def export(self) -> bytes:
        """Return the file as bytes: what a company would owe you after a request for access."""
        return json.dumps(self.load(), indent=1, ensure_ascii=False).encode()

    def erase(self) -> int:
        """Delete the file and all that was set aside; return how many files went."""
        with self._lock():
            gone = [p for p in [self.path, *self.set_aside()] if p.exists()]
            for path in gone:
                path.unlink()
        self._lock_path().unlink(missing_ok=True)
        return len(gone)

    def set_aside(self) -> list[Path]:
        """Return the damaged files that were kept, oldest first."""
        return sorted(self.path.parent.glob("progress-damaged-*.json"))

    def _readable(self) -> bool:
        try:
            return _sound(json.loads(self.path.read_text("utf-8")))
        except (OSError, ValueError, RecursionError):
            return False

    def _lock_path(self) -> Path:
        return self.path.with_suffix(".lock")

    def _lock(self):
        from filelock import FileLock

        self.path.parent.mkdir(parents=True, exist_ok=True)
        return FileLock(self._lock_path(), timeout=20)


def _empty() -> dict:
    return {"version": VERSION, "lessons": {}}


def _sound(kept) -> bool:
    """Whether a file has our shape; what a learner edited by hand counts as damaged, and is kept."""
    return (
        isinstance(kept, dict)
        and isinstance(kept.get("lessons"), dict)
        and all(
            isinstance(lesson, dict)
            and isinstance(lesson.get("done", []), list)
            and all(isinstance(lesson.get(s, {}), dict) for s in ("guesses", "answers", "numbers"))
            for lesson in kept["lessons"].values()
        )
    )
