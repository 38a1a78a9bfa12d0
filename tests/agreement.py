"""environment.yml, computed from requirements.txt: `python -m tests.agreement environment.yml`."""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
HEAD = """\
# Binder and conda install this. Written by `make requirements` from requirements.txt: change it there.
# The pins stand here in full, without hashes: a list read with -r or an editable install would be
# installed anew for every commit, and the list inside an environment file takes no hashes.
name: privlessons
channels:
  - conda-forge
dependencies:
  - python=3.12
  - pip
  - pip:
"""


def pins(text):
    """The requirement lines of a hashed requirements file, each `name==version` with its marker if any."""
    lines = re.findall(r"^([a-zA-Z0-9][^\\\n]*?)\s*\\?$", text, flags=re.MULTILINE)
    return [re.sub(r"\s+", " ", line) for line in lines]


def environment(requirements):
    """The whole text of environment.yml for a requirements file's text."""
    return HEAD + "".join(f'      - "{pin}"\n' for pin in pins(requirements))


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(environment((ROOT / "requirements.txt").read_text("utf-8")), "utf-8")
