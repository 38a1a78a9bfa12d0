"""The lessons as parameters of tests: `make test` runs two of them, `make test-all` every one."""

import pytest

from tests.offline import ROOT

LESSONS = sorted((ROOT / "notebooks").glob("[0-9][0-9]-*.ipynb"))
QUICK = ("00", "02", "contents")  # the first, and the one that uses most of the kit


def in_turn(name, values=LESSONS, stem=lambda path: path.stem):
    """Run a test once for each lesson; those that take long and show the same again are marked slow."""
    return pytest.mark.parametrize(
        name,
        [
            pytest.param(
                value, id=stem(value), marks=() if stem(value).startswith(QUICK) else pytest.mark.slow
            )
            for value in values
        ],
    )
