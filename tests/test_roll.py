"""The public roll: imperfect in known ways, and the same each time."""

import pandas as pd
import pytest

from privlessons.datasets import load_people
from privlessons.roll import ABSENT, COLUMNS, GROWN, MISTYPED, MOVED, make_roll


@pytest.fixture(scope="module")
def people():
    return load_people()


@pytest.fixture(scope="module")
def roll(people):
    return make_roll(people)


@pytest.fixture(scope="module")
def side_by_side(people, roll):
    listed = roll.table.assign(person_id=roll.person_id)
    return listed.merge(people, on="person_id", suffixes=("", "_true"), validate="one_to_one")


def test_the_same_people_and_seed_give_the_same_roll(people, roll):
    pd.testing.assert_frame_equal(make_roll(people).table, roll.table)
    assert not make_roll(people, seed=1).table.equals(roll.table)


def test_nobody_under_age_is_listed_and_the_columns_are_as_told(roll, side_by_side):
    assert list(roll.table) == list(COLUMNS)
    assert side_by_side["age"].min() >= GROWN
    assert len(side_by_side) == len(roll.table) == len(roll.person_id)


def test_mika_is_listed_rightly(side_by_side):
    hers = side_by_side[side_by_side["name"] == "Mika Tarn"].iloc[0]
    assert (hers["birth_date"], hers["postcode"], hers["sex"]) == ("1997-03-14", "ZQ3 4PJ", "f")


def test_about_as_many_are_absent_moved_and_mistyped_as_told(people, side_by_side):
    grown = (people["age"] >= GROWN).sum()
    shares = {
        "absent": (1 - len(side_by_side) / grown, ABSENT),
        "moved": ((side_by_side["postcode"] != side_by_side["postcode_true"]).sum() / grown, MOVED),
        "mistyped": ((side_by_side["birth_date"] != side_by_side["birth_date_true"]).sum() / grown, MISTYPED),
    }
    for share, wanted in shares.values():
        assert share == pytest.approx(wanted, abs=0.015)
        assert share > 0


def test_a_postcode_and_its_district_belong_together(people, roll):
    pairs = set(zip(people["postcode"], people["district"], strict=True))
    assert set(zip(roll.table["postcode"], roll.table["district"], strict=True)) <= pairs


def test_every_birth_date_is_a_date(roll):
    pd.to_datetime(roll.table["birth_date"], format="%Y-%m-%d")


def test_nobody_makes_an_empty_roll(people):
    assert len(make_roll(people.head(0)).table) == 0
