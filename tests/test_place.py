from privlessons.place import BINDER, HUB, OWN, UNKNOWN, place


def test_a_place_without_marks_is_unknown_and_its_boxes_are_shut():
    assert place({}) is UNKNOWN
    assert not UNKNOWN.own_data


def test_only_our_own_command_may_say_own_computer():
    assert place({"PRIVLESSONS_PLACE": "own"}) is OWN
    assert place({"PRIVLESSONS_PLACE": "Own "}) is UNKNOWN


def test_binder_is_told_from_a_hub_though_it_runs_one():
    marks = {"JUPYTERHUB_API_URL": "x", "BINDER_SERVICE_HOST": "y", "PRIVLESSONS_PLACE": "own"}

    assert place(marks) is BINDER


def test_a_class_server_is_never_an_own_computer():
    assert place({"JUPYTERHUB_USER": "a", "PRIVLESSONS_PLACE": "own"}) is HUB
    assert not HUB.own_data


def test_the_browser_edition_is_told_by_its_platform(monkeypatch):
    monkeypatch.setattr("sys.platform", "emscripten")

    assert place({}).name == "this browser"
