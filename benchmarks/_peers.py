"""Peers that are no dependency of the project: each in an environment of its own that is thrown away."""

import json
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

UV = Path(sys.executable).with_name("uv")


@contextmanager
def environment(*packages):
    """Yield a fresh Python with these packages, as a path."""
    with tempfile.TemporaryDirectory() as folder:
        python = Path(folder) / "env" / "bin" / "python"
        home = python.parents[1]
        subprocess.run([UV, "venv", "--quiet", "--python", sys.executable, home], check=True)
        subprocess.run([UV, "pip", "install", "--quiet", "--python", python, *packages], check=True)
        yield python


def answer(python, code, *arguments, cwd=None):
    """Run code in another Python and return what it prints last, as JSON."""
    command = [str(python), "-c", code, *map(str, arguments)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=cwd)
    return json.loads(done.stdout.splitlines()[-1])
