"""Ten thousand noisy answers for the slider of lesson 08, beside ten thousand calls of diffprivlib's tools.

The same question, the same epsilon, one process, in turn. The fastest of several turns counts. The test
suite holds the two distributions against each other (`tests/test_noise_releases.py`).
"""

import time

import numpy as np

from benchmarks import row

DRAWS, TURNS, EPSILON, BOUNDS = 10_000, 3, 0.5, (0, 120)


def seconds(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def run():
    from privlessons import load_people
    from privlessons.noise_releases import ask_average, ask_count, ask_histogram, ask_middle, draw

    from diffprivlib import tools  # isort: skip

    ages = load_people()["age"].to_numpy()
    rng = np.random.default_rng(1)
    cases = {
        "count": (ask_count(ages > 64), lambda: tools.count_nonzero(ages > 64, epsilon=EPSILON)),
        "average": (ask_average(ages, BOUNDS), lambda: tools.mean(ages, epsilon=EPSILON, bounds=BOUNDS)),
        "middle": (ask_middle(ages, BOUNDS), lambda: tools.median(ages, epsilon=EPSILON, bounds=BOUNDS)),
        "histogram": (
            ask_histogram(ages, BOUNDS, 6),
            lambda: tools.histogram(ages, epsilon=EPSILON, bins=6, range=BOUNDS),
        ),
    }
    for kind, (question, tool) in cases.items():
        tool(), draw(question, EPSILON, rng)
        ours = min(seconds(lambda q=question: draw(q, EPSILON, rng, DRAWS)) for _ in range(5 * TURNS))
        peer = min(seconds(lambda t=tool: [t() for _ in range(DRAWS // 10)]) for _ in range(TURNS)) * 10
        yield row(
            f"Ten thousand noisy answers ({kind}), against diffprivlib's tools",
            round(ours, 5),
            "s",
            50,
            peer=round(peer, 3),
        )
