# SPDX-License-Identifier: MIT
"""The main job once through the accessibility bus: what a screen reader finds is what makes the program usable."""

import json
from pathlib import Path

from onlinesvc_desktop.client.settings import BackendMode, Settings, save_settings
from tests.e2e.conftest import Launch
from tests.support.accessibility import ScreenReader
from tests.support.backend import Sample


def test_locked_home_sign_in_keys_gone_trace_french_sign_out(
    launch: Launch, reader: ScreenReader, data_dir: Path, sample: Sample, tmp_path: Path
):
    assert not (data_dir / "settings.json").exists(), "a folder with a filled database opens on it"
    log = tmp_path / "requests.jsonl"
    program = launch("--data-dir", data_dir, "--language", "en", "--request-log", log)

    reader.find("push button", "Shipment report, locked").press()
    reader.find("text", "Access code").write(sample.english_customer.access_code)
    reader.find("text", "Password").write(sample.english_customer.password)
    reader.find("push button", "Sign in").press()

    reader.find("table", "Your shipments")
    reader.find("push button", "Back to the services (Esc)").press()
    reader.find("push button", "Shipment report")
    assert not [one for one in reader.all("push button") if one.name.endswith(", locked") and one.is_showing()]

    number = sample.numbers[60]
    reader.find("text", "Autopro number").write(f"{number[:3]} {number[3:6]}-{number[6:]}")
    reader.find("push button", "Trace").press()
    history = reader.find("table", "History, newest first")
    statuses = [history.cell(row, 1).name for row in range(5)]
    assert all(status.startswith("Status: ") for status in statuses), statuses

    def asked_for() -> int:
        """Count what was asked; the watch list looks for changes by itself now and then."""
        return sum("/v1/changes" not in line for line in log.read_text().splitlines())

    asked = asked_for()
    reader.find("push button", "Français").press()
    reader.find("table", "Historique, du plus récent au plus ancien")
    reader.find("text", "Numéro autopro")
    assert asked_for() == asked

    reader.find("push button", "Fermer la session").press()
    reader.find("push button", "Ouvrir la session")
    reader.wait_for(lambda _: any("DELETE" in line for line in log.read_text().splitlines()))
    assert {json.loads(line)["status"] for line in log.read_text().splitlines()} <= {200, 201, 204}
    program.terminate()
    assert program.wait(20) == 0


def test_every_control_on_the_screen_has_a_name(launch: Launch, reader: ScreenReader, data_dir: Path):
    save_settings(data_dir / "settings.json", Settings(backend_mode=BackendMode.EMBEDDED))
    program = launch("--data-dir", data_dir, "--language", "en")
    reader.find("push button", "Sign in")
    controls = {"push button", "text", "password text", "check box", "combo box", "table", "list"}
    unnamed = [one.identifier for one in reader.all() if one.role in controls and one.is_showing() and not one.name]
    assert unnamed == []
    program.terminate()
    assert program.wait(20) == 0
