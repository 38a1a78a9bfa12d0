"""Whatever comes in, what goes out is a Trail or one plain sentence."""

import io
import json
import zipfile
from datetime import UTC, datetime
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from privlessons.exports import read_export
from privlessons.exports.branches import thread
from privlessons.records import Chat, Message, PlainError
from privlessons.sample_export import make_sample, write_sample

QUICK = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
LONG = settings(max_examples=2500, deadline=None, suppress_health_check=list(HealthCheck))

words = st.text(min_size=1, max_size=60).filter(str.strip)
times = st.none() | st.integers(631_152_000, 4_000_000_000).map(
    lambda seconds: datetime.fromtimestamp(seconds, UTC)
)
messages = st.builds(Message, st.sampled_from(["person", "assistant"]), words, times, st.booleans())
chats = st.lists(
    st.builds(
        Chat,
        id=words,
        title=words,
        messages=st.lists(messages, min_size=1, max_size=8)
        .map(tuple)
        .filter(lambda said: not all(message.taken_back for message in said)),
    ),
    min_size=1,
    max_size=5,
)


@QUICK
@given(chats, st.sampled_from(["ChatGPT", "Claude"]), st.integers(0, 3), st.integers(0, 9))
def test_what_is_written_as_an_export_is_read_as_it_was(some, service, shards, seed):
    out = io.BytesIO()
    write_sample(out, some, service, shards=shards, seed=seed)
    trail = read_export(out.getvalue())
    got = [chat for chat in trail.chats if chat.title != "What Claude remembers"]
    assert [(c.id, c.title, c.messages) for c in got] == [(c.id, c.title, c.messages) for c in some]
    assert trail.skipped == []
    assert {chat.source for chat in got} == {service}


def walked(source):
    """Read all there is; anything but a PlainError goes through and fails the test."""
    try:
        trail = read_export(source)
    except PlainError as problem:
        return [] if "\n" not in str(problem) else pytest.fail("more than one line")
    found = list(trail.chats)
    for chat in found:
        json.dumps([chat.id, chat.title, [m.text for m in chat.messages]], ensure_ascii=False).encode()
        assert chat.messages
        assert all(m.time is None or m.time.utcoffset() is not None for m in chat.messages)
    assert trail.progress() == 1
    assert all("\n" not in said for said in trail.skipped)
    return found


KEYS = """
title mapping current_node message author role content parts content_type metadata attachments id parent
children create_time conversations chat_messages text sender uuid parent_message_uuid created_at files
file_name current_leaf_message_uuid conversations_memory project_memories prompt_template docs name email
recipient user_profile mime_type is_starter_project extracted_content full_name
""".split()
leaves = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)
leaves |= st.sampled_from(
    ["user", "human", "assistant", "a", "\ud800", "text", "user_editable_context", "2026-01-01"]
)
shaped = st.recursive(
    leaves,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(KEYS) | st.sampled_from("ab"), inner, max_size=5)
    ),
    max_leaves=25,
)
mapped = st.dictionaries(st.sampled_from("abc"), shaped, max_size=3)


def also(*keys):
    return dict.fromkeys(keys, shaped)


chat_like = st.fixed_dictionaries({"mapping": mapped | shaped}, optional=also("current_node", "title"))
chat_like |= st.fixed_dictionaries({"chat_messages": st.lists(shaped)}, optional=also("name", "uuid"))
chat_like |= st.fixed_dictionaries({"prompt_template": shaped}, optional=also("docs", "name"))
exports = shaped | st.lists(chat_like, max_size=3)


def any_json(value):
    walked(json.dumps(value).encode())


test_any_json_gives_a_trail_or_a_sentence = QUICK(given(exports)(any_json))
test_any_json_gives_a_trail_or_a_sentence_for_long = pytest.mark.slow(LONG(given(exports)(any_json)))


@cache
def example(service):
    """The first two chats of a made-up export, as JSON."""
    raw = zipfile.ZipFile(io.BytesIO(make_sample(service))).read("conversations.json")
    return json.dumps(json.loads(raw)[:2])


def places(value, found):
    """Each place in a JSON value that can be set to something else."""
    for key in value if isinstance(value, dict) else range(len(value)):
        found.append((value, key))
        if isinstance(value[key], dict | list):
            places(value[key], found)
    return found


def spoilt(service, changes):
    value = json.loads(example(service))
    everywhere = places(value, [])
    for where, new in changes:
        holder, key = everywhere[int(where * len(everywhere))]
        holder[key] = new
    walked(json.dumps(value).encode())


given_changes = given(
    st.sampled_from(["ChatGPT", "Claude"]),
    st.lists(st.tuples(st.floats(0, 1, exclude_max=True), shaped), min_size=1, max_size=20),
)
test_a_real_shape_with_wrong_values_gives_a_trail_or_a_sentence = QUICK(given_changes(spoilt))
test_a_real_shape_with_wrong_values_for_long = pytest.mark.slow(LONG(given_changes(spoilt)))

ZIP = make_sample(shards=4)
JSON = zipfile.ZipFile(io.BytesIO(make_sample("Claude"))).read("conversations.json")
flips = st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=12)


def flipped(some, ending, whole):
    for raw in (ZIP, JSON):
        broken = bytearray(raw)
        for place, byte in some:
            broken[int(place * len(raw))] = byte
        walked(bytes(broken[: int(len(raw) * (1 if whole else ending))]))


given_flips = given(flips, st.floats(0, 1), st.booleans())
test_flipped_bytes_give_a_trail_or_a_sentence = QUICK(given_flips(flipped))
test_flipped_bytes_give_a_trail_or_a_sentence_for_long = pytest.mark.slow(LONG(given_flips(flipped)))


def listed(some):
    """Flip bytes in the zip's list of contents alone, where each means something."""
    start = ZIP.index(b"PK\x01\x02")
    broken = bytearray(ZIP)
    for place, byte in some:
        broken[start + int(place * (len(ZIP) - start))] = byte
    walked(bytes(broken))


test_a_flipped_list_of_contents_gives_a_trail_or_a_sentence = QUICK(given(flips)(listed))
test_a_flipped_list_of_contents_for_long = pytest.mark.slow(LONG(given(flips)(listed)))


@QUICK
@given(st.binary(max_size=300))
def test_any_bytes_give_a_trail_or_a_sentence(raw):
    walked(raw)
    walked(b'[{"mapping": {"a": ' + raw)


@QUICK
@given(
    st.dictionaries(st.sampled_from("abcdef"), st.none() | st.sampled_from("abcdefx"), min_size=1),
    st.none() | st.sampled_from("abcdefx"),
)
def test_every_node_of_any_tree_or_tangle_comes_out_once(parents, leaf):
    order = thread(parents, leaf)
    assert sorted(node for node, _ in order) == sorted(parents)
    shown = [node for node, taken_back in order if not taken_back]
    if leaf in parents:
        assert leaf in shown
    for before, node in pairwise(shown):
        assert parents[node] == before or not any(
            parents[n] is None or parents[n] not in parents for n in shown
        )
