"""Fixtures: a running workbook with folders of its own, and pages in Chromium that stay on this machine."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
HERE = ("127.0.0.1", "localhost", "")  # "" is data: and blob:, which ask nobody
# A shell that runs tests in the background has them ignore Ctrl-C, and so would the servers that they end.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
FIXTURE_HOME = Path(__file__).parent / "fixtures" / "workbook"


@dataclass(frozen=True)
class Workbook:
    """A running ``privlessons open``: its address, its token and its folders."""

    url: str  # ends in /
    token: str
    folder: Path  # the server's root: copies of lessons that were opened with the hood lifted
    state: Path  # PRIVLESSONS_HOME: progress.json
    process: subprocess.Popen

    def at(self, path: str = "privlessons/") -> str:
        """Return the address of a path, with the token that lets a fresh browser in."""
        return f"{self.url}{path}{'&' if '?' in path else '?'}token={self.token}"

    def learn(self, stem: str) -> str:
        return self.at(f"voila/render/{stem}.ipynb")

    def hood(self, stem: str) -> str:
        return self.at(f"privlessons/hood/{stem}")


def own_folders(root: Path) -> dict[str, str]:
    """Return an environment in which Jupyter and privlessons keep everything below ``root``."""
    names = {
        "HOME": "home",
        "JUPYTER_CONFIG_DIR": "config",
        "JUPYTER_DATA_DIR": "data",
        "JUPYTER_RUNTIME_DIR": "runtime",
        "IPYTHONDIR": "ipython",
        "PRIVLESSONS_HOME": "state",
        "PRIVLESSONS_WORK": "work",
    }
    for folder in names.values():
        (root / folder).mkdir(parents=True, exist_ok=True)
    return {name: str(root / folder) for name, folder in names.items()}


@contextmanager
def running(root: Path, *options: str, env: dict[str, str] | None = None):
    """Run ``privlessons open --no-browser`` on a free port; yield the Workbook; end it with Ctrl-C."""
    folders = own_folders(root)
    away = ("SSH_CONNECTION", "CODESPACES", "BINDER_", "JUPYTERHUB_")  # so that the place is this computer
    base = {name: value for name, value in os.environ.items() if not name.startswith(away)}
    errors = (root / "stderr.txt").open("w+")
    process = subprocess.Popen(
        [sys.executable, "-m", "privlessons", "open", "--no-browser", "--port", "0", *options],
        env={**base, **folders, **(env or {})},
        stdout=subprocess.PIPE,
        stderr=errors,
        text=True,
        cwd=root,
    )
    try:
        found = None
        while found is None:
            line = process.stdout.readline()
            if not line:
                errors.seek(0)
                raise AssertionError(f"the workbook did not open: {errors.read()[-3000:]}")
            found = re.search(r"(http://127\.0\.0\.1:\d+/)privlessons/\?token=(\S+)", line)
        work = Path((env or {}).get("PRIVLESSONS_WORK", folders["PRIVLESSONS_WORK"]))
        yield Workbook(found[1], found[2], work, root / "state", process)
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
        process.stdout.close()
        errors.close()


@pytest.fixture
def run_workbook(tmp_path):
    """Run workbooks with options of one's own: ``with run_workbook("--home", folder) as workbook``."""
    count = iter(range(100))
    return lambda *options, env=None: running(tmp_path / f"server-{next(count)}", *map(str, options), env=env)


@pytest.fixture(scope="session")
def workbook(tmp_path_factory):
    """The workbook with the real lessons, once for all tests that don't change it."""
    with running(tmp_path_factory.mktemp("workbook")) as book:
        yield book


@pytest.fixture(scope="session")
def fixture_workbook(tmp_path_factory):
    """The workbook with tiny lessons made for tests."""
    with running(tmp_path_factory.mktemp("fixture-workbook"), "--home", str(FIXTURE_HOME)) as book:
        yield book


@pytest.fixture(scope="session")
def chromium():
    """The browser, started once; tests that need it are skipped, and say so, where there is none."""
    if CHROMIUM is None:
        pytest.skip(
            "there is no Chromium on this machine: install Debian's package chromium to run browser tests"
        )
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def new_page(chromium):
    """Open pages with options of `Browser.new_context`; each fails the test if it asks another machine.

    ``page.asked`` is the list of addresses asked for, ``page.complaints`` the console's errors.
    """
    contexts = []

    def open_page(**options):
        context = chromium.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        contexts.append(context)
        page = context.new_page()
        page.asked, page.complaints = [], []
        context.on("request", lambda request: page.asked.append(request.url))
        page.on("websocket", lambda socket: page.asked.append(socket.url))
        page.on("console", lambda said: page.complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.set_default_timeout(60_000)
        return page

    yield open_page
    strangers = []
    for context in contexts:
        for page in context.pages:
            strangers += [
                url for url in getattr(page, "asked", []) if (urlsplit(url).hostname or "") not in HERE
            ]
        context.close()
    assert not strangers, f"requests left this machine: {sorted(set(strangers))}"


@pytest.fixture
def page(new_page):
    """One page, 1280 by 900, light."""
    return new_page()


def wait_until(true, seconds=60, what="it"):
    """Wait until ``true()`` holds; the limit only catches hangs."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, f"{what} did not happen within {seconds} s"
        time.sleep(0.2)


LONGEST = ("test_focus.py", "test_lessons.py")  # first of their kind, so that no worker waits for them alone


def pytest_collection_modifyitems(items):
    """Put browser tests last: Playwright keeps an event loop running, in which asyncio.run() fails."""

    def turn(item):
        return 0 if item.get_closest_marker("browser") is None else 1 if item.path.name in LONGEST else 2

    items.sort(key=turn)
