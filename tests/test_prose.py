"""Prose that people can read: school grade 8 in lessons, 10 on instructors' pages, short sentences."""

import json

import nbformat
import pytest

from tests.offline import ROOT
from tests.prose import grade, prose, sentence_length, sentences

LESSONS = sorted((ROOT / "notebooks").glob("[0-9][0-9]-*.ipynb"))
PAGES = sorted((ROOT / "instructors").glob("*.md"))
QUIZZES = sorted((ROOT / "notebooks" / "quizzes").glob("*.json"))


def name(path):
    return path.stem


def lesson_prose(path):
    nb = nbformat.read(path, as_version=4)
    return prose("\n\n".join(cell.source for cell in nb.cells if cell.cell_type == "markdown"))


def worst(text):
    return sorted(sentences(text), key=lambda s: -len(s.split()))[:3]


@pytest.mark.parametrize("path", LESSONS, ids=name)
def test_a_lesson_reads_at_grade_eight_or_below(path):
    text = lesson_prose(path)
    assert grade(text) <= 8, worst(text)
    assert sentence_length(text) <= 14, worst(text)


@pytest.mark.parametrize("path", LESSONS, ids=name)
def test_no_sentence_of_a_lesson_is_longer_than_thirty_words(path):
    assert [s for s in sentences(lesson_prose(path)) if len(s.split()) > 30] == []


@pytest.mark.parametrize("path", QUIZZES, ids=name)
def test_a_quiz_reads_at_grade_eight_or_below(path):
    quiz = json.loads(path.read_text("utf-8"))
    texts = [t for q in quiz for t in (q["question"], *(a.get("feedback", "") for a in q["answers"]))]
    assert grade(prose("\n\n".join(texts))) <= 8


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_an_instructors_page_reads_at_grade_ten_or_below(path):
    text = prose(path.read_text("utf-8"))
    assert grade(text) <= 10, worst(text)


def test_headings_links_code_tables_and_sources_are_left_out():
    markdown = (
        "# A heading\n\nRead [this page](https://example.org/a-long-address) and `code`.\n\n"
        "| a | table |\n|---|---|\n\n- one item\n- another item\n\n"
        "<details><summary>Hint</summary>\n\nMost are found (Sweeney, 2000).\n</details>\n"
    )
    assert prose(markdown).splitlines() == [
        "Read this page and code.",
        "one item.",
        "another item.",
        "Hint.",
        "Most are found .",
    ]


def test_learned_prose_fails_where_plain_prose_passes():
    plain = prose("She types a note. It goes far. Who reads it? You can ask them.")
    learned = prose(
        "Contemporary organisations systematically externalise responsibilities regarding information "
        "confidentiality, notwithstanding considerable regulatory intervention concerning intermediaries."
    )
    assert grade(plain) < 4
    assert grade(learned) > 12
    assert sentence_length(plain) == 3.5
