"""Lesson 02 from the guess to the own redaction, in real Chromium: by mouse, then by keyboard alone."""

import re

import pytest
from tests.browser.learner import CARD, forget, open_lesson, violations

pytestmark = pytest.mark.browser
STEM = "02-sit-at-the-reviewers-desk"
LOADING = 120_000  # the language model wakes up once in each page
FITS = re.compile(r"([\d,]+) of 2,000 people fits?")


def card_with(page, text):
    return page.locator(CARD).filter(has_text=text)


def count_on(card):
    return int(FITS.search(card.inner_text())[1].replace(",", ""))


def test_the_whole_lesson_by_mouse(workbook, page):
    forget(workbook)
    open_lesson(page, workbook, "learn", STEM)

    page.get_by_label("One or two").check()
    page.get_by_role("button", name="This is my guess").click()

    page.get_by_role("button", name="Start my shift").click()
    page.get_by_text("Chat 1 of 8 in your queue").wait_for(timeout=LOADING)
    desk = card_with(page, "Lumenly asks for")
    assert "[name 1]" in desk.inner_text()
    page.get_by_role("button", name="Switch the clock off").click()
    page.get_by_text("The clock is off").wait_for()
    page.get_by_role("button", name="Skip this chat").click()
    page.get_by_text("Chat 2 of 8 in your queue").wait_for()
    desk = card_with(page, "Chat 2 of 8")
    assert desk.bounding_box()["y"] >= -60, "the new chat begins in sight"
    page.get_by_label("Could do harm").check()
    page.get_by_role("button", name="Send my rating").click()
    page.get_by_text("Chat 3 of 8 in your queue").wait_for()
    page.get_by_role("button", name="End my shift").click()

    page.get_by_text("Who was this?").wait_for()
    desk = card_with(page, "Next clue")
    page.get_by_role("button", name="Next clue").click()
    desk.get_by_text("clue 1").first.wait_for()
    first = count_on(desk)
    assert first < 2000
    assert desk.locator("circle.pl-on, circle.pl-one").count() == first
    page.get_by_role("button", name="All clues at once").click()
    desk.get_by_text(re.compile("is left|are left|Not found")).first.wait_for()
    assert count_on(desk) <= first
    assert violations(page) == []
    page.get_by_role("button", name="What came out?").click()
    page.get_by_text("Your guess was").wait_for()

    page.get_by_role("button", name="Let the machine read").click()
    page.get_by_role("button", name="Show me a miss").wait_for(timeout=LOADING)
    dial = card_with(page, "How sure must it be")
    before = dial.locator("img").get_attribute("alt")
    dial.locator("input[type=range]").fill("0.9")
    page.wait_for_function("(before) => document.querySelector('.pl-picture img').alt !== before", arg=before)
    page.get_by_role("button", name="Show me a miss").click()
    dial.get_by_text("Missed.").wait_for()
    assert violations(page) == []

    redact = card_with(page, "Which chat do you want to protect?")
    for word in ("mika", "millbeck"):
        redact.locator(".pl-mask", has_text=re.compile(f"^{word}$")).click()
    page.get_by_role("button", name="Attack it").click()
    redact.get_by_text("The aim:").or_(redact.get_by_text("Your best so far")).wait_for()
    assert "left handed one" in redact.locator("table").first.inner_text()
    assert violations(page) == []

    page.get_by_role("button", name="Take the made-up export").click()
    page.get_by_role("button", name="Show examples").click(timeout=LOADING)
    card_with(page, "Examples, middle hidden").wait_for()
    assert violations(page) == []
    assert page.complaints == []


def tab_to(page, name, limit=150):
    """Press Tab until the button or field of this name has the focus."""
    for _ in range(limit):
        page.keyboard.press("Tab")
        here = page.evaluate(
            "() => { const e = document.activeElement;"
            " return (e.labels?.[0]?.textContent || e.textContent || '').trim(); }"
        )
        if here == name:
            return
    raise AssertionError(f"Tab never came to {name!r}")


def test_the_desk_and_the_own_redaction_by_keyboard_alone(workbook, page):
    forget(workbook)
    open_lesson(page, workbook, "learn", STEM)

    tab_to(page, "Start my shift")
    page.keyboard.press("Enter")
    page.get_by_text("Chat 1 of 8 in your queue").wait_for(timeout=LOADING)
    tab_to(page, "Helpful")
    page.keyboard.press("Space")
    tab_to(page, "Send my rating")
    page.keyboard.press("Enter")
    page.get_by_text("Chat 2 of 8 in your queue").wait_for()
    tab_to(page, "End my shift")
    page.keyboard.press("Space")
    page.get_by_text("Who was this?").wait_for()
    tab_to(page, "Next clue")
    desk = card_with(page, "Next clue")
    crowd = []
    for step in (1, 2, 3):
        page.keyboard.press("Enter")
        desk.get_by_text(f"clue {step}", exact=True).first.wait_for()
        crowd.append(count_on(desk))
    assert crowd == sorted(crowd, reverse=True)

    redact = card_with(page, "Which chat do you want to protect?")
    first_word = redact.locator(".pl-mask").first.inner_text()
    tab_to(page, first_word)
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    page.keyboard.press("End")
    page.keyboard.press("Space")
    assert redact.locator(".pl-mask[aria-pressed=true]").count() == 3
    tab_to(page, "Undo")
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelectorAll('.pl-mask[aria-pressed=true]').length === 2")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    redact.get_by_text("The aim:").wait_for()
    assert "Found." in redact.inner_text()
    assert page.complaints == []


def test_a_drag_blacks_out_all_words_that_it_crosses(workbook, page):
    open_lesson(page, workbook, "learn", STEM)
    words = card_with(page, "Which chat do you want to protect?").locator(".pl-mask")
    words.nth(0).scroll_into_view_if_needed()
    start, end = words.nth(0).bounding_box(), words.nth(3).bounding_box()
    page.mouse.move(start["x"] + 4, start["y"] + 8)
    page.mouse.down()
    page.mouse.move(end["x"] + 4, end["y"] + 8, steps=25)
    page.mouse.up()

    pressed = [words.nth(i).get_attribute("aria-pressed") for i in range(5)]
    assert pressed == ["true"] * 4 + ["false"]
