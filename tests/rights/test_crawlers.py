import json
from datetime import date
from urllib.robotparser import RobotFileParser

import pytest

from privlessons.records import PlainError
from privlessons.rights.crawlers import PURPOSES, load_crawlers, signs


def asked(text, agent, path):
    parser = RobotFileParser()
    parser.parse(text.splitlines())
    return not parser.can_fetch(agent, f"https://example.org{path}")


@pytest.mark.parametrize("folder", ["/", "/gallery/"])
def test_another_reader_of_robots_txt_keeps_just_the_listed_out_of_just_the_folder(folder):
    listed = load_crawlers()
    made = signs(listed, ("training",), folder)
    for crawler in listed.crawlers:
        assert asked(made.robots, crawler.agent, f"{folder}picture.png") == (crawler.purpose == "training")
        if folder != "/":
            assert not asked(made.robots, crawler.agent, "/index.html")
    assert not asked(made.robots, "Googlebot", f"{folder}picture.png")


def test_the_reservation_has_its_shape_and_the_policy_where_there_is_one():
    made = signs(load_crawlers(), ("search",), "/art/", "https://example.org/terms")
    assert json.loads(made.tdmrep) == [
        {"location": "/art/", "tdm-reservation": 1, "tdm-policy": "https://example.org/terms"}
    ]
    assert made.header.splitlines() == ["tdm-reservation: 1", "tdm-policy: https://example.org/terms"]
    assert 'name="tdm-reservation" content="1"' in made.meta
    assert json.loads(signs(load_crawlers()).tdmrep) == [{"location": "/", "tdm-reservation": 1}]


@pytest.mark.parametrize(
    "wrong",
    [
        {"folder": "art"},
        {"folder": "/a b"},
        {"folder": "/a\nAllow: /"},
        {"policy": 'https://x"><script>'},
        {"policy": "javascript:1"},
        {"purposes": ()},
        {"purposes": ("revenge",)},
    ],
)
def test_what_would_break_the_files_is_refused(wrong):
    with pytest.raises(PlainError):
        signs(load_crawlers(), **wrong)


def test_the_list_is_dated_and_knows_every_purpose():
    listed = load_crawlers()
    assert {c.purpose for c in listed.crawlers} == set(PURPOSES)
    assert not listed.stale(date(2026, 11, 25))
    assert listed.stale(date(2027, 2, 21))
    assert {c.agent for c in listed.crawlers} >= {
        "GPTBot",
        "ClaudeBot",
        "CCBot",
        "Google-Extended",
        "Bytespider",
    }
