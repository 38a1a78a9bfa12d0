import json
from calendar import monthrange
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.offline import ROOT

from privlessons.records import PlainError
from privlessons.rights.deadlines import deadline
from privlessons.rights.law import load_rights
from privlessons.rights.places import OFFERED, PLACES, find_place

VECTORS = json.loads((ROOT / "tests" / "fixtures" / "rights" / "vectors.json").read_text("utf-8"))
ASKED = {
    "1 month": "access", "1+2 months": "access", "45 calendar days": "access", "90 calendar days": "access",
    "10 business days": "acknowledgement", "15 business days": "sale", "15 calendar days": "access",
    "30 calendar days": "access",
}  # fmt: skip
DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))


def iso(answers):
    return [a.day.isoformat() for a in answers]


@pytest.mark.parametrize("vector", VECTORS, ids=lambda v: f"{v['jurisdiction']} {v['rule']} {v['received']}")
def test_the_facts_own_examples_come_out(vector):
    counted = deadline(
        ASKED[vector["rule"]], vector["received"], vector["place"], jurisdiction=vector["jurisdiction"]
    )
    longer = vector["rule"] in ("1+2 months", "90 calendar days")
    answers = counted.longer if longer else counted.answers
    assert (counted.longer_due if longer else counted.due).isoformat() == vector["due"]
    others = {day for day in vector["also_defensible"] if "(" not in day}  # those name other places
    assert set(iso(answers)) == {vector["due"], *others}


@pytest.mark.parametrize("place", ["PT", "MT", "GR", "CY", "RO", "BG"])
def test_where_easter_monday_is_no_holiday_that_day_it_does_not_move(place):
    assert iso(deadline("access", "2026-03-05", place).answers) == ["2026-04-06"]


@pytest.mark.parametrize("place", ["IE", "DE", "FR", "AT", "NL"])
def test_where_easter_monday_is_a_holiday_it_moves(place):
    assert deadline("access", "2026-03-05", place).due == date(2026, 4, 7)


def test_romania_has_two_more_days_off_after_three_months():
    assert deadline("access", "2026-08-31", "RO").longer_due == date(2026, 12, 2)


def test_a_holiday_in_parts_of_a_country_gives_two_answers_until_the_part_is_named():
    spain = deadline("access", "2026-03-05", "ES")
    assert iso(spain.answers) == ["2026-04-06", "2026-04-07"]
    assert spain.ambiguous
    assert not spain.late(date(2026, 4, 7))
    assert spain.late(date(2026, 4, 8))
    assert iso(deadline("access", "2026-03-05", "ES-CT").answers) == ["2026-04-07"]


def test_more_time_is_one_step_from_the_start_and_no_chain():
    counted = deadline("erasure", "2026-01-31", "IE")
    assert counted.due == date(2026, 3, 2)
    assert counted.longer_due == date(
        2026, 4, 30
    )  # chained from 28 February or 2 March it would be another day


@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2023-12-29", "2024-01-29"),
        ("2024-01-29", "2024-02-29"),
        ("2024-01-30", "2024-02-29"),
        ("2024-01-31", "2024-02-29"),
        ("2027-01-29", "2027-03-01"),  # 28 February is a Sunday
        ("2024-02-29", "2024-03-29"),
        ("2026-05-31", "2026-06-30"),
    ],
)
def test_months_that_end_early_and_leap_days(received, due):
    assert deadline("access", received, "IE").due == date.fromisoformat(due)


def test_the_icos_own_examples_come_out():
    assert deadline("access", "2024-11-25", "GB-ENG").due == date(2024, 12, 27)
    assert deadline("access", "2024-01-01", "GB-ENG").due == date(2024, 2, 1)
    assert deadline("access", "2026-01-31", "GB-WLS").due == date(2026, 3, 2)


def test_scotland_has_a_day_off_that_england_has_not():
    assert deadline("access", "2026-10-30", "GB-ENG").due == date(2026, 11, 30)
    assert deadline("access", "2026-10-30", "GB-SCT").due == date(2026, 12, 1)
    assert iso(deadline("access", "2026-10-30", "GB").answers) == ["2026-11-30", "2026-12-01"]


def test_in_the_uk_the_clock_starts_with_the_last_of_request_proof_and_fee():
    counted = deadline("erasure", "2026-03-02", "GB-ENG", identity="2026-03-10", fee="2026-03-05")
    assert (counted.received, counted.start) == (date(2026, 3, 2), date(2026, 3, 10))
    assert counted.due == date(2026, 4, 10)
    assert counted.longer_due == date(2026, 6, 10)


def test_days_from_their_question_to_the_answer_do_not_count_for_access_in_the_uk():
    counted = deadline("access", "2026-06-01", "GB-ENG", clarified=("2026-06-10", "2026-06-12"))
    assert counted.due == date(2026, 7, 6)  # 1 July and three days is a Saturday
    with pytest.raises(PlainError, match="Only in the UK"):
        deadline("erasure", "2026-06-01", "GB-ENG", clarified=("2026-06-10", "2026-06-12"))
    with pytest.raises(PlainError, match="stands still"):
        deadline("access", "2026-06-01", "GB-ENG", clarified=("2026-06-10", None))


def test_a_complaint_to_the_organisation_is_acknowledged_within_thirty_days_since_june_2026():
    assert deadline("complaint", "2026-11-20", "GB-ENG").due == date(2026, 12, 21)
    with pytest.raises(PlainError, match="19 June 2026"):
        deadline("complaint", "2026-06-18", "GB-ENG")


def test_a_45th_day_on_a_sunday_or_holiday_moves_in_california_and_a_saturday_may():
    assert iso(deadline("erasure", "2026-09-03", "US-CA").answers) == ["2026-10-19", "2026-10-17"]  # a Sunday
    saturday = deadline("erasure", "2026-09-02", "US-CA")
    assert saturday.due == date(2026, 10, 17)
    assert saturday.latest == date(2026, 10, 19)


def test_a_day_off_of_california_alone_gives_two_ways_to_count_business_days():
    answers = iso(deadline("acknowledgement", "2026-11-20", "US-CA").answers)
    assert answers[:2] == ["2026-12-08", "2026-12-07"]  # the day after Thanksgiving, left out or counted


def test_where_nobody_could_say_if_a_day_off_moves_it_both_days_count_and_late_is_after_the_later():
    for place in ("BR", "CA", "CA-QC"):
        counted = deadline("access", "2026-09-05" if place == "BR" else "2026-09-04", place)
        assert counted.due.weekday() >= 5 or counted.ambiguous
        assert counted.due <= counted.latest
        assert not counted.late(counted.latest)


def test_canada_has_at_most_sixty_days_in_all():
    counted = deadline("access", "2026-09-01", "CA")
    assert (counted.due, counted.longest) == (
        date(2026, 10, 1),
        date(2026, 11, 2),
    )  # 31 October is a Saturday


def test_two_sources_on_quebec_are_shown_to_disagree():
    assert "observantia" in deadline("access", "2026-09-01", "CA-QC").conflict


def test_at_once_has_no_number_of_days_and_is_never_called_late_by_a_count():
    counted = deadline("withdrawal", "2026-03-02", "FR")
    assert counted.at_once
    assert not counted.late(date(2027, 1, 1))


@pytest.mark.parametrize(
    ("kind", "place"),
    [("access", "US"), ("erasure", "IN"), ("access", "other"), ("objection", "US-CA"), ("withdrawal", "CA")],
)
def test_where_no_rule_is_known_one_sentence_says_so(kind, place):
    with pytest.raises(PlainError, match="We know no"):
        deadline(kind, "2026-11-22", place)


@pytest.mark.parametrize("law", ["eu_ai_act", "eu_tdm", "us_coppa", "atlantis"])
@pytest.mark.parametrize("place", [None, "DE"])
def test_a_law_that_gives_no_request_of_ones_own_says_so(law, place):
    with pytest.raises(PlainError, match=r"no request of your own|know no law"):
        deadline("access", "2026-11-22", place, jurisdiction=law)


def test_indias_rule_begins_in_may_2027():
    assert deadline("erasure", "2027-05-14", "IN").due == date(2027, 8, 12)


def test_what_is_not_for_the_calculator_is_not_counted():
    for law in load_rights().values():
        for right in law.rights:
            if right.id in ("us-ca-brokers", "us-ca-signal", "us-ca-machines") or right.id.startswith(
                "coppa"
            ):
                assert right.rule is None


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"received": "2026-02-30"}, "is no date"),
        ({"received": "soon"}, "is no date"),
        ({"received": "0026-02-03"}, "Is the year right"),
        ({"place": None}, "Which country"),
        ({"place": "ZZ"}, "We know no place"),
        ({"place": "DE-XX"}, "We know no place"),
        ({"identity": "2026-03-01"}, "before the request"),
        ({"identity": "2026-03-05"}, "does not move the day"),
    ],
)
def test_what_cannot_be_counted_gets_one_sentence(options, words):
    given_ = {"received": "2026-03-02", "place": "IE", **options}
    with pytest.raises(PlainError, match=words):
        deadline("access", given_.pop("received"), given_.pop("place"), **given_)


def test_nobody_is_late_before_the_request_arrived():
    with pytest.raises(PlainError, match="before the request"):
        deadline("access", "2026-03-02", "IE").late(date(2026, 3, 1))


def test_a_moment_becomes_the_day_that_it_was_there():
    late_evening = datetime(2026, 1, 30, 23, 30, tzinfo=UTC)
    assert deadline("access", late_evening, "DE").received == date(2026, 1, 31)
    assert deadline("access", late_evening, "US-CA").received == date(2026, 1, 30)
    tokyo = datetime(2026, 2, 1, 3, 0, tzinfo=timezone(timedelta(hours=9)))
    assert deadline("access", tokyo, "IE").received == date(2026, 1, 31)
    assert deadline("access", "2026-01-30T23:30:00+00:00", "DE").received == date(2026, 1, 31)
    assert deadline("access", datetime(2026, 1, 30, 23, 30), "DE").received == date(2026, 1, 30)


def test_ca_is_california_or_canada_by_the_law_that_is_asked():
    assert find_place("CA", "us_ca") == PLACES["US-CA"]
    assert find_place("CA") == find_place("CA-federal") == PLACES["CA"]
    assert find_place("uk-sct") == PLACES["GB-SCT"]
    with pytest.raises(PlainError, match="is not a place of the law"):
        find_place("DE", "uk")


def naive(received, months):
    """By hand: go month by month, then back to a day that is there."""
    year, month = received.year, received.month
    for _ in range(months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return date(year, month, min(received.day, monthrange(year, month)[1]))


@given(DAYS, st.sampled_from([code for code in OFFERED if PLACES[code].jurisdiction in ("eu_gdpr", "uk")]))
def test_a_month_ends_on_its_day_or_the_next_working_day_and_never_earlier(received, place):
    counted = deadline("access", received, place)
    for months, answers in ((1, counted.answers), (3, counted.longer)):
        last = naive(received, months)
        assert all(last <= a.day <= last + timedelta(days=9) for a in answers)
        assert all(a.day.weekday() < 5 for a in answers)
    assert counted.due == counted.answers[0].day
    assert counted.longest > counted.latest


@given(DAYS)
def test_in_california_the_strict_day_is_the_44th_and_late_is_never_before_the_46th(received):
    counted = deadline("access", received, "US-CA")
    assert counted.earliest == received + timedelta(days=44)
    assert received + timedelta(days=45) <= counted.due <= counted.latest <= received + timedelta(days=52)
    assert not counted.late(received + timedelta(days=45))


@given(DAYS, st.integers(1, 20))
def test_business_days_are_as_many_as_counted_one_by_one(received, count):
    from privlessons.rights.days import is_free, working_days_after

    free = is_free("US", "CA")
    end = working_days_after(received, count, free)
    between = [received + timedelta(days=n) for n in range(1, (end - received).days + 1)]
    assert sum(not free(day) for day in between) == count
    assert not free(end)
