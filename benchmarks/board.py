"""The class board: 1,000 guests answer within a minute while 200 viewers watch. On this machine alone."""

import asyncio
import json
import random
import tempfile
import time

from benchmarks import row

GUESTS, VIEWERS, SECONDS, QUICK = 1_000, 200, 60, 250
LAST = 60  # seconds after the minute at which the run ends whatever happens


async def _watch(person, code, seen, name):
    """Read a room's pictures from a plain connection; keep the last one under a name."""
    host, port = person.url.removeprefix("http://").split(":")
    read, write = await asyncio.open_connection(host, int(port))
    cookies = "; ".join(f"{key}={value}" for key, value in person.cookies.items())
    write.write(f"GET /r/{code}/live HTTP/1.1\r\nHost: {host}\r\nCookie: {cookies}\r\n\r\n".encode())
    try:
        while line := await read.readline():
            if line.startswith(b"data: "):
                seen[name] = line[6:]
    finally:
        write.close()


async def _answer(person, code, question, at, took, wrong):
    """Open the page and answer at a time; note how long the confirmation took."""
    await asyncio.sleep(at)
    await person.open(f"/r/{code}")
    start = time.perf_counter()
    told = await person.send(f"/r/{code}", answer=random.choice(("yes", "no")), question=question)
    took.append(time.perf_counter() - start)
    if told.code != 200:
        wrong.append(told.code)


async def _load(running, guests, viewers, seconds):
    from tests.classroom.board import Person
    from tests.classroom.test_command import asked
    from tornado.httpclient import AsyncHTTPClient

    AsyncHTTPClient.configure(None, max_clients=500)
    question, code, seen, took, wrong = await asked(running), running.code, {}, [], []
    watching = []
    for name in range(viewers):
        viewer = Person(running.url)
        await viewer.open(f"/r/{code}")
        watching.append(asyncio.create_task(_watch(viewer, code, seen, name)))
    start = time.perf_counter()
    times = sorted(random.uniform(0, seconds) for _ in range(guests))
    await asyncio.gather(*(_answer(Person(running.url), code, question, at, took, wrong) for at in times))
    elapsed = time.perf_counter() - start
    await asyncio.sleep(2)
    pictures = [json.loads(picture) for picture in seen.values()]
    up_to_date = sum(picture["questions"][-1]["answered"] == guests for picture in pictures)
    for task in watching:
        task.cancel()
    return {
        "p99": sorted(took)[int(0.99 * len(took))],
        "wrong": wrong,
        "seen": up_to_date,
        "elapsed": elapsed,
    }


def run(guests=GUESTS, viewers=VIEWERS, seconds=SECONDS):
    from tests.classroom.running import class_board

    from privlessons.classroom.command import _let_many_in

    _let_many_in()
    with tempfile.TemporaryDirectory() as folder, class_board(folder) as running:
        got = asyncio.run(asyncio.wait_for(_load(running, guests, viewers, seconds), seconds + LAST))
    stored = guests - len(got["wrong"])
    return [
        row(
            "Class board: answers of a minute, 99 in 100 confirmed within",
            round(1000 * got["p99"]),
            "ms",
            QUICK,
        ),
        row("Class board: answers confirmed", stored, "answers", guests, lower_is_better=False),
        row(
            "Class board: viewers with the last count two seconds later",
            got["seen"],
            "viewers",
            viewers,
            lower_is_better=False,
        ),
        row("Class board: time for all answers", round(got["elapsed"]), "s", seconds + 5),
    ]
