import sqlite3

import pytest
from jupyter_client.manager import start_new_kernel

from privlessons.home import home
from privlessons.lesson import about, open_lesson
from privlessons.records import PlainError


@pytest.fixture(autouse=True)
def own(monkeypatch, tmp_path):
    monkeypatch.setenv("PRIVLESSONS_HOME", str(tmp_path))
    monkeypatch.setenv("PRIVLESSONS_PLACE", "own")
    for mark in ("BINDER_SERVICE_HOST", "BINDER_LAUNCH_HOST", "JUPYTERHUB_API_URL", "JUPYTERHUB_USER"):
        monkeypatch.delenv(mark, raising=False)


def test_own_data_is_shut_unless_the_setup_cell_opens_it():
    assert not open_lesson("00-start-here").own_data_open
    assert open_lesson("00-start-here", own_data=True).own_data_open


def test_own_data_stays_shut_on_binder_whatever_the_setup_cell_says(monkeypatch):
    monkeypatch.setenv("BINDER_SERVICE_HOST", "x")

    assert not open_lesson("00-start-here", own_data=True).own_data_open


def test_a_lesson_keeps_and_finds_again_what_it_kept():
    open_lesson("00-start-here").keep("guesses", "g", "a")
    open_lesson("00-start-here").done("try")

    again = open_lesson("00-start-here")
    assert again.kept("guesses", "g") == "a"
    assert again.progress.load()["lessons"]["00-start-here"]["done"] == ["try"]


@pytest.mark.parametrize("stem", ["", "start", None, 3])
def test_a_wrong_name_is_one_sentence_instead_of_a_traceback(stem):
    with pytest.raises(PlainError, match="open_lesson needs the name of a lesson") as caught:
        open_lesson(stem)

    assert caught.value._render_traceback_() == [str(caught.value)]


def test_a_notebook_says_what_it_is_about():
    told = about(home() / "notebooks" / "00-start-here.ipynb")

    assert told["title"].startswith("Start here")
    assert told["minutes"]["core"] == 10


def test_what_is_run_after_the_setup_cell_is_in_no_history_file(tmp_path, monkeypatch):
    """IPython keeps all code that is run, in a file of its own, unless it is told not to."""
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    manager, client = start_new_kernel(kernel_name="python3")
    try:
        for code in (
            "from privlessons import open_lesson; lesson = open_lesson('00-start-here')",
            "word = 'my secret'",
            "word += '!'",
        ):
            client.execute_interactive(code, timeout=60)
    finally:
        client.stop_channels()
        manager.shutdown_kernel()

    (kept,) = tmp_path.rglob("history.sqlite")
    rows = sqlite3.connect(kept).execute("select source from history").fetchall()
    assert not any("word" in source for (source,) in rows)
