# SPDX-License-Identifier: MIT
"""The ten commonest jobs in the real window, by keys and clicks that are counted: docs/keystrokes.md says what they cost."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QTableView

from onlinesvc_desktop.contract.codes import Language
from tests.desktop.conftest import Clerk
from tests.support.backend import Sample
from tests.support.forms import fill

TABLE = Path(__file__).parents[2] / "docs" / "keystrokes.md"
ROW = re.compile(r"\| (?P<job>[^|]+) \| (?P<how>[^|]+) \| (?P<keys>\d+) \| (?P<clicks>\d+) \| (?P<most>\d+) \|")
CONTROL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Hand:
    """Presses keys in whichever window has the focus, and counts; what a person has in mind to type is not counted."""

    def __init__(self, clerk: Clerk) -> None:
        self.clerk = clerk
        self.keys = self.clicks = 0
        clerk.in_front()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press a key, with whatever is held down, as one."""
        self.keys += 1
        QTest.keyClick(self._window(), key, modifier)
        QApplication.processEvents()

    def write(self, text: str, counted: bool = False) -> None:
        """Type a text, a letter at a time."""
        self.keys += len(text) if counted else 0
        for letter in text:
            QTest.keyClick(self._window(), ord(letter))
        QApplication.processEvents()

    def _window(self) -> QWindow:
        self.clerk.in_front()
        window: QWindow = self.clerk.window.windowHandle()
        return window

    def click(self, name: str) -> None:
        """Click a button."""
        self.clicks += 1
        self.clerk.click(name)

    def click_row(self, name: str, row: int) -> None:
        """Click a line of a table."""
        self.clicks += 1
        table = self.clerk.find(name, QTableView)
        place: QRect = table.visualRect(table.model().index(row, 0, QModelIndex()))
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, NONE, QPoint(place.center()))

    @property
    def cost(self) -> tuple[int, int]:
        return self.keys, self.clicks


def written() -> dict[str, dict[str, str]]:
    return {row["job"]: row.groupdict() for row in ROW.finditer(TABLE.read_text(encoding="utf-8"))}


def rows(clerk: Clerk, name: str = "tracing.results") -> int:
    return clerk.rows(name) if clerk.sees(name) else 0


def first_number(hand: Hand, sample: Sample, _folder: Path) -> None:
    hand.write(sample.numbers[40], counted=True)
    hand.press(Qt.Key.Key_Return)
    hand.clerk.wait(lambda: hand.clerk.sees("tracing.shipmentNumber"))


def next_number(hand: Hand, sample: Sample, folder: Path) -> None:
    first_number(hand, sample, folder)
    hand.keys = 0
    number = sample.numbers[41]
    hand.write(number, counted=True)
    hand.press(Qt.Key.Key_Return)
    hand.clerk.wait(lambda: number in hand.clerk.text("tracing.shipmentNumber").replace("\N{NO-BREAK SPACE}", ""))


def sign_in(hand: Hand, sample: Sample, _folder: Path) -> None:
    hand.press(Qt.Key.Key_L, CONTROL)
    hand.write(sample.english_customer.access_code)
    hand.press(Qt.Key.Key_Tab)
    hand.write(sample.english_customer.password)
    hand.press(Qt.Key.Key_Return)
    hand.clerk.wait(lambda: hand.clerk.program.session.is_open)


def three_hundred(hand: Hand, sample: Sample, _folder: Path) -> None:
    numbers = [*sample.numbers, *(f"{number:09}" for number in range(100_000_000, 100_000_300))][:300]
    QApplication.clipboard().setText("\n".join(numbers))
    hand.press(Qt.Key.Key_V, CONTROL)
    hand.press(Qt.Key.Key_Return)
    hand.clerk.wait(lambda: rows(hand.clerk) >= 300)


def report_file(hand: Hand, sample: Sample, folder: Path) -> None:
    hand.clerk.signed_in(sample.english_customer)
    hand.click("services.shipmentReport")
    hand.clerk.wait(lambda: rows(hand.clerk, "shipmentReport.results") > 0)
    file = folder / "report.csv"

    def dialog_of_the_system(*_: object) -> tuple[str, str]:
        hand.keys += 1  # Enter, after the name.
        return str(file), ""

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QFileDialog, "getSaveFileName", dialog_of_the_system)
        hand.click("shipmentReport.export")
    hand.clerk.wait(file.exists)


def approve(hand: Hand, sample: Sample, _folder: Path) -> None:
    clerk = hand.clerk
    clerk.click("accessLogin.requestAccess")
    fill(clerk)
    clerk.click("accessRequest.submit")
    clerk.wait(lambda: clerk.sees("accessRequest.reference"))
    clerk.signed_in(sample.administrator)
    hand.press(Qt.Key.Key_K, CONTROL)
    hand.write("admin", counted=True)
    hand.press(Qt.Key.Key_Return)
    clerk.wait(lambda: rows(clerk, "administration.accessRequests.results") == 1)
    hand.click_row("administration.accessRequests.results", 0)
    clerk.wait(lambda: clerk.sees("administration.accessRequests.approve"))
    hand.click("administration.accessRequests.customerNumber")
    hand.write("Q-2041")
    hand.press(Qt.Key.Key_Return)
    clerk.wait(lambda: rows(clerk, "administration.accessRequests.results") == 0)


def open_and_return(hand: Hand, sample: Sample, folder: Path) -> None:
    three_hundred(hand, sample, folder)
    hand.keys = 0
    hand.click_row("tracing.results", 0)
    hand.clerk.wait(lambda: hand.clerk.sees("tracing.shipmentNumber"))
    hand.press(Qt.Key.Key_Escape)
    assert not hand.clerk.sees("tracing.shipmentNumber")
    assert hand.clerk.window.focusWidget() is hand.clerk.find("tracing.results")


def copy_list(hand: Hand, sample: Sample, folder: Path) -> None:
    three_hundred(hand, sample, folder)
    hand.keys = 0
    hand.click("tracing.results.copy")
    assert len(QApplication.clipboard().text().splitlines()) > 300


def watch_list(hand: Hand, sample: Sample, folder: Path) -> None:
    sign_in(hand, sample, folder)
    three_hundred(hand, sample, folder)
    hand.keys = 0
    hand.click("tracing.watchAll")
    hand.clerk.wait(lambda: len(hand.clerk.program.watch_list.items) >= 200)


def other_language(hand: Hand, _sample: Sample, _folder: Path) -> None:
    hand.press(Qt.Key.Key_L, CONTROL | SHIFT)
    assert hand.clerk.program.language.language is Language.FRENCH


JOBS: dict[str, Callable[[Hand, Sample, Path], None]] = {
    "Trace the first number": first_number,
    "Trace the next number": next_number,
    "Sign in": sign_in,
    "Trace 300 numbers of a spreadsheet": three_hundred,
    "Save the report as a file": report_file,
    "Approve a request": approve,
    "Open a shipment of the list and go back": open_and_return,
    "Copy the list for a spreadsheet": copy_list,
    "Watch the numbers of the list": watch_list,
    "Switch to the other language": other_language,
}


@pytest.mark.parametrize("job", JOBS)
def test_what_a_job_costs(job: str, clerk: Clerk, sample: Sample, tmp_path: Path):
    hand = Hand(clerk)
    JOBS[job](hand, sample, tmp_path)
    row = written()[job]
    assert hand.cost == (int(row["keys"]), int(row["clicks"]))
    assert sum(hand.cost) <= int(row["most"])


def test_the_table_says_each_job_once():
    assert list(written()) == list(JOBS)
