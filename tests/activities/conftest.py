"""The lesson that a module's cards belong to. The module names it, ``LESSON``, and its ``OPTIONS`` if any."""

import pytest

from privlessons.lesson import open_lesson


@pytest.fixture
def lesson(request, tmp_path, monkeypatch):
    """Open the module's lesson on an own computer, its boxes for own data open, nothing kept yet."""
    monkeypatch.setenv("PRIVLESSONS_HOME", str(tmp_path))
    monkeypatch.setenv("PRIVLESSONS_PLACE", "own")
    return open_lesson(request.module.LESSON, own_data=True, **getattr(request.module, "OPTIONS", {}))
