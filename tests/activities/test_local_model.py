"""A question answered here: a guess first, a watch that can say no, and no real model as the normal state."""

import asyncio
import socket

import pytest
from tests.activities.cards import done, said

from privlessons.activities.local_model import QUESTIONS, ask_at_home
from privlessons.activities.local_views import verdict
from privlessons.lesson import open_lesson
from privlessons.local import real
from privlessons.local.real import RealModel
from privlessons.local.watch import Seen
from privlessons.records import PlainError


@pytest.fixture
def lesson(tmp_path, monkeypatch):
    monkeypatch.setenv("PRIVLESSONS_HOME", str(tmp_path))
    monkeypatch.setenv("PRIVLESSONS_PLACE", "own")
    monkeypatch.setattr(real, "PORTS", {1: "Ollama"})  # nobody listens there
    return open_lesson("10-see-who-can-see")


async def asked(lesson):
    card = ask_at_home(lesson)
    card.controls["guess"].picked = [2]
    card.controls["ask"].click()
    await done()
    return card


def test_no_answer_before_a_guess(lesson):
    async def go():
        card = ask_at_home(lesson)
        card.controls["ask"].click()
        card.controls["ask_real"].click()
        await done()
        assert "Pick a guess first" in card.status.html
        assert card.state["answered"] is None

    asyncio.run(go())


def test_the_helper_answers_and_nothing_leaves(lesson):
    card = asyncio.run(asked(lesson))
    assert "firm and polite" in card.state["answered"]
    assert card.state["left"] is False
    assert "Zero bytes of the question left" in said(card)
    assert "<b>0</b> to other machines" in said(card)
    assert "“Local is safe”?" in said(card)
    assert QUESTIONS[0] in said(card)


def test_a_line_to_another_machine_takes_the_promise_back(lesson):
    async def go():
        with socket.socket(type=socket.SOCK_DGRAM) as line:
            try:
                line.connect(("192.0.2.1", 9))  # sends nothing; an address for examples (RFC 5737)
            except OSError:
                pytest.skip("this machine has no way to other machines")
            card = await asked(lesson)
            assert card.state["left"] is True
            assert "Zero bytes" not in said(card)
            assert "can't say that nothing left" in said(card)

    asyncio.run(go())


@pytest.mark.parametrize(
    ("seen", "way"),
    [
        (Seen(("192.0.2.1:443",), 1, 0, 0, None), "192.0.2.1:443"),
        (Seen((), 1, 0, 0, None), "a program that it started"),
        (Seen((), 0, 0, 1, None), "a line that stays open"),
    ],
)
def test_the_way_out_is_named(seen, way):
    assert f"has a way out: {way}." in verdict(seen)


def test_without_a_real_model_it_says_so(lesson):
    async def go():
        card = await asked(lesson)
        card.controls["find"].click()
        await done()
        assert card.state["models"] == []
        assert "That is the usual state" in said(card)

    asyncio.run(go())


def test_no_model_is_looked_for_where_the_computer_is_not_the_learners(lesson, monkeypatch):
    async def go():
        monkeypatch.setenv("PRIVLESSONS_PLACE", "")
        card = await asked(open_lesson("10-see-who-can-see"))
        card.controls["find"].click()
        await done()
        assert card.state["models"] is None
        assert "on your own computer only" in said(card)

    asyncio.run(go())


def test_a_real_model_is_asked_the_same_question_and_its_words_are_escaped(lesson, monkeypatch):
    async def running():
        return (RealModel("tiny", "Ollama", 1),)

    async def chat(model, question):
        await asyncio.sleep(0.01)
        return f"<b>{question}</b>"

    async def go():
        monkeypatch.setattr(real, "running", running)
        monkeypatch.setattr(real, "chat", chat)
        card = await asked(lesson)
        card.controls["find"].click()
        await done()
        card.controls["ask_real"].click()
        await done()
        assert f"&lt;b&gt;{QUESTIONS[0]}&lt;/b&gt;" in said(card)
        assert "What Ollama sends in turn" in said(card)

        async def slow(model, question):
            await asyncio.sleep(60)

        monkeypatch.setattr(real, "chat", slow)
        card.controls["ask_real"].click()
        await asyncio.sleep(0.01)
        card.controls["cancel"].click()
        await done()
        assert "Stopped" in said(card)

        async def broken(model, question):
            raise PlainError("Ollama gave no answer.")

        monkeypatch.setattr(real, "chat", broken)
        card.controls["ask_real"].click()
        await done()
        assert "gave no answer" in said(card)

    asyncio.run(go())
