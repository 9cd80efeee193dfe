# SPDX-License-Identifier: MIT
"""The clerk's morning by keyboard alone, in French: price, bill, labels, pickup; again without a link; all arrives once.

Papers go to files, as the system's dialog writes them; everything else is the real window against a server in a process of
its own, which is killed in between. ``docs/keystrokes.md`` says what a morning costs.
"""

import os
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QWindow
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from onlinesvc_desktop.client.settings import BackendMode, Settings
from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.desktop.services.bill_of_lading.page import BillOfLadingPage
from onlinesvc_desktop.desktop.shipping_flow import Mark, Step
from tests.bill_of_lading.papers import codes_of
from tests.desktop.conftest import Clerk, Start
from tests.support.backend import Sample, Server, free_port, process
from tests.test_house_rules import ROOT

_MOST_TABS = 80
_ALT, _CONTROL, _NONE = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.NoModifier,
)
_UNITS = 2
_ROW = re.compile(r"\| (?P<what>[^|]+) \| (?P<keys>\d+) \| (?P<letters>\d+) \|")
_SHIPPER = {"name": "Aciers Val-Clair inc.", "address1": "12 rue du Parc", "telephone": "4185550142", "save": " "}
_CONSIGNEE = {"name": "Quincaillerie Maple Ridge", "address1": "77 Dock Road", "telephone": "4165550142", "save": " "}


class Hand:
    """A hand that never leaves the keyboard; it counts the letters of texts, and every other key."""

    def __init__(self, clerk: Clerk) -> None:
        self.clerk = clerk
        self.keys = self.letters = 0

    @property
    def at(self) -> str:
        focused: QWidget | None = self.clerk.window.focusWidget()
        return "" if focused is None else focused.objectName()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = _NONE) -> None:
        self.keys += 1
        QTest.keyClick(self._window(), key, modifier)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        self.letters += len(text)
        for letter in text:
            QTest.keyClick(self._window(), ord(letter))
        QApplication.processEvents()

    def _window(self) -> QWindow:
        self.clerk.in_front()
        window: QWindow = self.clerk.window.windowHandle()
        return window

    def tab_to(self, name: str) -> None:
        """Go to a field by Tab."""
        seen: list[str] = []
        while self.at != name:
            assert len(seen) < _MOST_TABS, f"Tab leads to {name}: {seen}"
            self.press(Qt.Key.Key_Tab)
            seen.append(self.at)

    def fill(self, owner: str, texts: dict[str, str]) -> None:
        for name, text in texts.items():
            self.tab_to(f"{owner}.{name}")
            self.type(text)

    def open(self, words: str, first: str) -> None:
        """Open a service by its name."""
        self.press(Qt.Key.Key_K, _CONTROL)
        self.type(words)
        self.press(Qt.Key.Key_Return)
        self.clerk.wait(lambda: self.at == first)

    def shot(self, name: str) -> None:
        """Keep a picture of the window where somebody wants to look at it."""
        if folder := os.environ.get("MORNING_SHOTS"):
            self.clerk.window.grab().save(str(Path(folder) / f"{name}.png"))


class Printer:
    """The system's print dialog with a file chosen as the printer: Enter prints."""

    def __init__(self, folder: Path, hand: Hand) -> None:
        self._folder = folder
        self._hand = hand
        self.files: list[Path] = []
        self.names: list[str] = []

    def dialog(self, made: QPrintDialog) -> int:
        self._hand.keys += 1
        file = self._folder / f"printed{len(self.files) + 1}.pdf"
        printer = made.printer()
        self.names.append(printer.docName())
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(file))
        self.files.append(file)
        return 1


@contextmanager
def serving_until_killed(data_dir: Path, port: int) -> Iterator[Server]:
    with process(data_dir, "--port", str(port), kill=True) as server:
        yield server


def next_monday() -> date:
    today = datetime.now(UTC).date()
    return today + timedelta(days=7 - today.weekday())


def quote(hand: Hand, day: date) -> None:
    """Price a shipment from postal codes, sizes and a day alone, and take the price into a bill."""
    hand.open("soumission", "rateQuote.origin")
    hand.type("g5l1a1")
    hand.fill("rateQuote", {"destination": "m5v2t6", "shipDate": f"{day:%Y%m%d}"})
    hand.fill("rateQuote.line", {"count": str(_UNITS), "length": "48", "width": "40", "height": "60", "weight": "620"})
    hand.press(Qt.Key.Key_Return)
    hand.clerk.wait(lambda: hand.clerk.sees("rateQuote.total"))
    hand.shot("1-quote")
    hand.press(Qt.Key.Key_Return)
    hand.clerk.wait(lambda: hand.clerk.sees("billOfLading.page") and hand.at == "billOfLading.shipDate")


def goods(hand: Hand) -> None:
    hand.fill("billOfLading.goods.line", {"description": "Boulons", "pieces": "24"})


def issue(hand: Hand) -> str:
    hand.press(Qt.Key.Key_Return)
    hand.clerk.wait(lambda: hand.clerk.sees("billOfLading.reference") and hand.at == "billOfLading.print")
    hand.shot("2-bill")
    return hand.clerk.text("billOfLading.reference")


def print_papers(hand: Hand, printer: Printer) -> None:
    """Print the bill and its labels."""
    for key in (Qt.Key.Key_I, Qt.Key.Key_T):
        before = len(printer.files)
        hand.press(key, _ALT)
        hand.clerk.wait(partial(_has_more, printer, before))
        hand.clerk.wait(lambda: hand.clerk.find("billOfLading.printLabels").isEnabled())


def _has_more(printer: Printer, before: int) -> bool:
    return len(printer.files) > before and printer.files[-1].exists()


def book(hand: Hand) -> None:
    """Request the pickup of the bill that was just issued."""
    hand.press(Qt.Key.Key_R, _ALT)
    hand.clerk.wait(lambda: hand.clerk.sees("pickup.page") and hand.at.startswith("pickup."))
    hand.fill("pickup.contact", {"name": "Jean Roy"})
    hand.press(Qt.Key.Key_Return)
    hand.clerk.wait(lambda: hand.at in ("pickup.copyReference", "pickup.another"))
    hand.shot("3-pickup")


def ledger_of(server: Server, sample: Sample, numbers: list[str]) -> dict[str, Any]:
    token = server.token(sample.customer)

    def items(path: str) -> list[dict[str, Any]]:
        return list(server.ask("GET", path, token).json()["items"])

    bills = [one["bol_number"] for one in items("/v1/bills-of-lading")]
    pickups = [one["confirmation_number"] for one in items("/v1/pickups")]
    whole = [server.ask("GET", f"/v1/pickups/{number}", token).json() for number in pickups]
    fetched = [number for one in whole for item in one["items"] if (number := item.get("bol_number")) in numbers]
    traced = [server.ask("GET", f"/v1/shipments/{number[1:]}").json()["status"]["code"] for number in bills]
    return {"bills": sorted(bills), "fetched": sorted(fetched), "statuses": traced}


@pytest.mark.timeout(400)
def test_a_morning_by_keyboard_in_french_once_with_and_once_without_a_link(  # noqa: PLR0915 - one morning from end to end
    start: Start, data_dir: Path, tmp_path: Path, sample: Sample, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("ONLINESVC_WITNESS_DIR", str(tmp_path / "witnesses"))
    port, day = free_port(), next_monday()
    costs: dict[str, tuple[int, int]] = {}
    with serving_until_killed(data_dir, port):
        clerk = start(
            tmp_path / "clerk",
            Settings(backend_mode=BackendMode.SERVER, server_url=f"http://127.0.0.1:{port}"),
            Language.FRENCH,
        )
        clerk.wait_online()
        clerk.program.language.switch_to(Language.FRENCH)
        hand = Hand(clerk)
        printer = Printer(tmp_path, hand)
        monkeypatch.setattr(QPrintDialog, "exec", lambda dialog: printer.dialog(dialog))
        clerk.in_front()
        hand.press(Qt.Key.Key_L, _CONTROL)
        hand.type(sample.customer.access_code)
        hand.press(Qt.Key.Key_Tab)
        hand.type(sample.customer.password)
        hand.press(Qt.Key.Key_Return)
        clerk.wait(lambda: clerk.program.session.is_open)
        hand.keys = hand.letters = 0
        quote(hand, day)
        hand.fill("billOfLading.shipper", _SHIPPER)
        hand.fill("billOfLading.consignee", _CONSIGNEE)
        goods(hand)
        numbers = [issue(hand)]
        print_papers(hand, printer)
        book(hand)
        assert clerk.sees("pickup.reference")
        costs["with"] = hand.keys, hand.letters
        page = clerk.window.findChild(BillOfLadingPage, "billOfLading.page")
        assert isinstance(page, BillOfLadingPage)
        lent, where = page.workplace.lent_numbers, page._lending._server()
        clerk.wait(lambda: lent.left(sample.customer.access_code, where) > 0)
        clerk.wait(lambda: clerk.program.address_book.loaded and not clerk.program.unsent.items)
    # The server is gone, and nobody has told the clerk.
    hand.keys = hand.letters = 0
    hand.open("connaissement", "billOfLading.print")
    hand.press(Qt.Key.Key_A, _ALT)
    clerk.wait(lambda: hand.at == "billOfLading.shipDate")
    hand.type(f"{day:%Y%m%d}")
    for role, words in (("shipper", "val"), ("consignee", "maple")):
        hand.tab_to(f"billOfLading.{role}.find")
        hand.type(words)
        hand.press(Qt.Key.Key_Return)
    hand.fill("billOfLading.line", {"count": str(_UNITS), "length": "48", "width": "40", "height": "60", "weight": "620"})
    goods(hand)
    numbers.append(issue(hand))
    print_papers(hand, printer)
    book(hand)
    costs["without"] = hand.keys, hand.letters
    assert not clerk.sees("pickup.reference")
    waiting = [one.kind for one in clerk.program.unsent.items]
    assert waiting == ["bill_of_lading", "bill_print", "bill_print", "pickup"]
    flow = clerk.program.window.flow_strip._flow
    assert [flow.stand(step).mark for step in Step] == [Mark.OPEN, Mark.WAITING, Mark.DONE, Mark.WAITING]
    with serving_until_killed(data_dir, port) as server:
        clerk.program.connection.try_now()
        clerk.wait(lambda: not clerk.program.unsent.items)
        clerk.wait(lambda: [flow.stand(step).mark for step in Step][1:] == [Mark.DONE] * 3)
        found = ledger_of(server, sample, numbers)
    printed = [code for file in printer.files for page_codes in codes_of(file.read_bytes()) for code in page_codes]
    on_paper = Counter(code for code in printed if code.startswith("B"))
    labels = sorted(code for code in printed if code.endswith(("001", "002")) and len(code) == 12)
    assert set(on_paper) == set(numbers)
    assert printer.names == [name for number in numbers for name in (number, f"{number} étiquettes 1 à {_UNITS}")]
    assert labels == sorted(f"{number[1:]}{unit:03}" for number in numbers for unit in range(1, _UNITS + 1))
    assert found == {"bills": sorted(numbers), "fetched": sorted(numbers), "statuses": ["XB", "XB"]}
    told = {row["what"]: (int(row["keys"]), int(row["letters"])) for row in _ROW.finditer(_document())}
    assert costs == {"with": told["Price, bill, papers, pickup"], "without": told["The same without a link"]}
    clerk.program.language.switch_to(Language.ENGLISH)


def _document() -> str:
    return (ROOT / "docs" / "keystrokes.md").read_text("utf-8")
