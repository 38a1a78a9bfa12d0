import asyncio

import pytest
from tests.activities.cards import done, said

from privlessons.activities import desk
from privlessons.activities.clue_views import clue_table
from privlessons.datasets import load_chats
from privlessons.lesson import open_lesson
from privlessons.nameless import Nameless

LESSON = "02-sit-at-the-reviewers-desk"


@pytest.fixture
def without_clock(tmp_path, monkeypatch):
    monkeypatch.setenv("PRIVLESSONS_HOME", str(tmp_path))
    return open_lesson("02-sit-at-the-reviewers-desk", clock=False)


def work(lesson, *steps):
    """Open the desk, take the steps (names of controls) one after the other, return the card."""

    async def shift():
        card = desk.reviewer_desk(lesson)
        card.controls["start"].click()
        await done()
        for step in steps:
            if step == "rate":
                card.controls["rate"].picked = [0]
            card.controls["send" if step == "rate" else step].click()
        await done()
        return card

    return asyncio.run(shift())


def test_nothing_is_read_before_the_first_click(lesson):
    card = desk.reviewer_desk(lesson)
    assert card.state["stage"] == "before"
    assert "8 chats" in said(card)


def test_the_chats_come_without_the_names_that_the_machine_saw(without_clock):
    card = work(without_clock)
    assert card.state["stage"] == "shift"
    assert "Chat 1 of 8" in said(card)
    assert "[name 1]" in said(card)
    assert "Rory" not in said(card)
    assert "If you see a name, the machine missed it" in said(card)
    assert ">Writer<" in said(card)


def test_a_chat_cannot_be_sent_without_a_rating(without_clock):
    card = work(without_clock, "send")
    assert card.state["at"] == 0
    assert "Pick one of the three ratings" in card.status.html


def test_the_shift_may_end_after_one_rating_but_not_before(without_clock):
    early = work(without_clock, "end")
    assert early.state["stage"] == "shift"
    assert "Rate one chat first" in early.status.html

    late = work(without_clock, "rate", "end")
    assert late.state["stage"] == "reveal"
    assert list(late.state["ratings"].values()) == ["Helpful"]


def test_all_eight_may_be_skipped_and_the_result_still_shows(without_clock):
    card = work(without_clock, *["skip"] * 8)
    assert card.state["skipped"] == 8
    assert card.state["ratings"] == {}
    assert "What came out" in said(card)


def test_each_clue_makes_the_crowd_smaller_or_keeps_it(without_clock):
    async def attack():
        card = desk.reviewer_desk(without_clock)
        card.controls["start"].click()
        await done()
        card.controls["rate"].picked = [1]
        card.controls["send"].click()
        card.controls["end"].click()
        crowd = [card.state["left"]]
        while not card.controls["next clue"].disabled:
            card.controls["next clue"].click()
            crowd.append(card.state["left"])
        return card, crowd

    card, crowd = asyncio.run(attack())
    assert crowd[0] == 2000
    assert crowd == sorted(crowd, reverse=True)
    assert f"<b>{crowd[-1]:,} of 2,000 people fit" in said(card)
    dots = next(child for child in card.children if hasattr(child, "states"))
    assert sum(state > 0 for state in dots.states) == crowd[-1]
    assert f"{crowd[-1]:,} of 2,000" in dots.alt


def test_all_clues_at_once_end_where_the_single_steps_end(without_clock):
    slow = work(without_clock, "rate", "end", *["next clue"] * 20)
    fast = work(without_clock, "rate", "end", "all clues")
    assert slow.state["left"] == fast.state["left"]
    assert slow.state["clues"] == fast.state["clues"]


def test_the_guess_is_put_beside_the_count_of_all_eight(without_clock):
    guess = desk.guess_how_many(without_clock)
    guess.controls["choice"].picked = [1]
    guess.controls["lock"].click()
    card = work(without_clock, "rate", "end", "all clues", "next person")

    assert "Your guess was: <b>One or two</b>" in said(card)
    assert f"Of the 8 writers in the queue, {card.state['found']} came down" in said(card)
    assert 0 <= card.state["found_strict"] <= card.state["found"] <= 8
    assert without_clock.kept("numbers", "found-at-the-desk") == card.state["found"]


def test_cancel_leaves_the_desk_as_it_was(lesson, monkeypatch):
    monkeypatch.setattr("privlessons.activities.machine._found", {})

    async def give_up():
        card = desk.reviewer_desk(lesson)
        card.controls["start"].click()
        await asyncio.sleep(0)
        card.controls["cancel"].click()
        await done()
        return card

    card = asyncio.run(give_up())
    assert card.state["stage"] == "before"
    assert "Stopped" in said(card)


def test_cancel_opens_when_the_machine_is_awake_and_the_count_is_of_all_messages(lesson, monkeypatch):
    monkeypatch.setattr("privlessons.activities.machine._found", {})
    shown = []

    async def begin():
        card = desk.reviewer_desk(lesson)
        words = card.children[0]
        words.observe(lambda change: shown.append((change.new, card.controls["cancel"].disabled)), "html")
        card.controls["start"].click()
        await done()

    asyncio.run(begin())
    messages = sum(len(chat.chat.messages) for chat in load_chats() if chat.desk)
    shut = [disabled for words, disabled in shown if "wakes up" in words]
    opened = [disabled for words, disabled in shown if f"16 of {messages} messages read" in words]
    assert (shut, opened) == ([True], [False])


def test_after_a_fault_of_the_machine_the_shift_can_be_started_again(without_clock, monkeypatch):
    def broken(*args, **options):
        raise MemoryError

    async def twice():
        card = desk.reviewer_desk(without_clock)
        with monkeypatch.context() as patch:
            patch.setattr("privlessons.activities.machine.find_in_batches", broken)
            card.controls["start"].click()
            await done()
        first = card.state["stage"], card.status.html, card.controls["start"] in card.children
        card.controls["start"].click()
        await done()
        return first, card.state["stage"]

    (stage, sorry, startable), later = asyncio.run(twice())
    assert (stage, startable, later) == ("before", True, "shift")
    assert "Something here did not work" in sorry


def test_the_clock_counts_and_can_be_switched_off(lesson):
    async def wait():
        card = desk.reviewer_desk(lesson)
        card.controls["start"].click()
        await done()
        await asyncio.sleep(1.2)
        before = card.children[1].children[0].value
        card.controls["clock"].click()
        await asyncio.sleep(1.2)
        return before, card.children[1].children[0].value

    before, after = asyncio.run(wait())
    assert "Seconds on this chat: <b>1</b>" in before
    assert "The clock is off" in after


def test_one_button_switches_the_clock_off_and_on_and_it_stays_so_in_the_next_chat(lesson):
    async def switch():
        card = desk.reviewer_desk(lesson)
        card.controls["start"].click()
        await done()
        clock = card.controls["clock"]
        seen = [(clock.description, said_by_the_clock(card))]
        clock.click()
        card.controls["skip"].click()
        seen.append((clock.description, said_by_the_clock(card)))
        assert clock in card.children[1].children
        clock.click()
        await asyncio.sleep(0.1)
        seen.append((clock.description, said_by_the_clock(card)))
        return seen

    runs = ("Switch the clock off", True)
    assert asyncio.run(switch()) == [runs, ("Switch the clock on", False), runs]


def said_by_the_clock(card):
    """Whether it counts."""
    return "Seconds on this chat" in card.children[1].children[0].value


def test_it_is_said_before_the_shift_that_a_reload_starts_it_anew(lesson):
    assert "your shift starts anew" in said(desk.reviewer_desk(lesson))


def test_a_clue_of_which_the_machine_hid_a_part_is_quoted_with_its_bar(without_clock):
    chat = load_chats()[0]
    told = next(p.clue for p in chat.planted if p.clue and p.whom == "self")
    places = [p for p in chat.planted if p.clue == told]
    hidden = tuple((p.message, p.start, p.start + 1) for p in places)
    reveal = desk.Reveal(without_clock, desk.load_people(), desk.Live())
    table = clue_table(reveal._attack(Nameless(chat, chat.chat.messages, hidden, (1,) * len(hidden))), "")
    first = places[0]
    assert f"“█{chat.chat.messages[first.message].text[first.start + 1 : first.end]}”" in table
    assert "more than half of it is still there" in table


def test_without_clocks_there_is_none(without_clock):
    assert "Seconds" not in said(work(without_clock))


def test_the_first_chat_is_mikas():
    assert desk.FIRST in {chat.chat.id for chat in load_chats() if chat.desk}


def a_folder_of_chats(folder, desk_line):
    (folder / "one.txt").write_text(
        f"id: one\ntitle: t\nperson: P0417\ntopic: work\n{desk_line}\n"
        "me: i am a [[JOB occupation=illustrator|painter]], "
        "[[DESCRIPTION handedness=left|left-handed]]\n\n"
        "pip: Fine.\n",
        "utf-8",
    )
    return str(folder)


def test_a_teachers_own_chats_take_the_place_of_the_towns(tmp_path, monkeypatch):
    monkeypatch.setenv("PRIVLESSONS_HOME", str(tmp_path / "kept"))
    folder = a_folder_of_chats(tmp_path, "desk: yes\n")
    own = open_lesson("02-sit-at-the-reviewers-desk", clock=False, chats=folder)
    card = work(own, "rate", "all clues")
    assert card.state["stage"] == "reveal"
    assert card.state["clues"] == 2
    assert "left-handed" in said(card)


def test_chats_without_any_for_the_desk_get_one_sentence(tmp_path, monkeypatch):
    monkeypatch.setenv("PRIVLESSONS_HOME", str(tmp_path / "kept"))
    own = open_lesson("02-sit-at-the-reviewers-desk", chats=a_folder_of_chats(tmp_path, ""))
    assert "desk: yes" in desk.reviewer_desk(own).status.html
