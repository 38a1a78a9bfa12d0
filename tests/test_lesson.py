import pytest

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
