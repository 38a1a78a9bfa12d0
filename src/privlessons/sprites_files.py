"""Sprites from picture files of a teacher's or a learner's own."""

from __future__ import annotations

from pathlib import Path

from privlessons.records import PlainError
from privlessons.sprites import Sprite
from privlessons.sprites_canvas import PALETTE, SIDE

ENDINGS = {".png", ".gif", ".bmp", ".webp", ".jpg", ".jpeg"}
MOST_FILES, MOST_PIXELS = 500, 4_000_000


def load_sprites(folder: str | Path, artist: str | None = None) -> tuple[Sprite, ...]:
    """Return the pictures of a folder as sprites, in the order of their names; nothing is written.

    Each is made 16 x 16 (of a larger picture, each square gets the mean of what lies in it), and each square
    gets the nearest colour of `PALETTE`; what is more than half see-through gets no paint. The sprite's
    subject is the file's name without its ending, its artist ``artist`` or the folder's name.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise PlainError(f"There is no folder {folder.name!r} here. Name a folder with pictures.")
    files = sorted(path for path in folder.iterdir() if path.suffix.lower() in ENDINGS)
    if not files:
        raise PlainError(
            f"The folder {folder.name!r} holds no pictures. It needs PNG, GIF, WebP or JPEG files."
        )
    if len(files) > MOST_FILES:
        raise PlainError(
            f"The folder {folder.name!r} holds {len(files)} pictures. Take {MOST_FILES} at most."
        )
    return tuple(Sprite(artist or folder.resolve().name, path.stem, _squares(path)) for path in files)


def _squares(path: Path) -> bytes:
    import numpy as np
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(path) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise PlainError(f"The picture {path.name!r} is very large. Make it smaller first.")
            # Premultiplied ("a"), so that see-through squares lend no colour to their neighbours.
            small = opened.convert("RGBA").convert("RGBa").resize((SIDE, SIDE), Image.Resampling.BOX)
            pixels = np.asarray(small.convert("RGBA"), float).reshape(-1, 4)
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError):
        raise PlainError(f"The file {path.name!r} is no picture that can be read. Take it out.") from None
    paints = np.array([[int(colour[i : i + 2], 16) for i in (1, 3, 5)] for colour in PALETTE[1:]], float)
    apart = ((pixels[:, None, :3] - paints) ** 2).sum(2)
    return np.where(pixels[:, 3] < 128, 0, apart.argmin(1) + 1).astype(np.uint8).tobytes()
