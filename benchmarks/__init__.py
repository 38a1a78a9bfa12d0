"""Each figure that the README claims, measured beside the peer that it is compared with: `make bench`."""

from contextlib import contextmanager


@contextmanager
def chromium():
    """Yield this machine's Chromium, without a window."""
    from playwright.sync_api import sync_playwright
    from tests.conftest import CHROMIUM, CHROMIUM_FLAGS

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


def row(name, ours, unit, goal, *, peer=None, lower_is_better=True):
    """Return one figure as `python -m benchmarks` prints and saves it.

    With a ``peer``, ``ratio`` says how many times better than it ours is, and ``goal`` is the ratio to
    reach. Without one, ``goal`` is what ``ours`` must not exceed, or must reach if higher is better.
    """
    if peer is None:
        ratio, met = None, ours <= goal if lower_is_better else ours >= goal
    else:
        ratio = round(peer / ours if lower_is_better else ours / peer, 2)
        met = ratio >= goal
    return {"name": name, "ours": ours, "peer": peer, "unit": unit, "ratio": ratio, "goal": goal, "met": met}
