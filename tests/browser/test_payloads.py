"""HTML and scripts in a chat are shown as the text they are, by both doors."""

import ast

import nbformat
import pytest
from tests.browser.learner import CARD, DOORS, forget, open_lesson
from tests.offline import ROOT

pytestmark = pytest.mark.browser
STEM = "91-hostile-words"
NOTEBOOK = ROOT / "tests" / "fixtures" / "notebooks" / f"{STEM}.ipynb"


def payloads():
    source = next(c.source for c in nbformat.read(NOTEBOOK, 4).cells if c.id.endswith("-payloads"))
    return ast.literal_eval(source.partition("=")[2].strip())


# What a payload would need to become, and never may.
MADE = ".pl-activity :is(script, iframe, svg[onload], img[onerror], math, input[autofocus], [ontoggle], "
MADE += "a[href^='javascript'], style, body)"


@pytest.mark.parametrize("door", DOORS)
def test_a_dozen_payloads_are_shown_and_none_runs(door, fixture_folder, page):
    assert len(payloads()) >= 12
    forget(fixture_folder)
    open_lesson(page, fixture_folder, door, STEM)
    chat, blackout, controls, guess = (page.locator(CARD).nth(i) for i in range(4))

    shown = chat.locator(".pl-bubble").all_inner_texts()
    heard = [choice.strip() for choice in controls.locator("label.pl-option").all_inner_texts()]
    for payload in payloads():
        assert sum(payload in text for text in shown) >= 2, f"not shown as text: {payload}"
        assert payload in heard
    assert payloads()[1] in chat.locator(".pl-who").first.inner_text()
    assert blackout.locator("button.pl-mask").count() > 20

    controls.locator("input[type=range]").focus()
    page.keyboard.press("Home")
    for word in blackout.locator("button.pl-mask").all()[:12]:
        word.click()
    guess.locator("label.pl-option").last.click()
    guess.locator("button.pl-primary").click()
    guess.get_by_text("You said").wait_for()
    for text in page.get_by_text("click me").all():
        text.click(force=True)
    page.wait_for_timeout(1000)

    assert page.evaluate("window.hit") is None
    assert page.locator(MADE).count() == 0
