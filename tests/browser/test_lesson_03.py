"""Lesson 03 from the guess to a made-up table, in real Chromium: by mouse, then by keyboard alone."""

import re

import pytest
from tests.browser.learner import CARD, card_with, forget, open_lesson, tab_to_words, violations

pytestmark = [pytest.mark.browser, pytest.mark.slow]
STEM = "03-find-the-person-without-a-name"
LOADING = 120_000


def card_with_button(page, name):
    return page.locator(CARD).filter(has=page.get_by_role("button", name=name))


def counted(card, words):
    return int(re.search(rf"{words}\s+([\d,]+) of 5,000", card.inner_text())[1].replace(",", ""))


def slide(slider, steps):
    """Drag a slider to a step, counted from 0 of ``steps``, with the mouse."""
    at, of = steps
    box = slider.bounding_box()
    slider.click(position={"x": 8 + (box["width"] - 16) * at / of, "y": box["height"] / 2})


PATHS = """
(svg) => [...svg.querySelectorAll("path")].map((p) => (p.getAttribute("d").match(/M/g) || []).length)
"""


def marks(card):
    """How many marks have each look; a twin is drawn as two discs."""
    counts = card.locator(".pl-crowd svg").evaluate(PATHS)
    counts[3] //= 2
    return counts


def test_the_whole_lesson_by_mouse(workbook, page):
    forget(workbook)
    open_lesson(page, workbook, "learn", STEM)

    page.get_by_label("About half").check()
    page.get_by_role("button", name="This is my guess").click()

    page.get_by_role("button", name="Open the clinic's file").click()
    page.get_by_role("button", name="Show the whole town").wait_for(timeout=LOADING)
    meter = card_with_button(page, "All three, to the finest")
    assert counted(meter, "In the file") == 0
    slide(meter.get_by_label("Birth date"), (2, 4))
    meter.get_by_text("a person's year of birth").wait_for()
    slide(meter.get_by_label("Postcode"), (2, 3))
    meter.get_by_text("part of the postcode").wait_for()
    meter.get_by_label("known", exact=True).check()
    meter.get_by_text("year of birth, sex and part").wait_for()
    alone = counted(meter, "In the file")
    before = marks(meter)
    assert alone > 1000
    page.get_by_role("button", name="Show the whole town").click()
    meter.get_by_text("have a twin:").wait_for()
    assert counted(meter, "In the whole town") < alone / 10
    after = marks(meter)
    assert before[1] == after[1] + after[3], "who was one of a kind is so still, or has a twin"
    assert after[3] > after[1]
    page.get_by_role("button", name="All three, to the finest").click()
    meter.get_by_text("Your guess was").wait_for()
    assert counted(meter, "In the whole town") > 4900
    assert violations(page) == []

    figures = card_with(page, "Your assumptions")
    slide(figures.get_by_label("How many people share"), (7, 12))
    figures.get_by_text("This is the figure of Sweeney (2000)").wait_for()
    slide(figures.get_by_label("How many people share"), (10, 12))
    figures.get_by_text("This is the figure of Golle (2006)").wait_for()

    page.get_by_role("button", name="Get both lists").click()
    join = card_with(page, "Whom do you look for?")
    join.get_by_text("5,000 of 5,000 rows still fit").wait_for(timeout=LOADING)
    slide(join.get_by_label("Birth date"), (3, 4))
    join.get_by_text("Go on: use a little more").wait_for()
    assert "wrist pain" not in join.inner_text()
    slide(join.get_by_label("Postcode"), (3, 3))
    join.get_by_text("One row is left").wait_for()
    assert "wrist pain" in join.inner_text()
    join.get_by_label("everybody").check()
    slide(join.get_by_label("Postcode"), (2, 3))
    join.get_by_text("Wrong names hurt too").wait_for()
    assert violations(page) == []

    own = card_with(page, "Whose data is in this file?")
    assert own.get_by_role("button", name="Read the file from there").is_disabled()
    page.get_by_role("button", name="Take the made-up table").click()
    own = card_with(page, "Which columns does somebody know?")
    own.get_by_label("born").check()
    own.get_by_label("postcode").check()
    own.get_by_text("(all of it)").wait_for()
    slide(own.get_by_label("How coarse?"), (3, 3))
    own.get_by_text("(by ten years)").wait_for()
    assert violations(page) == []
    page.get_by_role("button", name="Forget it").click()
    page.get_by_text("Nothing of the table is in memory").wait_for()
    assert page.complaints == []


def test_the_meter_and_the_lists_by_keyboard_alone(workbook, page):
    forget(workbook)
    open_lesson(page, workbook, "learn", STEM)

    tab_to_words(page, "Open the clinic's file")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Show the whole town").wait_for(timeout=LOADING)
    meter = card_with_button(page, "All three, to the finest")
    tab_to_words(page, "Birth date", limit=4)
    for words in ("ten years", "year", "month and year", "day"):
        page.keyboard.press("ArrowRight")
        meter.locator("output", has_text=re.compile(f"^{words}$")).wait_for()
    tab_to_words(page, "Postcode", limit=1)
    page.keyboard.press("End")
    meter.get_by_text("birth date and full postcode").wait_for()
    tab_to_words(page, "not known", limit=1)
    page.keyboard.press("ArrowRight")
    meter.get_by_text("birth date, sex and full postcode").wait_for()
    tab_to_words(page, "Show the whole town", limit=1)
    page.keyboard.press("Enter")
    meter.get_by_text("are still alone").wait_for()
    page.keyboard.press("Enter")  # the button keeps the focus, and goes back
    page.get_by_role("button", name="Show the whole town").wait_for()

    tab_to_words(page, "Get both lists")
    page.keyboard.press("Enter")
    join = card_with(page, "Whom do you look for?")
    join.get_by_text("5,000 of 5,000 rows still fit").wait_for(timeout=LOADING)
    tab_to_words(page, "Mika", limit=3)
    tab_to_words(page, "Birth date", limit=1)
    page.keyboard.press("End")
    tab_to_words(page, "Postcode", limit=1)
    page.keyboard.press("End")
    join.get_by_text("One row is left").wait_for()
    assert page.complaints == []
