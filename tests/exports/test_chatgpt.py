"""What stands in a ChatGPT export, as the reader tells it. All people are invented."""

import json

import pytest

from privlessons.exports import read_export


def node(name, parent, role="user", text="hi", **more):
    content = more.pop("content", {"content_type": "text", "parts": [text]})
    message = {"id": name, "author": {"role": role}, "create_time": None, "content": content, **more}
    return {name: {"id": name, "parent": parent, "children": [], "message": message}}


def chat(*nodes, leaf=None, **more):
    mapping = {"root": {"id": "root", "parent": None, "children": [], "message": None}}
    for entry in nodes:
        mapping |= entry
    return {"title": "t", "mapping": mapping, "current_node": leaf, "conversation_id": "c1", **more}


def read(*chats):
    return list(read_export(json.dumps(list(chats)).encode()).chats)


def texts(*nodes, leaf=None):
    return [(m.author, m.text, m.taken_back) for m in read(chat(*nodes, leaf=leaf))[0].messages]


def test_messages_come_in_the_order_of_the_screen():
    got = texts(node("b", "a", "assistant", "hello"), node("a", "root", text="hi"), leaf="b")
    assert got == [("person", "hi", False), ("assistant", "hello", False)]


def test_what_an_edit_replaced_is_kept_and_marked_just_before_its_replacement():
    got = texts(
        node("old", "root", text="my boss Ida Fenn is ill"),
        node("old-answer", "old", "assistant", "Sorry."),
        node("new", "root", text="my boss is ill"),
        node("answer", "new", "assistant", "Oh."),
        leaf="answer",
    )
    assert got == [
        ("person", "my boss Ida Fenn is ill", True),
        ("assistant", "Sorry.", True),
        ("person", "my boss is ill", False),
        ("assistant", "Oh.", False),
    ]


def test_a_missing_current_node_means_the_last_message_without_an_answer():
    got = texts(node("a", "root", text="1"), node("x", "a", text="2"), node("y", "a", text="3"))
    assert got == [("person", "1", False), ("person", "2", True), ("person", "3", False)]


def test_a_circle_of_parents_ends():
    got = texts(node("a", "b", text="1"), node("b", "a", text="2"), leaf="b")
    assert [text for _, text, _ in got] == ["1", "2"]


def test_a_message_that_is_its_own_parent_ends():
    assert texts(node("a", "a", text="1"), leaf="a") == [("person", "1", False)]


def test_messages_whose_parent_is_missing_are_kept():
    assert {text for _, text, _ in texts(node("a", "gone", text="1"), node("b", "gone too", text="2"))} == {
        "1",
        "2",
    }


@pytest.mark.parametrize(
    "hidden",
    [
        {"role": "system"},
        {"metadata": {"is_visually_hidden_from_conversation": True}},
        {"role": "assistant", "recipient": "python"},
        {"role": "assistant", "content": {"content_type": "thoughts", "thoughts": [{"content": "hm"}]}},
        {"role": "assistant", "content": {"content_type": "reasoning_recap", "content": "Thought for 3s"}},
        {"role": "tool", "content": {"content_type": "tether_browsing_display", "result": "x"}},
        {"role": "tool"},
    ],
)
def test_what_the_screen_never_shows_is_left_out(hidden):
    assert texts(node("a", "root", text="seen"), node("b", "a", **hidden), leaf="b") == [
        ("person", "seen", False)
    ]


def test_custom_instructions_open_the_first_chat_that_has_them_and_only_that():
    context = {
        "content_type": "user_editable_context",
        "user_profile": "I am Mika from Saltmere.",
        "user_instructions": "Be brief.",
    }
    hidden = {"is_visually_hidden_from_conversation": True}
    one = chat(node("a", "root", content=context, metadata=hidden), node("b", "a", text="hi"), leaf="b")
    first, second = read(one, one)
    assert [m.text for m in first.messages] == ["I am Mika from Saltmere.", "Be brief.", "hi"]
    assert {m.author for m in first.messages} == {"person"}
    assert [m.text for m in second.messages] == ["hi"]


def test_pictures_sounds_and_files_are_named():
    parts = [
        {"content_type": "image_asset_pointer", "asset_pointer": "sediment://file_1"},
        {"content_type": "audio_transcription", "text": "said aloud"},
        {"content_type": "audio_asset_pointer", "asset_pointer": "file-service://2"},
        "typed",
        {"strange": 1},
    ]
    content = {"content_type": "multimodal_text", "parts": parts}
    files = {
        "attachments": [
            {"name": "cv mika tarn.pdf", "mime_type": "application/pdf"},
            {"mime_type": "image/png"},
        ]
    }
    ((_, text, _),) = texts(node("a", "root", content=content, metadata=files), leaf="a")
    assert text.split("\n") == [
        "[picture]",
        "said aloud",
        "[sound]",
        "typed",
        "[file]",
        "[file: cv mika tarn.pdf]",
    ]


def test_code_that_the_assistant_shows_is_read():
    content = {"content_type": "code", "language": "python", "text": "print(1)"}
    assert texts(node("a", "root", "assistant", content=content), leaf="a") == [
        ("assistant", "print(1)", False)
    ]


@pytest.mark.parametrize(
    ("value", "year"),
    [
        (1704067200.5, 2024),
        (1704067200, 2024),
        (None, None),
        (0, None),
        ("soon", None),
        (1e300, None),
        (True, None),
    ],
)
def test_times_are_utc_or_none(value, year):
    message = read(chat(node("a", "root", create_time=value), leaf="a"))[0].messages[0]
    assert (message.time and message.time.year) == year
    assert message.time is None or message.time.utcoffset().total_seconds() == 0


def test_halves_of_letters_are_repaired():
    raw = json.dumps([chat(node("a", "root", text="HERE"), leaf="a", title="HERE")])
    raw = raw.replace("HERE", r"\ude00 ok \ud83d \ud83d\ude00")
    (got,) = read_export(raw.encode()).chats
    assert got.title == got.messages[0].text == "� ok � 😀"


def test_an_object_with_the_key_conversations_is_read():
    raw = json.dumps({"version": 2, "conversations": [chat(node("a", "root"), leaf="a")], "more": [1]})
    trail = read_export(raw.encode())
    assert (len(list(trail.chats)), trail.skipped) == (1, [])


def test_a_chat_without_title_or_id_gets_both():
    raw = chat(node("a", "root"), leaf="a")
    del raw["title"], raw["conversation_id"]
    (got,) = read(raw)
    assert got.title == "Untitled"
    assert got.id
    assert got.source == "ChatGPT"


def test_a_damaged_part_of_a_chat_is_left_out_and_named():
    mapping = {"root": 5, "x": {"message": {"content": "no"}}, **node("a", None, text="kept")}
    trail = read_export(json.dumps([{"title": "Kites", "mapping": mapping}]).encode())
    assert [m.text for c in trail.chats for m in c.messages] == ["kept"]
    assert trail.skipped == ["In the chat “Kites”, damaged parts were left out (2)."]


def test_a_chat_of_the_wrong_shape_is_named_and_the_rest_is_read():
    good = chat(node("a", "root"), leaf="a")
    trail = read_export(json.dumps([good, {"title": "Broken", "mapping": [1]}, 7, good]).encode())
    assert len(list(trail.chats)) == 2
    assert trail.skipped == [
        "The chat “Broken” has no readable messages and was left out.",
        "Entry number 3 in this file is not a chat and was left out.",
    ]
