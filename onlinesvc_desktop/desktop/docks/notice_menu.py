# SPDX-License-Identifier: MIT
"""The choice of notices below the watch list: which kinds, the hours of silence, and the way to those by e-mail."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget, QWidgetAction

from onlinesvc_desktop.client.settings import NoticeKind
from onlinesvc_desktop.desktop.settings_store import SettingsStore
from onlinesvc_desktop.desktop.widgets.editors.moments import TimeOfDay
from onlinesvc_desktop.desktop.widgets.panel import label

_EVENING, _MORNING = "18:00", "07:00"


class NoticeMenu(QMenu):
    """Made for each time it is opened; what is chosen is kept at once."""

    def __init__(self, parent: QWidget, settings: SettingsStore, mail_wanted: Callable[[], None]) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for kind, words in (
            (NoticeKind.DELIVERED, self.tr("Tell me when delivered")),
            (NoticeKind.EXCEPTION, self.tr("Tell me of exceptions")),
            (NoticeKind.DELAY, self.tr("Tell me of delays")),
        ):
            action = self.addAction(words)
            action.setObjectName(f"watchList.notices.{kind.value}")
            action.setCheckable(True)
            action.setChecked(kind in settings.values.notices)
            action.toggled.connect(partial(self._choose, kind))
        self.addSeparator()
        values = settings.values
        quiet = self.addAction(self.tr("Quiet hours"))
        quiet.setObjectName("watchList.notices.quiet")
        quiet.setCheckable(True)
        quiet.setChecked(bool(values.quiet_from))
        hours = _Hours(values.quiet_from or _EVENING, values.quiet_to or _MORNING, self.tr("from"), self.tr("to"))
        hours.setEnabled(quiet.isChecked())
        action = QWidgetAction(self)
        action.setDefaultWidget(hours)
        self.addAction(action)

        def keep() -> None:
            hours.setEnabled(quiet.isChecked())
            begin, end = hours.values() if quiet.isChecked() else ("", "")
            settings.change(quiet_from=begin, quiet_to=end)

        quiet.toggled.connect(lambda _on: keep())
        hours.begin.timeChanged.connect(lambda _time: keep())
        hours.end.timeChanged.connect(lambda _time: keep())
        self.addSeparator()
        by_mail = self.addAction(self.tr("By e-mail…"))
        by_mail.setObjectName("watchList.notices.byMail")
        by_mail.triggered.connect(lambda _checked: mail_wanted())

    def _choose(self, kind: NoticeKind, wanted: bool) -> None:
        others = [one for one in self._settings.values.notices if one is not kind]
        self._settings.change(notices=tuple([*others, kind] if wanted else others))


class _Hours(QWidget):
    """Two times of day side by side."""

    def __init__(self, begin: str, end: str, words_from: str, words_to: str) -> None:
        super().__init__()
        self.begin = TimeOfDay("watchList.quietFrom", begin)
        self.end = TimeOfDay("watchList.quietTo", end)
        row = QHBoxLayout(self)
        for words, editor in ((words_from, self.begin), (words_to, self.end)):
            name = label()
            name.setText(words)
            name.setBuddy(editor)
            editor.setAccessibleName(words)
            row.addWidget(name)
            row.addWidget(editor)

    def values(self) -> tuple[str, str]:
        """Return both as HH:MM."""
        return self.begin.value(), self.end.value()
