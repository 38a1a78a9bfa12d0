import io

from PIL import Image

from privlessons.charts import COLOURS, Picture, figure


def test_only_the_moving_parts_change_between_pictures():
    made, axes = figure()
    axes.set(xlim=(0, 10), ylim=(0, 10))
    (bar,) = axes.bar([5], [0], color=COLOURS[0])
    shown = Picture(made, [bar])
    empty = Image.open(io.BytesIO(shown.png()))
    bar.set_height(8)
    full = Image.open(io.BytesIO(shown.png()))
    bar.set_height(0)

    assert empty.size == full.size == (640, 340)
    blue = (0, 114, 178)
    assert blue not in {colour for _, colour in empty.getcolors(100000)}
    assert blue in {colour for _, colour in full.getcolors(100000)}
    assert shown.png() == _bytes(empty)


def _bytes(image):
    out = io.BytesIO()
    image.save(out, "PNG", compress_level=1)
    return out.getvalue()
