"""The board: 20 parties and six ways, each cell once, with a reason and where it is from."""

import copy
import json

import pytest
from tests.offline import ROOT

from privlessons.wire.parties import ANSWERS, load_board, read_board, score

CONTENT = json.loads((ROOT / "data" / "facts" / "who-can-see.json").read_text("utf-8"))


def test_each_party_has_one_answer_for_each_way_and_each_group_five_parties():
    board = load_board()
    assert [len(names) for names in board.parties.values()] == [5] * 4
    assert len(board.ways) == 6
    assert len(board.cells) == 120
    assert all(cell.reason.endswith((".", "?")) for cell in board.cells.values())
    assert all(len(cell.reason.split()) <= 30 for cell in board.cells.values())


def test_a_cell_that_names_a_firm_a_court_or_a_study_has_a_dated_source():
    names = (
        "OpenAI",
        "Google",
        "Microsoft",
        "Meta",
        "ChatGPT",
        "study",
        "court made",
        "2023",
        "2025",
        "million",
    )
    for cell in load_board().cells.values():
        if any(name in cell.reason for name in names):
            assert cell.source, cell
    assert all(source["url"].startswith("https://") for source in CONTENT["sources"])


def test_under_tls_only_those_on_the_way_cannot_read():
    board = load_board()
    cannot = {party for (party, way), cell in board.cells.items() if way == "tls" and cell.answer == "cannot"}
    assert cannot == {"The café's Wi-Fi", "Whoever taps the cables"}


def test_a_promise_is_never_called_a_lock():
    for cell in load_board().cells.values():
        if "promise" in cell.reason.lower():
            assert cell.answer == "depends", cell


def spoil(change):
    content = copy.deepcopy(CONTENT)
    change(content)
    return content


@pytest.mark.parametrize(
    "change",
    [
        lambda c: c["parties"][0]["cells"].pop(),
        lambda c: c["parties"][0]["cells"][1]["ways"].append("plain"),
        lambda c: c["parties"][0]["cells"][0].update(verdict="maybe"),
        lambda c: c["parties"][0]["cells"][0].update(source="nobody"),
        lambda c: c["sources"][0].update(seen="yesterday"),
    ],
)
def test_a_gap_a_double_and_a_wrong_word_in_the_file_are_noticed(change):
    with pytest.raises((KeyError, TypeError, ValueError)):
        read_board(spoil(change))


def test_a_score_counts_right_trusting_and_fearful_guesses():
    board = load_board()
    wifi, safety = "The café's Wi-Fi", "Its safety team"
    found = score(
        {(wifi, "tls"): "can", (safety, "tls"): "cannot", (wifi, "plain"): "can", ("x", "y"): "can"}, board
    )
    assert (found.right, found.asked, found.trusting, found.fearful) == (1, 3, 1, 1)
    for answer in ANSWERS:
        whole = score(dict.fromkeys(board.cells, answer), board)
        assert whole.right == sum(cell.answer == answer for cell in board.cells.values())
