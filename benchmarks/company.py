"""A company with 100,000 accounts: erase one, and show what changed, beside copying all tables and comparing.

The peer does what one does without a plan: read every table into pandas before and after, and compare.
"""

import time
from statistics import median

from benchmarks import row
from privlessons.company import clock, customer, erasing, story
from privlessons.company.rows import rows_of, what_changed
from privlessons.company.schema import COLUMNS

ACCOUNTS, TURNS = 100_000, 5
ERASE, SHOW = 0.1, 0.3


def company(accounts):
    """Return a company in which Mika and all others have chats, copies for training and a backup."""
    db = story.company_with(accounts)
    customer.sign_up(db, story.MIKA, story.SIGNED_UP)
    for chat in [story.locker_chat(), *map(story.chat_named, story.TOLD)]:
        customer.say(db, story.MIKA.id, chat.id, chat.title, chat.messages, story.SIGNED_UP)
    customer.share(db, story.MIKA.id, "mika-wrist", story.SIGNED_UP)
    customer.rate(db, story.MIKA.id, "mika-wrist", "up", story.SIGNED_UP)
    clock.copy_for_training(db, story.SIGNED_UP)
    clock.back_up(db, story.SIGNED_UP)
    return db


def ours(db, who):
    """Return seconds to erase one customer, seconds to find out what changed, and how many rows went."""
    begin = time.perf_counter()
    before = rows_of(db, who)
    start = time.perf_counter()
    erasing.erase(db, who, story.SIGNED_UP)
    erased = time.perf_counter()
    changes = what_changed(before, rows_of(db, who))
    shown = time.perf_counter()
    gone = sum(change.kind == "gone" for some in changes.values() for change in some)
    return erased - start, start - begin + shown - erased, gone


def tables(db):
    import pandas as pd

    return {
        table: pd.read_sql(f"SELECT * FROM {table}", db) for table in COLUMNS if "whose" in COLUMNS[table]
    }


def peer(db, who):
    """Return seconds to find out what changed by copying all tables before and after, and the rows gone."""
    start = time.perf_counter()
    before = tables(db)
    copied = time.perf_counter() - start
    erasing.erase(db, who, story.SIGNED_UP)
    start = time.perf_counter()
    after = tables(db)
    gone = sum((~before[t]["id"].isin(after[t]["id"])).sum() for t in before)
    return copied + time.perf_counter() - start, int(gone)


def run():
    db = company(ACCOUNTS)
    rows = sum(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in COLUMNS)
    whom = [story.MIKA.id, *(f"C{n:06}" for n in range(1, TURNS))]
    done = [ours(db, who) for who in whom]
    slow = [peer(db, f"C{ACCOUNTS - n:06}") for n in range(2)]
    if {gone for _, _, gone in done[1:]} != {gone for _, gone in slow}:
        raise AssertionError("we and the comparison of all tables don't find the same rows gone")
    print(f"{rows:,} rows in all")
    erase, show = max(one[0] for one in done), max(one[1] for one in done)
    naive = median(one[0] for one in slow)
    return [
        row(f"erasing one of {ACCOUNTS:,} accounts, slowest, seconds", round(erase, 4), "s", ERASE),
        row("showing what changed, slowest, seconds", round(show, 4), "s", SHOW),
        row(
            "showing what changed, against comparing all tables with pandas",
            round(show, 4),
            "s",
            100,
            peer=round(naive, 3),
        ),
    ]
