"""Lesson 05 from the guess to the appetite, in real Chromium: by mouse, then by keyboard alone."""

import re

import pytest
from tests.browser.learner import card_with, forget, open_lesson, tab_to_words, violations

pytestmark = [pytest.mark.browser, pytest.mark.slow]
STEM = "05-make-a-model-remember"
TRAINING = 240_000  # on a busy machine


def place_in(card):
    """Which guess Mika's code is, by the sentence."""
    found = re.search(r"For this model it is (?:guess ([\d,]+) of|the very (first) guess)", card.inner_text())
    return 1 if found[2] else int(found[1].replace(",", ""))


def test_the_whole_lesson_by_mouse(workbook, page):
    forget(workbook)
    open_lesson(page, workbook, "learn", STEM)
    page.get_by_label("Once is enough").check()
    page.get_by_role("button", name="This is my guess").first.click()

    page.get_by_role("button", name="Train four models").click()
    page.get_by_text("Model 1 of 4").wait_for()
    card_with(page, "Model 1 of 4").get_by_role("button", name="Cancel").click()
    page.get_by_text("Stopped. You can start again").wait_for()
    page.get_by_role("button", name="Train four models").click()
    page.get_by_text("Four models are trained").wait_for(timeout=TRAINING)
    card = card_with(page, "Four models are trained")
    once = place_in(card)
    alt = card.locator(".pl-picture svg").get_attribute("aria-label")
    assert "Typed 20 times" not in alt, "what was not looked at is not told"
    card.get_by_label("5 times", exact=True).check()
    card.get_by_text("She typed it 5 times").wait_for()
    card.get_by_label("20 times", exact=True).check()
    card.get_by_text("Your guess was").wait_for()
    card.get_by_text("She typed it 20 times").wait_for()
    assert place_in(card) < once
    page.wait_for_function(
        "[...document.querySelectorAll('.pl-picture svg')].some(i => i.ariaLabel.includes('Typed 20 times'))"
    )
    assert violations(page) == []

    page.get_by_label("Some other code").check()
    page.get_by_role("button", name="This is my guess").first.click()
    card = card_with(page, "The company has a copy")
    card.get_by_role("button", name="Train the company's model").click()
    card = card_with(page, "Her list of chats")
    card.get_by_text("The model is trained.").wait_for(timeout=TRAINING)
    for button, said in (
        ("Delete her chats", "Still there."),
        ("Opt out, and change the code", "From today nothing new"),
        ("Train the next model", "Opting out works for tomorrow."),
        ("Take her chats out, and train again", "The lock is changed."),
    ):
        card.get_by_role("button", name=button).click()
        card.get_by_text(said).wait_for(timeout=TRAINING)
    card.get_by_label("The first model").check()
    card.get_by_text("The first model: the old code is").wait_for()
    assert violations(page) == []

    page.get_by_label("It is still getting better").check()
    page.get_by_role("button", name="This is my guess").first.click()
    page.get_by_role("button", name="Feed the model").click()
    page.get_by_text("The appetite:").wait_for(timeout=TRAINING)
    card = card_with(page, "The appetite:")
    card.get_by_label("1", exact=True).check()
    card.get_by_text("by 1 person it guesses").wait_for()

    page.get_by_role("button", name="Use a made-up text").click()
    page.get_by_text("Can you find words of the text").wait_for(timeout=TRAINING)
    assert "name is turnip" in card_with(page, "Can you find words").inner_text()
    assert violations(page) == []
    assert page.complaints == []


def test_training_asking_and_forgetting_by_keyboard_alone(workbook, page):
    forget(workbook)
    open_lesson(page, workbook, "learn", STEM)

    tab_to_words(page, "Train four models")
    page.keyboard.press("Enter")
    page.get_by_text("Model 1 of 4").wait_for()
    tab_to_words(page, "Cancel", limit=1)
    page.keyboard.press("Enter")
    page.get_by_text("Stopped. You can start again").wait_for()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    page.get_by_text("Four models are trained").wait_for(timeout=TRAINING)
    page.get_by_label("Once", exact=True).wait_for()
    tab_to_words(page, "Once", limit=2)  # the focus was led here
    page.keyboard.press("ArrowRight")
    page.get_by_text("She typed it 5 times").wait_for()
    page.keyboard.press("ArrowRight")
    page.get_by_text("She typed it 20 times").wait_for()
    page.get_by_text("Not a store of sentences.").wait_for()

    tab_to_words(page, "Train the company's model")
    for said in (
        "The model is trained.",
        "Still there.",
        "From today nothing new",
        "Opting out works for tomorrow.",
        "The lock is changed.",
    ):
        page.keyboard.press("Enter")  # the button keeps the focus
        page.get_by_text(said).wait_for(timeout=TRAINING)
    page.get_by_label("The model without her chats").wait_for()
    tab_to_words(page, "The model without her chats", limit=2)
    page.keyboard.press("ArrowLeft")
    page.get_by_text("The next model: the old code is").wait_for()
    assert page.complaints == []
