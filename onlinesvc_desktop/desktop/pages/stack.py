# SPDX-License-Identifier: MIT
"""The main pane. The page in front follows a new language at once, those behind it one by one while nobody waits."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget


class PageStack(QStackedWidget):
    """All pages that were opened; twenty of them, filled, would hold a switch of the language up for long."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("pages")
        self._untold: list[QWidget] = []
        self._teller = QTimer(self)
        self._teller.setInterval(0)
        self._teller.timeout.connect(self._tell_next)
        self.currentChanged.connect(self._tell_current)

    def bring(self, page: QWidget) -> None:
        """Bring a page to the front; a focus that was on the one before is nowhere until somebody places it.

        Left to itself Qt looks for the next place through every widget of every page, and goes through all of them twice
        more to still them meanwhile and to wake them: half of the time it takes to open a page.
        """
        left = self.currentWidget()
        focused: QWidget | None = self.window().focusWidget()
        if focused is not None and left is not None and left.isAncestorOf(focused):
            focused.clearFocus()
        self.setAttribute(Qt.WidgetAttribute.WA_UpdatesDisabled, True)
        self.setCurrentWidget(page)
        self.setAttribute(Qt.WidgetAttribute.WA_UpdatesDisabled, False)
        self.update()

    @property
    def is_of_one_language(self) -> bool:
        """Tell whether every page has followed the last switch."""
        return not self._untold

    def event(self, event: QEvent) -> bool:
        """Keep the news of a language from the pages behind."""
        if event.type() is not QEvent.Type.LanguageChange:
            return super().event(event)
        self._untold = [page for at in range(self.count()) if (page := self.widget(at)) is not None]
        self._tell_current()
        self._teller.start()
        return True

    def _tell_current(self) -> None:
        current = self.currentWidget()
        if current is not None and current in self._untold:
            self._tell(current)

    def _tell_next(self) -> None:
        if self._untold:
            self._tell(self._untold[-1])
        else:
            self._teller.stop()

    def _tell(self, page: QWidget) -> None:
        """Let a page take up the language, and the locale first; it has its own, which that of the window passes by."""
        self._untold.remove(page)
        page.setLocale(self.locale())
        QCoreApplication.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
