"""After each press the keyboard's focus is still in a card: all buttons of a lesson, as they come up."""

import pytest
from tests.browser.learner import forget, open_lesson, press_every_button
from tests.lessons import in_turn

pytestmark = pytest.mark.browser
# The lessons for which it holds, and a button that only comes up at a long way's end.
FOCUS_STAYS = {
    "00-start-here": "Yes, erase everything",
    "01-follow-your-data-trail": "Forget this",
    "02-sit-at-the-reviewers-desk": "Forget it",
    "03-find-the-person-without-a-name": "Forget it",
    "04-rebuild-secrets-from-totals": "Print all",
    "05-make-a-model-remember": "Forget the text",
    "06-tell-copied-from-new": "Forget it",
    "07-answer-with-a-coin": "Draw again",
    "08-turn-the-noise-dial": "Draw again",
    "09-learn-without-collecting": "Measure",
    "10-see-who-can-see": "Send all answers again this way",
    "11-read-the-policy": "Compare these two",
    "12-opt-out-for-real": "Ask for a copy of everything",
}
# Each is there only while something runs, or can be pressed for ever.
LEAVE = {"Cancel", "Stop", "Draw new codes, train again"}


@in_turn("stem", FOCUS_STAYS, str)
def test_after_every_press_the_focus_is_still_in_a_card(stem, workbook, page):
    forget(workbook)
    open_lesson(page, workbook, "learn", stem)
    lost, pressed = press_every_button(page, leave=LEAVE | {"Yes, erase everything"})
    lost_too, pressed_too = press_every_button(page, leave=LEAVE)

    assert lost + lost_too == []
    assert FOCUS_STAYS[stem] in pressed | pressed_too
    assert page.complaints == []
