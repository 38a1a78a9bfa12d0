"""The Learn page: a lesson rendered by Voilà in our own template, after the door check."""

from __future__ import annotations

import asyncio
import re
from functools import cache
from importlib.resources import files
from pathlib import Path

import nbformat
from jupyter_core.utils import ensure_async
from markupsafe import Markup
from tornado import web
from tornado.iostream import StreamClosedError
from traitlets.config import Config
from voila.configuration import VoilaConfiguration
from voila.notebook_renderer import NotebookRenderer
from voila.paths import collect_template_paths
from voila.utils import get_data_dir, get_page_config

from privlessons.contents import explaining_page
from privlessons.doors import code_cells
from privlessons.workbook import PageHandler

KERNEL = "python3"
WARM_UP = "import privlessons.ui as _"  # the slowest of what every lesson's first line brings in
AFTER = 5  # seconds from one lesson's page to the start of a kernel for the next
EXTENSIONS = ["@jupyter-widgets/jupyterlab-manager", "@voila-dashboards/widgets-manager8", "anywidget"]
LOCAL_MATHS = {"fullMathjaxUrl": None, "mathjaxConfig": None}  # else MathJax comes from another machine
HICCUP = "This part of the lesson did not start. Reload the page to try again; what you saved is safe."
TAGS = frozenset(
    "a abbr b blockquote br caption cite code dd del details div dl dt em figcaption figure h1 h2 h3 h4 h5 "
    "h6 hr i img ins kbd li mark ol p pre q s small span strong sub summary sup table tbody td tfoot th "
    "thead tr u ul".split()
)
ATTRIBUTES = {
    "*": ["class", "id", "lang", "title"],
    "a": ["href"],
    "img": ["src", "alt", "width", "height"],
    "details": ["open"],
    "th": ["scope", "colspan", "rowspan"],
    "td": ["colspan", "rowspan"],
}
PROTOCOLS = ("http", "https", "mailto", "data")
NOT_OURS = (
    "This notebook is not one of the lessons, or its code is no longer the lesson's own.",
    "So it was not run: a notebook that runs on opening could do anything on this computer.",
    "If it is yours and you trust it, end the workbook, and start it again with the name of its folder:",
    "privlessons open FOLDER",
)


class Rendering(NotebookRenderer):
    """Voilà's renderer for a notebook that is already in memory: what was checked is what is run."""

    def __init__(self, checked, **options):
        super().__init__(**options)
        self.checked = checked
        self.prelaunch_hook = None  # the check of the plain Voilà door; ours is made

    async def load_notebook(self, path):
        """Return the checked notebook, to be run by the kernel of this environment."""
        self.checked.metadata["kernelspec"] = {"name": KERNEL, "language": "python"}
        return await self.fix_notebook(self.checked)

    async def _jinja_kernel_start(self, nb, kernel_id, kernel_future):
        """Go on at once: the words above the first activity need no kernel."""
        self.waking = asyncio.ensure_future(super()._jinja_kernel_start(nb, kernel_id, kernel_future))
        return kernel_id

    async def _jinja_cell_generator(self, nb, kernel_id):
        """Yield the words before the first code, then each cell once it has run."""
        words = next((i for i, cell in enumerate(nb.cells) if cell.cell_type == "code"), len(nb.cells))
        for cell in nb.cells[:words]:
            yield cell
        await self.waking
        place = 0
        async for cell in super()._jinja_cell_generator(nb, kernel_id):
            if place >= words:
                yield cell
            place += 1


class LearnHandler(PageHandler):
    """``voila/render/<path>``: shows a lesson that runs, or says kindly why it does not."""

    @web.authenticated
    async def get(self, path: str):
        """Check the notebook, take a kernel, and send the page cell by cell."""
        try:
            found = await self._checked(path)
        except (web.HTTPError, OSError, ValueError, KeyError, TypeError):
            self.set_status(404)
            self.finish(self._explain("There is no such lesson", ["Perhaps it was moved or renamed."]))
            return
        if found is None:
            self.set_status(403)
            self.finish(self._explain("This page was not opened", list(NOT_OURS)))
            return
        stem, notebook = found
        kernel_id, running = self.workbook.kernels.take()
        rendering = await self._rendering(path, stem, notebook, kernel_id)
        self.set_header("Cache-Control", "no-store")
        try:
            async for html, _ in rendering.generate_content_generator(kernel_id, running):
                self.write(html)
                await self.flush()
        except StreamClosedError:  # the learner has left
            return
        except Exception:
            self.log.exception("The lesson %s did not wake up", stem)
            self.write("<script>privlessonsAsleep()</script>")
        await self.finish()
        self.workbook.kernels.start_ahead(after=AFTER)

    async def _checked(self, path: str):
        """Return (stem, notebook in memory) of what may run, None for what may not.

        A file of the opened folder comes first, then a shipped lesson by its name, then any other
        notebook below the server's root that says the same as a lesson.
        """
        doors = self.workbook.doors
        if own := doors.opened_file(path):
            return own.stem, nbformat.reads(own.read_text("utf-8"), as_version=4)
        shipped = self.workbook.notebooks / path
        if path.removesuffix(".ipynb") in doors.shipped.values():
            notebook = nbformat.reads(shipped.read_text("utf-8"), as_version=4)
        else:
            model = await ensure_async(self.contents_manager.get(path, type="notebook", content=True))
            notebook = model["content"]
        stem = doors.lesson(code_cells(notebook))
        return stem and (stem, notebook)

    def _explain(self, heading: str, sentences: list[str]) -> str:
        return explaining_page(heading, sentences, **self.page_parts())

    async def _rendering(self, path: str, stem: str, notebook, kernel_id: str) -> Rendering:
        settings = VoilaConfiguration(
            config=Config({"VoilaConfiguration": {"extension_allowlist": EXTENSIONS, "strip_sources": True}})
        )
        page = {"base_url": self.base_url, "settings": self.settings, "log": self.log}
        config = get_page_config(**page, voila_configuration=settings)
        config.update(LOCAL_MATHS, kernelId=kernel_id, jupyterLabTheme="light")
        rendering = Rendering(
            notebook,
            request_handler=self,
            voila_configuration=settings,
            traitlet_config=Config({"VoilaExecutor": {"cell_error_instruction": HICCUP}}),
            notebook_path=path,
            template_paths=template_paths(),
            config_manager=self.config_manager,
            contents_manager=self.contents_manager,
            base_url=self.base_url,
            kernel_spec_manager=self.kernel_spec_manager,
            page_config=config,
            mathjax_url="",
            mathjax_config="",
        )
        await rendering.initialize()
        rendering.exporter.register_filter("clean_html", only_words)
        rendering.resources["lesson"] = {
            **self.workbook.neighbours(stem),
            **self.page_parts(),
            "ahead": [f"{config['fullStaticUrl']}/{name}" for name in scripts_ahead()],
        }
        return rendering


def only_words(html: str) -> str:
    """Return a Markdown cell's HTML without what could run: Markdown is free, so anybody may write it."""
    import bleach

    return Markup(bleach.clean(html, tags=TAGS, attributes=ATTRIBUTES, protocols=PROTOCOLS))  # noqa: S704


@cache
def template_paths() -> list[str]:
    """Return the folders of our template and of those that it builds on."""
    ours = Path(str(files("privlessons"))) / "templates" / "learn"
    return [str(ours), *collect_template_paths(["voila", "nbconvert"], "lab")]


@cache
def scripts_ahead() -> list[str]:
    """Return the scripts that Voilà's front end asks for first, so that the browser may fetch them early.

    Their names are read off its entry script; where that has changed, fewer are fetched early.
    """
    static = Path(get_data_dir()) / "templates" / "base" / "static"
    entry = (static / "voila.js").read_text("utf-8")
    names = dict.fromkeys(f"{number}.voila.js" for number in re.findall(r"\.e\((\d+)\)", entry[:4000]))
    return [name for name in names if (static / name).is_file()]


class Kernels:
    """Kernels for Learn pages, one of them started ahead, so that a lesson need not wait for it.

    A kernel started ahead that nobody takes is culled like any other idle one; opening the contents page
    or a lesson starts the next.
    """

    def __init__(self, manager, *, ahead: bool):
        self.manager = manager
        self.ahead = ahead
        self._next: tuple[str, asyncio.Task] | None = None

    def start_ahead(self, after: float = 0) -> None:
        """Start a kernel ``after`` so many seconds, if none is waiting then."""
        if after:
            asyncio.get_running_loop().call_later(after, self.start_ahead)
        elif self.ahead and not self._waiting():
            self._next = self._start()

    def take(self) -> tuple[str, asyncio.Task]:
        """Return the id of a kernel that is nobody else's, and the task that brings its manager."""
        ready = self._next if self._waiting() else None
        self._next = None
        return ready or self._start()

    def _waiting(self) -> bool:
        if self._next is None:
            return False
        kernel_id, task = self._next
        return not task.done() or (not task.exception() and kernel_id in self.manager)

    def _start(self) -> tuple[str, asyncio.Task]:
        kernel_id = self.manager.new_kernel_id()
        return kernel_id, asyncio.ensure_future(self._run(kernel_id))

    async def _run(self, kernel_id: str):
        start = {
            "kernel_name": KERNEL,
            "path": "",
            "extra_arguments": [f"--IPKernelApp.exec_lines={WARM_UP}"],
        }
        await ensure_async(self.manager.start_kernel(kernel_id=kernel_id, **start))
        return self.manager.get_kernel(kernel_id)
