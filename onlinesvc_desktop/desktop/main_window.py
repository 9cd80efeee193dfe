# SPDX-License-Identifier: MIT
"""The main window: builds the bars, docks and pages, and connects them; it decides nothing itself."""

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from onlinesvc_desktop.client.embedded import SampleReport
from onlinesvc_desktop.client.secret_store import SecretStore
from onlinesvc_desktop.client.settings import BackendMode
from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.contract.shipment import ReferenceType
from onlinesvc_desktop.desktop.docks.access_login import AccessLoginSection
from onlinesvc_desktop.desktop.docks.dock import Dock
from onlinesvc_desktop.desktop.docks.tracing import TracingSection
from onlinesvc_desktop.desktop.docks.watch_list import WatchListSection
from onlinesvc_desktop.desktop.focus import FocusKeeper
from onlinesvc_desktop.desktop.help.panel import HelpPanel
from onlinesvc_desktop.desktop.navigation import Navigator
from onlinesvc_desktop.desktop.own_numbers import own_number
from onlinesvc_desktop.desktop.pages.page import Page
from onlinesvc_desktop.desktop.pages.stack import PageStack
from onlinesvc_desktop.desktop.places.home import HomePage
from onlinesvc_desktop.desktop.registry import entry_of
from onlinesvc_desktop.desktop.status_bar import StatusLine
from onlinesvc_desktop.desktop.targets import Open, Place, ShowWatched, Start, Target, Trace, TraceMany, Where
from onlinesvc_desktop.desktop.top_bar import TopBar
from onlinesvc_desktop.desktop.widgets.message_line import MessageLine
from onlinesvc_desktop.desktop.widgets.panel import Retranslating, tight
from onlinesvc_desktop.desktop.workplace import Workplace

if TYPE_CHECKING:
    from onlinesvc_desktop.desktop.help.topics import Topic
    from onlinesvc_desktop.desktop.places.welcome import WelcomePage

_FIRST_SIZE = QSize(1220, 800)


def _meant_by(numbers: tuple[str, ...]) -> Target:
    """Open a claim or a quote by its number alone; a pickup is traced too, by whatever it stands for."""
    target = own_number(numbers[0]) if len(numbers) == 1 else None
    return TraceMany(numbers) if target is None or target.where is Service.PICKUP else target


class MainWindow(Retranslating, QMainWindow):
    """The one window."""

    first_painted = Signal()
    closing = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self._workplace = workplace
        self._painted = False
        self._person = ""
        self.access_login = AccessLoginSection(workplace, SecretStore(lambda: workplace.settings.values.server_url))
        self.tracing = TracingSection(workplace.theme)
        self.watch_list = WatchListSection(workplace)
        self.help_panel = HelpPanel(workplace.language, workplace.connection)
        self._stack = PageStack()
        self.navigator = Navigator(self._stack, workplace.session, self._make_page)
        self.services_home = HomePage(workplace)
        self._new_password: Page | None = None
        self._welcome: WelcomePage | None = None
        self._build()
        self._connect()
        self._focus_keeper = FocusKeeper(self, lambda: self.navigator.current, self._focus_dock)
        self._choose_home()
        if self.navigator.current is self.services_home:
            self.tracing.focus_number()
        self.retranslate_ui()

    def _build(self) -> None:
        top = QWidget()
        column = tight(QVBoxLayout(top), 0)
        self.top_bar = TopBar(self._workplace.language, self._help_topics, lambda: self._workplace.session.open_profile)
        column.addWidget(self.top_bar)
        self.notice = MessageLine("mainWindow.notice", self._workplace.theme)
        column.addWidget(self.notice)
        self.setMenuWidget(top)
        self._dock = Dock((self.access_login, self.tracing, self.watch_list))
        self.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, self._dock)
        self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.help_panel)
        middle = QWidget()
        self._middle = tight(QVBoxLayout(middle), 0)
        self._middle.addWidget(self._stack, 1)
        self.setCentralWidget(middle)
        self.statusBar().setSizeGripEnabled(False)
        workplace = self._workplace
        status = StatusLine(workplace.connection, workplace.settings, workplace.unsent, workplace.theme)
        status.unsent_wanted.connect(lambda: self.navigator.go(Open(Place.UNSENT)))
        status.connection_wanted.connect(lambda: self.navigator.go(Open(Place.CONNECTION)))
        self.statusBar().addPermanentWidget(status, 1)

    def _connect(self) -> None:
        session, language, go = self._workplace.session, self._workplace.language, self.navigator.go
        self.access_login.help_wanted.connect(self.help_panel.show_topic)
        self.access_login.password_help_wanted.connect(lambda: go(Open(Place.PASSWORD_HELP)))
        self.access_login.access_request_wanted.connect(self._request_access)
        self.tracing.help_wanted.connect(self.help_panel.show_topic)
        self.tracing.trace_wanted.connect(lambda number: go(Trace(number), keep_focus=True))
        self.tracing.numbers_wanted.connect(lambda numbers: go(_meant_by(numbers), keep_focus=True))
        self.tracing.more_wanted.connect(lambda: go(Open(Service.TRACING)))
        self.watch_list.help_wanted.connect(self.help_panel.show_topic)
        self.watch_list.trace_wanted.connect(lambda number: go(Trace(number, ReferenceType.ANY)))
        self.watch_list.mail_wanted.connect(lambda: go(Open(Place.NOTICES)))
        self.watch_list.all_wanted.connect(lambda: go(ShowWatched()))
        self.navigator.help_wanted.connect(self.help_panel.show_topic)
        self.navigator.sign_in_wanted.connect(self.access_login.ask_for)
        self.top_bar.find_field.chosen.connect(lambda target: go(target, keep_focus=True))
        self.top_bar.help_wanted.connect(self.explain)
        self.navigator.page_changed.connect(self._end_messages_of_page)
        self.help_panel.all_topics_wanted.connect(lambda: go(Open(Service.HELP)))
        self._workplace.connection.changed.connect(self._quieten)
        session.changed.connect(self._on_person_changed)
        session.changed.connect(self._choose_home)
        session.signed_in.connect(self._use_profile_language)
        session.signed_in.connect(self._focus_after_sign_in)
        language.changed.connect(self._on_language_changed)
        for keys, action in (
            ("Ctrl+K", self._focus_find),
            ("Ctrl+T", self._focus_number),
            ("Ctrl+L", self._focus_sign_in),
            ("Ctrl+Shift+L", language.toggle),
            ("Alt+Left", self.navigator.home),
            ("Alt+Home", self.navigator.home),
        ):
            QShortcut(QKeySequence(keys), self, action)
        QShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), self, self.explain)

    def fill(self) -> None:
        """Make, once and after the first paint, what the window does not need for it: cards, watch list, flow strip."""
        from onlinesvc_desktop.desktop.widgets.flow_strip import FlowStrip

        self.services_home.fill()
        self.watch_list.fill()
        self.flow_strip = FlowStrip(self._workplace.flow)
        self.flow_strip.go_wanted.connect(self.navigator.go)
        self._middle.insertWidget(0, self.flow_strip)
        self.navigator.page_changed.connect(lambda: self.flow_strip.stand_above(self.navigator.current.objectName()))

    def _on_person_changed(self) -> None:
        """End what was said to whoever was here before."""
        profile = self._workplace.session.profile
        before, self._person = self._person, "" if profile is None else profile.access_code
        if before and not self._person:
            self._workplace.language.chosen_by_hand = False
        if before != self._person:
            for line in self.findChildren(MessageLine):
                line.end_with_person(came=not before)

    def _end_messages_of_page(self) -> None:
        self.tracing.forget_fault()
        for line in self.navigator.left.findChildren(MessageLine) if self.navigator.left is not None else ():
            line.end_with_page()

    def _help_topics(self) -> "tuple[Topic, ...]":
        from onlinesvc_desktop.desktop.help.topics import all_topics

        return all_topics(self._workplace.language.language, self._workplace.connection.phone_numbers)

    def _make_page(self, where: Where) -> Page:
        return entry_of(where).make_page(self._workplace)

    def _choose_home(self) -> None:
        """Put the right page behind all others: welcome, new password, or the services."""
        if self._workplace.session.owes_password:
            if self._new_password is None:
                from onlinesvc_desktop.desktop.places.new_password import NewPasswordPage

                self._new_password = NewPasswordPage(self._workplace)
            self.navigator.set_home(self._new_password)
        elif self._is_undecided or (self._workplace.session.is_open and self._shows_next_steps):
            self.navigator.set_home(self.welcome)
        else:
            self.navigator.set_home(self.services_home)
        self._quieten()

    @property
    def _is_undecided(self) -> bool:
        return self._workplace.settings.values.backend_mode is BackendMode.UNDECIDED

    @property
    def _shows_next_steps(self) -> bool:
        return self._welcome is not None and self._welcome.shows_next_steps

    def _quieten(self) -> None:
        """Let the dock and the find field rest until there is a backend to ask."""
        if self._dock.is_quiet is not self._is_undecided:
            self._dock.set_quiet(self._is_undecided)
            self.top_bar.find_field.setEnabled(not self._is_undecided)

    @property
    def welcome(self) -> "WelcomePage":
        """The first-start page."""
        if self._welcome is None:
            from onlinesvc_desktop.desktop.places.welcome import WelcomePage

            self._welcome = WelcomePage(self._workplace)
            self._welcome.chosen.connect(self._choose_home)
            self._welcome.sign_in_failed.connect(self.access_login.begin_with)
        return self._welcome

    def begin_with_sample(self) -> None:
        """Make sample data without asking, and print its codes for whoever started the program that way."""
        self.welcome.report_ready.connect(self._print_codes)
        self.welcome.begin_with_sample(go_on=True)

    def _print_codes(self, report: SampleReport) -> None:
        sys.stdout.write(self.welcome.codes_as_text(report) + "\n")
        sys.stdout.flush()

    def _request_access(self, closed_code: str) -> None:
        """Open the Personal access request, for a new access code in the place of a closed one if there was one."""
        service = Service.ACCESS_REQUEST
        self.navigator.go(Start(service, {"closed_code": closed_code}) if closed_code else Open(service))

    def explain(self) -> None:
        """Show help on the heading the focus is under."""
        widget: QWidget | None = self.focusWidget()
        while widget is not None:
            topic = getattr(widget, "topic", None)
            if isinstance(topic, str) and not self.help_panel.isAncestorOf(widget):
                self.help_panel.show_topic(topic)
                return
            widget = widget.parentWidget()
        self.help_panel.show_topic(self.navigator.current.topic)

    def _focus_find(self) -> None:
        self.top_bar.find_field.setFocus()
        self.top_bar.find_field.selectAll()

    def _focus_dock(self) -> None:
        """Go on in the dock: with the sign-in if somebody is at it, else with a number."""
        focused: QWidget | None = self.focusWidget()
        at_sign_in = focused is not None and self.access_login.isAncestorOf(focused)
        if at_sign_in and self._workplace.session.profile is None:
            self._focus_sign_in()
        else:
            self._focus_number()

    def _focus_number(self) -> None:
        if not self._dock.is_quiet:
            self.tracing.focus_number()

    def _focus_sign_in(self) -> None:
        if not self._dock.is_quiet:
            self.access_login.focus_form()

    def _focus_after_sign_in(self) -> None:
        """Go on with a number, unless the sign-in opened what the clerk was after; the language is that of the account."""
        self.access_login.say_who()
        focused: QWidget | None = self.focusWidget()
        if focused is None or not self.navigator.current.isAncestorOf(focused) or not focused.isVisible():
            self.tracing.focus_number()

    def _use_profile_language(self) -> None:
        profile = self._workplace.session.profile
        if profile is not None and not self._workplace.language.chosen_by_hand:
            self._workplace.language.switch_to(profile.language)

    def _on_language_changed(self, language: Language) -> None:
        self.setLocale(self._workplace.language.locale)
        self._workplace.settings.change(language=language)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go on with Tab; Qt asks the same when what has the focus is hidden or disabled, and then the rule decides."""
        return self._focus_keeper.place() or super().focusNextPrevChild(forward)

    def changeEvent(self, event: QEvent) -> None:
        """Find the focus lost that was lost while another window was in front."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self._focus_keeper.place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo on Escape what nothing nearer undid: close help, then leave the page. Begin a number with a digit."""
        if event.key() == Qt.Key.Key_Escape:
            if self.help_panel.isVisible():
                self.help_panel.close_panel()
            elif self.notice.can_be_closed:
                self.notice.clear()
            else:
                self.navigator.home()
            return
        is_plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if is_plain and event.text().isascii() and event.text().isdigit() and not self._dock.is_quiet:
            self.tracing.start_number(event.text())
            return
        super().keyPressEvent(event)

    def restore_layout(self) -> None:
        """Take up size and place of the last time; fall back to a size that fits the screen."""
        settings = self._workplace.settings.values
        geometry = QByteArray.fromBase64(settings.window_geometry.encode())
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            self.resize(_FIRST_SIZE.boundedTo(self.screen().availableGeometry().size() - self._frame_size()))

    def _frame_size(self) -> QSize:
        """Return what the window's title bar and borders take; a guess from the style before the window is shown."""
        from PySide6.QtWidgets import QStyle

        title = self.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
        border = 2 * self.style().pixelMetric(QStyle.PixelMetric.PM_MdiSubWindowFrameWidth)
        return QSize(border, title + border)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that the window is on the screen."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.first_painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the layout, then let the composition root stop everything."""
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self._workplace.settings.change(window_geometry=geometry)
        self.closing.emit()
        super().closeEvent(event)

    def retranslate_ui(self) -> None:
        """Set the window's own texts."""
        self.setWindowTitle(self.tr("Online Services"))
