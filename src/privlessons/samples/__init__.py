"""Made-up exports of every source that we read, in its real structure and with its quirks.

They tell of Mika of Saltmere: what she searched for, visited, posted, heard. Whoever doesn't want to use an
export of their own uses one of these, and the readers are tested with them.

``make(name)`` returns one as bytes, ``write_all(folder)`` writes one of each. Each maker takes events and
returns files by their path within the export, so that any trail can be written in any form.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from privlessons.records import Event, PlainError
from privlessons.samples import assistants, browsers, google, media, places, social
from privlessons.samples.story import story

__all__ = ["NAMES", "files", "make", "write_all"]

_MAKERS: dict[str, tuple[str, Callable[[Iterable[Event]], dict[str, bytes]]]] = {
    "ChatGPT": ("chatgpt-export.zip", assistants.chatgpt),
    "Claude": ("claude-data.zip", assistants.claude),
    "Grok": ("grok-data.zip", assistants.grok),
    "Copilot": ("copilot-activity-history.csv", assistants.copilot),
    "Google My Activity": ("takeout-my-activity.zip", google.my_activity),
    "Google My Activity (web pages)": ("takeout-my-activity-html.zip", google.my_activity_pages),
    "Chrome by Takeout": ("takeout-chrome.zip", google.chrome),
    "Chrome or Edge": ("chrome/History", browsers.chromium),
    "Firefox": ("firefox/places.sqlite", browsers.firefox),
    "Safari": ("safari/History.db", browsers.safari),
    "Google location (records)": ("takeout-location-records.zip", places.records),
    "Google location (months)": ("takeout-location-months.zip", places.months),
    "Google location (Android)": ("Timeline.json", places.android),
    "Google location (iPhone)": ("location-history.json", places.iphone),
    "WhatsApp (iPhone)": ("WhatsApp Chat - Ruth.zip", social.whatsapp_iphone),
    "WhatsApp (Android)": ("WhatsApp Chat with Ruth.txt", social.whatsapp_android),
    "Instagram": ("instagram-tarn_and_tiles.zip", social.instagram),
    "Facebook": ("facebook-mikatarn.zip", social.facebook),
    "Instagram (web pages)": ("instagram-tarn_and_tiles-html.zip", social.instagram_pages),
    "Facebook (web pages)": ("facebook-mikatarn-html.zip", social.facebook_pages),
    "Spotify (last year)": ("my_spotify_data.zip", media.spotify_year),
    "Spotify (all)": ("my_spotify_data_extended.zip", media.spotify_all),
    "Netflix (short)": ("NetflixViewingHistory.csv", media.netflix_short),
    "Netflix (all)": ("netflix-report.zip", media.netflix_all),
    "Photos": ("photos.zip", media.photos),
}
NAMES: tuple[str, ...] = tuple(_MAKERS)


def files(name: str, events: Iterable[Event] | None = None) -> dict[str, bytes]:
    """Return the files of the export ``name`` by their path within it; of Mika's trail unless told others."""
    if name not in _MAKERS:
        raise PlainError(
            f"There is no made-up export called {name}: please choose one of {', '.join(NAMES)}."
        )
    return _MAKERS[name][1](story() if events is None else events)


def make(name: str, events: Iterable[Event] | None = None) -> bytes:
    """Return a made-up export as the bytes of its zip, or of its file where the service hands out a file."""
    found = files(name, events)
    return _zipped(found) if _MAKERS[name][0].endswith(".zip") else next(iter(found.values()))


@cache
def _mikas(name: str) -> bytes:
    return make(name)


def write_all(folder: Path) -> list[Path]:
    """Write one export of each source into ``folder``; return their paths."""
    paths = []
    for name, (path, _) in _MAKERS.items():
        paths.append(Path(folder) / path)
        paths[-1].parent.mkdir(parents=True, exist_ok=True)
        paths[-1].write_bytes(_mikas(name))
    return paths


def _zipped(found: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in found.items():
            archive.writestr(path, content)
    return out.getvalue()
