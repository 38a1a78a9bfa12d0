"""The command as people type it. All people are invented."""

import io
import json
import os
import re
import socket
import subprocess
import sys
import zipfile

import pytest

from privlessons.__main__ import main
from privlessons.records import Chat, Message
from privlessons.review import Progress, Review
from privlessons.sample_export import make_sample, write_sample
from privlessons.scan import _Bar


def scan(capsys, *words):
    code = main(["scan", *map(str, words)])
    return code, *capsys.readouterr()


@pytest.fixture
def export(tmp_path):
    path = tmp_path / "my-export.zip"
    path.write_bytes(make_sample())
    return path


def test_the_report_is_printed_plainly(capsys, export):
    code, out, err = scan(capsys, export, "--no-names")
    assert (code, err) == (0, "")
    for said in (
        "ChatGPT: 11 chats",
        "e-mail address",
        "Other people's details",
        "The chats with most of it",
    ):
        assert said in out
    assert "Nothing was written and nothing was sent" in out
    assert max(map(len, out.splitlines())) <= 80


def test_machines_get_json(capsys, export):
    code, out, _ = scan(capsys, export, "--no-names", "--json")
    report = json.loads(out)
    assert code == 0
    assert report["chats"] == 11
    assert report["counts"]["PHONE_NUMBER"] > 0
    assert report["first"].startswith("2025-")
    assert re.fullmatch(r"\d+", str(report["others"]["PERSON"][1]))


def test_the_made_up_export_can_be_tried_without_a_file(capsys):
    code, out, _ = scan(capsys, "--try-it", "--no-names")
    assert code == 0
    assert "ChatGPT" in out


def test_a_sample_says_that_it_is_one(capsys, export):
    _, out, _ = scan(capsys, export, "--sample", 5)
    assert "Names were looked for in 5 of the" in " ".join(out.split())
    assert "Of the answers, 0 of" in out


@pytest.mark.parametrize("words", [[], ["x.zip", "--try-it"], ["gone.zip"], [""]])
def test_an_error_is_one_sentence_and_code_two(capsys, words):
    code, out, err = scan(capsys, *words)
    assert (code, out) == (2, "")
    assert re.fullmatch(r"privlessons: [^\n]+\.\n", err)


@pytest.mark.parametrize("wrong", ["0", "-3", "many"])
def test_a_wrong_number_is_explained(capsys, export, wrong):
    with pytest.raises(SystemExit) as end:
        scan(capsys, export, "--sample", wrong)
    assert end.value.code == 2
    assert "Traceback" not in capsys.readouterr().err


def test_a_title_cannot_steer_the_terminal(capsys, tmp_path):
    evil = "\x1b]0;owned\x07\x1b[2J<b>kite</b>"
    said = Message("person", "mail \x1b[31mida@example.org and ida@example.org\x1b[0m")
    out = io.BytesIO()
    write_sample(out, [Chat("x", evil, (said,))])
    (tmp_path / "x.zip").write_bytes(out.getvalue())
    for more in ((), ("--json",)):
        _, text, _ = scan(capsys, tmp_path / "x.zip", "--no-names", *more)
        assert "kite" in text
        assert all(c.isprintable() or c == "\n" for c in text)


def test_nothing_is_written_and_nothing_is_sent(capsys, tmp_path, export, monkeypatch):
    def refuse(*_args, **_more):
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    written, watching = [], [True]
    sys.addaudithook(
        lambda event, args: watching and event == "open" and _writes(args) and written.append(args[0])
    )
    assert scan(capsys, export)[0] == 0
    watching.clear()
    assert [path for path in written if not str(path).endswith(".pyc") and "pycache" not in str(path)] == []
    assert list(tmp_path.iterdir()) == [export]


def _writes(args):
    _, mode, flags = args
    return any(c in (mode or "") for c in "wax+") or bool(
        (flags or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
    )


def test_a_damaged_part_is_told_in_the_report(capsys, tmp_path):
    raw = zipfile.ZipFile(io.BytesIO(make_sample())).read("conversations.json")
    (tmp_path / "x.json").write_bytes(raw[: len(raw) // 2])
    code, out, _ = scan(capsys, tmp_path / "x.json", "--no-names")
    assert code == 0
    assert "What could not be read" in out
    assert "The end of x.json is damaged or missing" in out


def test_control_c_prints_the_report_so_far(capsys, export, monkeypatch):
    whole = Review.run

    def interrupted(review):
        for step in whole(review):
            if step.stage == "sample":
                raise KeyboardInterrupt
            yield step

    monkeypatch.setattr(Review, "run", interrupted)
    code, out, err = scan(capsys, export)
    assert (code, err) == (0, "")
    assert "You stopped early" in out
    assert "e-mail address" in out


def test_a_reader_that_has_seen_enough_is_no_error():
    command = f"{sys.executable} -m privlessons scan --try-it --no-names | true"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, timeout=300, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_terminal_sees_a_bar_with_the_time_left_and_a_pipe_does_not(monkeypatch):
    for is_terminal in (True, False):
        err = io.StringIO()
        err.isatty = lambda is_terminal=is_terminal: is_terminal
        monkeypatch.setattr(sys, "stderr", err)
        with _Bar() as bar:
            bar.show(Progress("rest", 0.5, 600.0))
        seen = err.getvalue()
        assert ("[########        ] looking for names in the rest, 10 min left" in seen) == is_terminal
        assert all(len(line) <= 79 for line in seen.split("\r"))
