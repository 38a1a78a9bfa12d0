"""From a click to the first answer of lesson 00: the Learn door beside the same notebook in JupyterLab.

JupyterLab runs the notebook on opening as well (by our extension; left to itself it shows a learner nothing).
The clock runs from the navigation until the page says what was guessed. A fresh browser and a fresh kernel
each time; the two take turns.
"""

import json
import tempfile
import time
import urllib.request
from pathlib import Path
from statistics import median

from tests.conftest import running

from benchmarks import chromium, row

LESSON, TIMES = "00-start-here", 5

# Presses the first activity's controls as soon as they are there.
LEARNER = """
() => {
  const card = document.querySelector(".pl-activity");
  if (!card) return false;
  if (card.innerText.includes("You said")) return true;
  const option = card.querySelector("input[type=radio]");
  if (option && !option.checked) option.click();
  else card.querySelector(".pl-primary")?.click();
  return false;
}
"""


def forget(book):
    """End all kernels and erase what was kept, so that the next opening is a first one."""
    headers = {"Authorization": f"token {book.token}"}
    request = urllib.request.Request(f"{book.url}api/kernels", headers=headers)
    with urllib.request.urlopen(request) as answer:
        kernels = json.load(answer)
    for kernel in kernels:
        gone = f"{book.url}api/kernels/{kernel['id']}"
        urllib.request.urlopen(urllib.request.Request(gone, headers=headers, method="DELETE")).close()
    (book.state / "progress.json").unlink(missing_ok=True)


def opened(browser, book, address):
    """Return the seconds from the navigation to the first answer."""
    forget(book)
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    start = time.perf_counter()
    page.goto(address, wait_until="commit")
    page.wait_for_function(LEARNER, polling=50, timeout=120_000)
    taken = time.perf_counter() - start
    context.close()
    return taken


def run():
    with tempfile.TemporaryDirectory() as folder, chromium() as browser, running(Path(folder)) as book:
        doors = (book.learn(LESSON), book.hood(LESSON))
        turns = [[opened(browser, book, door) for door in doors] for _ in range(1 + TIMES)]
    ours, peer = (round(median(side), 2) for side in zip(*turns[1:], strict=True))
    # At most 0.65 of the peer's time is 1 / 0.65 times as fast.
    return row("opening lesson 00 to its first answer", ours, "s", 1.54, peer=peer)
