"""The writers of the town's notice board: invented habits, drawn from a seed, and all their posts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

from privlessons.posts import Style, load_topics, write_post

SEED = 6
HANDLES = (
    "gullwatch ferryfan slowbus saltyknees teapotlid norrowroad wetsocks breadbin lowtide chapelsteps "
    "pierpressure beanpole tinroof marramgrass candlerow oldquay dogwalk7 limpet fogbell2 rainydays "
    "quietlane kelpie hillstart boatshed peglegpete ninebus whelk harbourlight sandcastle earlybird "
    "northbeach buoys gorsehill4 stationcat winterswim plumline redgate ropewalk tidetable greenkettle "
    "skylark windowbox thirdstep lanternhill"
).split()
MIKA = Style(
    "tarn_and_tiles",
    hello=("ok so", "hey all,", ""),
    bye=("sorry rant over", "anyway", "lol", ""),
    words={
        "very": ("SO", "so"),
        "bad": ("grim", "bad"),
        "think": ("i reckon", "i think"),
        "because": ("cos", "because"),
        "bit": ("a bit", "kinda"),
        "lot": ("loads of",),
        "kids": ("kids",),
        "please": ("pls",),
        "good": ("lovely", "good"),
    },
    shorten=0.9,
    apostrophes=False,
    small="all",
    digits=0.6,
    join=0.25,
    joint=", ",
    dots=0.15,
    fillers=("ugh", "i mean", "honestly"),
    filler=0.15,
    asides=("lol", "ugh", "annoying"),
    aside=0.15,
)
"""The companion's habits, as in her chats."""

# Each habit: what it does, and how many in ten writers of the free group have it.
WORDS = {
    "very": ("really", "so", "proper", "dead", "pretty", "awfully", "quite"),
    "good": ("great", "lovely", "brilliant", "decent", "grand", "nice", "ace"),
    "bad": ("awful", "terrible", "rubbish", "grim", "shocking", "a disgrace"),
    "think": ("I reckon", "I guess", "I'd say", "to my mind", "I feel", "in my view"),
    "because": ("cos", "as", "since", "cause", "seeing as"),
    "bit": ("a little", "slightly", "kind of", "a tad", "sort of", "rather"),
    "lot": ("lots of", "loads of", "plenty of", "tons of", "a great many", "a load of"),
    "kids": ("kids", "little ones", "bairns", "kiddies"),
    "maybe": ("perhaps", "possibly", "could be that"),
    "please": ("pls", "kindly", "plz"),
    "but": ("though", "mind you", "yet"),
}
HELLO = (
    "Hi all,",
    "Hello everyone,",
    "Morning all!",
    "Hiya,",
    "Hi folks,",
    "Evening,",
    "Hey,",
    "Alright all,",
)
BYE = (
    "Thanks.",
    "Cheers.",
    "Ta.",
    "Thanks all!",
    "Cheers all",
    "Many thanks.",
    "That's all.",
    "Bye for now.",
    "x",
)
FILLERS = (
    "honestly",
    "to be fair",
    "tbh",
    "I mean",
    "well",
    "obviously",
    "look,",
    "so",
    "actually",
    "basically",
)
ASIDES = (
    "Typical.", "Gutted.", "No idea why.", "What can you do?", "Says it all.", "Fingers crossed.",
    "Not ideal.", "Imagine.", "Every time.", "There we are.", "Fair enough.", "Unreal.",
)  # fmt: skip
TYPOS = (
    {"a lot": "alot"}, {"their": "thier"}, {"they're": "there"}, {"because": "becuase"}, {"know": "no"},
    {"it's": "its"}, {"waiting": "wating"}, {"really": "realy"}, {"company": "compnay"},
    {"friendly": "freindly"},
)  # fmt: skip
FACES = (":)", ":(", ":-)", "😊", "😂", "🙄", "xx", ";)")


def draw_style(handle: str, group: str, rng: Random) -> Style:
    """Draw one writer's habits for a group: "free", "plain" or "second language".

    The last two write even sentences in plain words, by choice or because English came second. They have
    fewer habits, and weaker ones.
    """
    free = group == "free"

    def some(rate: float, value, other):
        return value if rng.random() < rate else other

    pets = rng.sample(sorted(WORDS), rng.randint(3, 6) if free else rng.randint(1, 2))
    words = {key: (rng.choice(WORDS[key]), *((_neutral(key),) if rng.random() < 0.5 else ())) for key in pets}
    greets = some(0.5 if free else 0.6, (rng.choice(HELLO if free else HELLO[:2]), ""), ("",))
    closes = some(0.5 if free else 0.6, (rng.choice(BYE if free else BYE[:1] + BYE[5:6]), ""), ("",))
    if not free:
        return Style(
            handle,
            group,
            hello=greets,
            bye=closes,
            words={k: v for k, v in words.items() if k in {"very", "good", "lot", "maybe", "because"}},
            shorten=some(0.3, 0.3, 0.0),
            commas=some(0.3, 0.5, 1.0),
            digits=some(0.3, 0.8, 0.0),
            join=some(0.4, 0.15, 0.0),
            american=some(0.3, True, False),
            exclaim=some(0.2, 0.15, 0.0),
        )
    return Style(
        handle,
        group,
        hello=greets,
        bye=closes,
        words=words,
        shorten=rng.choice((0.5, 0.8, 0.95)),
        apostrophes=some(0.75, True, False),
        small=rng.choice(("", "", "", "i", "all")),
        american=some(0.15, True, False),
        digits=some(0.4, 0.8, 0.1),
        you=some(0.12, "u", "you"),
        ampersand=some(0.2, 0.6, 0.0),
        commas=rng.choice((1.0, 0.7, 0.2)),
        join=rng.choice((0.0, 0.15, 0.3, 0.5)),
        joint=rng.choice((", and ", " and ", " - ", "; ", ", ", " ... ")),
        exclaim=rng.choice((0.0, 0.0, 0.1, 0.4)),
        dots=rng.choice((0.0, 0.0, 0.1, 0.3)),
        ellipsis=rng.choice(("...", "…", "..")),
        fillers=tuple(rng.sample(FILLERS, 2)),
        filler=rng.choice((0.0, 0.1, 0.25)),
        asides=tuple(rng.sample(ASIDES, 3)),
        aside=rng.choice((0.0, 0.15, 0.3)),
        typos=some(0.35, rng.choice(TYPOS), {}),
        faces=(rng.choice(FACES),),
        face=rng.choice((0.0, 0.0, 0.1, 0.25)),
        gap=some(0.12, "  ", " "),
    )


def _neutral(key: str) -> str:
    from privlessons.posts import PLAIN

    return PLAIN[key]


PIP = Style(
    "Pip",
    "Pip",
    hello=("Hello everyone,", "Dear neighbours,", ""),
    bye=("Thank you for your understanding.", "Thank you in advance.", ""),
    words={"maybe": ("perhaps",), "lot": ("many",), "very": ("very", "particularly")},
    fillers=("In addition,", "Please note that", "At the same time,", "As a result,"),
    filler=0.15,
)
CASUAL_PIP = replace(
    PIP,
    group="Pip, told to sound casual",
    hello=("Hey everyone!", "Hi all,"),
    bye=("Cheers!", "Thanks so much!", ""),
    words={"very": ("really", "so"), "good": ("great",), "kids": ("kids",), "lot": ("loads of",)},
    shorten=0.9,
    fillers=("honestly,", "so"),
    filler=0.15,
    exclaim=0.15,
    join=0.15,
)


@dataclass(frozen=True, slots=True)
class Post:
    """One post: who wrote it (``handle``), of which group, on which topic."""

    handle: str
    group: str
    topic: str
    text: str


def make_writers(rng: Random, free: int = 28, plain: int = 8, second: int = 8) -> tuple[Style, ...]:
    """Return the board's writers, the companion first. At most 44 besides her have handles of their own."""
    handles = [*HANDLES, *(f"neighbour{n}" for n in range(1, 1000))][: free + plain + second]
    rng.shuffle(handles)
    groups = ["free"] * free + ["plain"] * plain + ["second language"] * second
    drawn = [draw_style(h, g, rng) for h, g in zip(handles, groups, strict=True)]
    return (MIKA, *drawn)


def make_posts(writers: Sequence[Style], rng: Random, topics: Sequence[str] | None = None) -> Iterator[Post]:
    """Yield a post by every writer on every topic, so that what is written about tells nobody's name."""
    for topic in topics or load_topics():
        for style in writers:
            yield Post(style.handle, style.group, topic, write_post(style, topic, rng, rng.randint(4, 6)))
