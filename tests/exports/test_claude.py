"""What stands in a Claude export, as the reader tells it. All people are invented."""

import io
import json
import zipfile

import pytest

from privlessons.exports import read_export


def said(text="hi", sender="human", **more):
    return {
        "uuid": "",
        "text": text,
        "content": [],
        "sender": sender,
        "created_at": "2026-03-01T10:00:00.123456Z",
        **more,
    }


def chat(*messages, **more):
    return {
        "uuid": "c1",
        "name": "Kites",
        "created_at": None,
        "account": {},
        "chat_messages": list(messages),
        **more,
    }


def read(*chats):
    return list(read_export(json.dumps(list(chats)).encode()).chats)


def texts(*messages, **more):
    return [(m.author, m.text, m.taken_back) for m in read(chat(*messages, **more))[0].messages]


def test_a_flat_chat_is_read_in_order():
    (got,) = read(chat(said("hi"), said("hello", "assistant")))
    assert (got.id, got.title, got.source) == ("c1", "Kites", "Claude")
    assert [(m.author, m.text) for m in got.messages] == [("person", "hi"), ("assistant", "hello")]
    assert got.messages[0].time.isoformat() == "2026-03-01T10:00:00.123456+00:00"


def test_an_empty_text_is_joined_from_the_content():
    content = [
        {"type": "thinking", "thinking": "hidden"},
        {"type": "text", "text": "one"},
        {"type": "tool_use", "input": {}},
        {"type": "text", "text": "two"},
    ]
    assert texts(said("", "assistant", content=content)) == [("assistant", "one\ntwo", False)]


def test_what_the_program_says_between_claudes_sentences_is_left_out():
    content = [{"type": "text", "text": "one"}, {"type": "tool_use"}, {"type": "text", "text": "two"}]
    joined = "one\nThis block is not supported here.\ntwo"
    assert texts(said(joined, "assistant", content=content)) == [("assistant", "one\ntwo", False)]
    assert texts(said("hi", content=[{"type": "voice_note"}])) == [("person", "hi", False)]


def test_the_words_of_an_attachment_count_as_typed_by_the_person():
    attachment = {"file_name": "letter.txt", "extracted_content": "Dear Ida Fenn"}
    assert (
        texts(said("see this", attachments=[attachment]))[0][1]
        == "see this\n[file: letter.txt]\nDear Ida Fenn"
    )


def test_files_are_named_even_without_an_id():
    files = [{"file_name": "sketch.PNG"}, {"file_name": "notes.docx"}]
    assert texts(said("", files=files))[0][1] == "[picture]\n[file: notes.docx]"


def test_branches_are_followed_from_the_current_leaf():
    got = texts(
        said("old", uuid="a", parent_message_uuid="0"),
        said("new", uuid="b", parent_message_uuid="0"),
        said("answer", "assistant", uuid="c", parent_message_uuid="b"),
        current_leaf_message_uuid="c",
    )
    assert got == [("person", "old", True), ("person", "new", False), ("assistant", "answer", False)]


def test_without_a_named_leaf_the_last_message_is_shown():
    got = texts(
        said("a", uuid="a", parent_message_uuid="0"),
        said("b", uuid="b", parent_message_uuid="a"),
        said("c", uuid="c", parent_message_uuid="a"),
    )
    assert got == [("person", "a", False), ("person", "b", True), ("person", "c", False)]


def test_messages_that_share_an_id_are_all_kept():
    got = texts(said("a", uuid="x", parent_message_uuid="x"), said("b", uuid="x", parent_message_uuid="x"))
    assert [text for _, text, _ in got] == ["a", "b"]


def test_json_lines_are_read():
    lines = "\n".join(json.dumps(chat(said(f"{i}"), uuid=f"{i}")) for i in range(3))
    assert [c.id for c in read_export(lines.encode()).chats] == ["0", "1", "2"]


def test_memories_and_projects_come_out_as_chats():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(
            "users.json",
            json.dumps([{"uuid": "u", "full_name": "Mika Tarn", "email_address": "m@example.com"}]),
        )
        archive.writestr("conversations.json", json.dumps([chat(said())]))
        archive.writestr(
            "memories.json",
            json.dumps([{"conversations_memory": "Draws.", "project_memories": {"p": "Foxes."}}]),
        )
        projects = [
            {
                "uuid": "p",
                "name": "Foxes",
                "prompt_template": "Draw foxes",
                "docs": [{"filename": "b.txt", "content": "brief"}],
            },
            {"uuid": "s", "name": "How to", "prompt_template": "x", "is_starter_project": True},
        ]
        archive.writestr("projects.json", json.dumps(projects))
    trail = read_export(out.getvalue())
    found = {c.title: [(m.author, m.text) for m in c.messages] for c in trail.chats}
    assert found["What Claude remembers"] == [("assistant", "Draws."), ("assistant", "Foxes.")]
    assert found["Project: Foxes"] == [("person", "Draw foxes"), ("person", "[file: b.txt]\nbrief")]
    assert set(found) == {"Kites", "What Claude remembers", "Project: Foxes"}
    assert trail.owner == ("Mika Tarn", "m@example.com")


@pytest.mark.parametrize("listed", [None, {}, "x", 3])
def test_a_chat_of_the_wrong_shape_is_named(listed):
    trail = read_export(json.dumps([chat(said()), {"name": "Broken", "chat_messages": listed}]).encode())
    assert len(list(trail.chats)) == 1
    assert trail.skipped == ["The chat “Broken” has no readable messages and was left out."]


@pytest.mark.parametrize("value", ["1970-01-01T00:00:00Z", 0, "2150-01-01T00:00:00Z"])
def test_a_time_beyond_belief_is_no_time(value):
    assert read(chat(said(created_at=value)))[0].messages[0].time is None
