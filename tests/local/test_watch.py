"""The watch sees what really happens: calls, open connections, programs; and tells here from elsewhere."""

import contextlib
import socket
import subprocess
import sys

import pytest

from privlessons.local.watch import Watch, card_bytes, connections, far_ends, is_here

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux lists open connections as files")
ELSEWHERE = "192.0.2.1"  # an address for examples, which nobody has (RFC 5737)


def test_work_that_calls_nobody_is_seen_as_such():
    with Watch() as watch:
        sum(range(1000))
    assert watch.seen.called == ()
    assert watch.seen.nothing_left


def test_a_call_to_this_machine_is_heard_and_is_no_way_out():
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        with Watch() as watch, socket.create_connection(("127.0.0.1", port)):
            pass
    assert f"127.0.0.1:{port}" in watch.seen.called
    assert watch.seen.called_elsewhere == ()


def test_a_call_to_another_machine_is_heard():
    line = socket.socket(type=socket.SOCK_DGRAM)
    with Watch() as watch, line, contextlib.suppress(OSError):
        line.connect((ELSEWHERE, 9))  # done or refused: it was tried, and nothing is sent
    assert watch.seen.called_elsewhere == (f"{ELSEWHERE}:9",)
    assert not watch.seen.nothing_left


def test_a_started_program_is_counted_since_it_could_call():
    with Watch() as watch:
        subprocess.run([sys.executable, "-c", ""], check=True)
    assert watch.seen.programs
    assert not watch.seen.nothing_left


@LINUX
def test_open_connections_are_found_with_their_far_ends():
    with socket.create_server(("127.0.0.1", 0)) as server:
        before = connections()
        with socket.create_connection(server.getsockname()) as line:
            assert f"127.0.0.1:{server.getsockname()[1]}" in connections()
            assert len(connections()) == len(before) + 1
            assert line
    with socket.socket(type=socket.SOCK_DGRAM) as line:
        try:
            line.connect((ELSEWHERE, 9))  # sends nothing
        except OSError:
            pytest.skip("this machine has no way to other machines")
        with Watch() as watch:
            pass
        assert watch.seen.open_elsewhere >= 1


def test_where_the_system_does_not_tell_it_is_none(tmp_path):
    with Watch(tmp_path) as watch:
        pass
    assert (watch.seen.open_here, watch.seen.open_elsewhere, watch.seen.card_bytes) == (None, None, None)
    assert watch.seen.nothing_left


def test_cards_are_added_up_without_loopback(tmp_path):
    (tmp_path / "net").mkdir()
    counts = "{} 1 0 0 0 0 0 0 {} 1 0 0 0 0 0 0"
    rows = [f"{name}: {counts.format(5, sent)}" for name, sent in (("lo", 100), ("eth0", 7), ("wlan0", 30))]
    (tmp_path / "net/dev").write_text("a\nb\n" + "\n".join(rows))
    assert card_bytes(tmp_path) == 37


def test_a_table_of_connections_is_read_in_both_families():
    row = "  0: 0100007F:1F90 {} 01 0:0 0:0 0 0 0 {} 1"
    table = "\n".join(
        [
            "head",
            row.format("010200C0:01BB", 11),
            row.format("00000000:0000", 12),
            row.format("B80D0120000000000000000001000000:0050", 13),
            "broken",
        ]
    )
    if sys.byteorder == "little":
        assert far_ends(table) == {"11": "192.0.2.1:443", "13": "2001:db8::1:80"}


@pytest.mark.parametrize(
    ("address", "here"),
    [
        ("127.0.0.1:80", True),
        ("::1:80", True),
        ("::ffff:127.0.0.1:80", True),
        ("unix", True),
        ("name localhost", True),
        ("name 127.0.0.1", True),
        ("192.0.2.1:80", False),
        ("fe80::1%eth0:80", False),
        ("name example.com", False),
        ("localhost.example.com:80", False),
    ],
)
def test_only_loopback_counts_as_here(address, here):
    assert is_here(address) is here
