"""A pasted policy (plain text, Markdown or HTML) as headings, paragraphs and list items."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

DROPPED = {"script", "style", "noscript", "template", "svg", "title", "button", "select", "iframe", "object"}
BLOCKS = {
    "p", "div", "section", "article", "ul", "ol", "table", "tr", "br", "header", "footer", "main", "dl", "dt",
    "dd", "blockquote", "nav", "aside", "summary", "details", "hr", "figure", "form", "body",
}  # fmt: skip
IS_HTML = re.compile(
    r"<(?:!doctype|html|body|p|div|section|main|h[1-6]|ul|li|script|style|table)\b", re.IGNORECASE
)
HEADING = re.compile(r"#{1,6}\s+(.*?)\s*#*$")
UNDERLINE = re.compile(r"(=|-){3,}$")
ITEM = re.compile(r"(?:[*+•·▪◦‣–—○●■o-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+(?=\S)")
NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[A-Z][.)]|[IVX]{1,4}[.)])\s+(?=[A-Z“\"'])")
ONLY_LINK = re.compile(r"\[[^\]]*\]\(#[^)]*\)$")
LINK = re.compile(r"!?\[((?:[^\[\]]|\[[^\]]*\])*)\]\((?:[^()\s]|\([^()]*\))*(?:\s+\"[^\"]*\")?\)")
UNSEEN = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
ENDS = (".", "!", "?", ";", ",", "…")
LONGEST_HEADING = 12
"""Words of a line that can still be a heading, in a text that doesn't mark its headings."""


@dataclass(frozen=True, slots=True)
class Block:
    """``kind`` is "heading", "text", "item" or "contents"; ``level`` is a heading's, 1 to 7 (7: a guess)."""

    kind: str
    text: str
    level: int = 7


class _Text(HTMLParser):
    """Writes the text of a page with a line for each block; nothing of the page is run or shown."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self.dropped = 0

    def handle_starttag(self, tag, attrs):
        if tag in DROPPED:
            self.dropped += 1
        elif re.fullmatch("h[1-6]", tag):
            self.out.append(f"\n\n{'#' * int(tag[1])} ")
        elif tag == "li":
            self.out.append("\n* ")
        elif tag in BLOCKS:
            self.out.append("\n\n")
        elif tag in ("td", "th"):
            self.out.append(" | ")

    def handle_endtag(self, tag):
        if tag in DROPPED:
            self.dropped = max(0, self.dropped - 1)
        elif tag in BLOCKS or re.fullmatch("h[1-6]|li", tag):
            self.out.append("\n\n" if tag != "li" else "\n")

    def handle_data(self, data):
        if not self.dropped:
            self.out.append(re.sub(r"\s+", " ", data))


def from_html(page: str) -> str:
    """Return the text of a page as Markdown: scripts, styles and buttons are left out."""
    parser = _Text()
    parser.feed(page)
    parser.close()
    lines = [
        re.sub(r"^(\*|#+)\s+(?:\*\s+)*", r"\1 ", line.strip()) for line in "".join(parser.out).split("\n")
    ]
    out: list[str] = []
    for line in lines:  # a list item or a heading whose words stand in a box of their own
        if line and out and out[-1] in ("*", "#", "##", "###", "####", "#####", "######"):
            out[-1] += f" {line}"
        elif line or (out and out[-1] and out[-1].strip("*#")):
            out.append(line)
    return "\n".join(out)


def looks_like_html(text: str) -> bool:
    """Whether a text holds tags, and not just a < somewhere."""
    first = re.match(r"\s*<(?:!doctype|html)", text, re.IGNORECASE)
    return bool(first) or len(IS_HTML.findall(text[:20_000])) >= 2


def plain(line: str) -> str:
    """Return a line without Markdown's marks."""
    line = LINK.sub(r"\1", line)
    line = re.sub(r"\\([\\`*_{}\[\]()#+.!|>-])", r"\1", line)
    line = re.sub(r"(?<!\w)([*_]{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)", r"\2", line)
    line = re.sub(r"\*\*|`", "", line)
    return " ".join(line.replace("|", " | ").split()).strip(" |")


def blocks(text: str) -> Iterator[Block]:
    """Yield the blocks of a plain or Markdown text, in order. "contents" stands for a list of links in it."""
    lines = list(_lines(UNSEEN.sub("", text).replace("\u00a0", " ")))
    held = ""  # a paragraph that may go on in the next line
    kind = "text"
    for number, line in enumerate(lines):
        after = lines[number + 1] if number + 1 < len(lines) else ""
        if UNDERLINE.match(line) or re.fullmatch(r"[|\s:*_-]*", line):
            if held:
                yield from _ended(kind, held)
            held = ""
            continue
        marked = HEADING.match(line)
        item = None if marked else ITEM.match(line)
        numbered = item and after and UNDERLINE.match(after)
        if marked or numbered or (line and UNDERLINE.match(after)):
            if held:
                yield from _ended(kind, held)
            held = ""
            level = len(line) - len(line.lstrip("#")) if marked else 1 if after.startswith("=") else 2
            yield Block("heading", plain(marked[1] if marked else line), level)
            continue
        if item:
            if held:
                yield from _ended(kind, held)
            held, kind = line, "item"
            continue
        if held and (line[0].islower() or (len(held) > 60 and not held.rstrip("*_ ").endswith((*ENDS, ":")))):
            held += " " + line
            continue
        if held:
            yield from _ended(kind, held)
        held, kind = line, "item" if line.startswith("|") else "text"
    if held:
        yield from _ended(kind, held)


def _lines(text: str) -> Iterator[str]:
    """Yield the lines; a row of a table with lines of its own becomes a line and the items it leads into."""
    for line in map(str.strip, text.splitlines()):
        if "<br" not in line:
            yield line
            continue
        parts = [part.strip() for part in re.split(r"<br\s*/?>", line)]
        if line.startswith("|") and (first := re.match(r"\|([^|]+)\|(.*)$", parts[0])):
            yield from ("", f"{first[1].strip().rstrip(':')}:", "")
            parts[0] = first[2].strip()
            parts = [part if ITEM.match(part) else f"* {part}" for part in parts if part.strip("| ")]
        yield from parts


def _ended(kind: str, raw: str) -> Iterator[Block]:
    """Yield the block that a paragraph or item turns out to be."""
    body = ITEM.sub("", raw, count=1) if kind == "item" and not raw.startswith("|") else raw
    if ONLY_LINK.fullmatch(body.strip()):
        yield Block("contents", "")
        return
    words = plain(body)
    if not re.search(r"[^\W\d_]", words):
        return
    bold = re.fullmatch(r"(\*\*|__)[^*]+\1:?", raw)
    short = len(words.split()) <= LONGEST_HEADING and not words.endswith((*ENDS, ":"))
    if kind == "text" and (bold or (short and (words[0].isupper() or words[0].isdigit()))):
        yield Block("heading", words.rstrip(":"), 6 if bold else 7)
    elif kind == "item" and short and NUMBERED.match(raw) and raw[0].isdigit() and words.istitle():
        yield Block("heading", words)
    else:
        yield Block(kind, words)
