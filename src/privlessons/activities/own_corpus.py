"""Lesson 06, stretch: search a text of your own for passages from other texts of your own."""

from __future__ import annotations

import asyncio

import ipywidgets as widgets

from privlessons.activities.passages import found_in, marked
from privlessons.board import load_checks, load_pages
from privlessons.controls import Live
from privlessons.copying import Document, Index, find_copied, make_index
from privlessons.lesson import Lesson
from privlessons.records import PlainError
from privlessons.ui import Activity, activity, button, caution, html, note, row, shut, text_box

LARGEST = 10_000_000
"""Bytes of all files together, and characters of a box."""
LONGEST_TEXT = 200_000
SHOWN = 20_000
"""Characters of a text that are shown; the search takes all of it."""


@activity
def compare_own_texts(lesson: Lesson) -> Activity:
    """Let the learner search one text for passages of others, own or made-up; nothing is kept."""
    return _Own(lesson).card


class _Own:
    def __init__(self, lesson: Lesson):
        self.lesson = lesson
        self.text = text_box("The text to check", rows=5, placeholder="Paste it here.")
        self.others = text_box(
            "Texts to compare it with",
            rows=5,
            placeholder="Paste one or more texts here. Put a line with --- between two.",
        )
        self.files = widgets.FileUpload(
            description="Or choose text files",
            tooltip="Or choose text files",
            multiple=True,
            accept=".txt,.md",
        )
        self.look = button("Search for copies", primary=True)
        self.example, self.show = button("Use made-up texts"), button("Show the passages")
        self.forget = button("Forget it")
        self.said, self.result = Live(), Live()
        self.found: tuple[str, tuple, Index] | None = None
        self.card = Activity(
            controls={
                "text": self.text,
                "others": self.others,
                "look": self.look,
                "example": self.example,
                "show": self.show,
                "forget": self.forget,
            },
            state={"passages": None, "shown": False},
        )
        for control, act in (
            (self.look, self._look),
            (self.example, self._example),
            (self.show, self._show),
            (self.forget, self._forget),
        ):
            self.card.on(control, act)
        boxes = (self.text, self.others, self.files)
        self.first = (
            (html(caution(lesson)), *boxes, row(self.look, self.example))
            if lesson.own_data_open
            else (html(shut(lesson)), self.example)
        )
        self.card.show(*self.first)

    async def _look(self) -> None:
        if not self.lesson.own_data_open:
            await self._example()
            return
        text = self.text.value
        corpus = [Document(part, f"text {n}") for n, part in enumerate(_parts(self.others.value), 1)]
        corpus += [Document(_decode(f["content"]), f["name"]) for f in self._uploaded()]
        if not text.strip():
            raise PlainError("The first box is empty. Paste the text that you want to check.")
        if not any(d.text.strip() for d in corpus):
            raise PlainError(
                "There is nothing to compare it with. Paste a text into the second box, or choose a file."
            )
        if len(text) > LONGEST_TEXT or len(self.others.value) > LARGEST:
            raise PlainError(
                f"This is too long. The text may have {LONGEST_TEXT:,} characters, the others {LARGEST:,} in "
                "all."
            )
        await self._search(text, corpus)

    def _uploaded(self):
        if sum(f["size"] for f in self.files.value) > LARGEST:
            raise PlainError("These files are too large together. Choose at most 10 MB.")
        return self.files.value

    async def _example(self) -> None:
        check, pages = load_checks()[0], load_pages()
        if self.lesson.own_data_open:
            self.text.value = check.text
            self.others.value = "\n---\n".join(page.text for page in pages)
        await self._search(check.text, pages)

    async def _search(self, text: str, corpus) -> None:
        self.card.tell("")
        self.said.html = "<p>Searching …</p>"
        self.result.html = ""
        self.card.show(*self.first, self.said)
        await asyncio.sleep(0.05)
        try:
            index = make_index(corpus)
            passages = find_copied(text, index)
        finally:
            self.said.html = ""
        self.found = text, passages, index
        self.card.state |= {"passages": len(passages), "shown": False}
        self.lesson.done("own-corpus")
        exact = sum(p.kind == "exact" for p in passages)
        near = len(passages) - exact
        self.said.html = (
            note(
                f"{exact} {_passages(exact)} word for word and {near} with a few words changed, in "
                f"{len(index.documents)} {'text' if len(index.documents) == 1 else 'texts'}. A passage needs "
                "six words in a row. A copy can be a quotation, or a phrase that everybody uses. You must "
                "judge that.",
            )
            if passages
            else note(
                "No run of six words stands in both. Translated or freely retold text is not found.", "right"
            )
        )
        buttons = row(self.show, self.forget) if passages else self.forget
        self.card.show(*self.first, self.said, buttons, self.result)

    def _show(self) -> None:
        if self.found is None:
            return
        text, passages, index = self.found
        self.card.state["shown"] = True
        cut = "" if len(text) <= SHOWN else '<p class="pl-soft">Only the beginning is shown.</p>'
        inside = [p for p in passages if p.end <= SHOWN]
        self.result.html = marked("Your text", text[:SHOWN], inside) + cut + found_in(text, passages, index)

    def _forget(self) -> None:
        self.found = None
        self.text.value = self.others.value = self.said.html = self.result.html = ""
        self.files.value = ()
        self.card.state |= {"passages": None, "shown": False}
        self.card.show(*self.first)
        self.card.tell("Forgotten. The texts are no longer in memory.", "note", held=True)


def _parts(text: str) -> list[str]:
    return [part for part in text.split("\n---\n") if part.strip()]


def _passages(count: int) -> str:
    return "passage stands there" if count == 1 else "passages stand there"


def _decode(content) -> str:
    """Return a file's text: UTF-8, UTF-16 with its mark, or what old Windows programs write."""
    data = bytes(content)
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    if b"\x00" in data[:4096]:
        raise PlainError("One of these files is not plain text. Save it as text (.txt) first.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
