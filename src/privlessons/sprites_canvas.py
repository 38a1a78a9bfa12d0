"""A small sheet of squares to draw sprites on, and the ways in which an artist colours what was drawn.

A subject is first drawn in parts (body, belly, eye), without any colour. A `Style` then turns parts into
colours: it knows where the light comes from, how edges look, and which colours belong together.
"""

from __future__ import annotations

from dataclasses import dataclass

SIDE = 16  # squares along each side
# What a square may be: nothing, the main part, a second and a third one, or one of four fixed colours.
NONE, MAIN, SECOND, THIRD, WHITE, INK, GLOW, BACK = range(8)

# The 32 colours that all artists of the town share, as paint in a shared box. Place 0 is "no paint".
PALETTE = (
    "", "#1b1728", "#20305c", "#2f62b5", "#58aee0", "#c3ecf4", "#114b54", "#1f8c86", "#74d3b2",
    "#21502f", "#4d9c42", "#abd95e", "#4a2b2b", "#8d5233", "#cb9157", "#f1d395", "#6d2040", "#c83d48",
    "#f37d60", "#ffc69e", "#3e275d", "#7a4db2", "#ba8ee2", "#f3a0ca", "#de4f95", "#e9862c", "#ffd44f",
    "#fff4cd", "#ffffff", "#c8ccd8", "#8a90a6", "#4e5469", "#7d7c33",
)  # fmt: skip
COLOURS = len(PALETTE)  # 33 with "no paint"


class Canvas:
    """16 x 16 squares: ``part`` says what each one is, ``tone`` makes it darker (-1) or lighter (1)."""

    def __init__(self):
        import numpy as np

        self.part = np.zeros((SIDE, SIDE), np.int8)
        self.tone = np.zeros((SIDE, SIDE), np.int8)
        self.y, self.x = np.mgrid[:SIDE, :SIDE]

    def fill(self, where, part: int, tone: int = 0) -> None:
        """Make the squares of a mask one part."""
        self.part[where], self.tone[where] = part, tone

    def blob(self, cx: float, cy: float, rx: float, ry: float, part: int, tone: int = 0) -> None:
        """Draw a filled ellipse around (cx, cy); 7.5 is the middle of the sheet."""
        self.fill(((self.x - cx) / rx) ** 2 + ((self.y - cy) / ry) ** 2 <= 1, part, tone)

    def box(self, x0: int, y0: int, x1: int, y1: int, part: int, tone: int = 0) -> None:
        """Draw a filled rectangle, both corners included."""
        self.fill((self.x >= x0) & (self.x <= x1) & (self.y >= y0) & (self.y <= y1), part, tone)

    def roof(self, cx: float, top: int, bottom: int, slope: float, part: int, tone: int = 0) -> None:
        """Draw a triangle that grows ``slope`` squares to each side with every row down from ``top``."""
        inside = abs(self.x - cx) <= (self.y - top + 1) * slope
        self.fill(inside & (self.y >= top) & (self.y <= bottom), part, tone)

    def dot(self, part: int, *squares: tuple[int, int], tone: int = 0) -> None:
        """Draw single squares, each an (x, y); those off the sheet are left out."""
        for x, y in squares:
            if 0 <= x < SIDE and 0 <= y < SIDE:
                self.part[y, x], self.tone[y, x] = part, tone

    def pattern(self, rows: str, x: int, y: int, parts: dict[str, int]) -> None:
        """Draw rows of letters (split by "/") from (x, y) on; a letter that ``parts`` lacks is left out."""
        for down, row in enumerate(rows.split("/")):
            for right, letter in enumerate(row):
                if letter in parts:
                    self.dot(parts[letter], (x + right, y + down))

    def mirror(self) -> None:
        """Copy the left half to the right one."""
        self.part[:, 8:], self.tone[:, 8:] = self.part[:, 7::-1], self.tone[:, 7::-1]

    def flip(self) -> None:
        """Turn left into right."""
        self.part, self.tone = self.part[:, ::-1].copy(), self.tone[:, ::-1].copy()


@dataclass(frozen=True, slots=True)
class Style:
    """How one artist paints: colours are places in `PALETTE`.

    Each of ``ramps`` is (dark, middle, light); a sprite takes three of them for its three parts.
    ``light`` is "three" (light from top left, shadow bottom right), "two" (shadow only), "side" (the right
    side dark), "dither" (a chequered shadow) or "flat". ``edge`` is "ink" (a line around everything),
    "self" (the border in the part's own dark colour) or "none".
    """

    ramps: tuple[tuple[int, int, int], ...]
    ink: int
    white: int
    glow: int
    back: tuple[int, ...]
    light: str
    edge: str


def _moved(mask, dx: int, dy: int):
    """Return a mask moved by (dx, dy), with nothing coming in from outside."""
    import numpy as np

    wide = np.pad(mask, 1)
    return wide[1 - dy : 1 - dy + SIDE, 1 - dx : 1 - dx + SIDE]


def paint(canvas: Canvas, style: Style, ramps: tuple[int, int, int], back: int = 0):
    """Return the sprite: 16 x 16 places in `PALETTE` (0 is no paint), as numpy bytes.

    ``ramps`` says which of the style's ramps the three parts take, ``back`` which of its backgrounds.
    """
    import numpy as np

    part, out = canvas.part, np.zeros((SIDE, SIDE), np.uint8)
    for role, ramp in zip((MAIN, SECOND, THIRD), ramps, strict=True):
        here = part == role
        level = np.ones((SIDE, SIDE), np.int8) + canvas.tone
        low = here & ~(_moved(part, 0, -1) == role) | here & ~(_moved(part, -1, 0) == role)
        high = here & ~(_moved(part, 0, 1) == role) & ~low
        if style.light in {"three", "two", "dither"}:
            level[low] -= 1
        if style.light == "three":
            level[high] += 1
        if style.light == "side":
            level[here & (canvas.x > 8)] -= 1
        if style.light == "dither":
            deep = here & (canvas.x + canvas.y > 16) & ((canvas.x + canvas.y) % 2 == 0)
            level[deep] -= 1
        colours = np.array(style.ramps[ramp % len(style.ramps)])
        out[here] = colours[np.clip(level, 0, 2)][here]
        if style.edge == "self":
            drawn = (part != NONE) & (part != BACK)
            rim = here & ~(
                _moved(drawn, 1, 0) & _moved(drawn, -1, 0) & _moved(drawn, 0, 1) & _moved(drawn, 0, -1)
            )
            out[rim] = colours[0]
    for role, colour in ((WHITE, style.white), (INK, style.ink), (GLOW, style.glow)):
        out[part == role] = colour
    out[part == BACK] = style.back[back % len(style.back)] if style.back else 0
    if style.edge == "ink":
        drawn = (part != NONE) & (part != BACK)
        near = _moved(drawn, 1, 0) | _moved(drawn, -1, 0) | _moved(drawn, 0, 1) | _moved(drawn, 0, -1)
        out[near & ~drawn] = style.ink
    return out
