import re

import pytest
from tests.activities.cards import said

from privlessons.activities.published import PEOPLE, where_a_figure_comes_from
from privlessons.lesson import open_lesson


@pytest.fixture
def card(tmp_path, monkeypatch):
    monkeypatch.setenv("PRIVLESSONS_HOME", str(tmp_path))
    return where_a_figure_comes_from(open_lesson("03-find-the-person-without-a-name"))


@pytest.mark.parametrize(
    ("people", "share", "who"),
    [(5_000, 87, "Sweeney (2000)"), (6_800, 83, "Individual-risk tool"), (17_000, 63, "Golle (2006)")],
)
def test_some_assumptions_give_a_published_figure_with_its_caution(card, people, share, who):
    assert "This is the figure of" not in said(card)
    card.controls["people"].value = PEOPLE.index(people)
    assert round(100 * card.state["share"]) == share
    assert f"This is the figure of {who}" in said(card)
    assert re.search("does not count people who were found|a model&#x27;s estimate", said(card))


def test_each_figure_is_told_with_what_it_would_take(card):
    for needed in ("5,084 for 87 in 100", "6,802 for 83 in 100", "16,865 for 63 in 100"):
        assert needed in said(card)


def test_a_tiny_chance_is_less_than_one_in_100(card):
    card.controls["people"].value = len(PEOPLE) - 1
    card.controls["known"].picked = [2]
    assert "is <b>less than 1 in 100</b>" in said(card)


def test_less_of_the_birth_date_means_fewer_alone(card):
    shares = []
    for known in range(3):
        card.controls["known"].picked = [known]
        shares.append(card.state["share"])
    assert shares[0] > shares[1] > shares[2]


def test_all_three_figures_stand_on_one_scale(card):
    for figure in ("87 in 100", "83 in 100", "63 in 100"):
        assert figure in said(card)
