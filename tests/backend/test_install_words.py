# SPDX-License-Identifier: MIT
"""Whoever installs reads French on a French system: the script by running it, the Windows installer by its texts."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGING = Path(__file__).parents[2] / "resources" / "packaging"


def run(folder: Path, home: Path, language: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "XDG_"))}
    environment = kept | {"HOME": str(home), "LANG": language, "XDG_DATA_HOME": str(home / "share")}
    command = ["sh", str(folder / "install.sh"), *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.skipif(sys.platform == "win32", reason="a script for Linux")
@pytest.mark.parametrize(
    ("language", "words"),
    [("fr_CA.UTF-8", "n’est pas à côté"), ("en_CA.UTF-8", "is not beside"), ("C", "is not beside")],
)
def test_the_script_speaks_the_language_of_the_system(tmp_path: Path, language: str, words: str):
    folder = tmp_path / "a" / "b" / "c" / "program"
    folder.mkdir(parents=True)
    shutil.copy(PACKAGING / "install.sh", folder)
    failed = run(folder, tmp_path, language)
    assert failed.returncode == 1
    assert words in failed.stderr


def test_every_line_of_the_script_that_is_shown_has_both_languages():
    text = (PACKAGING / "install.sh").read_text("utf-8").replace("\\\n", " ")
    said = re.findall(r'^\s*say "[^"]+"\s+"[^"]+"', text, re.MULTILINE)
    assert len(said) == len(re.findall(r"^\s*say ", text, re.MULTILINE)) == 4
    assert len(re.findall(r"\becho\b", text)) == 2


def test_the_shortcuts_of_windows_bear_the_name_in_the_language_of_the_installer():
    text = (PACKAGING / "onlinesvc-desktop.iss").read_text("utf-8")
    assert "en.Program=Online Services" in text
    assert "fr.Program=Services en ligne" in text
    assert re.findall(r'^Name: "\{(?:group|autodesktop)\}\\([^"]+)"', text, re.MULTILINE) == ["{cm:Program}"] * 2
