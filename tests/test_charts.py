from matplotlib.figure import Figure

from privlessons.charts import COLOURS, Picture, figure
from tests.svg import painted, parsed

BLUE = COLOURS[0]


def bars(*heights):
    made, axes = figure()
    axes.set(xlim=(0, 10), ylim=(0, 10))
    return Picture(made, axes.bar(range(len(heights)), heights, color=BLUE))


def test_only_the_moving_parts_change_between_pictures():
    shown = bars(0)
    (bar,) = shown.moving
    empty = shown.svg()
    bar.set_height(8)
    full = shown.svg()
    bar.set_height(0)

    assert len({y for _, y in painted(empty, BLUE)}) == 1, "a bar without height"
    (top, bottom) = sorted({y for _, y in painted(full, BLUE)})
    assert bottom - top > 0.5 * shown.size[1]
    assert full.startswith(f'<svg viewBox="0 0 460.8 244.8">{shown.still}')
    assert empty.startswith(f'<svg viewBox="0 0 460.8 244.8">{shown.still}')
    assert shown.svg() == empty


def test_moving_parts_are_not_in_the_still_drawing():
    assert BLUE not in bars(5).still


def test_a_picture_has_no_style_and_no_names_that_would_meet_others_on_the_page():
    one, other = bars(1, 2), bars(1, 2)
    ids = [{e.get("id") for e in parsed(shown.svg()).iter()} - {None} for shown in (one, other)]
    assert ids[0]
    assert all(name.startswith("DejaVuSans") for name in ids[0] & ids[1]), (
        "letters are the same in all pictures"
    )
    tags = {e.tag for e in parsed(one.svg()).iter()}
    assert not tags & {"style", "metadata", "title", "script"}


def test_words_are_shapes_and_are_not_repeated_as_comments():
    made = Figure()
    made.text(0.5, 0.5, "--!> <b>Mika</b> & Ana -- <!--", parse_math=False)
    shown = Picture(made).svg()
    assert "Mika" not in shown
    assert "<!--" not in shown
    assert parsed(shown).tag == "svg"
