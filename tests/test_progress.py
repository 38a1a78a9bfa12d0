import json
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from privlessons.progress import Progress


@pytest.fixture
def progress(tmp_path):
    return Progress(tmp_path / "kept" / "progress.json")


def test_nothing_is_written_before_something_is_kept(progress):
    assert progress.load() == {"version": 1, "lessons": {}}
    assert not progress.path.parent.exists()


def test_what_is_put_is_read_back(progress):
    progress.put("00-start-here", "guesses", "x", "yes")
    progress.done("00-start-here", "predict")
    progress.done("00-start-here", "predict")

    assert progress.get("00-start-here", "guesses", "x") == "yes"
    assert progress.load()["lessons"]["00-start-here"]["done"] == ["predict"]
    assert progress.get("02-other", "guesses", "x", "none") == "none"


def test_erasing_removes_the_file_and_every_file_set_aside(progress):
    progress.put("a", "guesses", "x", 1)
    progress.path.write_text("broken {")
    progress.put("a", "guesses", "x", 2)

    assert progress.erase() == 2
    assert not [p for p in progress.path.parent.iterdir() if p.suffix == ".json"]
    assert progress.load()["lessons"] == {}


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"[" * 200_000,
        b"[]",
        b'{"lessons": 3}',
        b'{"lessons": {"a": 1}}',
        b'{"lessons": {"a": {"done": 1}}}',
        b"\xff\xfe",
    ],
)
def test_a_damaged_file_is_set_aside_and_not_lost(progress, damage):
    progress.path.parent.mkdir(parents=True)
    progress.path.write_bytes(damage)

    assert progress.load()["lessons"] == {}
    assert progress.path.read_bytes() == damage, "reading changes nothing"

    progress.put("a", "answers", "q", 1)

    assert [p.read_bytes() for p in progress.set_aside()] == [damage]
    assert progress.get("a", "answers", "q") == 1


def test_pages_that_write_at_once_lose_nothing(progress):
    code = (
        "import sys; from pathlib import Path; from privlessons.progress import Progress\n"
        "p = Progress(Path(sys.argv[1]))\n"
        "for i in range(15): p.put('a', 'answers', f'{sys.argv[2]}-{i}', i)"
    )
    pages = [subprocess.Popen([sys.executable, "-c", code, progress.path, str(n)]) for n in range(4)]

    assert [page.wait(timeout=120) for page in pages] == [0, 0, 0, 0]
    assert len(progress.load()["lessons"]["a"]["answers"]) == 60


def test_a_failing_change_leaves_the_old_file_whole(progress):
    progress.put("a", "answers", "q", 1)
    before = progress.path.read_bytes()

    with pytest.raises(TypeError):
        progress.put("a", "answers", "r", object())

    assert progress.path.read_bytes() == before


@settings(max_examples=40)
@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=5))
def test_the_export_is_the_file_as_json(tmp_path_factory, value):
    progress = Progress(tmp_path_factory.mktemp("p") / "progress.json")
    try:
        json.dumps(value).encode()
        str(value).encode()
    except UnicodeEncodeError:
        return
    progress.put("a", "answers", "q", value)

    assert json.loads(progress.export()) == progress.load()
    assert progress.get("a", "answers", "q") == value


def test_the_folder_follows_the_setting(monkeypatch, tmp_path):
    monkeypatch.setenv("PRIVLESSONS_HOME", str(tmp_path))

    assert Progress().path == tmp_path / "progress.json"
