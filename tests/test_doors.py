import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privlessons.doors import Doors, code_cells, digest, doors_of, lessons_in

LESSONS = Path(__file__).parent / "fixtures" / "workbook" / "notebooks"
SETUP = 'from privlessons import open_lesson\nlesson = open_lesson("10-one-button", own_data=True)'
REST = [("10-try", "button"), ("10-more", "show(lesson)")]
LESSON = [("10-setup", SETUP), *REST]
DOORS = Doors({digest(LESSON): "10-one-button"})


def with_setup(source):
    return [("10-setup", source), *REST]


def test_a_shipped_lesson_may_run():
    doors = doors_of(LESSONS)
    for path in lessons_in(LESSONS):
        assert doors.lesson(code_cells(json.loads(path.read_text()))) == path.stem


def test_markdown_is_free():
    notebook = json.loads((LESSONS / "10-one-button.ipynb").read_text())
    notebook["cells"].insert(0, {"cell_type": "markdown", "source": "My note", "metadata": {}})
    assert doors_of(LESSONS).lesson(code_cells(notebook)) == "10-one-button"


def test_a_source_in_lines_says_the_same_as_one_string():
    cell = {"cell_type": "code", "id": "a", "source": ["x = 1\n", "y = 2"]}
    assert code_cells({"cells": [cell]}) == [("a", "x = 1\ny = 2")]


@pytest.mark.parametrize(
    "cells",
    [
        [],
        LESSON[:-1],
        [*LESSON, ("extra", "1")],
        [LESSON[0], LESSON[2], LESSON[1]],
        [LESSON[0], ("10-try", "button "), LESSON[2]],
        [("10-setup", SETUP), ("10-try", "buttonshow(lesson)"), ("10-more", "")],
    ],
    ids=["none", "one less", "one more", "another order", "one space", "moved border"],
)
def test_code_that_differs_must_not_run(cells):
    assert DOORS.lesson(cells) is None


@pytest.mark.parametrize("value", ["True", "False", "0", "1.5", "'yes'", "None"])
@pytest.mark.parametrize("keyword", ["own_data", "clock"])
def test_an_instructor_may_set_the_lessons_settings_to_constants(keyword, value):
    call = f'lesson = open_lesson("10-one-button", {keyword}={value})'
    assert DOORS.lesson(with_setup(f"from privlessons import open_lesson\n{call}")) == "10-one-button"


def test_settings_may_be_left_out_and_comments_written():
    setup = (
        'from privlessons import open_lesson\nlesson = open_lesson("10-one-button")  # no own data in class'
    )
    assert DOORS.lesson(with_setup(setup)) == "10-one-button"


ATTACKS = {
    "a call as value": SETUP.replace("True", "open('x', 'w')"),
    "a walrus as value": SETUP.replace("True", "(lesson := 1)"),
    "an f-string as value": SETUP.replace("True", "f'{open(1)}'"),
    "another keyword": SETUP.replace("own_data", "progress"),
    "unpacked keywords": SETUP.replace("own_data=True", "**{}"),
    "one more statement": SETUP + "\nimport os",
    "a semicolon": SETUP + "; import os",
    "another module": SETUP.replace("privlessons", "prlvlessons"),
    "another lesson": SETUP.replace("10-one", "11-one"),
    "one more argument": SETUP.replace(", own_data=True", ", print(1)"),
    "another function": SETUP.replace(" open_lesson(", " eval("),
    "a shell command": SETUP + "\n!touch marker",
    "a cell magic": "%%bash\n" + SETUP,
    "a question mark": SETUP + "\nlesson?",
    "a line that only IPython sees": SETUP + "  # \u2028!touch marker",
    "a line that only IPython sees, in a string": SETUP.replace("True", "'\x0c!touch marker'"),
    "a carriage return": SETUP + "  # \rimport os",
    "no Python": "lesson = = 1",
    "a null": SETUP + "\x00",
    "very deep": "(" * 5000 + ")" * 5000,
}


@pytest.mark.parametrize("setup", ATTACKS.values(), ids=ATTACKS)
def test_a_setup_cell_that_could_do_more_must_not_run(setup):
    assert DOORS.lesson(with_setup(setup)) is None


def test_settings_are_free_in_setup_cells_only():
    free = 'open_lesson("10-one-button", own_data=True)'
    doors = Doors({digest([("10-try", free)]): "10-one-button"})
    assert doors.lesson([("10-try", free)])
    assert doors.lesson([("10-try", free.replace("True", "False"))]) is None
    assert doors.lesson([("10-setup", free)]) is None  # a name does not make another cell a setup cell


@given(st.lists(st.tuples(st.text(max_size=8), st.text(max_size=30)), max_size=5))
def test_only_the_lessons_own_code_has_its_digest(cells):
    assert (digest(cells) == digest(LESSON)) == (cells == LESSON)


@given(
    st.lists(st.text(max_size=10), max_size=4),
    st.lists(st.text(max_size=10), max_size=4),
)
def test_different_cells_have_different_digests(left, right):
    both = [digest([("x", source) for source in side]) for side in (left, right)]
    assert (both[0] == both[1]) == (left == right)


def test_links_and_dots_do_not_lead_out_of_the_opened_folder(tmp_path):
    opened, outside = tmp_path / "mine", tmp_path / "theirs"
    for folder in (opened, outside):
        folder.mkdir()
        (folder / "a.ipynb").write_text("{}")
    (opened / "link.ipynb").symlink_to(outside / "a.ipynb")
    (opened / "folder").symlink_to(outside)
    doors = Doors({}, opened)
    assert doors.opened_file("a.ipynb") == opened / "a.ipynb"
    assert doors.opened_file("/a.ipynb") == opened / "a.ipynb"
    for path in ("link.ipynb", "folder/a.ipynb", "../theirs/a.ipynb", "none.ipynb", "", "../mine"):
        assert doors.opened_file(path) is None, path
    assert Doors({}).opened_file("a.ipynb") is None


def test_versions_set_aside_are_no_lessons(tmp_path):
    for name in ("02-b.ipynb", "01-a.ipynb", "01-a-my-version-2026-01-02.ipynb", "notes.ipynb"):
        (tmp_path / name).write_text("{}")
    assert [path.name for path in lessons_in(tmp_path)] == ["01-a.ipynb", "02-b.ipynb"]
