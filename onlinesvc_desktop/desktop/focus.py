# SPDX-License-Identifier: MIT
"""Where the focus goes when what has it is hidden or disabled (docs/focus-and-keys.md): never wherever Qt finds a widget."""

from collections.abc import Callable, Iterator
from itertools import chain

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from shiboken6 import isValid

from onlinesvc_desktop.desktop.docks.section import Section
from onlinesvc_desktop.desktop.pages.page import Page


class FocusKeeper(QObject):
    """Watches one window. What the clerk or the program moves on purpose is left alone."""

    def __init__(self, window: QMainWindow, page_in_front: Callable[[], Page], to_dock: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._page_in_front = page_in_front
        self._to_dock = to_dock
        self._resting: QWidget | None = None
        """What was disabled with the focus; it has it again once it is enabled."""
        self._last: QWidget | None = None
        self._root: QWidget | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)

    def place(self) -> bool:
        """Move the focus if what has it in the window cannot keep it; tell whether it was moved."""
        focused: QWidget | None = self._window.focusWidget()
        old = self._last if focused is None else focused
        if old is None or not self._window.isVisible():
            return False
        if not isValid(old) or old.window() is not self._window:
            self._leave(None)
        elif not old.isVisible():
            self._leave(old)
        elif not old.isEnabled():
            self._rest(old)
        elif focused is None:
            old.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            return False
        return True

    def _on_focus_changed(self) -> None:
        """Notice a focus that was cleared or destroyed; a window that is not in front only remembers.

        What is lost is placed a turn later: it may be in the middle of its end with all around it, and whoever looks
        through widgets then ends the program.
        """
        if not isValid(self._window):
            return
        new: QWidget | None = QApplication.focusWidget()
        if new is None:
            QTimer.singleShot(0, self, self._place_lost)
        elif new.window() is self._window:
            self._last, self._root = new, self._root_of(new)

    def _place_lost(self) -> None:
        if QApplication.focusWidget() is None and self._window.isActiveWindow():
            self.place()

    def _rest(self, old: QWidget) -> None:
        """Wait on the page or section until the widget is enabled again; there no key presses anything."""
        self._forget_resting()
        self._resting = old
        old.installEventFilter(self)
        self._root_of(old).setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self, old: QWidget | None) -> None:
        """Go to the list beside what was hidden, if it shows rows, else to the first field of its page or to the dock.

        A page that is hidden itself has no place for it; whoever brings another to the front gives that one the focus.
        """
        root = self._root_of(self._root if old is None else old)
        if isinstance(root, Section):
            self._to_dock()
            return
        if not root.isVisible():
            return
        beside = () if old is None else self._lists_beside(old, root)
        first = (root.first_field(),) if isinstance(root, Page) else ()
        for place in chain(beside, first, self._reachable(root), (root,)):
            if _takes_focus(place):
                place.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _root_of(self, widget: QWidget | None) -> QWidget:
        """Return the page or section of a widget, if it is shown, else the page in front."""
        for at in _and_around(widget):
            if isinstance(at, Page | Section) and at.isVisible():
                return at
        return self._page_in_front()

    def _lists_beside(self, widget: QWidget, root: QWidget) -> Iterator[QWidget]:
        from PySide6.QtWidgets import QAbstractItemView

        for around in _and_around(widget):
            if around is not root and not root.isAncestorOf(around):
                return
            for view in around.findChildren(QAbstractItemView):
                if view is not widget and _takes_focus(view) and view.model() is not None and view.model().rowCount():
                    yield view

    def _reachable(self, root: QWidget) -> Iterator[QWidget]:
        for at in root.findChildren(QWidget):
            if at.focusPolicy() & Qt.FocusPolicy.TabFocus:
                yield at

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the focus back to what was disabled, or leave it for good when it is hidden meanwhile."""
        resting = self._resting
        if resting is not None and watched is resting and event.type() in (QEvent.Type.EnabledChange, QEvent.Type.Hide):
            focused: QWidget | None = self._window.focusWidget()
            is_untouched = focused is None or focused is self._root_of(resting)
            if event.type() is QEvent.Type.Hide:
                self._forget_resting()
                if is_untouched:
                    self._leave(resting)
            elif resting.isEnabled():
                self._forget_resting()
                if is_untouched:
                    resting.setFocus(Qt.FocusReason.OtherFocusReason)
        return super().eventFilter(watched, event)

    def _forget_resting(self) -> None:
        if self._resting is not None and isValid(self._resting):
            self._resting.removeEventFilter(self)
        self._resting = None


def _and_around(widget: QWidget | None) -> Iterator[QWidget]:
    """Go through a widget and all that it is in."""
    at = widget
    while at is not None and isValid(at):
        yield at
        at = at.parentWidget()


def _takes_focus(widget: QWidget) -> bool:
    proxy: QWidget | None = widget.focusProxy()
    return widget.isVisible() and widget.isEnabled() and (proxy is None or _takes_focus(proxy))
