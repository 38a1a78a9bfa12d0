"""What the mailbox of lesson 10 shows: letters, what the assistant did, and which defence stops what."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from html import escape

from privlessons.mailbox.assistant import ASK, FILTER, NO_PICTURES, SPLIT, Act, Run
from privlessons.mailbox.mails import Attack, Mail
from privlessons.ui import note

WORDS = {
    FILTER: "Skip mail that sounds like an order",
    ASK: "Ask me before you send anything",
    NO_PICTURES: "Load no pictures and follow no links",
    SPLIT: "The part that reads mail may not act",
}


def letters(mails: Sequence[Mail], *, hidden: bool) -> str:
    """Return HTML for a mailbox; ``hidden`` shows the text that a person does not see."""
    return "".join(
        f'<div class="pl-file pl-mail"><div class="pl-file-name">{escape(one.sender)} · {escape(one.subject)}'
        f'</div><pre class="pl-letter">{escape(one.text)}{_secret(one) if hidden else ""}</pre></div>'
        for one in mails
    )


def _secret(mail: Mail) -> str:
    if not mail.hidden:
        return ""
    return f'\n<mark class="pl-missed">{escape(mail.hidden)}<span class="pl-tag">white on white</span></mark>'


def ran(run: Run) -> str:
    """Return what the assistant said and did, as a list."""
    said = "".join(f"<li>{escape(line)}</li>" for line in run.summary)
    acts = [_act("Done", act) for act in run.done]
    acts += [_act("Waits for your answer", act) for act in run.asked]
    acts += [_act("Stopped", act) for act in run.stopped]
    skipped = f"<p>Pip skipped: {escape(', '.join(run.skipped))}.</p>" if run.skipped else ""
    done = f'<ul class="pl-acts">{"".join(acts)}</ul>' if acts else "<p>It does nothing else.</p>"
    return f"<h4>What Pip says</h4><ul>{said}</ul>{skipped}<h4>What Pip does</h4>{done}"


def _act(how: str, act: Act) -> str:
    what = (
        f"the mail “{escape(act.mail)}” goes to <b>{escape(act.to)}</b>"
        if act.kind == "send"
        else f"a picture is loaded from <span class='pl-hex'>{escape(act.to)}</span>"
    )
    return f"<li><b>{how}:</b> {what}</li>"


def outcome(run: Run, attack: Attack, *, allowed: bool) -> str:
    """Return what came of it for Mika; ``allowed`` is whether she was asked and said yes."""
    if run.leaked:
        end = "Mika said yes to it." if allowed else "Mika saw nothing of it."
        return note(
            f"The thief has {escape(attack.after)}: “{escape(run.done[0].words)}” {end}",
            "wrong",
            "Leaked.",
        )
    if run.lied:
        return note(
            "Nothing leaked. But the summary now tells Mika the thief's lie, in Pip's voice.",
            "caution",
            "Lied to.",
        )
    if run.asked:
        return note("Pip waits for an answer. Look closely at the address.", "caution", "Pip asks.")
    return note("Nothing left the mailbox.", "right", "Safe this time.")


def tried(attacks: Sequence[Attack], runs: Sequence[Run], now: int) -> str:
    """Return a table of what the chosen defences do against every attack; ``now`` is the one above."""
    rows = "".join(
        f'<tr><th scope="row">{"▸ " if n == now else ""}{escape(attack.name)}</th><td>{_short(run)}</td></tr>'
        for n, (attack, run) in enumerate(zip(attacks, runs, strict=True))
    )
    return (
        '<table class="pl-table"><caption>These defences against all four hidden texts</caption><tr>'
        f'<th scope="col">The hidden text</th><th scope="col">What comes of it</th></tr>{rows}</table>'
    )


def _short(run: Run) -> str:
    if run.leaked:
        return "✕ the contract leaks"
    if run.lied:
        return "✕ Mika is told a lie"
    return "? Pip asks first" if run.asked else "✓ stopped"


def verdict(runs: Sequence[Run], defences: Collection[str]) -> str:
    """Return what these defences are worth, over all attacks, and what they cost."""
    leaks = sum(run.leaked for run in runs)
    costs = {
        FILTER: "The filter also skips the mail of Mika's mum, for one word. And a kind thief gets past it.",
        ASK: "Asking is only as good as your look at the address, each time.",
        NO_PICTURES: "Without pictures and links some mail looks dull. Little is lost.",
        SPLIT: "Pip can no longer do anything by itself with what it reads. You must tell it.",
    }
    cost = " ".join(costs[defence] for defence in WORDS if defence in defences)
    said = (
        note(
            f"{leaks} of {len(runs)} hidden texts {'make' if leaks > 1 else 'makes'} something leak. {cost}",
            "note",
            "Your task: no leak.",
        )
        if leaks
        else note(f"With these no hidden text makes anything leak by itself. {cost}", "right", "No leak.")
    )
    lied = any(run.lied for run in runs)
    return said + note(
        (
            "The lie still comes through. No setting can tell true from false. "
            if lied
            else "The lie was skipped this time, for its words. Said otherwise, it would come through. "
        )
        + "Before you pay or call, ask on a way that you know.",
        "caution",
        "What is left:",
    )
