"""Ten years of location points, and a history of a browser's whole life: streamed, within 400 MB."""

import json
import subprocess
import sys
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MEGABYTES = 400
READ = """
import json, sys
from privlessons.exports import read_export
from tests.peak import megabytes
trail = read_export(sys.argv[1])
shares, count = [], 0
for event in trail.events:
    count += 1
    if count % 10_000 == 0:
        shares.append(trail.progress())
print(json.dumps([count, megabytes(), shares, trail.progress(), trail.skipped]))
"""


def points(count):
    """Write records as Google does, a point every five minutes."""
    start = datetime(2014, 1, 1, tzinfo=UTC)
    yield '{"locations": ['
    for n in range(count):
        time = start + timedelta(minutes=5 * n)
        point = {
            "latitudeE7": 547000000 + n % 20000,
            "longitudeE7": 22000000 + n % 30000,
            "accuracy": 20,
            "activity": [{"activity": [{"type": "STILL", "confidence": 90}], "timestamp": time.isoformat()}],
            "source": "WIFI",
            "deviceTag": 123456,
            "timestamp": time.isoformat(),
        }
        yield f"{', ' if n else ''}{json.dumps(point, indent=1)}"
    yield "]}"


@pytest.mark.slow
def test_ten_years_of_location_points_are_streamed(tmp_path):
    count = 10 * 365 * 24 * 12
    path = tmp_path / "takeout.zip"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("Takeout/Location History/Records.json", "w", force_zip64=True) as file,
    ):
        for piece in points(count):
            file.write(piece.encode())
    command = [sys.executable, "-c", READ, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=590, cwd=ROOT)
    found, most, shares, end, skipped = json.loads(done.stdout)
    assert (found, end, skipped) == (count, 1, [])
    assert most < MEGABYTES
    assert shares == sorted(shares)
    assert len(set(shares)) > 50
