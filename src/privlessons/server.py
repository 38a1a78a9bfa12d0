"""The Jupyter Server extension: the contents page, the door check and the working copies."""

from __future__ import annotations

from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.utils import url_path_join
from tornado import web


class ContentsHandler(JupyterHandler):
    """The contents page."""

    @web.authenticated
    def get(self):
        """Show the lessons; no kernel is started for it."""
        self.finish("<!doctype html><html lang=en><title>privlessons</title><main><h1>Lessons</h1></main>")


def _jupyter_server_extension_points():
    return [{"module": "privlessons.server"}]


def _load_jupyter_server_extension(server):
    base = server.web_app.settings["base_url"]
    server.web_app.add_handlers(".*$", [(url_path_join(base, "privlessons/?"), ContentsHandler)])
