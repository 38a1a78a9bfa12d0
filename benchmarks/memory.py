"""What a lesson's kernel holds in memory after a full run: every cell, then every control at both ends."""

import os
import tempfile
from pathlib import Path

import nbformat
import psutil
from jupyter_client.manager import start_new_kernel
from tests.conftest import own_folders
from tests.offline import ROOT

from benchmarks import row

GOALS = {"00-start-here": 130, "02-sit-at-the-reviewers-desk": 400}
USE_ALL = """
from privlessons.ui import Activity
from tests.moves import visit
await visit([(str(n), card) for n, card in Out.items() if isinstance(card, Activity)])
"""


def megabytes(stem):
    """Run a lesson in a kernel of its own; return the kernel's resident memory in MB."""
    nb = nbformat.read(ROOT / "notebooks" / f"{stem}.ipynb", as_version=4)
    with tempfile.TemporaryDirectory() as folder:
        env = os.environ | own_folders(Path(folder)) | {"PRIVLESSONS_PLACE": "own", "PYTHONPATH": str(ROOT)}
        manager, client = start_new_kernel(env=env, startup_timeout=120)
        try:
            for source in [*(c.source for c in nb.cells if c.cell_type == "code"), USE_ALL]:
                reply = client.execute_interactive(source, timeout=600, output_hook=lambda _: None)
                if reply["content"]["status"] != "ok":
                    raise RuntimeError("\n".join(reply["content"]["traceback"]))
            return round(psutil.Process(manager.provisioner.pid).memory_info().rss / 1e6)
        finally:
            client.stop_channels()
            manager.shutdown_kernel(now=True)


def run():
    lessons = [stem for stem in GOALS if (ROOT / "notebooks" / f"{stem}.ipynb").exists()]
    return [row(f"kernel memory, lesson {stem[:2]}", megabytes(stem), "MB", GOALS[stem]) for stem in lessons]
