"""Every number of blocks is held against a plain count of all blocks that there are."""

import random
from itertools import combinations_with_replacement

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from privlessons.blocks import Schema, Total, place, read_block
from privlessons.publishing import STANDARD, publish
from privlessons.recon_groups import read_totals
from privlessons.recon_near import fits_all, grow
from privlessons.recon_solver import solve
from privlessons.reconstruction import reconstruct, reconstructing
from privlessons.records import PlainError

BLOCK = [
    (29, "f", "no"), (32, "f", "no"), (48, "f", "no"), (52, "f", "yes"),
    (5, "m", "no"), (27, "m", "yes"), (46, "m", "yes"), (69, "m", "yes"),
]  # fmt: skip
NAMES = [table.name for table in STANDARD]
SMALL = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def everybody(schema):
    low, high = schema.ages
    return [(age, *cell) for age in range(low, high + 1) for cell in schema.cells]


@st.composite
def small_publications(draw):
    """A small block, some tables of it, and all other blocks of so many people with the same tables."""
    two = draw(st.booleans())
    oldest = draw(st.integers(1, 4 if two else 6))
    attributes = {"sex": ("f", "m"), "born abroad": ("no", "yes")} if two else {"sex": ("f", "m")}
    schema = Schema((0, oldest), attributes)
    kinds = everybody(schema)
    people = draw(st.lists(st.sampled_from(kinds), min_size=1, max_size=3 if two else 5))
    cut = draw(st.integers(0, oldest - 1))
    usable = [table for table in STANDARD if set(table.by) <= {"age", *attributes}]
    tables = [usable[0], *draw(st.lists(st.sampled_from(usable[1:]), unique=True, max_size=5))]
    options = {
        "rounding": draw(st.sampled_from([1, 1, 3, 5])),
        "hide_below": draw(st.sampled_from([0, 0, 3])),
        "bands": ((0, cut), (cut + 1, oldest)),
        "schema": schema,
    }

    def printed(block):
        return [e.shown for _, entries in publish(block, tables, **options).tables for e in entries]

    wanted = printed(people)
    same = {
        read_block(block, schema)
        for block in combinations_with_replacement(kinds, len(people))
        if printed(block) == wanted
    }
    totals = (*publish(people, tables, **options).totals, Total("count", {}, len(people)))
    return schema, totals, same


@SMALL
@given(small_publications())
def test_exactly_the_blocks_that_print_the_same_tables_fit(case):
    schema, totals, same = case
    answer = reconstruct(totals, schema, listed=100_000)
    assert answer.exact
    assert answer.count == len(same)
    assert answer.complete
    assert set(answer.blocks) == same


@settings(SMALL, max_examples=20)
@given(small_publications())
def test_what_is_known_of_a_person_is_true_in_every_block_that_fits(case):
    schema, totals, same = case
    for listed in (100_000, 0):  # 0: without a list, from the counts alone
        people = reconstruct(totals, schema, listed=listed).people
        for block in same:
            for known, person in zip(people, block, strict=True):
                assert known.ages[0] <= person[0] <= known.ages[1]
                assert all(value in left for value, left in zip(person[1:], known.values, strict=True))


@settings(SMALL, max_examples=15)
@given(small_publications())
def test_the_solver_finds_the_same_blocks_one_after_the_other(case):
    schema, totals, same = case
    found = []
    while len(found) < 4:
        block, proved = solve(totals, schema, found, seconds=60)
        assert proved
        if block is None:
            break
        assert block in same
        assert block not in found
        found.append(block)
    assert len(found) == min(4, len(same))


@pytest.mark.parametrize("seed", range(6))
def test_counting_and_the_solver_agree_whether_a_real_block_is_the_only_one(seed):
    rng = random.Random(seed)
    people = [(rng.randint(0, 90), rng.choice("fm"), rng.choice(["no", "yes"])) for _ in range(7)]
    answer = reconstruct(publish(people))
    assert answer.exact
    block, _ = solve(publish(people).totals, Schema(), seconds=60)
    other, proved = solve(publish(people).totals, Schema(), [block], seconds=60)
    assert proved
    assert block in answer.blocks
    assert (other is None) == (answer.count == 1)


def test_each_table_leaves_fewer_blocks_until_mikas_is_the_only_one():
    counts = [reconstruct(publish(BLOCK, NAMES[:n])) for n in range(1, len(NAMES) + 1)]
    assert all(answer.exact for answer in counts)
    numbers = [answer.count for answer in counts]
    assert numbers == sorted(numbers, reverse=True)
    assert numbers[-1] == 1
    assert counts[-1].blocks == (read_block(BLOCK),)
    assert all(all(known.facts) for known in counts[-1].people)


def test_of_so_many_people_without_any_other_total_all_multisets_fit():
    answer = reconstruct([Total("count", {}, 3)], Schema((0, 9), {"sex": ("f", "m")}))
    assert answer.count == 20 * 21 * 22 // 6  # three of twenty kinds, with repeats, in no order


def test_hiding_small_numbers_changes_nothing_on_mikas_block_and_rounding_to_fives_does():
    assert reconstruct(publish(BLOCK, hide_below=3)).count == 1
    assert 1 < reconstruct(publish(BLOCK, rounding=3)).count < 100
    assert reconstruct(publish(BLOCK, rounding=5), known=BLOCK, tries=3000).count > 10_000


def test_when_the_work_is_used_up_it_says_at_least():
    pub = publish(BLOCK, NAMES[:8])
    full, cut = reconstruct(pub), reconstruct(pub, tries=2000)
    assert full.exact
    assert not cut.exact
    assert 0 < cut.count <= full.count
    assert "or more" in str(cut)
    assert "or more" not in str(full)


def test_counting_goes_in_small_steps_that_never_go_back():
    steps = list(reconstructing(publish(BLOCK, NAMES[:8])))
    assert len(steps) > 3
    assert [a.count for a in steps] == sorted(a.count for a in steps)
    assert all(not a.exact for a in steps[:-1])
    assert steps[-1].exact


@pytest.mark.parametrize(
    "totals",
    [
        [Total("count", {}, 3), Total("count", {"sex": "f"}, 4)],
        [Total("count", {}, 2), Total("mean age", {}, 40), Total("median age", {}, 41)],
        [Total("count", {}, 3), Total("median age", {}, "40.5")],
        [Total("count", {}, 0), Total("mean age", {}, 40)],
        [Total("count", {}, 2), Total("count", {"age": (120, 130)}, 1)],
    ],
)
def test_totals_that_contradict_each_other_leave_no_block(totals):
    answer = reconstruct(totals)
    assert (answer.count, answer.exact, answer.blocks) == (0, True, ())


def test_totals_without_a_number_of_people_are_refused():
    with pytest.raises(PlainError, match="how many people"):
        reconstruct([Total("count", {"sex": "f"}, 4)])
    with pytest.raises(PlainError, match="nobody can have"):
        reconstruct([Total("count", {"sex": "x"}, 4)])


def test_nobody_at_home_is_one_possible_block():
    answer = reconstruct(publish([]))
    assert (answer.count, answer.blocks) == (1, ((),))


def test_ages_may_overlap_in_totals_of_ones_own():
    schema = Schema((0, 5), {"sex": ("f",)})
    totals = [
        Total("count", {}, 3),
        Total("count", {"age": (0, 3)}, 2),
        Total("count", {"age": (2, 5)}, 2),
        Total("mean age", {}, 3),
        Total("median age", {"age": (1, 5)}, 3, 4),
    ]
    same = [
        ages
        for ages in combinations_with_replacement(range(6), 3)
        if sum(a <= 3 for a in ages) == 2
        and sum(a >= 2 for a in ages) == 2
        and sum(ages) == 9
        and (older := [a for a in ages if a >= 1])
        and 6 <= older[(len(older) - 1) // 2] + older[len(older) // 2] <= 8
    ]
    answer = reconstruct(totals, schema)
    assert answer.count == len(same) > 0


def test_a_bound_grown_from_one_block_counts_only_blocks_that_fit():
    schema = Schema((0, 9), {"sex": ("f", "m")})
    people = [(2, "f"), (4, "f"), (7, "m")]
    totals = publish(people, ["How many people", "Average age"], schema=schema).totals
    groups = read_totals(totals, schema)
    assert fits_all(people, groups, schema)
    assert not fits_all([(2, "f"), (4, "f"), (8, "m")], groups, schema)
    assert 1 < grow([people], groups, schema, rounds=40) <= reconstruct(totals, schema).count


def test_people_stand_in_the_order_of_the_cards():
    [block] = reconstruct(publish(BLOCK)).blocks
    assert list(block) == sorted(block, key=lambda p: place(p, Schema()))
