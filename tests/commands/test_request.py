import io
import json
import os
import sys
from datetime import date
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
import vobject

from privlessons import __main__ as command
from privlessons.rights.standing import KINDS

NEW = ("new", "--kind", "access", "--service", "X", "--place", "IE", "--name")
DUE = ("due", "--kind", "access", "--place")


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("PRIVLESSONS_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)

    def do(*words):
        code = command.main(["request", *words])
        out = capsys.readouterr()
        return code, out.out + out.err

    return do


def test_a_letter_that_could_not_be_written_is_not_on_the_list(run, tmp_path):
    (tmp_path / "taken").write_text("a file, no folder")
    code, said = run(*NEW, "Mika", "--folder", "taken")
    assert code == 2
    assert "can't be written" in said
    assert "number 1" not in run("list")[1]
    assert "number 1 on your list" in run(*NEW, "Mika")[1]


@pytest.mark.parametrize("kind", KINDS)
def test_a_request_of_each_kind_from_letter_to_settled(run, tmp_path, kind):
    code, said = run(
        "new", "--kind", kind, "--service", "ChatGPT", "--place", "IE", "--name", "José {{7*7}}, محمد",
        "--email", "jose@example.org", "--details", "=cmd()", "--format", "text,eml,page,calendar",
        "--sent", "2026-09-01", "--folder", "out", "--on", "2026-09-01",
    )  # fmt: skip
    assert code == 0
    assert "a right here" in said
    assert "not legal advice" in said
    [text] = (tmp_path / "out").glob("*.txt")
    assert "{{7*7}}, محمد" in text.read_text("utf-8")
    mail = message_from_bytes(text.with_suffix(".eml").read_bytes(), policy=default)
    assert "=cmd()" in mail.get_content()
    assert "<html" in text.with_suffix(".html").read_text("utf-8")
    event = vobject.readOne(text.with_suffix(".ics").read_text("utf-8")).vevent
    due = {"withdrawal": date(2026, 10, 1), "complaint": date(2026, 12, 1)}.get(kind, date(2026, 10, 1))
    assert event.dtstart.value == due
    assert kind in run("list", "--on", "2026-09-02")[1]
    late = run("next", "--on", "2027-01-04")[1]
    assert ("late" in late) == (kind != "withdrawal")
    assert run("answered", "1", "2027-01-05", "--how", "part")[0] == 0
    assert "what is missing" in run("next")[1]
    assert run("done", "1")[0] == 0
    assert "Nothing waits" in run("next")[1]
    assert run("erase", "all", "--yes")[0] == 0
    assert "empty" in run("list")[1]
    assert not list((tmp_path / "home").glob("requests*"))


def test_a_letter_can_be_written_before_it_is_sent(run):
    run(
        "new",
        "--kind",
        "access",
        "--service",
        "Claude",
        "--place",
        "GB-SCT",
        "--name",
        "Mika",
        "--on",
        "2026-10-30",
    )
    assert "not sent" in run("list")[1]
    assert "1 December 2026" in run("sent", "1", "2026-10-30", "--on", "2026-10-30")[1]
    assert "1 February 2027" in run("longer", "1", "2026-11-02", "--on", "2026-11-02")[1]
    assert run("calendar")[0] == 0
    assert run("export", "copy.json")[0] == 0
    assert json.loads(Path("copy.json").read_text("utf-8"))["requests"][0]["service"] == "Claude"
    assert run("list", "--csv")[1].count("\n") == 2


def test_a_letter_can_be_written_without_the_list(run, tmp_path):
    run("new", "--kind", "access", "--service", "Pip", "--place", "other", "--name", "Mika", "--no-list")
    assert not (tmp_path / "home").exists()
    assert "empty" in run("list")[1]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((*DUE, "US", "--received", "2026-09-01"), "We know no number of days"),
        ((*DUE, "IE", "--received", "2026-02-30"), "is no date"),
        (("sent", "7"), "no request number 7"),
        (("calendar",), "nothing to put"),
        ((*NEW, "A\nB"), "one line"),
        ((*NEW, "A", "--format", "pdf"), "Which"),
        ((*NEW, "A", "--format", "calendar"), "--sent"),
    ],
)  # fmt: skip
def test_a_mistake_gets_one_sentence_and_exit_code_two(run, words, told):
    code, said = run(*words)
    assert code == 2
    assert told in said
    assert said.count("\n") == 1


def test_each_way_of_counting_is_said(run):
    said = run("due", "--kind", "access", "--place", "US-CA", "--received", "2026-09-01")[1]
    assert "16 October 2026" in said
    assert "15 October 2026" in said
    assert "30 November 2026" in said


def test_erasing_asks_first(run, monkeypatch):
    run(*NEW, "Mika")
    monkeypatch.setattr("sys.stdin", io.StringIO("no\n"))
    assert "Nothing was erased" in run("erase", "1")[1]
    assert "access" in run("list")[1]


def test_a_damaged_list_is_told(run, tmp_path):
    run(*NEW, "Mika")
    (tmp_path / "home" / "requests.json").write_text("{")
    assert "damaged" in run("list")[1]
    assert "kept as requests-damaged" in run(*NEW, "Mika")[1]


@pytest.mark.parametrize("words", [("--help",), ("new", "--help")])
def test_the_help_says_what_to_do_in_plain_words(run, words, capsys):
    with pytest.raises(SystemExit):
        command.main(["request", *words])
    said = capsys.readouterr().out
    assert "letter" in said
    assert "Traceback" not in said


def test_a_letter_that_was_edited_is_not_written_over(run, tmp_path):
    run(*NEW, "Mika Tarn", "--on", "2026-09-01")
    [letter] = tmp_path.glob("*.txt")
    run(*NEW, "Mika Tarn", "--on", "2026-09-01")
    assert [*tmp_path.glob("*.txt")] == [letter]
    letter.write_text("my own words", "utf-8")
    _, said = run(*NEW, "Mika Tarn", "--on", "2026-09-01")
    assert f"{letter.stem}-2.txt" in said
    assert letter.read_text("utf-8") == "my own words"


def test_without_a_further_word_the_help_is_shown(run):
    code, said = run()
    assert code == 0
    assert "Start with one letter" in said


def test_a_reader_who_has_seen_enough_is_no_fault(monkeypatch):
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "w", encoding="utf-8") as shut:
        monkeypatch.setattr(sys, "stdout", shut)
        assert command.main(["facts", "--stale", "--as-of", "2031-01-01"]) == 0


def test_stale_facts_are_listed_and_are_no_error(capsys):
    assert command.main(["facts", "--stale", "--as-of", "2026-11-22"]) == 0
    said = capsys.readouterr().out
    assert "DeepSeek: Improve the model" in said
    assert "Gemini: Keep Activity" not in said
    assert command.main(["facts", "--stale", "--as-of", "2031-01-01"]) == 0
    assert "Gemini: Keep Activity" in capsys.readouterr().out
    assert command.main(["facts", "--service", "mistral"]) == 0
    assert "don't agree on Pro accounts" in capsys.readouterr().out
    assert command.main(["facts", "--as-of", "soon"]) == 2


def test_signs_are_written_where_they_belong_and_say_their_limits(tmp_path, capsys):
    assert (
        command.main(["signs", "--folder", str(tmp_path), "--part", "/art/", "--purpose", "training, search"])
        == 0
    )
    assert "User-agent: GPTBot" in (tmp_path / "robots.txt").read_text("utf-8")
    assert json.loads((tmp_path / ".well-known" / "tdmrep.json").read_text("utf-8"))[0]["location"] == "/art/"
    assert "not a lock" in capsys.readouterr().out
    assert command.main(["signs", "--folder", str(tmp_path), "--purpose", "revenge"]) == 2
