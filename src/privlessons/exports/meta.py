"""Instagram and Facebook: what both have in common, and files that could be of either.

Web pages are read by ``meta_html``; the rest of this module is about JSON.

Both write UTF-8 letters as if each byte were one ("CafÃ©"), which is put right. Messages have one form;
everything else comes in many, with keys in the owner's language, so that what is relied on is where a time
stands and which texts stand beside it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from types import ModuleType

from privlessons.exports import meta_html
from privlessons.exports.plain import entries, of, plain
from privlessons.exports.stream import encoding, items, shape
from privlessons.exports.values import NO_TIME, left_out, position, when
from privlessons.records import Event

SERVICE = "Instagram or Facebook"
MESSAGES = {"messages.item.sender_name", "messages.item.timestamp_ms", "messages.item.senderName"}
LABELS = ("label_values", "item.label_values")
LARGEST = 64_000_000  # bytes of a file other than messages; the largest that we have heard of have 20 million
MANY = 2_000  # characters of one event
TIMES = ("timestamp", "creation_timestamp", "taken_at", "added_timestamp", "timestamp_value")
FORMS = ("string_map_data", "string_list_data", "label_values", "dict")
OWN = {"post", "comment", "text"}  # what a person wrote; a title such as "… updated her status" adds nothing
TEXTS = {"post", "text", "comment", "title", "value", "name", "description", "reaction", "caption"}
LAST = {"action", "type"}  # what was done, where nothing else is said
DEEPEST = 30


def looks_like(head: bytes) -> bool:
    """Tell whether a file that begins with ``head`` is of Instagram or of Facebook and could be of either."""
    keys = shape(head)
    if meta_html.looks_like(head):
        return True
    return bool(MESSAGES & keys) or any(f"{start}.item.label" in keys for start in LABELS)


def settle(found: list) -> list:
    """Tell whose the files are that could be of either: by their path, or by the files beside them."""
    from dataclasses import replace

    from privlessons.exports import facebook, instagram

    sure: dict[tuple, set[ModuleType]] = {}
    for part in found:
        if part.reader in {facebook, instagram}:
            for home in _homes(part):
                sure.setdefault(home, set()).add(part.reader)
    moved = []
    for part in found:
        path = "/".join((*part.inside, part.name)).lower()
        named = {module for module in (facebook, instagram) if module.__name__.rpartition(".")[2] in path}
        near = (
            [named, *(sure.get(home, set()) for home in _homes(part))]
            if part.reader.SERVICE == SERVICE
            else []
        )
        one = next((modules for modules in near if len(modules) == 1), None)
        moved.append(replace(part, reader=next(iter(one))) if one else part)
    return moved


def _homes(part) -> list[tuple]:
    """Name the folders that a file lies in, innermost first; files in no folder are at home together."""
    folders = part.name.split("/")[:-1]
    around = [(*part.inside, *folders[:size]) for size in range(len(folders), -1, -1)]
    return around if folders else [(*part.inside, "")]


def events(files: Iterable, note: Callable[[str], None]) -> Iterator[Event]:
    """Read messages, posts, comments, searches and whatever else has a time."""
    people: Counter[str] = Counter()
    for file in files:
        if _is_thread(file):
            people.update(set(_people(file)))
            people.update(filter(None, [meta_html.owner(file.head)]))
    known = people.most_common(2)
    shared = (
        known[0][0] if known and known[0][1] > 1 and (len(known) < 2 or known[0][1] > known[1][1]) else ""
    )
    for file in files:
        with left_out(file.name, note) as leave:
            if meta_html.looks_like(file.head):
                yield from meta_html.events(file, note, leave, _me(file, shared))
            elif _is_thread(file):
                yield from _thread(file, note, leave, shared)
            else:
                yield from _whole(file, note, leave)


def letters(value: object) -> str:
    """Return a text with its letters put right: bytes that were written as letters are joined."""
    text = plain(value)
    try:
        return text.encode("latin-1").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return text


def _is_thread(file) -> bool:
    return bool(MESSAGES & shape(file.head)) or meta_html.is_thread(file.name, file.head)


def _people(file) -> list[str]:
    return meta_html.people(file.head) if meta_html.looks_like(file.head) else _participants(file.head)


def _me(file, shared: str) -> str:
    people = _people(file)
    if shared in people:
        return shared
    if meta_html.looks_like(file.head):
        return meta_html.owner(file.head)
    return people[-1] if len(people) > 1 else ""  # the owner stands last


def _participants(head: bytes) -> list[str]:
    start = head.decode(encoding(head), "ignore")
    at = start.find('"participants"')
    try:
        found = json.JSONDecoder(strict=False).raw_decode(start, start.index("[", at))[0] if at >= 0 else []
    except (ValueError, RecursionError):
        return []
    names = [of(one, "name") or one for one in found] if isinstance(found, list) else []
    return [name for one in names if (name := letters(one))]


def _thread(file, note, leave, shared: str) -> Iterator[Event]:
    me = _me(file, shared)
    others = [name for name in _participants(file.head) if name != me]
    partner = others[0] if len(others) == 1 else f"{len(others)} people"
    for entry in items(file, note, under="messages", what="entry"):
        # The second names are those of chats that were encrypted from end to end.
        who = letters(entry.get("sender_name") or entry.get("senderName"))
        time = when(entry.get("timestamp_ms") or entry.get("timestamp"), 1000)
        if time is None:
            leave(NO_TIME)
            continue
        kinds = [
            word
            for word in ("photos", "videos", "audio_files", "share", "sticker", "media")
            if entry.get(word)
        ]
        text = letters(entry.get("content") or entry.get("text")) or "".join(
            f"[{word.replace('_', ' ')}]" for word in kinds
        )
        mine = bool(me) and who == me
        yield Event(time, "messages", text, who=partner if mine else who, mine=mine)


def _whole(file, note, leave) -> Iterator[Event]:
    if file.size > LARGEST:
        note(f"{file.name} is larger than we have heard of ({LARGEST:,} bytes) and was left out.")
        return
    data = bytearray()
    while more := file.read(1 << 20):
        data += more
    try:
        value = json.loads(data.decode(encoding(file.head), "replace"), strict=False)
    except (ValueError, RecursionError):
        note(f"{file.name} is damaged and was left out.")
        return
    words = f"{file.name} {' '.join(value) if isinstance(value, dict) else ''}".lower()
    kind = "searches" if "search" in words else "social posts"
    for item, name in _items(value):
        time = _time(item)
        if time is None:
            leave(NO_TIME)
            continue
        text, place = _texts(item), _place(item) or ("location" in words and _imprecise(item))
        where = {"latitude": place[0], "longitude": place[1]} if place else {}
        who = letters(item.get("title")) if "string_list_data" in item else letters(item.get("name")) or name
        yield Event(time, kind, text, who=who, **where)


def _items(value: object, depth: int = 0, name: str = "") -> Iterator[tuple[dict, str]]:
    """Find the objects that tell of something at a time, whatever the lists around them are called.

    With each comes the name of what it stands in, such as a shop that told Facebook of several visits.
    """
    if isinstance(value, list):
        for one in value:
            yield from _items(one, depth, name)
    elif isinstance(value, dict) and depth < DEEPEST:
        if _is_item(value):
            yield value, name
        else:
            name = letters(value.get("name")) or letters(value.get("title")) or name
            for one in value.values():
                yield from _items(one, depth + 1, name)


def _is_item(value: dict) -> bool:
    timed = any(value.get(key) for key in TIMES)
    if not timed and any("vec" in one for one in entries(value.get("label_values"))):
        return False  # a list of things, each with a time
    formed = timed or any(value.get(key) for key in FORMS)
    return bool((formed and _stamps(value)) or _stamps(value.get("media")))


def _walk(value: object, depth: int = 0) -> Iterator[tuple[str, object]]:
    """Yield each key and plain value below, outer ones first."""
    if depth > DEEPEST:
        return
    inner = value if isinstance(value, list) else []
    if isinstance(value, dict):
        inner = [one for one in value.values() if isinstance(one, dict | list)]
        yield from ((key, one) for key, one in value.items() if not isinstance(one, dict | list))
    for one in inner:
        yield from _walk(one, depth + 1)


def _stamps(value: object) -> list:
    return [one for key, one in _walk(value) if key in TIMES and one] if value else []


def _time(item: dict) -> datetime | None:
    return next((time for stamp in _stamps(item) if (time := when(stamp))), None)


def _texts(item: dict) -> str:
    found = _under(item, OWN) or _under(item, TEXTS) or _under(item, LAST)
    addresses = (letters(one) for key, one in _walk(item) if key in {"href", "uri", "url"})
    return " · ".join(found)[:MANY] if found else next(filter(None, addresses), "")[:MANY]


def _under(item: dict, keys: set[str]) -> dict[str, None]:
    return dict.fromkeys(text for key, one in _walk(item) if key in keys and (text := letters(one).strip()))


def _place(item: dict) -> tuple[float, float] | None:
    found: dict[str, object] = {}
    for key, one in _walk(item):
        if key in {"latitude", "longitude"}:
            found.setdefault(key, one)
    return position(of(found, "latitude"), of(found, "longitude")) if len(found) == 2 else None


def _imprecise(item: dict) -> tuple[float, float] | None:
    """Return the first position among labels in the owner's language: two numbers, one after the other."""
    numbers = [text for text in _under(item, {"value"}) if meta_html.DEGREES.fullmatch(text)]
    return position(*numbers[:2]) if len(numbers) in {2, 4} else None
