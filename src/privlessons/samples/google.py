"""Made-up files of Google Takeout: “My Activity” as JSON and as web pages, and Chrome's history."""

from __future__ import annotations

import json
from collections.abc import Iterable
from html import escape

from privlessons.records import Event
from privlessons.samples.browsers import address
from privlessons.samples.story import of

PAGE = (
    '<html><head><meta http-equiv="content-type" content="text/html; charset=UTF-8">'
    "<title>My Activity History</title><style>{style}</style></head>"
    '<body><div class="mdl-grid">{cells}</div></body></html>'
)
_COLUMN = '<div class="content-cell mdl-cell mdl-cell--{width}-col mdl-typography--{kind}">'
CELL = (
    '<div class="outer-cell mdl-cell mdl-cell--12-col mdl-shadow--2dp"><div class="mdl-grid">'
    '<div class="header-cell mdl-cell mdl-cell--12-col">'
    '<p class="mdl-typography--title">{product}<br></p></div>'
    f"{_COLUMN.format(width=6, kind='body-1')}{{said}}<br>{{time}}<br>{{answer}}</div>"
    f"{_COLUMN.format(width=6, kind='body-1 mdl-typography--text-right')}</div>"
    f"{_COLUMN.format(width=12, kind='caption')}<b>Products:</b><br>&emsp;{{product}}<br></div></div></div>"
)


def chrome(events: Iterable[Event]) -> dict[str, bytes]:
    """Make ``History.json``: microseconds since 1970."""
    visits = []
    for event in reversed(of(events, "browser history", "searches")):
        url, title = address(event)
        visits.append(
            {
                "favicon_url": f"https://{event.who or 'www.google.com'}/favicon.ico",
                "page_transition_qualifier": "CLIENT_REDIRECT",
                "title": title,
                "url": url,
                "time_usec": int(event.time.timestamp() * 1_000_000),
                "client_id": "bXkgbGFwdG9w",
            }
        )
    content = json.dumps({"Browser History": visits, "Session": []}, indent=2).encode()
    return {
        "Takeout/Chrome/History.json": content,
        "Takeout/Chrome/Bookmarks.html": b"<!DOCTYPE NETSCAPE-Bookmark>",
    }


def _answer(text: str) -> str:
    return f"<p>I found this on <strong>{escape(text[:40])}</strong>.</p><ul><li>One</li><li>Two</li></ul>"


def my_activity(events: Iterable[Event]) -> dict[str, bytes]:
    """Make “My Activity” as JSON, newest first: searches, and what Gemini was asked, partly answered."""
    searches, asked = [], []
    for event in reversed(of(events, "searches")):
        url, _ = address(event)
        searches.append(
            {
                "header": "Search",
                "title": f"Searched for {event.text}",
                "titleUrl": url,
                "time": _iso(event),
                "products": ["Search"],
                "activityControls": ["Web & App Activity"],
                "locationInfos": [
                    {
                        "name": "At this general area",
                        "url": "https://www.google.com/maps/@?api=1&map_action=map&center=54.7,2.2&zoom=12",
                        "source": "From your device",
                    }
                ],
            }
        )
    for number, event in enumerate(reversed(_asked(events))):
        record = {
            "header": "Gemini Apps",
            "title": f"Prompted {event.text}",
            "time": _iso(event),
            "products": ["Gemini Apps"],
            "activityControls": ["Gemini Apps Activity"],
        }
        asked.append(record | ({"safeHtmlItem": [{"html": _answer(event.text)}]} if number % 3 else {}))
    folder = "Takeout/My Activity"
    return {
        f"{folder}/Search/MyActivity.json": json.dumps(searches).encode(),
        f"{folder}/Gemini Apps/MyActivity.json": json.dumps(asked, ensure_ascii=False, indent=1).encode(),
        "Takeout/archive_browser.html": b"<!DOCTYPE html><html><title>Google Takeout</title></html>",
    }


def my_activity_pages(events: Iterable[Event]) -> dict[str, bytes]:
    """Make “My Activity” as web pages: the time as an English phone writes it, long styles before it all."""
    searches, asked = [], []
    for event in reversed(of(events, "searches")):
        said = f'Searched for&nbsp;<a href="{escape(address(event)[0])}">{escape(event.text)}</a>'
        searches.append(CELL.format(product="Search", said=said, time=_english(event), answer=""))
    for event in reversed(_asked(events)):
        said = f"Prompted&nbsp;{escape(event.text)}"
        asked.append(
            CELL.format(product="Gemini Apps", said=said, time=_english(event), answer=_answer(event.text))
        )
    style = ".mdl-typography--title{font-weight:500}" * 400
    folder = "Takeout/My Activity"
    return {
        f"{folder}/Search/MyActivity.html": PAGE.format(style=style, cells="".join(searches)).encode(),
        f"{folder}/Gemini Apps/MyActivity.html": PAGE.format(style=style, cells="".join(asked)).encode(),
    }


def _asked(events: Iterable[Event]) -> list[Event]:
    return [event for event in of(events, "chats") if event.mine]


def _iso(event: Event) -> str:
    return event.time.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _english(event: Event) -> str:
    time = event.time
    return f"{time:%b} {time.day}, {time.year}, {time.hour % 12 or 12}:{time:%M:%S}\u202f{time:%p} UTC"
