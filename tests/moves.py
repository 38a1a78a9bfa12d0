"""Moves the controls of activities to their ends, as running a notebook never does."""

import asyncio
import json
from functools import partial

import ipywidgets

from privlessons.controls import Blackout, Choice
from privlessons.ui import SORRY


def moves(control):
    """The two ends of a control, each as a word and a function that takes the control there."""
    if isinstance(control, ipywidgets.Button):
        return [("click", control.click), ("click again", control.click)]
    if isinstance(control, Choice):
        last = len(control.options) - 1
        ends = ([0], list(range(last + 1))) if control.many else ([0], [last])
        return [(str(end), partial(setattr, control, "picked", end)) for end in ends]
    if isinstance(control, Blackout):
        ends = ([], list(range(len(control.words))))
        return [(f"{len(end)} words", partial(setattr, control, "hidden", end)) for end in ends]
    if hasattr(control, "min"):
        ends = (control.min, control.max)
        if isinstance(control.value, tuple):
            ends = ((ends[0], ends[0]), ends)
    elif hasattr(control, "options"):
        options = [option[1] if isinstance(option, tuple) else option for option in control.options]
        ends = ((), tuple(options)) if isinstance(control.value, tuple) else (options[0], options[-1])
    elif isinstance(control.value, bool):
        ends = (True, False)
    elif isinstance(control.value, str):
        ends = ("", "<b>Rosa Quill</b>, rosa@example.com, 07700 900123\n" * 40)
    else:
        return []  # a box for files: its readers have tests of their own, and real Chromium fills it
    return [(str(end)[:20], partial(setattr, control, "value", end)) for end in ends]


async def settle(others, seconds=60):
    """Wait for what a control started (all tasks but the ``others``), clocks apart: they run on."""
    for _ in range(int(seconds / 0.05)):
        await asyncio.sleep(0.05)
        running = asyncio.all_tasks() - others
        if all("clock" in repr(task.get_coro()) for task in running):
            return
    raise AssertionError(f"still at work after {seconds} seconds: {asyncio.all_tasks() - others}")


async def visit(cards):
    """Take every control of each (name, activity) to both ends, and read the state; return how often."""
    seen, others = 0, asyncio.all_tasks()
    for cell_id, activity in cards:
        keys = set(activity.state)
        for name, control in list(activity.controls.items()):
            for end, go in moves(control):
                go()
                await settle(others)
                here = f"{cell_id}, control {name!r} at {end}"
                assert SORRY not in activity.status.html, f"{here}: {activity.status.html}"
                assert keys <= set(activity.state), here
                json.dumps(activity.state)
                seen += 1
    return seen
