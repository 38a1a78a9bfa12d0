import asyncio
import re

import pytest
from tests.activities.cards import done, said

from privlessons.activities.accused import KEPT, WHO, _hardest, who_sounds_like_a_machine
from privlessons.sounds import Accused

LESSON = "06-tell-copied-from-new"
PEOPLE = [WHO[group] for group in ("free", "plain", "second language")]


@pytest.fixture
def card(lesson):
    async def train():
        card = who_sounds_like_a_machine(lesson)
        card.controls["guess"].picked = [0]
        card.controls["start"].click()
        await done()
        return card

    return asyncio.run(train())


def test_no_result_is_shown_before_a_guess(lesson):
    async def visit():
        card = who_sounds_like_a_machine(lesson)
        card.controls["start"].click()
        card.controls["sure"].value = 0.9
        card.controls["show"].click()
        await done()
        return card

    card = asyncio.run(visit())
    assert "Pick one of the answers first" in card.status.html
    assert card.state == {"accused": {}, "shown": ""}


def test_surer_accusations_are_fewer_for_every_group(card):
    before = dict.fromkeys(WHO.values(), 10000)
    for sure in (0.05, 0.5, 0.95):
        card.controls["sure"].value = sure
        now = card.state["accused"]
        assert now.keys() == before.keys()
        assert all(now[group] <= before[group] for group in now)
        before = now


def test_the_sentence_and_the_bars_say_the_same(card):
    bars = dict(re.findall(r'<th scope="row">([^<]+)</th>.*?<td class="pl-num">(\d+) of', said(card)))
    assert {group: int(count) for group, count in bars.items()} == card.state["accused"]


def test_learning_from_everybody_accuses_fewer_people(card):
    only_free = card.state["accused"]
    card.controls["learned"].picked = [1]
    everybody = card.state["accused"]
    assert sum(everybody[g] for g in PEOPLE) < sum(only_free[g] for g in PEOPLE)


def test_who_is_shown_as_accused_by_mistake_is_a_person_and_another_one_each_time(card):
    shown = []
    for _ in range(4):
        card.controls["show"].click()
        shown.append(card.state["shown"])
    assert len(set(shown)) == 4
    assert "Pip" not in shown
    assert "Accused by mistake." in said(card)


def test_the_guess_is_kept_and_replayed(lesson, card):
    assert lesson.kept("guesses", KEPT).startswith("Nobody")
    assert "Your guess was: <b>Nobody." in said(card)


def test_cancel_stops_the_training_and_it_can_start_again(lesson):
    async def visit():
        card = who_sounds_like_a_machine(lesson)
        card.controls["guess"].picked = [0]
        card.controls["start"].click()
        await asyncio.sleep(0.11)
        card.controls["cancel"].click()
        await done()
        stopped = dict(card.state), said(card), card.controls["guess"].disabled
        card.controls["start"].click()
        await done()
        return stopped, card.state["accused"]

    (state, words, disabled), later = asyncio.run(visit())
    assert state["accused"] == {}
    assert "Stopped." in words
    assert not disabled
    assert later["Pip"] > 0


def test_english_keeps_its_capital_in_every_sentence(card):
    for _ in range(3):
        card.controls["show"].click()
        assert "english" not in said(card)


def test_two_groups_that_are_hit_alike_are_both_named():
    groups = [Accused("People who write freely", 3, 232), Accused("People who write plainly", 2, 64)]
    groups.append(Accused("People who learned English later", 2, 64))
    assert _hardest(groups).endswith("on people who write plainly and on people who learned English later.")
    assert "nobody by mistake" in _hardest([Accused("People who write plainly", 0, 64)])
