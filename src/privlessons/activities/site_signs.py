"""Lesson 12, at home: signs that ask AI crawlers to stay out of one's own pages, and their limits."""

from __future__ import annotations

from datetime import date
from html import escape

import ipywidgets as widgets

from privlessons.activities.download import download, downloads, paper
from privlessons.activities.fact_views import day, sourced, stale_note
from privlessons.controls import Choice, Live
from privlessons.lesson import Lesson
from privlessons.rights.crawlers import DOES_NOT, PURPOSES, load_crawlers, signs
from privlessons.ui import Activity, activity, html, note

ANSWERS = {"yes": "{} heed such signs, they say", "no": "{} do not", "unclear": "of {} nobody could tell"}


@activity
def keep_crawlers_out(lesson: Lesson, today: date | None = None) -> Activity:
    """Make robots.txt and a reservation for the crawlers that the learner wants to keep out."""
    listed = load_crawlers()
    why = Choice(
        legend="Which crawlers shall stay out? Those that come …",
        options=list(PURPOSES.values()),
        many=True,
        row=True,
    )
    folder = widgets.Text(
        description="Which part of your site? / is all of it", value="/", layout={"width": "auto"}
    )
    said, files = Live(), html("")
    card = Activity(
        [why, folder, said, files],
        controls={"why": why, "folder": folder},
        state={"agents": 0, "folder": "/"},
    )

    def changed():
        card.tell("")
        card.state["agents"] = 0
        said.html = files.value = ""  # else a refused folder would stand above the files of the one before
        if not why.picked:
            return
        purposes = tuple(list(PURPOSES)[i] for i in why.picked)
        made = signs(listed, purposes, folder.value)
        chosen = [c for c in listed.crawlers if c.purpose in purposes]
        card.state |= {"agents": len(chosen), "folder": folder.value}
        heed = {word: sum(c.heeds == word for c in chosen) for word in ANSWERS}
        counts = "; ".join(ANSWERS[word].format(n) for word, n in heed.items() if n)
        said.html = f"<p>{len(chosen)} crawlers are asked. By the list: {counts}. The files stand below.</p>"
        files.value = (
            stale_note(listed, today or date.today())
            + paper("robots.txt, at the top of your site", made.robots)
            + paper("tdmrep.json, in a folder .well-known at the top of your site", made.tdmrep)
            + paper("or in the head of each page", made.meta)
            + downloads(
                download("robots.txt", "text/plain", made.robots.encode(), "Save"),
                download("tdmrep.json", "application/json", made.tdmrep.encode(), "Save"),
            )
            + note(
                "<ul>" + "".join(f"<li>{escape(w)}</li>" for w in DOES_NOT) + "</ul>",
                "caution",
                "What it doesn't stop.",
            )
            + f'<p class="pl-soft">{sourced(listed.source_date, "kept by volunteers", listed.seen)} '
            f"{escape(listed.source)}. {escape(listed.note)} Check it again by {day(listed.check_by)}.</p>"
        )
        lesson.done("site-signs")

    card.on(why, changed)
    card.on(folder, changed)
    return card
