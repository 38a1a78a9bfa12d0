"""Nothing leaves the machine: first that the guard catches what it should, then that nobody tries."""

import sys

import pytest

from tests.offline import cut_off, run_offline

CALL_OUT = "import urllib.request as u; u.urlopen('http://203.0.113.7/', timeout=5)"
CALL_HERE = """
import socket
with socket.create_server(("127.0.0.1", 0)) as s, socket.create_connection(s.getsockname()): print("met")
"""
FIND = """
from privlessons import find_personal_data, redact
texts = ["hi, i'm Rosa Quill, write to rosa@example.com or call 07700 900123", "see www.example.org/rosa"]
found = find_personal_data(texts)
assert any(f.kind == "EMAIL_ADDRESS" for f in found[0]), found
print(redact(texts[0], found[0]))
"""


def python(code):
    return [sys.executable, "-c", code]


def test_the_guard_refuses_and_notes_a_call_to_another_machine(tmp_path):
    done, calls = run_offline(python(CALL_OUT), tmp_path)
    assert done.returncode != 0
    assert any("203.0.113.7" in call for call in calls)


def test_the_guard_lets_this_machine_talk_to_itself(tmp_path):
    done, calls = run_offline(python(CALL_HERE), tmp_path)
    assert done.stdout.strip() == "met", done.stderr
    assert not calls


def test_where_the_system_allows_it_there_is_no_network_at_all(tmp_path):
    if not cut_off():
        pytest.skip("this system doesn't allow `unshare -rn`; the guard inside Python was used alone")
    code = "print(*[line.split(':')[0].strip() for line in list(open('/proc/net/dev'))[2:]])"
    done, _ = run_offline(python(code), tmp_path)
    assert done.stdout.split() == ["lo"], done.stderr


def test_finding_personal_data_calls_nobody(tmp_path):
    done, calls = run_offline(python(FIND), tmp_path)
    assert done.returncode == 0, done.stderr
    assert "rosa@example.com" not in done.stdout
    assert not calls
