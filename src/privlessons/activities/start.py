"""Lesson 00: try the controls, then see, export and erase what they wrote down."""

from __future__ import annotations

import base64
from html import escape

from privlessons.controls import Choice, Live, Slider
from privlessons.lesson import Lesson
from privlessons.records import PlainError
from privlessons.ui import Activity, activity, button, note, predict, replay, row

GUESSES = (
    "Nothing at all",
    "Only this guess",
    "My guesses and answers, and how far I came",
    "Everything: each click, how long I stay, who I am",
)
FEELS = {
    "0": "like a poster on the street",
    "1": "like talk on a bus",
    "2": "like talk in a café",
    "3": "like a talk with a friend at home",
    "4": "like a letter in a drawer",
    "5": "like a locked diary",
}


def guess_what_is_kept(lesson: Lesson) -> Activity:
    """Ask what this workbook will write down about the learner."""
    return predict(lesson, "what-is-kept", "What will this workbook write down about you?", GUESSES)


@activity
def say_two_things(lesson: Lesson) -> Activity:
    """Let the learner try a slider, a choice and a button; both answers are kept, and said to be."""
    kept = lesson.kept("answers", "feel")
    feel = Slider(
        label="A chat with an AI feels …",
        min=0,
        max=5,
        value=next((int(n) for n, words in FEELS.items() if words == kept), 2),
        names=FEELS,
        low="open to all",
        high="mine alone",
    )
    pasted = Choice(
        legend="Have you ever pasted somebody else's message into a chatbot?",
        options=["Yes", "No", "I don't know", "I'd rather not say"],
        row=True,
    )
    show = button("Show me what you wrote down", primary=True)
    said, seen = Live(), Live()
    card = Activity(
        [feel, said, pasted, show, seen],
        controls={"feel": feel, "pasted": pasted, "show": show},
        state={"feel": None, "pasted": None},
    )

    def felt():
        words = FEELS[str(int(feel.value))]
        card.state["feel"] = words
        lesson.keep("answers", "feel", words)
        said.html = f"<p>You said: a chat feels <b>{escape(words)}</b>. We wrote that down.</p>"

    def picked():
        card.state["pasted"] = pasted.text
        if pasted.picked:
            lesson.keep("answers", "pasted", pasted.text)

    def shown():
        lesson.done("try")
        seen.html = _file_view(lesson) + replay(lesson, "what-is-kept", _what_it_holds(lesson))

    def erased():
        card.state["feel"] = None
        pasted.picked = []
        said.html = ""
        if seen.html:
            seen.html = "<p>The file that you saw here is erased.</p>"

    card.on(feel, felt)
    card.on(pasted, picked)
    card.on(show, shown)
    lesson.after_erasing(erased)
    return card


@activity
def see_your_file(lesson: Lesson) -> Activity:
    """Show the progress file; give a copy; erase it, after asking; look again."""
    look, copy, erase = button("Show the file", primary=True), button("Give me a copy"), button("Erase it")
    sure, stop = button("Yes, erase everything"), button("No, keep it")
    view, ask = Live(), Live()
    first, both = row(look, copy, erase), row(sure, stop)
    card = Activity(
        [first, ask, view],
        controls={"look": look, "copy": copy, "erase": erase, "sure": sure, "stop": stop},
        state={"shown": "", "copies": 0, "erased": 0},
    )

    def looked():
        if both not in card.children:
            ask.html = ""
        view.html = _file_view(lesson) + f"<p>{escape(_what_it_holds(lesson))}</p>"
        card.state["shown"] = lesson.progress.export().decode() if lesson.progress.path.exists() else ""

    def copied():
        if not lesson.progress.path.exists():
            raise PlainError("There is no file to copy. Make a guess above, then come back.")
        card.state["copies"] += 1
        data = base64.b64encode(lesson.progress.export()).decode()
        view.html = (
            f'<p><a download="my-privlessons-record.json" href="data:application/json;base64,{data}">'
            "Save my copy (my-privlessons-record.json)</a></p>"
            '<p class="pl-soft">It is your own record. You may open it with any text program.</p>'
        )

    def asked():
        if not lesson.progress.path.exists():
            raise PlainError("There is nothing to erase. No file is kept right now.")
        ask.html = note(
            f"This erases all that is kept of <b>all</b> lessons. Nobody can bring it back.{_stays(lesson)}",
            "caution",
            "Are you sure?",
        )
        card.show(first, ask, both, view)

    def erased():
        card.state["erased"] = lesson.erase()
        view.html = ""
        closed(
            "The file is deleted. Don't take our word for it. Press <b>Show the file</b> and look again. "
            f"Your next guess or answer starts a new one.{_stays(lesson)}",
            "right",
            "Erased.",
        )

    def stopped():
        closed("The file is as it was.", "note", "Nothing was erased.")

    def closed(*words: str):
        ask.html = note(*words)
        card.show(first, ask, view)
        ask.held += 1  # the button that had the focus is gone

    for control, act in ((look, looked), (copy, copied), (erase, asked), (sure, erased), (stop, stopped)):
        card.on(control, act)
    return card


def _stays(lesson: Lesson) -> str:
    """Say, if there is a list of requests, that it is a file of its own: its dates may still matter."""
    from privlessons.rights.tracker import FILE  # not before it is asked for: the lesson opens without it

    if not (lesson.progress.path.parent / FILE).exists():
        return ""
    return " Your list of requests from lesson 12 stays. It is a file of its own, and is erased there."


LEFT = (
    (
        "The list of pages that this browser visited",
        "yes",
        "The address of this page is in it, until you clear it.",
    ),
    (
        "The copy that you saved a moment ago",
        "yes",
        "If you saved one, it lies in your downloads. Copies live on.",
    ),
    ("A backup of this computer", "maybe", "If one ran while the file was there, the file is in the backup."),
    (
        "A computer of the people who made this workbook",
        "no",
        "No lesson sends anything out. You can check that.",
    ),
)


@activity
def look_for_copies(lesson: Lesson) -> Activity:
    """Ask where something may be left after the erasing, then tell for each place."""
    guess = Choice(
        legend="After you erase the file, where could something about you be left? Tick all that fit.",
        options=[where for where, _, _ in LEFT],
        many=True,
    )
    check = button("Tell me", primary=True)
    said = Live()
    card = Activity([guess, check, said], controls={"guess": guess, "check": check}, state={"agreed": None})

    def told():
        if not guess.picked:
            raise PlainError("Tick at least one place first. A wild guess is fine.")
        ticked = set(guess.picked)
        card.state["agreed"] = sum((truth != "no") == (i in ticked) for i, (_, truth, _) in enumerate(LEFT))
        lines = "".join(
            f"<tr><td>{escape(where)}</td><td><b>{truth}</b></td><td>{escape(why)}</td></tr>"
            for where, truth, why in LEFT
        )
        said.html = (
            f"<p>You were right about {card.state['agreed']} of {len(LEFT)} places.</p>"
            f'<table class="pl-table"><tr><th>Where</th><th>Left?</th><th>Why</th></tr>{lines}</table>'
        )
        lesson.done("second-round")

    card.on(check, told)
    return card


def _what_it_holds(lesson: Lesson) -> str:
    if not lesson.progress.path.exists():
        return "There is no file. Nothing is written down about you right now."
    kept = lesson.progress.load()["lessons"].values()
    guesses = sum(len(one.get("guesses", {})) for one in kept)
    answers = sum(len(one.get("answers", {})) for one in kept)
    numbers = sum(len(one.get("numbers", {})) for one in kept)
    results = f", {_many(numbers, 'number', 'numbers')} of your results" if numbers else ""
    return (
        f"The file holds {_many(guesses, 'guess', 'guesses')}, {_many(answers, 'answer', 'answers')}"
        f"{results} and the steps you finished. It holds no name, no clicks and no times."
    )


def _many(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}"


def _file_view(lesson: Lesson) -> str:
    path = lesson.progress.path
    name = escape(str(path))
    if not path.exists():
        gone = "<pre>No such file.</pre>"
        return f'<div class="pl-file pl-gone"><div class="pl-file-name">{name}</div>{gone}</div>'
    text = escape(lesson.progress.export().decode())
    who = escape(lesson.place.who_reads_progress)
    return (
        f'<div class="pl-file"><div class="pl-file-name">{name}</div><pre tabindex="0">{text}</pre></div>'
        f'<p class="pl-soft">This is the whole file, as it is right now. {who}</p>'
    )
