"""The people table: the same each time, a town that could be one, and the cast in it."""

import csv
import io
from collections import Counter, defaultdict

import pytest

from privlessons.home import home
from privlessons.household import postcodes
from privlessons.town import COLUMNS, age_on, as_csv, fits, load_cast, make_people, write_town


@pytest.fixture(scope="module")
def people():
    return list(make_people())


@pytest.fixture(scope="module")
def households(people):
    members = defaultdict(list)
    for person in people:
        members[person["household_id"]].append(person)
    return members


def test_the_same_seed_writes_the_committed_bytes(tmp_path):
    assert write_town(tmp_path).read_bytes() == (home() / "data/town/people.csv").read_bytes()


def test_another_seed_makes_other_people(people):
    other = list(make_people(seed=1))
    assert len(other) == len(people)
    assert sum(a != b for a, b in zip(people, other, strict=True)) > 1500


def test_a_larger_town_has_as_many_people_as_asked_and_more_postcodes(people):
    larger = list(make_people(5000))
    assert len(larger) == len({person["person_id"] for person in larger}) == 5000
    assert len({p["postcode"] for p in larger}) > 2 * len({p["postcode"] for p in people})


def test_a_town_too_small_for_the_cast_is_refused():
    with pytest.raises(ValueError, match="at least"):
        list(make_people(100))


def test_the_table_survives_its_own_csv(people):
    read = list(csv.DictReader(io.StringIO(as_csv(people))))
    assert [{k: str(v) for k, v in person.items()} for person in people] == read


def test_every_row_has_all_columns_and_ids_are_unique(people):
    assert all(tuple(person) == COLUMNS for person in people)
    assert len({person["person_id"] for person in people}) == 2000


def test_ages_are_those_of_the_birth_dates(people):
    assert all(person["age"] == age_on(person["birth_date"]) for person in people)
    assert all(0 <= person["age"] < 100 for person in people)


def test_a_birthday_tomorrow_does_not_count_yet():
    assert age_on("2000-06-01") == 26
    assert age_on("2000-06-02") == 25
    assert age_on("2004-02-29") == 22


def test_the_members_of_a_household_share_home_street_and_pet(households):
    for members in households.values():
        for column in ("postcode", "district", "home", "pet"):
            assert len({member[column] for member in members}) == 1, members


def test_nobody_in_a_household_has_the_name_of_another(households):
    for members in households.values():
        names = [(member["first_name"], member["last_name"]) for member in members]
        assert len(names) == len(set(names)), names


def test_parents_have_as_many_children_at_home_as_they_say(people, households):
    last = people[-1]["household_id"]  # may be cut short so that there are exactly 2,000
    for name, members in households.items():
        young = sum(m["household_role"] == "child" and m["age"] < 18 for m in members)
        for member in members:
            if member["household_role"] == "parent" and name != last:
                assert member["children"] == young, members


def test_those_who_live_with_somebody_do(people, households):
    for name, members in households.items():
        roles = Counter(member["household_role"] for member in members)
        if name != people[-1]["household_id"]:
            assert roles["lives alone"] in {0, len(members)}
            assert roles["partner"] in {0, 2}, members
            assert roles["flatmate"] != 1, members


def test_work_fits_the_age(people):
    for person in people:
        if person["occupation"] == "pupil":
            assert 4 <= person["age"] <= 16, person
        if person["occupation"] in {"doctor", "teacher", "solicitor", "dentist"}:
            assert person["age"] >= 22, person
        if person["occupation"] == "retired":
            assert person["age"] > 60, person


def test_a_district_is_the_first_half_of_its_postcodes(people):
    pairs = {(person["district"], person["postcode"].split()[0]) for person in people}
    assert len(pairs) == 6
    assert len({outward for _, outward in pairs}) == 6


def test_postcodes_hold_unequal_numbers_of_people(people):
    sizes = Counter(person["postcode"] for person in people).values()
    assert max(sizes) > 5 * min(sizes)


def test_postcodes_look_like_postcodes_and_never_repeat():
    codes = postcodes("ZQ3", 5000)
    assert len(codes) == len(set(codes)) == 3600
    assert all(len(code) == 7 and code[4].isdigit() and code[5:].isalpha() for code in codes)


def test_the_cast_stands_in_the_table_as_it_was_written(people):
    rows = {person["person_id"]: person for person in people}
    cast = load_cast()
    assert len(cast) == len({row["person_id"] for row in cast})
    for row in cast:
        for column in set(COLUMNS) - {"household_id"}:
            assert rows[row["person_id"]][column] == row[column], (row["person_id"], column)


def test_people_of_one_cast_household_live_together(people):
    rows = {person["person_id"]: person for person in people}
    homes = defaultdict(set)
    for row in load_cast():
        homes[row["household"]].add(rows[row["person_id"]]["household_id"])
    assert all(len(ids) == 1 for ids in homes.values())
    assert len({next(iter(ids)) for ids in homes.values()}) == len(homes)


def test_the_cast_does_not_stick_out_by_a_postcode_of_its_own(people):
    count = Counter(person["postcode"] for person in people)
    assert all(count[row["postcode"]] >= 5 for row in load_cast())


def test_employers_differ_in_size(people):
    sizes = Counter(p["employer"] for p in people if p["employer"] and p["occupation"] != "pupil")
    assert sizes["Saltmere General Hospital"] > 100
    assert sum(size == 1 for size in sizes.values()) > 5


@pytest.mark.parametrize(
    ("value", "pattern", "right"),
    [
        (29, "29", True),
        (29, "2?", True),
        (30, "2?", False),
        ("ZQ3 4PJ", "ZQ3*", True),
        ("nurse", "*nurse*", True),
        ("Nurse", "nurse", False),
    ],
)
def test_a_clue_fits_a_value(value, pattern, right):
    assert fits(value, pattern) is right
