# SPDX-License-Identifier: MIT
"""The tour: the real program goes through the main job by mouse and keyboard events and writes a picture per step."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QTableView, QTabWidget, QWidget

from onlinesvc_desktop.client.embedded import SampleReport
from onlinesvc_desktop.client.settings import Appearance, BackendMode
from onlinesvc_desktop.contract.codes import Role
from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.desktop.connection import LinkState
from onlinesvc_desktop.desktop.program import Program
from onlinesvc_desktop.desktop.targets import Open

_POLL_MS = 40
_SETTLE_MS = 250
_PATIENCE_MS = 60_000
_FAILED = 5

_QUOTE = {
    "origin": "H3B 1A1",
    "destination": "M5V 2T6",
    "line.length": "48",
    "line.width": "40",
    "line.height": "60",
    "line.weight": "620",
}
_REQUEST = {
    "company": "Quincaillerie Bélanger inc.",
    "lastName": "Bélanger",
    "email": "marie@expediteur.example",
    "telephone": "(514) 555-0142 ext 23",
    "address1": "12, rue des Érables",
    "city": "Montréal",
    "postalCode": "h3b1a1",
}

Kind = TypeVar("Kind", bound=QWidget)
Ready = Callable[[], bool]


class TourError(Exception):
    """A step could not be taken."""


class Tour(QObject):
    """Walk through the window; exit status 0 when every step succeeded."""

    def __init__(self, program: Program, out: Path) -> None:
        super().__init__()
        self._program = program
        self._window = program.window
        self._out = out
        self._count = 0
        self._waited = 0
        self._ready: Ready = lambda: True
        self._steps = self._walk()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._advance)
        out.mkdir(parents=True, exist_ok=True)
        self._timer.start(_POLL_MS)

    def _advance(self) -> None:
        if not self._ready():
            self._waited += _POLL_MS
            if self._waited > _PATIENCE_MS:
                self._end(f"step after picture {self._count} did not come about")
            return
        self._waited = 0
        try:
            self._ready = next(self._steps)
        except StopIteration:
            self._end("")
        except (TourError, OSError) as error:
            self._end(str(error))

    def _end(self, trouble: str) -> None:
        self._timer.stop()
        if trouble:
            sys.stderr.write(f"tour: {trouble}\n")
        QTimer.singleShot(0, self._window.close)
        if trouble:
            self._program.exit_code = _FAILED

    def _widget(self, name: str, kind: type[Kind]) -> Kind:
        found = [widget for widget in self._window.findChildren(kind, name) if widget.isVisible()]
        if len(found) != 1:
            raise TourError(f"{len(found)} visible widgets are named {name}")
        return found[0]

    def _click(self, name: str) -> None:
        QTest.mouseClick(self._widget(name, QWidget), Qt.MouseButton.LeftButton)

    def _type(self, name: str, text: str) -> None:
        field = self._widget(name, QWidget)
        if not isinstance(field, QLineEdit | QPlainTextEdit):
            raise TourError(name)
        field.clear()
        if text.isascii():
            QTest.keyClicks(field, text)
        else:
            # QTest has keys for ASCII only.
            QGuiApplication.clipboard().setText(text)
            field.paste()

    def _settled(self) -> Ready:
        """Return a condition that holds once animations and posted events are done."""
        done: list[bool] = []
        QTimer.singleShot(_SETTLE_MS, self, lambda: done.append(True))
        return lambda: bool(done)

    def _picture(self, name: str) -> Ready:
        """Return a condition; the picture is taken while it is asked."""

        def taken() -> bool:
            if not settled():
                return False
            self._count += 1
            file = self._out / f"{self._count:02d}-{name}.png"
            if not self._window.grab().save(str(file)):
                raise TourError(f"{file} could not be written")
            sys.stdout.write(f"{file}\n")
            return True

        settled = self._settled()
        return taken

    def _walk(self) -> Iterator[Ready]:
        if self._program.settings.values.backend_mode is not BackendMode.UNDECIDED:
            raise TourError("the tour needs a new data folder")
        reports: list[SampleReport] = []
        self._window.welcome.report_ready.connect(reports.append)
        yield self._picture("welcome")
        self._click("welcome.sample")
        yield lambda: bool(reports)
        yield self._picture("sample-codes")
        self._click("welcome.continue")
        yield lambda: self._program.connection.state is LinkState.ONLINE
        yield self._picture("locked-home")
        yield from self._request_access()
        yield from self._ask_transit_times()
        yield from self._sign_in(reports[0])
        yield from self._trace(reports[0])
        yield from self._look_around()
        yield from self._sign_out()
        yield from self._administer(reports[0])

    def _request_access(self) -> Iterator[Ready]:
        self._click("accessLogin.requestAccess")
        self._type("accessRequest.firstName", "Marie")
        self._type("accessRequest.telephone", "12")
        self._click("accessRequest.submit")
        yield self._picture("access-request-to-correct")
        for name, text in _REQUEST.items():
            self._type(f"accessRequest.{name}", text)
        province = self._widget("accessRequest.province", QComboBox)
        province.setCurrentIndex(province.findData("QC"))
        self._click("accessRequest.submit")
        yield lambda: self._is_shown("accessRequest.reference")
        yield self._picture("access-request-arrived")
        self._click("accessRequest.back")
        self._click("accessLogin.forgotPassword")
        yield self._picture("password-help")
        self._click("passwordHelp.back")

    def _ask_transit_times(self) -> Iterator[Ready]:
        self._click("services.transitTimes")
        self._type("transitTimes.origin", "Rimouski, QC")
        destinations = self._widget("transitTimes.destination", QPlainTextEdit)
        destinations.setPlainText("Toronto, ON\nB3S 1A1\nDetroit, MI")
        self._click("transitTimes.submit")
        table = self._window.findChild(QTableView, "transitTimes.results")
        assert table is not None
        yield lambda: table.model().rowCount() == 3
        yield self._picture("transit-times")
        self._click("transitTimes.back")

    def _administer(self, report: SampleReport) -> Iterator[Ready]:
        code = next(code for code in report.access_codes if code.role == Role.ADMINISTRATOR)
        self._type("accessLogin.accessCode", code.access_code)
        self._type("accessLogin.password", code.password)
        self._click("accessLogin.signIn")
        yield lambda: self._program.session.is_open
        self._click("services.administration")
        for name in ("accessRequests", "accessCodes", "customers", "outbox", "audit"):
            self._window.navigator.go(Open(Service.ADMINISTRATION, name))
            yield self._widget_later(f"administration.{name}.results")
            table = self._widget(f"administration.{name}.results", QTableView)
            table.setCurrentIndex(table.model().index(0, 0))
            yield self._picture(f"administration-{name}")
            if name == "accessRequests":
                self._type("administration.accessRequests.customerNumber", "Q-2041")
                self._click("administration.accessRequests.approve")
                yield lambda: self._is_shown("administration.accessRequests.message")
                yield self._picture("administration-approved")

    def _is_shown(self, name: str) -> bool:
        return any(widget.isVisible() for widget in self._window.findChildren(QWidget, name))

    def _sign_in(self, report: SampleReport) -> Iterator[Ready]:
        self._click("services.shipmentReport")
        yield self._picture("locked-service-asks-for-sign-in")
        code = report.access_codes[1]
        self._type("accessLogin.accessCode", code.access_code)
        self._type("accessLogin.password", code.password)
        self._click("accessLogin.signIn")
        yield lambda: self._program.session.is_open
        table = self._window.findChild(QTableView, "shipmentReport.results")
        yield lambda: table is not None and table.model().rowCount() > 0
        yield self._picture("signed-in-shipment-report")
        tabs = self._widget("shipmentReport.tabs", QTabWidget)
        tabs.setCurrentIndex(1)
        yield lambda: self._is_shown("shipmentReport.byLane")
        yield self._picture("shipment-report-totals")
        tabs.setCurrentIndex(2)
        yield self._picture("shipment-report-by-mail")
        tabs.setCurrentIndex(0)
        self._click("shipmentReport.back")
        yield self._picture("keys-gone")

    def _trace(self, report: SampleReport) -> Iterator[Ready]:
        own = self._window.findChild(QTableView, "shipmentReport.results")
        if own is None:
            raise TourError("no shipment report")
        # Far enough back to have been delivered.
        number = str(own.model().index(150, 0).data()).replace("\N{NO-BREAK SPACE}", "")
        self._type("tracing.autoproNumber", f"{number[:3]}-{number[3:6]} {number[6:]}")
        self._click("tracing.trace")
        yield lambda: bool(self._window.findChildren(QTableView, "tracing.history"))
        history = self._widget_later("tracing.history")
        yield history
        yield self._picture("trace")
        self._click("topBar.language")
        yield self._picture("french-with-the-trace-still-there")
        numbers = " ".join([*report.autopro_numbers[5:900:90], "BOL1200", "999999999"])
        combo = self._widget("tracing.referenceType", QComboBox)
        combo.setCurrentIndex(0)
        self._type("tracing.references", numbers)
        self._click("tracing.submit")
        yield self._widget_later("tracing.results")
        yield self._picture("many-at-once")
        table = self._widget("tracing.results", QTableView)
        table.setCurrentIndex(table.model().index(2, 0))
        QTest.keyClick(table, Qt.Key.Key_Return)
        yield self._widget_later("tracing.history")
        self._click("tracing.watch")
        yield lambda: self._program.watch_list.loaded and bool(self._program.watch_list.items)
        yield self._picture("chosen-and-watched")

    def _widget_later(self, name: str) -> Ready:
        return lambda: any(
            table.isVisible() and table.model().rowCount() > 0 for table in self._window.findChildren(QTableView, name)
        )

    def _look_around(self) -> Iterator[Ready]:
        self._click("tracing.page.help")
        yield self._picture("help-panel")
        self._click("help.close")
        self._click("tracing.back")
        self._click("services.userProfile")
        yield self._picture("profile")
        self._click("userProfile.back")
        self._click("services.help")
        yield self._picture("help")
        self._click("topBar.language")
        self._click("help.back")
        self._click("services.contact")
        yield self._picture("contact")
        self._click("contact.back")
        yield from self._ship()
        self._click("services.contact")
        self._program.theme.use(Appearance.DARK)
        self._click("contact.back")
        yield self._picture("dark-home")
        self._type("tracing.autoproNumber", "12345")
        self._click("tracing.trace")
        yield self._picture("dark-malformed-number")

    def _ship(self) -> Iterator[Ready]:
        self._click("services.rateQuote")
        for name, text in _QUOTE.items():
            self._type(f"rateQuote.{name}", text)
        yield self._picture("rate-quote-to-ask")
        self._click("rateQuote.submit")
        yield lambda: self._is_shown("rateQuote.total")
        yield self._picture("rate-quote")
        self._click("rateQuote.makeBillOfLading")
        yield lambda: self._is_shown("billOfLading.page")
        yield self._picture("bill-of-lading-from-the-quote")
        self._click("billOfLading.back")
        for name in ("pickup", "addresses"):
            self._click(f"services.{name}")
            yield self._picture(name)
            self._click(f"{name}.back")

    def _sign_out(self) -> Iterator[Ready]:
        self._program.theme.use(Appearance.LIGHT)
        self._click("accessLogin.signOut")
        yield self._picture("signed-out")
