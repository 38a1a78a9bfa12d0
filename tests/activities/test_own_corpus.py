import asyncio

import pytest
from tests.activities.cards import done, said

from privlessons.activities.own_corpus import compare_own_texts
from privlessons.lesson import open_lesson
from privlessons.wording import words_of

LESSON = "06-tell-copied-from-new"
SECRET = "my brother Tobias owes nine hundred to the man <img src=x onerror=alert(1)> from the harbour"


def after(card, *names):
    async def click():
        for name in names:
            card.controls[name].click()
            await done()

    asyncio.run(click())
    return card


def own(lesson, others=f"Somebody wrote: {SECRET}, and so on"):
    card = compare_own_texts(lesson)
    card.controls["text"].value = SECRET
    card.controls["others"].value = others
    return after(card, "look")


def results(card):
    return " ".join(child.html for child in card.children if hasattr(child, "html"))


def test_counts_come_first_and_the_words_only_when_asked_for(lesson):
    card = own(lesson)
    assert card.state == {"passages": 1, "shown": False}
    assert "Tobias" not in results(card)
    after(card, "show")
    assert "Tobias" in results(card)
    assert "<img" not in results(card), "what was typed is text, never markup"


def test_a_line_of_dashes_parts_two_texts(lesson):
    half = SECRET.split()
    card = own(lesson, " ".join(half[:4]) + "\n---\n" + " ".join(half[4:8]))
    assert card.state["passages"] == 0
    assert "No run of six words" in said(card)


def test_nothing_of_the_texts_is_written_down(lesson):
    after(own(lesson), "show")
    assert "Tobias" not in lesson.progress.path.read_text("utf-8")


def test_forgetting_empties_boxes_and_page(lesson):
    card = after(own(lesson), "show", "forget")
    assert "Tobias" not in said(card)
    assert card.state == {"passages": None, "shown": False}
    assert "Tobias" not in said(after(card, "show"))


def test_no_word_of_a_text_lives_on_in_a_cache(lesson):
    import gc

    word = "zyxqua" + "lutos" * 2
    list(words_of(word))
    gc.collect()
    holders = [d for d in gc.get_objects() if isinstance(d, dict) and word in d]
    assert holders == []


@pytest.mark.parametrize(
    ("text", "others", "sentence"),
    [
        ("", "something", "first box is empty"),
        ("something", " \n", "nothing to compare"),
        ("a" * 300_000, "something", "too long"),
    ],
)
def test_an_empty_or_too_long_box_gets_one_sentence(lesson, text, others, sentence):
    card = compare_own_texts(lesson)
    card.controls["text"].value, card.controls["others"].value = text, others
    assert sentence in after(card, "look").status.html


def test_made_up_texts_show_how_it_works(lesson):
    card = after(compare_own_texts(lesson), "example", "show")
    assert card.state["passages"] == 3
    assert "three blues" in card.controls["text"].value
    assert "Mika" in results(card)


@pytest.mark.parametrize(("place", "own_data"), [("own", False), ("", True)])
def test_where_own_text_is_shut_only_made_up_texts_are_searched(monkeypatch, lesson, place, own_data):
    monkeypatch.setenv("PRIVLESSONS_PLACE", place)
    card = own(open_lesson("06-tell-copied-from-new", own_data=own_data))
    assert "Shut:" in said(card)
    assert card.controls["text"] not in card.children
    assert "Tobias" not in results(after(card, "show"))
    assert "three blues" in results(card)
