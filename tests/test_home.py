"""Where the lessons and the data are found."""

import privlessons.home as room


def test_the_checkout_is_the_home_of_an_editable_install():
    assert (room.home() / "data/town/people.csv").is_file()
    assert (room.home() / "notebooks").is_dir()


def test_the_folder_inside_an_installed_package_comes_first(tmp_path, monkeypatch):
    monkeypatch.setattr(room, "files", lambda package: tmp_path)
    assert room.home() != tmp_path / "_home"
    (tmp_path / "_home").mkdir()
    assert room.home() == tmp_path / "_home"
