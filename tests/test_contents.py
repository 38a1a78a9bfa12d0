import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from privlessons.contents import Card, Part, card, cards, contents_page, explaining_page, own_cards
from privlessons.home import home
from privlessons.place import BINDER, HUB, OWN, UNKNOWN

PAGE = {"base": "/", "static": lambda name: f"/{name}", "xsrf": Markup('<input type="hidden" name="_xsrf">')}
ONE = Card("10-one", "One", "Why?", 10, 5, ("predict", "try", "check"))


def page(shipped=(ONE,), own=(), place=OWN, progress=None, changed=()):
    about = {
        "place": place,
        "progress": progress or {},
        "progress_file": Path("kept/p.json"),
        "work": Path("my-copies"),
        "changed": set(changed),
    }
    return contents_page(list(shipped), list(own), **about, **PAGE)


@pytest.mark.parametrize(
    ("done", "words"),
    [
        ([], "Not started"),
        (["elsewhere"], "Not started"),
        (["try"], "1 of 3 steps done"),
        (["try", "try", "predict"], "2 of 3 steps done"),
        (["check", "try", "predict", "more"], "Done"),
    ],
)
def test_how_far_a_learner_has_come_is_said_in_words(done, words):
    assert ONE.come_so_far(done) == words
    assert words in page(progress={"10-one": {"done": done}})


def test_the_parts_that_are_missing_are_named_and_lead_there():
    lesson = replace(ONE, headings={"10-try-first": "Try it: <your> shift", "10-check": "Check yourself"})
    assert lesson.to_do([]) == lesson.to_do(["predict", "try", "check"]) == []
    assert lesson.to_do(["predict"]) == [
        Part("Try it: <your> shift", "cell-id=10-try-first"),
        Part("Check yourself", "cell-id=10-check"),
    ]
    assert lesson.to_do(["try", "check"]) == [Part("Predict")]
    text = page([lesson], progress={"10-one": {"done": ["predict"]}})
    link = '<a href="/voila/render/10-one.ipynb#cell-id=10-try-first">Try it: &lt;your&gt; shift</a>'
    assert f"Still to do: {link}" in text
    assert "Still to do: Predict<" in page([lesson], progress={"10-one": {"done": ["try", "check"]}})
    assert "Still to do" not in page([lesson])


@pytest.mark.parametrize("lesson", cards(home() / "notebooks"), ids=lambda lesson: lesson.stem)
def test_every_step_of_a_shipped_lesson_has_a_heading_to_go_to(lesson):
    parts = [lesson._part(step) for step in lesson.steps]
    assert all(part.place for part in parts)
    assert len({part.place for part in parts}) == len(parts)


@pytest.mark.parametrize("lesson", cards(home() / "notebooks"), ids=lambda lesson: lesson.stem)
def test_every_step_of_a_shipped_lesson_can_be_finished(lesson):
    """By an activity that notes it; the step outside the notebook by the card that says where to click."""
    noted = set()
    for path in (home() / "src/privlessons").rglob("*.py"):
        noted |= set(re.findall(r'lesson\.done\("([a-z-]+)"\)', path.read_text("utf-8")))
    assert set(lesson.steps) <= noted
    notebook = (home() / "notebooks" / f"{lesson.stem}.ipynb").read_text("utf-8")
    assert "on-your-own" not in lesson.steps or "where.where_to_click(lesson" in notebook


def test_all_that_is_kept_and_where_is_told():
    text = " ".join(page().split())
    for told in ("guesses and answers", "which steps you did", "numbers of your own results", "kept/p.json"):
        assert told in text
    assert "my-copies" in text
    assert "kept/lab" in text
    assert "Your guesses and answers are kept" in text.partition("<h2>")[0], "beside what is not kept"


def test_the_page_says_what_one_may_do_with_the_hood_lifted():
    assert "change any number or word, and press Shift and Enter" in page()


@pytest.mark.parametrize("place", [OWN, HUB, BINDER, UNKNOWN])
def test_the_page_says_where_it_runs_and_who_can_read_what_is_kept(place):
    text = page(place=place)
    assert escape(place.where_text_goes) in text
    assert escape(place.who_reads_progress) in text


def test_starting_over_is_offered_for_changed_copies_only():
    assert "Start this lesson over" not in page()
    text = page(changed=["10-one"])
    assert 'action="/privlessons/start-over/10-one"' in text
    assert "_xsrf" in text


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, [name for name, _ in attrs]))


def tags(text):
    reader = Tags()
    reader.feed(text)
    return reader.found


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=12))
def test_words_of_a_notebook_never_become_markup(title, question, stem):
    strange = Card(f"10-{stem}", title or "x", question or "x", 10, 5, ("predict", "try", "check"))
    assert tags(page([strange])) == tags(page())
    assert tags(page([], [strange])) == tags(page([], [ONE]))


def test_words_of_an_explanation_are_escaped():
    assert "&lt;b&gt;" in explaining_page("<b>", ["<b>"], **PAGE)


def test_a_card_is_read_from_the_notebook(tmp_path):
    about = {"question": "Why?", "minutes": {"core": 10, "stretch": 5}, "steps": ["predict", "try", "check"]}
    cells = [{"cell_type": "markdown", "source": ["# One\n", "\n", "## Two"], "id": "a"}]
    (tmp_path / "10-one.ipynb").write_text(json.dumps({"cells": cells, "metadata": {"privlessons": about}}))
    lesson = replace(ONE, headings={"a": "Two"})
    assert card(tmp_path / "10-one.ipynb") == lesson
    assert cards(tmp_path) == [lesson]


def test_a_file_of_the_teachers_folder_that_is_no_notebook_is_said_to_be_none(tmp_path):
    (tmp_path / "a.ipynb").write_text("no json")
    (tmp_path / "b.ipynb").write_text('{"cells": [], "metadata": {}}')
    first, second = own_cards(tmp_path)
    assert "not a notebook" in first.question
    assert second.title == "b"
    assert own_cards(None) == []
