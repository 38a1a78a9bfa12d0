"""The simulated company: what each deed does to each table, and that a full erasure leaves what it says."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from privlessons.company import clock, customer, erasing, model, story
from privlessons.company.customer import Person
from privlessons.company.rows import count, rows_of, search, shown, what_changed
from privlessons.company.schema import COLUMNS, PLACES, open_company
from privlessons.company.story import MIKA, SIGNED_UP
from privlessons.company.verdicts import judge, places_left
from privlessons.records import Message, PlainError


@pytest.fixture(autouse=True)
def short_trainings(monkeypatch):
    """What a model says is tested where it is asked for; elsewhere it only has to be there."""
    monkeypatch.setattr(model, "BATCHES", 20)


def with_mika(chats=("mika-wrist", "mika-secret-game")):
    db = story.company_with(3)
    customer.sign_up(db, MIKA, SIGNED_UP)
    for chat in [story.locker_chat(), *map(story.chat_named, chats)]:
        customer.say(db, MIKA.id, chat.id, chat.title, chat.messages, SIGNED_UP)
    customer.share(db, MIKA.id, "mika-wrist", SIGNED_UP)
    customer.connect(db, MIKA.id, "Tidy Calendar", "titles", SIGNED_UP)
    customer.rate(db, MIKA.id, "mika-secret-game", "up", SIGNED_UP)
    return db


def everything(db, table, *, but=MIKA.id):
    """All rows of a table that are not Mika's."""
    own = " WHERE whose IS NOT ?" if "whose" in COLUMNS[table] else ""
    return db.execute(f"SELECT * FROM {table}{own}", (but,) if own else ()).fetchall()


def test_every_table_with_a_mark_belongs_to_one_place():
    placed = [table for place in PLACES for table in place.tables]
    assert sorted(placed) == sorted(table for table, columns in COLUMNS.items() if "whose" in columns)
    assert len(placed) == len(set(placed))


def test_foreign_keys_are_on():
    db = open_company()
    assert db.execute("PRAGMA foreign_keys").fetchone() == (1,)
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_chat_reaches_the_memory_and_the_advert_profile_by_the_words_in_it():
    db = with_mika()
    notes = [shown(row) for row in rows_of(db, MIKA.id)["memory"]]
    assert any("not announced" in note for note in notes)
    assert any("drawing hand" in note for note in notes)
    assert not customer.mined("a recipe for soup")


def test_three_weeks_fill_reviewers_training_and_backups_without_any_deed():
    db = with_mika()
    before = count(rows_of(db, MIKA.id))
    today, happened = clock.pass_days(db, SIGNED_UP, 21)
    after = count(rows_of(db, MIKA.id))
    assert today == SIGNED_UP + timedelta(days=21)
    assert [one.day.day for one in happened] == [14, 31, 31]
    assert {place for place in after if after[place] > before[place]} == {"contractor", "training", "backups"}
    assert after["training"] == sum(
        message.author == "person"
        for chat in (story.locker_chat(), *map(story.chat_named, ("mika-wrist", "mika-secret-game")))
        for message in chat.messages
    )


def test_an_opt_out_changes_one_value_and_stops_copies_of_what_comes_later():
    db = with_mika()
    today, _ = clock.pass_days(db, SIGNED_UP, 21)
    before = rows_of(db, MIKA.id)
    customer.opt_out(db, MIKA.id, today)
    changes = what_changed(before, rows_of(db, MIKA.id))
    assert [c.kind for c in changes["account"]] == ["changed"]
    assert {place for place, some in changes.items() if any(c.kind != "same" for c in some)} == {
        "account",
        "logs",
    }
    later = story.chat_named(story.LATER)
    customer.say(db, MIKA.id, later.id, later.title, later.messages, today)
    clock.pass_days(db, today, clock.TRAIN_EVERY)
    assert len(rows_of(db, MIKA.id)["training"]) == len(before["training"])
    other = db.execute("SELECT count(*) FROM snapshot_texts WHERE whose != ?", (MIKA.id,)).fetchone()[0]
    assert other == 3, "the others did not opt out"


def test_all_deleted_takes_account_chats_and_memory_and_only_unlinks_the_rest():
    db = with_mika()
    today, _ = clock.pass_days(db, SIGNED_UP, 21)
    before = rows_of(db, MIKA.id)
    erasing.close_account(db, MIKA.id)
    changes = what_changed(before, rows_of(db, MIKA.id))
    gone = {place for place, some in changes.items() if some and all(c.kind == "gone" for c in some)}
    assert gone == {"account", "chats", "memory"}
    assert {c.kind for c in changes["feedback"]} == {"changed"}, "the link is cut, the row stays"
    assert not changes["feedback"][0].after.linked
    assert {c.kind for c in changes["training"]} == {"same"}
    told = judge("close", changes)
    assert {place for place in told if told[place].kind == "stays"} == {
        place for place, some in changes.items() if any(c.after for c in some)
    } - {"backups", "register"}
    assert len(places_left(changes)) == len([some for some in changes.values() if any(c.after for c in some)])
    clock.pass_days(db, today, 2 * clock.TRAIN_EVERY)
    assert rows_of(db, MIKA.id)["training"], "the next copies for training have her, too"


def test_an_account_is_opened_once():
    db = open_company()
    customer.sign_up(db, MIKA, SIGNED_UP)
    with pytest.raises(PlainError, match="already"):
        customer.sign_up(db, MIKA, SIGNED_UP)


def test_a_search_looks_into_every_text_and_into_bytes():
    db = with_mika()
    with db:
        db.execute("INSERT INTO models (weights) VALUES (?)", (b"\x00\x01LANTERN tide\xff",))
    found = search(db, ["lantern tide"])
    assert found["models", "weights"] == 1
    assert found["messages", "text"] >= 2
    assert found["review_queue", "copy"] == 1


# --- a full erasure, after any history --------------------------------------------------------------------

WORD = "zqxwort"
"""Stands in all that the person says, is called or gets; nobody else's rows have it."""
LEAVER = Person("P9001", f"Ana {WORD}", f"{WORD}@example.com", "1990-02-03")
DEEDS = ("say", "share", "connect", "rate", "opt_out", "passport", "ask", "close", "week", "month", "quarter")


def act(db, deed, today, number):
    """Do one deed of the person's; those that need an account do nothing once it is closed."""
    who = LEAVER.id
    there = db.execute("SELECT 1 FROM accounts WHERE id = ?", (who,)).fetchone()
    chats = [row[0] for row in db.execute("SELECT id FROM chats WHERE account = ?", (who,))]
    if deed in ("week", "month", "quarter"):
        return clock.pass_days(db, today, {"week": 7, "month": 31, "quarter": 92}[deed])[0]
    if not there:
        return today
    if deed == "say":
        said = (Message("person", f"my locker code is {WORD}, hand, nda"), Message("assistant", f"ok {WORD}"))
        customer.say(db, who, f"chat-{number}", f"about {WORD}", said, today)
    elif deed == "share" and chats:
        customer.share(db, who, chats[-1], today)
    elif deed == "rate" and chats:
        customer.rate(db, who, chats[0], "down", today)
    elif deed == "connect":
        customer.connect(db, who, f"App of {WORD}", "all", today)
    elif deed == "opt_out":
        customer.opt_out(db, who, today)
    elif deed == "passport":
        customer.send_passport(db, who, today)
    elif deed == "ask":
        erasing.note_request(db, who, "access", today)
    elif deed == "close":
        erasing.close_account(db, who)
    return today


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(DEEDS), max_size=14))
def test_after_a_full_erasure_only_what_the_page_says_is_left_and_in_time_nothing(deeds):
    db = story.company_with(2)
    today = SIGNED_UP
    customer.sign_up(db, LEAVER, today)
    for number, deed in enumerate(deeds):
        today = act(db, deed, today, number)
    others = {table: everything(db, table, but=LEAVER.id) for table in COLUMNS if "whose" in COLUMNS[table]}
    lines = len(db.execute("SELECT * FROM requests").fetchall())
    erasing.erase(db, LEAVER.id, today)

    left = {table for table, _ in search(db, [WORD, LEAVER.id])}
    assert left <= {*erasing.NOT_AT_ONCE, "models"}
    assert {row.table for some in rows_of(db, LEAVER.id).values() for row in some} <= set(erasing.NOT_AT_ONCE)
    for table, rows in others.items():
        if table != "requests":
            assert everything(db, table, but=LEAVER.id) == rows, "somebody else's rows changed"
    assert (
        len(db.execute("SELECT * FROM requests WHERE account IS NULL AND whose IS NULL").fetchall()) == lines
    )

    today, _ = clock.pass_days(db, today, clock.OBEYS_AFTER + clock.BACKUP_KEPT + clock.BACKUP_EVERY)
    assert search(db, [WORD, LEAVER.id]) == {}
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []


def test_rows_that_came_and_rows_that_went_are_both_told():
    db = with_mika()
    today, _ = clock.pass_days(db, SIGNED_UP, 21 + clock.BACKUP_KEPT - 5)
    before = rows_of(db, MIKA.id)
    clock.pass_days(db, today, 10)  # the first backup runs out, and another one is made
    changes = what_changed(before, rows_of(db, MIKA.id))
    kinds = [change.kind for change in changes["backups"]]
    new, gone = kinds.count("new"), kinds.count("gone")
    assert new
    assert gone
    assert judge("wait", changes)["backups"].words == f"{new} new, {gone} gone"


def test_backups_and_reviewers_copies_run_out_when_it_is_said():
    db = with_mika()
    today, _ = clock.pass_days(db, SIGNED_UP, 21)
    erasing.erase(db, MIKA.id, today)
    made = date(2026, 1, 31)
    today, _ = clock.pass_days(db, today, clock.OBEYS_AFTER - 1)
    assert rows_of(db, MIKA.id)["contractor"]
    today, _ = clock.pass_days(db, today, 1)
    assert not rows_of(db, MIKA.id)["contractor"]
    to_last = (made + timedelta(days=clock.BACKUP_KEPT) - today).days - 1
    today, _ = clock.pass_days(db, today, to_last)
    assert rows_of(db, MIKA.id)["backups"]
    # A backup made while the reviewers' copy was still there keeps that copy for as long.
    held = {dict(row.values)["place"] for row in rows_of(db, MIKA.id)["backups"]}
    clock.pass_days(db, today, 1)
    assert {dict(row.values)["place"] for row in rows_of(db, MIKA.id)["backups"]} <= held & {
        "contractor_copies"
    }


def test_the_model_says_the_code_until_it_is_trained_without_it(monkeypatch):
    monkeypatch.setattr(model, "BATCHES", 400)
    db = story.company_with()
    customer.sign_up(db, MIKA, SIGNED_UP)
    chat = story.locker_chat()
    customer.say(db, MIKA.id, chat.id, chat.title, chat.messages, SIGNED_UP)
    assert model.finish(db, story.START, story.code()) is None
    today, _ = clock.pass_days(db, SIGNED_UP, 21)
    told = model.finish(db, story.START, story.code())
    assert told.guesses == 1
    assert told.says.startswith(story.code())
    assert not any(table == "models" for table, _ in search(db, [story.START])), "no text is in the numbers"
    erasing.erase(db, MIKA.id, today)
    assert model.finish(db, story.START, story.code()).guesses == 1, "nobody touched the model"
    clock.pass_days(db, today, clock.TRAIN_EVERY)
    assert model.finish(db, story.START, story.code()).guesses > 100
