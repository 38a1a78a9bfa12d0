"""A few moments of Mika's, then of everybody's, with the place and the time blurred."""

import asyncio

import pytest
from tests.activities.cards import done, said

from privlessons.activities.place_views import verdict
from privlessons.activities.places import HOURS, METRES, PEOPLE, four_places
from privlessons.lesson import open_lesson


@pytest.fixture(scope="module")
def card(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PRIVLESSONS_HOME", str(tmp_path_factory.mktemp("places")))

        async def make():
            made = four_places(open_lesson("03-find-the-person-without-a-name"))
            made.controls["start"].click()
            await done()
            assert "Pick a guess first" in made.status.html
            made.controls["guess"].picked = [0]
            made.controls["start"].click()
            await done()
            assert len(made.state["left"]) == 1
            for _ in range(3):
                made.controls["next"].click()
            assert len(made.state["left"]) == 4
            assert made.state["shares"] == [], "the others wait for their turn"
            made.controls["next"].click()
            return made

        yield asyncio.run(make())


@pytest.fixture(autouse=True)
def as_at_first(card):
    card.controls["metres"].value = 1
    card.controls["hours"].value = 0
    card.controls["people"].picked = [2]


def test_mika_is_found_by_four_moments(card):
    left = card.state["left"]
    assert left == sorted(left, reverse=True)
    assert left[-1] == 1
    assert "near Town Library" in said(card)
    assert "You know that Mika's phone is on the list. So it is hers" in said(card)
    assert "doctor" not in said(card), "nothing is said that is not shown"


def test_the_guess_and_the_study_stand_beside_the_result(card):
    assert "Your guess was: <b>One</b>. At this setting it takes" in said(card)
    assert "Farzanehfar et al., 2021" in said(card)
    share = f"<b>{100 * card.state['shares'][-1]:.0f} in 100</b>"
    assert share in said(card)


def test_blurring_hides_people_at_both_ends(card):
    exact = card.state["shares"]
    for name in ("metres", "hours"):
        card.controls[name].value = card.controls[name].max
        assert card.state["shares"][-1] < exact[-1]
        card.controls[name].value = 0
    assert card.state["shares"][-1] >= exact[-1]
    card.controls["metres"].value = card.controls["metres"].max
    card.controls["hours"].value = card.controls["hours"].max
    assert (card.state["metres"], card.state["hours"]) == (METRES[-1], HOURS[-1])
    assert card.state["shares"][-1] < 0.01
    assert "even 4 are not enough" in said(card)
    assert "Still in a crowd" in said(card)
    assert "in the week of" in said(card)


def test_a_day_is_told_without_its_hour(card):
    card.controls["hours"].value = HOURS.index(24)
    assert "May</td>" in said(card)


def test_fewer_phones_are_easier(card):
    many = card.state["shares"][0]
    card.controls["people"].picked = [0]
    assert card.state["people"] == PEOPLE[0]
    assert card.state["shares"][0] > many


def test_other_moments_are_other_moments(card):
    before = said(card)
    card.controls["again"].click()
    assert said(card) != before
    assert len(card.state["left"]) == 4


def test_cancel_gives_the_start_back(tmp_path, monkeypatch):
    monkeypatch.setenv("PRIVLESSONS_HOME", str(tmp_path))

    async def go():
        card = four_places(open_lesson("03-find-the-person-without-a-name"))
        card.controls["guess"].picked = [0]
        card.controls["start"].click()
        await asyncio.sleep(0)
        card.controls["cancel"].click()
        await done()
        assert card.controls["start"] in card.children
        assert "A firm has a list" in said(card)

    asyncio.run(go())


@pytest.mark.parametrize(
    ("left", "told"), [(2, "might do"), (477, "would not be enough"), (1, "So it is hers")]
)
def test_one_more_moment_is_promised_only_to_a_small_crowd(left, told):
    assert told in verdict(left)
