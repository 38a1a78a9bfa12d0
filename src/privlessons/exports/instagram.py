"""Instagram: JSON files in folders such as ``your_instagram_activity``, by forms that only it uses."""

from __future__ import annotations

from privlessons.exports.meta import events
from privlessons.exports.meta_html import brand
from privlessons.exports.stream import shape

SERVICE = "Instagram"
FORMS = ("string_map_data", "string_list_data", "item.media.item.creation_timestamp", "media.item.uri")
STARTS = ("ig_", "relationships_", "likes_media", "likes_comment", "impressions_history", "profile_user")

__all__ = ["SERVICE", "events", "looks_like"]


def looks_like(head: bytes) -> bool:
    """Tell whether a file that begins with ``head`` is of Instagram."""
    if brand(head) == "instagram":
        return True
    keys = shape(head)
    return any(key.endswith(FORMS[:2]) or key in FORMS or key.startswith(STARTS) for key in keys)
