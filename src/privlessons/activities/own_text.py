"""Lesson 02, stretch: what a reviewer would see in a text of your own, and whose data besides yours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from html import escape

from privlessons.controls import Live
from privlessons.detect import find_personal_data, what_it_cannot_see
from privlessons.kinds import KINDS
from privlessons.lesson import Lesson
from privlessons.records import Finding, Message, PlainError
from privlessons.ui import Activity, activity, button, caution, chat_view, html, note, row, shut, text_box

EXAMPLE = (
    "hi pip, my sister Josie (she's 34, a nurse at the clinic in Millbeck) owes me £300 and won't answer. "
    "her boyfriend says she has depression. can you write a kind text? sign it Mika, 07700 900123"
)
LONGEST = 20_000
OTHERS = ("PERSON", "RELATION", "PHONE_NUMBER", "EMAIL_ADDRESS", "HANDLE")
"""Names, relations and ways to reach somebody: often about somebody else than the writer."""


@activity
def look_at_a_text(lesson: Lesson) -> Activity:
    """Let the learner see what the machine sees in a text of theirs, or in a made-up one; nothing is kept."""
    box = text_box("Your text", rows=5, placeholder="Type or paste something here.")
    look = button("What would a reviewer see?", primary=True)
    example, show, forget = button("Use a made-up text"), button("Show the text"), button("Forget it")
    said, text = Live(), Live()
    card = Activity(
        controls={"box": box, "look": look, "example": example, "show": show, "forget": forget},
        state={"kinds": {}, "shown": False},
    )
    kept: dict[str, Sequence] = {}

    def read(words: str, whose: str = "") -> None:
        if not words.strip():
            raise PlainError("The box is empty. Type a line, or use the made-up text.")
        if len(words) > LONGEST:
            raise PlainError(f"This text is too long for the box. Use at most {LONGEST:,} characters.")
        card.tell("")
        [found] = find_personal_data([words])
        kept.update(words=words, found=found)
        card.state |= {"kinds": dict(Counter(f.kind for f in found)), "shown": False}
        text.html = ""
        said.html = whose + counted(found) + f'<p class="pl-soft">{escape(what_it_cannot_see())}</p>'
        lesson.done("own-text")
        card.show(*first, said, row(show, forget), text)

    def made_up() -> None:
        if lesson.own_data_open and box.value.strip() not in ("", EXAMPLE):  # never overwrite what is typed
            read(EXAMPLE, "<p>This is about the made-up text. Yours is still in the box.</p>")
            return
        if lesson.own_data_open:
            box.value = EXAMPLE
        read(EXAMPLE)

    def shown() -> None:
        if kept:
            card.state["shown"] = True
            marks = [(0, f.start, f.end, "caught", KINDS[f.kind].word) for f in kept["found"]]
            text.html = chat_view([Message("person", kept["words"])], marks, {"person": "You"})

    def forgotten() -> None:
        kept.clear()
        box.value = said.html = text.html = ""
        card.state |= {"kinds": {}, "shown": False}
        card.show(*first)
        card.tell("Forgotten. The text is no longer in memory.", "note", held=True)

    first = (
        (html(caution(lesson)), box, row(look, example))
        if lesson.own_data_open
        else (html(shut(lesson)), example)
    )
    card.on(look, lambda: read(box.value if lesson.own_data_open else EXAMPLE))
    card.on(example, made_up)
    card.on(show, shown)
    card.on(forget, forgotten)
    card.show(*first)
    return card


def counted(found: Sequence[Finding]) -> str:
    """Return the counts of what was found, by kind, without a word of the text itself."""
    if not found:
        return note("The machine found nothing. A person who reads it may still find a lot.", "right")
    counts = Counter(f.kind for f in found)
    rows = "".join(
        f'<tr><td>{escape(KINDS[kind].word)}</td><td class="pl-num">{count}</td></tr>'
        for kind, count in counts.most_common()
    )
    others = sum(counts[kind] for kind in OTHERS)
    whose = (
        f"<p>Names, relations or ways to reach somebody: <b>{others}</b> in all. Whose are they? "
        "Each may belong to somebody who never agreed to be in this text.</p>"
        if others
        else ""
    )
    heads = '<tr><th>What a reviewer would see</th><th class="pl-num">Times</th></tr>'
    return f'<table class="pl-table">{heads}{rows}</table>{whose}'
