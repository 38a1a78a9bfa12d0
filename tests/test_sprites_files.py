import numpy as np
import pytest
from PIL import Image

from privlessons.charts_sprites import png
from privlessons.records import PlainError
from privlessons.sprites import as_squares, sprites, the_gecko
from privlessons.sprites_canvas import PALETTE
from privlessons.sprites_files import MOST_FILES, load_sprites
from privlessons.sprites_model import draw, learn


def test_what_was_written_as_png_comes_back(tmp_path):
    for i, sprite in enumerate((*sprites()[:40], the_gecko())):
        (tmp_path / f"{i:02}.png").write_bytes(png(sprite.squares))
    back = load_sprites(tmp_path, artist="Me")
    assert [one.squares for one in back] == [one.squares for one in (*sprites()[:40], the_gecko())]
    assert {one.artist for one in back} == {"Me"}
    assert back[3].subject == "03"


@pytest.mark.parametrize("times", [2, 3, 20])
def test_an_enlarged_sprite_comes_back_too(tmp_path, times):
    (tmp_path / "a.png").write_bytes(png(the_gecko().squares))
    with Image.open(tmp_path / "a.png") as small:
        size = (16 * times, 16 * times)
        small.convert("RGBA").resize(size, Image.Resampling.NEAREST).save(tmp_path / "a.png")
    assert load_sprites(tmp_path)[0].squares == the_gecko().squares


def test_a_colour_that_is_not_in_the_palette_becomes_its_nearest(tmp_path):
    Image.new("RGB", (16, 16), "#fefefe").save(tmp_path / "white.png")
    Image.new("RGBA", (16, 16), (255, 0, 0, 30)).save(tmp_path / "glass.png")
    glass, white = load_sprites(tmp_path)
    assert set(glass.squares) == {0}
    assert set(white.squares) == {PALETTE.index("#ffffff")}


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "CMYK", "I;16"])
def test_each_kind_of_picture_is_read(tmp_path, mode):
    ending = "jpg" if mode == "CMYK" else "png"
    Image.new(mode, (33, 7)).save(tmp_path / f"a.{ending}")
    assert len(load_sprites(tmp_path)[0].squares) == 256


def test_a_machine_learns_from_them(tmp_path):
    for i, sprite in enumerate(sprites()[:3]):
        (tmp_path / f"{i}.png").write_bytes(png(sprite.squares))
    own = as_squares(load_sprites(tmp_path))
    rng = np.random.default_rng(0)
    assert draw(learn(own, [1, 1, 1], rng, steps=10), 2, rng).shape == (2, 256)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.txt", b"words", "holds no pictures"),
        ("a.png", b"", "'a.png' is no picture"),
        ("a.png", b"\x89PNG\r\n\x1a\nbroken", "'a.png' is no picture"),
        ("a.gif", b"GIF89a", "'a.gif' is no picture"),
    ],
)
def test_a_bad_folder_is_refused_in_one_sentence(tmp_path, name, content, says):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(PlainError, match=says):
        load_sprites(tmp_path)


def test_a_folder_that_is_not_there_or_too_full_is_refused(tmp_path):
    with pytest.raises(PlainError, match="There is no folder 'nowhere'"):
        load_sprites(tmp_path / "nowhere")
    for i in range(MOST_FILES + 1):
        (tmp_path / f"{i}.png").touch()
    with pytest.raises(PlainError, match="500 at most"):
        load_sprites(tmp_path)


def test_a_very_large_picture_is_refused(tmp_path):
    Image.new("1", (3000, 3000)).save(tmp_path / "big.png")
    with pytest.raises(PlainError, match="very large"):
        load_sprites(tmp_path)
