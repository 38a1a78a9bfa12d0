"""The company's settings site: pages, switches that mean two things, and the fewest presses through it.

The tricks are those of real sites, as Gray et al. (CHI 2018) and Mathur et al. (CSCW 2019) sort them.
"""

from __future__ import annotations

import json
from collections import Counter, deque
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from privlessons.home import home
from privlessons.records import PlainError

WANTED_OFF = frozenset({"training", "reviews"})
"""The settings that matter: whether models learn from the chats, and whether people read them."""


@dataclass(frozen=True, slots=True)
class Trick:
    """A trick: its ``name`` here, what it is ``known_as``, and what it ``is`` in one sentence."""

    name: str
    known_as: str
    what: str


@dataclass(frozen=True)
class Item:
    """Something to press on a page.

    ``kind`` is "link", "switch" or "act"; ``value`` the setting that a switch changes, ``inverted`` if it
    shows the opposite. ``ask`` is a page that comes up before a switch goes off. ``on``, ``off`` and
    ``save`` are what pressing does to the settings, ``says`` what the site says after it.
    """

    kind: str
    id: str
    label: str
    to: str = ""
    value: str = ""
    inverted: bool = False
    ask: str = ""
    on: tuple[str, ...] = ()
    off: tuple[str, ...] = ()
    save: bool = False
    look: str = ""
    trick: str = ""
    says: str = ""


@dataclass(frozen=True)
class Page:
    """One page: its words, what can be pressed, and the ``tricks`` that one meets by coming here."""

    title: str
    text: str
    tricks: tuple[str, ...]
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Site:
    """A settings site: its pages by name, the first one, and the settings that are on at first."""

    start: str
    on: frozenset[str]
    pages: Mapping[str, Page]


@dataclass(frozen=True)
class Visit:
    """Where a visitor is: ``shown`` are the settings as the pages show them, ``saved`` those that count.

    ``met`` counts the tricks, ``presses`` the presses; ``says`` is what the site said last.
    """

    page: str
    shown: frozenset[str]
    saved: frozenset[str]
    met: tuple[tuple[str, int], ...] = ()
    presses: int = 0
    says: str = ""

    @property
    def off(self) -> frozenset[str]:
        """The settings that matter and are off for good."""
        return WANTED_OFF - self.saved


@cache
def _told() -> dict:
    return json.loads((home() / "data" / "company" / "settings.json").read_text("utf-8"))


@cache
def tricks() -> dict[str, Trick]:
    """Return all tricks by their key."""
    return {key: Trick(row["name"], row["known_as"], row["is"]) for key, row in _told()["tricks"].items()}


@cache
def load_site(name: str = "maze") -> Site:
    """Return a site of data/company/settings.json: the "maze", or the "fair" one."""
    if name not in ("maze", "fair"):
        raise PlainError(f"There is no settings site {name!r}. Take the maze or the fair one.")
    told = _told()[name]
    pages = {
        key: Page(row["title"], row["text"], tuple(row["tricks"]), tuple(map(_item, row["items"])))
        for key, row in told["pages"].items()
    }
    return Site(told["start"], frozenset(told["on"]), pages)


def _item(row: dict) -> Item:
    return Item(**{key: tuple(value) if isinstance(value, list) else value for key, value in row.items()})


def enter(site: Site, off: frozenset[str] = frozenset()) -> Visit:
    """Return a visitor at the first page, with all as the company set it, apart from what is ``off``."""
    return Visit(site.start, site.on - off, site.on - off)


def press(site: Site, visit: Visit, item: str) -> Visit:
    """Return the visit after pressing an item of its page; another item changes nothing."""
    found = next((one for one in site.pages[visit.page].items if one.id == item), None)
    if found is None:
        return visit
    met, page, shown, says = [found.trick], found.to or visit.page, visit.shown, found.says
    if found.kind == "switch" and found.ask and found.value in shown:
        page, says, met = found.ask, "", []
    elif found.kind == "switch":
        shown = shown ^ {found.value}
    shown = (shown | set(found.on)) - set(found.off)
    saved = shown if found.save else visit.saved
    if found.save and found.kind == "act" and len(WANTED_OFF - saved) == 1:
        met.append("two")
    if page != visit.page:
        met += site.pages[page].tricks
    count = Counter(dict(visit.met))
    count.update(trick for trick in met if trick)
    return replace(
        visit,
        page=page,
        shown=shown,
        saved=saved,
        met=tuple(count.items()),
        presses=visit.presses + 1,
        says=says,
    )


def checked(item: Item, visit: Visit) -> bool:
    """Return whether a switch looks switched on."""
    return (item.value in visit.shown) != item.inverted


def shortest(site: Site, visit: Visit, *, off: bool = True) -> tuple[Item, ...]:
    """Return the fewest presses after which all that matters is off and saved; ``off`` False: is on.

    Every possible visit is walked through, nearest first. Raises PlainError if there is no way.
    """
    goal = WANTED_OFF if off else frozenset()

    def key(one: Visit) -> tuple:
        return one.page, one.shown & WANTED_OFF, one.saved & WANTED_OFF

    ways: dict[tuple, tuple[Item, ...]] = {key(visit): ()}
    queue = deque([visit])
    while queue:
        here = queue.popleft()
        way = ways[key(here)]
        if here.off == goal and not (here.shown ^ here.saved) & WANTED_OFF:
            return way
        for item in site.pages[here.page].items:
            there = press(site, here, item.id)
            if key(there) not in ways:
                ways[key(there)] = (*way, item)
                queue.append(there)
    raise PlainError("There is no way through this settings site.")
