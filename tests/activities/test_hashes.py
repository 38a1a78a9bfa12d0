"""The car park's list: found in plain, slower with salts, shut with a key, open for who has it."""

import asyncio
import random
import re

import pytest
from tests.activities.cards import done, said

from privlessons.activities import hashes as room
from privlessons.activities.hash_views import KEY, SALT
from privlessons.activities.hashes import ROWS, SEED, try_every_plate
from privlessons.lesson import open_lesson
from privlessons.plates import every_plate, parking_list


@pytest.fixture
def lesson(tmp_path, monkeypatch):
    monkeypatch.setenv("PRIVLESSONS_HOME", str(tmp_path))
    # Only the pairs of digits that the list has: the search is the real one, in less time.
    mine = {line.plate[:5] for line in parking_list(ROWS, random.Random(SEED))}
    few = [batch for batch in every_plate() if batch[0][:5] in mine]
    monkeypatch.setattr(room, "every_plate", lambda: few)
    return open_lesson("03-find-the-person-without-a-name")


async def found(lesson, way=0, press="start"):
    card = try_every_plate(lesson)
    card.controls["guess"].picked = [1]
    card.controls["start"].click()
    await done()
    card.controls["way"].picked = [way]
    card.controls[press].click()
    await done()
    return card


def test_nothing_is_tried_before_a_guess(lesson):
    async def go():
        card = try_every_plate(lesson)
        card.controls["start"].click()
        await done()
        assert "Pick a guess first" in card.status.html
        assert card.state["tried"] == 0

    asyncio.run(go())


def test_plain_hashes_are_all_found_and_the_guess_comes_back(lesson):
    card = asyncio.run(found(lesson))
    assert card.state["found"] == ROWS
    assert card.state["tried"] % 24**3 == 0
    assert "Your guess was: <b>A few hours</b>" in said(card)
    assert "on 5 days of that week" in said(card)
    assert said(card).count("<b>ZQ") == ROWS
    assert "hidden" not in card.children[2].value


def test_salts_are_found_too_with_more_tries(lesson):
    card = asyncio.run(found(lesson, SALT))
    assert card.state["found"] == ROWS
    assert card.state["tried"] > 24**3 * ROWS / 2
    assert "Slower, not safe" in said(card)
    assert '<th scope="col">Salt</th>' in said(card), "it stands beside the row"
    assert len(set(re.findall(r'"pl-soft">([0-9a-f]{6})…', said(card)))) == ROWS
    card.controls["way"].picked = [KEY]
    assert "Salt</th>" not in said(card)


def test_without_the_key_nothing_is_found_and_with_it_everything(lesson):
    outside = asyncio.run(found(lesson, KEY))
    assert (outside.state["found"], outside.state["tried"]) == (0, sum(map(len, room.every_plate())))
    assert "the same car has the same code each day" in said(outside)
    firm = asyncio.run(found(lesson, KEY, "with_key"))
    assert firm.state["found"] == ROWS
    assert "What works" in said(firm)


def test_only_salts_hide_which_rows_are_one_car(lesson):
    async def go():
        card, different = try_every_plate(lesson), []
        for way in range(3):
            card.controls["way"].picked = [way]
            different.append(len(set(re.findall(r"<code>(\w+)", said(card)))))
        return different

    plain, salted, keyed = asyncio.run(go())
    assert plain == keyed < salted == ROWS


def test_cancel_ends_it_and_it_starts_again(lesson):
    async def go():
        card = try_every_plate(lesson)
        card.controls["guess"].picked = [0]
        card.controls["start"].click()
        for _ in range(3):
            await asyncio.sleep(0)
        assert card.controls["cancel"] in card.children
        card.controls["cancel"].click()
        await done()
        assert "Stopped" in said(card)
        assert card.state["tried"] == 0
        card.controls["start"].click()
        await done()
        assert card.state["found"] == ROWS

    asyncio.run(go())


def test_an_error_on_the_way_gives_the_button_back(lesson, monkeypatch):
    async def go():
        card = try_every_plate(lesson)
        card.controls["guess"].picked = [0]
        monkeypatch.setattr(room, "try_all", lambda *_, **__: 1 / 0)
        card.controls["start"].click()
        await done()
        assert "did not work" in card.status.html
        assert card.controls["start"] in card.children

    asyncio.run(go())
