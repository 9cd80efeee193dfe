# SPDX-License-Identifier: MIT
"""The main pane: which page is in front, and the way to a locked service through the sign-in (P8)."""

from collections.abc import Callable
from typing import assert_never

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.desktop.pages.page import Page
from onlinesvc_desktop.desktop.pages.stack import PageStack
from onlinesvc_desktop.desktop.queued import form_of
from onlinesvc_desktop.desktop.registry import entry_of
from onlinesvc_desktop.desktop.session import SessionState
from onlinesvc_desktop.desktop.targets import Edit, Explain, Open, Show, ShowWatched, Start, Target, Trace, TraceMany, Where


class Navigator(QObject):
    """Open pages, making each on first use; pages keep what was typed until the window closes."""

    sign_in_wanted = Signal(object)
    """A locked service was asked for while nobody is signed in."""
    help_wanted = Signal(str)
    page_changed = Signal()

    def __init__(self, stack: PageStack, session: SessionState, make: Callable[[Where], Page]) -> None:
        super().__init__()
        self._stack = stack
        self._session = session
        self._make_page = make
        self._pages: dict[Where, Page] = {}
        self._home: Page | None = None
        self.pending: Target | None = None
        self.left: Page | None = None
        """The page that was in front before the last change."""
        session.signed_in.connect(self._open_pending)
        session.changed.connect(self._leave_locked)

    def set_home(self, home: Page) -> None:
        """Use a page as the one behind all others: the welcome page, a new password, or the services."""
        previous = self._home
        self._home = home
        if self._stack.indexOf(home) < 0:
            self._adopt(home)
        if previous is not home:
            self.home()

    @property
    def current(self) -> Page:
        """The page in front."""
        page = self._stack.currentWidget()
        assert isinstance(page, Page)
        return page

    def is_locked(self, where: Where) -> bool:
        """Tell whether a page needs a sign-in first."""
        entry = entry_of(where)
        is_open = self._session.is_open and entry.is_shown_to(self._session.profile)
        return entry.requires_access and not is_open

    def go(self, target: Target, keep_focus: bool = False) -> Page | None:
        """Follow a target: open its page and hand it on; a locked page asks for the sign-in first and returns None.

        The page gets the focus, unless whoever asked goes on typing where they are.
        """
        match target:
            case Explain(topic):
                self.help_wanted.emit(topic)
                return None
            case Trace() | TraceMany() | ShowWatched():
                return self._open(Service.TRACING, target, keep_focus)
            case Open(where, _) | Show(where, _) | Start(where, _):
                return self._open(where, target)
            case Edit(submission):
                form = form_of(submission)
                return None if form is None else self._open(form.where, target)
            case _:
                assert_never(target)

    def open(self, where: Where) -> Page | None:
        """Bring a page to the front as it was left; None while it is locked."""
        return self.go(Open(where))

    def page(self, where: Where) -> Page:
        """Return a page, made if it was not yet."""
        page = self.make(where)
        if self._stack.indexOf(page) < 0:
            self._adopt(page)
        return page

    def make(self, where: Where) -> Page:
        """Return a page that may not be among the others yet, made if it was not."""
        if where not in self._pages:
            self._pages[where] = self._make_page(where)
        return self._pages[where]

    def _open(self, where: Where, target: Target, keep_focus: bool = False) -> Page | None:
        if self.is_locked(where):
            self.pending = target
            self.sign_in_wanted.emit(where)
            return None
        self.pending = None
        page = self.page(where)
        self._show(page, keep_focus)
        page.entered()
        page.receive(target)
        return page

    def home(self) -> None:
        """Bring the services to the front."""
        if self._home is not None:
            self._show(self._home)

    def _adopt(self, page: Page) -> None:
        self._stack.addWidget(page)
        page.back_wanted.connect(self.home)
        page.go_wanted.connect(self.go)

    def _show(self, page: Page, keep_focus: bool = False) -> None:
        if self._stack.currentWidget() is not page:
            left = self._stack.currentWidget()
            self.left = left if isinstance(left, Page) else None
            self._stack.bring(page)
            self.page_changed.emit()
        if not keep_focus:
            page.first_field().setFocus()
            focused = self._stack.window().focusWidget()
            if isinstance(focused, QLineEdit | QPlainTextEdit) and page.isAncestorOf(focused):
                focused.selectAll()

    def _open_pending(self) -> None:
        if self.pending is not None:
            self.go(self.pending)

    def _leave_locked(self) -> None:
        """Go home when the page in front has just become locked."""
        for where, page in self._pages.items():
            if page is self._stack.currentWidget() and self.is_locked(where):
                self.home()
