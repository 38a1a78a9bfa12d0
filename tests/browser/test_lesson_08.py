"""Lesson 08 from the guess to the audit, in real Chromium: by mouse, then by keyboard alone."""

import re

import pytest
from tests.browser.learner import CARD, forget, open_lesson, violations

pytestmark = [pytest.mark.browser, pytest.mark.slow]
STEM = "08-turn-the-noise-dial"
LOADING = 120_000  # the noise library, on a busy machine


def card_with(page, text):
    return page.locator(CARD).filter(has_text=text).first


def rounds(page, press):
    """Play all rounds, going by the nearer count; ``press`` gets the name of the button."""
    page.get_by_text("Round 1 of 20").wait_for(timeout=LOADING)
    for number in range(1, 21):
        card = card_with(page, f"Round {number} of 20")
        card.wait_for()
        answer = float(re.search(r"noisy count is\s+(-?[\d.]+)", card.inner_text())[1])
        press("She is in" if answer > 40.5 else "She is not in")
    page.get_by_text("You were right in").wait_for()


def test_the_whole_lesson_by_mouse(workbook, page):
    forget(workbook)
    open_lesson(page, workbook, "learn", STEM)
    page.get_by_label("About 90 in 100").check()
    page.get_by_role("button", name="This is my guess").first.click()
    page.get_by_role("button", name="Start the game").click()
    rounds(page, lambda name: page.get_by_role("button", name=name, exact=True).click())
    score = card_with(page, "You were right in")
    assert "About 90 in 100" in score.inner_text()
    assert "69.7 times in 100" in score.inner_text()

    dial = card_with(page, "What do you ask?")
    dial.get_by_role("button", name="Draw a noisy answer").click()
    dial.get_by_text("The odds.").wait_for(timeout=LOADING)
    dial.get_by_role("button", name="Draw again").click()
    dial.get_by_label("The average").check()
    dial.locator("select").first.select_option(label="age")
    dial.get_by_role("button", name="Draw a noisy answer").click()
    dial.get_by_text("no bounds yet").wait_for()
    for place, value in enumerate(("0", "120")):
        dial.locator("input[type=text]").nth(place).fill(value)
    dial.locator("input[type=text]").nth(1).press("Tab")
    dial.get_by_role("button", name="Draw a noisy answer").click()
    dial.get_by_text("The odds.").wait_for()
    assert violations(page) == []

    page.get_by_label("The average of the answers gives").check()
    page.get_by_role("button", name="This is my guess").first.click()
    page.get_by_role("button", name="Ask once").click()
    page.get_by_text("1 answer.").wait_for(timeout=LOADING)
    for _ in range(5):
        page.get_by_role("button", name="Ask 100 times").click()
    page.get_by_text("501 answers.").wait_for()
    page.get_by_label("An accountant counts them").check()
    page.get_by_role("button", name="Ask 100 times").click()
    page.get_by_text("The accountant says stop").wait_for()

    audit = card_with(page, "Which one do you want to audit?")
    audit.get_by_label("Count C").check()
    audit.get_by_label("I think so").check()
    audit.get_by_role("button", name="Run it").click()
    audit.get_by_text("Caught.").wait_for(timeout=LOADING)
    audit.get_by_label("Count A").check()
    audit.get_by_role("button", name="Run it").click()
    audit.get_by_text("Count A is run").wait_for()
    audit.get_by_role("button", name="Cancel").click()
    audit.get_by_text("Stopped.").wait_for()

    page.get_by_role("button", name="Take the made-up table").click()
    page.get_by_text("800 rows").wait_for()
    assert violations(page) == []
    assert page.complaints == []


def tab_to(page, name, limit=150, key="Tab"):
    """Press Tab until the button or field of this name has the focus."""
    for _ in range(limit):
        page.keyboard.press(key)
        if here(page) == name:
            return
    raise AssertionError(f"Tab never came to {name!r}")


def here(page):
    return page.evaluate(
        "() => { const e = document.activeElement;"
        " return (e.labels?.[0]?.textContent || e.textContent || '').trim(); }"
    )


def test_the_game_the_dial_and_the_budget_by_keyboard_alone(workbook, page):
    forget(workbook)
    open_lesson(page, workbook, "learn", STEM)
    tab_to(page, "Start the game")
    page.keyboard.press("Enter")
    page.get_by_text("Round 1 of 20").wait_for(timeout=LOADING)
    tab_to(page, "She is in", limit=2)  # the focus was led here

    def press(name):
        if here(page) != name:
            tab_to(page, name, limit=1, key="Tab" if name == "She is not in" else "Shift+Tab")
        page.keyboard.press("Enter")

    rounds(page, press)
    page.get_by_text("The best guesser, in the long run at epsilon 1").wait_for()
    tab_to(page, "Play again", limit=3)

    tab_to(page, "Draw a noisy answer")
    page.keyboard.press("Enter")
    page.get_by_text("The odds.").wait_for(timeout=LOADING)
    assert here(page) == "Draw again", "the button keeps the focus"
    page.keyboard.press("Tab")
    page.keyboard.press("Home")
    page.get_by_text("51 times if you are").wait_for()
    page.keyboard.press("End")
    page.get_by_text("nearly always if you are").wait_for()

    tab_to(page, "Ask once")
    page.keyboard.press("Enter")
    page.get_by_text("1 answer.").wait_for()
    assert here(page) == "Ask once"
    assert page.complaints == []
