import asyncio

import pytest
from tests.activities.cards import done, said

from privlessons.activities.trail_day import guess_how_many, one_day
from privlessons.activities.trail_sources import switch_sources
from privlessons.activities.trail_town import many_people
from privlessons.activities.trail_views import FACTS, behind, board, judge, looks
from privlessons.lesson import open_lesson
from privlessons.records import Conclusion, Event
from privlessons.town_trails import MIKAS_DAY, day_of, mika
from privlessons.trail import SOURCES, conclude

ZONE = MIKAS_DAY.tzinfo


@pytest.fixture
def lesson(tmp_path, monkeypatch):
    monkeypatch.setenv("PRIVLESSONS_HOME", str(tmp_path))
    monkeypatch.setenv("PRIVLESSONS_PLACE", "own")
    return open_lesson("01-follow-your-data-trail", own_data=True)


def press(card, *names):
    async def go():
        for name in names:
            card.controls[name].click()
            await done()

    asyncio.run(go())


# --- verdicts ---------------------------------------------------------------------------------------------


def wrong(kind, value):
    return Conclusion(kind, "A sentence.", value, 0.5, (0,), 1)


def test_every_fact_on_the_list_is_true_of_mika():
    assert [fact.kind for fact in judge((), mika().life)] == list(FACTS)
    assert {fact.verdict for fact in judge((), mika().life)} == {"silent"}


def test_a_wrong_answer_is_wrong_and_a_wrong_one_beside_a_right_one_is_partly_right():
    life = mika().life
    right = wrong("interest", life.interests[0])
    for answers, verdict in (
        ([wrong("interest", "opera")], "wrong"),
        ([wrong("interest", "opera"), right], "partly"),
        ([right], "right"),
    ):
        facts = {fact.kind: fact.verdict for fact in judge(answers, life)}
        assert facts["interest"] == verdict


def test_the_board_has_the_same_rows_whatever_is_known():
    full, none = judge(conclude(mika().events), mika().life), judge((), mika().life)
    assert board(full).count("<tr>") == board(none).count("<tr>") == len(FACTS) + 1
    hidden = board(full, told=1)
    assert "Weir Street" in hidden
    assert "under 20,000" not in hidden


def test_records_are_shown_as_text():
    for source in SOURCES:
        bad = Event(MIKAS_DAY, source, "<script>alert(1)</script>", who="<b>x</b>", amount=1.0)
        assert "<script>" not in looks(bad, ZONE)
        assert "<b>x" not in looks(bad, ZONE)


def test_each_conclusion_of_the_day_shows_records_of_the_day():
    day = day_of(mika().events)
    for fact in judge(conclude(day), mika().life):
        shown = behind(fact, day, ZONE)
        assert shown.count("<li>") >= len(fact.said)
        assert ("says nothing" in shown) == (fact.verdict == "silent")


# --- the day ----------------------------------------------------------------------------------------------


def test_nothing_is_concluded_before_the_learner_asks(lesson):
    card = one_day(lesson)
    press(card, "start")
    assert "records from 6 sources" in said(card)
    assert "The program says" not in said(card)
    assert lesson.kept("numbers", "right-from-one-day") is None


def test_conclusions_come_one_by_one_each_with_its_records(lesson):
    card = one_day(lesson)
    press(card, "start", "next")
    assert "Home is 22 Weir Street" in said(card)
    assert card.state["told"] == 1
    assert "marked" in said(card)
    press(card, "next")
    assert "Place of work: the program says nothing" in said(card)


def test_the_result_stands_beside_the_guess_with_this_runs_numbers(lesson):
    guess = guess_how_many(lesson)
    guess.controls["choice"].picked = [0]
    guess.controls["lock"].click()
    card = one_day(lesson)
    press(card, "start", "all")
    day = day_of(mika().events)
    right = sum(fact.verdict == "right" for fact in judge(conclude(day), mika().life))
    assert card.state["right"] == right == lesson.kept("numbers", "right-from-one-day")
    assert "None or one" in said(card)
    assert f"got {right} of {len(FACTS)} facts right" in said(card)

    card.controls["look"].picked = [list(FACTS).index("health")]
    assert card.state["looked"] == "health"
    assert "wrist splint" in said(card)


# --- four weeks, fewer sources ----------------------------------------------------------------------------


def test_the_chats_alone_still_tell_where_mika_lives(lesson):
    card = switch_sources(lesson)
    press(card, "start")
    everything = card.state["right"]
    press(card, "alone")
    assert card.state["on"] == ["chats"]
    assert card.state["verdicts"]["home"] == "right"
    assert 3 <= card.state["right"] < everything
    assert "Only the chats are left" in said(card)
    assert lesson.kept("numbers", "right-from-chats-alone") == card.state["right"]


def test_a_source_that_is_off_is_not_among_the_records_shown(lesson):
    card = switch_sources(lesson)
    press(card, "start")
    card.controls["on"].picked = [i for i, source in enumerate(SOURCES) if source != "location"]
    for i in range(len(FACTS)):
        card.controls["look"].picked = [i]
        assert "· location" not in said(card)


def test_without_any_source_nothing_is_said(lesson):
    card = switch_sources(lesson)
    press(card, "start")
    card.controls["on"].picked = []
    assert card.state["right"] == 0
    assert set(card.state["verdicts"].values()) == {"silent"}
    assert "All is off" in said(card)


# --- many people ------------------------------------------------------------------------------------------


def test_many_people_are_counted_and_failures_are_shown(lesson, monkeypatch):
    monkeypatch.setattr("privlessons.activities.trail_town.PEOPLE", 40)
    card = many_people(lesson)
    press(card, "start")
    assert card.state["people"] == 40
    assert card.state["right"]["home"] >= 38
    press(card, "fail")
    assert "Wrong." in said(card)


def test_cancel_counts_those_who_were_done(lesson):
    async def stop():
        card = many_people(lesson)
        card.controls["start"].click()
        await asyncio.sleep(0.3)
        card.controls["cancel"].click()
        await done()
        return card

    card = asyncio.run(stop())
    assert 0 < card.state["people"] < 100
    assert "You stopped early" in said(card)
