"""Facebook: JSON files in folders such as ``your_facebook_activity``, known by forms that only it uses."""

from __future__ import annotations

import re

from privlessons.exports.meta import events
from privlessons.exports.meta_html import brand
from privlessons.exports.stream import shape

SERVICE = "Facebook"
LISTS = re.compile(r"(?:[a-z_]+_v[23]|recently_viewed)(?:\..*)?")  # such as "searches_v2"
POSTS = {"item.data.item.post", "item.attachments.item.data", "item.data.item.update_timestamp"}
POSTS |= {"item.data.item.reaction", "item.data.item.comment"}
ONE = {"timestamp", "data.item.post"}  # a single post comes without a list around it

__all__ = ["SERVICE", "events", "looks_like"]


def looks_like(head: bytes) -> bool:
    """Tell whether a file that begins with ``head`` is of Facebook."""
    if brand(head) == "facebook":
        return True
    keys = shape(head)
    return any(LISTS.fullmatch(key) for key in keys) or (
        keys >= ONE or ("item.timestamp" in keys and bool(POSTS & keys))
    )
