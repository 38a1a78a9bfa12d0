import asyncio
import re
from queue import Empty

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privlessons.rendering import TAGS, Pictures, look_again, only_words, scripts_ahead, template_paths


@pytest.mark.parametrize(
    "payload",
    [
        "<script>x()</script>",
        "<img src=x onerror=x()>",
        "<svg onload=x()>",
        "<a href='javascript:x()'>a</a>",
        "<a href='JaVaScRiPt:x()'>a</a>",
        "<iframe srcdoc='<script>x()</script>'></iframe>",
        "<object data='x'></object>",
        "<style>*{background:url(//example.com)}</style>",
        "<p style='background:url(//example.com)'>a</p>",
        "<form action='//example.com'><input name=a></form>",
        "<base href='//example.com/'>",
        "<meta http-equiv=refresh content='0;url=//example.com'>",
        "<details open ontoggle=x()>a</details>",
        "<math><mi xlink:href='javascript:x()'>a</mi></math>",
    ],
)
def test_what_could_run_is_taken_out_of_words(payload):
    clean = only_words(f"<p>before</p>{payload}<p>after</p>")
    assert "<p>before</p>" in clean
    assert "<p>after</p>" in clean
    assert not re.search(r"<[^>]*(\son\w+=|javascript:|style=|srcdoc)", clean, re.IGNORECASE)
    assert {name.lower() for name in re.findall(r"<(\w+)", clean)} <= TAGS


@given(st.text(alphabet="<>/=\"' abscript:onrjv&;", max_size=60))
def test_only_known_elements_are_left(html):
    assert set(re.findall(r"<([a-zA-Z]\w*)", only_words(html))) <= TAGS


def test_what_a_lesson_needs_stays():
    words = (
        '<h2 id="a">B</h2><ul><li><strong>c</strong></li></ul><table><tr><td colspan="2">d</td></tr></table>'
    )
    assert only_words(words).replace("<tbody>", "").replace("</tbody>", "") == words


def test_pictures_come_from_the_notebooks_folder_only(tmp_path):
    folder = tmp_path / "lessons"
    folder.mkdir()
    (folder / "a.png").write_bytes(b"picture")
    (folder / "secret.txt").write_text("no")
    (tmp_path / "b.png").write_bytes(b"outside")
    (folder / "link.png").symlink_to(tmp_path / "b.png")
    pictures = Pictures(folder)
    assert pictures.file_exists("a.png")
    assert pictures.get("a.png", format="base64") == {"content": "cGljdHVyZQ=="}
    for path in (
        "secret.txt",
        "../b.png",
        "link.png",
        "none.png",
        str(tmp_path / "b.png"),
        "https://example.com/c.png",
    ):
        assert not pictures.file_exists(path), path


def test_the_front_ends_first_scripts_are_known():
    assert len(scripts_ahead()) > 10  # fewer only make the page slower; then look at Voilà's entry script


def test_our_template_comes_first():
    assert template_paths()[0].endswith("templates/learn")


def test_an_answer_whose_call_was_lost_is_found_by_looking_again():
    asked = []

    class Channel:
        async def get_msg(self, timeout=None):  # noqa: ASYNC109 - as the real one
            asked.append(timeout)
            if len(asked) < 3:
                raise Empty
            return "an answer"

    channel = Channel()
    look_again(channel)
    assert asyncio.run(channel.get_msg()) == "an answer"
    assert asked == [1, 1, 1]

    asked.clear()
    with pytest.raises(Empty):  # who wants to wait for a time only still does
        asyncio.run(channel.get_msg(timeout=0.2))
    assert asked == [0.2]
