import pytest
from hypothesis import given
from hypothesis import strategies as st

from privlessons.blocks import Schema, fits_group, median
from privlessons.publishing import STANDARD, Table, publish
from privlessons.records import PlainError

BLOCK = [(29, "f", "no"), (32, "f", "no"), (52, "f", "yes"), (5, "m", "no")]
PEOPLE = st.lists(
    st.tuples(st.integers(0, 99), st.sampled_from("fm"), st.sampled_from(["no", "yes"])), max_size=15
)


def shown(publication):
    return [entry.shown for _, entries in publication.tables for entry in entries]


def test_tables_are_printed_as_an_office_prints_them():
    sexes, bands, average = publish(BLOCK, ["By sex", "By age band", "Average age"]).tables
    assert [e.shown for e in sexes[1]] == ["3", "1"]
    assert [e.shown for e in bands[1]] == ["1", "1", "1", "1", "0"]
    assert [e.shown for e in average[1]] == ["29.5", "30.5"]


def test_small_numbers_become_a_dash_and_so_do_averages_of_small_groups():
    hidden = publish(BLOCK, ["By sex", "Average age by sex"], hide_below=3)
    assert shown(hidden) == ["3", "–", "37.7", "32", "–", "–"]
    assert hidden.numbers == 3


def test_rounded_numbers_go_to_the_nearest_multiple():
    people = [(30, "f", "no")] * 7
    for rounding, printed in ((1, "7"), (3, "6"), (5, "5")):
        assert shown(publish(people, ["How many people"], rounding=rounding)) == [printed]
    assert shown(publish(people[:2], ["Average age"], rounding=3)) == ["–", "–"]


@given(PEOPLE, st.sampled_from([1, 2, 3, 5, 10]), st.sampled_from([0, 3, 5]))
def test_what_a_reader_learns_is_always_true(people, rounding, hide_below):
    schema = Schema()
    for total in publish(people, rounding=rounding, hide_below=hide_below).totals:
        ages = [person[0] for person in people if fits_group(person, total.who, schema)]
        if total.what == "count":
            assert total.low <= len(ages) <= total.high
        elif total.what == "mean age":
            assert total.low * len(ages) <= sum(ages) <= total.high * len(ages)
        else:
            assert total.low <= median(ages) <= total.high


def test_a_table_of_ones_own_is_printed_too():
    [(_, entries)] = publish(BLOCK, [Table("Mine", ("born abroad",), ("count", "mean age"))]).tables
    assert [(e.what, e.shown) for e in entries] == [
        ("count", "3"), ("mean age", "22.0"), ("count", "1"), ("mean age", "52.0"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("tables", "options", "said"),
    [
        (["By shoe size"], {}, "no standard table “By shoe size”"),
        ([Table("Shoes", ("shoe size",))], {}, "asks for shoe size"),
        (STANDARD, {"rounding": 0}, "Rounding must be 1 or more"),
    ],
)
def test_what_cannot_be_printed_is_said_in_one_sentence(tables, options, said):
    with pytest.raises(PlainError, match=said):
        publish(BLOCK, tables, **options)
