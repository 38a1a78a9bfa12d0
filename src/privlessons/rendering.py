"""Voilà's renderer, bent to our needs: a checked notebook in our template, without what could do harm."""

from __future__ import annotations

import asyncio
import base64
import re
from contextlib import suppress
from functools import cache
from importlib.resources import files
from pathlib import Path
from queue import Empty

from markupsafe import Markup
from traitlets.config import Config
from voila.configuration import VoilaConfiguration
from voila.notebook_renderer import NotebookRenderer
from voila.paths import collect_template_paths
from voila.utils import get_data_dir, get_page_config

from privlessons.kernels import KERNEL

EXTENSIONS = ["@jupyter-widgets/jupyterlab-manager", "@voila-dashboards/widgets-manager8", "anywidget"]
LOCAL_MATHS = {"fullMathjaxUrl": None, "mathjaxConfig": None}  # else MathJax comes from another machine
HICCUP = "This part of the lesson did not start. Reload the page to try again; what you saved is safe."
SETTINGS = {
    "extension_allowlist": EXTENSIONS,
    "strip_sources": True,
    "allow_template_override": "NO",  # a notebook must not choose its own page
    "allow_theme_override": "NO",
}
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


def only_words(html: str) -> str:
    """Return a Markdown cell's HTML without what could run: Markdown is free, so anybody may write it."""
    import bleach

    return Markup(bleach.clean(html, tags=TAGS, attributes=ATTRIBUTES, protocols=PROTOCOLS))  # noqa: S704


class Pictures:
    """The pictures beside a notebook, for Voilà to put into the page; nothing outside the folder."""

    def __init__(self, folder: Path):
        self.folder = folder.resolve()

    def file_exists(self, path: str) -> bool:
        """Whether this is a picture that may be shown."""
        real = (self.folder / path).resolve()
        fits = real.suffix.lower() in (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp")
        return fits and real.is_relative_to(self.folder) and real.is_file()

    def get(self, path: str, **_) -> dict[str, str]:
        """Return the picture as base64, in the shape of Jupyter's contents."""
        return {"content": base64.b64encode((self.folder / path).read_bytes()).decode()}


def look_again(channel) -> None:
    """Let whoever waits for a message look once a second whether it is there.

    Now and then a page never woke up: its kernel had answered and was idle, and the server waited for that
    answer for ever. Seen only where the kernel was still starting when the page came. Who asks anew finds it.
    """
    get = channel.get_msg

    async def get_msg(timeout: float | None = None):  # noqa: ASYNC109 - the channel's own signature
        while timeout is None:
            with suppress(Empty):
                return await get(timeout=1)
        return await get(timeout=timeout)

    channel.get_msg = get_msg


class Rendering(NotebookRenderer):
    """Renders a notebook that is already in memory: what was checked is what is run."""

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
        start = super()._jinja_kernel_start
        self.waking = asyncio.ensure_future(self._start(start(nb, kernel_id, kernel_future)))
        return kernel_id

    async def _start(self, started):
        await started
        look_again(self.executor.kc.shell_channel)

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


async def rendering(handler, notebook, folder: Path, kernel_id: str, lesson: dict) -> Rendering:
    """Prepare the page of a checked notebook from ``folder``; ``lesson`` is for our template."""
    settings = VoilaConfiguration(config=Config({"VoilaConfiguration": SETTINGS}))
    page = {"base_url": handler.base_url, "settings": handler.settings, "log": handler.log}
    config = get_page_config(**page, voila_configuration=settings)
    config.update(LOCAL_MATHS, kernelId=kernel_id, jupyterLabTheme="light")
    made = Rendering(
        notebook,
        request_handler=handler,
        voila_configuration=settings,
        traitlet_config=Config({"VoilaExecutor": {"cell_error_instruction": HICCUP}}),
        notebook_path="lesson.ipynb",
        template_paths=template_paths(),
        config_manager=handler.config_manager,
        contents_manager=Pictures(folder),
        base_url=handler.base_url,
        kernel_spec_manager=handler.kernel_spec_manager,
        page_config=config,
        mathjax_url="",
        mathjax_config="",
    )
    await made.initialize()
    made.exporter.register_filter("clean_html", only_words)
    ahead = [f"{config['fullStaticUrl']}/{name}" for name in scripts_ahead()]
    made.resources["lesson"] = {**lesson, "ahead": ahead}
    return made


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
