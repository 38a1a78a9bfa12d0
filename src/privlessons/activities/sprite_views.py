"""Sprites as HTML: one large, two side by side, a hundred in rows, and the board of what was tried."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from html import escape

from privlessons.activities.sprite_words import Tried, how_often, some, title
from privlessons.charts_sprites import difference, png, says
from privlessons.sprites import Sprite
from privlessons.sprites_copies import Match


def image(squares, alt: str, size: int) -> str:
    """Return one sprite as HTML, ``size`` pixels wide (a multiple of 16 keeps its squares even)."""
    return _image(png(squares), alt, size)


def _image(data: bytes, alt: str, size: int) -> str:
    source = base64.b64encode(data).decode()
    return (
        f'<img class="pl-sprite" width="{size}" height="{size}" alt="{escape(alt, quote=True)}" '
        f'src="data:image/png;base64,{source}">'
    )


def pair(squares, match: Match, picture: Sprite) -> str:
    """Return a new sprite beside its nearest training picture and the squares in which they differ."""
    differ = match.of - match.same
    apart = f"{differ} of {match.of} squares differ, drawn dark"
    parts = (
        (image(squares, f"The new sprite: {says(squares)}", 192), "The new sprite"),
        (
            image(picture.squares, f"{title(picture)}: {says(picture.squares)}", 192),
            f"Nearest: {title(picture)}",
        ),
        (
            _image(difference(squares, picture.squares), apart, 192),
            f"Dark: {differ} squares differ" if differ else "No square differs",
        ),
    )
    shown = "".join(
        f"<figure>{picture}<figcaption>{escape(words)}</figcaption></figure>" for picture, words in parts
    )
    return f'<div class="pl-sprite-pair">{shown}</div>'


def sheet(drawn, matches: Sequence[Match], alt: str) -> str:
    """Return many new sprites in rows; "=" marks a copy, "≈" what is nearly one."""
    tiles = []
    for squares, match in zip(drawn, matches, strict=True):
        mark = "=" if match.exact else "≈" if match.near else ""
        look = f' class="pl-copy" data-mark="{mark}"' if mark else ""
        tiles.append(f"<span{look}>{image(squares, '', 48)}</span>")
    named = f'role="img" aria-label="{escape(alt, quote=True)}"'
    return f'<div class="pl-sprite-sheet" {named}>{"".join(tiles)}</div>'


def gallery(pictures: Sequence[Sprite], size: int = 48) -> str:
    """Return training pictures in rows, each with its name for those who can't see it."""
    tiles = "".join(f"<span>{image(one.squares, title(one), size)}</span>" for one in pictures)
    return f'<div class="pl-sprite-sheet">{tiles}</div>'


def put_away(pictures: str) -> str:
    """Return pictures (HTML) closed, to be opened by who wants to see them again."""
    return f"<details><summary>See the training pictures again</summary>{pictures}</details>"


def board(tried: Sequence[Tried], artists: Sequence[int], times: Sequence[int], now) -> str:
    """Return a table of the settings tried, a row for each number of artists; "–" where none was yet.

    ``now`` is the (artists, times) that the controls stand at.
    """
    known = {(t.artists, t.times): t for t in tried}
    head = "".join(f'<th scope="col">{how_often(t)}</th>' for t in times)
    rows = []
    for count in artists:
        cells = []
        for often in times:
            here = ' class="pl-now"' if (count, often) == now else ""
            one = known.get((count, often))
            said = "–"
            if one:
                geckos = some(one.gecko, "gecko", "geckos")
                said = f"<b>{some(one.copies, 'copy', 'copies')}</b><br>{geckos}"
            cells.append(f"<td{here}>{said}</td>")
        rows.append(f'<tr><th scope="row">{some(count, "artist", "artists")}</th>{"".join(cells)}</tr>')
    return (
        '<table class="pl-table pl-tried"><caption>What came out, in a hundred. From left to right: how '
        "often the window gecko stood among the pictures.</caption>"
        '<tr><th scope="col">learned from</th>'
        f"{head}</tr>{''.join(rows)}</table>"
    )
