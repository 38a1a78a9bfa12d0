import asyncio
import threading

from tests.activities.cards import done, said

from privlessons.activities import rebuild
from privlessons.activities.own_block import own_block
from privlessons.activities.rebuild import BLOCK, NAMES, PRINTS, guess_how_many, rebuild_the_block
from privlessons.recon_solver import solve

LESSON = "04-rebuild-secrets-from-totals"


async def press(card, *names):
    for name in names:
        card.controls[name].click()
        await done()


def test_nothing_is_printed_before_the_first_click(lesson):
    card = rebuild_the_block(lesson)
    assert list(card.controls) == ["first"]
    assert card.state["count"] is None
    assert "block fits" not in said(card)


def test_each_click_prints_one_more_table_until_one_block_is_left(lesson):
    async def go():
        card = rebuild_the_block(lesson)
        await press(card, "first")
        counts = [card.state["count"]]
        for _ in NAMES[1:]:
            await press(card, "more")
            assert card.state["exact"]
            counts.append(card.state["count"])
        assert card.state["tables"] == len(NAMES)
        await press(card, "more")  # nothing is left to print
        return card, counts

    card, counts = asyncio.run(go())
    assert counts == sorted(counts, reverse=True)
    assert counts[-1] == 1
    assert card.state["known"] == 3 * len(BLOCK)
    assert "proved that there is none" in said(card)
    assert "that is: Mika" in said(card)
    assert said(card).count("✓") == len(BLOCK)


def test_the_answer_is_there_before_the_solver_has_looked_for_another_block(lesson, monkeypatch):
    gate = threading.Event()

    def slowly(*given):
        gate.wait(20)
        return solve(*given)

    monkeypatch.setattr(rebuild, "solve", slowly)

    async def go():
        rebuild._proved.clear()
        card = rebuild_the_block(lesson)
        await press(card, "first")
        card.controls["all"].click()
        for _ in range(500):
            if "It looks for another block" in said(card):
                break
            await asyncio.sleep(0.01)
        before = said(card)
        gate.set()
        await done()
        return before, said(card)

    before, after = asyncio.run(go())
    assert "One block is left" in before
    assert "proved" not in before
    assert "proved that there is none" in after


def test_the_result_stands_beside_the_guess(lesson):
    guess = guess_how_many(lesson)
    guess.controls["choice"].picked = [4]
    guess.controls["lock"].click()

    async def go():
        card = rebuild_the_block(lesson)
        await press(card, "first", "all")
        return card

    words = said(asyncio.run(go()))
    assert "Never: totals name nobody" in words
    assert f"After {len(NAMES)} tables" in words


def test_hiding_changes_nothing_and_rounding_leaves_more_blocks(lesson):
    async def go():
        card = rebuild_the_block(lesson)
        await press(card, "first", "all")
        found = {}
        for i, words in enumerate(PRINTS):
            card.controls["prints"].picked = [i]
            await done()
            found[words] = card.state["count"], said(card)
        return found

    found = asyncio.run(go())
    assert found["1 and 2 hidden"][0] == 1
    assert "It changed nothing" in found["1 and 2 hidden"][1]
    assert 1 < found["rounded to 3s"][0] < found["rounded to 5s"][0]
    assert "facts are still the same" in found["rounded to 3s"][1]
    assert "nearest of 0, 3, 6, 9 and so on" in found["rounded to 3s"][1]
    assert "The price: the first table now says 10 people" in found["rounded to 5s"][1]


def test_a_new_choice_stops_the_count_that_runs(lesson):
    async def go():
        rebuild._known.clear()
        card = rebuild_the_block(lesson)
        await press(card, "first")
        card.controls["tables"].picked = list(range(8))
        await asyncio.sleep(0.05)
        card.controls["stop"].click()
        await done()
        assert "Stopped" in said(card) or card.state["exact"]
        assert card.controls["stop"].layout.display == "none"
        card.controls["tables"].picked = list(range(9))
        card.controls["tables"].picked = [0, 1]
        await done()
        return card

    card = asyncio.run(go())
    assert (card.state["tables"], card.state["exact"]) == (2, True)


def test_the_stop_button_shows_only_while_a_count_takes_long(lesson, monkeypatch):
    monkeypatch.setattr(rebuild, "SOON", -1.0)

    async def go():
        rebuild._known.clear()
        card = rebuild_the_block(lesson)
        await press(card, "first")
        stop, shown = card.controls["stop"], []
        stop.layout.observe(lambda change: shown.append(change["new"]), "display")
        assert stop.layout.display == "none"
        await press(card, "more")
        return shown

    assert asyncio.run(go()) == [None, "none"]


def test_with_all_tables_printed_the_button_for_one_more_says_what_comes_next(lesson):
    async def go():
        card = rebuild_the_block(lesson)
        await press(card, "first")
        assert "None is certain yet" in said(card)
        await press(card, "all", "more")
        assert "Now change how the numbers are printed" in said(card)
        card.controls["prints"].picked = [1]
        await done()
        return card

    assert "Now change how" not in said(asyncio.run(go()))


def test_without_any_table_nothing_is_known(lesson):
    async def go():
        card = rebuild_the_block(lesson)
        await press(card, "first")
        card.controls["tables"].picked = []
        await done()
        assert "Nothing is printed" in said(card)
        await press(card, "over")
        return card

    card = asyncio.run(go())
    assert card.state["tables"] == 1
    assert card.controls["tables"].picked == [0]


# --- a block of one's own ---------------------------------------------------------------------------------


def test_an_empty_block_is_answered_in_one_sentence(lesson):
    async def go():
        card = own_block(lesson)
        await press(card, "go")
        assert "Nobody lives here yet" in said(card)
        await press(card, "undo")
        assert "nothing to undo" in said(card)
        card.controls["people"].value = [[None, "f", "no"]]
        await press(card, "go")
        assert "Person 1: the age is missing" in said(card)
        card.controls["people"].value = [[100, "f", "no"]]
        await press(card, "go")
        assert "whole number from 0 to 99" in said(card)
        return card

    assert asyncio.run(go()).state["count"] is None


def test_people_can_be_added_taken_away_and_brought_back(lesson):
    card = own_block(lesson)
    people = card.controls["people"]
    people.value = [[30, "f", "no"]]
    people.value = [[30, "f", "no"], [40, "m", "yes"]]
    card.controls["clear"].click()
    assert card.state["people"] == 0
    card.controls["undo"].click()
    assert people.value == [[30, "f", "no"], [40, "m", "yes"]]
    card.controls["undo"].click()
    assert people.value == [[30, "f", "no"]]


def test_twelve_twins_hide_each_other_no_more_than_their_tables_say(lesson):
    async def go():
        card = own_block(lesson)
        card.controls["people"].value = [[20, "f", "no"]] * 12
        await press(card, "go")
        return card

    card = asyncio.run(go())
    assert card.state["tables"] == len(NAMES)
    assert card.state["count"] > 1
    assert card.state["exact"]


def test_the_card_says_when_its_people_have_changed(lesson):
    async def go():
        card = own_block(lesson)
        await press(card, "example", "go")
        assert card.state["count"] == 1
        card.controls["people"].value = [list(person) for person in BLOCK[:4]]
        words = said(card)
        assert words.index("Print and solve it") < words.index("pl-big"), (
            "it stands above what is out of date"
        )
        await press(card, "go")
        return card

    card = asyncio.run(go())
    assert "You changed the people" not in said(card)
    assert card.state["known"] <= 12
