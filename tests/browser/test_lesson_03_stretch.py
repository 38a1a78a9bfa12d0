"""Lesson 03's stretch in real Chromium: groups, plates and moments, by mouse, then by keyboard alone."""

import re

import pytest
from tests.browser.learner import card_with, forget, open_lesson, tab_to_words, violations

pytestmark = [pytest.mark.browser, pytest.mark.slow]
STEM = "03-find-the-person-without-a-name"
LOADING = 120_000


def press(page, name):
    page.get_by_role("button", name=name).click()


def picture_of(card):
    return card.locator(".pl-picture svg").get_attribute("aria-label")


def below(card):
    """How far the card's button is below its first slider."""
    slider = card.get_by_label("How many rows must look alike?")
    return card.get_by_role("button").bounding_box()["y"] - slider.bounding_box()["y"]


def test_the_stretch_by_mouse(workbook, page):
    forget(workbook)
    open_lesson(page, workbook, "learn", STEM)

    press(page, "Make the file coarser")
    page.get_by_text("Pick a guess first").wait_for()
    page.get_by_label("To a few months").check()
    press(page, "Make the file coarser")
    k = card_with(page, "How many rows must look alike?")
    k.get_by_text("One is Mika").wait_for(timeout=LOADING)
    before = picture_of(k)
    k.get_by_label("How many rows must look alike?").fill("7")
    k.get_by_text("100 rows (k = 100)").wait_for()
    k.get_by_text(re.compile(r"at least 1\d\d others")).wait_for()
    assert picture_of(k) != before
    k.get_by_label("How many rows must look alike?").fill("3")
    k.get_by_text("at least 4 others").wait_for()
    at = below(k)
    press(page, "Which group tells most?")
    k.get_by_text("All 5 say").wait_for()
    assert below(k) == pytest.approx(at, abs=3), "the button stays in place"
    k.get_by_label("How many different diagnoses").fill("3")
    k.get_by_text("can guess well").wait_for()
    assert violations(page) == []

    page.get_by_label("Longer than I live").check()
    press(page, "Try every plate")
    plates = card_with(page, "How does the firm hide the plates?")
    plates.get_by_text("The plates of 12 of 12 rows were found").wait_for(timeout=LOADING)
    assert plates.get_by_text("hidden", exact=True).count() == 0
    plates.get_by_label("A secret key").check()
    plates.get_by_text("HMAC").wait_for()
    press(page, "Try every plate")
    plates.get_by_text("The plates of 0 of 12 rows were found").wait_for(timeout=LOADING)
    press(page, "I am the firm")
    plates.get_by_text("The plates of 12 of 12 rows were found").wait_for(timeout=LOADING)
    assert violations(page) == []

    page.get_by_label("Two", exact=True).check()
    press(page, "Look for Mika's phone")
    page.get_by_role("button", name="Next moment").wait_for(timeout=LOADING)
    moments = card_with(page, "Mika was seen")
    for count in (2, 3, 4):
        press(page, "Next moment")
        moments.locator("tbody tr").nth(count - 1).wait_for()
    moments.get_by_text("One phone is left").wait_for()
    press(page, "And all the others?")
    moments.get_by_text("phones are singled out").wait_for(timeout=LOADING)
    before = picture_of(moments)
    moments.get_by_label("How exact is the place?").fill("5")
    moments.get_by_text("a square of 4,000 m").wait_for()
    moments.get_by_text("Still in a crowd").wait_for()
    assert picture_of(moments) != before
    moments.get_by_label("100 phones", exact=True).check()
    moments.get_by_text("of 100 phones fit").wait_for()
    assert violations(page) == []
    assert page.complaints == []


def test_the_stretch_by_keyboard_alone(workbook, page):
    forget(workbook)
    open_lesson(page, workbook, "learn", STEM)

    tab_to_words(page, "To the day")
    page.keyboard.press("ArrowDown")
    tab_to_words(page, "Make the file coarser", limit=2)
    page.keyboard.press("Enter")
    k = card_with(page, "How many rows must look alike?")
    k.get_by_text("One is Mika").wait_for(timeout=LOADING)
    tab_to_words(page, "Which group tells most?", limit=3)  # the sentence has the focus, above the button
    page.keyboard.press("Enter")
    k.get_by_text("All 5 say").wait_for()
    page.get_by_label("How many different diagnoses").wait_for()
    tab_to_words(page, "How many different diagnoses", limit=1)
    page.keyboard.press("ArrowRight")
    k.get_by_text("2 (l = 2)").wait_for()
    k.get_by_text("can guess well").wait_for()

    tab_to_words(page, "A few seconds")
    page.keyboard.press("Space")
    tab_to_words(page, "Try every plate", limit=2)
    page.keyboard.press("Enter")
    page.get_by_text("The plates of 12 of 12 rows were found").wait_for(timeout=LOADING)

    tab_to_words(page, "One")
    page.keyboard.press("ArrowRight")
    tab_to_words(page, "Look for Mika's phone", limit=2)
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Next moment").wait_for(timeout=LOADING)
    tab_to_words(page, "Next moment", limit=2)
    moments = card_with(page, "Mika was seen")
    for count in (2, 3, 4):
        page.keyboard.press("Enter")  # the button keeps the focus
        moments.locator("tbody tr").nth(count - 1).wait_for()
    page.get_by_role("button", name="And all the others?").wait_for()
    page.keyboard.press("Enter")
    moments.get_by_text("phones are singled out").wait_for(timeout=LOADING)
    page.wait_for_function("() => document.activeElement.classList.contains('pl-live')")
    page.keyboard.press("Shift+Tab")  # from the sentence back to the phones, then the sliders
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("End")
    moments.get_by_text("1 week").wait_for()
    assert page.complaints == []
