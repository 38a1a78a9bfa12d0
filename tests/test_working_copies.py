import json
from datetime import date

import pytest

from privlessons.working_copies import LEDGER, WorkingCopies

STEM = "10-lesson"


def write(path, *sources, outputs=()):
    cells = [{"cell_type": "code", "source": s, "outputs": list(outputs), "metadata": {}} for s in sources]
    path.write_text(json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}))


def sources(path):
    return [cell["source"] for cell in json.loads(path.read_text())["cells"]]


@pytest.fixture
def copies(tmp_path):
    (tmp_path / "shipped").mkdir()
    write(tmp_path / "shipped" / f"{STEM}.ipynb", "first")
    return WorkingCopies(tmp_path / "shipped", tmp_path / "work")


def test_lifting_the_hood_makes_a_copy(copies):
    copy = copies.lift(STEM)
    assert copy == copies.work / f"{STEM}.ipynb"
    assert sources(copy) == ["first"]
    assert not copies.changed(STEM)


def test_an_unchanged_copy_follows_the_shipped_lesson(copies):
    copy = copies.lift(STEM)
    write(copies.notebooks / f"{STEM}.ipynb", "second")
    copies.refresh()
    assert sources(copy) == ["second"]
    assert not copies.changed(STEM)


def test_outputs_that_jupyterlab_saved_are_no_change(copies):
    write(copies.lift(STEM), "first", outputs=[{"output_type": "stream", "name": "stdout", "text": "hi"}])
    assert not copies.changed(STEM)


def test_a_changed_copy_stays(copies):
    copy = copies.lift(STEM)
    write(copy, "first", "my own line")
    write(copies.notebooks / f"{STEM}.ipynb", "second")
    copies.refresh()
    assert sources(copies.lift(STEM)) == ["first", "my own line"]
    assert copies.changed(STEM)


@pytest.mark.parametrize("ledger", ["", "[]", "{", '{"10-lesson": 3}', None])
def test_with_a_damaged_ledger_nothing_is_overwritten(copies, ledger):
    copy = copies.lift(STEM)
    if ledger is None:
        (copies.work / LEDGER).unlink()
    else:
        (copies.work / LEDGER).write_text(ledger)
    write(copies.notebooks / f"{STEM}.ipynb", "second")
    copies.lift(STEM)
    assert sources(copy) == ["first"]


def test_a_copy_that_cannot_be_read_counts_as_changed(copies):
    copies.lift(STEM).write_text("no notebook")
    copies.lift(STEM)
    assert copies.changed(STEM)
    assert (copies.work / f"{STEM}.ipynb").read_text() == "no notebook"


def test_a_file_that_was_there_before_is_not_ours(copies):
    copies.work.mkdir()
    write(copies.work / f"{STEM}.ipynb", "something else")
    assert copies.changed(STEM)
    assert sources(copies.lift(STEM)) == ["something else"]


def test_starting_over_keeps_the_learners_version(copies):
    write(copies.lift(STEM), "mine")
    kept = copies.start_over(STEM, date(2026, 3, 4))
    assert kept.name == f"{STEM}-my-version-2026-03-04.ipynb"
    assert sources(kept) == ["mine"]
    assert sources(copies.work / f"{STEM}.ipynb") == ["first"]
    assert not copies.changed(STEM)


def test_starting_over_twice_a_day_keeps_both_versions(copies):
    for text in ("one", "two", "three"):
        write(copies.lift(STEM), text)
        copies.start_over(STEM, date(2026, 3, 4))
    kept = sorted(copies.work.glob("*my-version*"))
    assert sorted(sources(path)[0] for path in kept) == ["one", "three", "two"]


def test_in_a_checkout_nothing_is_copied(copies):
    place = WorkingCopies(copies.notebooks, copies.notebooks)
    before = sorted(copies.notebooks.iterdir())
    assert place.lift(STEM) == copies.notebooks / f"{STEM}.ipynb"
    place.refresh()
    assert not place.changed(STEM)
    assert sorted(copies.notebooks.iterdir()) == before
