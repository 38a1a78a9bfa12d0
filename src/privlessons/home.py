"""Where the lessons and their data lie: inside the installed package, or in a checkout."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def home() -> Path:
    """Return the folder that holds ``notebooks/`` and ``data/``.

    Installed from a wheel that is ``_home`` inside the package; in a checkout it is the repository's root.
    """
    packaged = packaged_home()
    return packaged if packaged.is_dir() else packaged.parents[2]


def packaged_home() -> Path:
    """Return where a wheel keeps lessons and data, whether they are there or not."""
    return Path(str(files("privlessons"))) / "_home"
