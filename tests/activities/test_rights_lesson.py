import asyncio
import json
from datetime import date

import pytest
from ipywidgets import HTML
from tests.moves import visit

from privlessons.activities.letter_desk import write_a_letter
from privlessons.activities.request_list import my_requests
from privlessons.activities.site_signs import keep_crawlers_out
from privlessons.activities.todays_steps import GOALS, todays_steps
from privlessons.controls import Live
from privlessons.facts import load_facts
from privlessons.lesson import open_lesson
from privlessons.place import OWN
from privlessons.rights.tracker import FILE

TODAY = date(2026, 11, 25)
STEM = "12-opt-out-for-real"


@pytest.fixture(params=["class", "own"])
def lesson(tmp_path, monkeypatch, request):
    monkeypatch.setenv("PRIVLESSONS_HOME", str(tmp_path))
    monkeypatch.setattr("privlessons.lesson.place", lambda: OWN)
    return open_lesson(STEM, own_data=request.param == "own")


@pytest.fixture
def at_home(tmp_path, monkeypatch):
    monkeypatch.setenv("PRIVLESSONS_HOME", str(tmp_path))
    monkeypatch.setattr("privlessons.lesson.place", lambda: OWN)
    return open_lesson(STEM, own_data=True)


def said(card):
    """What the card says; not what its boxes hold."""
    live = (part.html for part in card.children if isinstance(part, Live))
    return " ".join([*live, *(part.value for part in card.children if isinstance(part, HTML))])


def fill(card, **more):
    card.controls["place"].value = "DE"
    card.controls["kind"].picked = [1]
    card.controls["service"].value = "ChatGPT"
    card.controls["name"].value = "José <b>{{7*7}}</b>"
    for name, value in more.items():
        setattr(card.controls[name], "picked" if name == "kind" else "value", value)
    card.controls["write"].click()


def test_every_control_can_be_taken_to_both_ends(lesson):
    cards = [
        ("steps", todays_steps(lesson, TODAY)),
        ("letter", write_a_letter(lesson, TODAY)),
        ("list", my_requests(lesson, TODAY)),
        ("signs", keep_crawlers_out(lesson, TODAY)),
    ]
    assert asyncio.run(visit(cards)) > 40


def test_each_goal_shows_the_dated_rows_of_the_ticked_services(at_home):
    card = todays_steps(at_home, TODAY)
    card.controls["which"].picked = [0, 2]
    assert "Now pick what you want to do" in said(card)
    for number, topics in enumerate(GOALS.values()):
        card.controls["goal"].picked = [number]
        wanted = {f.id for f in load_facts() if f.service in ("ChatGPT", "Gemini") and f.topic in topics}
        assert set(card.state["shown"]) == wanted
        assert "read on" in said(card)


def test_steps_turn_stale_by_themselves_and_conflicts_show_both_sides(at_home):
    fresh, old = todays_steps(at_home, TODAY), todays_steps(at_home, date(2028, 1, 1))
    for card in (fresh, old):
        card.controls["which"].picked = [0]
        card.controls["goal"].picked = [0]
    assert "May be out of date" not in said(fresh).partition("privacy.openai.com")[0]
    assert said(old).count("May be out of date") == len(old.state["shown"])
    fresh.controls["which"].picked = [3]
    assert said(fresh).count("Two sources.") == 2


def test_a_letter_shows_its_mark_its_words_and_files(at_home):
    card = write_a_letter(at_home, TODAY)
    fill(card)
    assert card.state == {"mark": "a right here", "due": "2026-12-28", "kept": None}
    shown = said(card)
    assert "&lt;b&gt;{{7*7}}&lt;/b&gt;" in shown
    assert "<b>{{7*7}}" not in shown
    for end in (".txt", ".eml", ".html"):
        assert f"2026-11-25{end}" in shown
    assert "Not legal advice." in shown
    fill(card, place="US-CA", kind=[2])
    assert card.state["mark"] == "only a request"
    assert "no right to object to AI training" in said(card)


def test_a_letter_goes_on_the_list_only_when_its_owner_says_so(at_home, tmp_path):
    card = write_a_letter(at_home, TODAY)
    card.controls["keep"].click()
    assert "Write the letter first" in card.status.html
    fill(card)
    assert not (tmp_path / FILE).exists()
    card.controls["sent"].value = date(2026, 11, 20)
    card.controls["keep"].click()
    assert card.state["kept"] == 1
    kept = (tmp_path / FILE).read_text("utf-8")
    assert "José" not in kept
    assert json.loads(kept)["requests"][0]["received"] == "2026-11-20"
    assert ".ics" in said(card)
    card.controls["keep"].click()
    assert "It is number 1 on your list already" in card.status.html
    assert len(json.loads((tmp_path / FILE).read_text("utf-8"))["requests"]) == 1
    (tmp_path / FILE).unlink()
    card.controls["keep"].click()
    assert card.state["kept"] == 1


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"place": ""}, "where you live"),
        ({"kind": []}, "what you want"),
        ({"name": " "}, "your name"),
        ({"email": "no"}, "no mail address"),
        ({"service": "Another one"}, "service&#x27;s name"),
    ],
)
def test_what_is_missing_is_said_in_one_sentence(at_home, more, words):
    card = write_a_letter(at_home, TODAY)
    fill(card, **more)
    assert words in card.status.html
    assert card.state["mark"] is None


def test_in_class_the_letter_is_mikas_whatever_the_page_sends(tmp_path, monkeypatch):
    monkeypatch.setenv("PRIVLESSONS_HOME", str(tmp_path))
    monkeypatch.setattr("privlessons.lesson.place", lambda: OWN)
    card = write_a_letter(open_lesson(STEM), TODAY)
    assert card.controls["name"].disabled
    fill(card, details="my own secret")
    assert "Mika Tarn" in said(card)
    assert "José" not in said(card).partition('class="pl-letter"')[2]
    assert "my own secret" not in said(card)


def test_the_list_shows_notes_copies_and_erases(at_home, tmp_path):
    desk = write_a_letter(at_home, TODAY)
    fill(desk)
    desk.controls["keep"].click()
    card = my_requests(at_home, date(2027, 3, 1))
    card.controls["note"].click()
    assert "First show your list" in card.status.html
    card.controls["look"].click()
    assert card.state["requests"] == [[1, "late"]]
    assert "my-requests.json" in said(card)
    card.controls["note"].click()
    assert "pick what happened" in card.status.html
    card.controls["news"].picked = [1]
    card.controls["note"].click()
    assert card.state["requests"] == [[1, "not settled"]]
    card.controls["erase"].click()
    assert (tmp_path / FILE).exists()
    card.controls["stop"].click()
    assert (tmp_path / FILE).exists()
    card.controls["erase"].click()
    card.controls["sure"].click()
    assert not (tmp_path / FILE).exists()
    assert card.state["requests"] == []


def test_mikas_list_writes_no_file(lesson, tmp_path):
    card = my_requests(lesson, TODAY)
    card.controls["sample"].click()
    assert len({status for _, status in card.state["requests"]}) == 4
    assert not (tmp_path / FILE).exists()


def test_signs_are_made_for_the_ticked_purposes_with_their_limits(at_home):
    card = keep_crawlers_out(at_home, TODAY)
    card.controls["why"].picked = [0]
    assert "User-agent: GPTBot" in said(card)
    assert "User-agent: ChatGPT-User" not in said(card)
    assert "not a lock" in said(card)
    card.controls["folder"].value = "<script>"
    assert "begins with a slash" in card.status.html
    assert "User-agent" not in said(card), "no files of the folder before"
