import io
import json
import zipfile
from itertools import islice

import pytest

from privlessons.exports import read_export
from privlessons.records import Chat, Message
from privlessons.sample_export import ABOUT, make_sample, sample_chats, write_sample
from privlessons.sample_shapes import MANNER


def test_the_same_seed_gives_the_same_chats_and_another_other_second_thoughts():
    assert list(sample_chats(seed=1)) == list(sample_chats(seed=1))
    assert list(sample_chats(seed=1)) != list(sample_chats(seed=2))


@pytest.mark.parametrize("service", ["ChatGPT", "Claude"])
def test_the_same_seed_gives_the_same_bytes(service):
    assert make_sample(service, 200, seed=3) == make_sample(service, 200, seed=3)


def test_there_are_as_many_messages_as_asked():
    for wanted in (0, 500, 2000):
        made = sum(len(chat.messages) for chat in sample_chats(wanted))
        assert wanted <= made < wanted + 120
    assert len({chat.id for chat in sample_chats(2000)}) == len(list(sample_chats(2000)))


def test_padding_makes_answers_as_long_as_real_ones():
    answers = [
        m.text
        for chat in islice(sample_chats(padding=900), 5)
        for m in chat.messages
        if m.author == "assistant"
    ]
    assert 900 < sum(map(len, answers)) / len(answers) < 1500


def test_the_practice_export_is_mikas_and_opens_with_what_she_told_about_herself():
    chats = list(read_export(make_sample()).chats)
    assert all(chat.id.startswith("mika-") for chat in chats)
    assert [message.text for message in chats[0].messages[:2]] == [ABOUT, MANNER]


@pytest.mark.parametrize("shards", [0, 3])
def test_a_chatgpt_export_looks_like_one_of_2026(shards):
    archive = zipfile.ZipFile(io.BytesIO(make_sample(shards=shards)))
    names = set(archive.namelist())
    assert {"user.json", "chat.html", "export_manifest.json", "conversations.json.index"} <= names
    assert ("conversations-003.json" in names) == bool(shards)
    first = json.loads(archive.read("conversations-000.json" if shards else "conversations.json"))[0]
    assert {"title", "mapping", "current_node", "conversation_id", "create_time", "is_archived"} <= set(first)
    roots = [node for node in first["mapping"].values() if node["parent"] is None]
    assert [root["message"] for root in roots] == [None]
    for name, node in first["mapping"].items():
        assert all(first["mapping"][child]["parent"] == name for child in node["children"])


def test_a_claude_export_looks_like_one_of_2026():
    archive = zipfile.ZipFile(io.BytesIO(make_sample("Claude")))
    assert set(archive.namelist()) == {"conversations.json", "users.json", "projects.json", "memories.json"}
    said = [
        message
        for chat in json.loads(archive.read("conversations.json"))
        for message in chat["chat_messages"]
    ]
    assert {message["sender"] for message in said} == {"human", "assistant"}
    assert any(not message["text"] and message["content"] for message in said)


def test_a_picture_is_a_pointer_in_the_file():
    said = Message("person", "[picture]\nlook at this")
    out = io.BytesIO()
    write_sample(out, [Chat("x", "t", (said,))])
    assert b"image_asset_pointer" in zipfile.ZipFile(out).read("conversations.json")
    (got,) = read_export(out.getvalue()).chats
    assert got.messages == (said,)
