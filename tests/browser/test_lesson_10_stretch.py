"""Lesson 10's stretch in real Chromium: photo, mailbox, stolen file, shares, an answer at home."""

import pytest
from tests.browser.learner import card_with, forget, open_lesson, tab_to_words, violations

pytestmark = [pytest.mark.browser, pytest.mark.slow]
STEM = "10-see-who-can-see"


def press(card, name):
    card.get_by_role("button", name=name).click()


def cards(page):
    """The five cards, each found by the question that it asks first."""
    asks = (
        "What does the file say besides the picture?",
        "One mail holds text",
        "A thief gets in",
        "Mika cuts a secret into shares",
        "A program on this machine answers",
    )
    for n, ask in enumerate(asks):  # the questions go away, the cards stay
        card_with(page, ask).evaluate("(e, n) => e.setAttribute('data-stretch', n)", n)
    return [page.locator(f"[data-stretch='{n}']") for n in range(len(asks))]


def test_the_stretch_by_mouse(workbook, page):
    forget(workbook)
    open_lesson(page, workbook, "learn", STEM)
    photo, mail, theft, shares, home = cards(page)

    press(photo, "Look into the file")
    photo.get_by_text("Tick at least one first").wait_for()
    photo.get_by_label("When it was made").check()
    press(photo, "Look into the file")
    photo.get_by_text("metres from Mika's door").wait_for()
    photo.get_by_label("The voice note").check()
    photo.get_by_text("Weir Street 3").wait_for()
    press(photo, "Take the notes away")
    photo.get_by_text("no note at all").wait_for()
    assert photo.get_by_text("Weir Street 3").count() == 0

    mail.get_by_label("Pip warns Mika of it").check()
    press(mail, "Let Pip read the mail")
    mail.get_by_text("Leaked.").wait_for()
    press(mail, "Show the hidden text")
    mail.get_by_text("white on white", exact=True).wait_for()
    mail.get_by_label("Ask me before you send anything").check()
    mail.get_by_text("Pip asks.").wait_for()
    press(mail, "Don't send")
    mail.get_by_text("Safe this time.").wait_for()
    mail.get_by_label("The part that reads mail may not act").check()
    mail.get_by_text("No leak.").wait_for()
    mail.get_by_label("Tell her a lie").check()
    mail.get_by_text("Lied to.").wait_for()

    theft.get_by_label("Open, as it is").check()
    press(theft, "This is my guess")
    theft.get_by_text("Now try each of the four").wait_for()
    theft.get_by_label("Open, as it is").check()
    theft.get_by_text("Any program can search it").wait_for()
    assert "Lante" in theft.locator("pre").inner_text()
    theft.get_by_label("Locked, and the key is kept elsewhere").check()
    theft.get_by_text("Without the key it is noise").wait_for()
    theft.get_by_label("Locked, and the key lies in the same folder").check()
    theft.get_by_text("key.txt").wait_for()
    theft.get_by_label("asthma").check()
    theft.get_by_text("“asthma” does not stand in the locked file").wait_for()
    theft.get_by_label("Locked, but the thief has a worker's password").check()
    theft.get_by_text("You were right about 2 of 4").wait_for()

    shares.get_by_label("All of it").check()
    press(shares, "Cut it")
    shares.get_by_text("He lacks one share").wait_for()
    robbed = shares.get_by_role("group", name="Which hosts did the thief get into?")
    robbed.get_by_label("Market").check()
    shares.get_by_text("He has 3 shares, and 3 would do").wait_for()
    shares.locator("input[type=range]").first.fill("7")
    shares.get_by_label("Shares that rebuild it").fill("4")
    shares.get_by_text("Task done.").wait_for()

    home.get_by_label("Nothing at all").check()
    press(home, "Ask here, and watch")
    home.get_by_text("Zero bytes of the question left").wait_for()
    home.get_by_label("Who made the moon?").check()
    press(home, "Ask, and watch again")
    home.get_by_text("None is like this one").wait_for()
    for card in range(5):
        assert violations(page, f"[data-stretch='{card}']") == []
    assert page.complaints == []


def test_the_stretch_by_keyboard_alone(workbook, page):
    forget(workbook)
    open_lesson(page, workbook, "learn", STEM)
    photo, mail, theft, shares, home = cards(page)

    tab_to_words(page, "When it was made", limit=300)
    page.keyboard.press("Space")
    tab_to_words(page, "Look into the file", limit=6)
    page.keyboard.press("Enter")
    photo.get_by_text("metres from Mika's door").wait_for()
    tab_to_words(page, "Take the notes away", limit=3)
    page.keyboard.press("Enter")
    photo.get_by_text("no note at all").wait_for()

    tab_to_words(page, "Nothing: Pip was only told", limit=4)
    page.keyboard.press("Space")
    tab_to_words(page, "Let Pip read the mail", limit=2)
    page.keyboard.press("Enter")
    mail.get_by_text("Leaked.").wait_for()
    page.wait_for_function("() => document.activeElement.classList.contains('pl-live')")
    page.keyboard.press("Shift+Tab")  # from the sentence up to the last defence
    page.keyboard.press("Space")
    mail.get_by_text("No leak.").wait_for()
    page.keyboard.press("Space")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Space")
    mail.get_by_text("Pip asks.").wait_for()
    tab_to_words(page, "Allow it", limit=5)
    page.keyboard.press("Enter")
    mail.get_by_text("Leaked.").wait_for()

    tab_to_words(page, "Open, as it is", limit=5)
    page.keyboard.press("Space")
    tab_to_words(page, "This is my guess", limit=5)
    page.keyboard.press("Enter")
    theft.get_by_text("Now try each of the four").wait_for()
    page.wait_for_function("() => document.activeElement.classList.contains('pl-live')")
    page.keyboard.press("Shift+Tab")  # what the thief looks for
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Space")
    theft.get_by_text("The program opened the file").wait_for()  # the last of the four; then from the top
    for words in ("Any program can search it", "Without the key", "You were right"):
        page.keyboard.press("ArrowDown")
        theft.get_by_text(words).first.wait_for()

    tab_to_words(page, "Two thirds of the letters", limit=6)
    page.keyboard.press("Space")
    tab_to_words(page, "Cut it", limit=2)
    page.keyboard.press("Enter")
    shares.get_by_text("He lacks one share").wait_for()
    page.wait_for_function("() => document.activeElement.classList.contains('pl-live')")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("ArrowLeft")
    shares.get_by_text("He has 2 shares, and 2 would do").wait_for()

    tab_to_words(page, "All of it, encrypted", limit=20)
    page.keyboard.press("Space")
    tab_to_words(page, "Ask here, and watch", limit=3)
    page.keyboard.press("Enter")
    home.get_by_text("Zero bytes of the question left").wait_for()
    tab_to_words(page, "Is a real model running here?", limit=3)
    page.keyboard.press("Enter")
    home.get_by_text("looks for a model").or_(home.get_by_text("No real model answers")).or_(
        home.get_by_text("Pick one, and ask")
    ).first.wait_for()
    assert page.complaints == []
