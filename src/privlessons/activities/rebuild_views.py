"""What the block activities of lesson 04 say about an answer, as HTML."""

from __future__ import annotations

from collections.abc import Sequence

from privlessons.charts_totals import count_words
from privlessons.reconstruction import Reconstruction
from privlessons.ui import note


def numbers(many: int) -> str:
    """Return how many numbers are printed, in words."""
    return f"{many} {'number' if many == 1 else 'numbers'}"


def first_big(words: str) -> str:
    """Return words with a capital at the start."""
    return words[:1].upper() + words[1:]


def how_many_fit(answer: Reconstruction, so_far: str) -> str:
    """Return the large line with the number of blocks; ``so_far`` says that it isn't the last one."""
    blocks = "block fits" if answer.exact and answer.count == 1 else "blocks fit"
    many = first_big(count_words(answer.count, answer.exact))
    return f'<p class="pl-big">{so_far}<b>{many}</b> {blocks}.</p>'


def same_in_all(known: int, facts: int) -> str:
    """Say how many of all facts about the people (an age, a sex, a place of birth each) are certain."""
    if known == 0:
        return (
            f"There are {facts} facts to find: a sex, an age and a place of birth each. None is certain yet."
        )
    are = "fact is" if known == 1 else "facts are"
    it = "It is" if known == 1 else "They are"
    return f"{known} of {facts} {are} the same in every block that fits. {it} filled in below."


def _known(answer: Reconstruction) -> tuple[int, int]:
    """Return how many facts are the same in every block that fits, and of how many."""
    return sum(sum(one.facts) for one in answer.people), sum(len(one.facts) for one in answer.people)


def _how(words: str) -> str:
    """Say what rounding does to a count, for example "rounded to 3s"."""
    step = words.removeprefix("rounded to ").removesuffix("s")
    if not step.isdecimal():
        return ""
    first = ", ".join(str(int(step) * n) for n in range(4))
    return f"Each count goes to the nearest of {first} and so on. "


def changed(words: str, answer: Reconstruction, plain: Reconstruction, shown: str, people: int) -> str:
    """Say what hiding or rounding (``words``) did, beside the ``plain`` answer to the same tables.

    ``shown`` is how many people the first table says there are, ``people`` how many there are.
    """
    if answer.exact and plain.exact and answer.count == plain.count:
        return note(
            "It changed nothing: just as many blocks fit as before. The sums and the other tables bring back "
            "what was hidden.",
            "wrong",
            f"{first_big(words)}.",
        )
    before, now = count_words(plain.count, plain.exact), count_words(answer.count, answer.exact)
    sure, facts = _known(answer)
    price = (
        f" The price: the first table now says {shown} people. It is {people}."
        if shown != str(people)
        else ""
    )
    return note(
        f"{_how(words)}{first_big(now)} blocks fit, instead of {before}. {sure} of {facts} facts are still "
        f"the same in every one.{price}",
        "caution" if 2 * sure <= facts else "wrong",
        f"{first_big(words)}.",
    )


def only_one(people: int, mikas: bool) -> str:
    """Say that one block is left; ``mikas`` if it is Mika's."""
    who = (
        "Person 1 is a woman of 29, born here. Everybody on Weir Street knows who that is: Mika."
        if mikas
        else "Whoever knows a neighbour’s age and sex can add it, and then reads the rest."
    )
    spelled = f"all {people} people" if people > 1 else "the one person"
    return note(
        f"No table names anybody. Together they spell out {spelled}. Only the names are missing. {who}",
        "wrong",
        "One block is left.",
    )


def asked(proved: bool | None) -> str:
    """Say what the solver answers: None while it still looks, False if it came to no end."""
    words = {
        None: "It looks for another block …",
        True: "It looked for another block, and proved that there is none.",
        False: "It found no other block in the time it had, but no proof either.",
    }
    return f'<p class="pl-soft">We also ask a solver, a program for such puzzles. {words[proved]}</p>'


def tried_row(tables: int, last: str, words: str, answer: Reconstruction) -> str:
    """Return one row of the list of what was tried."""
    return (
        f'<tr><td class="pl-num">{tables}</td><td>{last}</td><td>{words}</td>'
        f'<td class="pl-num">{count_words(answer.count, answer.exact)}</td></tr>'
    )


def tried(rows: Sequence[str]) -> str:
    """Return the list of what was tried, the latest settings last."""
    heads = '<th scope="col" class="pl-num">Tables</th><th scope="col">The last one</th>'
    heads += '<th scope="col">Printed</th><th scope="col" class="pl-num">Blocks that fit</th>'
    return (
        f'<table class="pl-table pl-settings"><caption>What you tried</caption><tr>{heads}</tr>'
        + "".join(rows[-14:])
        + "</table>"
    )
