"""What lesson 11 shows: a policy's label, its text with marks, and what a rule matched in a sentence."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from privlessons.policy.labels import Label, Row
from privlessons.policy.readability import minutes
from privlessons.policy.records import QUESTIONS, WORDS, Policy, Sentence

SAID = {
    "yes": "it says so",
    "room": "leaves room",
    "no": "it says no",
    "only if": "only if …",
    "not said": "not said",
}
LOOKS = {"yes": "said", "room": "if", "no": "no", "only if": "if", "not said": "not"}
LONGEST = 190
"""Characters of a sentence that a label quotes."""
WHOLE = 6_000
"""Words up to which the whole text is shown; of longer ones, the sentences with marks."""
MOST = 400
"""Sentences that are shown of a longer text."""


def quoted(text: str, longest: int = LONGEST) -> str:
    """Return HTML of a sentence in quotes, cut at a word where it is long."""
    if len(text) > longest:
        text = text[:longest].rsplit(" ", 1)[0] + " …"
    return f"“{escape(text)}”"


def counted(number: int, one: str, many: str) -> str:
    """Return a number with its word, such as "1 sentence"."""
    return f"{number:,} {one if number == 1 else many}"


def badge(row: Row) -> str:
    """Return HTML of an answer's word, such as "not said", in its own look.

    "leaves room" stands where the sentence that is shown beside it has weasel words.
    """
    said = "room" if row.said == "yes" and row.room else row.said
    return f'<span class="pl-said pl-said-{LOOKS[said]}">{SAID[said]}</span>'


def label_card(name: str, card: Label, a_minute: float) -> str:
    """Return HTML of the label, as a table whose words say all that it shows."""
    rows = "".join(
        f'<tr><th scope="row">{QUESTIONS[row.kind]}</th><td>{badge(row)}</td><td>{_behind(row)}</td></tr>'
        for row in card.rows
    )
    return (
        f'<table class="pl-table pl-label"><caption>{escape(name)}: {facts(card, a_minute)}</caption>'
        "<tr><th>Question</th><th>The text</th><th>The sentence behind it</th></tr>" + rows + "</table>"
    )


def facts(card: Label, a_minute: float) -> str:
    """Return a policy's words, minutes and grade in words."""
    took = minutes(card.words, a_minute)
    return (
        f"{card.words:,} words, {_minutes(took)} to read, school grade {card.grade:.0f}"
        f"{' and more: hard to read' if card.grade > 12 else ''}"
    )


def _minutes(took: float) -> str:
    if took < 1:
        return "less than a minute"
    return f"{took:.0f} minute{'' if round(took) == 1 else 's'}"


def _behind(row: Row) -> str:
    if row.sentence is None:
        return '<span class="pl-soft">Our rules found no sentence about it.</span>'
    more = f"{row.count} sentence{'' if row.count == 1 else 's'} about it"
    room = f", {row.open} with words that leave room" if row.open else ""
    return f'{quoted(row.sentence.text)} <span class="pl-soft">({more}{room})</span>'


def reasons(sentence: Sentence, kind: str) -> str:
    """Return HTML that says what the rules matched in a sentence for one class, and why that counts."""
    parts = []
    for m in sentence.matches:
        if m.kind == kind:
            words = quoted(sentence.text[m.start : m.end], 70)
            parts.append(f"{words} ({escape(m.rule)})" if m.end else escape(m.rule))
    return "; ".join(parts[:3])


def marked_sentence(sentence: Sentence, kind: str) -> str:
    """Return HTML of a sentence that is about a class, with the words that the rules matched marked."""
    spans = sorted({(m.start, m.end) for m in sentence.matches if m.kind == kind and m.end})
    out, at = [], 0
    for start, end in spans:
        if start < at:
            continue
        out.append(escape(sentence.text[at:start]))
        out.append(f'<mark class="pl-caught">{escape(sentence.text[start:end])}</mark>')
        at = end
    return "".join(out) + escape(sentence.text[at:])


def policy_text(
    name: str,
    policy: Policy,
    show: Callable[[Sentence], str | None] | None,
    heading: str = "",
    *,
    only: bool = False,
) -> str:
    """Return HTML of a policy as a file. ``show`` gives the HTML of a sentence, None for one without marks.

    Of a long text, or with ``only``, sentences without marks are left out. ``show`` None shows all as it is.
    """
    only = show is not None and (only or policy.words > WHOLE)
    out, section, shown = [], (), 0
    for sentence in policy.sentences:
        made = show(sentence) if show else None
        if made is None and only:
            continue
        if shown == MOST and policy.words > WHOLE:
            out.append('<p class="pl-soft">… and more. Only the first ones are shown.</p>')
            break
        if sentence.section != section:
            section = sentence.section
            out.append(f"<h4>{escape(section[-1] if section else '')}</h4>")
        body = escape(sentence.text) if made is None else f'<span class="pl-hit">{made}</span>'
        out.append(f'<p class="pl-policy-item">• {body}</p>' if sentence.item else f"{body} ")
        shown += 1
    if not shown:
        out.append('<p class="pl-soft">No sentence of the text has these words.</p>')
    return (
        f'<div class="pl-file"><div class="pl-file-name">{escape(name)}{heading}</div>'
        f'<div class="pl-policy" tabindex="0" role="region" aria-label="Text: {escape(name, quote=True)}">'
        f"{''.join(out)}</div></div>"
    )


def whole(sentence: Sentence) -> str:
    """Return a sentence; an item of a list comes with the line that leads into it."""
    return f"{sentence.lead} {sentence.text}" if sentence.lead else sentence.text


def about(kind: str | None) -> Callable[[Sentence], str | None] | None:
    """Return the ``show`` of `policy_text` that marks the sentences about a class; None for everything."""
    if kind is None:
        return None
    return lambda s: marked_sentence(s, kind) if kind in s.kinds else None


def kinds_in_words(kinds) -> str:
    """Return classes as words, such as "share, keep"."""
    return ", ".join(WORDS[kind] for kind in kinds) or "none of the nine"
