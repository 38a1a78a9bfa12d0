"""Lesson 06's texts in real Chromium: by mouse, then by keyboard alone."""

import re

import pytest
from tests.browser.learner import card_with, forget, open_lesson, tab_to_words, violations

pytestmark = [pytest.mark.browser, pytest.mark.slow]
STEM = "06-tell-copied-from-new"
LOADING = 120_000


def test_the_texts_and_the_detector_by_mouse(workbook, page):
    forget(workbook)
    open_lesson(page, workbook, "learn", STEM)

    copied = card_with(page, "One of these texts holds")
    copied.get_by_role("button", name="Search for copies").click()
    copied.get_by_text("Pick one of the answers first").wait_for()
    assert copied.locator("mark").count() == 0
    copied.get_by_label("A post about the ferry").check()
    copied.get_by_role("button", name="Search for copies").click()
    copied = card_with(page, "What the search can say")
    copied.get_by_text("Your guess was").wait_for(timeout=LOADING)
    assert copied.locator(".pl-file mark.pl-missed").count() == 3
    assert copied.locator(".pl-file mark.pl-false").count() == 2
    top = copied.locator(".pl-file").first.bounding_box()["y"]
    copied.get_by_label("Word for word only").check()
    copied.get_by_text("A shop's page: 5 copies").wait_for()
    assert copied.locator(".pl-file").first.bounding_box()["y"] == pytest.approx(top, abs=40)
    assert violations(page) == []

    detector = card_with(page, "Whom will it accuse by mistake most often?")
    detector.get_by_label("People who make many typos").check()
    page.get_by_role("button", name="Train the detector").click()
    detector = card_with(page, "How sure must it be before it accuses?")
    detector.get_by_text("Whom does it catch?").wait_for(timeout=LOADING)
    before = detector.locator("table.pl-bars").inner_text()
    detector.get_by_label("People of all three groups").check()
    page.wait_for_function(
        "(before) => document.querySelector('table.pl-bars').innerText !== before", arg=before
    )
    detector.get_by_role("button", name="Show me somebody accused by mistake").click()
    detector.get_by_text("no machine did").wait_for()
    assert violations(page) == []
    assert page.complaints == []


def test_the_stretch_by_mouse(workbook, page):
    forget(workbook)
    open_lesson(page, workbook, "learn", STEM)

    card = card_with(page, "A post without a name")
    card.get_by_label("tarn_and_tiles").check()
    card.get_by_role("button", name="Ask the program").click()
    page.get_by_text("Is it always right?").wait_for(timeout=LOADING)
    card = card_with(page, "Is it always right?")
    for habit in ("Capitals", "Apostrophes", "Plain words", "Calm marks"):
        card.get_by_label(habit).check()
        card.get_by_text("Mika is in place").wait_for()
    card.get_by_text("Hidden from it.").wait_for()
    card.locator("textarea").fill("ok so im typing as i always do, honestly. pls dont tell anyone lol")
    card.get_by_role("button", name="Whose is it now?").click()
    card.get_by_text("Still found.").wait_for()
    card.get_by_role("button", name="Another nameless post").click()
    card.get_by_text("saw a card in a shop window").first.wait_for()
    assert violations(page) == []

    page.get_by_label("Who owns what comes out?").check()
    page.get_by_text("US Copyright Office").first.wait_for()

    own = card_with(page, "The text to check")
    own.locator("textarea").nth(0).fill("the quick brown fox jumps over <b>the</b> lazy dog today")
    own.locator("textarea").nth(1).fill("They say the quick brown fox jumps over the lazy dog.")
    own.get_by_role("button", name="Search for copies").click()
    own.get_by_text("1 passage stands there word for word").wait_for()
    own.get_by_role("button", name="Forget it").click()  # so that the next result is no old one
    own.get_by_text("no longer in memory").wait_for()
    own.locator("textarea").nth(0).fill("the quick brown fox jumps over <b>the</b> lazy dog today")
    with page.expect_file_chooser() as chooser:
        own.get_by_role("button", name=re.compile("Or choose text files")).click()
    chooser.value.set_files(
        [{"name": "fox.txt", "mimeType": "text/plain", "buffer": b"the quick brown fox jumps over it"}]
    )
    own.locator("button", has_text="(1)").wait_for()  # the file has arrived
    own.get_by_role("button", name="Search for copies").click()
    own.get_by_text("1 passage stands there word for word").wait_for()
    own.get_by_role("button", name="Show the passages").click()
    own.get_by_text("fox.txt").wait_for()
    own.get_by_role("button", name="Forget it").click()
    own.get_by_text("no longer in memory").wait_for()
    assert own.locator("mark").count() == 0
    assert page.complaints == []


def test_the_texts_the_detector_and_the_disguise_by_keyboard_alone(workbook, page):
    forget(workbook)
    open_lesson(page, workbook, "learn", STEM)

    tab_to_words(page, "A shop's page")
    page.keyboard.press("Space")
    tab_to_words(page, "Search for copies", limit=2)
    page.keyboard.press("Enter")
    page.get_by_text("What the search can say").wait_for(timeout=LOADING)
    page.get_by_text("How many words in a row").wait_for()
    tab_to_words(page, "How many words in a row", limit=6)
    for _ in range(3):
        page.keyboard.press("ArrowLeft")
    page.get_by_text("A short run proves nothing").wait_for()
    page.keyboard.press("End")
    page.get_by_text("A shop's page: 1 copy.").wait_for()

    tab_to_words(page, "Nobody. A machine has no favourites")
    page.keyboard.press("ArrowDown")
    tab_to_words(page, "Train the detector", limit=2)
    page.keyboard.press("Enter")
    page.get_by_text("Whom does it catch?").wait_for(timeout=LOADING)
    tab_to_words(page, "How sure must it be", limit=6)
    page.keyboard.press("End")
    page.get_by_text("95 in 100 sure").first.wait_for()

    tab_to_words(page, "hillstart")
    page.keyboard.press("Space")
    tab_to_words(page, "Ask the program", limit=2)
    page.keyboard.press("Enter")
    page.get_by_text("Is it always right?").wait_for(timeout=LOADING)
    tab_to_words(page, "Capitals as in a book", limit=8)
    page.keyboard.press("Space")
    page.get_by_text("Mika is in place").wait_for()
    assert page.complaints == []
