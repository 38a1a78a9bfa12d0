import asyncio
import re

import pytest
from tests.activities.cards import done, said

from privlessons.activities.meter import SHOWN, guess_how_many, how_many_alone
from privlessons.clinic import load_clinic
from privlessons.controls_marks import IN, OUT, TWIN
from privlessons.lesson import open_lesson
from privlessons.roll import load_roll


@pytest.fixture(scope="module")
def lesson(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PRIVLESSONS_HOME", str(tmp_path_factory.mktemp("kept")))
        patch.setenv("PRIVLESSONS_PLACE", "own")
        yield open_lesson("03-find-the-person-without-a-name", own_data=True)


@pytest.fixture(scope="module")
def card(lesson):
    async def opened():
        made = how_many_alone(lesson)
        made.controls["start"].click()
        await done()
        return made

    return asyncio.run(opened())


@pytest.fixture(autouse=True)
def as_at_first(card):
    know(card, 0, 0, 0)
    if card.state["town"]:
        card.controls["town"].click()


def know(card, birth, postcode, sex):
    card.controls["birth"].value, card.controls["postcode"].value = birth, postcode
    card.controls["sex"].picked = [sex]


def marks(card):
    return next(child for child in card.children if hasattr(child, "states"))


def test_no_number_is_shown_before_the_file_is_opened(lesson):
    fresh = how_many_alone(lesson)
    assert fresh.state["in_file"] is None
    assert not re.search(r"\d", said(fresh))


def test_with_nothing_known_nobody_stands_out(card):
    assert (card.state["in_file"], card.state["still"]) == (0, 0)
    assert set(marks(card).states) == {OUT}
    assert "all 5,000 rows look alike" in said(card)


def test_the_counts_are_those_of_pandas(card):
    know(card, 2, 2, 1)
    file, town = load_clinic().table, load_town()

    def k(table):
        known = [table.birth_date.str[:4], table.sex, table.postcode.str[:5]]
        return table.groupby(known)["sex"].transform("size")

    theirs = dict(zip(town.person_id, k(town), strict=True))
    alone = k(file) == 1
    still = alone & (load_clinic().person_id.map(theirs) == 1)
    assert card.state["in_file"] == alone.sum()
    assert card.state["still"] == still.sum()
    assert card.state["in_town"] == (k(town) == 1).sum()


def load_town():
    from privlessons.big_town import load_town

    return load_town()


def test_each_mark_keeps_its_place_when_twins_appear(card):
    know(card, 2, 2, 1)
    before = marks(card).states
    assert len(before) == SHOWN
    assert "not counted yet" in said(card)
    card.controls["town"].click()
    after = marks(card).states
    assert card.controls["town"].description == "Back to the file"
    assert {i for i, look in enumerate(before) if look == IN} == {
        i for i, look in enumerate(after) if look in (IN, TWIN)
    }
    assert after.count(TWIN) > after.count(IN)
    assert f"{after.count(TWIN)} have a twin in town" in marks(card).alt
    assert f"<b>{card.state['still']:,}</b> are still alone" in said(card)
    assert "not yet <b>found</b>" in said(card)
    card.controls["town"].click()
    assert marks(card).states == before


def test_more_known_never_makes_fewer_alone(card):
    counts = []
    for birth in range(5):
        know(card, birth, 2, 1)
        counts.append((card.state["in_file"], card.state["still"]))
    assert counts == sorted(counts)


def test_the_guess_comes_back_when_all_is_known(lesson, card):
    guess = guess_how_many(lesson)
    guess.controls["choice"].picked = [1]
    guess.controls["lock"].click()
    card.controls["all"].click()
    assert card.state["town"], "the button turns the town on, too"
    assert card.controls["town"].description == "Back to the file"
    assert card.state["still"] > 4900
    assert "Your guess was: <b>About a quarter</b>" in said(card)
    assert lesson.kept("numbers", "alone-with-all-known") == card.state["still"]
    assert "Mika is one of these" in said(card)


def test_where_no_row_stands_alone_there_is_nothing_to_look_up(card):
    know(card, 0, 0, 1)
    card.controls["town"].click()
    assert card.state["in_file"] == 0
    assert "No row stands alone" in said(card)
    assert "Mika's row looks just like" in said(card)
    assert not re.search(r"have a twin|still alone", said(card))


def test_a_single_row_is_spoken_of_as_one(card):
    know(card, 0, 1, 1)
    card.controls["town"].click()
    assert card.state["in_file"] == 1
    assert "<b>1</b> of 5,000 rows is one of a kind" in said(card)
    assert re.search(
        "<b>0</b> have a twin.*<b>1</b> is still|<b>1</b> has a twin.*<b>0</b> are still", said(card)
    )


def test_both_bars_have_the_colour_that_means_one_of_a_kind(card):
    know(card, 2, 2, 1)
    card.controls["town"].click()
    assert "pl-bar-bad" not in said(card)


def test_what_is_known_reads_well_after_a_persons(card):
    for birth, words in enumerate(("ten years of birth", "year of birth", "month and year of birth"), 1):
        know(card, birth, 0, 0)
        assert f"a person's <b>{words}</b>" in said(card)


def test_the_ring_is_around_mikas_row(card):
    table = load_clinic().table
    first = card.children[0].html.split("visit_date\n…\n")[1].split("\n")[0]
    at = table.index[[",".join(line) == first for line in table.to_numpy()]][0]
    assert load_clinic().person_id[at + marks(card).ringed] == "P0417"
    assert "Mika Tarn" in set(load_roll().table["name"])


def test_cancel_stops_and_the_start_comes_back(lesson):
    async def stop():
        made = how_many_alone(lesson, people=20_000)
        made.controls["start"].click()
        await asyncio.sleep(0.1)
        made.controls["cancel"].click()
        await done()
        return made

    made = asyncio.run(stop())
    assert made.state["in_file"] is None
    assert "Stopped" in said(made)
    assert made.controls["start"] in made.children
