"""What a learner does with a page, for the tests that open real Chromium."""

import json
from functools import cache

from playwright import sync_api
from tests.offline import ROOT

DOORS = ("learn", "hood")
CARD = ".pl-activity"
# All that a learner can set or press in the cards, a group of radio buttons or of chat words as one.
STOPS = """
() => {
  const seen = new Set();
  return [...document.querySelectorAll(
    ".pl-activity :is(input, button, textarea, select, a[href], summary)"
  )].filter((e) => {
    if (e.disabled || e.closest("fieldset:disabled") || e.tabIndex < 0) return false;
    if (!e.getClientRects().length) return false;
    if (getComputedStyle(e).visibility === "hidden") return false;
    if (e.type !== "radio") return true;
    const first = !seen.has(e.name);
    seen.add(e.name);
    return first;
  });
}
"""
COUNT = f"() => ({STOPS})().length"
# Where the focus is now, and whether the stop before looked different while it had the focus.
FOCUS = f"""
() => {{
  const e = document.activeElement;
  const looks = (elements) => JSON.stringify(elements.map((el) => {{
    const s = getComputedStyle(el);
    return [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow, s.borderColor, s.backgroundColor];
  }}));
  const last = window.lastStop;
  const before = last && {{at: last.at, name: last.name, seen: looks(last.around) !== last.looked}};
  const at = ({STOPS})().findIndex((s) => s === e || (e.type === "radio" && s.name === e.name && e.name));
  const around = [e, e.closest("label")].filter(Boolean);
  window.lastStop = at < 0 ? null : {{at, name: e.outerHTML.slice(0, 120), around, looked: looks(around)}};
  return {{at, before}};
}}
"""


def cards_of(stem):
    """Return how many activities a notebook shows: one for each cell of code, apart from these."""
    others = ("-setup", "-under-the-hood", "-payloads")
    [path] = [*ROOT.glob(f"notebooks/{stem}.ipynb"), *ROOT.glob(f"tests/fixtures/notebooks/{stem}.ipynb")]
    cells = json.loads(path.read_text("utf-8"))["cells"]
    return sum(c["cell_type"] == "code" and not c["id"].endswith(others) for c in cells)


def open_lesson(page, book, door, stem):
    """Open a lesson by a door and wait until all its activities are there."""
    page.goto(getattr(book, door)(stem))
    wait_for_cards(page, stem)


def wait_for_cards(page, stem):
    """Wait until each activity shows something to press, and until all has come to rest."""
    try:
        page.wait_for_function(
            "(n) => document.querySelectorAll('.pl-activity').length === n",
            arg=cards_of(stem),
            timeout=120_000,
        )
    except sync_api.TimeoutError as error:  # what the page shows instead tells why
        raise AssertionError(f"{stem} did not open: {page.inner_text('body')[:500]!r}") from error
    page.wait_for_selector(f"{CARD} :is(input, button)")
    settle(page)


def settle(page, seconds=60, look=0.3):
    """Wait until the number of things to press was the same at four looks, so many seconds apart."""
    same, before = 0, -1
    for _ in range(int(seconds / look)):
        now = page.evaluate(COUNT)
        same, before = (same + 1 if now == before else 0), now
        if same >= 3:
            return
        page.wait_for_timeout(1000 * look)
    raise AssertionError("the lesson did not come to rest")


def forget(book):
    """Erase what was kept, so that the next learner is a new one."""
    (book.state / "progress.json").unlink(missing_ok=True)


def first_card(page):
    return page.locator(CARD).first


def tab_through(page, limit=400):
    """Press Tab from the top of the page until all stops were left again.

    Return how many there are, and for each one that was reached its name and whether the focus showed.
    """
    wanted, reached = page.evaluate(COUNT), {}
    for _ in range(limit):
        page.keyboard.press("Tab")
        before = page.evaluate(FOCUS)["before"]
        if before:
            reached.setdefault(before["at"], before)
        if len(reached) == wanted:
            break
    return wanted, reached


def tab_to(page, selector, limit=200):
    """Press Tab until an element of the first card that matches has the focus."""
    for _ in range(limit):
        page.keyboard.press("Tab")
        if page.evaluate("(s) => document.activeElement.matches(s)", f"{CARD} :is({selector})"):
            return
    raise AssertionError(f"Tab never came to {selector}")


# The buttons that can be pressed now: the card's number, the words, and the how manieth with these words.
# Not the words of a chat, and not the one that opens the browser's own window for files.
BUTTONS = """
() => [...document.querySelectorAll(".pl-activity")].flatMap((card, number) => {
  const seen = {};
  return [...card.querySelectorAll("button:not(.pl-mask, .widget-upload)")].flatMap((button) => {
    if (button.disabled || !button.getClientRects().length) return [];
    const words = button.textContent.trim();
    seen[words] = (seen[words] ?? -1) + 1;
    return [[number, words, seen[words]]];
  });
})
"""
PRESS_FROM = """
([number, words, nth]) => {
  const card = document.querySelectorAll(".pl-activity")[number];
  const all = [...card.querySelectorAll("button")].filter((b) => b.textContent.trim() === words);
  all.filter((b) => b.getClientRects().length && !b.disabled)[nth].focus();
}
"""
ANSWER_ALL = """
() => document.querySelectorAll(".pl-activity fieldset:not(:disabled)").forEach((field) => {
  if (!field.getClientRects().length || field.querySelector("input:checked")) return;
  field.querySelector("input").click();
})
"""
# Long work is over: there is nothing to cancel but a list of files.
AT_REST = """
() => ![...document.querySelectorAll(".pl-activity button:enabled")].some(
  (b) => /^(Cancel|Stop)$/.test(b.textContent.trim()) && b.getClientRects().length
    && !b.closest(".pl-chooser")
)
"""
FOCUS_IS_IN_A_CARD = "() => Boolean(document.activeElement?.closest('.pl-activity'))"


def press_every_button(page, leave=()):
    """Press each button of all cards once by the keyboard, as they come up, with each question answered.

    Return those after which the focus had fallen out of the cards, and all that were pressed.
    """
    pressed, lost = set(), []
    while True:
        page.evaluate(ANSWER_ALL)
        page.wait_for_timeout(200)
        waiting = [
            tuple(one) for one in page.evaluate(BUTTONS) if tuple(one) not in pressed and one[1] not in leave
        ]
        if not waiting:
            return lost, {words for _, words, _ in pressed}
        pressed.add(waiting[0])
        page.evaluate(PRESS_FROM, list(waiting[0]))
        page.keyboard.press("Enter")
        page.wait_for_timeout(200)
        page.wait_for_function(AT_REST, timeout=180_000)
        settle(page, look=0.1)
        try:  # a card that reckons for a while may move it late
            page.wait_for_function(FOCUS_IS_IN_A_CARD, timeout=5_000)
        except sync_api.TimeoutError:
            lost.append(waiting[0])


# A card that changes moves the focus with its last message, a moment after the words that a test waits for.
FOCUS_RESTS = """
async () => {
  for (let last = null, same = 0; same < 6; ) {
    const now = document.activeElement;
    same = now === last ? same + 1 : 0;
    last = now;
    await new Promise((done) => setTimeout(done, 30));
  }
}
"""


def tab_to_words(page, words, limit=150):
    """Press Tab, once the focus has come to rest, until the control whose words begin so has the focus."""
    page.evaluate(FOCUS_RESTS)
    for _ in range(limit):
        page.keyboard.press("Tab")
        here = page.evaluate(
            "() => { const e = document.activeElement;"
            " return (e.labels?.[0]?.textContent || e.textContent || '').trim(); }"
        )
        if here.startswith(words):
            return
    raise AssertionError(f"Tab never came to {words!r}")


def card_with(page, text):
    """Return the cards that hold these words."""
    return page.locator(CARD).filter(has_text=text)


@cache
def axe():
    from axe_playwright_python.sync_playwright import Axe

    return Axe()


def violations(page, within=None):
    """What axe-core finds serious or critical, in the whole page or within a selector; a line for each."""
    found = axe().run(page, context={"include": [[within]]} if within else None)
    return [
        f"{v['id']} ({v['impact']}): {node['html'][:160]} {node['any'][:1]}"
        for v in found.response["violations"]
        if v["impact"] in {"serious", "critical"}
        for node in v["nodes"]
    ]
