import csv
import io
import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
import vobject

from privlessons.records import PlainError
from privlessons.rights.calendar import calendar_file, entries
from privlessons.rights.requests import Request, next_step
from privlessons.rights.sample import mikas_requests
from privlessons.rights.tracker import Tracker

ON = date(2026, 9, 1)


@pytest.fixture
def tracker(tmp_path):
    return Tracker(tmp_path / "new folder" / "requests.json")


def asked(tracker, kind="erasure", place="DE", service="ChatGPT", **more):
    return tracker.add(kind, service, place, ON, sent=ON, received=ON, **more)


def test_what_is_added_is_there_for_the_next_page_and_numbers_go_up(tracker):
    assert tracker.all() == ()
    first, second = asked(tracker), asked(tracker, "access", "US-CA", "Çhat, “GPT”; محمد")
    assert (first.id, second.id) == (1, 2)
    assert Tracker(tracker.path).all() == (first, second)
    assert tracker.change(2, answered=date(2026, 9, 5), outcome="part").outcome == "part"
    assert Tracker(tracker.path).get(2).answered == date(2026, 9, 5)


def test_it_holds_no_name_and_no_mail_address(tracker):
    asked(tracker)
    [row] = json.loads(tracker.export())["requests"]
    assert not {"name", "email", "account"} & row.keys()


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b"\xff\xfe", b'{"version": 1, "requests": 7}', b"[" * 9999]
)
def test_a_damaged_file_is_set_aside_and_told_and_nothing_is_lost(tracker, damage):
    asked(tracker)
    tracker.path.write_bytes(damage)
    again = Tracker(tracker.path)
    assert again.all() == ()
    assert tracker.path.read_bytes() == damage  # reading changes nothing
    new = asked(again, "access")
    [aside] = again.set_aside()
    assert aside.read_bytes() == damage
    assert any(aside.name in sentence for sentence in again.told)
    assert Tracker(tracker.path).all() == (new,)


def test_sound_requests_of_a_damaged_file_go_on(tracker):
    kept = asked(tracker)
    rows = json.loads(tracker.path.read_text("utf-8"))
    first = rows["requests"][0]
    rows["requests"] += [
        {"id": 2},
        5,
        {**first, "id": 3, "place": "Atlantis"},
        {**first, "id": 4, "sent": ""},
    ]
    tracker.path.write_text(json.dumps(rows))
    again = Tracker(tracker.path)
    assert again.all() == (kept,)
    assert asked(again).id == 2
    assert len(again.all()) == 2
    assert len(again.set_aside()) == 1


def test_a_refused_change_leaves_a_damaged_file_as_it_is(tracker):
    kept = asked(tracker)
    rows = json.loads(tracker.path.read_text("utf-8"))
    tracker.path.write_text(json.dumps({**rows, "requests": [*rows["requests"], 5]}))
    with pytest.raises(PlainError, match="before the request arrived"):
        tracker.change(kept.id, answered=date(2020, 1, 1))
    assert Tracker(tracker.path).all() == (kept,)
    assert tracker.set_aside() == []


def test_erasing_takes_the_file_and_what_was_set_aside(tracker):
    asked(tracker)
    tracker.path.write_bytes(b"broken")
    asked(tracker)
    assert tracker.erase() == 1
    assert [path.name for path in tracker.path.parent.iterdir()] == []
    assert tracker.all() == ()


def test_one_request_can_be_erased_alone(tracker):
    asked(tracker)
    second = asked(tracker)
    assert tracker.erase(1) == 1
    assert tracker.all() == (second,)
    with pytest.raises(PlainError, match="no request number 1"):
        tracker.erase(1)


def test_a_formula_stays_text_in_the_table(tracker):
    for value in ("=cmd()", "+1", "-1", "@SUM(A1)"):
        asked(tracker, service=value, note=f"{value}, “x”\nand more")
    rows = list(csv.DictReader(io.StringIO(tracker.as_csv(ON))))
    assert [row["service"] for row in rows] == ["'=cmd()", "'+1", "'-1", "'@SUM(A1)"]
    assert all(row["note"].startswith("'") for row in rows)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"received": date(2026, 8, 1)}, "before it was sent"),
        ({"answered": date(2026, 8, 1)}, "before the request arrived"),
        ({"received": None, "answered": ON}, "First say when"),
        ({"outcome": "maybe"}, "How did they answer"),
        ({"kind": "revenge"}, "no request called"),
        ({"place": "Atlantis"}, "We know no place"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(tracker, changes, words):
    kept = asked(tracker)
    with pytest.raises(PlainError, match=words):
        tracker.change(1, **changes)
    assert tracker.all() == (kept,)


def request(kind="access", place="IE", **more):
    return Request(1, kind, "ChatGPT", place, ON, **{"sent": ON, "received": ON, **more})


@pytest.mark.parametrize(
    ("made", "on", "status"),
    [
        (request(sent=None, received=None), ON, "not sent"),
        (request(received=date(2026, 9, 4)), ON, "on its way"),
        (request(), date(2026, 10, 1), "waiting"),
        (request(), date(2026, 10, 2), "late"),
        (request(place="US-CA"), date(2026, 10, 16), "in doubt"),
        (request(place="US-CA"), date(2026, 10, 17), "late"),
        (request(longer=date(2026, 9, 20)), date(2026, 11, 20), "waiting"),
        (request(longer=date(2026, 10, 20)), date(2026, 11, 20), "late"),
        (request("withdrawal"), date(2027, 1, 1), "due at once"),
        (request(place="other"), date(2027, 1, 1), "no set day"),
        (request(answered=date(2026, 9, 9), outcome="all"), date(2027, 1, 1), "answered"),
        (request(answered=date(2026, 9, 9), outcome="no"), date(2027, 1, 1), "not settled"),
        (request(done=True), date(2027, 1, 1), "put aside"),
    ],
)
def test_how_a_request_stands(made, on, status):
    step = next_step(made, on)
    assert step.status == status
    assert step.words.endswith((".", "?"))


@pytest.mark.parametrize(
    ("day", "words"), [(29, "2 days from now."), (30, "one day from now."), (31, "that is today.")]
)
def test_the_days_that_are_left_are_said_in_words(day, words):
    made = request(received=date(2026, 9, 30))  # one month: the 30th of October, a Friday
    assert next_step(made, date(2026, 10, day - 1)).words.endswith(f"30 October 2026, {words}")


def test_who_is_late_hears_to_whom_one_can_complain():
    assert "data protection authority" in next_step(request(), date(2026, 12, 1)).words
    assert "time when it was over" in next_step(request(longer=date(2026, 10, 20)), date(2026, 12, 1)).words


def test_another_library_reads_the_calendar_with_its_reminders():
    name = "José, محمد; =cmd() {{7*7}}"
    made = request("erasure", "US-CA")
    found = vobject.readOne(calendar_file(entries(made, name), datetime(2026, 9, 1, 8, tzinfo=UTC)).decode())
    due, late = found.vevent_list
    assert due.dtstart.value == date(2026, 10, 15)
    assert late.dtstart.value == date(2026, 10, 17)
    assert [alarm.trigger.value for alarm in due.valarm_list] == [timedelta(days=-3), timedelta(hours=9)]
    assert name in due.description.value
    assert "ChatGPT" in due.summary.value
    assert len({event.uid.value for event in found.vevent_list}) == 2


def test_without_a_rule_the_calendar_says_that_the_day_is_our_suggestion():
    [entry] = entries(request("objection", "US-CA"))
    assert "our suggestion" in entry.words
    assert entries(request(sent=None, received=None)) == ()


def test_mikas_list_shows_several_ways_to_stand():
    for today in (date(2026, 11, 25), date(2027, 2, 28)):
        assert len({next_step(r, today).status for r in mikas_requests(today)}) == 4


def test_letters_that_are_on_no_list_do_not_push_each_other_out_of_a_calendar():
    made = [
        replace(request(kind), id=0, service=to)
        for kind in ("access", "erasure")
        for to in ("ChatGPT", "Claude")
    ]
    found = vobject.readOne(calendar_file([e for r in made for e in entries(r)], datetime.now(UTC)).decode())
    assert len({event.uid.value for event in found.vevent_list}) == 2 * len(made)
