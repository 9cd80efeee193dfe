# SPDX-License-Identifier: MIT
"""Ten thousand odd files become the rows and rejects that they became before intake was made faster, byte for byte.

The gate takes every tenth hundred, which costs a quarter of a minute; ``ODD_FILES=all`` in the environment takes them all.
Where one differs, ``python -m tests.support.odd_rows NUMBER`` prints its rows, to be compared with an earlier version's.
"""

import os
from pathlib import Path

import pytest

from tests.support.odd_files import FILES, HUNDRED
from tests.support.odd_rows import KEPT, OddRows

STEP = 1 if os.environ.get("ODD_FILES") == "all" else 10


@pytest.fixture(scope="module")
def odd_rows(tmp_path_factory: pytest.TempPathFactory) -> OddRows:
    return OddRows(tmp_path_factory.mktemp("odd"))


@pytest.mark.parametrize("hundred", range(0, FILES // HUNDRED, STEP))
def test_odd_files_become_the_rows_they_became_before(odd_rows: OddRows, hundred: int):
    kept = KEPT.read_text("ascii").splitlines()[hundred].split()
    found = odd_rows.line_of(hundred).split()
    assert found[1] == kept[1], "the files are other ones: their samples or damages changed; write the digests anew"
    assert found[2] == kept[2], f"python -m tests.support.odd_rows {hundred}"


def test_digests_of_all_hundreds_are_kept():
    lines = Path(KEPT).read_text("ascii").splitlines()
    assert [int(line.split()[0]) for line in lines] == list(range(FILES // HUNDRED))
