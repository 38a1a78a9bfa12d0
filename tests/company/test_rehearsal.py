import json
import re

from tests.offline import ROOT


def test_what_the_rehearsal_says_of_the_law_agrees_with_the_dated_rows_of_rights():
    folder = ROOT / "data" / "facts"
    told = {row["id"]: row for row in json.loads((folder / "rehearsal.json").read_text("utf-8"))}
    places = json.loads((folder / "rights.json").read_text("utf-8"))
    [europe] = [place for place in places if place["id"] == "eu_gdpr"]
    rights = {right["kinds"][0]: right for right in europe["rights"]}
    access, erasure = rights["access"], rights["erasure"]

    assert access["rule"] == erasure["rule"]
    assert (access["rule"]["value"], access["rule"]["unit"]) == (1, "months")
    assert "within one month" in told["month"]["says"]
    assert access["more"]["value"] - access["rule"]["value"] == 2
    assert "two months more" in told["extension"]["says"]
    for kind, right in (("access", access), ("erasure", erasure)):
        article = re.search(r"Articles? (\d+)", right["basis"])[1]
        assert re.search(rf"articles? {article}\b", told[kind]["basis"])
    assert {row["check_by"] for row in told.values()} == {access["check_by"]}
