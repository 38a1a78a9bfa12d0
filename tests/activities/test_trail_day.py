import asyncio
import json
import re
from html import escape

import pytest
from tests.activities.cards import done, said
from tests.offline import ROOT

from privlessons.activities.trail_day import guess_how_many, one_day
from privlessons.activities.trail_sources import switch_sources
from privlessons.activities.trail_town import many_people
from privlessons.activities.trail_views import FACTS, TOO_LITTLE, behind, board, judge, looks
from privlessons.records import Conclusion, Event
from privlessons.town_trails import MIKAS_DAY, day_of, four_weeks, make_lives, mika
from privlessons.trail import SOURCES, conclude
from privlessons.trail_score import find_failures

LESSON = "01-follow-your-data-trail"
ZONE = MIKAS_DAY.tzinfo
NOTEBOOK = ROOT / "notebooks" / "01-follow-your-data-trail.ipynb"


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


def test_every_fact_has_its_turn_before_all_are_counted(lesson):
    card = one_day(lesson)
    press(card, "start")
    for told in range(1, len(FACTS) + 1):
        press(card, "next")
        assert card.state["told"] == told
        assert card.state["looked"] == list(FACTS)[told - 1]
        assert card.state["right"] is None
    press(card, "next")
    assert card.state["right"] is not None


def test_the_button_for_the_next_conclusion_stands_above_what_it_brings(lesson):
    card = one_day(lesson)
    press(card, "start", "next")
    places = [next(i for i, part in enumerate(card.children) if inside(part, what)) for what in (
        card.controls["next"], "Home is 22 Weir Street", "The fact</th>"
    )]  # fmt: skip
    assert places == sorted(places)


def inside(part, what):
    """Whether a part is or holds a control, or shows some words."""
    if isinstance(what, str):
        return what in str(getattr(part, "html", "") or getattr(part, "value", ""))
    return part is what or what in getattr(part, "children", ())


@pytest.mark.parametrize("way", [("all",), ("next",) * (len(FACTS) + 1)])
def test_beside_the_result_nothing_is_set_off_until_a_fact_is_picked(lesson, way):
    card = one_day(lesson)
    press(card, "start", *way)
    assert card.state["looked"] == ""
    assert card.state["lit"] == 0
    assert "are marked" not in said(card)
    card.controls["look"].picked = [len(FACTS) - 1]
    assert card.state["lit"] > 0


def test_the_first_button_says_that_one_has_to_wait(lesson):
    async def begin():
        card = one_day(lesson)
        card.controls["start"].click()
        await asyncio.sleep(0.05)
        seen = card.controls["start"].description, said(card), card.controls["start"] in card.children
        await done()
        return seen

    label, shown, there = asyncio.run(begin())
    assert label == "One moment …"
    assert "progressbar" in shown
    assert there, "the keyboard's focus is lost with a button that goes away"


def test_a_day_without_a_mistake_is_not_called_wrong(lesson):
    card = one_day(lesson)
    press(card, "start", "all")
    facts = judge(conclude(day_of(mika().events)), mika().life)
    assert not {fact.verdict for fact in facts} & {"wrong", "partly"}
    assert "it made no mistake" in said(card)
    assert "which ones are wrong" not in said(card)


def test_one_night_is_not_called_most_nights():
    found = conclude(day_of(mika().events))
    home = next(one for one in found if one.kind == "home")
    assert home.rests_on == 1
    assert "the one night" in home.text
    whole = next(one for one in conclude(mika().events) if one.kind == "home")
    assert "most nights" in whole.text


def test_where_the_program_says_nothing_it_is_said_what_it_lacks():
    for fact in judge((), mika().life):
        assert TOO_LITTLE[fact.kind] in behind(fact, (), ZONE)
    assert "You may see more" in TOO_LITTLE["sleep"]


def test_after_a_reload_it_is_said_that_the_day_starts_anew(lesson):
    for build, step in ((one_day, ("start", "all")), (switch_sources, ("start",))):
        card = build(lesson)
        assert "starts anew" not in said(card)
        press(card, *step)
        assert "starts anew" in said(build(lesson))


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


def test_a_clients_wife_in_a_pasted_mail_is_not_mikas(lesson):
    """Her life is known: whom it doesn't name is marked, beside those who are right."""
    card = switch_sources(lesson)
    press(card, "start", "alone")
    assert card.state["verdicts"]["person"] == "partly"
    assert "“wife” is not true of her" in said(card)
    table = next(part.value for part in card.children if "The truth" in str(getattr(part, "value", "")))
    assert re.search(r"wife <mark[^>]*>not true", table)
    card.controls["look"].picked = [list(FACTS).index("person")]
    assert "my wife does the books" in said(card)


@pytest.mark.parametrize(
    ("value", "right"),
    [
        ("mum", True),
        ("Lorna", True),
        ("brother Finn", True),
        ("Ruth", True),
        ("wife", False),
        ("brother", True),
        ("wife Lorna", False),
        ("Roger", False),
    ],
)
def test_people_are_right_if_mikas_life_bears_out_all_that_is_said(value, right):
    facts = {fact.kind: fact for fact in judge([wrong("person", value)], mika().life)}
    assert facts["person"].true == (right,)


def test_what_counts_as_right_is_said_below_the_board_and_the_truth_bears_it_out():
    life = mika().life
    for events in (mika().events, day_of(mika().events)):
        facts = judge(conclude(events), life)
        assert "none is false" in board(facts)
        for fact in facts:
            assert (fact.verdict == "right") == (bool(fact.true) and all(fact.true)), fact
        likes = next(fact for fact in facts if fact.kind == "interest")
        assert {one.value for one in likes.said} <= set(likes.truth.split(", "))
    assert "Lorna (mum)" in board(facts)


def test_it_is_said_that_the_chats_are_older_than_the_four_weeks(lesson):
    card = switch_sources(lesson)
    assert "Of the chats it gets more" in said(card)
    press(card, "start")
    oldest = min(event.time for event in mika().events if event.source == "chats")
    assert f"The chats go back to {oldest.day} {oldest:%B %Y}" in said(card)
    old = [event.source for event in mika().events if event not in four_weeks(mika().events)]
    assert set(old) == {"chats"}


def test_without_location_and_old_chats_the_home_is_no_longer_told(lesson):
    """As the lesson says below the board."""
    card = switch_sources(lesson)
    press(card, "start")
    card.controls["on"].picked = [i for i, source in enumerate(SOURCES) if source != "location"]
    assert card.state["verdicts"]["home"] == "right"
    card.controls["reach"].picked = [1]
    assert not card.state["old chats"]
    assert card.state["verdicts"]["home"] == "silent"
    assert "No longer right: home" in said(card)
    press(card, "alone")
    assert "The old chats are gone" in said(card)
    assert card.state["right"] > 0


def test_records_behind_a_fact_are_of_the_four_weeks_once_old_chats_are_gone(lesson):
    card = switch_sources(lesson)
    press(card, "start", "alone")
    card.controls["reach"].picked = [1]
    for i in range(len(FACTS)):
        card.controls["look"].picked = [i]
        shown = re.findall(r"\w{3} \d\d (\w{3}), \d\d:\d\d · chats", said(card))
        assert set(shown) <= {"May"}


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
    assert f"Failure 1 of {card.state['failures']}." in said(card)


def test_each_failure_is_shown_once_with_its_person_and_records_invented_ones_too(lesson, monkeypatch):
    monkeypatch.setattr("privlessons.activities.trail_town.PEOPLE", 40)
    card = many_people(lesson)
    press(card, "start")
    names = {life.name for life in make_lives(40)}
    number, seen = card.state["failures"], []
    wrong_ones = sum(card.state["invented"].values())
    assert number >= wrong_ones > 5
    for i in range(1, number + 1):
        press(card, "fail")
        shown = said(card)
        assert f"Failure {i} of {number}." in shown
        assert any(escape(name) in shown for name in names)
        assert "<li>" in shown, "some of the records behind it"
        seen.append(shown)
    assert len(set(seen)) == number
    assert sum("no worry about health" in shown for shown in seen) == card.state["invented"]["health"]
    assert any("for somebody else" in shown for shown in seen)
    assert "the last" in card.controls["fail"].description
    press(card, "fail")
    assert said(card) == seen[0]


def test_a_night_shift_is_told_as_the_reason_for_a_wrong_home(lesson):
    life = next(life for life in make_lives(300) if life.nights)
    [failure] = find_failures([wrong("home", life.work.name)], life)
    assert failure.truth == life.home.name
    assert "at night" in failure.why


def test_the_table_says_how_many_without_a_worry_were_given_one_and_who_is_left_out(lesson, monkeypatch):
    monkeypatch.setattr("privlessons.activities.trail_town.PEOPLE", 80)
    card = many_people(lesson)
    press(card, "start")
    lives = list(make_lives(80))
    without, nights = sum(not life.health for life in lives), sum(life.nights for life in lives)
    assert f"{without} people have no worry about their health" in said(card)
    assert f"<b>{card.state['invented']['health']}</b> of them" in said(card)
    assert ("work at night are left out" in said(card)) == (nights > 0)
    assert "Made up" not in said(card)


def test_the_town_is_judged_by_its_four_weeks_alone(lesson, monkeypatch):
    given = []
    monkeypatch.setattr("privlessons.activities.trail_town.PEOPLE", 3)
    monkeypatch.setattr(
        "privlessons.activities.trail_town.conclude", lambda events: given.append(events) or conclude(events)
    )
    card = many_people(lesson)
    press(card, "start")
    assert given[0] == four_weeks(mika().events) != mika().events


def test_the_focus_goes_to_the_progress_while_people_are_tried(lesson):
    async def look():
        card = many_people(lesson)
        card.controls["start"].click()
        await asyncio.sleep(0.02)
        first = card.children[0].here
        card.controls["cancel"].click()
        await done()
        return first, card.children[0].here

    first, then = asyncio.run(look())
    assert 0 < first < then


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


# --- what the notebook says -------------------------------------------------------------------------------


def test_the_lesson_promises_what_its_cards_show():
    """No mistake in the day, older chats in the second round, and no output before the guess."""
    cells = {c["id"]: c for c in json.loads(NOTEBOOK.read_text("utf-8"))["cells"]}
    words = {name: "".join(cell["source"]) for name, cell in cells.items()}
    assert "comes further down" in words["01-try-first"]
    assert "half a year" in words["01-second-round-first"]
    assert "his wife became hers" in words["01-second-round-after"]
    assert "things bought" in words["01-predict-first"]
    assert cells["01-show-under-the-hood"]["metadata"]["jupyter"]["outputs_hidden"]
