"""What the sprite machine learns from at one setting of its controls, and what has come of it so far."""

from __future__ import annotations

from functools import cached_property

from privlessons.activities import sprite_views as views
from privlessons.activities import sprite_words as words
from privlessons.sprites import as_squares, training_set
from privlessons.sprites_copies import StyleJudge


class Setting:
    """What a machine learns from at one setting, and what has come of it so far."""

    def __init__(self, artists: int, times: int):
        self.artists, self.times = artists, times
        self.pictures, self.often = training_set(artists, times)
        self.table = as_squares(self.pictures)
        self.model = self.drawn = self.matches = self.tally = None
        self.asked = self.copies = 0

    @property
    def count(self) -> int:
        return sum(self.often)

    @property
    def tried(self) -> words.Tried:
        return words.Tried(self.artists, self.times, self.tally.copies, self.tally.the_one)

    @cached_property
    def judge(self) -> StyleJudge:
        return StyleJudge(self.table, [picture.artist for picture in self.pictures])

    @cached_property
    def shown(self) -> str:
        """The training pictures as HTML, the ferry first and as often as it stands among them."""
        *own, last = zip(self.pictures, self.often, strict=True)
        size = 48 if self.artists == 1 else 32
        return views.gallery(
            [p for p, often in (last, *own) for _ in range(often)], 48 if self.artists == 1 else 32
        )
