"""A toy assistant: a short list of rules that obeys orders wherever it finds them, even in strangers' mail.

It is no language model. Real assistants have no such rules; they can be talked into the same mistake,
because to them, too, a letter and an order are both just text. Nothing is sent: each act is only noted.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from privlessons.mailbox.mails import Mail

FILTER, ASK, NO_PICTURES, SPLIT = ("filter", "ask", "no pictures", "split")
"""Skip mail that speaks to the assistant; ask before sending; load no pictures; whoever reads can't act."""
_SUSPECT = re.compile(r"\b(assistant|ignore (all|previous)|forward)\b", re.IGNORECASE)
_NAME = r"the mail “(?P<mail>[^”]+)”"
_SEND = re.compile(rf"{_NAME} (?:could be passed on )?to (?P<to>[^\s,]+@[^\s,]*\w)")
_PICTURE = re.compile(rf"the picture (?P<to>https://\S+) and the words of {_NAME}")
_TELL = re.compile(r"tell the reader: (?P<words>[^.]+\.)")


@dataclass(frozen=True, slots=True)
class Act:
    """Something that the assistant does or would do: ``kind`` is "send" or "picture", ``to`` an address."""

    kind: str
    to: str
    mail: str
    words: str


@dataclass(frozen=True, slots=True)
class Run:
    """What came of one request: the ``summary``, acts ``done``, ``asked`` about and ``stopped``.

    ``skipped`` are the subjects of mails left out; ``lied`` says whether the summary holds the hidden lie.
    """

    summary: tuple[str, ...]
    done: tuple[Act, ...]
    asked: tuple[Act, ...]
    stopped: tuple[Act, ...]
    skipped: tuple[str, ...]
    lied: bool

    @property
    def leaked(self) -> bool:
        """Whether words of a letter went to somebody else."""
        return bool(self.done)


def sum_up(mails: Sequence[Mail], defences: Collection[str] = (), *, allowed: bool | None = None) -> Run:
    """Sum up the mails with these ``defences``. ``allowed`` is the person's answer to a question, or None."""
    summary, skipped, found, lied = [], [], [], False
    for mail in mails:
        if FILTER in defences and _SUSPECT.search(f"{mail.text}\n{mail.hidden}"):
            skipped.append(mail.subject)
            continue
        summary.append(f"{mail.subject}: {mail.text.partition('.')[0]}.")
        found += _orders(f"{mail.text}\n{mail.hidden}", mails)
        if told := _TELL.search(mail.hidden):
            lied = True
            summary.append(f"Important: {told['words']}")
    done, asked, stopped = [], [], []
    for act in found:
        if SPLIT in defences or (act.kind == "picture" and NO_PICTURES in defences):
            stopped.append(act)
        elif act.kind == "send" and ASK in defences and not allowed:
            (asked if allowed is None else stopped).append(act)
        else:
            done.append(act)
    return Run(tuple(summary), tuple(done), tuple(asked), tuple(stopped), tuple(skipped), lied)


def _orders(text: str, mails: Sequence[Mail]) -> list[Act]:
    letters = {mail.subject: mail.text for mail in mails}
    acts = []
    for kind, rule in (("send", _SEND), ("picture", _PICTURE)):
        for order in rule.finditer(text):
            words = letters.get(order["mail"])
            if words is not None:
                to = order["to"] + (quote(words) if kind == "picture" else "")
                acts.append(Act(kind, to, order["mail"], words))
    return acts
