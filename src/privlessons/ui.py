"""House style: the card an activity lives in, and the parts it is made of."""

from __future__ import annotations

import asyncio
import functools
import inspect
import logging
from collections.abc import Callable, Sequence
from html import escape

import ipywidgets as widgets

from privlessons.controls import Choice, Live
from privlessons.lesson import Lesson
from privlessons.records import Message, PlainError

LOG = logging.getLogger("privlessons")
LOG.addHandler(logging.NullHandler())  # else Python prints a traceback below the cell, on a learner's screen
STOPPED = "<p>Stopped. You can start again whenever you like.</p>"
SORRY = "Something here did not work. What you saved is safe. Reload the page to start this activity again."


class Activity(widgets.VBox):
    """One activity: a card with parts, a place for sentences, named ``controls`` and a ``state``.

    Tests set the controls and read the state; a learner sees the parts.
    """

    def __init__(self, parts: Sequence[widgets.Widget] = (), controls=None, state=None):
        self.controls = dict(controls or {})
        self.state = dict(state or {})
        self.status = Live()
        super().__init__([*parts, self.status])
        self.add_class("pl")
        self.add_class("pl-activity")

    def show(self, *parts: widgets.Widget) -> None:
        """Replace the parts; the status line stays last."""
        self.children = (*parts, self.status)

    def tell(self, sentence: str, kind: str = "caution", *, held: bool = False) -> None:
        """Say one sentence below the parts; an empty one clears it. ``held`` moves the focus to it."""
        self.status.html = note(escape(sentence), kind) if sentence else ""
        self.status.held += held

    def guard(self, act: Callable) -> Callable:
        """Wrap a callback, plain or async: any error becomes one sentence on this card."""
        if inspect.iscoroutinefunction(act):

            async def run(*args):
                try:
                    await act(*args)
                except Exception as error:
                    self.tell(_sentence(error))

            return functools.wraps(act)(lambda *args: asyncio.ensure_future(run(*args)))

        @functools.wraps(act)
        def call(*args):
            try:
                return act(*args)
            except Exception as error:
                self.tell(_sentence(error))

        return call

    def on(self, control: widgets.Widget, act: Callable) -> None:
        """Call ``act()`` after a click on a button or a change of any other control."""
        guarded = self.guard(act)
        if isinstance(control, widgets.Button):
            control.on_click(lambda _: guarded())
        else:
            name = "picked" if isinstance(control, Choice) else "value"
            control.observe(lambda _: guarded(), name)


def _sentence(error: Exception) -> str:
    if isinstance(error, PlainError):
        return str(error)
    LOG.error("An activity's callback failed", exc_info=error)
    return SORRY


def activity(build: Callable[..., Activity]) -> Callable[..., Activity]:
    """Mark a function that returns an activity: if building it fails, a card says so in one sentence."""

    @functools.wraps(build)
    def call(*args, **options):
        try:
            return build(*args, **options)
        except Exception as error:
            card = Activity()
            card.tell(_sentence(error))
            return card

    return call


def html(content: str) -> widgets.HTML:
    """Return a part with ready-made HTML. Whatever a learner or a file wrote goes through `escape` first."""
    return widgets.HTML(content)


def note(content: str, kind: str = "note", word: str = "") -> str:
    """Return HTML for a box that speaks: "note", "caution", "right" or "wrong"; ``word`` opens it."""
    start = f'<span class="pl-word">{escape(word)}</span> ' if word else ""
    return f'<div class="pl-note pl-{kind}">{start}{content}</div>'


def button(label: str, *, primary: bool = False) -> widgets.Button:
    """Return a button with a visible label; the one that leads on is ``primary``."""
    made = widgets.Button(description=label)
    if primary:
        made.add_class("pl-primary")
    return made


def text_box(label: str, *, rows: int = 1, **options) -> widgets.Text | widgets.Textarea:
    """Return a box to type in, which tells its text when it is left: a press can't overtake that."""
    made, more = (widgets.Textarea, {"rows": rows}) if rows > 1 else (widgets.Text, {})
    return made(description=label, continuous_update=False, **more, **options)


def row(*parts: widgets.Widget) -> widgets.HBox:
    """Return parts side by side; they wrap where the page is narrow."""
    return widgets.HBox(parts)


def picture(svg: str, alt: str, caption: str = "") -> str:
    """Return HTML for a picture of `charts.Picture`. ``alt`` says all that it shows; ``caption`` is HTML."""
    named = svg.replace("<svg", f'<svg role="img" aria-label="{escape(alt, quote=True)}"', 1)
    below = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f'<figure class="pl-picture">{named}{below}</figure>'


def progress_bar(share: float, words: str) -> str:
    """Return HTML for a bar filled to ``share`` (0 to 1), with ``words`` that say the same."""
    percent = round(100 * min(1.0, max(0.0, share)))
    return (
        f'<div class="pl-progress" role="progressbar" aria-label="{escape(words, quote=True)}" '
        f'aria-valuenow="{percent}" aria-valuemin="0" aria-valuemax="100">'
        f'<div style="width:{percent}%"></div></div>'
        f'<p class="pl-soft">{escape(words)}</p>'
    )


def chat_view(
    messages: Sequence[Message],
    marks: Sequence[tuple[int, int, int, str, str]] = (),
    names: dict[str, str] | None = None,
) -> str:
    """Return HTML for a chat as bubbles, with every character of it escaped.

    ``marks`` are (message, start, end, look, tag): spans that do not overlap, with a look of the style
    sheet ("caught", "missed", "false", "black") and a short tag shown after the words, or "".
    """
    names = names or {"person": "Person", "assistant": "Assistant"}
    rows = []
    for index, message in enumerate(messages):
        out, at = [], 0
        for _, start, end, look, tag in sorted(m for m in marks if m[0] == index):
            words = escape(message.text[start:end])
            label = f'<span class="pl-tag">{escape(tag)}</span>' if tag else ""
            if look == "black":
                words = "█" * min(end - start, 12)
            out += [escape(message.text[at:start]), f'<mark class="pl-{look}">{words}{label}</mark>']
            at = end
        out.append(escape(message.text[at:]))
        who = escape(names[message.author])
        rows.append(
            f'<li class="pl-bubble pl-{message.author}"><span class="pl-who">{who}</span>{"".join(out)}</li>'
        )
    return f'<ol class="pl-chat">{"".join(rows)}</ol>'


def caution(lesson: Lesson) -> str:
    """Return HTML that says where typed text goes here, for beside every box."""
    return note(escape(lesson.place.where_text_goes), "caution", "Where it goes:")


def shut(lesson: Lesson) -> str:
    """Return HTML that says why a box for own text or files is shut here."""
    why = "In this class the box for your own text is shut, on purpose: your own chats are never needed."
    if lesson.own_data:
        here = f"The box for your own text is shut, because this runs on {lesson.place.name}."
        why = f"{here} {lesson.place.where_text_goes}"
    return note(escape(why) + " Practise on the town's chats. They are invented.", "caution", "Shut:")


def check_own(lesson: Lesson, *, ticked: bool, tick: str) -> None:
    """Refuse an own file where boxes are shut, whatever the page sends; ``tick`` asks for the tick."""
    if not lesson.own_data_open:
        raise PlainError("The box for your own files is shut here. Take a made-up one.")
    if not ticked:
        raise PlainError(tick)


@activity
def predict(lesson: Lesson, key: str, question: str, options: Sequence[str]) -> Activity:
    """Ask for a guess before anything is shown, and keep it under ``key``.

    Nothing is marked right or wrong here; `replay` later puts the guess beside the result. Where the
    file is erased meanwhile, the card says so.
    """
    choice = Choice(legend=question, options=list(options))
    lock = button("This is my guess", primary=True)
    card = Activity([choice, lock], controls={"choice": choice, "lock": lock}, state={"guess": None})

    def settle(guess):
        card.state["guess"] = guess
        choice.disabled = guess is not None
        # One button for both, since the keyboard's focus is lost with a button that goes away.
        lock.description = "This is my guess" if guess is None else "Change my guess"
        (lock.add_class if guess is None else lock.remove_class)("pl-primary")
        kept = "You said: <b>{}</b>. It is kept. You will see it again beside the result."
        card.status.html = "" if guess is None else note(kept.format(escape(guess)))

    def pressed():
        if card.state["guess"] is not None:
            settle(None)
            return
        if choice.text is None:
            raise PlainError("Pick one of the answers first. A wild guess is fine.")
        lesson.keep("guesses", key, choice.text)
        lesson.done("predict")
        settle(choice.text)

    def erased():
        if lesson.kept("guesses", key) is None and card.state["guess"] is not None:
            choice.picked = []
            settle(None)
            card.tell("Your guess was erased with the file. You may make a new one.", "note")

    card.on(lock, pressed)
    lesson.after_erasing(erased)
    kept = lesson.kept("guesses", key)
    if kept in options:
        choice.picked = [list(options).index(kept)]
        settle(kept)
    return card


def replay(lesson: Lesson, key: str, result: str) -> str:
    """Return a sentence (HTML) that puts the kept guess beside the result, or the result alone."""
    guess = lesson.kept("guesses", key)
    if guess is None:
        return f"<p>{escape(result)}</p>"
    return f"<p>Your guess was: <b>{escape(guess)}</b>. {escape(result)}</p>"
