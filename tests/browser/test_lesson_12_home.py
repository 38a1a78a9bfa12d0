"""Lesson 12's cards for home (steps, letter, list, signs) with own data on, by mouse and by keyboard."""

import json
from datetime import date
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from tests.browser.learner import CARD, settle, tab_to_words, violations
from tests.conftest import running
from tests.offline import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.slow]
STEM = "12-opt-out-for-real"
SETUP = f"""from privlessons import open_lesson
from privlessons.activities import letter_desk, request_list, site_signs, todays_steps
lesson = open_lesson("{STEM}", own_data=True)"""
CALLS = (
    "todays_steps.todays_steps(lesson)",
    "letter_desk.write_a_letter(lesson)",
    "request_list.my_requests(lesson)",
    "site_signs.keep_crawlers_out(lesson)",
)
NAME = "José {{7*7}} <b>Tarn</b>"


@pytest.fixture(scope="module")
def at_home(tmp_path_factory):
    """A workbook whose one lesson holds only these cards, with own data on as at home."""
    root = tmp_path_factory.mktemp("at_home")
    (root / "home" / "notebooks").mkdir(parents=True)
    (root / "home" / "data").symlink_to(ROOT / "data")
    like = json.loads((ROOT / "notebooks" / "02-sit-at-the-reviewers-desk.ipynb").read_text("utf-8"))
    cell = next(c for c in like["cells"] if c["cell_type"] == "code")
    title = next(c for c in like["cells"] if c["cell_type"] == "markdown")
    cells = [
        {**cell, "id": f"12-cell-{'abcde'[n]}", "source": [code]} for n, code in enumerate((SETUP, *CALLS))
    ]
    like["cells"] = [{**title, "id": "12-title", "source": ["# Opt out for real"]}, *cells]
    (root / "home" / "notebooks" / f"{STEM}.ipynb").write_text(json.dumps(like), "utf-8")
    with running(root / "server", "--home", str(root / "home")) as book:
        yield book


def opened(page, book):
    page.goto(book.learn(STEM))
    page.wait_for_function("() => document.querySelectorAll('.pl-activity').length === 4", timeout=120_000)
    settle(page)
    return [page.locator(CARD).nth(n) for n in range(4)]


def test_from_todays_steps_to_a_settled_request_by_mouse(at_home, page):
    steps, desk, listed, signs = opened(page, at_home)
    steps.get_by_label("ChatGPT", exact=True).check()
    steps.get_by_text("Now pick what you want to do").wait_for()
    steps.get_by_label("Keep my chats out of training").check()
    steps.get_by_text("Improve the model for everyone: off").wait_for()
    steps.get_by_label("Vibe (Mistral)").check()
    steps.get_by_text("They don't agree on Pro accounts").wait_for()

    desk.get_by_role("button", name="Write the letter").click()
    desk.get_by_text("First pick where you live").wait_for()
    desk.get_by_label("Where you live").select_option(label="California")
    desk.get_by_label("Stop AI training on my data").check()
    desk.get_by_label("Your name").fill(NAME)
    desk.get_by_label("Mail of your account").fill("jose@example.org")
    desk.get_by_role("button", name="Write the letter").click()
    desk.get_by_text("Only a request.").wait_for()
    assert NAME in desk.locator(".pl-letter").inner_text()
    with page.expect_download() as saved:
        desk.get_by_role("link", name="As a draft for a mail program").click()
    mail = message_from_bytes(Path(saved.value.path()).read_bytes(), policy=default)
    assert mail["From"].addresses[0].display_name == NAME
    assert "train" in mail["Subject"]

    desk.get_by_label("Get a copy of my data").check()
    desk.get_by_role("button", name="Write the letter").click()
    desk.get_by_text("A right here.").wait_for()
    desk.get_by_label("I sent it on").fill("2026-09-01")
    desk.get_by_role("button", name="Put it on my list").click()
    desk.get_by_text("15 October 2026").wait_for()  # by the stricter way of counting

    listed.get_by_role("button", name="Show Mika's list").click()
    listed.get_by_text("Lumenly").first.wait_for()
    listed.get_by_role("button", name="Show my list").click()
    listed.get_by_text("late" if date.today() > date(2026, 10, 16) else "waiting").first.wait_for()
    listed.get_by_label("They did part of it").check()
    listed.get_by_role("button", name="Write it down").click()
    listed.get_by_text("what is missing, and why?").first.wait_for()
    assert "José" not in (at_home.state / "requests.json").read_text("utf-8")
    listed.get_by_role("button", name="Erase my list").click()
    listed.get_by_role("button", name="Yes, erase it").click()
    listed.get_by_text("One request is erased").wait_for()
    assert not (at_home.state / "requests.json").exists()

    signs.get_by_label("to train models").check()
    signs.get_by_text("User-agent: GPTBot").wait_for()
    signs.get_by_text("It is a request, not a lock").wait_for()
    assert violations(page) == []


def test_a_letter_and_the_list_by_keyboard_alone(at_home, page):
    _, desk, listed, _ = opened(page, at_home)
    tab_to_words(page, "Where you live")
    page.keyboard.type("Germany")
    tab_to_words(page, "Get a copy of my data")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    tab_to_words(page, "Your name")
    page.keyboard.type("Mika Tarn")
    tab_to_words(page, "Write the letter")
    page.keyboard.press("Enter")
    desk.get_by_text("A right here.").wait_for()
    assert "Please erase my data (ChatGPT)" in desk.locator(".pl-letter").inner_text()
    tab_to_words(page, "Put it on my list")
    page.keyboard.press("Enter")
    desk.get_by_text("on your list. The list is the file").wait_for()
    tab_to_words(page, "Show my list")
    page.keyboard.press("Enter")
    listed.get_by_text("They have until").wait_for()
    tab_to_words(page, "Erase my list")
    page.keyboard.press("Enter")
    tab_to_words(page, "No, keep it")
    page.keyboard.press("Enter")
    listed.get_by_text("They have until").wait_for()
    assert page.evaluate("Boolean(document.activeElement.closest('.pl-activity'))")
    assert (at_home.state / "requests.json").exists()
