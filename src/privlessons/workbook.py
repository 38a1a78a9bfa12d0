"""What the handlers share: where the lessons are, what may run, and the parts of every page."""

from __future__ import annotations

import hashlib
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path

from jupyter_server.base.handlers import JupyterHandler
from markupsafe import Markup
from traitlets import Unicode
from traitlets.config import LoggingConfigurable

from privlessons.contents import Card, cards, own_cards
from privlessons.doors import Doors, doors_of
from privlessons.home import home
from privlessons.working_copies import WorkingCopies


class Workbook(LoggingConfigurable):
    """The workbook that a server shows. ``privlessons open`` sets all three folders; a hub may set none."""

    home = Unicode("", config=True, help="Where notebooks/ and data/ lie; empty: in the package.")
    opened = Unicode("", config=True, help="A folder whose notebooks may all run; empty: none.")
    work = Unicode("", config=True, help="Where working copies are made; empty: below the server's root.")

    @cached_property
    def notebooks(self) -> Path:
        """The folder of the shipped lessons."""
        return (Path(self.home) if self.home else home()) / "notebooks"

    @cached_property
    def doors(self) -> Doors:
        """What may run, as it was when the server started."""
        return doors_of(self.notebooks, Path(self.opened) if self.opened else None)

    @cached_property
    def root(self) -> Path:
        """The folder that the server shows."""
        return Path(self.parent.root_dir)

    @cached_property
    def copies(self) -> WorkingCopies:
        """The working copies, below the server's root."""
        return WorkingCopies(
            self.notebooks, Path(self.work) if self.work else self.root / "privlessons-lessons"
        )

    def changed(self, stem: str) -> bool:
        """Whether a learner changed a copy of this lesson. What a teacher opened by folder is no copy."""
        return not self.doors.opened_file(f"{stem}.ipynb") and self.copies.changed(stem)

    def own(self):
        """Return the cards of the opened folder's notebooks, but for copies of shipped lessons."""
        shipped = set(self.doors.shipped.values())
        folder = None if self.doors.opened == self.notebooks else self.doors.opened
        return [c for c in own_cards(folder) if c.stem not in shipped]

    def neighbours(self, stem: str) -> dict:
        """Return a lesson's card, its place among the lessons, and the cards before and after it."""
        row = cards(self.notebooks)
        if stem not in [c.stem for c in row]:
            row = [c for c in self.own() if c.stem == stem] or [Card(stem, stem, "", 0, 0, ())]
        here = next(i for i, c in enumerate(row) if c.stem == stem)
        return {
            "card": row[here],
            "number": here + 1,
            "of": len(row),
            "before": row[here - 1] if here else None,
            "after": row[here + 1] if here + 1 < len(row) else None,
        }


class PageHandler(JupyterHandler):
    """A handler of our own pages."""

    @property
    def workbook(self) -> Workbook:
        """The workbook of this server."""
        return self.settings["privlessons"]

    @property
    def content_security_policy(self) -> str:
        """Have the browser itself refuse whatever would leave for another machine."""
        return policy(f"ws://{self.request.host} wss://{self.request.host}")

    def page_parts(self) -> dict:
        """Return what every page needs: addresses, and the hidden field of forms."""
        return {
            "base": self.base_url,
            "static": lambda name: f"{self.base_url}privlessons/static/{name}?v={version(name)}",
            "xsrf": Markup(self.xsrf_form_html()),  # noqa: S704 - tornado's own field
        }


def policy(sockets: str = "") -> str:
    """Return the content security policy: scripts, pictures and calls only from this server."""
    return (
        "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; "
        "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        f"worker-src 'self' blob:; connect-src 'self' data: blob: {sockets}; object-src 'none'; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
    )


def static_folder() -> Path:
    """Return the folder of style sheets and scripts."""
    return Path(str(files("privlessons"))) / "static"


@cache
def version(name: str) -> str:
    """Return a short digest of a static file, so that a browser fetches it again after an update."""
    return hashlib.sha256((static_folder() / name).read_bytes()).hexdigest()[:12]
