# SPDX-License-Identifier: MIT
"""The embedded backend loads what it answers with, and no more: whoever starts the program waits for it."""

import re
import subprocess
import sys
from pathlib import Path

LATER = (
    "PIL",
    "alembic",
    "cryptography",
    "jinja2",
    "openpyxl",
    "psycopg",
    "reportlab",
    "sqlalchemy.dialects.postgresql",
    "zxcvbn",
)
"""Papers, upgrades, signatures, e-mails, spreadsheets, the other database, the strength of passwords."""


def test_what_waits_until_it_is_asked_for(data_dir: Path):
    command = ["-X", "importtime", "-m", "onlinesvc_desktop.backend", "--data-dir", str(data_dir), "serve", "--embedded"]
    done = subprocess.run(
        [sys.executable, *command], input="secret\n", stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=True
    )
    before, announced, _ = done.stdout.partition('{"host"')
    assert announced
    loaded = set(re.findall(r"^import time:.*\|\s*([\w.]+)$", before, re.MULTILINE))
    assert "sqlalchemy.dialects.sqlite" in loaded
    assert [name for name in LATER if name in loaded] == []
