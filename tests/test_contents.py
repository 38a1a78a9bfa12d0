import json
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from privlessons.contents import Card, card, cards, contents_page, explaining_page, own_cards
from privlessons.place import BINDER, HUB, OWN, UNKNOWN

PAGE = {"base": "/", "static": lambda name: f"/{name}", "xsrf": Markup('<input type="hidden" name="_xsrf">')}
ONE = Card("10-one", "One", "Why?", 10, 5, ("predict", "try", "check"))


def page(shipped=(ONE,), own=(), place=OWN, progress=None, changed=()):
    about = {
        "place": place,
        "progress": progress or {},
        "progress_file": Path("p.json"),
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
    assert card(tmp_path / "10-one.ipynb") == ONE
    assert cards(tmp_path) == [ONE]


def test_a_file_of_the_teachers_folder_that_is_no_notebook_is_said_to_be_none(tmp_path):
    (tmp_path / "a.ipynb").write_text("no json")
    (tmp_path / "b.ipynb").write_text('{"cells": [], "metadata": {}}')
    first, second = own_cards(tmp_path)
    assert "not a notebook" in first.question
    assert second.title == "b"
    assert own_cards(None) == []
