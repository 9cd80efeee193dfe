# SPDX-License-Identifier: MIT
"""docs/security.md has a line for each requirement of ASVS 5.0 at level 2, and names no test that is not there."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCUMENT = (ROOT / "docs" / "security.md").read_text("utf-8")
REQUIREMENTS = """
1.1:2 1.2:9 1.3:11 1.4:3 1.5:2 2.1:3 2.2:3 2.3:4 2.4:1 3.2:2 3.3:4 3.4:6 3.5:5 3.7:2 4.1:3 4.2:1 4.3:2 4.4:4 5.1:1 5.2:3
5.3:2 5.4:3 6.1:3 6.2:12 6.3:4 6.4:4 6.5:5 6.6:3 6.8:4 7.1:3 7.2:4 7.3:2 7.4:5 7.5:2 7.6:2 8.1:2 8.2:3 8.3:1 8.4:1 9.1:3
9.2:4 10.1:2 10.2:2 10.3:4 10.4:11 10.5:5 10.6:2 10.7:3 11.1:2 11.2:3 11.3:3 11.4:4 11.5:1 11.6:1 12.1:3 12.2:2 12.3:4
13.1:1 13.2:5 13.3:2 13.4:5 14.1:2 14.2:4 14.3:3 15.1:3 15.2:3 15.3:7 16.1:1 16.2:5 16.3:4 16.4:3 16.5:3 17.1:1 17.2:4
17.3:2
"""
"""Each section with how many of its requirements are of level 1 or 2; they come first in each."""


def required() -> set[str]:
    sections = (one.split(":") for one in REQUIREMENTS.split())
    return {f"{section}.{number}" for section, count in sections for number in range(1, int(count) + 1)}


def said() -> set[str]:
    """Return every number that a line begins with, alone, in a list, as a range, or as its whole section."""
    found = set[str]()
    for line in DOCUMENT.splitlines():
        match = re.match(r"\| ([0-9][0-9., -]*) \||([0-9]+\.[0-9.]+(?:, [0-9.]+)*): ", line)
        for part in (match[1] or match[2]).split(",") if match else ():
            first, _, last = (one.strip() for one in part.partition("-"))
            section, _, number = first.rpartition(".")
            numbers = range(int(number), int((last or number).rpartition(".")[2]) + 1)
            found |= {f"{section}.{at}" for at in numbers} if first.count(".") == 2 else {first}
    return found


def test_every_requirement_of_level_2_has_its_line():
    lines = said()
    assert sorted(one for one in required() if one not in lines and one.rpartition(".")[0] not in lines) == []


def test_every_test_that_is_named_exists():
    files = {file.name for file in (ROOT / "tests").rglob("test_*.py")}
    assert set(re.findall(r"`(test_\w+\.py)`", DOCUMENT)) <= files
