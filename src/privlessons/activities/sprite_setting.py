"""What the sprite machine learns from at one setting of its controls, and what has come of it so far."""

from __future__ import annotations

from functools import cached_property

from privlessons.activities import sprite_views as views
from privlessons.activities import sprite_words as words
from privlessons.sprites import as_squares, training_set
from privlessons.sprites_copies import StyleJudge


class Setting:
    """One setting: its pictures, and (once there are any) its machine and a hundred sprites of it."""

    def __init__(self, artists: int, times: int):
        self.artists, self.times = artists, times
        self.pictures, self.often = training_set(artists, times)
        self.table = as_squares(self.pictures)
        self.model = self.drawn = self.matches = self.tally = None
        self.asked = self.copies = 0

    @property
    def count(self) -> int:
        """How many pictures the machine learns from, repeats counted."""
        return sum(self.often)

    @property
    def tried(self) -> words.Tried:
        """What came out among a hundred."""
        return words.Tried(self.artists, self.times, self.tally.copies, self.tally.the_one)

    @cached_property
    def judge(self) -> StyleJudge:
        """Who tells by the colours whose style a sprite has."""
        return StyleJudge(self.table, [picture.artist for picture in self.pictures])

    @cached_property
    def rightly_named(self) -> int:
        """For how many of its pictures the judge names the right artist, unseen."""
        return self.judge.right()

    @cached_property
    def shown(self) -> str:
        """The pictures as HTML: the last one (the gecko) first, and each as often as it stands there."""
        *own, last = zip(self.pictures, self.often, strict=True)
        all_of_them = [picture for picture, often in (last, *own) for _ in range(often)]
        return views.gallery(all_of_them, 48 if self.artists == 1 else 32)
