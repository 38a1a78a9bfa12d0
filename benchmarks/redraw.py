"""From a key on a control to the redrawn card, for every control of every lesson, in real Chromium.

Each lesson is opened by the Learn door and played to its end, so that all controls are there. Then each
slider, box and group of choices gets a few keys. A move takes from the key's own time stamp to the first
animation frame after the card's last change; what a control changes of itself, such as the number beside it,
doesn't count. Controls that start long work, with progress and a way to cancel it, are left out, and so are
those that change nothing until a button is pressed.
"""

import tempfile
from pathlib import Path
from statistics import median

from tests.browser.learner import AT_REST, STOPS, open_lesson, press_every_button
from tests.conftest import running
from tests.lessons import LESSONS

from benchmarks import chromium, row

KEYS = ("ArrowRight", "ArrowRight", "ArrowLeft", "ArrowLeft", "ArrowRight")
GOAL = 150  # ms
# Hears the key, then every change of the card; "done" once nothing has changed for 400 ms.
WATCH = """
() => {
  window.seen = null;
  document.addEventListener("keydown", (event) => {
    const card = event.target.closest?.(".pl-activity"), own = event.target.closest?.(".pl");
    if (!card) return;
    window.watching?.disconnect();
    window.seen = {start: event.timeStamp, last: null, at: performance.now()};
    window.watching = new MutationObserver((changes) => {
      if (!changes.some((change) => !own.contains(change.target))) return;
      window.seen.at = performance.now();
      requestAnimationFrame((time) => (window.seen.last = time));
    });
    window.watching.observe(card, {subtree: true, childList: true, attributes: true, characterData: true});
  }, true);
}
"""
QUIET = "() => window.seen && performance.now() - window.seen.at > 400"
TAKEN = "() => window.seen.last === null ? null : window.seen.last - window.seen.start"
CONTROLS = (
    f"() => ({STOPS})().map((e, i) => [i, e.type]).filter(([i, type]) => /range|checkbox|radio/.test(type))"
)
FOCUS = f"""
(i) => {{
  const e = ({STOPS})()[i];
  const one = e.type === "radio" ? document.querySelector(`input[name="${{e.name}}"]:checked`) ?? e : e;
  one.focus();
  const words = one.closest("fieldset")?.querySelector("legend") ?? one.labels?.[0];
  return words?.textContent.trim().slice(0, 60) ?? "";
}}
"""


def moves(page, number, kind):
    """Return the control's words, and the milliseconds of each of its moves that changed the card."""
    found = []
    words = page.evaluate(FOCUS, number)
    for key in ("Space",) * 4 if kind == "checkbox" else KEYS:
        page.wait_for_timeout(60)
        page.keyboard.press(key)
        page.wait_for_function(QUIET)
        if not page.evaluate(AT_REST):
            page.wait_for_function(AT_REST, timeout=180_000)
            return words, []
        taken = page.evaluate(TAKEN)
        if taken is not None:
            found.append(taken)
    return words, found


def measure(page, book, stem):
    """Return for each control that redraws something its words and the median of its moves."""
    open_lesson(page, book, "learn", stem)
    press_every_button(page)
    page.evaluate(WATCH)
    found = []
    for number, kind in page.evaluate(CONTROLS):
        words, times = moves(page, number, kind)
        if times:
            found.append((round(median(times)), words))
    return found


def run(only=()):
    """Measure all lessons, or those with the given numbers."""
    rows = []
    with tempfile.TemporaryDirectory() as folder, chromium() as browser, running(Path(folder)) as book:
        for lesson in LESSONS:
            if only and lesson.stem[:2] not in only:
                continue
            page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
            page.set_default_timeout(60_000)
            found = measure(page, book, lesson.stem)
            page.context.close()
            for taken, words in sorted(found, reverse=True)[:4]:
                print(f"  {lesson.stem[:2]}: {taken} ms, {words}", flush=True)
            slowest = max(found, default=(0, ""))[0]
            rows.append(
                row(f"lesson {lesson.stem[:2]}: slowest of {len(found)} controls", slowest, "ms", GOAL)
            )
    return rows
