# SPDX-License-Identifier: MIT
"""The program loads before its first paint what the window shows, and no more: whoever starts it waits for every module."""

import json
import os
import subprocess
import sys

import pytest

from onlinesvc_desktop.client.paths import Paths
from onlinesvc_desktop.client.settings import BackendMode, Settings, save_settings

_START = """
import json, os, sys
from pathlib import Path
from onlinesvc_desktop.desktop.ground import prepare_ground
from onlinesvc_desktop.desktop.options import Options

options = Options(data_dir=Path(sys.argv[1]))
ground = prepare_ground(options)
from onlinesvc_desktop.desktop import application

def painted(*_parts):
    print(json.dumps(sorted(sys.modules)), flush=True)
    os._exit(0)

application._after_first_paint = painted
application.run_window(options, ground)
"""
_SIGN_IN = """
import sys
from tests.bench.interface import _running, _sign_in, _until

with _running() as (program, sample):
    _until(lambda: "onlinesvc_desktop.desktop.services.tracing.page" in sys.modules)
    print("onlinesvc_desktop.desktop.services.bill_of_lading.page" in sys.modules)
    _sign_in(program, sample)
    _until(lambda: "onlinesvc_desktop.desktop.services.user_profile.page" in sys.modules)
    print("onlinesvc_desktop.desktop.services.bill_of_lading.page" in sys.modules)
    print("onlinesvc_desktop.desktop.services.administration.page" in sys.modules)
"""
OTHERS = (
    "PIL",
    "PySide6.QtNetwork",
    "PySide6.QtPrintSupport",
    "keyring",
    "openpyxl",
    "pypdfium2",
    "pyqtgraph",
    "reportlab",
    "requests",
    "sqlalchemy",
    "sqlite3",
    "ssl",
    "truststore",
    "zxcvbn",
)
"""Network, keyring, files of spreadsheets, papers, maps, databases."""
OUR_OWN = (
    "contract.bill_of_lading",
    "contract.claims",
    "contract.invoices",
    "contract.operations",
    "contract.pickup",
    "contract.templates",
    "desktop.address_book",
    "desktop.help.body",
    "desktop.kept_book",
    "desktop.papers",
    "desktop.places.today",
    "desktop.shipping_flow",
    "desktop.watch_list",
    "desktop.widgets.suggestions",
)
"""What brings most of the contract with it, or is seen only later."""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    folder = tmp_path_factory.mktemp("start")
    save_settings(Paths(folder).settings, Settings(backend_mode=BackendMode.EMBEDDED))
    done = subprocess.run([sys.executable, "-c", _START, str(folder)], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout))


def test_libraries_wait_until_they_are_needed(loaded: set[str]):
    assert "PySide6.QtWidgets" in loaded
    assert [name for name in OTHERS if name in loaded] == []


def test_parts_that_are_seen_later_wait(loaded: set[str]):
    assert "onlinesvc_desktop.desktop.main_window" in loaded
    assert [name for name in OUR_OWN if f"onlinesvc_desktop.{name}" in loaded] == []


def test_nothing_of_a_service_is_loaded(loaded: set[str]):
    assert [name for name in loaded if name.startswith("onlinesvc_desktop.desktop.services")] == []


def test_services_are_loaded_for_whoever_signs_in_and_finds_them():
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", _SIGN_IN], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout.split() == ["False", "True", "False"]
