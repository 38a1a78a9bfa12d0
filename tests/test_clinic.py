"""The clinic file: who is in it, what it tells, what it keeps apart."""

from datetime import date

import pandas as pd
import pytest

from privlessons.big_town import KEPT, grow_town, load_town
from privlessons.clinic import COLUMNS, DIAGNOSES, MIKA, load_clinic, make_clinic
from privlessons.town import make_people


@pytest.fixture(scope="module")
def people():
    return pd.DataFrame(make_people(3000))


def test_the_file_has_no_name_and_no_number_of_a_person(people):
    table = make_clinic(people, 500, 1).table
    assert tuple(table.columns) == COLUMNS
    assert list(table.index) == list(range(500))


def test_every_row_is_its_persons_own(people):
    clinic = make_clinic(people, 500, 1)
    true = people.set_index("person_id").loc[clinic.person_id]
    for column in ("birth_date", "sex", "postcode"):
        assert list(true[column]) == list(clinic.table[column])
    assert clinic.person_id.is_unique


def test_mika_is_in_it_once_with_her_wrist():
    clinic = load_clinic()
    hers = clinic.table[clinic.person_id == MIKA]
    assert list(hers.iloc[0]) == ["1997-03-14", "f", "ZQ3 4PJ", "wrist pain", "2026-04-14"]
    assert len(hers) == 1
    assert len(clinic.table) == 5000


def test_the_same_seed_gives_the_same_file(people):
    one, two = make_clinic(people, 300, 5), make_clinic(people, 300, 5)
    pd.testing.assert_frame_equal(one.table, two.table)
    assert not one.table.equals(make_clinic(people, 300, 6).table)


def test_visits_are_on_working_days_after_birth_and_in_order(people):
    table = make_clinic(people, 3000, 2).table
    days = [date.fromisoformat(day) for day in table["visit_date"]]
    assert days == sorted(days)
    assert all(day.weekday() < 5 for day in days)
    assert (table["birth_date"] <= table["visit_date"]).all()


def test_diagnoses_follow_age(people):
    table = make_clinic(people, 3000, 2).table
    assert set(table["diagnosis"]) <= set(DIAGNOSES)
    young, old = table[table["birth_date"] > "2014"], table[table["birth_date"] < "1960"]
    assert "cataract" not in set(young["diagnosis"])
    assert (young["diagnosis"] == "chickenpox").mean() > 0.03
    assert (old["diagnosis"] == "high blood pressure").mean() > 0.1


def test_more_rows_than_people_are_refused(people):
    with pytest.raises(ValueError, match="cannot be drawn"):
        make_clinic(people, 3001)


def test_no_rows_make_an_empty_file(people):
    assert tuple(make_clinic(people, 0).table.columns) == COLUMNS


def test_the_big_town_is_made_in_steps_and_once():
    shares = list(grow_town(2500, batch=1000))
    assert shares == [0.4, 0.8]
    assert list(grow_town(2500)) == []
    town = load_town(2500)
    assert tuple(town.columns) == KEPT
    assert town is load_town(2500)
    assert list(town["person_id"]) == [person["person_id"] for person in make_people(2500)]
