"""Mika's way through the company, step by step: the state that lesson 12 shows, without any words of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from privlessons.company import clock, customer, erasing, story
from privlessons.company.clock import Happening
from privlessons.company.export import export, missing
from privlessons.company.model import Finished, finish
from privlessons.company.rows import Change, rows_of, what_changed
from privlessons.company.talk import Answer, Reply, first, talk
from privlessons.company.verdicts import places_left
from privlessons.records import Chat

WHO = story.MIKA.id


class Rehearsal:
    """One company, one customer, one calendar.

    ``at`` is the company's last answer in a talk of one ``kind``, ``said`` that talk as (who, words).
    ``started`` is the day of the request. ``happened`` is what came about by itself since the last look.
    """

    def __init__(self):
        self.db = story.company_with()
        self.today: date = story.SIGNED_UP
        self.started = self.today
        self.kind, self.request = "", 0
        self.at: Answer | None = None
        self.said: list[tuple[str, str]] = []
        self.happened: list[Happening] = []
        self.seen = rows_of(self.db, WHO)

    @property
    def customers(self) -> int:
        """How many accounts there are."""
        return self.db.execute("SELECT count(*) FROM accounts").fetchone()[0]

    @property
    def talking(self) -> bool:
        """Whether the company waits for a reply."""
        return self.at is not None and bool(self.at.replies)

    @property
    def erased(self) -> bool:
        """Whether the company did all that it can."""
        return self.at is not None and self.at.does == "erase"

    @property
    def account_open(self) -> bool:
        """Whether Mika's account is still there."""
        return bool(self.db.execute("SELECT 1 FROM accounts WHERE id = ?", (WHO,)).fetchone())

    def sign_up(self) -> None:
        """Open Mika's account."""
        customer.sign_up(self.db, story.MIKA, self.today)

    def chat(self, names: Sequence[str]) -> int:
        """Have the locker chat and others by name; share and rate one, let an app in. Return how many."""
        chats = [story.locker_chat(), *map(story.chat_named, names)]
        for chat in chats:
            self._say(chat)
        last = chats[-1].id
        customer.share(self.db, WHO, last, self.today)
        customer.connect(self.db, WHO, "Tidy Calendar", "may read titles of chats", self.today)
        customer.rate(self.db, WHO, last, "up", self.today)
        return len(chats)

    def opt_out(self) -> None:
        """Switch training off."""
        customer.opt_out(self.db, WHO, self.today)

    def chat_later(self) -> None:
        """Have one more chat, after the switch."""
        self._say(story.chat_named(story.LATER))

    def _say(self, chat: Chat) -> None:
        customer.say(self.db, WHO, chat.id, chat.title, chat.messages, self.today)

    def copied_after_switch(self) -> int:
        """Return how many messages of the later chat are in the copy for training."""
        return sum(
            self.db.execute(
                "SELECT count(*) FROM snapshot_texts WHERE whose = ? AND text = ?", (WHO, message.text)
            ).fetchone()[0]
            for message in story.chat_named(story.LATER).messages
            if message.author == "person"
        )

    def pass_days(self, number: int) -> Iterator[Happening]:
        """Let days pass, one by one; yields each happening, and the progress of trainings."""
        for one in clock.days(self.db, self.today, number):
            if one.share is None:
                self.happened.append(one)
            yield one
        self.today = clock.after(self.today, number)

    def ask(self, kind: str, words: str) -> None:
        """Send a request for "access" or "erasure"; the company's first answer comes at once."""
        self.request = erasing.note_request(self.db, WHO, kind, self.today)
        self.kind, self.at, self.started = kind, first(kind), self.today
        self.said = [("Mika", words), ("Lumenly", self.at.says)]

    def replies(self) -> list[str]:
        """Return the words of the replies that Mika can choose from."""
        named = ", ".join(map(lower, (one for one in self.left() if one != "Register of requests")))
        return [one.text.replace("{places}", named) for one in self.at.replies] if self.at else []

    def send(self, number: int) -> Reply:
        """Send a reply; its answer comes with `answered`, ``days`` later."""
        reply = self.at.replies[number]
        self.said.append(("Mika", self.replies()[number]))
        if reply.does == "passport":
            customer.send_passport(self.db, WHO, self.today)
        return reply

    def answered(self, reply: Reply) -> bytes:
        """Take the company's answer, and do what it does. Returns the export, or nothing."""
        self.at = talk(self.kind)[reply.to]
        self.said.append(("Lumenly", self.at.says))
        if self.at.does in ("part", "whole"):
            if self.at.does == "whole":
                erasing.note_answer(self.db, self.request, self.today)
            return export(self.db, WHO, whole=self.at.does == "whole")
        if self.at.does == "close":
            erasing.close_account(self.db, WHO)
        if self.at.does == "erase":
            erasing.note_answer(self.db, self.request, self.today)
            erasing.erase(self.db, WHO, self.today)
        return b""

    @property
    def days_since_request(self) -> int:
        """How many days ago Mika asked."""
        return (self.today - self.started).days

    def lacks(self, raw: bytes) -> tuple[str, ...]:
        """Return the keys of the places of which an export says nothing, though rows of hers are there."""
        return missing(rows_of(self.db, WHO), raw)

    def changes(self) -> dict[str, tuple[Change, ...]]:
        """Return what became of every row since the last `look`."""
        return what_changed(self.seen, rows_of(self.db, WHO))

    def look(self) -> None:
        """Take what is there now as what was seen."""
        self.seen, self.happened = rows_of(self.db, WHO), []

    def left(self) -> tuple[str, ...]:
        """Return the labels of the places where rows of hers are."""
        return places_left(self.changes())

    def model(self) -> Finished | None:
        """Ask the model to finish Mika's sentence."""
        return finish(self.db, story.START, story.code())


def lower(label: str) -> str:
    """Return a place's label as it stands inside a sentence."""
    return label if label.startswith("Pip") else label[:1].lower() + label[1:]
