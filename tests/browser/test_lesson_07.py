"""Lesson 07 from the guess to asking again, in real Chromium: by mouse, then by keyboard alone."""

import re

import pytest
from tests.browser.learner import CARD, forget, open_lesson, tab_to_words, violations

pytestmark = [pytest.mark.browser, pytest.mark.slow]
STEM = "07-answer-with-a-coin"
# The page's coin asks for one byte at a time; all else gets real chance.
COIN = """
(() => {
  const real = crypto.getRandomValues.bind(crypto);
  const sides = %s;
  crypto.getRandomValues = (box) => {
    if (!(box instanceof Uint8Array && box.length === 1)) return real(box);
    box[0] = sides.length > 1 ? sides.shift() : sides[0];
    return box;
  };
})();
"""
HEADS, TAILS = 1, 0


def cards(page):
    return [page.locator(CARD).nth(i) for i in range(6)]


def sent_in(frames):
    """The words of all messages that the page sent."""
    return " ".join(f if isinstance(f, str) else f.decode("utf-8", "replace") for f in frames)


def test_the_whole_lesson_by_mouse(workbook, page):
    frames = []

    def keep(frame):
        frames.append(frame)

    page.on("websocket", lambda ws: ws.on("framesent", keep))
    page.add_init_script(COIN % [TAILS, HEADS])
    forget(workbook)
    open_lesson(page, workbook, "learn", STEM)
    _, toss, crowd, polls, dial, again = cards(page)

    page.get_by_label("Nothing: half").check()
    page.get_by_role("button", name="This is my guess").click()

    toss.get_by_role("button", name="Send yes").click(force=True)  # before any coin: nothing happens
    toss.get_by_role("button", name="Flip my coin").click()
    toss.get_by_text("Tails: the coin answers for you").wait_for()
    toss.get_by_role("button", name="Flip again").click()
    toss.get_by_text("Tails, then heads: send yes").wait_for()
    assert toss.locator(".pl-coin").all_inner_texts() == ["tails", "heads"]
    before = len(frames)
    toss.get_by_role("button", name="Send yes").click()
    toss.get_by_text("This notebook was sent one word: yes").wait_for()
    told = sent_in(frames[before:])
    assert '"yes"' in told
    assert not re.search("heads|tails", sent_in(frames))
    toss.get_by_role("button", name="Send no").click()
    toss.get_by_text("Your first answer, yes, was sent once more").wait_for()
    assert toss.get_by_role("button", name="Sent: yes").count() == 1

    crowd.get_by_role("button", name="Let 200 people flip").click()
    crowd.get_by_text("The librarian can’t tell").wait_for()
    high = crowd.locator("svg").bounding_box()["height"]
    yes = crowd.locator("circle.pl-yes").count()
    crowd.get_by_label("what the coins did").check()
    crowd.get_by_text("Nobody but us can see this").wait_for()
    crowd.get_by_label("what is true").check()
    crowd.get_by_text("One answer proves nothing").wait_for()
    assert crowd.locator("circle.pl-yes").count() == yes
    assert crowd.locator("svg").bounding_box()["height"] == high
    assert f"{yes} of all say yes" in crowd.locator("svg").get_attribute("aria-label")

    polls.get_by_role("button", name="Poll the 20 people").click()
    polls.get_by_text("Only the coins fall anew").wait_for()
    polls.get_by_role("button", name="nine times more").click()
    polls.get_by_text("the coins drown the truth").wait_for()
    polls.get_by_role("button", name="Now poll 2,000 people").click()
    polls.get_by_text("Your guess was").wait_for()
    polls.get_by_text("± 43 points").wait_for()
    polls.locator("input[type=range]").fill("4")
    polls.get_by_text("± 10 points").wait_for()
    assert violations(page) == []

    dial.get_by_role("button", name="Show me what this coin does").click()
    dial.get_by_text("at most triples the odds about").wait_for()
    top = dial.locator("h4").first.bounding_box()["y"]
    dial.get_by_label("People who answer").fill("4")
    dial.get_by_text("Task done").wait_for()
    assert dial.locator("h4").first.bounding_box()["y"] == pytest.approx(top, abs=8)
    dial.get_by_label("always yes").check()
    dial.get_by_text("A no is proof").wait_for()

    again.get_by_role("button", name="Ask Mika").click()
    again.get_by_text("Mika sent").wait_for()
    again.get_by_label("she sends her first answer again").check()
    again.get_by_role("button", name="Ask ten times more").click()
    again.get_by_text("She was asked 10 times").wait_for()
    assert len(set(again.locator(".pl-asks li").all_inner_texts())) == 1
    assert violations(page) == []
    assert page.complaints == []


def test_the_coin_and_the_dial_by_keyboard_alone(workbook, page):
    page.add_init_script(COIN % [TAILS, TAILS])
    forget(workbook)
    open_lesson(page, workbook, "learn", STEM)
    _, toss, crowd, polls, dial, again = cards(page)

    tab_to_words(page, "Flip my coin")
    page.keyboard.press("Enter")
    toss.get_by_text("Flip again.").wait_for()
    page.keyboard.press("Enter")  # the button keeps the focus
    toss.get_by_text("Tails, then tails: send no").wait_for()
    tab_to_words(page, "Send no", limit=4)
    page.keyboard.press("Enter")
    toss.get_by_text("one word: no").wait_for()

    tab_to_words(page, "Let 200 people flip", limit=3)
    page.keyboard.press("Enter")
    crowd.get_by_text("The librarian can’t tell").wait_for()

    tab_to_words(page, "Poll the 20 people", limit=20)
    for words in ("Only the coins fall anew", "drown the truth", "even out"):
        page.keyboard.press("Enter")
        polls.get_by_text(words).first.wait_for()
    tab_to_words(page, "People in each poll", limit=3)
    page.keyboard.press("ArrowRight")
    polls.get_by_text("± 25 points").wait_for()

    tab_to_words(page, "The coin says: tell the truth", limit=8)
    tab_to_words(page, "Show me what this coin does", limit=6)
    page.keyboard.press("Enter")
    dial.get_by_text("What the total tells").wait_for()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("ArrowDown")
    dial.get_by_text("A no is proof").wait_for()

    tab_to_words(page, "she flips a fresh coin each time", limit=6)
    tab_to_words(page, "Ask Mika", limit=2)
    page.keyboard.press("Enter")
    again.get_by_text("Mika sent").wait_for()
    tab_to_words(page, "Ask ten times more", limit=1)
    for _ in range(4):
        page.keyboard.press("Enter")
    again.get_by_text("Asked 41 times").wait_for()
    assert page.complaints == []
