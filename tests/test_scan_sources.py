"""The command on folders with many sources. All people are invented."""

import json
from collections import Counter
from itertools import pairwise

import pytest

from privlessons import overview, samples
from privlessons.__main__ import main
from privlessons.exports import READERS, read_exports
from privlessons.overview import SENSITIVE, Overview, count_kinds
from privlessons.records import Conclusion, Trail
from privlessons.samples.story import story

VISITS = Counter(event.source for event in story() if event.source in {"browser history", "searches"})


def scan(capsys, *words):
    code = main(["scan", *map(str, words)])
    return code, *capsys.readouterr()


@pytest.fixture(scope="module")
def everything(tmp_path_factory):
    folder = tmp_path_factory.mktemp("everything")
    samples.write_all(folder)
    return folder


@pytest.fixture(scope="module")
def told(everything):
    """The report of the folder as data, and how long its events are by source."""
    found = Overview(read_exports(everything), sensitive=True)
    shares = list(found.run())
    return found, shares


def test_a_folder_with_one_export_of_each_lists_every_source_with_its_events(capsys, everything):
    code, out, err = scan(capsys, everything, "--no-names")
    assert (code, err) == (0, "")
    for reader in READERS:
        if reader.SERVICE != "Instagram or Facebook":
            assert f"\n  {reader.SERVICE}: " in out
    assert f"\n  Chrome or Edge: {VISITS.total()} records, 2026" in out
    assert "What a reviewer would see" in out
    assert max(map(len, out.splitlines())) <= 80
    assert "where you live" in out
    assert "health, faith, debt and sexuality are left out" in " ".join(out.split())
    assert "a worry about health" not in out


def test_machines_get_the_sources_too_and_sensitive_guesses_only_if_asked(capsys, everything):
    for more, sensitive in (((), False), (("--sensitive",), True)):
        _, out, _ = scan(capsys, everything, "--no-names", "--json", *more)
        report = json.loads(out)
        assert len(report["sources"]) == len(READERS) - 1
        assert report["chats"] > 10
        kinds = {kind for source in report["sources"] for kind in source["concluded"]} | set(
            report["together"]
        )
        assert bool(kinds & set(SENSITIVE)) == sensitive
        assert "home" in kinds


def test_a_source_without_chats_has_no_report_of_chats(capsys, everything):
    code, out, _ = scan(capsys, everything / "firefox")
    assert code == 0
    assert f"Firefox: {VISITS.total()} records, 2026" in out
    assert "reviewer" not in out
    assert "Nothing was written and nothing was sent" in out


def test_years_are_told_from_the_first_to_the_last(told):
    reports = {report.source: report for report in told[0].report()}
    assert reports["Facebook"].first.year == 2017
    assert reports["Facebook"].last.year == 2026
    assert reports["Firefox"].records == VISITS


def test_progress_rises_to_one(told):
    _, shares = told
    assert shares == sorted(shares)
    assert shares[-1] == 1


def test_of_a_long_trail_a_part_spread_over_all_of_it_is_kept(monkeypatch):
    monkeypatch.setattr(overview, "KEPT", 100)
    seen = Overview([Trail("x", (), events=story())])
    assert list(seen.run())
    kept = seen._seen[0].kept
    assert 50 <= len(kept) <= 100
    gaps = {story().index(b) - story().index(a) for a, b in pairwise(kept)}
    assert max(gaps) <= len(story()) / 25
    assert seen.report()[0].events == len(story())


def test_control_c_prints_what_was_seen_so_far(capsys, everything, monkeypatch):
    whole = Overview.run

    def interrupted(self):
        steps = whole(self)
        yield next(steps)
        raise KeyboardInterrupt

    monkeypatch.setattr(Overview, "run", interrupted)
    code, out, err = scan(capsys, everything)
    assert (code, err) == (0, "")
    assert "You stopped early" in out


def test_conclusions_about_health_faith_debt_and_sexuality_are_counted_only_if_asked_for():
    found = [
        Conclusion(kind, "x", "x", 0.5, (), 0, sensitive=kind == "debt") for kind in ("home", "debt", "faith")
    ]
    assert count_kinds(found) == {"home": 1}
    assert count_kinds(found, sensitive=True) == {"home": 1, "debt": 1, "faith": 1}
