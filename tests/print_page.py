"""The paper twin of lesson 02, made from the town: `python -m tests.print_page instructors/print-02.md`."""

import random
import re
import sys
from pathlib import Path

from privlessons.clues import narrow, read_clues
from privlessons.datasets import load_chats, load_people
from privlessons.nameless import NAMES_AND_NUMBERS
from privlessons.town import fits

CHATS = ("mika-secret-game", "debt-van-mum", "teacher-worried-pupil")
PEOPLE = 40
SEED = 2
BAR = "█████"
HEADS = {
    "first_name": "First name",
    "last_name": "Last name",
    "district": "Part of town",
    "occupation": "Work",
    "employer": "Where",
    "children": "Children at home",
    "hobby": "Hobby",
    "pet": "Pet",
    "handedness": "Hand",
}
BREAK = '\n<div style="break-after: page"></div>\n\n---\n\n'
PEOPLE_HEAD = "## Forty people of Saltmere"
KEY = "## For the teacher only: the key"
ABOUT = """\
# Paper for lesson 02: who was this?

Everybody here is invented. This first page is for you. Then come three chats and a sheet of forty people.
Print the chats twice and the people once for each pair of pupils. The last page is the key: keep it.

- Open this page in a browser and print it. Look at the preview first. The people may take two pages.
- Some browsers end a page at another place than the lines. Then cut the sheets at the lines.
- First hand out the chats. Hand out the people only at the turn.
- How to play it: see "Unplugged twin" on the page of lesson 02.

This file was made by a program from the town's chats and people. To make it anew, type
`.venv/bin/python -m tests.print_page instructors/print-02.md` in the folder of the workbook.
"""


def direct(planted):
    """Whether marked words lead to somebody by themselves, so that a bar takes their place."""
    return planted.kind in NAMES_AND_NUMBERS


def barred(chat):
    """Return a chat's messages as (who, text) with a bar of one length for each direct identifier."""
    said = []
    for number, message in enumerate(chat.chat.messages):
        text = message.text
        for p in sorted(
            (p for p in chat.planted if p.message == number and direct(p)), key=lambda p: -p.start
        ):
            text = text[: p.start] + BAR + text[p.end :]
        said.append(("Writer" if message.author == "person" else "Pip", text))
    return said


def identifiers(chats):
    """Return the words, in small letters, that the bars of these chats hide."""
    texts = (c.chat.messages[p.message].text[p.start : p.end] for c in chats for p in c.planted if direct(p))
    return {word for text in texts for word in re.findall(r"\w+", text.lower())}


def clues_in(chat, people):
    """Return the clues that stand outside the bars."""
    hidden = [(p.message, p.start, p.end) for p in chat.planted if direct(p)]
    return read_clues(chat, hidden, people)


def forty(chats, people):
    """Choose the writers, people who share a clue or more with one of them, and others; sorted by name.

    ``people`` are the whole town's. Nobody else has a name that a bar hides or fits all clues of a chat.
    """
    chance = random.Random(SEED)
    rows = people.to_dict("records")
    chance.shuffle(rows)
    writers, names = {c.person for c in chats}, identifiers(chats)
    chosen = {row["person_id"]: row for row in rows if row["person_id"] in writers}
    rest = [
        row
        for row in rows
        if row["person_id"] not in writers
        and not {row["first_name"].lower(), row["last_name"].lower()} & names
    ]
    for clues in (clues_in(chat, people) for chat in chats):
        shared = {r["person_id"]: sum(fits(r[c.column], c.pattern) for c in clues) for r in rest}
        near = [r for r in rest if shared[r["person_id"]] < len(clues)]
        for clue in clues:  # so that no clue alone singles the writer out, where the town allows it
            alike = [r for r in near if fits(r[clue.column], clue.pattern)]
            chosen |= {r["person_id"]: r for r in alike[:2]}
        near.sort(key=lambda r: -shared[r["person_id"]])
        chosen |= {r["person_id"]: r for r in near[:3]}
    for row in rest:
        if len(chosen) < PEOPLE:
            chosen.setdefault(row["person_id"], row)
    wanted = people[people.person_id.isin(list(chosen))]
    return wanted.sort_values(["last_name", "first_name"]).reset_index(drop=True)


def table(heads, rows):
    """Return a Markdown table."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(str(v).replace("|", "/") for v in line) + " |" for line in lines)


def print_page():
    """Return the whole page: chats, people, key."""
    people = load_people()
    by_id = {chat.chat.id: chat for chat in load_chats()}
    chats = [by_id[name] for name in CHATS]
    sheet = forty(chats, people)
    pages, key = [ABOUT], [KEY, "The last column says how many of the forty still fit, clue by clue."]
    for letter, chat in zip("ABC", chats, strict=True):
        said = [f"**{who}:** {text.replace(chr(10), '<br>')}" for who, text in barred(chat)]
        pages.append("\n\n".join([f"## Chat {letter}", *said, "Pip's answers were: ☐ helpful ☐ not helpful"]))
        steps = narrow(sheet, clues_in(chat, people))
        [at] = steps[-1].left
        rows = [(f"“{s.clue.words}”", f"the writer {s.clue.says}", len(s.left)) for s in steps]
        key.append(f"### Chat {letter}: {sheet.first_name[at]} {sheet.last_name[at]}")
        key.append(table(("Words", "What they tell", "Still fit"), rows))
    rows = [[n, *row] for n, row in enumerate(sheet[list(HEADS)].itertuples(index=False), 1)]
    pages.append(f"{PEOPLE_HEAD}\n\n{table(['', *HEADS.values()], rows)}")
    pages.append("\n\n".join(key))
    return BREAK.join(page.strip() + "\n" for page in pages)


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(print_page(), "utf-8")
