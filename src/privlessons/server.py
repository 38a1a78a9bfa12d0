"""The Jupyter Server extension: the contents page, both doors, and what they need of the server."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from urllib.parse import quote

from jupyter_server.base.handlers import APIHandler, FileFindHandler
from jupyter_server.utils import url_path_join
from tornado import web

from privlessons.contents import cards, contents_page, explaining_page
from privlessons.doors import code_cells
from privlessons.kernels import Kernels
from privlessons.learn import NOT_OURS, LearnHandler
from privlessons.place import OWN, place
from privlessons.progress import Progress
from privlessons.workbook import PageHandler, Workbook, static_folder

UPLOAD_BYTES = 300 * 2**20
IDLE_SECONDS = 120


class ContentsHandler(PageHandler):
    """The contents page; no kernel runs for it."""

    @web.authenticated
    def get(self):
        """Show the lessons and how far the learner has come; have a kernel ready for the first of them."""
        book, progress = self.workbook, Progress()
        shipped = cards(book.notebooks)
        self.finish(
            contents_page(
                shipped,
                book.own(),
                place=place(),
                progress=progress.load()["lessons"],
                progress_file=progress.path,
                work=book.copies.work,
                changed={card.stem for card in shipped if book.changed(card.stem)},
                **self.page_parts(),
            )
        )
        book.kernels.start_ahead()


class HoodHandler(PageHandler):
    """``privlessons/hood/<stem>``: opens the working copy in JupyterLab."""

    @web.authenticated
    def get(self, stem: str):
        """Make or refresh the copy where that loses nothing, and go there."""
        book = self.workbook
        if stem in book.doors.shipped.values() and not book.doors.opened_file(f"{stem}.ipynb"):
            file = book.copies.lift(stem)
        elif own := book.doors.opened_file(f"{stem}.ipynb"):
            file = own
        else:
            self.set_status(404)
            self.finish(explaining_page("There is no such lesson", [], **self.page_parts()))
            return
        path = file.resolve().relative_to(book.root.resolve())
        self.redirect(url_path_join(self.base_url, "doc/tree", *map(quote, path.parts)))


class StartOverHandler(PageHandler):
    """``privlessons/start-over/<stem>``: sets a changed copy aside and makes a fresh one."""

    @web.authenticated
    def post(self, stem: str):
        """Start over and say what the learner's version is called now."""
        copies = self.workbook.copies
        if stem not in self.workbook.doors.shipped.values() or not self.workbook.changed(stem):
            self.redirect(url_path_join(self.base_url, "privlessons/"))
            return
        kept = copies.start_over(stem, date.today())
        sentences = [
            f"Your version is kept as {kept.name}.",
            "It lies in the same folder as the lessons you changed.",
        ]
        self.finish(explaining_page("The lesson starts fresh", sentences, **self.page_parts()))


class MayRunHandler(APIHandler):
    """``privlessons/api/may-run``: JupyterLab asks before it runs a notebook on opening.

    It sends the very cells that it is about to run, so that nothing can change in between.
    """

    @web.authenticated
    def post(self):
        """Answer ``{"may": true}``, or ``{"may": false, "why": sentence}``."""
        try:
            asked = self.get_json_body() or {}
            cells = [(str(name), str(source)) for name, source in asked.get("cells", [])]
        except (TypeError, ValueError, AttributeError):
            raise web.HTTPError(400, "Ask with a path and a list of [id, source].") from None
        doors = self.settings["privlessons"].doors
        may = bool(doors.lesson(cells) or doors.opened_file(str(asked.get("path", ""))))
        self.finish(
            json.dumps({"may": may} if may else {"may": False, "why": NOT_OURS[0] + " It was not run."})
        )


def refuse_strangers(handler, notebook, cwd):
    """Stand behind Voilà's own door, should a request ever reach it instead of ours."""
    if handler.settings["privlessons"].doors.lesson(code_cells(notebook)) is None:
        raise web.HTTPError(403, NOT_OURS[0])


def keep_no_outputs(model, **_):
    """Drop the outputs of a lesson before it is saved: they may show a learner's answers."""
    content = model.get("content")
    if model["type"] != "notebook" or "privlessons" not in content.get("metadata", {}):
        return
    for cell in content["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"], cell["execution_count"] = [], None


def without_delay(connection):
    """Return that class of connections between page and kernel, with no small message held back.

    Jupyter leaves TCP as it comes, where a small message waits until the one before it was acknowledged, for
    up to 40 ms (Nagle, RFC 896). An answer is three small messages, and a slider feels it.
    """

    class Prompt(connection):
        def connect(self):
            self.websocket_handler.set_nodelay(True)
            return super().connect()

    return Prompt


def _jupyter_server_extension_points():
    return [{"module": "privlessons.server"}]


def _link_jupyter_server_extension(server):
    """Set what must be set before the server builds its parts; a configured value wins."""
    config = server.config
    for name, value in {"cull_idle_timeout": IDLE_SECONDS, "cull_interval": 30}.items():
        config.MappingKernelManager.setdefault(name, value)
    config.FileContentsManager.setdefault("pre_save_hook", keep_no_outputs)
    config.VoilaConfiguration.prelaunch_hook = refuse_strangers


def _load_jupyter_server_extension(server):
    app = server.web_app
    book = app.settings["privlessons"] = Workbook(parent=server)
    book.kernels = Kernels(server.kernel_manager, ahead=place() is OWN)
    server.io_loop.add_callback(book.kernels.start_ahead)
    book.copies.refresh()
    app.settings["websocket_max_message_size"] = UPLOAD_BYTES  # tornado's 10 MiB fail without a word
    channels = "kernel_websocket_connection_class"
    app.settings[channels] = without_delay(app.settings[channels])
    specs = server.kernel_spec_manager  # our environment's python3 before any other of that name
    specs.kernel_dirs = [str(Path(sys.prefix) / "share/jupyter/kernels"), *specs.kernel_dirs]
    at = lambda *parts: url_path_join(app.settings["base_url"], *parts)  # noqa: E731
    app.add_handlers(
        ".*$",
        [
            (at("privlessons/?"), ContentsHandler),
            (at("privlessons/hood/([^/]+)"), HoodHandler),
            (at("privlessons/start-over/([^/]+)"), StartOverHandler),
            (at("privlessons/api/may-run"), MayRunHandler),
            (at("privlessons/static/(.*)"), FileFindHandler, {"path": [str(static_folder())]}),
            (at("voila/render/(.*)"), LearnHandler),
        ],
    )
