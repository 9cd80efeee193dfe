# SPDX-License-Identifier: MIT
"""A message beside what it is about: kept as a way to say it, so that it changes language with the rest.

How long it stays is said with it (docs/focus-and-keys.md): until the next action, until its cause is gone, or until closed.
"""

from collections.abc import Callable
from pathlib import Path
from typing import assert_never

from PySide6.QtCore import QCoreApplication, Qt, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout

from onlinesvc_desktop.client.faults import Cancelled, Offline, is_without_answer
from onlinesvc_desktop.desktop.accessibility import announce
from onlinesvc_desktop.desktop.backend_link import BackendLink
from onlinesvc_desktop.desktop.connection import LinkState
from onlinesvc_desktop.desktop.icons import coloured_pixmap
from onlinesvc_desktop.desktop.jobs import Err
from onlinesvc_desktop.desktop.theme import Theme, Tone, restyle
from onlinesvc_desktop.desktop.widgets.buttons import TextButton, icon_button
from onlinesvc_desktop.desktop.widgets.lifetime import Lifetime, UntilClosed, UntilGone, UntilNextAction
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, tight
from onlinesvc_desktop.desktop.words.mark import QT_TRANSLATE_NOOP

_ICON = {
    Tone.NEUTRAL: "info",
    Tone.INFO: "info",
    Tone.SUCCESS: "check",
    Tone.WARNING: "warning",
    Tone.DANGER: "error",
}
_ICON_SIZE = 18
_URGENT = frozenset({Tone.WARNING, Tone.DANGER})
_PASSING = frozenset({Tone.SUCCESS, Tone.INFO})
_BACK = QT_TRANSLATE_NOOP("MessageLine", "The server answers again. Repeat what you were doing.")


class MessageLine(Panel):
    """Hidden until ``say``; announced to assistive technology when it appears."""

    def __init__(self, object_name: str, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._words: Callable[[], str] | None = None
        self._tone = Tone.INFO
        self._lasts: Lifetime = UntilNextAction()
        self._gone: SignalInstance | None = None
        self._frame = QFrame()
        self._frame.setProperty("kind", "message")
        self._icon = label()
        self._text = label("", wrap=True)
        self._text.setObjectName(object_name)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.LinksAccessibleByMouse
        )
        row = QHBoxLayout(self._frame)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(10)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self._file: Path | None = None
        self._open = TextButton(f"{object_name}.open", "link")
        self._open.clicked.connect(self._open_file)
        self._folder = TextButton(f"{object_name}.folder", "link")
        self._folder.clicked.connect(self._open_folder)
        for button in (self._open, self._folder):
            button.hide()
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._close = icon_button("close", f"{object_name}.close", _ICON_SIZE)
        self._close.clicked.connect(self.clear)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        tight(QHBoxLayout(self)).addWidget(self._frame)
        theme.changed.connect(self._draw_icon)
        self._close.hide()
        self.hide()
        self.retranslate_ui()

    @property
    def text(self) -> str:
        """What is said now; empty when hidden."""
        return self._text.text() if self._words is not None else ""

    def say(self, tone: Tone, words: Callable[[], str], lasts: Lifetime | None = None, saved: Path | None = None) -> None:
        """Show what ``words`` returns, now and at each language switch; until the next action unless told.

        A file that was ``saved``, which may be a folder of them, is offered to be opened, alone or in its folder.
        """
        self._let_go()
        self._file = saved
        self._folder.setVisible(saved is not None)
        self._open.setVisible(saved is not None)
        self._lasts = UntilNextAction() if lasts is None else lasts
        if isinstance(self._lasts, UntilGone):
            self._gone = self._lasts.gone
            self._gone.connect(self._on_gone)
        self._close.setVisible(isinstance(self._lasts, UntilClosed))
        self._words = words
        self._tone = tone
        restyle(self._frame, "tone", tone.value)
        self._draw_icon()
        self.retranslate_ui()
        self.show()
        announce(self._text, self._text.text(), urgent=tone in _URGENT)

    def say_fault(
        self,
        outcome: Err,
        link: BackendLink,
        again: Callable[[], None] | None = None,
        tone: Tone = Tone.WARNING,
    ) -> None:
        """Say why there is no answer. ``again`` asks the same question once the server that was away answers again."""
        fault, connection = outcome.fault, link.connection
        if again is not None and fault == Offline() and connection.state is LinkState.ONLINE:
            # It came back while what was known was looked for.
            again()
            return
        self.say(Tone.INFO if fault == Cancelled() else tone, link.words_for(outcome), self.until_back(outcome, link, again))

    def until_back(self, outcome: Err, link: BackendLink, again: Callable[[], None] | None = None) -> Lifetime:
        """Return how long a message about a fault stays: with the cause, if that is a server that does not answer."""
        if not is_without_answer(outcome.fault) or link.connection.state is not LinkState.OFFLINE:
            return UntilNextAction()
        # Only where nobody answered at all is the same asked again by itself; else it might go on for ever.
        return UntilGone(link.connection.back, again if outcome.fault == Offline() and again else self._say_back)

    def _say_back(self) -> None:
        self.say(Tone.INFO, lambda: QCoreApplication.translate("MessageLine", _BACK))

    def _on_gone(self) -> None:
        then = self._lasts.then if isinstance(self._lasts, UntilGone) else None
        self.clear()
        if then is not None:
            then()

    def _let_go(self) -> None:
        if self._gone is not None:
            self._gone.disconnect(self._on_gone)
            self._gone = None

    def clear(self) -> None:
        """Say nothing."""
        self._let_go()
        self._words = None
        self._text.clear()
        self._text.setAccessibleName("")
        self.hide()

    @property
    def can_be_closed(self) -> bool:
        """Tell whether it stays until somebody closes it."""
        return self._words is not None and isinstance(self._lasts, UntilClosed)

    def end_with_person(self, came: bool) -> None:
        """Leave nothing about somebody for whoever sits here next; who ``came`` still needs what was asked before."""
        match self._lasts:
            case UntilClosed(about_person):
                ends = about_person
            case UntilNextAction() | UntilGone():
                ends = not came
            case _:
                assert_never(self._lasts)
        if ends:
            self.clear()

    def end_with_page(self) -> None:
        """Say no more what was done on a page that is left; what is wrong there stays."""
        if isinstance(self._lasts, UntilNextAction) and self._tone in _PASSING:
            self.clear()

    def retranslate_ui(self) -> None:
        """Say it in the current language."""
        if self._words is not None:
            text = self._words()
            self._text.setText(text)
            self._text.setAccessibleName(text)
        self._open.setText(self.tr("Open"))
        self._folder.setText(self.tr("Show in folder"))
        self._close.setToolTip(self.tr("Close this message (Esc)"))
        self._close.setAccessibleName(self.tr("Close this message (Esc)"))

    def _open_file(self) -> None:
        """Leave it to the program that the desktop has for it."""
        if self._file is not None:
            _open_on_desktop(self._file)

    def _open_folder(self) -> None:
        if self._file is not None:
            _open_on_desktop(self._file.parent)

    def _draw_icon(self) -> None:
        self._icon.setPixmap(coloured_pixmap(_ICON[self._tone], self._theme.colour(self._tone), _ICON_SIZE))


def _open_on_desktop(path: Path) -> None:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
