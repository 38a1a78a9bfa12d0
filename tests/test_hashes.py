"""Hashes against published examples, and the search for what is behind them."""

import hashlib
import hmac
import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privlessons.hashes import hashed, how_long, keyed, salted, try_all
from privlessons.plates import LETTERS, PLATES, draw_plate, every_plate, most_seen, parking_list

DIGITS = [[f"{n}{m:02}" for m in range(100)] for n in range(10)]


def test_hashes_are_the_standards_own():
    # FIPS 180-4's "abc"; RFC 4231, test case 2, for the keyed hash.
    assert hashed("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert (
        keyed("what do ya want for nothing?", b"Jefe")
        == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    )
    assert salted("abc", b"salt") == hashlib.sha256(b"saltabc").hexdigest()


@given(
    st.sets(st.sampled_from([text for batch in DIGITS for text in batch]), max_size=9), st.binary(max_size=9)
)
def test_everything_on_the_list_is_found_and_nothing_else(texts, salt):
    *_, last = try_all(DIGITS, [salted(text, salt) for text in texts] + [hashed("not on it")], salt=salt)
    assert sorted(last.found.values()) == sorted(texts)
    assert all(salted(text, salt) == code for code, text in last.found.items())
    assert last.tried == 1000
    assert last.speed > 0


def test_a_keyed_hash_is_found_with_the_key_and_not_without():
    key = b"k" * 16
    wanted = [keyed("123", key), hmac.new(key, b"777", "sha256").hexdigest()]
    *_, without = try_all(DIGITS, wanted)
    *_, wrong = try_all(DIGITS, wanted, key=b"another key")
    *_, with_it = try_all(DIGITS, wanted, key=key)
    assert without.found == wrong.found == {}
    assert sorted(with_it.found.values()) == ["123", "777"]


def test_a_salt_needs_a_run_of_its_own():
    wanted = [salted("123", b"one"), salted("123", b"two")]
    assert wanted[0] != wanted[1]
    *_, last = try_all(DIGITS, wanted, salt=b"one")
    assert list(last.found) == wanted[:1]


def test_each_batch_tells_how_far_it_is():
    assert [run.tried for run in try_all(DIGITS, [])] == list(range(100, 1001, 100))
    assert list(try_all([], [hashed("x")])) == []


@pytest.mark.parametrize(
    ("possible", "speed", "said"),
    [
        (100, 10, "10.0 seconds"),
        (10**10, 1e6, "2.8 hours"),
        (10**10, 1e5, "28 hours"),
        (10**9, 1e6, "17 minutes"),
        (10**16, 1e6, "317 years"),
        (5, 0, "for ever"),
    ],
)
def test_how_long_is_said_in_a_fitting_unit(possible, speed, said):
    assert how_long(possible, speed) == said


def test_every_plate_is_there_once_and_in_order():
    plates = [plate for batch in every_plate() for plate in batch]
    assert len(plates) == len(set(plates)) == PLATES
    assert plates == sorted(plates)
    assert all(re.fullmatch(rf"ZQ\d\d [{LETTERS}]{{3}}", plate) for plate in plates[::977])
    assert not {"I", "Q"} & set(LETTERS)


def test_the_plates_of_the_chats_have_the_format():
    plates = {plate for batch in every_plate() for plate in batch}
    assert {"ZQ19 CAB", "ZQ22 NWD", "ZQ68 LMS"} <= plates


@given(st.integers(1, 40), st.integers())
def test_a_parking_list_has_a_car_that_comes_every_day(rows, seed):
    lines = parking_list(rows, random.Random(seed))
    assert len(lines) == rows
    assert [line.time for line in lines] == sorted(line.time for line in lines)
    _, _, days = most_seen(lines)
    assert days >= min(rows, 5)
    assert all(line.time.weekday() < 5 for line in lines)


def test_plates_are_drawn_from_all():
    rng = random.Random(1)
    assert len({draw_plate(rng) for _ in range(200)}) > 190
