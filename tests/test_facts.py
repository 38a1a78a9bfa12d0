import json
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
        assert not row.stale(row.check_by)
        assert row.stale(row.check_by + timedelta(days=1))


def test_ids_are_unique_and_topics_are_told_apart():
    rows = facts.load_facts()

    assert len({row.id for row in rows}) == len(rows)
    assert {row.topic for row in facts.load_facts("export")} == {"export"}
    assert sum(len(facts.load_facts(topic)) for topic in facts.TOPICS) == len(rows)


def test_a_learner_picks_a_product_by_its_name():
    for topic in ("export", "training"):
        products = [row.product for row in facts.load_facts(topic)]
        assert len(set(products)) == len(products)


@pytest.mark.parametrize("name", ["providers", "rights", "crawlers"])
def test_the_facts_have_the_shape_of_their_schema(name):
    assert facts.check_shape(name) == []


def test_a_fact_with_a_strange_field_does_not_pass_the_schema(tmp_path, monkeypatch):
    folder = tmp_path / "data" / "facts"
    folder.mkdir(parents=True)
    for name in ("providers.json", "providers.schema.json"):
        (folder / name).write_bytes((facts.home() / "data" / "facts" / name).read_bytes())
    rows = json.loads((folder / "providers.json").read_text("utf-8"))
    rows[3] |= {"kind": "memory"}
    (folder / "providers.json").write_text(json.dumps(rows))
    monkeypatch.setattr(facts, "home", lambda: tmp_path)

    assert [fault.partition(":")[0] for fault in facts.check_shape("providers")] == ["3/kind"]


def test_what_is_not_to_be_shown_is_not_shown():
    assert "slack-training" not in {row.id for row in facts.load_facts()}


def test_every_chatbot_has_a_training_row_or_says_that_there_is_no_switch():
    chatbots = {"ChatGPT", "Claude", "Gemini", "Copilot", "Meta AI", "Grok", "Perplexity", "DeepSeek",
                "Vibe (Mistral)", "Character.AI"}  # fmt: skip
    assert chatbots <= {row.service for row in facts.load_facts("training")}


@pytest.mark.parametrize(
    ("given", "said"),
    [("2026", "2026"), ("2026-07", "July 2026"), ("2026-07-08", "8 July 2026"), (None, "")],
)
def test_a_sources_date_is_said_as_exactly_as_it_is_known(given, said):
    assert facts.said_date(given) == said


def test_a_service_is_found_by_its_name_or_its_company():
    assert facts.find_service("openai") == facts.find_service(" chatgpt ") == "ChatGPT"
    assert facts.find_service("mistral") == facts.find_service("Vibe") == "Vibe (Mistral)"
    assert facts.find_service("Pip") is None
    assert facts.address_of("Anthropic") == "privacy@anthropic.com"


def test_a_faulty_row_is_named(tmp_path, monkeypatch):
    folder = tmp_path / "data" / "facts"
    folder.mkdir(parents=True)
    (folder / "providers.json").write_text('[{"id": "x", "seen": "soon"}]')
    monkeypatch.setattr(facts, "home", lambda: tmp_path)

    with pytest.raises(PlainError, match="Row 1 of data/facts/providers"):
        facts.load_facts()


def test_a_date_is_a_date():
    assert isinstance(facts.load_facts()[0].seen, date)
