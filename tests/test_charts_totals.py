import pytest

from privlessons.blocks import Schema
from privlessons.charts_totals import blocks_bar, count_words, known_bar, people_cards, printed, says_known
from privlessons.differencing import Difference
from privlessons.publishing import publish
from privlessons.recon_people import Known


@pytest.mark.parametrize(
    ("count", "exact", "words"),
    [
        (1, True, "1"),
        (1, False, "at least 1"),
        (1040, True, "1,040"),
        (73_476, False, "more than 73,400"),
        (7_068_058, True, "about 7.1 million"),
        (13_171_200_000, True, "about 13,200 million"),
        (17_424_959_239_309_050, True, "about 17,400 million million"),
    ],
)
def test_large_numbers_are_said_in_words(count, exact, words):
    assert count_words(count, exact) == words


def test_the_bar_shrinks_with_the_number_of_blocks():
    def width(count):
        return float(blocks_bar(count, exact=True).split("width:")[1].split("%")[0])

    widths = [width(10**n) for n in range(22)]
    assert widths == sorted(widths)
    assert widths[0] < 3
    assert widths[-1] <= 100


def test_a_card_shows_what_is_known_and_what_is_open():
    schema = Schema()
    whole = Known((29, 29), (("f",), ("no",)))
    part = Known((30, 44), (("f", "m"), ("yes",)))
    shown = people_cards((whole, part), schema)
    assert shown.count("✓") == 1
    assert '<span class="pl-sure">29</span>' in shown
    assert '<span class="pl-open">30–44</span>' in shown
    assert '<span class="pl-open">sex ?</span>' in shown


def test_the_picture_of_a_band_says_all_that_it_shows():
    shown = known_bar(100, 900, 640, 4000)
    assert (
        'aria-label="A line from £0 to £4,000. The band goes from £100 to £900. The truth is £640."' in shown
    )


def test_what_is_known_is_said_in_one_sentence():
    assert says_known(Difference(1, 0, 9, 639.6, 640.2), 4000) == "A reader knows: Mika earned <b>£640</b>."
    assert "<b>£100</b> to <b>£900</b>" in says_known(Difference(1, 0, 9, 100, 900), 4000)
    assert "anything" in says_known(Difference(1, 0, 9, 0, 4000), 4000)


def test_every_printed_number_is_in_the_tables():
    publication = publish([(29, "f", "no"), (31, "m", "yes")])
    shown = printed(publication)
    assert shown.count("<table") == len(publication.tables)
    assert shown.count("<td class=") == sum(len(entries) for _, entries in publication.tables)
