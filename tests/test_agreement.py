"""What is said in two places is the same in both."""

import json
import re
import subprocess
import tomllib
from importlib import import_module, metadata

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import privlessons
from tests.agreement import environment, pins
from tests.offline import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
LESSONS = sorted(path.stem for path in (ROOT / "notebooks").glob("[0-9][0-9]-*.ipynb"))
QUIZZES = sorted((ROOT / "notebooks" / "quizzes").glob("*.json"))
LISTS = ["requirements.txt", "requirements-dev.txt", "requirements-build.txt"]


def read(name):
    return (ROOT / name).read_text("utf-8")


def about(stem):
    return json.loads(read(f"notebooks/{stem}.ipynb"))["metadata"]["privlessons"]


# --- lessons, quizzes, instructors' pages, the README's table ------------------------------------------


def test_every_lesson_has_an_instructors_page_and_no_page_is_without_a_lesson():
    pages = sorted(path.stem for path in (ROOT / "instructors").glob("[0-9][0-9]-*.md"))
    assert pages == LESSONS


def test_every_lesson_has_a_quiz_and_no_quiz_is_without_a_lesson():
    quizzes = {path.stem for path in QUIZZES} - {"before-and-after"}
    assert quizzes == {stem[:2] for stem in LESSONS}


@pytest.mark.parametrize("stem", LESSONS)
def test_a_lesson_asks_its_questions(stem):
    notebook = json.loads(read(f"notebooks/{stem}.ipynb"))
    code = "\n".join("".join(c["source"]) for c in notebook["cells"] if c["cell_type"] == "code")
    assert "quiz.check_yourself(lesson)" in code
    assert ("quiz.before_test(lesson" in code) == (stem[:2] in {"00", "13"})


def table_rows():
    """The README's rows that lead to a lesson: stem -> the row."""
    rows = [line for line in read("README.md").splitlines() if line.lstrip().startswith("|")]
    return {m[1]: row for row in rows if (m := re.search(r"notebooks/(\d\d-[a-z-]+)\.ipynb", row))}


def test_the_readme_has_a_row_for_every_lesson_and_no_other():
    assert sorted(table_rows()) == LESSONS


@pytest.mark.parametrize("stem", LESSONS)
def test_the_readme_row_says_the_lessons_question_and_minutes(stem):
    row = table_rows()[stem]
    assert about(stem)["question"] in row
    assert re.search(rf"\b{about(stem)['minutes']['core']}\b", row)


@pytest.mark.parametrize("stem", LESSONS)
def test_an_instructors_page_has_all_its_parts_and_the_lessons_minutes(stem):
    page = read(f"instructors/{stem}.md").lower()
    for part in ("minutes", "say", "expected answers", "unplugged", "adapt"):
        assert part in page, part
    assert re.search(rf"\b{about(stem)['minutes']['core']} minutes\b", page)
    ids = {cell["id"] for cell in json.loads(read(f"notebooks/{stem}.ipynb"))["cells"]}
    assert set(re.findall(rf"`({stem[:2]}-[a-z-]+)`", page)) <= ids | {stem}, "a cell id that is not there"


# --- quizzes ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", QUIZZES, ids=lambda path: path.stem)
def test_a_quiz_has_three_to_five_questions_and_its_own_feedback_for_each_wrong_answer(path):
    questions = json.loads(path.read_text("utf-8"))
    assert 3 <= len(questions) <= (10 if path.stem == "before-and-after" else 5)
    for q in questions:
        assert q["type"] in {"multiple_choice", "many_choice"}
        assert q["question"].strip()
        answers = q["answers"]
        assert len(answers) >= 2
        assert len({a["answer"] for a in answers}) == len(answers)
        assert all(isinstance(a["correct"], bool) for a in answers)
        right = sum(a["correct"] for a in answers)
        assert right == 1 if q["type"] == "multiple_choice" else right >= 1
        feedback = [a["feedback"] for a in answers if not a["correct"]]
        assert all(len(f.split()) >= 4 for f in feedback)
        assert len(set(feedback)) == len(feedback), q["question"]


# --- the package -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", privlessons.__all__)
def test_every_public_name_is_there_and_says_what_it_is(name):
    thing = getattr(privlessons, name)
    assert (thing.__doc__ or "").strip()
    assert not thing.__doc__.startswith(f"{name}("), "only the docstring that dataclass writes by itself"


def test_the_version_is_the_same_wherever_it_is_said():
    assert PROJECT["version"] == privlessons.__version__ == metadata.version("privlessons")
    assert re.search(r"^## \[?v?([\d.]+)", read("CHANGELOG.md"), re.MULTILINE)[1] == PROJECT["version"]


def test_the_repositorys_address_is_written_with_one_owner_and_name():
    address = PROJECT["urls"]["Repository"].removeprefix("https://github.com/")
    links = re.findall(r"(?:github\.com|mybinder\.org/v2/gh)/([\w.-]+/[\w.-]+)", read("README.md"))
    ours = {link for link in links if link.split("/")[1] in {"REPO", address.split("/")[1]}}
    assert ours == {address}


def test_every_command_starts():
    for target in PROJECT["scripts"].values():
        module, _, function = target.partition(":")
        assert callable(getattr(import_module(module), function))


# --- what gets installed ----------------------------------------------------------------------------------


def test_environment_yml_is_what_requirements_txt_says():
    """`make requirements` writes both."""
    assert read("environment.yml") == environment(read("requirements.txt"))


def test_environment_yml_names_a_python_that_the_package_takes():
    named = re.search(r"- python=([\d.]+)$", read("environment.yml"), re.MULTILINE)[1]
    assert named in privlessons_pythons()


def privlessons_pythons():
    low, high = re.findall(r"3\.(\d+)", PROJECT["requires-python"])
    return [f"3.{minor}" for minor in range(int(low), int(high))]


def pinned(name):
    """Project name -> [(pin, marker)] of a requirements file."""
    found = {}
    for pin in map(Requirement, pins(read(name))):
        found.setdefault(canonicalize_name(pin.name), []).append(pin)
    return found


@pytest.mark.parametrize("python", ["3.11", "3.12"])
def test_the_pins_meet_what_pyproject_asks_for(python):
    here = {"python_full_version": f"{python}.9", "python_version": python, "sys_platform": "linux"}
    for wanted in map(Requirement, PROJECT["dependencies"]):
        listed = pinned("requirements.txt")[canonicalize_name(wanted.name)]
        pin = [p for p in listed if p.marker is None or p.marker.evaluate(here)]
        assert len(pin) == 1, wanted
        assert wanted.specifier.contains(str(pin[0].specifier).removeprefix("==")), wanted


def test_what_both_lists_hold_is_pinned_alike():
    learners, developers = pinned("requirements.txt"), pinned("requirements-dev.txt")
    both = learners.keys() & developers.keys()
    assert {n: sorted(map(str, learners[n])) for n in both} == {
        n: sorted(map(str, developers[n])) for n in both
    }


def test_learners_dont_install_the_tools_of_developers():
    assert not pinned("requirements.txt").keys() & {"playwright", "pytest", "hypothesis", "ruff", "textstat"}


@pytest.mark.parametrize("name", LISTS)
def test_every_requirement_is_pinned_and_hashed_and_no_index_is_named(name):
    text = read(name)
    blocks = re.split(r"\n(?=[a-zA-Z0-9])", re.sub(r"^\s*#.*\n", "", text, flags=re.MULTILINE))
    assert len(blocks) == len(pins(text)) > 1
    assert all(re.match(r"[\w.-]+(\[[\w,-]+\])?==", block) and "--hash=sha256:" in block for block in blocks)
    assert not re.search(r"://|--(extra-)?index-url|--find-links|--trusted-host", text)


def test_binder_installs_the_package_itself_and_not_editable():
    script = read("postBuild")
    assert script.startswith("#!/bin/bash\n")
    assert re.search(r"pip install .*--no-deps .*\.$", script, re.MULTILINE)
    assert not re.search(r"(-e|--editable) ", script)
    assert not (ROOT / "binder").exists(), "a binder/ folder would hide environment.yml"
    assert not (ROOT / ".binder").exists(), "a .binder/ folder would hide environment.yml"


# --- every tracked file -----------------------------------------------------------------------------------

UNWANTED = re.compile(
    r"\b(TO" r"DO|FIX" r"ME|XX" r"X)\b|pypi\.org/simple|index-url"
    r"|(?<![\w.~/-])/(work|root|tmp|opt|home)/\w|C:\\Users\\"
)  # fmt: skip
MAY_SAY = {
    "Makefile": "tells uv to write no index address",
    "tests/test_agreement.py": "names what it looks for",
}


def tracked():
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode or not listed.stdout:
        pytest.skip("this is not a git checkout, so no file is tracked")
    return [name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def test_no_tracked_file_names_a_machines_folders_or_unfinished_work():
    found = []
    for name in set(tracked()) - MAY_SAY.keys():
        try:
            text = read(name)
        except UnicodeDecodeError:
            continue
        found += [f"{name}: {hit.group()}" for hit in UNWANTED.finditer(text)]
    assert found == []


def test_no_caches_or_big_files_are_tracked():
    names = tracked()
    assert not [n for n in names if re.search(r"__pycache__|\.pyc$|\.ipynb_checkpoints|\.DS_Store|\.venv", n)]
    assert not [n for n in names if (ROOT / n).stat().st_size > 5_000_000]


PHONE = re.compile(r"(?<![\w+])(?<!\d )(?:\+44 ?|\b0[1-9])[\d ]{8,11}\d\b")
EXAMPLE = re.compile(r"(^|\.)example(\.(com|org|net))?$")
FICTION = re.compile(r"^(?:\+?44|0)(7700900\d{3}|1632960\d{3})$")


def test_phone_numbers_and_mail_addresses_are_from_ranges_kept_for_fiction():
    """In what learners see: notebooks, quizzes and the town."""
    wrong = []
    for name in tracked():
        if not name.startswith(("notebooks/", "data/town/", "instructors/")):
            continue
        text = read(name)
        wrong += [f"{name}: {p}" for p in PHONE.findall(text) if not FICTION.match(re.sub(r"\D", "", p))]
        hosts = re.findall(r"[\w.+-]+@([\w-]+(?:\.[\w-]+)+)", text)
        wrong += [
            f"{name}: @{host}" for host in hosts if not re.search(r"(^|\.)example(\.(com|org|net))?$", host)
        ]
    assert wrong == []
