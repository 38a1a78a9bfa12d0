"""The settings site: what a press does, the tricks counted, and the shortest way against plain trying."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privlessons.company.maze import WANTED_OFF, checked, enter, load_site, press, shortest, tricks
from privlessons.records import PlainError

SITE = load_site()
ITEMS = sorted({item.id for page in SITE.pages.values() for item in page.items})


def walk(items, visit=None, site=SITE):
    visit = visit or enter(site)
    for item in items:
        visit = press(site, visit, item)
    return visit


def test_the_shortest_way_leads_to_all_off_and_saved():
    way = shortest(SITE, enter(SITE))
    assert walk(item.id for item in way).off == WANTED_OFF


def test_no_shorter_way_is_there():
    """Tried plainly: all ways through the pages, one press deeper at a time, nobody skipped but by state."""
    seen, edge = set(), {("home", SITE.on, SITE.on): enter(SITE)}
    pressed = 0
    while not any(visit.off == WANTED_OFF for visit in edge.values()):
        pressed += 1
        seen |= set(edge)
        further = {}
        for visit in edge.values():
            for item in SITE.pages[visit.page].items:
                later = press(SITE, visit, item.id)
                further[later.page, later.shown, later.saved] = later
        edge = {key: visit for key, visit in further.items() if key not in seen}
    assert pressed == len(shortest(SITE, enter(SITE)))


def test_switching_all_on_again_takes_far_fewer_presses():
    back = shortest(SITE, enter(SITE, WANTED_OFF), off=False)
    assert not walk((item.id for item in back), enter(SITE, WANTED_OFF)).off
    assert 3 * len(back) < len(shortest(SITE, enter(SITE)))


def test_the_fair_site_is_as_short_both_ways():
    fair = load_site("fair")
    there, back = shortest(fair, enter(fair)), shortest(fair, enter(fair, WANTED_OFF), off=False)
    assert len(there) == len(back) == len(WANTED_OFF)


def test_every_page_can_be_reached_and_left_and_every_trick_met():
    leads = {name: {item.to or item.ask for item in page.items} - {""} for name, page in SITE.pages.items()}
    reached = {SITE.start}
    while more := set().union(*(leads[name] for name in reached)) - reached:
        reached |= more
    assert reached == set(SITE.pages)
    assert all(leads.values())
    there = {trick for page in SITE.pages.values() for trick in page.tricks}
    there |= {item.trick for page in SITE.pages.values() for item in page.items} - {""}
    assert there | {"two"} == set(tricks())


def test_a_change_counts_only_once_it_is_saved():
    way = [item.id for item in shortest(SITE, enter(SITE))]
    assert way[-1] == "account-save"
    before = walk(way[:-1])
    assert not before.shown & WANTED_OFF
    assert before.off == frozenset()


def test_one_switch_saved_is_the_trick_of_two():
    one = ["home-experience", "experience-quality", "quality-switch", "quality-experience", "experience-home"]
    visit = walk([*one, "home-account", "account-save"])
    assert len(visit.off) == 1
    assert dict(visit.met)["two"] == 1


def test_the_friendly_offer_puts_all_back():
    way = [item.id for item in shortest(SITE, enter(SITE))]
    assert walk([*way, "offer-no"]).off == WANTED_OFF
    assert walk([*way, "offer-take"]).off == frozenset()


def test_an_inverted_switch_looks_off_while_the_thing_is_on():
    [leave] = [item for item in SITE.pages["quality"].items if item.kind == "switch"]
    assert not checked(leave, enter(SITE))
    assert checked(leave, enter(SITE, WANTED_OFF))


@given(st.lists(st.sampled_from([*ITEMS, "nothing", ""]), max_size=40))
def test_any_presses_leave_a_visit_that_makes_sense(items):
    visit = walk(items)
    assert visit.page in SITE.pages
    assert visit.presses <= len(items)
    assert set(dict(visit.met)) <= set(tricks())
    assert walk(["no-such-item"], visit) is visit


def test_an_unknown_site_is_a_plain_error():
    with pytest.raises(PlainError, match="maze"):
        load_site("labyrinth")
