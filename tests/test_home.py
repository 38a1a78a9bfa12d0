from privlessons import home as module
from privlessons.home import home, packaged_home


def test_home_holds_lessons_and_data():
    assert (home() / "notebooks").is_dir()
    assert (home() / "data").is_dir()


def test_an_installed_package_has_its_home_inside(monkeypatch, tmp_path):
    (tmp_path / "_home").mkdir()
    monkeypatch.setattr(module, "files", lambda name: tmp_path)
    assert home() == packaged_home() == tmp_path / "_home"
