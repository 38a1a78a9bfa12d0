"""What lesson 06 shows: a text with its copied passages marked, posts, and bars that are a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from privlessons.copying import Index, Passage

LOOKS = {"rare": ("missed", "the same"), "near": ("missed", "nearly"), "common": ("false", "common")}
KEY = (
    '<div class="pl-key"><span><mark class="pl-missed">words</mark> one or two authors have these</span>'
    '<span><mark class="pl-false">words</mark> a common phrase: three authors or more have it</span></div>'
)


def sort_of(passage: Passage) -> str:
    """Return "common", "near" or "rare" for a passage."""
    return "common" if passage.common else "near" if passage.kind == "near" else "rare"


def marked(name: str, text: str, passages: Sequence[Passage]) -> str:
    """Return HTML of a text as a file, with its passages marked and named."""
    out, at = [], 0
    for passage in passages:
        start = max(at, passage.start)
        if start >= passage.end:
            continue
        look, tag = LOOKS[sort_of(passage)]
        words = escape(text[start : passage.end])
        out.append(escape(text[at:start]))
        out.append(f'<mark class="pl-{look}">{words}<span class="pl-tag">{tag}</span></mark>')
        at = passage.end
    out.append(escape(text[at:]))
    return (
        f'<div class="pl-file"><div class="pl-file-name">{escape(name)}</div>'
        f'<pre class="pl-letter">{"".join(out)}</pre></div>'
    )


def found_in(text: str, passages: Iterable[Passage], index: Index, most: int = 8) -> str:
    """Return HTML of a table: each passage's words, where else they stand, and who has them."""
    rows = []
    for p in sorted(passages, key=lambda p: (p.common, -p.same))[:most]:
        document = index.documents[p.document]
        words = text[p.start : p.end]
        words = words if len(words) < 70 else words[:60].rsplit(" ", 1)[0] + " …"
        how = f"{p.words} words" if p.kind == "exact" else f"{p.same} of {p.words} words"
        owner = f"{document.author}, {document.name}" if document.author else document.name
        whom = f"{p.authors} authors" if p.common else owner
        rows.append(
            f'<tr><td>“{escape(words)}”</td><td class="pl-num">{how}</td><td>{escape(whom)}</td></tr>'
        )
    if not rows:
        return ""
    heads = '<tr><th>Passage</th><th class="pl-num">The same</th><th>Who has it</th></tr>'
    return f'<table class="pl-table">{heads}{"".join(rows)}</table>'


def post(text: str, who: str = "") -> str:
    """Return HTML of a post of the board, with its handle if there is one."""
    name = f'<span class="pl-who">{escape(who)}</span>' if who else ""
    return f'<div class="pl-post">{name}{escape(text)}</div>'


def bars(rows: Sequence[tuple[str, float, str, str]], heads: tuple[str, str, str], tick=None) -> str:
    """Return HTML of bars: (label, share from 0 to 1, words, look "" or "off") each, readable as a table.

    ``tick`` gives for a row (by index) the share at which a line is drawn, such as chance.
    """
    drawn = []
    for number, (label, share, words, look) in enumerate(rows):
        line = "" if tick is None else f'<div class="pl-tick" style="left:{100 * tick(number):.1f}%"></div>'
        drawn.append(
            f'<tr><th scope="row">{escape(label)}</th><td><div class="pl-track">'
            f'<div class="pl-fill{" pl-off" if look else ""}" style="width:{100 * share:.1f}%"></div>{line}'
            f'</div></td><td class="pl-num">{escape(words)}</td></tr>'
        )
    top = "".join(f"<td>{escape(h)}</td>" for h in heads)
    return f'<table class="pl-bars"><tr class="pl-soft">{top}</tr>{"".join(drawn)}</table>'
