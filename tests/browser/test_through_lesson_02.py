"""All of lesson 02 from the guess to the learner's own export, as a learner walks through it."""

import re

import pytest
from tests.browser.learner import CARD, forget, open_lesson, violations
from tests.conftest import wait_until

pytestmark = pytest.mark.browser
STEM = "02-sit-at-the-reviewers-desk"
GUESS, DESK, DIAL, BLACKOUT, OWN_TEXT, EXPORT = 0, 1, 2, 3, 6, 7


class Mouse:
    """Points and clicks."""

    def __init__(self, page):
        self.page = page

    def press(self, card, name):
        card.get_by_role("button", name=name, exact=True).click()

    def choose(self, card, nth=0):
        card.locator("label.pl-option").nth(nth).click()

    def right(self, card):
        slider = card.locator("input[type=range]")
        box = slider.bounding_box()
        self.page.mouse.click(box["x"] + 0.9 * box["width"], box["y"] + box["height"] / 2)

    def black_out(self, card, nth):
        card.locator("button.pl-mask").nth(nth).click()


class Keyboard:
    """Has Tab, Space, Enter and the arrow keys, nothing else."""

    def __init__(self, page):
        self.page = page

    def go_to(self, control):
        """Press Tab, forwards or backwards, until the control has the focus."""
        control.wait_for()
        for step in ["Tab"] * 12 + ["Shift+Tab"] * 24 + ["Tab"] * 400:
            if control.evaluate("(e) => document.activeElement === e"):
                return
            self.page.keyboard.press(step)
        raise AssertionError(f"Tab never came to {control}")

    def press(self, card, name):
        self.go_to(card.get_by_role("button", name=name, exact=True))
        self.page.keyboard.press("Enter")

    def choose(self, card, nth=0):
        self.go_to(card.locator("label.pl-option input").first)
        for _ in range(nth):
            self.page.keyboard.press("ArrowDown")
        if not nth:
            self.page.keyboard.press("Space")

    def right(self, card):
        self.go_to(card.locator("input[type=range]"))
        for _ in range(6):
            self.page.keyboard.press("ArrowRight")

    def black_out(self, card, nth):
        self.go_to(card.locator("button.pl-mask[tabindex='0']"))
        self.page.keyboard.press("Home")
        for _ in range(nth):
            self.page.keyboard.press("ArrowRight")
        self.page.keyboard.press("Space")


def guess(hand, card):
    hand.choose(card, 1)
    hand.press(card, "This is my guess")
    card.get_by_text("You said").wait_for()


def sit_at_the_desk(hand, card):
    hand.press(card, "Start my shift")
    card.get_by_text("Chat 1 of 8").wait_for()
    assert card.locator(".pl-bubble").count() >= 3
    hand.press(card, "Switch the clock off")
    card.get_by_text("The clock is off").wait_for()
    hand.choose(card)
    hand.press(card, "Send my rating")
    card.get_by_text("Chat 2 of 8").wait_for()
    hand.press(card, "Skip this chat")
    card.get_by_text("Chat 3 of 8").wait_for()
    hand.press(card, "End my shift")

    card.get_by_text("Who was this?").wait_for()
    hand.press(card, "Next clue")
    card.locator(".pl-table").wait_for()
    dots = card.get_by_role("img", name=re.compile("One dot for each"))
    before = dots.get_attribute("aria-label")
    hand.press(card, "All clues at once")
    card.locator(".pl-note").first.wait_for()
    assert "One dot for each" in before
    assert re.search(r"[\d,]+ (people fit|of [\d,]+ people)", dots.get_attribute("aria-label"))
    hand.press(card, "What came out?")
    card.get_by_text("Your guess was").wait_for()


def turn_the_dial(hand, card):
    hand.press(card, "Let the machine read")
    picture = card.locator(".pl-picture svg")
    picture.wait_for(timeout=120_000)
    before, told = picture.get_attribute("aria-label"), card.locator(".pl-live").first.inner_text()
    assert re.search(r"\d", before)
    hand.right(card)
    wait_until(lambda: picture.get_attribute("aria-label") != before, what="another alt text")
    wait_until(lambda: card.locator(".pl-live").first.inner_text() != told, what="another sentence")
    hand.press(card, "Show me a miss")
    card.locator("mark").first.wait_for()


def black_it_out(hand, card):
    hand.press(card, "Attack it")
    card.get_by_text("people live in the town").wait_for()
    card.locator("button.pl-mask").first.wait_for()
    for word in (0, 3, 5):
        hand.black_out(card, word)
    assert card.locator("button.pl-mask[aria-pressed=true]").count() == 3
    hand.press(card, "Undo")
    card.page.wait_for_function("document.querySelectorAll('button.pl-mask[aria-pressed=true]').length === 2")
    hand.press(card, "Attack it")
    card.locator(".pl-dots").wait_for()
    card.get_by_text(re.compile("try|tries|attempt", re.IGNORECASE)).first.wait_for()


def look_at_a_text(hand, card):
    hand.press(card, "Use a made-up text")
    card.get_by_role("button", name="Show the text").wait_for(timeout=120_000)
    assert card.locator(".pl-bubble").count() == 0, "counts come before text"
    hand.press(card, "Show the text")
    card.locator(".pl-bubble mark").first.wait_for()
    hand.press(card, "Forget it")
    card.get_by_text("Forgotten.").wait_for()
    assert card.locator(".pl-bubble").count() == 0


def look_at_an_export(hand, card):
    hand.press(card, "Take the made-up export")
    card.get_by_role("button", name="Show examples").wait_for(timeout=180_000)
    assert card.locator("table").count() >= 1
    hand.press(card, "Show examples")


WAY = (
    (GUESS, guess),
    (DESK, sit_at_the_desk),
    (DIAL, turn_the_dial),
    (BLACKOUT, black_it_out),
    (OWN_TEXT, look_at_a_text),
    (EXPORT, look_at_an_export),
)


@pytest.mark.parametrize(("hand", "door"), [(Mouse, "learn"), (Keyboard, "learn"), (Mouse, "hood")])
def test_a_learner_walks_through_all_of_lesson_02(hand, door, workbook, page):
    forget(workbook)
    open_lesson(page, workbook, door, STEM)
    cards = page.locator(CARD)
    for nth, walk in WAY:
        walk(hand(page), cards.nth(nth))

    assert violations(page, None if door == "learn" else CARD) == []
    assert "Traceback" not in page.inner_text("body")
    assert page.get_by_text("Something here did not work").count() == 0
    if door == "learn":
        page.set_viewport_size({"width": 640, "height": 900})
        page.wait_for_timeout(500)
        assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
