"""The part of ``privlessons scan`` that tells of sources: histories, places, messages, music and so on."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from textwrap import fill

from privlessons.overview import WORDS, SourceReport

GUESS = "A simple program could guess"


def as_data(reports: Iterable[SourceReport], together: dict[str, int]) -> dict:
    """Return the reports in the form of the JSON report."""
    return {"sources": [dataclasses.asdict(report) for report in reports], "together": together}


def as_lines(reports: Iterable[SourceReport], together: dict[str, int], *, sensitive: bool) -> list[str]:
    """Return the reports as lines of at most 80 columns."""
    from privlessons.masks import harmless

    reports = tuple(reports)
    lines = ["What lies in these exports", ""]
    for report in reports:
        records = ", ".join(f"{count:,} {kind}" for kind, count in report.records.items())
        lines.append(f"  {report.source}: {report.events:,} records{_years(report)}"[:80])
        if len(report.records) > 1 or report.source.lower() not in records:
            lines.append(_wrapped(f"{records}.", 4))
        if report.concluded:
            lines.append(_wrapped(f"{GUESS}: {_listed(report.concluded)}.", 4))
    if len(reports) > 1 and together:
        lines += ["", "All of it together", _wrapped(f"{GUESS}: {_listed(together)}.", 2)]
    lines += ["", "How sure is this?"]
    lines.append(
        _wrapped("These are guesses of a simple program, and some are wrong. Others may see more.", 2)
    )
    if not sensitive:
        hint = "Guesses about health, faith, debt and sexuality are left out: --sensitive shows them, too."
        lines.append(_wrapped(hint, 2))
    if skipped := [harmless(said) for report in reports for said in report.skipped]:
        lines += ["", "What could not be read", *(_wrapped(said, 2) for said in dict.fromkeys(skipped))]
    return lines


def _years(report: SourceReport) -> str:
    if report.first is None or report.last is None:
        return ""
    first, last = report.first.year, report.last.year
    return f", {first}" if first == last else f", {first} to {last}"


def _listed(kinds: dict[str, int]) -> str:
    return "; ".join(
        f"{WORDS.get(kind, kind)}{f' ({count})' if count > 1 else ''}" for kind, count in kinds.items()
    )


def _wrapped(text: str, deep: int) -> str:
    return fill(text, 79, initial_indent=" " * deep, subsequent_indent=" " * deep)
