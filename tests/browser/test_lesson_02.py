"""What only a browser shows of lesson 02: where the eye lands, dots as people, a drag, a file dialog."""

import re

import pytest
from tests.browser.learner import card_with, forget, open_lesson, violations
from tests.conftest import wait_until

from privlessons.sample_export import make_sample

pytestmark = pytest.mark.browser
STEM = "02-sit-at-the-reviewers-desk"
LOADING = 120_000  # the language model wakes up once in each page
FITS = re.compile(r"([\d,]+) of 2,000 people fits?")


def test_each_chat_begins_in_sight_and_as_many_dots_stay_as_people_fit(workbook, page):
    forget(workbook)
    open_lesson(page, workbook, "learn", STEM)
    page.get_by_role("button", name="Start my shift").click()
    page.get_by_text("Chat 1 of 8 in your queue").wait_for(timeout=LOADING)
    for number in (2, 3):
        page.get_by_label("Helpful", exact=True).check()
        page.get_by_role("button", name="Send my rating").click()
        page.get_by_text(f"Chat {number} of 8 in your queue").wait_for()
        page.wait_for_timeout(300)
        top = page.get_by_text(f"Chat {number} of 8 in your queue").bounding_box()["y"]
        assert 0 <= top < 200, "the new chat begins at the top of the window"
    page.get_by_role("button", name="End my shift").click()

    desk = card_with(page, "Next clue")
    crowd = []
    for number in (1, 2):
        page.get_by_role("button", name="Next clue").click()
        desk.get_by_text(f"clue {number}", exact=True).first.wait_for()
        crowd.append(int(FITS.search(desk.inner_text())[1].replace(",", "")))
        assert desk.locator("circle.pl-on, circle.pl-one").count() == crowd[-1]
    assert crowd == sorted(crowd, reverse=True)
    assert crowd[0] < 2000
    assert violations(page) == []


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


def test_an_own_export_is_chosen_in_the_file_dialog_and_shows_counts_only(workbook, page, tmp_path):
    export = tmp_path / "my-export.zip"
    export.write_bytes(make_sample())
    open_lesson(page, workbook, "learn", STEM)
    choose = page.get_by_role("button", name="Choose the file")
    assert choose.is_disabled()
    page.get_by_label("Yes, this is my own export").check()
    wait_until(choose.is_enabled, what="a box that opens")
    with page.expect_file_chooser() as dialog:
        choose.click()
    dialog.value.set_files(export)
    page.get_by_role("button", name="Show examples").wait_for(timeout=LOADING)

    report = card_with(page, "Here is what a reviewer would meet")
    assert "that you typed" in report.inner_text()
    assert "Tarn" not in report.inner_html()
    assert violations(page) == []
    report.get_by_role("button", name="Forget it").click()
    card_with(page, "Nothing of the file is in memory any more").wait_for()


def test_a_large_file_is_looked_for_and_read_by_keyboard_alone(workbook, page):
    export = workbook.state.parent / "home" / "my-export.zip"
    export.write_bytes(make_sample())
    page.emulate_media(color_scheme="dark")
    open_lesson(page, workbook, "learn", STEM)
    page.get_by_label("Yes, this is my own export").check()
    larger = page.get_by_role("button", name="My file is larger than 300 MB")
    wait_until(larger.is_enabled, what="a button that may be pressed")  # a key, unlike a click, doesn't wait
    larger.press("Enter")
    page.get_by_role("button", name="Choose", exact=True).press("Enter")
    folder, files = page.get_by_label("Folder", exact=True), page.get_by_label("In it")
    files.wait_for()
    assert folder.evaluate("(e) => getComputedStyle(e).backgroundImage") == "none", "a dark arrow on dark"
    assert page.get_by_placeholder("output filename").count() == 1
    assert not page.get_by_placeholder("output filename").is_visible()
    assert page.get_by_text("No selection").count() == 1
    assert not page.get_by_text("No selection").is_visible()
    assert violations(page) == []

    files.focus()
    page.keyboard.press("End")
    page.get_by_role("button", name="Choose", exact=True).press("Enter")
    path = page.get_by_label("Where is it on this computer?")
    wait_until(lambda: path.input_value() == str(export), what="the path of the file")
    page.get_by_role("button", name="Read this file").press("Enter")
    card_with(page, "Here is what a reviewer would meet").wait_for(timeout=LOADING)
    assert page.complaints == []


def test_half_covered_words_are_quoted_with_their_bar(workbook, page):
    open_lesson(page, workbook, "learn", STEM)
    card = card_with(page, "Which chat do you want to protect?")
    card.get_by_role("button", name="handed", exact=True).click()
    page.get_by_role("button", name="Attack it").click()
    card.get_by_text("Found.").wait_for()
    assert "“left ██████ one” (more than half of it is still there" in card.inner_text()
    card.get_by_label("Debts").check()
    card.get_by_text("rent letter").first.wait_for()
    card.get_by_label("A client's secret").check()
    wait_until(
        lambda: card.get_by_role("button", name="handed", exact=True).get_attribute("aria-pressed") == "true",
        what="the black word",
    )
