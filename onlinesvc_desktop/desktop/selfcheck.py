# SPDX-License-Identifier: MIT
"""``onlinesvc-desktop --selfcheck``: prove from inside that everything the program needs was shipped with it."""

import ssl
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialogButtonBox

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.embedded import EmbeddedBackend, ToolRun
from onlinesvc_desktop.client.paths import Paths
from onlinesvc_desktop.client.secret_store import SecretStore
from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.contract.status import Stage
from onlinesvc_desktop.contract.tracing import GET_SHIPMENT
from onlinesvc_desktop.desktop.application import make_application
from onlinesvc_desktop.desktop.connection import DEFAULT_PHONE_NUMBERS
from onlinesvc_desktop.desktop.help.topics import all_topics
from onlinesvc_desktop.desktop.icons import program_icon, stage_icon_name
from onlinesvc_desktop.desktop.language import LanguageService
from onlinesvc_desktop.desktop.words.status import stage_words
from onlinesvc_desktop.shipped import shipped


class MissingError(Exception):
    """A part is not there, or not whole."""


def run_selfcheck() -> int:
    """Print a line per check; 0 when all of them hold."""
    application = make_application()
    language = LanguageService(Language.FRENCH)
    checks: dict[str, Callable[[], None]] = {
        "French catalogue": _french,
        "Qt's own French texts": _qt_french,
        "icons": _icons,
        "help topics": _help,
        "system keyring": _keyring,
        "certificates": _certificates,
        "plots, workbooks, paper": _documents,
        "licences and parts list": _papers,
        "installation": _installation,
        "embedded backend": _embedded,
    }
    failed = 0
    for name, check in checks.items():
        try:
            check()
        except Exception as error:  # noqa: BLE001 - whatever is wrong with a part, the others are still checked
            failed += 1
            sys.stdout.write(f"FAILED  {name}: {type(error).__name__}: {error}\n")
        else:
            sys.stdout.write(f"ok      {name}\n")
    del language, application
    return 1 if failed else 0


def _must(condition: bool, what: str) -> None:
    if not condition:
        raise MissingError(what)


def _french() -> None:
    _must(stage_words(Stage.DELIVERED) == "Livré", "translations/onlinesvc_fr.qm")


def _qt_french() -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    _must(box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Annuler", "qtbase_fr.qm")
    QCoreApplication.processEvents()


def _icons() -> None:
    _must(not program_icon().pixmap(32, 32).isNull(), "app.svg")
    for stage in Stage:
        name = stage_icon_name(stage)
        _must(shipped("resources", "icons", f"{name}.svg").is_file(), f"{name}.svg")


def _help() -> None:
    for language in Language:
        _must(all(topic.text for topic in all_topics(language, DEFAULT_PHONE_NUMBERS)), language)


def _keyring() -> None:
    """Any outcome will do: a keyring may be locked or absent, but asking must work."""
    SecretStore(lambda: "selfcheck").load("nobody")


def _certificates() -> None:
    import truststore

    truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def _documents() -> None:
    import openpyxl
    import pyqtgraph
    from PySide6.QtPrintSupport import QPrinterInfo

    _must(pyqtgraph.PlotWidget() is not None, "a plot")
    _must(openpyxl.Workbook().active is not None, "a workbook")
    QPrinterInfo.availablePrinterNames()


def _papers() -> None:
    """The frozen folder holds the licences of everything in it, and a list of its parts."""
    import json

    if getattr(sys, "frozen", False):
        notice = shipped("NOTICE.txt").read_text("utf-8")
        parts = json.loads(shipped("sbom.cdx.json").read_text("utf-8"))["components"]
        _must(all(part["name"] in notice for part in parts if part["type"] == "library"), "NOTICE.txt")
        _must({"requests", "keyring", "SQLAlchemy", "cryptography"} <= {part["name"] for part in parts}, "sbom.cdx.json")


def _installation() -> None:
    for name in ("install.sh", "onlinesvc-backend.service", "onlinesvc-desktop.desktop", "onlinesvc-desktop.iss"):
        _must(shipped("resources", "packaging", name).is_file(), name)


def _embedded() -> None:
    with tempfile.TemporaryDirectory() as folder:
        embedded = EmbeddedBackend(Paths(Path(folder)))
        report = embedded.make_sample(20, 1, lambda _done: None, ToolRun())
        _must(report is not None, "sample data")
        client = ApiClient(embedded.start())
        number = report.autopro_numbers[0] if report is not None else ""
        _must(client.send(GET_SHIPMENT, autopro=number).autopro_number == number, "a traced shipment")
        client.close()
        embedded.stop()
