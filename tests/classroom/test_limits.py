from privlessons.classroom import limits
from privlessons.classroom.limits import Wrongs


def test_who_is_wrong_too_often_waits_a_minute_and_nobody_else_does():
    wrongs = Wrongs(most=3, seconds=60)
    for now in (0, 1, 2):
        assert not wrongs.too_many("a", now)
        wrongs.wrong("a", now)
    assert wrongs.too_many("a", 3)
    assert not wrongs.too_many("b", 3)
    assert not wrongs.too_many("a", 60.5)


def test_no_address_is_held():
    wrongs = Wrongs()
    wrongs.wrong("192.0.2.77", 0)
    assert "192.0.2.77" not in repr(wrongs.__dict__)


def test_a_flood_of_addresses_does_not_fill_the_memory(monkeypatch):
    monkeypatch.setattr(limits, "MOST_KEYS", 50)
    wrongs = Wrongs()
    for i in range(500):
        wrongs.wrong(str(i), i)
    assert len(wrongs._seen) == 50
    assert not wrongs.too_many("499", 500)
