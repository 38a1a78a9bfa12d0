"""Shares against an independent rebuild (the field by long division), and what fewer shares tell."""

import itertools
from collections import Counter
from functools import reduce

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from privlessons.records import PlainError
from privlessons.storage.shares import Share, cut, height_at, over, rebuild, share_that_makes, times

CUTS = st.integers(1, 6).flatmap(lambda n: st.tuples(st.integers(1, n), st.just(n)))


def slow_times(a, b):
    """Multiply as polynomials, then take the remainder by x^8 + x^4 + x^3 + x + 1."""
    product = 0
    for bit in range(8):
        if b >> bit & 1:
            product ^= a << bit
    for bit in range(15, 7, -1):
        if product >> bit & 1:
            product ^= 0x11B << (bit - 8)
    return product


def test_times_and_over_are_those_of_the_field():
    for a, b in itertools.product(range(256), repeat=2):
        assert times(a, b) == slow_times(a, b)
        if b:
            assert times(over(a, b), b) == a
    assert times(0x53, 0xCA) == 1  # the example of the AES standard, FIPS 197


@settings(deadline=None, max_examples=60)
@given(st.binary(min_size=1, max_size=40), CUTS, st.data())
def test_any_few_that_are_enough_rebuild_the_secret(secret, sizes, data):
    needed, hosts = sizes
    shares = cut(secret, needed, hosts)
    some = data.draw(st.permutations(shares))[:needed]
    assert rebuild(some) == secret
    assert rebuild(shares) == secret, "more than enough do, too"


def test_one_share_too_few_leaves_every_secret_equally_likely():
    """All 256 ways to draw the chance: what one share of two says does not depend on the secret."""
    for secret in (0, 7, 255):
        draws = (iter((bytes([a]),)) for a in range(256))
        seen = Counter(cut(bytes([secret]), 2, 2, lambda _, d=d: next(d))[1].heights for d in draws)
        assert len(seen) == 256
        assert set(seen.values()) == {1}


@settings(deadline=None, max_examples=10)
@given(st.integers(2, 5), st.integers(0, 255))
def test_each_secret_goes_with_one_last_share_and_no_two_with_the_same(needed, secret):
    known = cut(bytes([secret]), needed, needed)[:-1]
    last = {share_that_makes(bytes([any_secret]), known, needed).heights for any_secret in range(256)}
    assert len(last) == 256


@settings(deadline=None, max_examples=40)
@given(st.binary(min_size=8, max_size=8), st.binary(min_size=8, max_size=8), st.integers(2, 5))
def test_a_last_share_can_make_anything_of_the_others(secret, other, needed):
    shares = cut(secret, needed, needed)
    made = share_that_makes(other, shares[:-1], needed)
    assert rebuild((*shares[:-1], made)) == other
    assert share_that_makes(secret, shares[:-1], needed) == shares[-1]


def test_the_curves_pass_through_the_shares():
    shares = cut(b"whale", 3, 5)
    assert all(height_at(one.place, shares[:3]) == one.heights for one in shares)
    by_hand = reduce(lambda total, part: slow_times(total, 5) ^ part, (9, 4, 200))
    drawn = iter((bytes([4]), bytes([9])))
    assert cut(bytes([200]), 3, 5, lambda _: next(drawn))[4] == Share(5, bytes([by_hand]))


@pytest.mark.parametrize(("needed", "hosts"), [(0, 3), (4, 3), (2, 256)])
def test_sizes_that_make_no_sense_are_refused(needed, hosts):
    with pytest.raises(PlainError, match="hosts"):
        cut(b"x", needed, hosts)


@pytest.mark.parametrize("shares", [(), (Share(1, b"a"), Share(1, b"b")), (Share(1, b"a"), Share(2, b"bc"))])
def test_shares_that_do_not_fit_together_are_refused(shares):
    with pytest.raises(PlainError, match="equally long"):
        rebuild(shares)
