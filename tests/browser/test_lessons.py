"""Both lessons as a learner opens them: in real Chromium, by both doors, by mouse and by keyboard alone."""

import io
import re

import numpy as np
import pytest
from PIL import Image
from tests.browser.learner import (
    CARD,
    DOORS,
    first_card,
    forget,
    open_lesson,
    tab_through,
    tab_to,
    violations,
    wait_for_cards,
)
from tests.conftest import wait_until
from tests.lessons import LESSONS, in_turn

pytestmark = pytest.mark.browser
STEMS = [path.stem for path in LESSONS]
BREAKS = "90-things-break"

each_lesson = in_turn("stem", STEMS, str)
each_door = pytest.mark.parametrize("door", DOORS)


def guess_by_mouse(page):
    card = first_card(page)
    card.locator("label.pl-option").first.click()
    card.locator("button.pl-primary").click()
    card.get_by_text("You said").wait_for()


@each_door
@each_lesson
def test_a_lesson_opens_running_and_answers_the_mouse(stem, door, workbook, page):
    forget(workbook)
    open_lesson(page, workbook, door, stem)
    guess_by_mouse(page)

    text = page.inner_text("body")
    assert "Traceback" not in text
    assert "There was an error when executing" not in text
    assert page.locator(".jp-RenderedText[data-mime-type*=stderr]").count() == 0


@each_door
@each_lesson
def test_the_keyboard_alone_reaches_and_works_everything(stem, door, workbook, page):
    forget(workbook)
    open_lesson(page, workbook, door, stem)

    wanted, reached = tab_through(page)
    assert wanted > 5
    assert len(reached) == wanted, f"Tab reached {sorted(reached)} of {wanted}"
    assert [focus["name"] for focus in reached.values() if not focus["seen"]] == []

    page.evaluate("document.activeElement.blur(); window.scrollTo(0, 0)")
    page.reload()
    wait_for_cards(page, stem)
    tab_to(page, "input[type=radio]")
    page.keyboard.press("Space")
    tab_to(page, "button.pl-primary")
    page.keyboard.press("Enter")
    first_card(page).get_by_text("You said").wait_for()


@each_door
def test_the_arrow_keys_move_a_slider(door, workbook, page):
    open_lesson(page, workbook, door, "00-start-here")
    tab_to(page, "input[type=range]")
    slider = page.locator(f"{CARD} input[type=range]").first
    before = float(slider.input_value())
    page.keyboard.press("ArrowRight")

    assert float(slider.input_value()) == before + 1
    page.locator(CARD).get_by_text("We wrote that down").wait_for()


def brightness(page, selector):
    """The mean of red, green and blue of an element's background, 0 to 255."""
    colour = page.evaluate("(s) => getComputedStyle(document.querySelector(s)).backgroundColor", selector)
    return sum(int(part) for part in colour[4:-1].split(",")[:3]) / 3


@each_lesson
def test_axe_finds_nothing_serious_on_the_page_in_light_and_in_dark(stem, workbook, page):
    open_lesson(page, workbook, "learn", stem)
    assert violations(page) == []
    assert brightness(page, "body") > 200

    page.emulate_media(color_scheme="dark")
    assert violations(page) == []
    assert brightness(page, "body") < 60
    assert brightness(page, CARD) < 60


@each_lesson
def test_axe_finds_nothing_serious_in_our_cards_with_the_hood_lifted(stem, workbook, page):
    open_lesson(page, workbook, "hood", stem)

    assert violations(page, CARD) == []


def test_axe_finds_nothing_serious_on_the_contents_page_in_light_and_in_dark(workbook, page):
    page.goto(workbook.at())
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert violations(page) == []


# A page at 200 % zoom on a screen of 1280 pixels has 640 to itself.
SIZES = ((800, 900), (640, 450))
TOO_WIDE = """
() => [...document.querySelectorAll("main *, .pl-activity *")].filter((e) => {
  const box = e.getBoundingClientRect();
  return box.width > 1 && box.right > innerWidth + 1;
}).map((e) => e.outerHTML.slice(0, 160))
"""


@in_turn("stem", ["contents", *STEMS], str)
def test_nothing_scrolls_sideways_at_800_pixels_and_at_200_percent(stem, workbook, page):
    if stem == "contents":
        page.goto(workbook.at())
    else:
        open_lesson(page, workbook, "learn", stem)
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_timeout(300)
        assert page.evaluate(TOO_WIDE) == []
        assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")


@each_door
def test_a_saved_guess_is_back_after_a_reload(door, workbook, page):
    forget(workbook)
    open_lesson(page, workbook, door, "00-start-here")
    guess_by_mouse(page)
    said = first_card(page).locator(".pl-live b").inner_text()
    page.reload()
    page.wait_for_selector(f"{CARD} button")

    first_card(page).get_by_text("You said").wait_for()
    assert first_card(page).locator(".pl-live b").inner_text() == said


@each_door
def test_a_fault_in_an_activity_is_one_sentence(door, fixture_folder, page):
    open_lesson(page, fixture_folder, door, BREAKS)
    card = first_card(page)
    sorry = "Something here did not work."
    assert page.locator(CARD).nth(1).get_by_text(sorry).count() == 1  # the one that was never built

    card.get_by_role("button", name="Say it plainly").click()
    card.get_by_text("The file is empty: choose another one.").wait_for()
    card.get_by_role("button", name="Divide", exact=True).click()
    card.get_by_text(sorry).wait_for()
    card.get_by_role("button", name="Say it plainly").click()
    card.get_by_text("The file is empty").wait_for()
    card.get_by_role("button", name="Divide later").click()
    card.get_by_text(sorry).wait_for()

    text = page.inner_text("body")
    assert "Traceback" not in text
    assert "ZeroDivisionError" not in text
    assert "AttributeError" not in text


@each_door
def test_a_press_counts_with_what_was_set_before_it_also_while_the_kernel_is_busy(door, fixture_folder, page):
    open_lesson(page, fixture_folder, door, "93-busy-kernel")
    page.get_by_label("apple").check()
    page.get_by_label("plum").check()
    page.get_by_role("button", name="Take it").click()

    page.get_by_text("You took the plum").wait_for()
    slider = page.get_by_label("How many?")
    for _ in range(4):
        slider.press("ArrowRight")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_text("4 of them").wait_for()
    slider.click(position={"x": 1, "y": 5})
    slider.press("ArrowRight")
    slider.press("End")
    page.get_by_label("For whom?").press_sequentially("Ana", delay=20)
    page.get_by_role("button", name="Take it").click()
    page.get_by_text("9 of them, for Ana.").wait_for()


def test_a_dollar_in_a_teachers_text_stays_a_dollar(fixture_folder, page):
    open_lesson(page, fixture_folder, "learn", BREAKS)
    assert "A price of $5 or $6 stays text." in page.inner_text("body")


@each_lesson
def test_the_curious_can_see_the_code_under_the_hood_without_leaving_the_page(workbook, page, stem):
    page.goto(workbook.learn(stem))
    page.wait_for_function("document.body && !document.body.classList.contains('pl-waking')")
    page.get_by_text("Show the code").first.press("Enter")

    code = page.locator("details.pl-code pre").first.inner_text()
    assert re.search(r"^from privlessons[.\w]* import", code, re.MULTILINE)


def test_a_part_still_to_do_is_named_on_the_contents_page_and_its_link_leads_there(workbook, page):
    forget(workbook)
    open_lesson(page, workbook, "learn", "00-start-here")
    guess_by_mouse(page)
    page.goto(workbook.at())
    page.get_by_text("1 of 6 steps done").wait_for()
    page.get_by_role("link", name="On your own, this week").click()
    wait_for_cards(page, "00-start-here")

    heading = page.get_by_role("heading", name="On your own, this week")
    wait_until(lambda: 0 <= heading.bounding_box()["y"] < 500, seconds=10, what="the part in sight")


def test_nothing_jumps_and_nothing_is_covered_when_the_lesson_has_woken_up(workbook, page):
    page.goto(workbook.learn("00-start-here"), wait_until="commit")
    title = page.get_by_role("heading", level=1)
    title.wait_for()
    bar = page.locator("#pl-wake p").bounding_box()
    before = title.bounding_box()["y"]
    assert bar["y"] + bar["height"] <= before + 2
    wait_for_cards(page, "00-start-here")
    page.locator("#pl-wake").wait_for(state="detached")
    assert title.bounding_box()["y"] == before
    assert "Next" in page.get_by_role("navigation", name="Lessons before and after").inner_text()


def test_pictures_are_as_wide_as_what_stands_around_them_and_dark_in_the_dark(workbook, page):
    open_lesson(page, workbook, "learn", "02-sit-at-the-reviewers-desk")
    page.get_by_role("button", name="Let the machine read").click()
    picture = page.locator(".pl-picture svg")
    picture.wait_for(timeout=120_000)
    around = page.locator(CARD).filter(has=picture).locator("fieldset").bounding_box()
    box = picture.bounding_box()
    assert (box["x"], box["width"]) == (
        pytest.approx(around["x"], abs=1),
        pytest.approx(around["width"], abs=1),
    )

    def middling():
        return np.median(Image.open(io.BytesIO(picture.screenshot())).convert("L"))

    assert middling() > 200
    page.emulate_media(color_scheme="dark")
    assert middling() < 60
