# SPDX-License-Identifier: MIT
"""The real program, in this process, on the offscreen platform, against the real embedded backend."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar, overload

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from onlinesvc_desktop.client.embedded import EmbeddedBackend
from onlinesvc_desktop.client.paths import Paths
from onlinesvc_desktop.client.settings import BackendMode, Settings
from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.contract.info import GET_INFO
from onlinesvc_desktop.desktop.accessibility import bound_accessible_children
from onlinesvc_desktop.desktop.connection import LinkState
from onlinesvc_desktop.desktop.language import LanguageService
from onlinesvc_desktop.desktop.program import Program
from onlinesvc_desktop.desktop.registry import made_ahead
from onlinesvc_desktop.desktop.targets import Where
from tests.support.backend import Code

Kind = TypeVar("Kind", bound=QWidget)


class Clerk:
    """Someone who uses the program by mouse and keyboard."""

    def __init__(self, program: Program, bot: QtBot, request_log: Path) -> None:
        self.program = program
        self.window = program.window
        self.bot = bot
        self._request_log = request_log

    @overload
    def find(self, name: str) -> QWidget: ...
    @overload
    def find(self, name: str, kind: type[Kind]) -> Kind: ...
    def find(self, name: str, kind: type[Any] = QWidget) -> Any:
        """Return the one visible widget of a name."""
        found = [widget for widget in self.window.findChildren(kind, name) if widget.isVisible()]
        assert len(found) == 1, f"{len(found)} visible widgets named {name}"
        return found[0]

    def sees(self, name: str) -> bool:
        return any(widget.isVisible() for widget in self.window.findChildren(QWidget, name))

    def text(self, name: str) -> str:
        return self.find(name, QLabel).text()

    def click(self, name: str) -> None:
        self.bot.mouseClick(self.find(name), Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def type(self, name: str, text: str) -> None:
        field = self.find(name)
        assert isinstance(field, QLineEdit | QPlainTextEdit)
        field.setFocus()
        field.selectAll()
        if not text:
            self.press(Qt.Key.Key_Delete)
        elif text.isascii():
            self.bot.keyClicks(field, text)
        else:
            # QTest has keys for ASCII only.
            QApplication.clipboard().setText(text)
            field.paste()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.bot.keyClick(self.window.focusWidget() or self.window, key, modifier)

    def in_front(self) -> None:
        """Bring the window to the front, as a clerk has it who works."""
        if not self.window.isActiveWindow():
            self.window.activateWindow()
            self.wait(self.window.isActiveWindow)

    def wait(self, condition: Callable[[], bool]) -> None:
        self.bot.waitUntil(condition, timeout=45_000)

    def wait_online(self) -> None:
        self.wait(lambda: self.program.connection.state is LinkState.ONLINE)

    def sign_in(self, code: Code, password: str = "") -> None:
        self.type("accessLogin.accessCode", code.access_code)
        self.type("accessLogin.password", password or code.password)
        self.press(Qt.Key.Key_Return)

    def signed_in(self, code: Code) -> None:
        self.sign_in(code)
        self.wait(lambda: self.program.session.is_open)

    def ahead(self) -> list[Where]:
        """Return the pages that are made ahead for whoever is signed in."""
        return [entry.where for entry in made_ahead(self.program.session.profile)]

    def has_every_page_ahead(self) -> bool:
        """Tell whether all of them are there."""
        there = self.window.navigator._stack
        pages = [self.window.navigator._pages.get(where) for where in self.ahead()]
        return all(page is not None and there.indexOf(page) >= 0 for page in pages)

    def trace(self, number: str) -> None:
        self.type("tracing.autoproNumber", number)
        self.press(Qt.Key.Key_Return)

    def rows(self, name: str) -> int:
        return self.find(name, QTableView).model().rowCount()

    def requests(self) -> list[dict[str, object]]:
        """Return what the backend was asked, as it noted itself."""
        return [json.loads(line) for line in self._request_log.read_text().splitlines()]

    def asked(self) -> list[dict[str, object]]:
        """Return what the backend was asked for somebody, once all that is under way is answered and noted.

        The program looks by itself whether the backend is there, at any time; that is left out.
        """
        self.wait(lambda: not self.program.jobs._waiting)
        # What was answered before this question is noted when its answer comes.
        self.program.client.send(GET_INFO)
        return [one for one in self.requests() if one["path"] != GET_INFO.path]


Start = Callable[..., Clerk]


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Start programs; all are stopped in order at the end, however busy the machine is."""
    monkeypatch.setattr("onlinesvc_desktop.desktop.program._DRAIN_SECONDS", 40.0)
    running: list[Program] = []

    def begin(folder: Path, settings: Settings | None = None, language: Language = Language.ENGLISH) -> Clerk:
        paths = Paths(folder)
        paths.create()
        log = tmp_path / "requests.jsonl"
        log.touch()
        bound_accessible_children(qapp)
        chosen = Settings(backend_mode=BackendMode.EMBEDDED) if settings is None else settings
        program = Program(
            qapp, paths, chosen, {}, LanguageService(language), EmbeddedBackend(paths, ["--request-log", str(log)])
        )
        running.append(program)
        program.window.resize(1220, 800)
        program.window.show()
        qtbot.waitExposed(program.window)
        program.window.activateWindow()
        program.start(None)
        return Clerk(program, qtbot, log)

    yield begin
    unfinished = []
    for program in running:
        program.window.close()
        program.stop()
        if not program.finish():
            unfinished.append(program)
        program.language._remove()
        program.window.deleteLater()
        qapp.processEvents()
    assert unfinished == []


@pytest.fixture
def clerk(start: Start, data_dir: Path) -> Clerk:
    """A clerk before a program that is online with sample data."""
    made = start(data_dir)
    made.wait_online()
    return made
