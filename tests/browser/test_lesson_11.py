"""Lesson 11 in real Chromium: by mouse, then by keyboard alone."""

import pytest
from tests.browser.learner import card_with, forget, open_lesson, tab_to_words, violations

from privlessons.policy.puzzle import puzzle
from privlessons.policy.shelf import load_firms

pytestmark = [pytest.mark.browser, pytest.mark.slow]
STEM = "11-read-the-policy"
LOADING = 60_000
POLICY = "We may share <b>your</b> data with partners.\n\nWe keep it for 30 days. You can delete it."


def test_the_policies_the_words_and_the_tricks_by_mouse(workbook, page):
    forget(workbook)
    open_lesson(page, workbook, "learn", STEM)

    card = card_with(page, "Question 1 of 4")
    card.get_by_role("button", name="Check").click()
    card.get_by_text("Pick one of the answers first").wait_for()
    asked = puzzle(load_firms()[0].policy(), "share")
    card.get_by_label(asked.sentences[asked.right].text).check()
    card.get_by_role("button", name="Check").click()
    card.get_by_text("Found.").wait_for()
    card.get_by_role("button", name="Next question").click()
    card = card_with(page, "Question 2 of 4")
    card.get_by_label("The text does not say").check()
    card.get_by_role("button", name="Check").click()
    card.get_by_text("Not said. Well seen.").wait_for()

    page.get_by_role("button", name="Make the label").click()
    card = card_with(page, "How fast do you read?")
    card.get_by_text("leaves 3 of the nine questions").wait_for()
    card.locator(".pl-said-not").nth(2).wait_for()
    assert card.locator(".pl-said-not").count() == 3
    card.get_by_label("Glowmoth").check()
    card.get_by_text("Glowmoth: 573 words").wait_for()
    card.get_by_label("share", exact=True).check()
    card.locator("mark", has_text="share information").first.wait_for()

    card = card_with(page, "What will its policy be like?")
    card.get_by_label("It promises just that").check()
    card.get_by_role("button", name="Read the policy").click()
    card = card_with(page, "How shall it read?")
    card.get_by_text("Your guess was").wait_for()
    top = card.locator(".pl-file").bounding_box()["y"]
    card.get_by_label("Each “may” as “does”").check()
    card.locator("mark b", has_text="do").first.wait_for()
    assert card.locator(".pl-file").bounding_box()["y"] == top

    card = card_with(page, "Which one should Mika take")
    card.get_by_label("Glowmoth: “").check()
    card.get_by_role("button", name="Put them side by side").click()
    page.get_by_role("button", name="Go through the checklist").click()
    page.get_by_text("By the checklist, Brambleby does best").wait_for()

    card = card_with(page, "Glowmoth shows this page")
    card.get_by_role("button", name="Send me a letter").click()
    card.get_by_text("No trick here.").wait_for()
    for words in ("Use my chats", "I accept the terms", "Legitimate interest", "Accept all", "No thanks"):
        card.get_by_role("button", name=words).click()
    card.get_by_text("Here is the same page without them").wait_for()
    card.locator(".pl-is-trick").nth(5).wait_for()
    assert card.locator(".pl-is-trick").count() == 6
    assert violations(page) == []
    assert page.complaints == []


def test_the_stretch_by_mouse(workbook, page):
    forget(workbook)
    open_lesson(page, workbook, "learn", STEM)

    card = card_with(page, "Or choose a file")
    card.get_by_role("button", name="Make its label").click()
    card.get_by_text("There is no policy in the box yet").wait_for()
    card.locator("textarea").fill(POLICY)
    card.get_by_role("button", name="Make its label").click()
    card.get_by_text("3 sentences and list items").wait_for(timeout=LOADING)
    card.locator(".pl-said-not").nth(5).wait_for()
    assert card.locator(".pl-said-not").count() == 6
    assert card.locator(".pl-policy b").count() == 0
    card.get_by_role("button", name="Forget it").click()
    card.get_by_text("no longer in memory").wait_for()
    with page.expect_file_chooser() as chooser:
        card.get_by_role("button", name="Or choose a file").click()
    page_file = (
        b"<html><h2>Sharing</h2><script>alert(1)</script><p>We sell your data to all the others.</p></html>"
    )
    chooser.value.set_files([{"name": "p.html", "mimeType": "text/html", "buffer": page_file}])
    card.locator("button", has_text="(1)").wait_for()
    card.get_by_role("button", name="Make its label").click()
    card.get_by_text("1 sentence or list item.").wait_for()

    card = card_with(page, "A banner at Glowmoth said")
    card.get_by_label("It explained things better").check()
    card.get_by_role("button", name="Show what changed").click()
    card = card_with(page, "Show the changes about")
    card.get_by_text("is no longer answered").wait_for()
    card.get_by_label("train", exact=True).check()
    card.locator("del", has_text="We do not use content").wait_for()
    assert violations(page) == []
    assert page.complaints == []


def test_the_lesson_by_keyboard_alone(workbook, page):
    forget(workbook)
    open_lesson(page, workbook, "learn", STEM)

    asked = puzzle(load_firms()[0].policy(), "share")
    tab_to_words(page, f"“{asked.sentences[0].text[:20]}")
    page.keyboard.press("Space")
    for _ in range(asked.right):
        page.keyboard.press("ArrowDown")
    tab_to_words(page, "Check", limit=2)
    page.keyboard.press("Enter")
    page.get_by_text("Found.").wait_for()
    tab_to_words(page, "Make the label", limit=4)
    page.keyboard.press("Enter")
    page.get_by_text("leaves 3 of the nine questions").wait_for()
    tab_to_words(page, "How fast do you read?", limit=6)
    page.keyboard.press("Home")
    page.get_by_text("175 words a minute").wait_for()
    tab_to_words(page, "It promises just that", limit=8)
    page.keyboard.press("Space")
    tab_to_words(page, "Read the policy", limit=2)
    page.keyboard.press("Enter")
    page.get_by_text("How shall it read?").wait_for()
    tab_to_words(page, "As it is written", limit=6)
    page.keyboard.press("ArrowRight")
    page.locator("mark b", has_text="do").first.wait_for()
    tab_to_words(page, "☑ Use my chats", limit=20)
    page.keyboard.press("Enter")
    page.get_by_text("Ticked before you came.").wait_for()
    tab_to_words(page, "☐ I accept the terms", limit=3)
    page.keyboard.press("Space")
    page.get_by_text("Three things in one tick.").wait_for()
    tab_to_words(page, "Show the ones I missed", limit=12)
    page.keyboard.press("Enter")
    page.get_by_text("Here is the same page without them").wait_for()
    assert page.complaints == []
