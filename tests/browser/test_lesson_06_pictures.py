"""The sprite machine in real Chromium, by mouse and by keyboard alone, in a notebook made for tests."""

import pytest
from tests.browser.learner import forget, open_lesson, tab_to_words, violations

pytestmark = [pytest.mark.browser, pytest.mark.slow]
STEM = "92-ask-for-a-sprite"
LONG = 180_000  # learning takes seconds, and more on a busy machine


def guess(page):
    page.get_by_label("More than half").check()
    page.get_by_role("button", name="This is my guess").click()
    page.get_by_text("You said:").wait_for()


@pytest.mark.parametrize("door", ["learn", "hood"])
def test_copies_come_out_and_become_rare_with_more_artists(door, fixture_folder, page):
    forget(fixture_folder)
    open_lesson(page, fixture_folder, door, STEM)
    learn = page.get_by_role("button", name="Let the machine learn")
    learn.click()
    page.get_by_text("Make your guess first").wait_for()
    guess(page)
    learn.click()
    page.get_by_role("progressbar", name="It studies").wait_for()
    page.get_by_role("button", name="Ask for a new sprite").wait_for(timeout=LONG)
    page.get_by_role("button", name="Ask for a new sprite").click()
    page.get_by_text("Asked once so far").wait_for()
    sprites = page.locator(".pl-sprite-pair img")
    sprites.nth(2).wait_for()  # the words come first, the pictures in the message after
    assert sprites.count() == 3
    assert all(sprites.nth(i).get_attribute("alt") for i in range(3))
    assert sprites.first.evaluate("e => getComputedStyle(e).imageRendering") == "pixelated"

    page.get_by_role("button", name="Ask for a hundred").click()
    page.get_by_text("Your guess was: More than half.").wait_for()
    page.locator(".pl-sprite-sheet img").nth(99).wait_for()
    assert page.locator(".pl-sprite-sheet img").count() == 100
    few = page.locator(".pl-copy[data-mark='=']").count()
    assert few > 30
    assert violations(page, ".pl-activity:last-of-type") == []

    page.get_by_label("8 artists").check()
    page.get_by_text("241 pictures").wait_for()
    learn.click()
    page.get_by_text(f"in a hundred are copies instead of {few}.").wait_for(timeout=LONG)
    assert page.locator(".pl-copy[data-mark='=']").count() < 10
    page.get_by_label("only Mika").check()  # learned before: it answers without learning
    page.get_by_text(f"With 1 artist instead of 8, {few} in a hundred").wait_for(timeout=5_000)
    assert page.complaints == []


def test_the_machine_by_keyboard_alone(fixture_folder, page):
    forget(fixture_folder)
    open_lesson(page, fixture_folder, "learn", STEM)
    tab_to_words(page, "None or almost none")
    page.keyboard.press("Space")
    tab_to_words(page, "This is my guess")
    page.keyboard.press("Enter")
    page.get_by_text("You said:").wait_for()
    tab_to_words(page, "Let the machine learn")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Cancel").wait_for()
    page.keyboard.press("Enter")  # the button keeps the focus
    page.get_by_text("Stopped. Nothing was learned.").wait_for(timeout=LONG)
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Ask for a new sprite").wait_for(timeout=LONG)
    tab_to_words(page, "Ask for a new sprite", limit=3)
    page.keyboard.press("Enter")
    page.get_by_text("Asked once so far").wait_for()
    page.keyboard.press("Enter")
    page.get_by_text("Asked twice so far").wait_for()
    tab_to_words(page, "Ask for a hundred", limit=1)
    page.keyboard.press("Enter")
    page.get_by_text("Your guess was: None or almost none.").wait_for()
    page.get_by_label("20 times", exact=True).wait_for()
    page.wait_for_function("() => document.activeElement.textContent.startsWith('The machine has learned')")
    tab_to_words(page, "only Mika", limit=1)
    tab_to_words(page, "once", limit=1)
    page.keyboard.press("ArrowDown")
    page.get_by_text("The window gecko stands among them 5 times").wait_for()
    tab_to_words(page, "Let the machine learn", limit=1)
    page.keyboard.press("Enter")
    page.get_by_text("What changed:").wait_for(timeout=LONG)
    assert page.evaluate("() => document.activeElement.textContent.trim()") == "It has learned from these"
    assert page.complaints == []
