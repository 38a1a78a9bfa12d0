"""Lesson 01 from the guess to a made-up trail, in real Chromium: by mouse, then by keyboard alone."""

import re

import pytest
from tests.browser.learner import CARD, card_with, forget, open_lesson, tab_to_words, violations

pytestmark = [pytest.mark.browser, pytest.mark.slow]
STEM = "01-follow-your-data-trail"
LOADING = 120_000


def right_on(card):
    return int(re.search(r"Of 9 facts: (\d) right", card.inner_text())[1])


def test_the_whole_lesson_by_mouse(workbook, page):
    forget(workbook)
    open_lesson(page, workbook, "learn", STEM)

    assert "Weir Street" not in page.locator("main").inner_text(), "the code prints it, for those who ask"
    page.get_by_label("Two to four").check()
    page.get_by_role("button", name="This is my guess").click()

    page.get_by_role("button", name="Show me Mika's day").click()
    page.get_by_role("button", name="What does the program conclude?").click(timeout=LOADING)
    day = card_with(page, "Conclusion 1 of 9")
    day.get_by_text("Home is 22 Weir Street").wait_for()
    assert "under 20,000" not in day.inner_text(), "the truth waits for its turn"
    before = day.locator(".pl-picture svg").get_attribute("aria-label")
    inside = day.evaluate(
        "(e) => { const s = getComputedStyle(e);"
        " return e.clientWidth - parseFloat(s.paddingLeft) - parseFloat(s.paddingRight); }"
    )
    assert day.locator(".pl-picture svg").bounding_box()["width"] == pytest.approx(inside, abs=3)
    onward = page.get_by_role("button", name="Next conclusion")
    stands = onward.bounding_box()["y"]
    for step in (2, 3, 4):
        onward.click()
        card_with(page, f"Conclusion {step} of 9").wait_for()
        assert onward.bounding_box()["y"] == pytest.approx(stands, abs=2), "nobody has to look for it"
    page.get_by_role("button", name="All at once").click()
    page.get_by_text("Your guess was").wait_for()
    day = card_with(page, "Your guess was")
    day.get_by_label("Likes").check()
    day.get_by_text("Is interested in art and drawing").wait_for()
    assert day.locator(".pl-picture svg").get_attribute("aria-label") != before
    assert violations(page) == []

    page.get_by_role("button", name="Take four weeks, and all chats").click()
    page.get_by_role("button", name="Only the chats").wait_for(timeout=LOADING)
    board = card_with(page, "Which sources does the program get?")
    board.get_by_text("6 of 6 sources").wait_for()
    everything = right_on(board)
    height = board.locator("table").bounding_box()["y"]
    board.get_by_label("location").uncheck()
    board.get_by_text("5 of 6 sources").wait_for()
    assert board.locator("table").bounding_box()["y"] == pytest.approx(height, abs=40)
    page.get_by_role("button", name="Only the chats").click()
    board.get_by_text("Only the chats are left").wait_for()
    assert 3 <= right_on(board) < everything
    assert "22 Weir Street" in board.locator("table").inner_text()
    assert "not true" in board.locator("table").inner_text()
    board.get_by_label("Only the same four weeks").check()
    board.get_by_text("The old chats are gone").wait_for()
    assert "22 Weir Street" in board.locator("table tr").nth(1).inner_text(), "as the truth"
    assert "Nothing said" in board.locator("table tr").nth(1).inner_text()
    assert violations(page) == []

    page.get_by_role("button", name="Try 100 people").click()
    page.get_by_role("button", name="Show me a failure").click(timeout=LOADING)
    page.get_by_text("Failure 1 of").wait_for()

    own = page.locator(CARD).filter(has_text="Is this file yours?")
    assert own.get_by_role("button", name="My file is larger than 300 MB").is_disabled()
    page.get_by_role("button", name="Take the made-up export").click()
    page.get_by_role("button", name="Show pictures").click(timeout=LOADING)
    page.get_by_text("The hours of the week").wait_for(timeout=LOADING)
    page.get_by_role("button", name="What would a program conclude?").click()
    page.get_by_text("What a simple program concludes").wait_for()
    own = card_with(page, "What a simple program concludes")
    assert "Ruth" not in own.inner_text()
    page.get_by_label("Show them").check()
    own.get_by_text("Ruth matters").wait_for()
    assert violations(page) == []
    page.get_by_role("button", name="Forget this").click()
    page.get_by_text("Nothing of the file is in memory").wait_for()
    assert page.get_by_text("Ruth matters").count() == 0
    page.get_by_text("Show what it prints").click()
    page.get_by_text("Works or learns at Tarn & Tiles").wait_for()
    assert page.complaints == []

    page.reload()
    page.get_by_text("The day starts anew").wait_for(timeout=LOADING)
    page.get_by_text("This round starts anew").wait_for()


def test_a_chat_that_names_no_owner_asks_whose_it_is(workbook, page):
    forget(workbook)
    open_lesson(page, workbook, "learn", STEM)
    page.get_by_label("A made-up export of").select_option("WhatsApp (Android)")
    page.get_by_role("button", name="Take the made-up export").click()
    page.get_by_role("button", name="Show pictures").click(timeout=LOADING)
    page.get_by_text("Pick above whose file it is").wait_for(timeout=LOADING)
    page.get_by_label("Mika Tarn").check()
    page.get_by_text("The hours of the week").wait_for(timeout=LOADING)
    page.get_by_text("People who come up most").wait_for()
    assert violations(page) == []


def focus_comes_to(page, words):
    """Wait until what has the keyboard's focus says these words; the page's body is no such thing."""
    page.wait_for_function(
        "(words) => document.activeElement !== document.body"
        " && document.activeElement.textContent.includes(words)",
        arg=words,
    )


def test_the_day_and_the_switches_by_keyboard_alone(workbook, page):
    forget(workbook)
    open_lesson(page, workbook, "learn", STEM)

    tab_to_words(page, "Show me Mika's day")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="What does the program conclude?").wait_for(timeout=LOADING)
    tab_to_words(page, "What does the program conclude?", limit=6)
    for step in (1, 2, 3):
        page.keyboard.press("Enter")  # the button keeps the focus
        card_with(page, f"Conclusion {step} of 9").wait_for()
    tab_to_words(page, "All at once", limit=1)
    page.keyboard.press("Enter")
    card_with(page, "From 37 records of one day").wait_for()
    page.get_by_label("Home", exact=True).wait_for()  # it comes in a message of its own
    tab_to_words(page, "Home", limit=5)
    page.keyboard.press("ArrowDown")
    page.get_by_text("Place of work: the program says nothing").wait_for()

    tab_to_words(page, "Take four weeks, and all chats")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Only the chats").wait_for(timeout=LOADING)
    page.get_by_label("browser history", exact=True).wait_for()
    tab_to_words(page, "browser history", limit=3)
    page.keyboard.press("Space")
    page.get_by_text("5 of 6 sources").wait_for()
    tab_to_words(page, "Only the chats", limit=8)
    page.keyboard.press("Enter")
    page.get_by_text("Only the chats are left").wait_for()

    tab_to_words(page, "Try 100 people")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Cancel").wait_for()
    focus_comes_to(page, "of 100 people")
    page.get_by_role("button", name="Show me a failure").wait_for(timeout=LOADING)
    focus_comes_to(page, "100 people, ")
    assert page.complaints == []


def test_the_learners_own_trail_by_keyboard_alone(workbook, page):
    forget(workbook)
    open_lesson(page, workbook, "learn", STEM)

    tab_to_words(page, "Take the made-up export")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Show pictures").wait_for(timeout=LOADING)
    tab_to_words(page, "Show pictures", limit=4)
    page.keyboard.press("Enter")
    page.get_by_text("The hours of the week").wait_for(timeout=LOADING)
    tab_to_words(page, "All the time", limit=4)
    years = page.get_by_role("img", name=re.compile("Records from"))
    before = years.get_attribute("aria-label")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.wait_for_function("(alt) => !document.querySelector(`svg[aria-label='${alt}']`)", arg=before)
    tab_to_words(page, "What would a program conclude?", limit=8)
    page.keyboard.press("Enter")
    page.get_by_text("Topics that come up most").wait_for()
    tab_to_words(page, "Show them", limit=20)
    page.keyboard.press("Space")
    page.get_by_text("Ruth matters").wait_for()
    tab_to_words(page, "Forget this", limit=40)
    page.keyboard.press("Enter")
    page.get_by_text("Nothing of the file is in memory").wait_for()
    focus_comes_to(page, "Forgotten")
    tab_to_words(page, "Yes, this is my own export")
    page.keyboard.press("Space")
    page.wait_for_function(
        "() => [...document.querySelectorAll('button')]"
        ".some((b) => b.textContent.includes('300 MB') && !b.disabled)"
    )
    tab_to_words(page, "My file is larger than 300 MB", limit=4)
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Back to choosing a file").wait_for()
    focus_comes_to(page, "Paste the path")
    assert page.complaints == []
