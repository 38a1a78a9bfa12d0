"""Lesson 04 from the guess to a block of one's own, in real Chromium: by mouse, then by keyboard alone."""

import pytest
from tests.browser.learner import CARD, forget, open_lesson, tab_to_words, violations

pytestmark = [pytest.mark.browser, pytest.mark.slow]
STEM = "04-rebuild-secrets-from-totals"
COUNTING = 60_000


def test_the_whole_lesson_by_mouse(workbook, page):
    forget(workbook)
    open_lesson(page, workbook, "learn", STEM)
    cards = page.locator(CARD)

    cards.nth(0).get_by_label("Roughly how much").check()
    cards.nth(0).get_by_role("button", name="This is my guess").click()
    totals = cards.nth(1)
    assert "£640" not in totals.inner_text(), "nothing is shown before the learner asks"
    totals.get_by_role("button", name="Subtract").click()
    totals.get_by_text("Your guess was: Roughly how much").wait_for()
    totals.get_by_text("Mika earned £640").first.wait_for()
    band = totals.locator(".pl-band").get_attribute("aria-label")
    totals.get_by_label("to 100 pounds").check()
    totals.get_by_text("Blurred").wait_for()
    assert totals.locator(".pl-band").get_attribute("aria-label") != band
    assert violations(page) == []

    cards.nth(2).get_by_label("Eight to ten").check()
    cards.nth(2).get_by_role("button", name="This is my guess").click()
    block = cards.nth(3)
    block.get_by_role("button", name="Print the first table").click()
    block.get_by_text("1 of 11 tables").wait_for()
    top = block.locator(".pl-cards").bounding_box()["y"]
    for tables in range(2, 12):
        block.get_by_role("button", name="Print one more table").click()
        block.get_by_text(f"{tables} of 11 tables").wait_for(timeout=COUNTING)
    block.get_by_text("One block is left").wait_for(timeout=COUNTING)
    assert block.locator(".pl-cards").bounding_box()["y"] == pytest.approx(top, abs=30), "cards stay in place"
    assert block.locator(".pl-whole").count() == 8
    block.get_by_label("1 and 2 hidden").check()
    block.get_by_text("It changed nothing").wait_for(timeout=COUNTING)
    block.get_by_label("rounded to 3s").check()
    block.get_by_text("facts are still the same").wait_for(timeout=COUNTING)
    assert violations(page) == []

    own = cards.nth(5)
    own.get_by_role("button", name="Print and solve it").click()
    own.get_by_text("Nobody lives here yet").wait_for()
    own.get_by_role("button", name="Take Mika’s block").click()
    own.get_by_role("button", name="Remove person 8").click()
    assert own.locator(".pl-people-row").count() == 7
    own.get_by_role("button", name="Undo").click()
    own.get_by_role("button", name="Remove person 8").wait_for()
    own.get_by_label("Age").nth(0).fill("")
    own.get_by_role("button", name="Print and solve it").click()
    own.get_by_text("Person 1: the age is missing").wait_for()
    own.get_by_label("Age").nth(0).fill("31")
    own.get_by_role("button", name="Print and solve it").click()
    own.get_by_text("11 of 11 tables").wait_for(timeout=COUNTING)
    assert violations(page) == []
    assert page.complaints == []


def test_the_block_by_keyboard_alone(workbook, page):
    forget(workbook)
    open_lesson(page, workbook, "learn", STEM)
    cards = page.locator(CARD)

    tab_to_words(page, "Subtract")
    page.keyboard.press("Enter")
    cards.nth(1).get_by_text("Subtracted.").wait_for()
    page.wait_for_function("document.activeElement.matches('.pl-live')")
    page.keyboard.press("Tab")
    page.keyboard.press("End")
    cards.nth(1).get_by_text("Still found").wait_for()

    tab_to_words(page, "Print the first table")
    page.keyboard.press("Enter")
    cards.nth(3).get_by_text("1 of 11 tables").wait_for()
    cards.nth(3).get_by_role("button", name="Print one more table").wait_for()
    tab_to_words(page, "Print one more table", limit=3)
    page.keyboard.press("Enter")
    cards.nth(3).get_by_text("2 of 11 tables").wait_for()
    page.keyboard.press("Enter")  # the button keeps the focus
    cards.nth(3).get_by_text("3 of 11 tables").wait_for()
    tab_to_words(page, "By sex", limit=8)
    page.keyboard.press("Space")
    cards.nth(3).get_by_text("2 of 11 tables").wait_for()

    own = cards.nth(5)
    tab_to_words(page, "Add a person")
    page.keyboard.press("Enter")
    page.keyboard.type("84")  # the new age has the focus, and its number is selected
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    tab_to_words(page, "Remove", limit=3)
    tab_to_words(page, "Add a person", limit=2)
    page.keyboard.press("Enter")
    page.keyboard.type("7")
    tab_to_words(page, "Print and solve it", limit=8)
    page.keyboard.press("Enter")
    own.get_by_text("One block is left").wait_for(timeout=COUNTING)
    shown = own.locator(".pl-cards").inner_text()
    assert "84" in shown
    assert "man" in shown
    assert page.complaints == []
