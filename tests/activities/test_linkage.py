import asyncio

import pytest
from tests.activities.cards import done, said

from privlessons.activities.linkage import join_the_lists
from privlessons.activities.meter import how_many_alone
from privlessons.big_town import load_town
from privlessons.clinic import load_clinic
from privlessons.controls_marks import IN, NOT, ONE, OUT, SOME
from privlessons.lesson import open_lesson
from privlessons.roll import load_roll


@pytest.fixture(scope="module")
def card(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PRIVLESSONS_HOME", str(tmp_path_factory.mktemp("kept")))

        async def opened():
            made = join_the_lists(open_lesson("03-find-the-person-without-a-name"))
            assert made.state["left"] is None
            made.controls["start"].click()
            await done()
            return made

        yield asyncio.run(opened())


@pytest.fixture(autouse=True)
def as_at_first(card):
    card.controls["view"].picked = [0]
    know(card, 0, 0, 0)


def know(card, birth, postcode, sex):
    card.controls["birth"].value, card.controls["postcode"].value = birth, postcode
    card.controls["sex"].picked = [sex]


def marks(card):
    return next(child for child in card.children if hasattr(child, "states")).states


def test_both_lists_are_shown_as_files_and_mikas_line_is_marked(card):
    assert "<mark>Mika Tarn,f,1997-03-14,ZQ3 4PJ,Millbeck</mark>" in said(card)
    assert "birth_date,sex,postcode,diagnosis,visit_date" in said(card)


def test_rows_fall_away_until_mikas_is_left(card):
    left = [card.state["left"]]
    standing = [set(range(5000))]
    for setting in ((1, 0, 0), (2, 0, 0), (2, 1, 0), (2, 1, 1), (3, 1, 1), (3, 2, 1), (4, 3, 1)):
        know(card, *setting)
        left.append(card.state["left"])
        standing.append({i for i, look in enumerate(marks(card)) if look != OUT})
        assert len(standing[-1]) == card.state["left"]
        assert standing[-1] <= standing[-2]
    assert left == sorted(left, reverse=True)
    assert (left[0], left[-1]) == (5000, 1)
    [at] = standing[-1]
    assert load_clinic().person_id[at] == "P0417"
    assert marks(card)[at] == ONE
    assert "wrist pain" in said(card)


def test_her_illness_is_not_shown_while_two_rows_fit(card):
    know(card, 2, 1, 1)
    assert card.state["left"] > 1
    assert "wrist pain" not in said(card)


def test_she_is_not_found_while_others_in_town_share_what_was_used(card):
    know(card, 4, 0, 0)
    town = load_town()
    [born] = town.birth_date[town.person_id == "P0417"]
    twins = int((town.birth_date == born).sum()) - 1
    assert (card.state["left"], card.state["twins"]) == (1, twins)
    assert twins > 1
    assert f"{twins} others in town share her birth date" in said(card)
    assert "did it" not in said(card)
    assert "wrist pain" not in said(card)

    know(card, 4, 1, 0)
    assert card.state["twins"] == 1
    assert "1 other in town shares her birth date and district. The row may be that person's" in said(card)

    know(card, 4, 3, 1)
    assert (card.state["left"], card.state["twins"]) == (1, 0)
    assert "did it" in said(card)


def test_both_cards_show_the_same_lines_of_the_clinics_file(card):
    async def opened():
        meter = how_many_alone(open_lesson("03-find-the-person-without-a-name"))
        meter.controls["start"].click()
        await done()
        return meter

    def shown(html):
        return html.split("clinic-visits-2026.csv")[1].split("</pre>")[0]

    assert shown(said(asyncio.run(opened()))) == shown(said(card))


def test_a_wrong_name_is_explained_by_the_facts_that_are_used(card):
    card.controls["view"].picked = [1]
    know(card, 4, 0, 0)
    assert "or is listed with a wrong date" in said(card)
    assert "old address" not in said(card)
    know(card, 3, 3, 1)
    assert "listed at an old address or with a wrong date" in said(card)


def test_everybody_is_counted_as_pandas_counts(card):
    card.controls["view"].picked = [1]
    know(card, 3, 2, 1)
    clinic, roll = load_clinic(), load_roll()

    def keys(table):
        return table.birth_date.str[:7] + table.sex + table.postcode.str[:5]

    lines = roll.person_id.groupby(keys(roll.table)).agg(list)
    fits = keys(clinic.table).map(lines)
    wanted = {"right": 0, "wrong": 0, "several": 0, "none": 0}
    for fit, person in zip(fits, clinic.person_id, strict=True):
        if not isinstance(fit, list):
            wanted["none"] += 1
        elif len(fit) > 1:
            wanted["several"] += 1
        else:
            wanted["right" if fit == [person] else "wrong"] += 1
    assert {word: card.state[word] for word in wanted} == wanted
    assert min(wanted.values()) > 50
    for word, look in (("right", IN), ("wrong", NOT), ("several", SOME), ("none", OUT)):
        assert marks(card).count(look) == wanted[word]
    assert f"<b>{wanted['wrong']:,}</b> are wrong" in said(card)
    assert "Wrong names hurt too" in said(card)


def test_with_nothing_known_every_name_fits(card):
    card.controls["view"].picked = [1]
    assert card.state["several"] == 5000
    assert set(marks(card)) == {SOME}


def test_some_setting_gives_nobody_a_name(card):
    card.controls["view"].picked = [1]
    know(card, 2, 0, 1)
    assert card.state["right"] + card.state["wrong"] == 0
    assert "It can be done" in said(card)
