from datetime import date
from html import escape

import pytest

from privlessons.activities.where import where_to_click
from privlessons.facts import load_facts

LESSON = "00-start-here"


@pytest.mark.parametrize("topic", ["export", "training"])
def test_every_service_shows_its_clicks_with_date_and_source(lesson, topic):
    card = where_to_click(lesson, topic, today=date(2026, 11, 22))
    for number, fact in enumerate(load_facts(topic)):
        card.controls["which"].picked = [number]
        shown = card.children[1].html
        assert card.state["shown"] == fact.id
        assert all(escape(step) in shown for step in fact.where)
        assert str(fact.seen.year) in shown
        assert ("May be out of date." in shown) == fact.stale(date(2026, 11, 22))
        assert ("Two sources." in shown) == (fact.conflict is not None)


def test_an_old_row_says_that_it_may_be_out_of_date(lesson):
    card = where_to_click(lesson, "export", today=date(2031, 1, 1))
    card.controls["which"].picked = [0]

    assert "May be out of date." in card.children[1].html


def test_other_services_get_a_way_on(lesson):
    card = where_to_click(lesson, "export")
    card.controls["which"].picked = [len(load_facts("export"))]

    assert "settings" in card.children[1].html
