"""Lesson 09 from the guess to the classifier, in real Chromium: by mouse, then by keyboard alone."""

import pytest
from tests.browser.learner import card_with, forget, open_lesson, tab_to_words, violations

pytestmark = [pytest.mark.browser, pytest.mark.slow]
STEM = "09-learn-without-collecting"
TRAINING = 240_000  # on a busy machine


def test_the_whole_lesson_by_mouse(workbook, page):
    forget(workbook)
    open_lesson(page, workbook, "learn", STEM)
    page.get_by_label("Nothing: the messages stay").check()
    page.get_by_role("button", name="This is my guess").first.click()

    page.get_by_role("button", name="Train on all phones").click()
    page.get_by_text("Messages sent: 0").wait_for()
    page.get_by_role("button", name="Cancel").click()
    page.get_by_text("Stopped. You can start again").wait_for()
    page.get_by_role("button", name="Train on all phones").click()
    page.get_by_text("So far the promise is kept").wait_for(timeout=TRAINING)
    page.get_by_label("on my way").check()
    page.get_by_text("on my way …").wait_for()

    page.get_by_role("button", name="Open Mika's update").click()
    page.get_by_text("No message left the phone. Its words did.").wait_for()
    card = card_with(page, "Whose update do you open?")
    assert "Nothing: the messages stay" in card.inner_text()
    assert "naproxen" in card.inner_text()
    card.get_by_role("radio").nth(1).check()
    card.get_by_text("Which word came after which").wait_for()

    page.get_by_label("The sum is rubbish").check()
    page.get_by_role("button", name="This is my guess").first.click()
    card = card_with(page, "So each pair of phones agrees")
    card.get_by_role("button", name="Put the masks on").click()
    card = card_with(page, "as it is sent, with its masks")
    card.wait_for()
    page.get_by_role("button", name="Add up all phones").click()
    page.get_by_text("added once and taken away once").wait_for()
    page.get_by_role("button", name="Let one phone drop out").click()
    page.get_by_text("nothing takes them").wait_for()
    page.get_by_role("button", name="Let the others help").click()
    page.get_by_text("Masks hide who, not what.").wait_for()

    page.get_by_role("button", name="Train with noise").click()
    page.get_by_text("Exact, and open.").wait_for(timeout=TRAINING)
    dial = page.get_by_role("slider", name="How strong is the noise?")
    dial.focus()
    page.keyboard.press("End")
    page.get_by_text("Private, and useless.").wait_for()
    card_with(page, "How strong is the noise?").get_by_label("5,000").check()
    page.get_by_role("button", name="Train with noise for this crowd").click()
    page.get_by_text("Private, and useful.").wait_for(timeout=TRAINING)
    assert violations(page) == []

    page.get_by_role("button", name="Make people up").click()
    page.get_by_role("radio", name="Table B").check(timeout=TRAINING)
    page.get_by_role("button", name="Measure").click()
    page.get_by_text("Right: table B copies.").wait_for()
    page.get_by_role("button", name="Train and attack").click()
    page.get_by_text("Surer about those who were in.").wait_for(timeout=TRAINING)
    page.get_by_role("slider", name="How is it trained?").focus()
    page.keyboard.press("Home")
    page.get_by_text("Read it with care.").wait_for()
    assert violations(page) == []
    assert page.complaints == []


def test_training_opening_masking_and_the_dial_by_keyboard_alone(workbook, page):
    forget(workbook)
    open_lesson(page, workbook, "learn", STEM)
    tab_to_words(page, "Nothing: the messages stay")
    page.keyboard.press("ArrowDown")
    tab_to_words(page, "This is my guess", limit=2)
    page.keyboard.press("Enter")
    page.get_by_text("It is kept.").wait_for()

    tab_to_words(page, "Train on all phones", limit=3)
    page.keyboard.press("Enter")
    page.get_by_text("So far the promise is kept").wait_for(timeout=TRAINING)
    tab_to_words(page, "see you", limit=2)  # the focus was led here
    page.keyboard.press("ArrowDown")
    page.get_by_text("how are …").wait_for()

    tab_to_words(page, "Open Mika's update", limit=3)
    page.keyboard.press("Enter")
    page.get_by_text("No message left the phone. Its words did.").wait_for()

    tab_to_words(page, "The sum is still right")
    page.keyboard.press("Space")
    tab_to_words(page, "This is my guess", limit=2)
    page.keyboard.press("Enter")
    tab_to_words(page, "Put the masks on", limit=3)
    for said in (
        "as it is sent, with its masks",
        "added once and taken away once",
        "nothing takes them",
        "Masks hide who, not what.",
    ):
        page.keyboard.press("Enter")  # the button keeps the focus
        page.get_by_text(said).wait_for(timeout=TRAINING)

    tab_to_words(page, "Train with noise", limit=7)  # the focus was led to the top of the masks
    page.keyboard.press("Enter")
    page.get_by_text("Exact, and open.").wait_for(timeout=TRAINING)
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("End")
    page.get_by_text("Private, and useless.").wait_for()
    assert page.complaints == []
