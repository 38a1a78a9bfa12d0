"""From slider to picture in real Chromium, by the Learn door: the kit beside `interact` + `plt.show()`.

A move is one press of an arrow key. It takes from the key's own time stamp to the first animation frame
after the new picture is there and decoded (the kit's is an SVG in the page, with nothing to decode). Both
pages are open at the same time and take turns, so that whatever else the machine does slows both. Keys come
at any moment of a frame, as a person's do, and the watching asks for no frames of its own: a loop of them
held every key to the start of a frame, and the measured time to a whole number of frames. The frame after
each change of the page is looked at: one in which no picture is to be seen is counted as blank.
"""

import random
import shutil
import tempfile
from pathlib import Path
from statistics import median

from tests.conftest import running

from benchmarks import chromium, row

NOTEBOOKS = Path(__file__).parent / "notebooks"
OURS, PEER = "10-picture-by-the-kit", "11-picture-by-interact"
WARM_UPS, MOVES = 4, 30
FRAME = 1000 / 60  # ms
HANDLES = {OURS: "input[type=range]", PEER: ".noUi-handle"}

PICTURES = {OURS: ".pl-picture svg", PEER: "img[src^='data:image/png']"}

# Between a key and the new picture: looks at every change of the page, and at the frame after it.
WATCH = """
(selector) => {
  const find = () => [...document.querySelectorAll(selector)].at(-1);
  const shown = (one) => one && one.complete !== false && one.getBoundingClientRect().height > 20;
  const words = (one) => one?.ariaLabel ?? one?.alt;
  document.addEventListener("keydown", (event) => {
    const old = find(), src = old?.src, alt = words(old);
    let blank = 0;
    window.move = new Promise((done) => {
      const changes = new MutationObserver(async () => {
        requestAnimationFrame(() => (blank += shown(find()) ? 0 : 1));
        const now = find();
        if (!now || (now === old && now.src === src)) return;
        changes.disconnect();
        await now.decode?.();
        requestAnimationFrame((time) => {
          done({ms: time - event.timeStamp, blank, alt: words(now) !== alt && words(now).length > 0});
        });
      });
      changes.observe(document.body, {subtree: true, childList: true, attributeFilter: ["src"]});
    });
  }, true);
}
"""
NEXT = """() => Promise.race([
  window.move, new Promise((_, no) => setTimeout(() => no(new Error('no new picture')), 20000))
])"""


def opened(browser, book, stem):
    """Return a page on which the notebook's first picture is to be seen, with its slider focused."""
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.goto(book.learn(stem))
    page.wait_for_selector(PICTURES[stem], timeout=60_000)
    page.evaluate(WATCH, PICTURES[stem])
    page.locator(HANDLES[stem]).first.focus()
    return page


def moved(page):
    """Press one arrow key; return what the page saw until the new picture."""
    page.bring_to_front()
    page.wait_for_timeout(150 + random.uniform(0, FRAME))
    page.keyboard.press("ArrowRight")
    return page.evaluate(NEXT)


def measure(browser, book):
    """Return the moves of both sides, which take turns."""
    pages = {stem: opened(browser, book, stem) for stem in (OURS, PEER)}
    moves = [{stem: moved(page) for stem, page in pages.items()} for _ in range(WARM_UPS + MOVES)]
    return [[move[stem] for move in moves[WARM_UPS:]] for stem in (OURS, PEER)]


def run():
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        lessons = shutil.copytree(NOTEBOOKS, Path(folder) / "lessons")
        with running(Path(folder) / "server", str(lessons)) as book:
            ours, peer = measure(browser, book)
    times = [round(median(move["ms"] for move in side)) for side in (ours, peer)]
    blank, silent = sum(m["blank"] > 0 for m in ours), sum(not m["alt"] for m in ours)
    return [
        row("slider to picture, median", times[0], "ms", 6, peer=times[1]),
        row("slider to picture, moves with a blank frame", blank, f"of {MOVES}", 0),
        row("slider to picture, moves without a new alt text", silent, f"of {MOVES}", 0),
    ]
