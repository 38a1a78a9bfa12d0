"""Coins: randomised response, its estimate, how far off that is, and what one answer gives away.

The idea is Warner's (1965). In the form used here some answers are the coin's own, yes or no, whatever
the truth is (a *forced response*). The asker never learns which answers those are.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf, isfinite, log, sqrt
from numbers import Real

from privlessons.records import PlainError

Z95 = 1.959964
"""95 in 100 draws from a bell curve lie within so many standard deviations of its middle."""


def _whole(number) -> bool:
    real = isinstance(number, Real) and not isinstance(number, bool)
    return real and isfinite(number) and number == int(number)


def _chance(number, what: str) -> None:
    if isinstance(number, bool) or not isinstance(number, Real) or not 0 <= number <= 1:
        raise PlainError(f"{what} must be a number from 0 to 1; it is {number!r}.")


@dataclass(frozen=True, slots=True)
class Coin:
    """A rule for answering: tell the truth with chance ``truth``, else say yes with chance ``yes``.

    Both are from 0 to 1. The default is two flips of a fair coin: heads, tell the truth; tails, flip again
    and let that flip answer.
    """

    truth: float = 0.5
    yes: float = 0.5

    def __post_init__(self):
        for name in ("truth", "yes"):
            _chance(getattr(self, name), f"The coin's {name!r}")

    @property
    def yes_if_true(self) -> float:
        """The chance that somebody says yes for whom yes is the truth."""
        return self.truth + (1 - self.truth) * self.yes

    @property
    def yes_if_false(self) -> float:
        """The chance that somebody says yes for whom no is the truth."""
        return (1 - self.truth) * self.yes


FAIR = Coin()


@dataclass(frozen=True, slots=True)
class Flips:
    """What people did with their coins, an array of bools each, one entry a person.

    ``honest``: the coin told them to tell the truth. ``sent``: what they said. The asker gets ``sent`` only.
    """

    honest: object
    sent: object


@dataclass(frozen=True, slots=True)
class Estimate:
    """What one poll tells. Shares are from 0 to 1.

    ``raw`` is the sum as it comes out, which may lie below 0 or above 1 for a small group. ``share`` is the
    same, cut off there. In 95 of 100 polls the true share lies between ``low`` and ``high``.
    """

    people: int
    said_yes: int
    raw: float
    share: float
    low: float
    high: float


def flip(truths, rng, coin: Coin = FAIR) -> Flips:
    """Let each person answer by a coin. ``truths`` holds True for yes; ``rng`` is a numpy Generator."""
    import numpy as np

    truths = np.asarray(truths, bool)
    honest = rng.random(truths.shape) < coin.truth
    forced = rng.random(truths.shape) < coin.yes
    return Flips(honest, np.where(honest, truths, forced))


def unmix(share_of_yes, coin: Coin = FAIR):
    """Return the share of true yeses behind a share of sent ones: take the coin's out, then scale up.

    ``share_of_yes`` is a number or an array. The result is not cut off at 0 and 1.
    """
    _can_tell(coin)
    return (share_of_yes - coin.yes_if_false) / coin.truth


@dataclass(frozen=True, slots=True)
class Reckoning:
    """How an asker reckons without knowing any coin: expected counts of people, and what is left.

    ``honest`` of them told the truth, ``forced`` had to say what the coin said, ``forced_yes`` of those said
    yes. ``left`` yeses remain, for the honest ones.
    """

    honest: float
    forced: float
    forced_yes: float
    left: float


def reckon(said_yes: int, people: int, coin: Coin = FAIR) -> Reckoning:
    """Return the steps from the sent yeses to the share: ``left / honest`` is `estimate`'s ``raw``."""
    forced = people * (1 - coin.truth)
    return Reckoning(people - forced, forced, forced * coin.yes, said_yes - forced * coin.yes)


def estimate(said_yes: int, people: int, coin: Coin = FAIR) -> Estimate:
    """Return what ``said_yes`` yeses of ``people`` answers tell.

    The range is Wilson's (1927) for the share of sent yeses, unmixed. It counts both kinds of chance: the
    coins, and who was asked, as if drawn from many more. Few people may send more or fewer yeses than any
    share makes likely. The range is then that of the nearest share: else it would shrink to a point, and
    seem sure, just where chance played its worst trick. So at least 91 in 100 ranges hold the truth for any
    share and from five people on, and 95 on average (see the tests).

    Errors: no people, more yeses than people, a coin that never tells the truth.
    """
    if not (_whole(people) and _whole(said_yes) and 0 <= said_yes <= people and people > 0):
        raise PlainError(f"A poll needs people, and at most as many yeses; it got {said_yes} of {people}.")
    sent, z2 = said_yes / people, Z95 * Z95 / people
    near = min(coin.yes_if_true, max(coin.yes_if_false, sent))
    middle = (near + z2 / 2) / (1 + z2)
    reach = Z95 * sqrt(near * (1 - near) / people + z2 / people / 4) / (1 + z2)
    raw = unmix(sent, coin)
    ends = unmix(middle - reach, coin), unmix(middle + reach, coin)
    share, low, high = (min(1.0, max(0.0, x)) for x in (raw, *ends))
    return Estimate(int(people), int(said_yes), raw, share, min(low, share), max(share, high))


def margin(share: float, people: int, coin: Coin = FAIR, *, same_people: bool = False) -> float:
    """Return within how much of the true ``share`` 95 in 100 polls land, by the bell curve.

    ``people`` are drawn anew for each poll from a large crowd with that share, so two kinds of chance add
    up: who is asked, and the coins. With ``same_people`` the same ones are asked each time, and only the
    coins differ. For fewer than about ten people the bell curve is a poor guide.
    """
    _can_tell(coin)
    _chance(share, "A share")
    if not _whole(people) or people < 1:
        raise PlainError(f"A poll needs at least one person; it got {people}.")
    a, b = coin.yes_if_true, coin.yes_if_false
    sent = share * a + (1 - share) * b
    spread = share * a * (1 - a) + (1 - share) * b * (1 - b) if same_people else sent * (1 - sent)
    return Z95 * sqrt(spread / people) / coin.truth


def polls(share: float, people: int, times: int, rng, coin: Coin = FAIR, *, same_people: bool = False):
    """Return the raw results of ``times`` polls, an array of shares: a simulation with `flip`'s chances.

    As in `margin`, people are drawn anew each time, or are the same ones; then ``share`` of them, rounded
    to whole people, have yes as their truth.
    """
    margin(share, people, coin)  # says what is wrong with them
    a, b = coin.yes_if_true, coin.yes_if_false
    if same_people:
        true = round(share * people)
        sent = rng.binomial(true, a, times) + rng.binomial(people - true, b, times)
    else:
        sent = rng.binomial(people, share * a + (1 - share) * b, times)
    return unmix(sent / people, coin)


def odds(coin: Coin = FAIR) -> tuple[float, float]:
    """Return by how much an answer can raise the odds about its sender: for a yes, and for a no.

    A yes multiplies the odds that the truth is yes by the first number, a no the odds that it is no by the
    second. Both are at least 1. `math.inf` means: that answer is proof.
    """
    a, b = coin.yes_if_true, coin.yes_if_false
    return _ratio(a, b), _ratio(1 - b, 1 - a)


def epsilon(coin: Coin = FAIR) -> float:
    """Return the coin's epsilon: the logarithm of the most that any answer can multiply the odds by.

    It is differential privacy's measure (Dwork et al., 2006), applied by each person alone. The default
    coin has ln 3.
    """
    return log(max(odds(coin)))


def chance_of_yes(before: float, yeses: int, noes: int, coin: Coin = FAIR) -> float:
    """Return how sure one may be that somebody's truth is yes, by Bayes' rule, after fresh flips of theirs.

    ``before`` is how sure one was before the first answer, from 0 to 1.
    """
    _chance(before, "A chance")
    a, b = coin.yes_if_true, coin.yes_if_false
    # One answer at a time, made whole again after each: a thousand chances multiplied vanish in a float.
    if_true, if_false = before, 1 - before
    for _ in range(max(yeses, noes)):
        if yeses > 0:
            if_true, if_false = if_true * a, if_false * b
        if noes > 0:
            if_true, if_false = if_true * (1 - a), if_false * (1 - b)
        yeses, noes = yeses - 1, noes - 1
        if not (total := if_true + if_false):
            raise PlainError("This coin can't have given these answers.")
        if_true, if_false = if_true / total, if_false / total
    return if_true


def _ratio(over: float, under: float) -> float:
    if over == under:
        return 1.0
    return over / under if under > 0 else inf


def _can_tell(coin: Coin) -> None:
    if coin.truth == 0:
        raise PlainError("With this coin nobody ever tells the truth, so the answers tell nothing.")
