# SPDX-License-Identifier: MIT
"""Language switch, trace round trip and the longest stall of the GUI thread, in the real program."""

import os
import socket
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import lru_cache, partial
from pathlib import Path
from threading import Event as ThreadEvent

import pytest
import requests
from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QTableView

from onlinesvc_desktop.client.embedded import EmbeddedBackend
from onlinesvc_desktop.client.endpoint import Endpoint
from onlinesvc_desktop.client.paths import Paths
from onlinesvc_desktop.client.settings import BackendMode, Settings
from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.contract.operation import START_SECRET_HEADER
from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.contract.shipment import Event, Place, Shipment
from onlinesvc_desktop.contract.tracing import GET_SHIPMENT
from onlinesvc_desktop.desktop import targets
from onlinesvc_desktop.desktop.catalogue import catalogue
from onlinesvc_desktop.desktop.connection import LinkState
from onlinesvc_desktop.desktop.language import LanguageService
from onlinesvc_desktop.desktop.program import Program
from onlinesvc_desktop.desktop.targets import Trace, Where
from tests.bench.figures import Figure, median
from tests.support.backend import Code, Sample, make_sample

_FRAME_MS = 1000 / 60
_STALL_MS = 50.0
_ROUNDS = 60
_MANY_ROWS = 10_000
_PAGES_BEHIND_SECONDS = 0.5
_OPENED_SECONDS = 0.8
"""How long a page that was opened for the first time is watched; it has its rows by then."""

_AHEAD_SECONDS = 3.0
"""How long after a sign-in pages are made ahead."""


@lru_cache(maxsize=1)
def _application() -> QApplication:
    os.environ.setdefault("QT_QPA_PLATFORM", "xcb" if os.environ.get("DISPLAY") else "offscreen")
    return QApplication(["bench"])


def _until(condition: Callable[[], bool]) -> None:
    application = _application()
    end = time.monotonic() + 30
    waker = QTimer()
    waker.start(1000)
    while not condition():
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if time.monotonic() > end:
            raise TimeoutError


@contextmanager
def _running() -> Iterator[tuple[Program, Sample]]:
    application = _application()
    with tempfile.TemporaryDirectory() as folder:
        sample = make_sample(Path(folder), 2000, 1)
        settings = Settings(backend_mode=BackendMode.EMBEDDED)
        paths = Paths(Path(folder))
        language = LanguageService(Language.ENGLISH)
        program = Program(application, paths, settings, {}, language, EmbeddedBackend(paths))
        program.window.resize(1220, 800)
        program.window.show()
        program.start(None)
        _until(lambda: program.connection.state is LinkState.ONLINE)
        yield program, sample
        program.window.close()
        program.finish()
        program.language.deleteLater()
        program.window.deleteLater()
        # No event loop comes that would do it; the next window is measured alone, as the program has but one.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _table(program: Program, name: str) -> QTableView:
    found = program.window.findChild(QTableView, name)
    assert isinstance(found, QTableView)
    return found


def _sign_in(program: Program, sample: Sample) -> None:
    _sign_in_with(program, sample.english_customer)


def _sign_in_with(program: Program, code: Code) -> None:
    program.session.sign_in(code.access_code, code.password, lambda _outcome: None)
    _until(lambda: program.session.is_open)


def measure_language() -> list[Figure]:
    with _running() as (program, sample):
        _sign_in(program, sample)
        for service in Service:
            program.window.navigator.open(service)
        table = _table(program, "shipmentReport.results")
        _until(lambda: table.model().rowCount() > 0)
        program.window.navigator.go(Trace(sample.numbers[100]))
        history = _table(program, "tracing.history")
        _until(history.isVisible)
        times, stalls = [], []
        for _ in range(_ROUNDS):
            began = time.perf_counter()
            program.language.toggle()
            _application().processEvents()
            program.window.repaint()
            times.append((time.perf_counter() - began) * 1000)
            stalls.append(_Watch().for_seconds(_PAGES_BEHIND_SECONDS))
    return [
        Figure("language switch, every page open and filled, repainted", median(times), 50.0, 1.0),
        Figure("longest stall while the pages behind follow", median(stalls), _STALL_MS, 1.0),
    ]


def measure_trace() -> list[Figure]:
    with _running() as (program, sample):
        endpoint = program.client.endpoint
        assert isinstance(endpoint, Endpoint)
        session = requests.Session()
        session.trust_env = False
        session.headers[START_SECRET_HEADER] = endpoint.start_secret
        program.window.navigator.go(Trace(sample.numbers[0]))
        page = program.window.navigator.page(Service.TRACING)
        view = page._detail.shipment  # type: ignore[attr-defined]
        _until(lambda: view.shipment is not None)
        bare, full = [], []
        for number in sample.numbers[100 : 100 + _ROUNDS]:
            began = time.perf_counter()
            session.get(endpoint.base_url + GET_SHIPMENT.url_path(autopro=number), timeout=5)
            bare.append((time.perf_counter() - began) * 1000)
            began = time.perf_counter()
            program.window.navigator.go(Trace(number))
            _until(lambda wanted=number: view.shipment is not None and view.shipment.autopro_number == wanted)  # type: ignore[misc]
            _application().processEvents()
            full.append((time.perf_counter() - began) * 1000)
        session.close()
    allowed = median(bare) * 1.5 + _FRAME_MS
    return [
        Figure("trace, Enter to painted; floor = 1.5 x bare get + 1 frame", median(full), allowed, 1.0),
    ]


class _Watch:
    """The longest gap between two turns of the event loop."""

    def __init__(self) -> None:
        self._clock = QElapsedTimer()
        self._timer = QTimer()
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._tick)
        self.longest = 0.0

    def _tick(self) -> None:
        self.longest = max(self.longest, self._clock.nsecsElapsed() / 1e6)
        self._clock.restart()

    def during(self, act: Callable[[], object], condition: Callable[[], bool]) -> float:
        self._clock.start()
        self._timer.start()
        act()
        _until(condition)
        self._tick()
        self._timer.stop()
        return self.longest

    def for_seconds(self, seconds: float, act: Callable[[], object] = lambda: None) -> float:
        end = time.monotonic() + seconds
        return self.during(act, lambda: time.monotonic() > end)


def _rows() -> list[Shipment]:
    now = datetime.now(UTC)
    place = Place("Trois-Rivières", "QC", "CA")
    event = Event(1, "X4", "NS", now, now, "Trois-Rivières", "QC", "CA")
    return [Shipment(f"{100_000_000 + n}", event, place, place, 3, "12.5") for n in range(_MANY_ROWS)]


@contextmanager
def _hanging_disk() -> Iterator[None]:
    """Let what is written reach the disk only after this block, as with a disk that hangs."""
    goes_on = ThreadEvent()
    sync = os.fsync

    def hang(descriptor: int) -> None:
        goes_on.wait(10)
        sync(descriptor)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(os, "fsync", hang)
        yield
        goes_on.set()


def measure_stall() -> list[Figure]:
    figures = []
    # Loaded here: whoever looks at what the start loads uses this module too.
    from onlinesvc_desktop.desktop.services.bill_of_lading.page import BillOfLadingPage

    with _running() as (program, sample), socket.create_server(("127.0.0.1", 0)) as silent:
        _sign_in(program, sample)
        program.window.navigator.open(Service.SHIPMENT_REPORT)
        page = program.window.navigator.page(Service.SHIPMENT_REPORT)
        table = page._list.table  # type: ignore[attr-defined]
        _until(lambda: table.model.rowCount() > 0)
        rows = _rows()
        # What is made ahead, the bill last, is looked at by itself.
        _until(lambda: bool(program.window.findChildren(BillOfLadingPage)))
        # The Tracing page is made a moment after the backend answered, before anybody can ask anything.
        _until(lambda: Service.TRACING in program.window.navigator._pages)

        def arrive() -> None:
            table.model.append_rows(rows)
            table.fit_columns()

        longest = _Watch().during(arrive, lambda: table.model.rowCount() > _MANY_ROWS)
        figures.append(Figure("longest stall while 10,000 rows arrive", longest, _STALL_MS, 1.0))

        program.client.move_to(Endpoint(f"http://127.0.0.1:{silent.getsockname()[1]}"))
        longest = _Watch().for_seconds(1.5, lambda: program.window.navigator.go(Trace(sample.numbers[7])))
        figures.append(Figure("longest stall while the backend hangs", longest, _STALL_MS, 1.0))

        with _hanging_disk():
            longest = _Watch().for_seconds(1.0, lambda: program.settings.change(remembered_access_code="x"))
        figures.append(Figure("longest stall while the disk hangs", longest, _STALL_MS, 1.0))
        _until(lambda: not program.settings._saving)
    return [*figures, _first_openings()]


def _first_openings() -> Figure:
    """Open every page that a customer and an administrator have, each for the first time; return the longest stall.

    What is made ahead after the sign-in counts like a page.
    """
    stalls: dict[Where | str, float] = {}
    for who in ("english_customer", "administrator"):
        with _running() as (program, sample):
            _sign_in_with(program, getattr(sample, who))
            stalls["made ahead"] = max(_Watch().for_seconds(_AHEAD_SECONDS), stalls.get("made ahead", 0.0))
            shown = [entry.where for entry in catalogue() if entry.is_shown_to(program.session.profile)]
            for where in (*shown, *targets.Place):
                stall = _Watch().for_seconds(_OPENED_SECONDS, partial(program.window.navigator.open, where))
                stalls[where] = max(stall, stalls.get(where, 0.0))
    worst = max(stalls, key=lambda where: stalls[where])
    return Figure(f"longest stall when a page is first opened ({worst})", stalls[worst], _STALL_MS, 1.0)
