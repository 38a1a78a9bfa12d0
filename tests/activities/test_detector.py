import asyncio

import pytest
from tests.activities.cards import done, said

from privlessons.activities.detector import CHOICES, turn_the_dial
from privlessons.lesson import open_lesson


@pytest.fixture(scope="module")
def card(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PRIVLESSONS_HOME", str(tmp_path_factory.mktemp("dial")))

        async def read():
            made = turn_the_dial(open_lesson("02-sit-at-the-reviewers-desk"))
            made.controls["start"].click()
            await done()
            return made

        yield asyncio.run(read())


@pytest.fixture(autouse=True)
def as_at_first(card):
    card.controls["sure"].value = 0.5
    card.controls["hide"].picked = list(range(len(CHOICES)))


def test_the_sentence_and_the_picture_say_the_same_numbers(card):
    caught, missed = card.state["caught"], card.state["missed"]
    assert f"<b>caught {caught}</b>" in said(card)
    assert f"<b>missed {missed}</b>" in said(card)
    assert 'aria-label="Bars for each group of kinds. Names: ' in said(card)


def test_one_end_hides_more_by_mistake_and_the_other_misses_more(card):
    sure = card.controls["sure"]
    sure.value = sure.min
    eager = dict(card.state)
    sure.value = sure.max
    shy = dict(card.state)

    assert shy["missed"] > eager["missed"] > 0
    assert eager["alarms"] > shy["alarms"]
    assert shy["caught"] > 0, "even where it must be very sure, it catches something"
    assert eager["caught"] + eager["missed"] == shy["caught"] + shy["missed"]


def test_with_nothing_to_hide_everything_is_missed(card):
    card.controls["hide"].picked = []
    assert card.state["caught"] == card.state["alarms"] == 0
    card.controls["alarm"].click()
    assert "There is none at this setting" in said(card)


def test_misses_are_shown_one_after_the_other_with_their_reason(card):
    shown = []
    for _ in range(4):
        card.controls["miss"].click()
        shown.append(card.state["shown"])
        assert "Missed." in said(card)
        assert 'class="pl-missed"' in said(card)
        assert '<span class="pl-tag">missed</span>' in said(card)
    assert len(set(shown)) > 1


def test_a_false_alarm_names_what_it_was_taken_for(card):
    card.controls["alarm"].click()
    assert "False alarm." in said(card)
    assert '<span class="pl-tag">false alarm</span>' in said(card)


def test_no_names_means_fewer_caught(card):
    all_kinds = card.state["caught"]
    card.controls["hide"].picked = list(range(1, len(CHOICES)))
    assert card.state["caught"] < all_kinds
