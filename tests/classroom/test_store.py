import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from privlessons.classroom.keeping import Answer
from privlessons.classroom.store import CODE, LETTERS, NotStoredError, Store
from privlessons.classroom.tables import META
from privlessons.classroom.totals import counted
from privlessons.records import PlainError


@pytest.fixture
def store(tmp_path):
    made = Store(f"sqlite:///{tmp_path}/board.sqlite")
    yield made
    made.end()


@pytest.fixture
def room(store):
    return store.new_room()


def answers(room, question, words, start=0):
    return [Answer(room.id, question, f"guest {i}", word) for i, word in enumerate(words, start)]


def test_a_stored_answer_is_synced_to_the_disk(store):
    with store.engine.connect() as db:
        assert db.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert db.exec_driver_sql("PRAGMA synchronous").scalar() == 2  # FULL
        assert db.exec_driver_sql("PRAGMA secure_delete").scalar() == 1


def test_a_code_is_short_and_has_no_letters_that_look_alike(room):
    assert len(room.code) == CODE
    assert not set("01OIL") & set(LETTERS)
    assert set(room.code) <= set(LETTERS)


def test_a_room_is_found_however_its_code_is_typed(store, room):
    assert store.room(f" {room.code.lower()} ") == room
    assert store.room("NOSUCH") is None


def test_only_the_newest_secret_opens_a_room_and_no_secret_is_kept(store, room, tmp_path):
    old, new = store.new_secret(room.id), store.new_secret(room.id)
    assert store.teachers_room(new) == room
    assert store.teachers_room(old) is None
    assert store.teachers_room("") is None
    store.end()
    assert new.encode() not in (tmp_path / "board.sqlite").read_bytes()


def test_a_room_without_a_secret_has_no_teacher(store, room):
    assert store.teachers_room("") is None


def test_answering_again_keeps_the_first_answer(store, room):
    question = store.ask(room.id, "Really?")
    assert store.record(answers(room, question, [True])) == [True]
    assert store.record(answers(room, question, [False])) == [True]
    both = [Answer(room.id, question, "new", False), Answer(room.id, question, "new", True)]
    assert store.record(both) == [False, False]
    assert store.sent(question, "guest 0") is True
    assert store.sent(question, "new") is False
    assert store.sent(question, "nobody") is None
    assert store.tallies(room.id)[0].answered == 2


def test_an_answer_counts_for_the_question_asked_now_in_its_own_open_room_only(store, room):
    first, other = store.ask(room.id, "One?"), store.new_room()
    second = store.ask(room.id, "Two?")
    elsewhere = store.ask(other.id, "Elsewhere?")
    tried = [Answer(room.id, q, "g", yes=True) for q in (first, second, elsewhere, 10**8)]
    assert store.record(tried) == [None, True, None, None]
    store.close(room.id)
    assert store.record([Answer(room.id, second, "late", yes=True)]) == [None]
    with pytest.raises(PlainError, match="closed"):
        store.ask(room.id, "Three?")


def test_a_double_click_asks_once_and_an_earlier_question_is_not_asked_again(store, room):
    first = store.ask(room.id, "One?")
    assert store.ask(room.id, " one?") == first
    store.ask(room.id, "Two?")
    with pytest.raises(PlainError, match="fresh coins"):
        store.ask(room.id, "One?")
    assert len(store.tallies(room.id)) == 2
    assert store.ask(store.new_room().id, "One?") > first


def test_the_store_holds_no_token_and_cannot_lay_a_guests_answers_side_by_side(store, room, tmp_path):
    for text in ("One?", "Two?"):
        question = store.ask(room.id, text)
        store.record([Answer(room.id, question, "the token", yes=True)])
    store.end()
    with sqlite3.connect(tmp_path / "board.sqlite") as db:
        guests = [row[0] for row in db.execute("select guest from answers")]
    assert len(set(guests)) == 2
    assert b"the token" not in (tmp_path / "board.sqlite").read_bytes()


def test_an_erased_room_leaves_nothing_in_the_files_and_its_number_is_not_given_again(store, tmp_path):
    kept, room = store.new_room(), store.new_room()
    store.record(answers(kept, store.ask(kept.id, "Kept?"), [True]))
    store.record(answers(room, store.ask(room.id, "A question to be erased?"), [True] * 30))
    store.erase(room.id)
    assert store.room(room.code) is None
    assert store.last_room() == kept
    assert store.tallies(kept.id)[0].answered == 1
    assert store.new_room().id > room.id
    for file in tmp_path.iterdir():
        assert b"to be erased" not in file.read_bytes(), file.name


def test_all_is_there_after_opening_the_store_again(store, room, tmp_path):
    question = store.ask(room.id, "Really?")
    store.record(answers(room, question, [True] * 25))
    secret, before = store.cookie_secret(), store.tallies(room.id)
    again = Store(f"sqlite:///{tmp_path}/board.sqlite")
    assert again.tallies(room.id) == before
    assert again.cookie_secret() == secret
    assert again.record(answers(room, question, [False])) == [True]
    again.end()


def test_a_full_disk_is_an_error_and_loses_nothing(store, room):
    question = store.ask(room.id, "Really?")
    store.record(answers(room, question, [True] * 15))
    with store.engine.connect() as db:
        pages = db.exec_driver_sql("PRAGMA page_count").scalar()
    from sqlalchemy import event

    @event.listens_for(store.engine, "checkout")
    def full(connection, *_):
        connection.execute(f"PRAGMA max_page_count={pages}")

    with pytest.raises(NotStoredError):
        store.record(answers(room, question, [True] * 500, start=15))
    assert store.tallies(room.id)[0].answered == 15
    assert store.sent(question, "guest 0") is True
    event.remove(store.engine, "checkout", full)
    with store.engine.connect() as db:
        db.exec_driver_sql("PRAGMA max_page_count=1000000")
    assert store.record(answers(room, question, [True] * 500, start=15)) == [True] * 500
    assert store.tallies(room.id)[0].answered == 515


@pytest.mark.parametrize(
    "address", ["", "nonsense", "sqlite:////no/such/folder/x.db", "nosuchdatabase://x", "mysql+nosuch://x/y"]
)
def test_a_store_that_cannot_be_opened_is_one_plain_sentence(address):
    with pytest.raises(PlainError, match="can't be opened"):
        Store(address)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(st.booleans(), max_size=25), max_size=6))
def test_a_tally_is_the_first_full_batches_however_answers_arrive(batches):
    store = Store("sqlite://")
    room = store.new_room()
    question, all_sent, seen = store.ask(room.id, "Really?"), [], {}
    for batch in batches:
        store.record(answers(room, question, batch, start=len(all_sent)))
        all_sent += batch
        tally = store.tallies(room.id)[0]
        assert tally.answered == len(all_sent)
        assert tally.people == counted(len(all_sent))
        assert tally.said_yes == sum(all_sent[: tally.people])
        assert seen.setdefault(tally.people, tally.said_yes) == tally.said_yes
    store.end()


def test_the_tables_can_be_made_in_postgresql_too():
    from sqlalchemy.dialects import postgresql
    from sqlalchemy.schema import CreateTable

    made = [str(CreateTable(table).compile(dialect=postgresql.dialect())) for table in META.sorted_tables]
    assert len(made) == 5
    assert "SERIAL" in "".join(made)
