"""Scanning 2,000 chat messages of about 40 words, beside plain Presidio one by one with the same model.

The messages are made from the marked texts (town and fixtures) put end to end, in an order that a seed
decides. Ours and the peer take turns on chunks of 125 messages; the ratio is the median over the chunks, so
that whatever else the machine does slows both. Models are loaded before the clock starts.
"""

import random
import time
from statistics import median

from benchmarks.detection import peer_findings, sets
from privlessons.detect import find_personal_data
from privlessons.records import Planted
from privlessons.redaction import score

MESSAGES, WORDS, CHUNK = 2_000, 40, 125


def messages(seed=2026):
    """Return (text, planted spans) of each message: marked texts end to end until there are 40 words."""
    rng = random.Random(seed)
    samples = [sample for group in sets().values() for sample in group if sample[0].strip()]
    made = []
    while len(made) < MESSAGES:
        text, planted = "", []
        while len(text.split()) < WORDS:
            more, spans = rng.choice(samples)
            text += " " if text else ""
            planted += [Planted(0, p.start + len(text), p.end + len(text), p.kind) for p in spans]
            text += more
        made.append((text, planted))
    return made


def run() -> list[dict]:
    made = messages()
    find_personal_data([text for text, _ in made[:10]])
    peer_findings([text for text, _ in made[:10]])
    ours, peer, ratios, spent = [], [], [], [0.0, 0.0]
    for at in range(0, MESSAGES, CHUNK):
        texts = [text for text, _ in made[at : at + CHUNK]]
        start = time.perf_counter()
        ours += find_personal_data(texts)
        middle = time.perf_counter()
        peer += peer_findings(texts)
        end = time.perf_counter()
        spent[0] += middle - start
        spent[1] += end - middle
        ratios.append((end - middle) / (middle - start))
    truth = [planted for _, planted in made]
    mine, theirs = score(ours, truth).anywhere.recall, score(peer, truth).anywhere.recall
    quicker = median(ratios)
    return [
        {
            "name": "Scanning 2,000 chat messages",
            "ours": round(MESSAGES / spent[0]),
            "peer": round(MESSAGES / spent[1]),
            "unit": "messages a second",
            "ratio": round(quicker, 2),
            "goal": 3,
            "met": quicker >= 3,
        },
        {
            "name": "Scanning 2,000 chat messages: recall",
            "ours": round(mine, 3),
            "peer": round(theirs, 3),
            "unit": "share",
            "ratio": round(mine / theirs, 2),
            "goal": 1,
            "met": mine >= theirs,
        },
    ]


if __name__ == "__main__":
    for figures in run():
        print(figures)
