"""Fixtures for the tests that open real Chromium."""

import shutil

import pytest
from tests.conftest import running
from tests.offline import ROOT


@pytest.fixture(scope="session")
def fixture_folder(tmp_path_factory):
    """A running workbook that was opened with a teacher's folder: the notebooks made for tests."""
    root = tmp_path_factory.mktemp("folder")
    lessons = shutil.copytree(ROOT / "tests" / "fixtures" / "notebooks", root / "lessons")
    with running(root / "server", str(lessons)) as book:
        yield book
