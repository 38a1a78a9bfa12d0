"""The company's file: real SQLite, found in it by its bytes, and nothing to be found once it is locked."""

import sqlite3
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from privlessons.datasets import load_chats
from privlessons.records import Chat, Message, PlainError
from privlessons.storage.chat_file import look, places_of, read_chats, write_chats
from privlessons.storage.locks import lock, new_key

WORDS = "Lantern Tide"


@pytest.fixture(scope="module")
def mikas():
    return [town.chat for town in load_chats() if town.person == "P0417"]


def test_another_program_reads_the_same_rows_from_the_disk(mikas, tmp_path):
    data = write_chats(mikas)
    (tmp_path / "chats.db").write_bytes(data)
    base = sqlite3.connect(tmp_path / "chats.db")
    texts = [text for (text,) in base.execute("SELECT text FROM messages")]
    base.close()
    assert texts == [m.text for chat in mikas for m in chat.messages] == [r.text for r in read_chats(data)]


def test_every_message_stands_whole_in_the_open_file_and_nowhere_in_the_locked_one(mikas):
    data = write_chats(mikas)
    locked = lock(data, new_key())
    for message in chain.from_iterable(chat.messages for chat in mikas):
        assert places_of(data, message.text)
        assert not places_of(locked, message.text)
    with pytest.raises(PlainError, match="locked"):
        read_chats(locked)


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=60), st.text(min_size=1, max_size=3), st.integers(1, 8), st.integers(0, 300))
def test_a_look_shows_the_bytes_and_marks_every_hit(text, words, rows, at):
    data = text.encode()
    seen = look(data, at, rows, words)
    assert len(seen) == min(rows, -(-len(data) // 16))
    for row in seen:
        assert data[row.at : row.at + 16] == row.data
        near = data.lower()
        sought = words.encode().lower()
        expected = {
            n
            for n in range(len(row.data))
            if any(near.startswith(sought, row.at + n - k) for k in range(len(sought)) if row.at + n >= k)
        }
        assert row.hits == expected
    if seen and at < len(data):
        assert any(row.at <= at < row.at + 16 for row in seen)


def test_accents_and_marks_of_the_language_survive():
    chat = Chat("x", "a 'title'; DROP TABLE", (Message("person", "schön, שלום 🦎"),))
    [row] = read_chats(write_chats([chat]))
    assert (row.chat, row.text) == ("a 'title'; DROP TABLE", "schön, שלום 🦎")
    assert len(places_of(write_chats([chat]), "🦎")) == 1
