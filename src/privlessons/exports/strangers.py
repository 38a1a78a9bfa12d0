"""Files that people mistake for an export we can read, told by how they begin."""

from __future__ import annotations

from privlessons.exports.stream import encoding

PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8")


def stranger(head: bytes) -> str:
    """Say in a few words what begins with ``head`` and what to do; empty if nobody knows."""
    start = head[:200].decode(encoding(head), "ignore").lstrip("\ufeff \r\n\t").lower()
    if start.startswith("<") and (b"<title>ChatGPT" in head or b"var jsonData" in head):
        return "the web page of a ChatGPT export: please choose the zip that it came in"
    if start.startswith("<"):
        return "a web page (HTML): please ask the service for your export again and choose JSON"
    if start.startswith("sqlite format 3"):
        return "a database, but not one of Chrome, Edge, Firefox or Safari: please choose their history"
    if start.startswith("%pdf"):
        return "a PDF: please choose the zip, folder or file that the service gave you"
    if head.startswith(PICTURES):
        return (
            "a picture that doesn't say where or when it was taken: please choose one as the camera saved "
            "it, since apps often take this out when they send a picture"
        )
    return ""
