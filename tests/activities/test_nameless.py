import asyncio

import pytest
from tests.activities.cards import done, said

from privlessons.activities import nameless
from privlessons.activities.nameless import whose_post
from privlessons.disguise import DISGUISES
from privlessons.lesson import open_lesson


@pytest.fixture
def lesson(tmp_path, monkeypatch):
    monkeypatch.setenv("PRIVLESSONS_HOME", str(tmp_path))
    monkeypatch.setattr(nameless, "SIZES", ((5, 2), (20, 1)))
    return open_lesson("06-tell-copied-from-new")


@pytest.fixture
def card(lesson):
    async def learn():
        card = whose_post(lesson)
        card.controls["guess"].picked = [0]
        card.controls["start"].click()
        await done()
        return card

    return asyncio.run(learn())


def test_the_right_one_is_among_the_five_and_nothing_is_told_before_a_guess(lesson):
    async def visit():
        card = whose_post(lesson)
        card.controls["start"].click()
        card.controls["try"].click()
        card.controls["next"].click()
        await done()
        return card

    card = asyncio.run(visit())
    assert "tarn_and_tiles" in card.controls["guess"].options
    assert len(set(card.controls["guess"].options)) == 5
    assert "Pick one of the five first" in card.status.html
    assert card.state["place"] is None


def test_the_program_finds_the_writer_and_counts_its_hits(card):
    assert card.state["place"] == 1
    assert card.state["hits"].keys() == {5, 20}
    assert "place 1 of 45" in said(card)


def test_cancel_stops_the_learning_and_it_can_start_again(lesson):
    async def visit():
        card = whose_post(lesson)
        card.controls["guess"].picked = [0]
        card.controls["start"].click()
        await asyncio.sleep(0.3)
        card.controls["cancel"].click()
        await done()
        stopped = card.state["place"], said(card), card.controls["guess"].disabled
        card.controls["start"].click()
        await done()
        return stopped, card.state["place"]

    (place, words, disabled), later = asyncio.run(visit())
    assert place is None
    assert "Stopped." in words
    assert not disabled
    assert later == 1


def test_all_disguises_hide_her_and_none_brings_the_post_back(card):
    original = card.controls["box"].value
    card.controls["habits"].picked = list(range(len(DISGUISES)))
    assert card.state["place"] > 1
    assert "Her places so far" in said(card)
    card.controls["habits"].picked = []
    assert card.controls["box"].value == original
    assert card.state["place"] == 1


def test_typed_words_are_text_and_never_markup_nor_kept(lesson, card):
    card.controls["box"].value = "<img src=x onerror=alert(1)> pls dont <b>shout</b> lol"
    card.controls["try"].click()
    assert "<img" not in said(card).replace(card.controls["box"].value, "")
    assert "onerror" not in lesson.progress.path.read_text("utf-8")


def test_an_empty_or_endless_post_gets_one_sentence(card):
    card.controls["box"].value = " "
    card.controls["try"].click()
    assert "The box is empty" in card.status.html
    card.controls["box"].value = "so " * 2_000
    card.controls["try"].click()
    assert "too long" in card.status.html


def test_the_next_post_is_another_one_and_they_come_round_again(card):
    posts = [card.state["post"]]
    for _ in range(3):
        card.controls["next"].click()
        posts.append(card.state["post"])
    assert len(set(posts)) == 3
    assert posts[0] == posts[3]
