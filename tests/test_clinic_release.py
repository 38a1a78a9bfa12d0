"""The clinic file for release, against counts made another way."""

from collections import Counter

import pandas as pd
import pytest

from privlessons.clinic import MIKA, load_clinic, make_clinic
from privlessons.clinic_release import release
from privlessons.town import age_on, make_people


@pytest.fixture(scope="module")
def clinic():
    return load_clinic()


def test_mikas_row_comes_first_among_those_that_look_alike(clinic):
    made = release(clinic, 5)
    rows = made.file.table.iloc[list(made.hers)]
    assert clinic.person_id[made.hers[0]] == MIKA
    assert len(rows) >= 5
    assert len(rows[["birth_date", "sex", "postcode"]].drop_duplicates()) == 1


def test_the_group_that_tells_most_has_the_greatest_share_of_one_diagnosis(clinic):
    for k, different in ((5, 1), (10, 1), (5, 3)):
        made = release(clinic, k, different)
        groups = {}
        for group, diagnosis in zip(made.file.groups, clinic.table["diagnosis"], strict=True):
            groups.setdefault(group, Counter())[diagnosis] += 1
        greatest = max(max(c.values()) / c.total() for c in groups.values())
        told = Counter(clinic.table["diagnosis"].iloc[list(made.telling)])
        assert told[made.says] == made.same
        assert made.same / len(made.telling) == pytest.approx(greatest)


def test_in_the_towns_own_file_five_share_all_and_asking_for_others_mends_it(clinic):
    alone, mixed = release(clinic, 5), release(clinic, 5, 3)
    assert (alone.same, len(alone.telling)) == (5, 5)
    assert mixed.same < len(mixed.telling)
    assert mixed.years >= alone.years


def test_the_cost_grows_with_k(clinic):
    small, large = release(clinic, 2), release(clinic, 100)
    assert small.years < large.years
    assert small.codes < large.codes
    assert abs(small.coarse_age - small.true_age) < abs(large.coarse_age - large.true_age)


def test_with_every_row_alone_nothing_is_lost(clinic):
    made = release(clinic, 1)
    assert made.years == 0
    assert made.coarse_age == pytest.approx(made.true_age)
    assert len(made.hers) == 1
    wrists = clinic.table[clinic.table["diagnosis"] == "wrist pain"]["birth_date"]
    assert made.true_age == pytest.approx(sum(map(age_on, wrists)) / len(wrists) + 0.5, abs=0.1)


def test_a_file_without_mika_is_released_too():
    people = pd.DataFrame(make_people(2000))
    made = release(make_clinic(people[people["person_id"] != MIKA], 300, 1), 4)
    assert made.hers == ()
    assert made.file.smallest >= 4
