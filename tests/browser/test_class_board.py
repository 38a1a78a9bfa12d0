"""The class board in real Chromium: a projected page and guests on phones, by mouse and by keyboard."""

import re

import pytest
from tests.browser.learner import CARD, forget, open_lesson, violations
from tests.classroom.running import class_board

pytestmark = [pytest.mark.browser, pytest.mark.slow]
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True}
QUESTION = "Do you like <i>rain</i>?"
SEND = "Send yes"


@pytest.fixture
def board(tmp_path):
    with class_board(tmp_path) as running:
        yield running


def ask(teacher, question=QUESTION):
    teacher.get_by_label("Or one of your own").fill(question)
    teacher.get_by_role("button", name="Ask").click()
    teacher.get_by_role("heading", name=question).wait_for()


def fits(page):
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def flip(page):
    page.get_by_role("button", name="Flip my coin").click()
    if page.get_by_role("button", name="Flip again").count():
        page.get_by_role("button", name="Flip again").click()


def send_without_a_page(chromium, address):
    """Answer as a browser without scripts would, in less time."""
    context = chromium.new_context()
    form = dict(re.findall(r'name="(_xsrf|question)" value="([^"]+)"', context.request.get(address).text()))
    assert context.request.post(address, form={**form, "answer": "yes"}).ok
    context.close()


def test_a_class_by_mouse(board, new_page, chromium):
    teacher = new_page(viewport={"width": 1280, "height": 900})
    teacher.goto(board.teacher)
    assert teacher.url.endswith(f"/teach/{board.code}")  # the secret is not projected
    phone = new_page(**PHONE)
    phone.goto(board.join)
    ask(teacher)
    phone.get_by_role("link", name="There is a new question").click()
    phone.locator("#toss").get_by_text(QUESTION).wait_for()

    sent = []
    phone.on("request", lambda request: sent.append(request.post_data) if request.method == "POST" else None)
    flip(phone)
    assert not sent
    phone.get_by_role("button", name=SEND).click()
    phone.get_by_text("The board got one word from you: yes").wait_for()
    assert len(sent) == 1
    assert "heads" not in sent[0]
    assert "tails" not in sent[0]
    assert sorted(field.split("=")[0] for field in sent[0].split("&")) == ["_xsrf", "answer", "question"]
    teacher.get_by_text("1 answered").wait_for()

    guest = new_page(java_script_enabled=False, **PHONE)
    guest.goto(board.join)
    guest.get_by_role("button", name=SEND).click()
    guest.get_by_text("Stored.").wait_for()
    for _ in range(18):
        send_without_a_page(chromium, board.join)
    for page in (teacher, phone):
        page.get_by_text("This counts the first 20 answers").wait_for()
        assert fits(page)
        assert not violations(page)
    assert teacher.locator("#band").get_attribute("width") != "0"

    phone.reload()
    phone.get_by_text("The board got one word from you: yes").wait_for()
    with teacher.expect_download() as saved:
        teacher.get_by_role("link", name="Save the totals").click()
    assert "20,20,20,100" in saved.value.path().read_text("utf-8")
    teacher.get_by_role("button", name="Close the room").click()
    teacher.get_by_text("It takes no more answers").wait_for()
    teacher.get_by_label("I have saved what I need").check()
    teacher.get_by_role("button", name="Erase the room").click()
    teacher.get_by_role("heading", name="The room is erased").wait_for()
    phone.get_by_role("link", name="The room was erased").wait_for()
    assert not teacher.complaints + phone.complaints


def test_a_class_by_keyboard(board, new_page):
    teacher = new_page(color_scheme="dark")
    teacher.goto(board.teacher)
    teacher.get_by_label("One from the list").focus()
    for key in ("ArrowDown", "Tab", "Tab", "Enter"):
        teacher.keyboard.press(key)
    teacher.get_by_role("button", name="Close the room").wait_for()
    teacher.get_by_text("answered").first.wait_for()

    guest = new_page(color_scheme="dark", **PHONE)
    guest.goto(board.url)
    guest.get_by_label("Join code").focus()
    guest.keyboard.type(board.code.lower())
    guest.keyboard.press("Enter")
    guest.get_by_role("button", name="Flip my coin").focus()
    guest.keyboard.press("Enter")
    if guest.get_by_role("button", name="Flip again").count():
        guest.keyboard.press("Enter")
    guest.keyboard.press("Tab")
    guest.keyboard.press("Tab")
    assert guest.evaluate("document.activeElement.textContent") == SEND
    guest.keyboard.press("Enter")
    guest.get_by_text("The board got one word from you: yes").wait_for()
    guest.keyboard.press("Tab")
    guest.keyboard.press("Enter")  # "Send no": the first word counts
    guest.reload()
    guest.get_by_text("The board got one word from you: yes").wait_for()
    assert fits(guest)
    assert not violations(guest) + violations(teacher)


def test_a_word_that_did_not_arrive_goes_again_unchanged(board, new_page):
    teacher, phone = new_page(), new_page(**PHONE)
    teacher.goto(board.teacher)
    ask(teacher)
    phone.goto(board.join)
    flip(phone)
    phone.route(f"**/r/{board.code}", lambda route: route.abort())
    phone.get_by_role("button", name=SEND).click()
    phone.get_by_text("Your word waits in this page").wait_for()
    phone.unroute(f"**/r/{board.code}")
    phone.get_by_role("button", name="Send no").click()
    phone.get_by_text("The board got one word from you: yes").wait_for()


def test_the_lessons_last_card_opens_the_board_in_the_learners_own_browser(board, workbook, page):
    forget(workbook)
    open_lesson(page, workbook, "learn", "07-answer-with-a-coin")
    card = page.locator(CARD).last
    card.get_by_label("Address of the board").fill(board.url)
    card.get_by_role("button", name="Make the link").click()
    card.get_by_text("Type the join code as the board shows it").wait_for()
    card.get_by_label("Join code").fill(board.code)
    card.get_by_role("button", name="Make the link").click()
    link = card.get_by_role("link", name=board.join)
    link.wait_for()
    assert not [url for url in page.asked if url.startswith(board.url)]  # nothing goes before the click
    assert not violations(page, CARD)
    with page.context.expect_page() as opened:
        link.click()
    opened.value.get_by_text("No question is asked yet").wait_for()
    assert opened.value.url == board.join
