"""Each lesson's notebook: its shape, a run from the top without a network, every control at both ends."""

import ast
import asyncio
import json
import sys

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from privlessons.ui import Activity
from tests.lessons import LESSONS, in_turn
from tests.moves import visit
from tests.offline import cut_off, run_offline
from tests.shape import PARTS, problems

each_lesson = pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)

RUN = """
import asyncio, json, sys
import nbformat
from nbclient import NotebookClient

source, result, changes = sys.argv[1:]
nb = nbformat.read(source, as_version=4)
for cell in nb.cells:
    if cell.id.endswith("-setup"):
        for old, new in json.loads(changes):
            cell.source = cell.source.replace(old, new)
NotebookClient(nb, timeout=300, kernel_name="python3", allow_errors=True).execute()
nbformat.write(nb, result)
"""


def test_there_are_lessons():
    assert LESSONS


# --- shape -----------------------------------------------------------------------------------------


@each_lesson
def test_a_lesson_has_the_shape_of_all_lessons(path):
    nb = nbformat.read(path, as_version=nbformat.NO_CONVERT)
    nbformat.validate(nb)

    assert (nb.nbformat, nb.nbformat_minor) == (4, 5)
    assert problems(nb, path.stem) == []


@each_lesson
def test_a_lesson_is_saved_as_jupyter_saves_it(path):
    """So that a teacher's first save changes only what the teacher changed."""
    text = path.read_text("utf-8")
    assert text == json.dumps(json.loads(text), indent=1, ensure_ascii=False) + "\n"


def small_lesson():
    """A made-up lesson in which nothing is wrong."""
    hidden = {"jupyter": {"source_hidden": True}}
    title = "# Weigh a word\n*How heavy is it?* Takes 20 minutes. You will be able to weigh it."
    setup = 'from privlessons import open_lesson\nlesson = open_lesson("99-weigh-a-word", own_data=False)'
    part = "## A part\nSome words.<details><summary>Hint</summary>Look again.</details>"
    cells = [new_markdown_cell(title, id="99-title"), new_code_cell(setup, id="99-setup", metadata=hidden)]
    cells += [new_markdown_cell(part, id=f"99-{name}") for name in PARTS if name != "setup"]
    about = {"autorun": True, "question": "How heavy is it?", "steps": ["try"]}
    about["minutes"] = {"core": 20, "stretch": 0}
    kernel = {"name": "python3", "display_name": "Python 3"}
    return new_notebook(cells=cells, metadata={"privlessons": about, "kernelspec": kernel})


def put(nb, part, source):
    next(cell for cell in nb.cells if cell.id == f"99-{part}").source = source


FAULTS = {
    "id is not": lambda nb: nb.cells[3].update(id="1f8a3c77"),
    "there twice": lambda nb: nb.cells[3].update(id=nb.cells[4].id),
    "empty cell": lambda nb: put(nb, "notice", "<details>") or put(nb, "takeaway", " "),
    "run number": lambda nb: nb.cells[1].update(execution_count=1),
    "not hidden": lambda nb: nb.cells[1].update(metadata={}),
    "lines of code": lambda nb: put(nb, "setup", nb.cells[1].source + "\na = 1\nb = 2"),
    "dollar sign": lambda nb: put(nb, "story", "It costs $ a lot."),
    "without a source": lambda nb: put(nb, "story", "Of ten people, 87 % are found."),
    "one title": lambda nb: put(nb, "story", "# Another title"),
    "something else": lambda nb: put(nb, "title", nb.cells[0].source.replace("Weigh", "Measure")),
    "be able to": lambda nb: put(nb, "title", nb.cells[0].source.replace("able", "about")),
    "first code cell": lambda nb: nb.cells[1].update(id="99-setup-again"),
    "doesn't open": lambda nb: put(nb, "setup", "from privlessons import open_lesson"),
    "is missing": lambda nb: nb.cells.pop(),
    "120 at most": lambda nb: put(nb, "story", "word " * 121),
    "no hint": lambda nb: put(nb, "notice", "What did you see?"),
    "autorun": lambda nb: nb.metadata.privlessons.pop("autorun"),
    "not a question": lambda nb: nb.metadata.privlessons.update(question="Weighing."),
    "not the title cell's": lambda nb: nb.metadata.privlessons.update(question="How light?"),
    "both whole numbers": lambda nb: nb.metadata.privlessons.update(minutes={"core": 20}),
    "a core of": lambda nb: nb.metadata.privlessons.update(minutes={"core": 50, "stretch": 0}),
    "core's minutes": lambda nb: nb.metadata.privlessons.update(minutes={"core": 25, "stretch": 0}),
    "steps must be": lambda nb: nb.metadata.privlessons.update(steps=[]),
    "python3": lambda nb: nb.metadata.pop("kernelspec"),
}


def test_nothing_is_wrong_with_a_small_lesson():
    assert problems(small_lesson(), "99-weigh-a-word") == []


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_in_the_shape_is_named(fault):
    nb = small_lesson()
    FAULTS[fault](nb)

    assert any(fault in problem for problem in problems(nb, "99-weigh-a-word"))


@pytest.mark.parametrize(
    "text",
    [
        "It takes 10 minutes, as in lesson 02.",
        "In 2019 a paper wrote of it.",
        "A study found 87 % of people (Sweeney, 2000).",
        "1. Click there.\n2. Click here.",
    ],
)
def test_minutes_years_lessons_and_cited_numbers_may_stand_in_prose(text):
    nb = small_lesson()
    put(nb, "story", text)

    assert problems(nb, "99-weigh-a-word") == []


# --- running ---------------------------------------------------------------------------------------


def wrong_outputs(nb):
    for cell in nb.cells:
        for output in cell.get("outputs", []):
            text = output.get("text", "")
            if output.output_type == "error":
                yield f"{cell.id}: {output.ename}: {output.evalue}"
            elif output.get("name") == "stderr" or "Traceback" in text:
                yield f"{cell.id}: {text[:500]}"


SETTINGS = {
    "own data": [["own_data=False", "own_data=True"]],
    "class": [["own_data=True", "own_data=False"]],
    "no clock": [["clock=True", "clock=False"]],
}


@pytest.mark.parametrize("setting", SETTINGS)
@in_turn("path")
def test_a_lesson_runs_from_the_top_alone_and_calls_nobody(path, setting, tmp_path):
    result = tmp_path / "result.ipynb"
    command = [sys.executable, "-c", RUN, str(path), str(result), json.dumps(SETTINGS[setting])]
    kept = tmp_path / "kept"
    done, calls = run_offline(command, tmp_path, PRIVLESSONS_HOME=str(kept), PRIVLESSONS_PLACE="own")
    assert done.returncode == 0, done.stderr
    nb = nbformat.read(result, as_version=4)

    assert list(wrong_outputs(nb)) == []
    assert all(cell.execution_count for cell in nb.cells if cell.cell_type == "code")
    assert not calls
    left = {p.name for p in tmp_path.iterdir()} - {"result.ipynb", "kept", "calls.txt"}
    assert not left, "a lesson left files behind"
    if not cut_off():
        print("The network was refused inside Python only: this system doesn't allow `unshare -rn`.")


# --- controls --------------------------------------------------------------------------------------
# Activities may hold activities; the notebook's cells give the outer ones.


def activities(nb):
    """Run a notebook's code cells here; yield (cell id, activity) for each cell that ends in one."""
    scope = {"__name__": "__main__"}
    for cell in nb.cells:
        if cell.cell_type != "code":
            continue
        tree = ast.parse(cell.source)
        last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
        exec(compile(tree, cell.id, "exec"), scope)
        value = eval(compile(ast.Expression(last.value), cell.id, "eval"), scope) if last else None
        if isinstance(value, Activity):
            yield cell.id, value


@pytest.fixture
def own_place(tmp_path, monkeypatch):
    monkeypatch.setenv("PRIVLESSONS_HOME", str(tmp_path))
    monkeypatch.setenv("PRIVLESSONS_PLACE", "own")


@pytest.mark.parametrize("own_data", [False, True])
@in_turn("path")
def test_every_control_goes_to_both_ends(path, own_data, own_place):
    nb = nbformat.read(path, as_version=4)
    for cell in nb.cells:
        if cell.id.endswith("-setup"):
            cell.source = cell.source.replace(f"own_data={not own_data}", f"own_data={own_data}")

    assert asyncio.run(visit(activities(nb)))


def lesson_with(callback):
    nb = small_lesson()
    nb.cells += [new_code_cell(source, id=f"99-{i}") for i, source in enumerate(callback)]
    return nb


SLIDER = """
from privlessons.ui import Activity
from privlessons.controls import Slider
slider = Slider(label="How many", max=9)
card = Activity([slider], controls={"slider": slider}, state={"value": 0})
card.on(slider, lambda: card.state.update(value=90 / (9 - slider.value)))
"""


def test_a_control_that_fails_at_one_end_is_caught(own_place):
    with pytest.raises(AssertionError, match="'slider' at 9"):
        asyncio.run(visit(activities(lesson_with([SLIDER, "card"]))))


def test_a_control_that_works_at_both_ends_passes(own_place):
    mended = SLIDER.replace("(9 -", "(10 -")
    assert asyncio.run(visit(activities(lesson_with([mended, "card"])))) == 2
