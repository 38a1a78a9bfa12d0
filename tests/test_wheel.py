"""The built wheel opens the same workbook in an empty environment, without a clone."""

import json
import os
import re
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import httpx
import pytest

from tests.conftest import own_folders

ROOT = Path(__file__).parents[1]
UV = Path(sys.executable).parent / "uv"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    out = tmp_path_factory.mktemp("wheel")
    build = [
        UV,
        "build",
        "--quiet",
        "--wheel",
        "--no-build-isolation",
        "--python",
        sys.executable,
        "--out-dir",
        out,
    ]
    subprocess.run(build, check=True, cwd=ROOT)
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def environment(wheel, tmp_path_factory):
    """An empty environment with the pinned requirements and the wheel; return its folder of programs."""
    place = tmp_path_factory.mktemp("environment") / "venv"
    subprocess.run([UV, "venv", "--quiet", "--python", sys.executable, place], check=True)
    install = [UV, "pip", "install", "--quiet", "--link-mode", "copy", "--python", place / "bin" / "python"]
    subprocess.run([*install, "--require-hashes", "-r", ROOT / "requirements.txt"], check=True)
    subprocess.run([*install, "--no-deps", wheel], check=True)
    return place / "bin"


@pytest.mark.slow
def test_the_wheel_carries_lessons_data_and_settings(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    for lesson in (ROOT / "notebooks").glob("*.ipynb"):
        assert f"privlessons/_home/notebooks/{lesson.name}" in names
    for end in (
        "etc/jupyter/jupyter_server_config.d/privlessons.json",
        "share/jupyter/labextensions/privlessons/static/remoteEntry.js",
        "share/jupyter/lab/settings/overrides.d/privlessons.json",
        "privlessons/templates/learn/index.html.j2",
        "privlessons/static/page.css",
    ):
        assert any(name.endswith(end) for name in names), end
    assert not [name for name in names if "__pycache__" in name or ".ipynb_checkpoints" in name]


@pytest.mark.slow
def test_the_wheel_opens_the_workbook_without_a_clone(environment, tmp_path):
    folders = own_folders(tmp_path)
    folders.pop("PRIVLESSONS_WORK")  # so that copies go where a learner's go
    keep = {name: os.environ[name] for name in ("PATH", "LANG", "TMPDIR") if name in os.environ}
    process = subprocess.Popen(
        [environment / "privlessons", "open", "--no-browser", "--port", "0"],
        env={**keep, **folders},
        stdout=subprocess.PIPE,
        text=True,
        cwd=tmp_path,
    )
    try:
        said = process.stdout.readline() + process.stdout.readline()
        url, token = re.search(r"(http://127\.0\.0\.1:\d+/)privlessons/\?token=(\S+)", said).groups()
        with httpx.Client(base_url=url, headers={"Authorization": f"token {token}"}, timeout=120) as client:
            text = client.get("privlessons/").text
            for lesson in sorted((ROOT / "notebooks").glob("[0-9]*.ipynb")):
                assert f"voila/render/{lesson.name}" in text
            answer = client.get("voila/render/00-start-here.ipynb")
            assert answer.status_code == 200
            outputs = re.findall(r'voila\.cell-output\+json">\s*(\{.*)', answer.text)
            assert len(outputs) >= 5
            kinds = [json.loads(output)["output_type"] for output in outputs]
            assert "error" not in kinds
            hood = client.get("privlessons/hood/00-start-here")
            assert hood.headers["location"] == "/doc/tree/00-start-here.ipynb"
            assert (tmp_path / "home" / "privlessons-lessons" / "00-start-here.ipynb").is_file()
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(30)
        process.stdout.close()
