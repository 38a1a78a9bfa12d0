"""One message in three ways: where its words are, and what one turned bit does."""

import asyncio

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from privlessons.records import PlainError
from privlessons.wire.loopback import MESSENGER, SERVICE
from privlessons.wire.messages import HIDDEN, MESSAGES, byte_of, letter_at
from privlessons.wire.recorded import recorded_answers, recorded_streams, recorded_tape
from privlessons.wire.runs import send
from privlessons.wire.seals import make_keys, seal, unseal
from privlessons.wire.streams import PADDINGS, parcels
from privlessons.wire.tape import WAYS, dump, times_found, visible
from privlessons.wire.tls_bytes import cut, service_name

OWN = "Zoë’s secret is 5 <b>bold</b> plums, “Lantern Tide”"


def run(way, text=OWN, flip=None):
    return asyncio.run(send(way, text, flip))


@pytest.mark.parametrize("way", WAYS)
def test_the_words_arrive_as_they_were_sent(way):
    tape = run(way)
    assert (tape.friend if way == "sealed" else tape.company) == OWN
    assert tape.broke == ""
    assert not tape.recorded


def test_the_secret_is_on_the_way_without_encryption_only():
    assert [times_found(run(way).crossed(), "lantern tide") for way in WAYS] == [1, 0, 0]


def test_a_sealed_message_is_not_read_by_the_server_in_between():
    assert run("sealed").company is None


@pytest.mark.parametrize("byte", [0, 20, len(OWN.encode()) - 1])
def test_a_turned_bit_passes_unnoticed_in_the_clear_and_is_noticed_under_both_locks(byte):
    plain, tls, sealed = (run(way, flip=byte) for way in WAYS)
    assert all(tape.flipped for tape in (plain, tls, sealed))
    changed = bytearray(OWN.encode())
    changed[byte] ^= 1
    assert (plain.company, plain.broke) == (changed.decode("utf-8", "replace"), "")
    assert tls.company is None
    assert tls.broke
    assert sealed.friend is None
    assert sealed.broke


def test_tls_still_tells_the_service_and_the_amount():
    seen = visible(run("tls"))
    assert seen.service == SERVICE
    assert seen.out > len(OWN.encode())


def test_a_friend_is_reached_by_a_messenger_and_not_by_the_assistant():
    recorded = [recorded_tape(n, "sealed", flipped=False) for n in range(len(MESSAGES))]
    assert {visible(tape).service for tape in (run("sealed"), *recorded)} == {MESSENGER} != {SERVICE}


@pytest.mark.parametrize("text", ["", "  \n", "x" * 501])
def test_an_empty_or_a_long_message_is_refused_in_words(text):
    with pytest.raises(PlainError):
        run("plain", text)


@given(st.binary(max_size=300), st.data())
def test_a_box_opens_with_its_key_only_and_never_after_a_change(text, data):
    ruth = make_keys()
    box = seal(text, ruth.public)
    assert unseal(box, ruth.private) == text
    bit = data.draw(st.integers(0, 8 * len(box) - 1))
    changed = bytearray(box)
    changed[bit // 8] ^= 1 << bit % 8
    # X25519 leaves the highest bit of a public key out (RFC 7748); here the key is also authenticated.
    for wrong, key in ((bytes(changed), ruth.private), (box, make_keys().private), (box[:-1], ruth.private)):
        with pytest.raises(PlainError):
            unseal(wrong, key)


@settings(max_examples=300)
@given(st.binary(max_size=200), st.integers(0, 400))
def test_the_services_name_is_never_made_up_from_damaged_bytes(damage, at):
    hello = recorded_tape(0, "tls", flipped=False).sent()
    spoilt = hello[:at] + damage + hello[at + 7 :]
    assert service_name(spoilt) is None or isinstance(service_name(spoilt), str)
    assert service_name(hello[:at] if at < 200 else b"") is None
    records, rest = cut(spoilt)
    assert b"".join(records) + rest == spoilt


def test_a_dump_shows_each_byte_once():
    data = bytes(range(256))
    rows = dump(data, 16)
    assert bytes.fromhex("".join(row[1] for row in rows)) == data
    assert all(len(row[2]) == 16 for row in rows)


@pytest.mark.parametrize("number", range(len(MESSAGES)))
@pytest.mark.parametrize("way", WAYS)
def test_what_was_recorded_is_like_what_runs_now(number, way):
    old, now = recorded_tape(number, way, flipped=False), run(way, MESSAGES[number])
    assert old.recorded
    assert (old.company, old.friend) == (now.company, now.friend)
    assert times_found(old.crossed(), HIDDEN) == times_found(now.crossed(), HIDDEN)
    assert bool(recorded_tape(number, way, flipped=True).broke) == (way != "plain")


@pytest.mark.parametrize("padding", PADDINGS)
def test_recorded_streams_belong_to_their_answers(padding):
    for said, seen in zip(recorded_answers(), recorded_streams(padding), strict=True):
        assert [size - 22 for size in seen.sizes] == [len(one) for one in parcels(said, padding)]


def test_the_byte_of_a_message_is_its_first_digit():
    assert letter_at(MESSAGES[0], byte_of(MESSAGES[0])) == "6"
    assert letter_at("Zoë 5", byte_of("Zoë 5")) == "5"
    assert letter_at("Zoë", 9) == ""
