"""Lesson 12 from the maze to the last backup, in real Chromium: by mouse, then by keyboard alone."""

import re

import pytest
from tests.browser.learner import card_with, forget, open_lesson, tab_to_words, violations
from tests.conftest import wait_until

pytestmark = [pytest.mark.browser, pytest.mark.slow]
STEM = "12-opt-out-for-real"
WAITING = 60_000


def rows(card, place):
    """How many rows lay in a place before, and lie there now."""
    line = card.locator("summary, .pl-place-line").filter(has_text=place).first
    return tuple(int(text) if text.isdigit() else 0 for text in line.locator(".pl-num").all_inner_texts())


def guess(page, label):
    page.get_by_label(label).check()
    page.get_by_role("button", name="This is my guess").first.click()


def at(page, title):
    """Wait for a page of the settings site; its title has the focus."""
    heading = page.get_by_role("heading", name=title, exact=True)
    heading.wait_for()
    page.wait_for_function("(t) => document.activeElement.textContent === t", arg=title)


def test_the_maze_and_the_company_by_mouse(workbook, page):
    forget(workbook)
    open_lesson(page, workbook, "learn", STEM)
    guess(page, "In less than a minute")
    page.get_by_role("button", name="Open Lumenly's settings").click()
    site = page.locator(".pl-site").first
    page.get_by_text("Time: 0:").wait_for()
    page.get_by_role("button", name="Switch the clock off").click()
    page.get_by_text("The clock is off").wait_for()
    for name, title in (
        ("Privacy", "Privacy"),
        ("Back to settings", "Settings"),
        ("My experience", "My experience"),
        ("Grow with Pip", "Grow with Pip"),
    ):
        site.get_by_role("button", name=name, exact=True).click()
        at(page, title)
    switch = site.get_by_role("switch", name="Do not stop Pip")
    assert switch.is_checked()
    switch.click()
    at(page, "Oh no! Are you sure?")
    assert violations(page) == []
    site.get_by_role("button", name="No, I don't care").click()
    at(page, "Grow with Pip")
    assert not switch.is_checked()
    page.get_by_role("button", name="I'm done").click()
    page.get_by_text("counts only once it is saved").wait_for()
    page.get_by_role("button", name="Undo").click()
    at_sure = site.get_by_role("button", name="No, I don't care")
    at_sure.click()
    for name, title in (
        ("Back to my experience", "My experience"),
        ("Quality club", "Quality club"),
    ):
        site.get_by_role("button", name=name, exact=True).click()
        at(page, title)
    site.get_by_role("switch", name="Leave the quality club").click()
    site.get_by_text("Changes count once").wait_for()
    for name, title in (
        ("Back to my experience", "My experience"),
        ("Back to settings", "Settings"),
        ("Account", "Account"),
        ("Save my changes", "Saved! One more thing"),
        ("Not now", "Settings"),
    ):
        site.get_by_role("button", name=name, exact=True).click()
        at(page, title)
    page.get_by_role("button", name="I'm done").click()
    card = card_with(page, "It can be done fairly")
    assert re.search(r"It took \d+ presses\.", card.inner_text()), "no time, as the clock was off"
    assert "Shame on you" in card.inner_text()
    for number in (0, 1):
        card.get_by_role("switch").nth(number).click()
    card.get_by_text("Both are off, after 2 presses").wait_for()
    assert violations(page) == []

    guess(page, "In one or two")
    page.get_by_role("button", name="Sign up as Mika").click()
    page.get_by_label("the secret game").check()
    page.get_by_role("button", name="Chat with Pip").click()
    page.get_by_role("button", name="Let three weeks pass").click()
    card = card_with(page, "The model in use")
    card.get_by_text("the very first guess").wait_for(timeout=WAITING)
    wait_until(lambda: rows(card, "The reviewers' firm") == (0, 1))
    card.locator("summary", has_text="Review queue").click()
    card.get_by_text("no longer linked").first.wait_for()
    page.get_by_role("button", name="Opt out of training").click()
    card.get_by_text("Opting out is for tomorrow.").wait_for()
    trained = rows(card, "Copy for training")
    assert trained[0] == trained[1] > 0

    page.get_by_role("button", name="Ask for a copy").click()
    for reply, said in (
        ("Here is my passport", "Please fill in our web form"),
        ("You have my request", "could not find an account"),
        ("The account's mail address", "A part."),
        ("Some is missing", "No answer. More than a month"),
        ("You are late", "Complete."),
    ):
        page.get_by_label(reply).check()
        page.get_by_role("button", name="Send this reply").click()
        card.get_by_text(said).wait_for(timeout=WAITING)
    wait_until(lambda: rows(card, "Copies of her passport") == (1, 1))

    page.get_by_role("button", name="Ask them to delete").click()
    for reply, said in (
        ("No. Delete all", "Your guess was"),
        ("I count my words", "So they are anonymous"),
        ("The words tell", "two more months"),
        ("You had to say so", "That worked."),
    ):
        if said == "So they are anonymous":
            wait_until(lambda: rows(card, "Her chats")[1] == 0)
            assert rows(card, "Copy for training")[1] == trained[1]
            assert violations(page) == []
        page.get_by_label(reply).check()
        page.get_by_role("button", name="Send this reply").click()
        card.get_by_text(said).wait_for(timeout=WAITING)
    wait_until(lambda: rows(card, "Copy for training") == (trained[1], 0))
    month = page.get_by_role("button", name="Let a month pass")
    for _ in range(6):
        if not month.count():
            break
        before = card.inner_text()
        month.click()
        wait_until(
            lambda was=before: card.inner_text() != was and not card.get_by_role("progressbar").count()
        )
        page.wait_for_timeout(1000)
    card.get_by_text("No row of Mika's is left in the database").wait_for()
    page.get_by_role("button", name="Start over").last.wait_for()
    assert page.complaints == []


def test_the_maze_and_the_first_replies_by_keyboard_alone(workbook, page):
    forget(workbook)
    open_lesson(page, workbook, "learn", STEM)
    tab_to_words(page, "Open Lumenly's settings")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Settings", exact=True).wait_for()
    for words, title in (
        ("My experience", "My experience"),
        ("Grow with Pip", "Grow with Pip"),
        ("Do not stop Pip", "Oh no! Are you sure?"),
        ("No, I don't care", "Grow with Pip"),
    ):
        tab_to_words(page, words, limit=8)
        page.keyboard.press("Space")
        at(page, title)  # the focus is on the new title, so the next Tab goes to its first item
    tab_to_words(page, "I'm done", limit=4)
    page.keyboard.press("Enter")
    page.get_by_text("counts only once it is saved").wait_for()
    tab_to_words(page, "Show me the way", limit=4)
    page.keyboard.press("Enter")
    page.get_by_text("It can be done fairly").wait_for()
    page.wait_for_function("() => document.activeElement.textContent.includes('It can be done fairly')")
    tab_to_words(page, "Lumenly may train", limit=4)
    page.keyboard.press("Space")
    page.get_by_text("Saved.", exact=True).wait_for()
    tab_to_words(page, "People at Lumenly", limit=1)  # the focus stayed on the switch

    tab_to_words(page, "Sign up as Mika")
    page.keyboard.press("Enter")
    page.get_by_text("Mika has an account").wait_for()
    for said in ("Let three weeks pass", "Opt out of training", "Ask for a copy of everything"):
        page.keyboard.press("Enter")  # the button keeps the focus
        page.get_by_role("button", name=said).wait_for(timeout=WAITING)
    page.keyboard.press("Enter")
    page.get_by_label("Here is my passport").wait_for()
    tab_to_words(page, "Here is my passport", limit=2)
    page.keyboard.press("ArrowDown")
    tab_to_words(page, "Send this reply", limit=1)
    page.keyboard.press("Enter")
    card_with(page, "The model in use").get_by_text("They had no doubt to name").wait_for()
    tab_to_words(page, "I fill in the form", limit=2)
    assert page.complaints == []
