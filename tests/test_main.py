import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from privlessons import __main__ as command
from privlessons import opening
from privlessons.place import place
from privlessons.records import PlainError
from tests.conftest import FIXTURE_HOME, own_folders, running


def ended(book):
    """Press Ctrl-C; return the exit code and what stood on stderr."""
    book.process.send_signal(signal.SIGINT)
    code = book.process.wait(30)
    return code, (book.state.parent / "stderr.txt").read_text()


def test_help_lists_the_commands_and_is_quick_to_load():
    found = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "privlessons", "--help"],
        check=False,
        capture_output=True,
        text=True,
    )
    assert found.returncode == 0
    assert "open" in found.stdout
    for heavy in ("jupyter_server", "ipywidgets", "numpy", "pandas", "spacy", "matplotlib"):
        assert f"| {heavy}\n" not in found.stderr.replace("  ", ""), heavy


def test_without_a_command_the_workbook_opens(monkeypatch):
    opened = []
    monkeypatch.setattr(opening, "_serve", opened.append)
    monkeypatch.setenv("PRIVLESSONS_PLACE", "")  # so that it is as before when this test ends
    for argv in ([], ["--no-browser"], ["open", "--no-browser"]):
        assert command.main([*argv, "--home", str(FIXTURE_HOME)] if argv else argv) == 0
    assert len(opened) == 3
    assert opened[0].ServerApp.open_browser is True
    assert opened[1].ServerApp.open_browser is False
    assert {settings.ServerApp.ip for settings in opened} == {"127.0.0.1"}
    assert len({settings.IdentityProvider.token for settings in opened}) == 3
    assert place().own_data


@pytest.mark.parametrize("far", ["SSH_CONNECTION", "CODESPACES"])
def test_where_the_browser_may_be_elsewhere_the_place_is_not_called_ones_own(monkeypatch, far):
    monkeypatch.setattr(opening, "_serve", lambda settings: None)
    monkeypatch.setenv(far, "yes")
    monkeypatch.setenv("PRIVLESSONS_PLACE", "own")  # as if a shell had inherited it
    assert command.main(["--no-browser", "--home", str(FIXTURE_HOME)]) == 0
    assert not place().own_data


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["open", "/no/such/folder"], "There is no folder"),
        (["open", "--port", "70000"], "no port number"),
        (["open", "--home", "/no/such/home"], "There are no lessons"),
    ],
)
def test_a_mistake_gets_one_sentence_and_exit_code_two(argv, words, capsys):
    assert command.main(argv) == 2
    said = capsys.readouterr().err
    assert words in said
    assert said.count("\n") == 1


def test_a_taken_port_gets_one_sentence(capsys):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert command.main(["open", "--port", str(port)]) == 2
    assert f"Port {port} is taken" in capsys.readouterr().err


def test_an_interrupt_ends_any_command_without_a_traceback(monkeypatch, capsys):
    def interrupt(settings):
        raise KeyboardInterrupt

    monkeypatch.setattr(opening, "_serve", interrupt)
    monkeypatch.setenv("PRIVLESSONS_PLACE", "")
    assert command.main(["--no-browser", "--home", str(FIXTURE_HOME)]) == 130
    assert "Traceback" not in capsys.readouterr().err


def test_a_second_workbook_opens_beside_the_first_and_both_end_quietly(tmp_path):
    home = ("--home", str(FIXTURE_HOME))
    with running(tmp_path / "one", *home) as first, running(tmp_path / "two", *home) as second:
        assert first.url != second.url
        for book in (first, second):
            code, errors = ended(book)
            assert code == 0
            # A kernel started ahead may still say its last word while its server is already gone.
            assert [line for line in errors.splitlines() if "IPKernelApp" not in line] == []


def test_without_a_port_the_next_free_one_is_taken(tmp_path):
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            taken.bind(("127.0.0.1", 8888))
            taken.listen()
        except OSError:
            pass  # somebody has it: just what this test wants
        process = subprocess.Popen(
            [sys.executable, "-m", "privlessons", "open", "--no-browser", "--home", str(FIXTURE_HOME)],
            env={**os.environ, **own_folders(tmp_path)},
            stdout=subprocess.PIPE,
            text=True,
        )
        said = process.stdout.readline() + process.stdout.readline()
        process.send_signal(signal.SIGINT)
        process.wait(30)
        process.stdout.close()
    assert "http://127.0.0.1:" in said
    assert "http://127.0.0.1:8888/" not in said


def test_the_browser_is_opened_on_the_contents_page(tmp_path):
    note = tmp_path / "opened.txt"
    browser = tmp_path / "browser.sh"
    browser.write_text(f'#!/bin/sh\necho "$1" > {note}\n')
    browser.chmod(0o755)
    process = subprocess.Popen(
        [sys.executable, "-m", "privlessons", "open", "--port", "0", "--home", str(FIXTURE_HOME)],
        env={**os.environ, **own_folders(tmp_path), "BROWSER": str(browser)},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        end = time.monotonic() + 60
        while not note.exists() or not note.read_text():
            assert time.monotonic() < end
            time.sleep(0.2)
        page = note.read_text().strip().removeprefix("file://")
        with open(page, encoding="utf-8") as redirect:
            assert "/privlessons/?token=" in redirect.read()
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(30)
        process.stdout.close()


def test_working_copies_lie_in_the_persons_home_unless_told_otherwise(monkeypatch, tmp_path):
    monkeypatch.delenv("PRIVLESSONS_WORK", raising=False)
    assert opening.work_folder() == Path.home() / "privlessons-lessons"
    monkeypatch.setenv("PRIVLESSONS_WORK", str(tmp_path / "mine"))
    assert opening.work_folder() == tmp_path / "mine"


def test_plain_errors_of_any_command_are_told(monkeypatch, capsys):
    def fail(args):
        raise PlainError("This went wrong.")

    monkeypatch.setattr(opening, "run", fail)
    assert command.main(["open"]) == 2
    assert capsys.readouterr().err == "privlessons: This went wrong.\n"
