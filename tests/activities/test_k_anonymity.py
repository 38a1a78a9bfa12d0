"""The clinic file is made coarser: a guess first, then k, then the group that tells most."""

import asyncio
from types import SimpleNamespace

import pytest
from tests.activities.cards import done, said

from privlessons.activities.k_anonymity import FIRST_K, KS, MOST_DIFFERENT, coarsen_until_k
from privlessons.activities.k_views import dearer
from privlessons.lesson import open_lesson


@pytest.fixture(scope="module")
def card(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PRIVLESSONS_HOME", str(tmp_path_factory.mktemp("k")))

        async def make():
            made = coarsen_until_k(open_lesson("03-find-the-person-without-a-name"))
            made.controls["start"].click()
            await done()
            assert "Pick a guess first" in made.status.html
            made.controls["guess"].picked = [1]
            made.controls["start"].click()
            await done()
            return made

        yield asyncio.run(make())


@pytest.fixture(autouse=True)
def as_at_first(card):
    card.controls["k"].value = KS.index(FIRST_K)
    card.controls["different"].value = 1
    if "Mika" in card.controls["look"].description:
        card.controls["look"].click()


def test_the_guess_comes_back_beside_the_result(card, tmp_path):
    assert card.state["k"] == FIRST_K
    assert card.state["smallest"] >= FIRST_K
    assert "at least 4 others" in said(card)


def test_both_ends_of_k(card):
    slider = card.controls["k"]
    slider.value = slider.min
    assert card.state["years"] == 0
    assert "This is Mika's row" in said(card)
    slider.value = slider.max
    assert card.state["smallest"] >= KS[-1]
    assert card.state["years"] > 10
    assert f"The dot is at k {KS[-1]}: {card.state['years']:.1f} years" in said(card)
    assert "more.</p>" in said(card), "a large group is not listed to its end"


def test_the_group_that_tells_most_shares_its_diagnosis_until_others_are_asked_for(card):
    card.controls["look"].click()
    assert card.state["same"] == card.state["group"] == FIRST_K
    assert "All 5 say" in said(card)
    assert "the dot has left" not in said(card)
    card.controls["different"].value = 3
    assert card.state["same"] < card.state["group"]
    assert "can guess well" in said(card)
    assert card.state["smallest"] >= FIRST_K
    card.controls["different"].value = MOST_DIFFERENT
    assert card.state["different"] == MOST_DIFFERENT
    assert "Different diagnoses cost more" in said(card)
    card.controls["look"].click()
    assert "One is Mika" in said(card)


def test_nothing_blurred_tells_everything(card):
    card.controls["k"].value = 0
    card.controls["look"].click()
    assert "Who finds your row, finds your diagnosis" in said(card)


def test_cancel_gives_the_start_back(tmp_path, monkeypatch):
    monkeypatch.setenv("PRIVLESSONS_HOME", str(tmp_path))

    async def go():
        card = coarsen_until_k(open_lesson("03-find-the-person-without-a-name"))
        card.controls["guess"].picked = [0]
        card.controls["start"].click()
        await asyncio.sleep(0)
        card.controls["cancel"].click()
        await done()
        assert card.controls["start"] in card.children
        assert card.state["smallest"] is None

    asyncio.run(go())


def test_the_dot_is_said_to_leave_the_line_only_where_that_can_be_seen():
    alone, near, far = (SimpleNamespace(years=years) for years in (3.2, 3.3, 6.0))
    assert "left the line" not in dearer(near, alone)
    assert "Different diagnoses cost more" in dearer(near, alone)
    assert "left the line" in dearer(far, alone)
