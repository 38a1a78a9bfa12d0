"""Made-up exports of WhatsApp, Instagram and Facebook."""

from __future__ import annotations

import json
from collections.abc import Iterable
from html import escape

from privlessons.records import Event
from privlessons.samples.story import FRIEND, ME, at_second, of

MARK = "\u200e"
PAGE = (
    '<html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8" />'
    '<base href="../../../../" /><style type="text/css">._a6-g{{background:#fff}}{style}</style>'
    '<title></title></head><body class="_5vb_ _2yq _a7o5"><div class="_li">{logo}<div class="_a705">'
    '<header class="_as-_ _a70a"><h1 id="u_0">{title}</h1></header>'
    '<main class="_a706" role="main">{cards}</main></div></div></body></html>'
)
INSTAGRAM_CARD = (
    '<div class="pam _3-95 _2ph- _a6-g uiBoxWhite noborder">'
    '<h2 class="_3-95 _2pim _a6-h _a6-i">{heading}</h2>'
    '<div class="_3-95 _a6-p"><div><div></div><div>{said}</div><div></div></div></div>'
    '<div class="_3-94 _a6-o">{time}</div></div>'
)
FACEBOOK_CARD = (
    '<section class="_a6-g" aria-labelledby="u_0"><h2 class="_2ph_ _a6-h _a6-i" id="u_0">{heading}</h2>'
    '<div class="_2ph_ _a6-p"><div class="_2pin"><div>{said}</div></div></div><footer class="_3-94 _a6-o">'
    '<a target="_blank" href="https://www.facebook.com/dyi/l/"><div class="_a72d">{time}</div></a>'
    "</footer></section>"
)
NOTICE = "Messages and calls are end-to-end encrypted. Only people in this chat can read them."


def whatsapp_iphone(events: Iterable[Event]) -> dict[str, bytes]:
    """Make ``_chat.txt`` as an English iPhone does: brackets, seconds, marks that can't be seen."""
    lines = []
    for event in of(events, "messages"):
        when = f"{event.time.astimezone():[%d/%m/%Y, %H:%M:%S]}"
        if not lines:
            lines.append(f"{when} {FRIEND}: {MARK}{NOTICE}")
            lines.append(f"{MARK}{when} {FRIEND}: {MARK}image omitted")
        lines.append(f"{when} {ME if event.mine else FRIEND}: {event.text}")
    return {"_chat.txt": "\r\n".join([*lines, ""]).encode()}


def whatsapp_android(events: Iterable[Event]) -> dict[str, bytes]:
    """Make a chat as an American Android phone does: month first, a narrow space before AM and PM."""
    lines = []
    for event in of(events, "messages"):
        time = event.time.astimezone()
        clock = f"{time.hour % 12 or 12}:{time:%M}\u202f{time:%p}"
        when = f"{time.month}/{time.day}/{time:%y}, {clock}"
        if not lines:
            lines += [f"{when} - {NOTICE}", f"{when} - {FRIEND}: <Media omitted>"]
        lines.append(f"{when} - {ME if event.mine else FRIEND}: {event.text}")
    return {f"WhatsApp Chat with {FRIEND}.txt": "\n".join([*lines, ""]).encode()}


def _broken(value: object) -> bytes:
    """Write JSON as both services do: each byte of UTF-8 as a letter of its own."""
    text = json.dumps(value, ensure_ascii=False)
    return "".join(
        c if c < "\x80" else "".join(f"\\u{byte:04x}" for byte in c.encode()) for c in text
    ).encode()


def _thread(events: Iterable[Event], title: str) -> dict:
    said = [
        {
            "sender_name": ME if event.mine else FRIEND,
            "timestamp_ms": at_second(event) * 1000,
            "content": event.text,
            "is_geoblocked_for_viewer": False,
        }
        for event in reversed(of(events, "messages"))
    ]
    return {
        "participants": [{"name": FRIEND}, {"name": ME}],
        "messages": said,
        "title": title,
        "is_still_participant": True,
        "thread_path": "inbox/ruth_1700000000000000",
        "magic_words": [],
    }


def instagram(events: Iterable[Event]) -> dict[str, bytes]:
    """Make an export of Instagram: some keys in German, likes in the newer form with labels."""
    posts = of(events, "social posts")
    folder = "your_instagram_activity"
    pictures = [
        {"media": [{"uri": "media/posts/1.jpg", "creation_timestamp": at_second(post), "title": post.text,
                    "media_metadata": {"camera_metadata": {"has_camera_metadata": False}}}]}
        for post in posts
    ]  # fmt: skip
    seen = [
        {
            "string_map_data": {
                "Autor": {"value": "saltmere_swims"},
                "Zeit": {"timestamp": at_second(post) - 90},
            }
        }
        for post in posts
    ]
    likes = [
        {"timestamp": at_second(post) + 60, "media": [], "fbid": "1789",
         "label_values": [{"label": "URL", "value": "https://www.instagram.com/p/invented/",
                           "href": "https://www.instagram.com/p/invented/"},
                          {"dict": [{"dict": [{"label": "Name", "value": "Café Kittiwake"},
                                              {"label": "Username", "value": "cafe_kittiwake"}]}],
                           "title": "Owner"}]}
        for post in posts
    ]  # fmt: skip
    searches = [
        {"title": "", "string_map_data": {"Suchen": {"href": "", "value": event.text, "timestamp": 0},
                                          "Zeit": {"href": "", "value": "", "timestamp": at_second(event)}}}
        for event in of(events, "searches")[:20]
    ]  # fmt: skip
    follows = [
        {"title": "fogbell_games", "media_list_data": [],
         "string_list_data": [{"href": "https://www.instagram.com/fogbell_games", "value": "fogbell_games",
                               "timestamp": at_second(post)}]}
        for post in posts[:3]
    ]  # fmt: skip
    about = {"profile_user": [{"title": "Profil", "string_map_data": {
        "E-Mail": {"href": "", "value": "mika@example.com", "timestamp": 0},
        "Benutzername": {"href": "", "value": "tarn_and_tiles", "timestamp": 0}}}]}  # fmt: skip
    return {
        "personal_information/personal_information/personal_information.json": _broken(about),
        f"{folder}/media/posts_1.json": _broken(pictures),
        f"{folder}/likes/liked_posts.json": _broken(likes),
        f"{folder}/messages/inbox/ruth_1700000000000000/message_1.json": _broken(_thread(events, FRIEND)),
        "ads_information/ads_and_topics/posts_viewed.json": _broken({"impressions_history_posts_seen": seen}),
        "logged_information/recent_searches/word_or_phrase_searches.json": _broken(
            {"searches_keyword": searches}
        ),
        "connections/followers_and_following/following.json": _broken({"relationships_following": follows}),
    }


def facebook(events: Iterable[Event]) -> dict[str, bytes]:
    """Make an export of Facebook: posts, comments, friends, searches, messages."""
    folder = "your_facebook_activity"
    posts = [
        {"timestamp": at_second(post), "data": [{"post": post.text}, {"update_timestamp": at_second(post)}],
         "title": f"{ME} updated her status.", "attachments": []}
        for post in of(events, "social posts")
    ]  # fmt: skip
    comments = [
        {"timestamp": at_second(post) + 300, "title": f"{ME} commented on {FRIEND}'s post.",
         "data": [{"comment": {"timestamp": at_second(post) + 300, "comment": "très bien 😍", "author": ME}}]}
        for post in of(events, "social posts")[:5]
    ]  # fmt: skip
    searches = [
        {"timestamp": at_second(event), "title": "You searched Facebook", "data": [{"text": event.text}]}
        for event in of(events, "searches")[:20]
    ]
    friends = [
        {"name": name, "timestamp": 1_500_000_000 + i} for i, name in enumerate((FRIEND, "Zoë Brandt"))
    ]
    profile = {"profile_v2": {"name": {"full_name": ME}, "emails": {"emails": ["mika@example.com"]}}}
    return {
        "personal_information/profile_information/profile_information.json": _broken(profile),
        f"{folder}/posts/your_posts__check_ins__photos_and_videos_1.json": _broken(posts),
        f"{folder}/comments_and_reactions/comments.json": _broken({"comments_v2": comments}),
        "logged_information/search/your_search_history.json": _broken({"searches_v2": searches}),
        "connections/friends/your_friends.json": _broken({"friends_v2": friends}),
        f"{folder}/messages/inbox/ruth_ab12cd/message_1.json": _broken(_thread(events, FRIEND)),
    }


def instagram_pages(events: Iterable[Event]) -> dict[str, bytes]:
    """Make an export of Instagram as web pages, the form that people get who choose none."""
    folder = "your_instagram_activity"
    logo = '<img src="files/Instagram-Logo.png" />'
    posts = [(post.text, "", post) for post in of(events, "social posts")]
    searches = [(event.text, "", event) for event in of(events, "searches")[:20]]
    return {
        f"{folder}/media/posts_1.html": _page("Posts", INSTAGRAM_CARD, posts, logo),
        f"{folder}/messages/inbox/ruth_17/message_1.html": _page(FRIEND, INSTAGRAM_CARD, _talk(events), logo),
        "logged_information/recent_searches/word_or_phrase_searches.html": _page(
            "Searches", INSTAGRAM_CARD, searches, logo
        ),
    }


def facebook_pages(events: Iterable[Event]) -> dict[str, bytes]:
    """Make an export of Facebook as web pages, the form that people get who choose none."""
    folder = "your_facebook_activity"
    posts = [(f"{ME} updated her status.", post.text, post) for post in of(events, "social posts")]
    searches = [("You searched Facebook", event.text, event) for event in of(events, "searches")[:20]]
    return {
        f"{folder}/posts/your_posts__check_ins__photos_and_videos_1.html": _page(
            "Your posts", FACEBOOK_CARD, posts
        ),
        f"{folder}/messages/inbox/ruth_ab12cd/message_1.html": _page(FRIEND, FACEBOOK_CARD, _talk(events)),
        "logged_information/search/your_search_history.html": _page("Searches", FACEBOOK_CARD, searches),
    }


def _talk(events: Iterable[Event]) -> list[tuple[str, str, Event]]:
    return [(ME if event.mine else FRIEND, event.text, event) for event in reversed(of(events, "messages"))]


def _page(title: str, card: str, records: list[tuple[str, str, Event]], logo: str = "") -> bytes:
    cards = [
        card.format(heading=escape(heading), said=escape(said).replace("\n", "<br />"), time=_clock(event))
        for heading, said, event in records
    ]
    style = "._a705{margin:0}" * 1500
    return PAGE.format(style=style, logo=logo, title=escape(title), cards="".join(cards)).encode()


def _clock(event: Event) -> str:
    time = event.time.astimezone()
    return f"{time:%b %d, %Y} {time.hour % 12 or 12}:{time:%M:%S} {f'{time:%p}'.lower()}"
