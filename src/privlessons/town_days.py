"""A life -> four weeks of it: where somebody was, and what they did on screens and in shops, in UTC."""

from __future__ import annotations

import csv
import random
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from privlessons.home import home
from privlessons.records import Event
from privlessons.town_life import Life
from privlessons.town_map import Place, load_places, metres_between

ZONE = ZoneInfo("Europe/London")
FIRST = datetime(2026, 5, 4, tzinfo=ZONE)
"""The Monday on which the four weeks begin; they end on Sunday 31 May 2026."""
DAYS = 28
_START = FIRST.astimezone(UTC)  # no clock is changed within the four weeks
_SCREEN = ("browser history", "searches", "social posts", "chats")
_A_DAY = {"browser history": 11, "searches": 4, "social posts": 0.35, "chats": 0.4}


@dataclass(frozen=True, slots=True)
class Stay:
    """A stay at a place, in hours since the four weeks began."""

    place: Place
    start: float
    end: float


def when(hours: float) -> datetime:
    """Return the time, UTC to the second, of so many hours since the four weeks began."""
    return _START + timedelta(seconds=round(hours * 3600))


@cache
def load_texts() -> dict[str, dict[str, list[tuple[str, str, float]]]]:
    """Read ``trail_texts.csv``: topic -> source -> (text, who, amount)."""
    table = defaultdict(lambda: defaultdict(list))
    with open(home() / "data/town/trail_texts.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            table[row["about"]][row["source"]].append((row["text"], row["who"], float(row["amount"] or 0)))
    return {about: dict(sources) for about, sources in table.items()}


def travel(a: Place, b: Place) -> float:
    """Return the hours from door to door: on foot up to 1.5 km, else by bus, bike or car."""
    far = metres_between(a, b) / 1000
    return far / 4.8 if far < 1.5 else 0.12 + far / 24


def true_stays(life: Life, seed: int) -> list[Stay]:
    """Return where somebody was for four weeks, home in between, without noise and holes."""
    rng = random.Random(f"stays {seed} {life.person}")
    places, outings = load_places(), []
    for day in range(DAYS):
        base, weekday = day * 24, day % 7
        if weekday in life.workdays and life.work is not None and rng.random() > 0.04:
            ends = life.ends + (24 if life.nights else 0)
            outings.append(
                Stay(
                    life.work, base + life.starts + rng.gauss(-0.08, 0.09), base + ends + rng.gauss(0.1, 0.2)
                )
            )
            if not life.nights and rng.random() < 0.2:
                shop = places[rng.choice(("Pennyfold Supermarket", "Larrow Foods"))]
                if shop != life.work:
                    begin = outings[-1].end + travel(life.work, shop)
                    outings.append(Stay(shop, begin, begin + rng.uniform(0.25, 0.7)))
        elif rng.random() < 0.75 and not any(weekday in habit.weekdays for habit in life.habits):
            where = rng.choice([p for p in places.values() if p.category in _FUN])
            begin = base + rng.uniform(10.5, 16)
            outings.append(Stay(where, begin, begin + rng.uniform(0.5, 3)))
        for habit in life.habits:
            if weekday in habit.weekdays and (day // 7) % habit.every == 0 and rng.random() > 0.1:
                begin = base + habit.hour + rng.gauss(0, 0.12)
                outings.append(Stay(habit.place, begin, begin + habit.hours * rng.uniform(0.8, 1.2)))
    outings.sort(key=lambda stay: stay.start)
    stays, free, last = [], 0.0, life.home
    for out in outings:
        if out.place is None or out.start < free + travel(last, out.place) + 0.05:
            continue
        if last != life.home:
            back = free + travel(last, life.home)
            if out.start - travel(life.home, out.place) - back > 0.75:
                stays.append(Stay(life.home, back, out.start - travel(life.home, out.place)))
        else:
            stays.append(Stay(life.home, free, out.start - travel(life.home, out.place)))
        stays.append(out)
        free, last = out.end, out.place
    if free < DAYS * 24:
        stays.append(
            Stay(life.home, free + (travel(last, life.home) if last != life.home else 0), DAYS * 24.0)
        )
    return [stay for stay in stays if stay.end > stay.start]


_FUN = {"pub", "café", "shop", "park", "beach", "library", "museum", "theatre"}


def located(life: Life, stays: list[Stay], seed: int) -> list[Event]:
    """Return the stays as a phone tells them: some days, stays and names missing; places off by 20 m."""
    rng = random.Random(f"phone {seed} {life.person}")
    silent = {day for day in range(DAYS) if rng.random() < 0.07}
    events = []
    for stay in stays:
        if int(stay.start // 24) in silent or rng.random() < 0.12:
            continue
        start, end = stay.start + rng.expovariate(20), stay.end - rng.expovariate(20)
        if end - start < 0.15:
            continue
        off = 20 if rng.random() < 0.95 else 120
        latitude = stay.place.latitude + rng.gauss(0, off) / 111_320
        longitude = stay.place.longitude + rng.gauss(0, off) / 64_300
        named = stay.place.name if rng.random() < 0.7 else ""
        events.append(
            Event(when(start), "location", named, when(end), round(latitude, 6), round(longitude, 6))
        )
    return events


def awake(life: Life, stays: list[Stay], seed: int) -> list[tuple[float, float]]:
    """Return from when to when somebody was awake, day by day, in hours since the four weeks began."""
    rng = random.Random(f"sleep {seed} {life.person}")
    spans, up = [], max(0.0, life.wake + rng.gauss(0, 0.2))
    for day in range(DAYS):
        base = day * 24
        late = 0.7 if day % 7 in (4, 5) else 0
        bed = base + life.bed + late + rng.gauss(0, 0.35)
        if life.nights and day % 7 in life.workdays:
            bed = base + 24 + life.ends + 1.3
        spans.append((up, max(up + 3, bed)))
        tomorrow = base + 24 + life.wake + (0.6 if (day + 1) % 7 in (5, 6) else 0) + rng.gauss(0, 0.25)
        up = max(tomorrow, spans[-1][1] + (6.2 if life.nights else 4.5))
    return spans


def done(life: Life, stays: list[Stay], seed: int) -> list[Event]:
    """Return what somebody read, asked, bought, posted and typed to the assistant."""
    rng = random.Random(f"screen {seed} {life.person}")
    texts, about = load_texts(), _about(life)
    names, weights = list(about), list(about.values())
    keen, events = rng.uniform(0.6, 1.6), []
    for day, (up, bed) in enumerate(awake(life, stays, seed)):
        if rng.random() < 0.04:  # a day without a screen
            continue
        for source in _SCREEN:
            usual = _A_DAY[source] * keen
            for n in range(int(usual) + (rng.random() < usual % 1)):
                hour = rng.uniform(up, bed)
                if source == "browser history" and n < 2:  # the phone is the first thing and the last
                    hour = up + rng.expovariate(4) if n == 0 else bed - rng.expovariate(4)
                topic = rng.choices(names, weights)[0]
                choice = texts[topic].get(source)
                if not choice or not up <= hour <= bed:
                    topic, choice = "everyday", texts["everyday"][source]
                events.append(_event(life, source, hour, rng.choice(choice), rng))
        events += _bought(life, day, (up, bed), rng, about)
    return events


def _about(life: Life) -> dict[str, float]:
    """How often each topic of the texts comes up in this life."""
    topics = {"everyday": 10.0} | dict.fromkeys(life.interests, 2.2)
    if life.employer:
        topics["school" if life.income < 9_500 else "work" if life.work else "own firm"] = 0.8
    for worry, weight in (
        *((one, 1.1) for one in life.health.split(", ")),
        (life.faith, 0.6),
        (life.sexuality, 0.4),
    ):
        if worry:
            topics[worry] = weight
    if life.debt:
        topics["money trouble"] = 0.7
    topics.setdefault(life.for_others, 0.35)
    if life.pet:
        kind = next((word for word in ("dog", "cat") if word in life.pet), "other pet")
        topics[kind] = 0.9
    known = load_texts()
    return {topic: weight for topic, weight in topics.items() if topic in known}


def _event(life: Life, source: str, hour: float, choice: tuple, rng) -> Event:
    text, who, _ = choice
    friend = rng.choice(life.close).partition(" (")[0] if life.close else "Sam"
    if "{" in text:
        text = text.format(
            employer=life.employer, friend=friend, relation=rng.choice(("mum", "brother", "nan"))
        )
    if source == "social posts" and (friend in text or rng.random() < 0.3):
        who = friend
    return Event(when(hour), source, text, who=who)


def _bought(life: Life, day: int, span: tuple[float, float], rng, about: dict[str, float]) -> list[Event]:
    """Shopping of one day: what it costs follows the income, loosely."""
    texts, events = load_texts(), []
    purse = (life.income / 26_000) ** 0.8
    for topic, often in (
        ("groceries", 0.45),
        ("things", 0.4),
        ("rich", 0.08 if life.income > 42_000 else 0.004),
    ):
        if rng.random() < often:
            events.append((rng.choice(texts[topic]["purchases"]), purse * rng.lognormvariate(0.25, 0.45)))
    for topic in about:
        if rng.random() < 0.045 and "purchases" in texts[topic]:
            events += [(rng.choice(texts[topic]["purchases"]), rng.lognormvariate(0, 0.2))]
    return [
        Event(when(rng.uniform(*span)), "purchases", text, amount=round(price * factor, 2), who=shop)
        for (text, shop, price), factor in events
    ]
