"""Lesson 05: training until a code is given back, ranking all codes, and how quickly its controls answer.

Times are of the processor, not of the clock on the wall: other work on the machine counts less.
"""

import asyncio
import os
import tempfile
import time

from benchmarks import row
from privlessons.memory import every_code, log_chances, train
from privlessons.memory_chats import MIKAS, make_chats, start_of
from privlessons.memory_trial import REPEATS, ask, spread

SEEDS = (1, 2, 3, 4, 5)


def took(work):
    """Return what ``work`` gives, and the seconds of processor time it took."""
    start = time.process_time()
    result = work()
    return result, time.process_time() - start


def trained():
    """Return repeats -> (the spread over all seeds' codes, seconds of the slowest training), and a model."""
    found, slowest = {}, 0
    for repeats in REPEATS:
        needed = []
        for seed in SEEDS:
            chats = make_chats(seed, repeats)
            model, seconds = took(lambda chats=chats, seed=seed: train(chats.texts, seed))
            needed += ask(model, chats).needed.values()
            slowest = max(slowest, seconds)
        found[repeats] = spread(needed, len(every_code()))
    return found, slowest, model


def ranked(model):
    """Return the seconds for all codes at once, and for one after the other; their scores must agree."""
    codes, start = every_code(), start_of(MIKAS)
    together, ours = took(lambda: log_chances(model, start, codes))
    alone, theirs = took(lambda: [float(log_chances(model, start, (code,))[0]) for code in codes])
    assert max(abs(a - b) for a, b in zip(together, alone, strict=True)) < 1e-3
    return ours, theirs


async def redraws():
    """Return the milliseconds of each redraw of the lesson's controls, from the kernel's side."""
    from tests.activities.cards import done

    from privlessons.activities import memory_appetite, memory_forget, memory_try
    from privlessons.lesson import open_lesson

    lesson, times = open_lesson("05-make-a-model-remember"), []
    for build, button, clicks, control in (
        (memory_try.train_and_ask, "start", 1, "look"),
        (memory_forget.try_to_forget, "next", 5, "which"),
        (memory_appetite.feed_the_model, "start", 1, "look"),
    ):
        card = build(lesson)
        for _ in range(clicks):
            card.controls[button].click()
            await done()
        choice = card.controls[control]
        for at in [*range(len(choice.options))] * 3:
            _, seconds = took(lambda choice=choice, at=at: setattr(choice, "picked", [at]))
            times.append(1000 * seconds)
    return times


def run():
    found, slowest, model = trained()
    ours, theirs = ranked(model)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PRIVLESSONS_HOME"] = folder
        times = asyncio.run(redraws())
        del os.environ["PRIVLESSONS_HOME"]
    bits = {n: round(one.bits, 1) for n, one in found.items()}
    return [
        row("training the text model, slowest of 20", round(slowest, 1), "s", 10),
        row("exposure of a code that nobody typed (luck: 1.44)", bits[0], "bits", 2.5),
        row("exposure of a code typed once", bits[1], "bits", 1.5, lower_is_better=False),
        row("exposure of a code typed 5 times", bits[5], "bits", 8, lower_is_better=False),
        row("exposure of a code typed 20 times", bits[20], "bits", 12, lower_is_better=False),
        row("ranking 10,000 codes, against one by one", round(ours, 4), "s", 20, peer=round(theirs, 3)),
        row("slowest redraw of lesson 05's controls", round(max(times)), "ms", 150),
    ]
