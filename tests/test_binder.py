"""What Binder does with this repository, replayed step by step in a clean directory.

Binder's own Python comes from conda and is the one that environment.yml names; here it is this machine's.
"""

import json
import os
import re
import secrets
import socket
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote

import httpx
import pytest

from tests.conftest import own_folders, wait_until
from tests.offline import ROOT

pytestmark = pytest.mark.slow
UV = Path(sys.executable).parent / "uv"
BASE = "/user/somebody-repo-1a2b3c/"
AWAY = ("PRIVLESSONS", "JUPYTER", "PYTHON", "VIRTUAL_ENV", "SSH_CONNECTION", "BINDER", "CODESPACES")
# Runs a lesson with own_data=True and prints the boxes for own text and files that it shows.
BOXES = """
import json, sys
from pathlib import Path
from IPython.core.interactiveshell import InteractiveShell

shell = InteractiveShell.instance()
for cell in json.loads(Path(sys.argv[1]).read_text("utf-8"))["cells"]:
    if cell["cell_type"] == "code":
        code = "".join(cell["source"]).replace("own_data=False", "own_data=True")
        shell.run_cell(code, store_history=True, silent=False).raise_error()

def walk(widget):
    yield type(widget).__name__
    for child in getattr(widget, "children", ()):
        yield from walk(child)

seen = {name for card in shell.user_ns["Out"].values() for name in walk(card)}
print("\\nBOXES", sorted(seen & {"Text", "Textarea", "FileUpload", "FileChooser"}))
"""


@pytest.fixture(scope="module")
def clone(tmp_path_factory):
    """The last commit, as Binder fetches it: nothing that isn't committed."""
    place = tmp_path_factory.mktemp("binder") / "repo"
    place.mkdir()
    archive = subprocess.run(["git", "archive", "HEAD"], cwd=ROOT, capture_output=True, check=False)
    if archive.returncode:
        pytest.skip("this is not a git checkout, so there is no commit to replay")
    subprocess.run(["tar", "-x"], cwd=place, input=archive.stdout, check=True)
    return place


@pytest.fixture(scope="module")
def binder(clone):
    """The environment of a learner's server on Binder, after both build steps."""
    venv = clone.parent / "venv"
    subprocess.run([UV, "venv", "--quiet", "--seed", "--python", sys.executable, venv], check=True)
    inline = re.findall(r'^      - "(.+)"$', (clone / "environment.yml").read_text("utf-8"), re.MULTILINE)
    (clone.parent / "pins.txt").write_text("\n".join(inline))
    install = [UV, "pip", "install", "--quiet", "--link-mode", "copy", "--python", venv / "bin" / "python"]
    subprocess.run([*install, "-r", clone.parent / "pins.txt"], check=True)

    env = {name: value for name, value in os.environ.items() if not name.startswith(AWAY)}
    env |= own_folders(clone.parent) | {"PATH": f"{venv / 'bin'}{os.pathsep}{os.environ['PATH']}"}
    for name in ("PRIVLESSONS_HOME", "PRIVLESSONS_WORK"):
        del env[name]
    built = subprocess.run(["./postBuild"], cwd=clone, env=env, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    return env | {"BINDER_SERVICE_HOST": "10.3.2.1", "BINDER_LAUNCH_HOST": "https://mybinder.org/"}


@pytest.fixture(scope="module")
def server(clone, binder):
    """JupyterLab as Binder starts it, below an address of its own; yield a client with the token."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    token = secrets.token_hex(12)
    options = {"ip": "127.0.0.1", "port": port, "base_url": BASE, "allow_root": True, "open_browser": False}
    command = ["jupyter", "lab", *(f"--ServerApp.{name}={value}" for name, value in options.items())]
    log = (clone.parent / "log.txt").open("w")
    process = subprocess.Popen(
        [*command, f"--IdentityProvider.token={token}"], cwd=clone, env=binder, stdout=log, stderr=log
    )
    client = httpx.Client(
        base_url=f"http://127.0.0.1:{port}{BASE}",
        headers={"Authorization": f"token {token}"},
        timeout=180,
        follow_redirects=True,
    )

    def answers():
        assert process.poll() is None, Path(log.name).read_text()[-3000:]
        try:
            return client.get("api/status").status_code == 200
        except httpx.ConnectError:
            return False

    with client:
        wait_until(answers, what="the server's first answer")
        yield client
    process.terminate()
    process.wait(30)
    log.close()


def python(env, cwd, code, *words):
    command = ["python", "-c", code, *map(str, words)]
    done = subprocess.run(command, env=env, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_the_package_is_installed_and_not_taken_from_the_clone(binder, tmp_path):
    where = python(binder, tmp_path, "import privlessons; print(privlessons.__file__)")
    assert "site-packages" in where


def test_the_contents_page_says_that_this_is_binder(server):
    answer = server.get("privlessons/")
    assert answer.status_code == 200
    assert "Binder" in answer.text
    assert "Nothing is sent over the internet" not in answer.text


def test_every_launch_link_of_the_readme_leads_to_a_page(server):
    readme = (ROOT / "README.md").read_text("utf-8")
    links = re.findall(r"mybinder\.org/v2/gh/[^)\s]*\?urlpath=([^)\s&]+)", readme)
    assert links, "the README has no launch link with a urlpath"
    for path in map(unquote, links):
        assert path.startswith(("voila/render/", "privlessons")), "a launch link leads to the Learn door"
        assert server.get(path).status_code == 200, path


@pytest.mark.parametrize("path", ["voila/render/{}.ipynb", "voila/render/notebooks/{}.ipynb"])
def test_both_lessons_run(path, server):
    for lesson in sorted((ROOT / "notebooks").glob("[0-9]*.ipynb")):
        answer = server.get(path.format(lesson.stem))
        assert answer.status_code == 200
        outputs = re.findall(r'voila\.cell-output\+json">\s*(\{.*)', answer.text)
        assert len(outputs) >= 5
        assert "error" not in {json.loads(output)["output_type"] for output in outputs}
        assert "cdn.jsdelivr.net" not in answer.text


def test_boxes_for_own_data_are_shut_there(binder, tmp_path):
    lesson = ROOT / "notebooks" / "02-sit-at-the-reviewers-desk.ipynb"
    own = {name: value for name, value in binder.items() if not name.startswith("BINDER")}
    there = python(binder, tmp_path, BOXES, lesson).splitlines()[-1]
    here = python(own | {"PRIVLESSONS_PLACE": "own"}, tmp_path, BOXES, lesson).splitlines()[-1]

    assert there == "BOXES []"
    assert "Textarea" in here
