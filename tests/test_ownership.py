import json
from datetime import date, timedelta

import pytest

from privlessons import ownership
from privlessons.ownership import QUESTIONS, load_rulings
from privlessons.records import PlainError
from tests.prose import grade, prose


def test_every_question_has_answers_with_source_date_and_what_is_open():
    for question in QUESTIONS:
        rows = load_rulings(question)
        assert len(rows) >= 2
        for row in rows:
            assert row.says
            assert row.open
            assert row.url.startswith("https://")
            assert row.seen < row.check_by
            assert row.date is None or row.date <= row.seen


def test_ids_are_there_once():
    ids = [row.id for row in load_rulings()]
    assert len(set(ids)) == len(ids)


def test_a_row_grows_stale_after_its_date():
    row = load_rulings()[0]
    assert not row.stale(row.check_by)
    assert row.stale(row.check_by + timedelta(days=1))


def test_the_rows_read_easily():
    assert grade(prose("\n\n".join(f"{r.says}\n\n{r.open}" for r in load_rulings()))) <= 9


@pytest.mark.parametrize("fault", [{"question": "nobody's"}, {"seen": "soon"}, {"extra": 1}])
def test_a_broken_row_is_named(fault, tmp_path, monkeypatch):
    from privlessons.home import home

    rows = json.loads((home() / "data" / "facts" / "copying.json").read_text("utf-8"))[:1]
    (tmp_path / "data" / "facts").mkdir(parents=True)
    (tmp_path / "data" / "facts" / "copying.json").write_text(json.dumps([{**rows[0], **fault}]), "utf-8")
    monkeypatch.setattr(ownership, "home", lambda: tmp_path)
    with pytest.raises(PlainError, match=r"Row 1 of data/facts/copying\.json"):
        load_rulings()
    assert date.today()
