import asyncio
from html import unescape

from tests.activities.cards import done, said

from privlessons.activities.copied import KEPT, check_texts

LESSON = "06-tell-copied-from-new"


async def searched(lesson, guess=1):
    card = check_texts(lesson)
    card.controls["guess"].picked = [guess]
    card.controls["start"].click()
    await done()
    return card


def test_nothing_is_marked_before_a_guess(lesson):
    async def visit():
        card = check_texts(lesson)
        card.controls["start"].click()
        await done()
        return card

    card = asyncio.run(visit())
    assert "Pick one of the answers first" in card.status.html
    assert "<mark" not in said(card)
    assert card.state["rare"] == {}


def test_the_guess_is_kept_and_shown_beside_what_the_search_found(lesson):
    card = asyncio.run(searched(lesson))
    assert lesson.kept("guesses", KEPT) == "A letter from the council"
    assert "Your guess was: <b>A letter from the council</b>. The search says: A shop's page" in unescape(
        said(card)
    )
    assert card.state["rare"] == {"shop": 3, "council": 0, "ferry": 0}
    assert card.state["common"]["ferry"] > 0


def test_short_runs_find_what_anybody_writes_and_long_ones_only_real_copies(lesson):
    card = asyncio.run(searched(lesson))
    card.controls["least"].value = 3
    assert card.state["rare"]["council"] > 0
    assert "A short run proves nothing" in said(card)

    card.controls["least"].value = 20
    assert card.state["rare"] == {"shop": 1, "council": 0, "ferry": 0}
    assert "A short run proves nothing" not in said(card)


def test_changed_words_break_a_copy_where_only_the_same_words_count(lesson):
    card = asyncio.run(searched(lesson))
    card.controls["least"].value = 20
    card.controls["near"].picked = [0]
    assert card.state["rare"]["shop"] == 0
    assert "finds no copy of one person's words" in unescape(said(card))


def test_the_page_says_what_a_search_cannot_say(lesson):
    card = asyncio.run(searched(lesson))
    assert "did not find <b>who typed it</b>" in said(card)
    assert "typed every word herself" in said(card)
