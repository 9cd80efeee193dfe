# SPDX-License-Identifier: MIT
"""The main pane: which page is in front, and the way to a locked service through the sign-in (P8)."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.desktop.services.catalogue import ENTRY
from onlinesvc_desktop.desktop.services.page import Page
from onlinesvc_desktop.desktop.session import SessionState


class Navigator(QObject):
    """Open pages, making each on first use; pages keep what was typed until the window closes."""

    sign_in_wanted = Signal(object)
    """A locked service was asked for while nobody is signed in."""
    help_wanted = Signal(str)
    page_changed = Signal()

    def __init__(self, stack: QStackedWidget, session: SessionState, make: Callable[[Service], Page]) -> None:
        super().__init__()
        self._stack = stack
        self._session = session
        self._make = make
        self._pages: dict[Service, Page] = {}
        self._home: Page | None = None
        self.pending: Service | None = None
        session.signed_in.connect(self._open_pending)
        session.changed.connect(self._leave_locked)

    def set_home(self, home: Page) -> None:
        """Use a page as the one behind all others: the welcome page, a new password, or the services."""
        previous = self._home
        self._home = home
        if self._stack.indexOf(home) < 0:
            self._adopt(home)
        if previous is None or self._stack.currentWidget() is previous or previous is not home:
            self.home()

    @property
    def current(self) -> Page:
        """The page in front."""
        page = self._stack.currentWidget()
        assert isinstance(page, Page)
        return page

    def is_locked(self, service: Service) -> bool:
        """Tell whether a service needs a sign-in first."""
        entry = ENTRY[service]
        is_open = self._session.is_open and entry.is_shown_to(self._session.profile)
        return entry.requires_access and not is_open

    def open(self, service: Service) -> Page | None:
        """Bring a service to the front; a locked one asks for the sign-in first and returns None."""
        if self.is_locked(service):
            self.pending = service
            self.sign_in_wanted.emit(service)
            return None
        self.pending = None
        page = self.page(service)
        self._show(page)
        page.entered()
        return page

    def show_other(self, page: Page) -> None:
        """Bring a page to the front that is no service."""
        if self._stack.indexOf(page) < 0:
            self._adopt(page)
        self._show(page)
        page.entered()

    def page(self, service: Service) -> Page:
        """Return a service's page, made if it was not yet."""
        if service not in self._pages:
            self._pages[service] = self._make(service)
            self._adopt(self._pages[service])
        return self._pages[service]

    def home(self) -> None:
        """Bring the services to the front."""
        if self._home is not None:
            self._show(self._home)

    def _adopt(self, page: Page) -> None:
        self._stack.addWidget(page)
        page.back_wanted.connect(self.home)
        page.help_wanted.connect(self.help_wanted)

    def _show(self, page: Page) -> None:
        if self._stack.currentWidget() is not page:
            self._stack.setCurrentWidget(page)
            self.page_changed.emit()
        page.first_field().setFocus()

    def _open_pending(self) -> None:
        if self.pending is not None:
            self.open(self.pending)

    def _leave_locked(self) -> None:
        """Go home when the page in front has just become locked."""
        for service, page in self._pages.items():
            if page is self._stack.currentWidget() and self.is_locked(service):
                self.home()
