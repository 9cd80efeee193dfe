# SPDX-License-Identifier: MIT
"""Mappings as files: written by the command, one for each sender of a drop folder."""

import subprocess
import sys
from pathlib import Path

from onlinesvc_desktop.backend.intake.drop_folder import MAPPING_FILE, MAPPINGS_FOLDER, mapping_of
from tests.intake.test_foreign_tables import FOREIGN


def test_the_command_writes_a_mapping_that_takes_the_file_in(tmp_path: Path):
    backend = [sys.executable, "-m", "onlinesvc_desktop.backend", "--data-dir", str(tmp_path / "data")]
    file, out = tmp_path / "broker list.csv", tmp_path / "broker.toml"
    file.write_bytes(FOREIGN["a broker's list, American dates with the time in the same cell"].content)
    made = subprocess.run(
        [*backend, "mapping", file, "--name", "broker*", "--out", out], capture_output=True, text=True, check=False
    )
    assert (made.returncode, made.stderr) == (0, "")
    assert "800000004 D1 2025-11-18T14:05:11-05:00 Montreal QC CA, 560.0 kg" in made.stdout
    taken = subprocess.run([*backend, "import", file, "--mapping", out], capture_output=True, text=True, check=False)
    assert (taken.returncode, taken.stdout) == (0, f"{file}: 2 changed something, 0 changed nothing, 0 set aside\n")


def test_each_sender_of_a_drop_folder_has_a_mapping_of_its_own(tmp_path: Path):
    (tmp_path / MAPPINGS_FOLDER).mkdir()
    (tmp_path / MAPPINGS_FOLDER / "a.toml").write_text('[files]\nnames = ["canpar*"]\n[columns]\nstatus = "Etat"\n', "utf-8")
    (tmp_path / MAPPING_FILE).write_text('[columns]\nstatus = "Event"\n', "utf-8")
    assert mapping_of(tmp_path, "Canpar 11.csv").columns == {"status": "Etat"}
    assert mapping_of(tmp_path, "other.csv").columns == {"status": "Event"}
