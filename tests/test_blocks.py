from fractions import Fraction

import pandas as pd
import pytest

from privlessons.blocks import MOST_PEOPLE, Schema, Total, exact, fits_group, median, read_block
from privlessons.datasets import load_people
from privlessons.records import PlainError

WOMAN = (34, "f", "no")


def test_a_block_is_the_same_in_whatever_order_its_people_stand():
    people = [(5, "m", "no"), (29, "f", "yes"), (29, "f", "no"), (3, "m", "yes")]
    assert read_block(people) == read_block(reversed(people))
    assert read_block(people)[0] == (29, "f", "no"), "women first, by age, then by place of birth"


def test_a_table_with_more_columns_is_read_by_their_names():
    table = pd.DataFrame(
        {"age": [34.0, 5], "name": ["A", "B"], "sex": ["f", "m"], "born abroad": ["no", "no"]}
    )
    assert read_block(table) == (WOMAN, (5, "m", "no"))


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ((None, "f", "no"), "Person 2: the age is missing"),
        ((float("nan"), "f", "no"), "Person 2: the age is missing"),
        (("old", "f", "no"), "whole number from 0 to 99, not old"),
        ((12.5, "f", "no"), "whole number"),
        ((-1, "f", "no"), "whole number"),
        ((1e400, "f", "no"), "whole number"),
        ((34, "x", "no"), "“sex” must be f or m, not x"),
        ((34, "f"), "needs 3 values (age, sex, born abroad), not 2"),
        ({"age": 34, "sex": "f"}, "the column “born abroad” is missing"),
    ],
)
def test_a_person_that_cannot_be_used_is_named_in_one_sentence(row, said):
    with pytest.raises(PlainError) as error:
        read_block([WOMAN, row])
    assert said in str(error.value)


def test_too_many_people_are_refused_also_two_million():
    with pytest.raises(PlainError, match=f"at most {MOST_PEOPLE}"):
        read_block([WOMAN] * (MOST_PEOPLE + 1))
    many = pd.DataFrame({"age": range(2_000_000)})
    with pytest.raises(PlainError, match="2,000,000 rows"):
        read_block(many)
    with pytest.raises(PlainError, match="same name"):
        read_block(pd.DataFrame([[1, 2]], columns=["age", "age"]))


def test_nobody_is_a_block_too():
    assert read_block([]) == ()


def test_a_total_is_the_number_that_was_written():
    assert Total("mean age", {}, 34.3).low == Fraction(343, 10) == exact("34.3")
    assert Total("count", {"sex": "f"}, 3).high == 3
    for bad in (("sum", {}, 3), ("count", {}, 3, 2), ("count", {}, "many")):
        with pytest.raises(PlainError):
            Total(*bad)


def test_who_belongs_to_a_group():
    schema = Schema()
    assert fits_group(WOMAN, {}, schema)
    assert fits_group(WOMAN, {"sex": "f", "age": (30, 44)}, schema)
    assert not fits_group(WOMAN, {"age": (35, 44)}, schema)
    assert not fits_group(WOMAN, {"born abroad": "yes"}, schema)


def test_the_median_of_an_even_number_lies_between_the_two_in_the_middle():
    assert median([9, 1, 4]) == 4
    assert median([9, 1, 4, 5]) == Fraction(9, 2)


@pytest.mark.parametrize("schema", [{"ages": (5, 4)}, {"attributes": {"age": ("a",)}}, {"ages": (0, 200)}])
def test_a_schema_that_makes_no_sense_is_refused(schema):
    with pytest.raises(PlainError):
        Schema(**schema)


def test_mikas_block_are_eight_people_of_her_postcode():
    from privlessons.activities.rebuild import BLOCK

    people = load_people()
    mika = people[people.person_id == "P0417"].iloc[0]
    there = people[people.postcode == mika.postcode]
    listed = [
        (int(p.age), p.sex, "no" if p.born_in == "United Kingdom" else "yes") for p in there.itertuples()
    ]
    for person in BLOCK:
        listed.remove(person)  # fails if nobody is left who fits
    assert (int(mika.age), mika.sex, "no") in BLOCK
