"""Files that people mistake for an export we can read, told by how they begin."""

from __future__ import annotations

from privlessons.exports.stream import encoding, shape

KEYS = {  # a service's name, and keys that only its files have
    "Gemini": ("item.products", "item.titleUrl", "item.safeHtmlItem"),
    "Grok": ("conversations.item.conversation", "conversations.item.responses"),
    "Google location": ("locations", "timelineObjects", "semanticSegments"),
    "Chrome history": ("Browser History", "item.time_usec"),
    "Spotify": ("item.msPlayed", "item.ms_played"),
    "Instagram or Facebook": ("messages.item.sender_name", "item.string_list_data", "label_values"),
}
STARTS = {  # first line of a table or a database
    "Copilot": ("conversation,time,author,message",),
    "Netflix": ("title,date", "profile name,start time"),
    "browser history": ("sqlite format 3",),
}
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"%PDF")


def stranger(head: bytes) -> str:
    """Say in a few words whose file begins with ``head``: "a Spotify export"; empty if nobody knows."""
    keys = shape(head)
    start = head[:200].decode(encoding(head), "ignore").lstrip("\ufeff \r\n\t").lower().replace('"', "")
    for service, known in KEYS.items():
        if keys.intersection(known):
            return f"{'an' if service[0] in 'AEIOU' else 'a'} {service} export"
    for service, known in STARTS.items():
        if start.startswith(known):
            return f"a {service} export"
    if start.startswith("<"):
        return "a web page"
    if head.startswith(PICTURES):
        return "a picture or a PDF"
    return ""
