"""``privlessons scan my-export.zip``: what lies in exports, and what a reviewer would see in their chats.

Nothing is written and nothing leaves this computer. With ``--json`` the report comes out as one object with
the fields of ``privlessons.review.Report``: dates in ISO 8601, kinds by their short names, such as
``EMAIL_ADDRESS``, ``others`` as ``[times, different]``, every value masked. Where there are other sources,
``sources`` holds a ``privlessons.overview.SourceReport`` for each, and ``together`` counts what could be
guessed from all of them.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import os
import sys
from contextlib import suppress
from datetime import datetime
from textwrap import fill

from privlessons.records import PlainError

NOTHING_WRITTEN = "Nothing was written and nothing was sent: this report is all there is."
STAGES = {
    "sources": "reading the sources",
    "typed": "reading what you typed",
    "sample": "looking for names in a sample",
    "rest": "looking for names in the rest",
    "answers": "reading the answers",
}


def add_parser(commands) -> None:
    """Register the sub-command ``scan``."""
    add = commands.add_parser(
        "scan",
        help="show what your own exports tell: chats, searches, places, messages and more",
        description="Reads exports on this computer and prints what lies in them, and what a reviewer would "
        "see in chats. Nothing is written, nothing is sent. Press Ctrl-C at any time to see the report so "
        "far.",
    )
    add.add_argument(
        "file", nargs="?", help="the zip, folder or file that the service gave you, or a folder of many"
    )
    add.add_argument("--try-it", action="store_true", help="use a made-up export instead of a file")
    add.add_argument("--json", action="store_true", help="print the report for machines")
    add.add_argument(
        "--sensitive", action="store_true", help="guess about health, faith, debt and sexuality, too"
    )
    names = add.add_mutually_exclusive_group()
    names.add_argument(
        "--sample", type=_count, metavar="N", help="look for names in N messages picked at random, then stop"
    )
    names.add_argument("--no-names", action="store_true", help="patterns only: faster, and misses most names")
    add.set_defaults(run=run)


def _count(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError("N should be a whole number above 0, such as 2000")
    return int(text)


def run(args) -> int:
    """Read the exports, look through them, print the report."""
    from privlessons.exports import read_export, read_exports
    from privlessons.review import SAMPLE, Review
    from privlessons.sample_export import make_sample

    if bool(args.file) == args.try_it:
        raise PlainError("Please name your export, as in `privlessons scan my-export.zip`, or use --try-it.")
    source = args.file or make_sample()
    trails = read_exports(source)
    has_chats = any(next(iter(trail.chats), None) for trail in trails)
    told, lines, going = {}, [], True
    if len(trails) > 1 or not has_chats:
        told, lines, going = _sources(trails, sensitive=args.sensitive)
    if has_chats and going:
        trail = trails[0] if len(trails) == 1 else read_export(source)
        review = Review(trail, names=not args.no_names, sample=args.sample or SAMPLE, rest=not args.sample)
        with suppress(KeyboardInterrupt), _Bar() as bar:
            for progress in review.run():
                bar.show(progress)
        report = review.report()
        told |= as_data(report)
        lines += ["", *as_text(report).split("\n")] if lines else [as_text(report)]
    elif not args.json:
        lines += ["", _wrapped(NOTHING_WRITTEN)]
    _print(json.dumps(told, indent=2, default=datetime.isoformat) if args.json else "\n".join(lines))
    return 0


def _sources(trails, *, sensitive: bool) -> tuple[dict, list[str], bool]:
    """Look through the sources; return the report as data and as lines, and whether it was not stopped."""
    from privlessons.overview import Overview
    from privlessons.review import Progress
    from privlessons.scan_sources import as_data as data
    from privlessons.scan_sources import as_lines

    overview = Overview(trails, sensitive=sensitive)
    with suppress(KeyboardInterrupt), _Bar() as bar:
        for share in overview.run():
            bar.show(Progress("sources", share, None))
    reports, together = overview.report(), overview.together()
    lines = as_lines(reports, together, sensitive=sensitive)
    if not overview.finished:
        lines += ["", "You stopped early: this is the report so far."]
    return data(reports, together), lines, overview.finished


def _print(text: str) -> None:
    sys.stdout.reconfigure(errors="replace")  # some terminals have no dots
    try:
        sys.stdout.write(f"{text}\n")
        sys.stdout.flush()
    except BrokenPipeError:  # the reader, `head` perhaps, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class _Bar:
    """A progress bar on a terminal; nothing where there is none."""

    def __enter__(self):
        self._terminal = sys.stderr.isatty()
        return self

    def __exit__(self, *_):
        self._write("")

    def show(self, progress) -> None:
        """Draw the bar anew."""
        bar = "#" * round(16 * progress.share)
        left = f", {_minutes(progress.seconds_left)} left" if progress.seconds_left else ""
        self._write(f"[{bar:<16}] {STAGES[progress.stage]}{left} (Ctrl-C stops)")

    def _write(self, text: str) -> None:
        if self._terminal:
            sys.stderr.write(f"\r{text[:79]:<79}\r")
            sys.stderr.flush()


def _minutes(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 90 else f"{seconds / 60:.0f} min"


def as_data(report) -> dict:
    """Return the report in the form of one JSON object."""
    return dataclasses.asdict(report)


def as_text(report) -> str:
    """Return the report as lines of at most 80 columns."""
    from privlessons.kinds import KINDS
    from privlessons.masks import harmless

    def word(kind: str) -> str:
        return KINDS[kind].word if kind in KINDS else kind

    def rows(title: str, lines: list[str]) -> list[str]:
        return ["", title, *(f"  {line}"[:80].rstrip() for line in lines)] if lines else []

    typed = [
        f"{count:>7,}  {word(kind):<34} {', '.join(report.examples.get(kind, ()))}"
        for kind, count in report.counts.items()
    ]
    others = [
        f"{different:>7,}  {word(kind):<34} mentioned {_times(times)}"
        for kind, (times, different) in report.others.items()
    ]
    answers = [f"{count:>7,}  {word(kind)}" for kind, count in report.in_answers.items()]
    lines = ["What a reviewer would see in this export", "", *_summary(report)]
    lines += rows("In what you typed", typed) or ["", "Nothing was found in what you typed."]
    lines += rows("Other people's details, different ones of each kind (a guess)", others)
    lines += rows("The chats with most of it", [f"{full.found:>7,}  {full.title}" for full in report.fullest])
    lines += rows("In the answers (patterns only)", answers)
    lines += ["", "How sure is this?", *_cover(report)]
    if report.skipped:
        lines += ["", "What could not be read", *(_wrapped(harmless(text)) for text in report.skipped)]
    lines += ["", *_next()]
    return "\n".join(lines)


def _wrapped(text: str) -> str:
    return fill(text, 79, initial_indent="  ", subsequent_indent="  ")


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count:,} times"


def _summary(report) -> list[str]:
    span = f", from {_day(report.first)} to {_day(report.last)}" if report.first else ""
    back = (
        f" {report.taken_back:,} messages that were changed or answered again are still in the file."
        if report.taken_back
        else ""
    )
    return [
        _wrapped(f"{report.source}: {report.chats:,} chats{span}."),
        _wrapped(f"{report.typed:,} messages typed by you, {report.answers:,} answers.{back}"),
    ]


def _day(time: datetime) -> str:
    return f"{time.day} {time:%B %Y}"


def _cover(report) -> list[str]:
    said = [] if report.finished else ["You stopped early: this is the report so far."]
    if not report.named:
        said.append("Names were not looked for: most of them are missing here.")
    elif report.named < report.typed:
        said.append(
            f"Names were looked for in {report.named:,} of the {report.typed:,} messages that you typed, a "
            "random sample first: there are more than shown here."
        )
    if report.answers_read < report.answers:
        said.append(f"Of the answers, {report.answers_read:,} of {report.answers:,} were read.")
    said.append(report.limits)
    said.append("A program counted this: some of it is wrong, some was missed, and a person would see more.")
    return [_wrapped(sentence) for sentence in said]


def _next() -> list[str]:
    return [
        _wrapped(NOTHING_WRITTEN),
        _wrapped(
            "What you can do today: open the chats named above in the service and delete those that you no "
            "longer need. Lesson 02 of the workbook shows what to change before you send the next one."
        ),
    ]
