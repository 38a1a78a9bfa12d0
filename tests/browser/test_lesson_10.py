"""Lesson 10 from the guess to the filled-up sizes, in real Chromium: by mouse, then by keyboard alone."""

import pytest
from tests.browser.learner import (
    card_with,
    forget,
    open_lesson,
    tab_to_words,
    violations,
)

pytestmark = [pytest.mark.browser, pytest.mark.slow]
STEM = "10-see-who-can-see"
LEARNING = 120_000  # the first training loads a library, on a busy machine


def test_the_whole_lesson_by_mouse(workbook, page):
    forget(workbook)
    open_lesson(page, workbook, "learn", STEM)
    page.get_by_label("Nobody but Pip").check()
    page.get_by_role("button", name="This is my guess").first.click()

    board = card_with(page, "How is it sent?")
    board.get_by_role("button", name="Show me").click()
    board.get_by_text("Guess all five first").wait_for()
    for row in board.locator(".pl-see-asks fieldset").all():
        row.get_by_label("Cannot read it").check()
    board.get_by_role("button", name="Show me").click()
    board.get_by_text("of the 20 on the whole board").wait_for()
    assert "Nobody but Pip" in board.inner_text()
    board.get_by_role("button", name="Next five").click()
    board.get_by_text("Only their two phones hold the keys").wait_for()

    wire = card_with(page, "Which message does Mika send?")
    for way, words in (
        ("no encryption", "it is there"),
        ("with TLS", "not there"),
        ("end to end", "not there"),
    ):
        wire.get_by_label(way).check()
        wire.get_by_label("No, not in the bytes").check()
        wire.get_by_role("button", name="Send it").click()
        wire.get_by_text(words).wait_for()
        wire.get_by_role("button", name="Change one bit").click()
        wire.get_by_text("Changed in silence." if way == "no encryption" else "Noticed.").wait_for()
    wire.get_by_role("button", name="Search").click()
    wire.get_by_text("is found nowhere").wait_for()
    assert violations(page) == []

    page.get_by_label("About 50 in 100").check()
    page.get_by_role("button", name="This is my guess").first.click()
    topic = card_with(page, "go over a real TLS connection")
    topic.get_by_role("button", name="Listen to the line").click()
    game = card_with(page, "Round 1 of 5")
    game.wait_for(timeout=LEARNING)
    assert violations(page) == []
    for number in range(1, 6):
        card_with(page, f"Round {number} of 5").get_by_label("Health").first.check()
        page.get_by_role("button", name=f"This is my guess for round {number}").click()
    page.get_by_text("It never opened a lock").wait_for()
    page.get_by_label("No pieces: the whole answer").check()
    page.get_by_role("button", name="Send all answers again").click()
    page.get_by_text("The program named 15 of 60").wait_for()
    assert violations(page) == []
    assert page.complaints == []


def test_the_board_and_the_line_by_keyboard_alone(workbook, page):
    forget(workbook)
    open_lesson(page, workbook, "learn", STEM)
    tab_to_words(page, "Near you")
    page.keyboard.press("Tab")
    for _ in range(5):
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
    tab_to_words(page, "Show me")
    page.keyboard.press("Enter")
    page.get_by_text("The board so far: near you").wait_for()
    assert page.evaluate("() => document.activeElement.textContent") == "Next five"

    tab_to_words(page, "Yes, in plain words")
    page.keyboard.press("Space")
    tab_to_words(page, "Send it")
    page.keyboard.press("Enter")
    page.get_by_text("it is there.").wait_for()
    tab_to_words(page, "Change one bit")
    page.keyboard.press("Enter")
    page.get_by_text("Changed in silence.").wait_for()
    assert page.complaints == []
