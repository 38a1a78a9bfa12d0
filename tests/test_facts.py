from datetime import date, timedelta

import pytest

from privlessons import facts
from privlessons.records import PlainError


def test_every_fact_has_a_source_and_goes_stale_after_its_date():
    rows = facts.load_facts()
    assert rows
    for row in rows:
        assert row.source
        assert row.url.startswith("https://")
        assert row.kind in {"official", "secondary"}
        assert row.seen <= row.check_by
        assert not row.stale(row.check_by)
        assert row.stale(row.check_by + timedelta(days=1))


def test_ids_are_unique_and_topics_are_told_apart():
    rows = facts.load_facts()

    assert len({row.id for row in rows}) == len(rows)
    assert {row.topic for row in facts.load_facts("export")} == {"export"}
    assert len(facts.load_facts("export")) + len(facts.load_facts("training")) == len(rows)


def test_a_faulty_row_is_named(tmp_path, monkeypatch):
    folder = tmp_path / "data" / "facts"
    folder.mkdir(parents=True)
    (folder / "providers.json").write_text('[{"id": "x", "seen": "soon"}]')
    monkeypatch.setattr(facts, "home", lambda: tmp_path)

    with pytest.raises(PlainError, match="Row 1 of data/facts/providers"):
        facts.load_facts()


def test_a_date_is_a_date():
    assert isinstance(facts.load_facts()[0].seen, date)
