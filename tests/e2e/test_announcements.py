# SPDX-License-Identifier: MIT
"""What a screen reader is told without asking: each message and result once, in the language of the moment."""

from pathlib import Path

import pytest

from onlinesvc_desktop.client.settings import BackendMode, Settings, save_settings
from tests.e2e.conftest import Launch
from tests.support.accessibility import ScreenReader
from tests.support.backend import Sample

WORDS = {
    "en": ("Autopro number", "Trace", "nine digits"),
    "fr": ("Numéro autopro", "Repérer", "neuf chiffres"),
}


@pytest.mark.parametrize("language", WORDS)
def test_a_result_and_a_refusal_are_announced_once(
    launch: Launch, reader: ScreenReader, data_dir: Path, sample: Sample, language: str
):
    field, button, slip = WORDS[language]
    save_settings(data_dir / "settings.json", Settings(backend_mode=BackendMode.EMBEDDED))
    program = launch("--data-dir", data_dir, "--language", language)
    number = reader.find("text", field)
    reader.listen()
    number.write("1234")
    reader.find("push button", button).press()
    assert sum(slip in one for one in reader.hear(slip)) == 1
    number.write(sample.numbers[60])
    reader.find("push button", button).press()
    heard = reader.hear(sample.numbers[60])
    assert heard[-1].startswith(f"{sample.numbers[60]}: ")
    assert not any(slip in one for one in heard)
    program.terminate()
    assert program.wait(20) == 0
