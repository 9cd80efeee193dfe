# SPDX-License-Identifier: MIT
"""The services home: every service under its heading, with key, help icon and one line on what it does (P1, P2, P3)."""

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.desktop.catalogue import catalogue
from onlinesvc_desktop.desktop.entry import Group, ServiceEntry, service_of
from onlinesvc_desktop.desktop.icons import palette_pixmap
from onlinesvc_desktop.desktop.pages.page import Page, scrolling
from onlinesvc_desktop.desktop.targets import Explain, Open
from onlinesvc_desktop.desktop.widgets.buttons import HelpButton, TextButton
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, plain_tooltip, tight
from onlinesvc_desktop.desktop.workplace import Workplace

if TYPE_CHECKING:
    from onlinesvc_desktop.desktop.places.today import TodayPanel

_CARD_CHARACTERS = 36
_ICON = 26
_KEY = 20


@cache
def _carded() -> tuple[ServiceEntry, ...]:
    return tuple(entry for entry in catalogue() if entry.group is not None)


class _ServiceCard(Panel):
    """One service on the home page; the whole card opens it."""

    opened = Signal(object)
    help_wanted = Signal(str)

    def __init__(self, entry: ServiceEntry) -> None:
        super().__init__()
        name = f"services.{entry.where}"
        self._entry = entry
        self._frame = QFrame()
        self._frame.setProperty("kind", "card")
        self._frame.setProperty("clickable", "true")
        self._frame.setCursor(Qt.CursorShape.PointingHandCursor)
        self._mark = label()
        self._key = label()
        self._key.setObjectName(f"{name}.key")
        self._heading = TextButton(name, "service")
        self._heading.clicked.connect(self._open)
        self.setFocusProxy(self._heading)
        self._help = HelpButton(name, entry.topic)
        self._help.asked.connect(self.help_wanted)
        self._description = label("muted", wrap=True)
        self._waiting = label("fact", wrap=True)
        self._waiting.setObjectName(f"{name}.waiting")
        self._waiting.hide()
        head = tight(QHBoxLayout(), 6)
        head.addWidget(self._key)
        head.addWidget(self._heading)
        head.addWidget(self._help)
        head.addStretch(1)
        inside = QHBoxLayout(self._frame)
        inside.setContentsMargins(16, 14, 14, 16)
        inside.setSpacing(12)
        text = tight(QVBoxLayout(), 2)
        text.addLayout(head)
        text.addWidget(self._description)
        text.addWidget(self._waiting)
        text.addStretch(1)
        inside.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(text, 1)
        tight(QVBoxLayout(self)).addWidget(self._frame)
        self.refresh_icons()
        self.retranslate_ui()

    def minimumSizeHint(self) -> QSize:
        """Keep the description readable."""
        hint = super().minimumSizeHint()
        return QSize(self.fontMetrics().averageCharWidth() * 30, hint.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open on a click anywhere on the card."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._open()

    def _open(self) -> None:
        self.opened.emit(self._entry.where)

    def show_key(self, locked: bool) -> None:
        """Show or hide the key before the heading."""
        self._key.setVisible(locked)
        self.retranslate_ui()

    def show_waiting(self, words: str) -> None:
        """Say how much waits there to be decided or looked after."""
        self._waiting.setText(words)
        self._waiting.setVisible(bool(words))
        self.retranslate_ui()

    def refresh_icons(self) -> None:
        """Draw the icons in the colours of the moment."""
        self._mark.setPixmap(palette_pixmap(self._entry.icon, QPalette.ColorRole.Accent, _ICON))
        self._key.setPixmap(palette_pixmap("key", QPalette.ColorRole.Accent, _KEY))

    def retranslate_ui(self) -> None:
        """Set heading, description and what a screen reader says of the key."""
        title = self._entry.title()
        locked = not self._key.isHidden()
        self._heading.setText(title)
        self._description.setText(self._entry.description())
        self._help.name_heading(title)
        key_words = self.tr("Locked: sign in to open")
        self._key.setToolTip(plain_tooltip(key_words))
        self._key.setAccessibleName(key_words)
        self._heading.setAccessibleName(self.tr("{service}, locked").format(service=title) if locked else title)
        self._heading.setAccessibleDescription(" ".join(filter(None, (self._entry.description(), self._waiting.text()))))


class HomePage(Page):
    """All services in groups, as many columns as fit. Its frame stands at once, its cards with ``fill``."""

    def __init__(self, workplace: Workplace) -> None:
        session, open_work, theme = workplace.session, workplace.open_work, workplace.theme
        super().__init__("home", "home", theme, has_back=False)
        self._session = session
        self._open_work = open_work
        open_work.show_on(self)
        open_work.changed.connect(self.retranslate_ui)
        self._workplace = workplace
        self.today: TodayPanel | None = None
        self._intro = label("muted", wrap=True)
        self._groups: list[tuple[Group, QLabel, list[_ServiceCard]]] = []
        self._cards: dict[Service, _ServiceCard] = {}
        self._columns = 0
        self._content = QWidget()
        self._grid = QGridLayout()
        self._grid.setSpacing(14)
        self.body.setSpacing(14)
        self.body.addWidget(self._intro)
        self._area = scrolling(self._content)
        self.body.addWidget(self._area, 1)
        session.changed.connect(self._show_keys)
        theme.changed.connect(self._refresh_icons)
        self.retranslate_ui()

    def fill(self) -> None:
        """Make the cards, once: the window is painted before, and stands there sooner."""
        if self.today is not None:
            return
        from onlinesvc_desktop.desktop.places.today import TodayPanel

        self.today = TodayPanel(self._workplace)
        self.today.go_wanted.connect(self.go_wanted)
        column = tight(QVBoxLayout(self._content), 14)
        column.addWidget(self.today)
        column.addLayout(self._grid)
        column.addStretch(1)
        for group in Group:
            cards = [self._card(entry) for entry in catalogue() if entry.group is group]
            if cards:
                name = label("group")
                name.setContentsMargins(0, 6, 0, 0)
                self._groups.append((group, name, cards))
        self._arrange(self._fitting_columns())
        self._show_keys()

    def _card(self, entry: ServiceEntry) -> _ServiceCard:
        made = _ServiceCard(entry)
        made.opened.connect(lambda service: self.go_wanted.emit(Open(service)))
        made.help_wanted.connect(lambda topic: self.go_wanted.emit(Explain(topic)))
        self._cards[service_of(entry)] = made
        return made

    def first_field(self) -> QWidget:
        """Start on the first service."""
        return self._cards[service_of(_carded()[0])] if self._cards else self

    def heading_words(self) -> str:
        """Return the heading."""
        return self.tr("Services")

    def _show_keys(self) -> None:
        profile = self._session.open_profile
        for entry in _carded() if self._cards else ():
            self._cards[service_of(entry)].show_key(entry.requires_access and not self._session.is_open)
            self._cards[service_of(entry)].setVisible(entry.is_shown_to(profile))
        for _, name, cards in self._groups:
            name.setVisible(any(not card.isHidden() for card in cards))
        self.retranslate_ui()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from card to card by the arrow keys."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -self._columns, Qt.Key.Key_Down: self._columns}.get(
            Qt.Key(event.key())
        )
        cards = [card for _, _, group in self._groups for card in group if card.isVisible()]
        focused = self.window().focusWidget()
        at = next((at for at, card in enumerate(cards) if card.isAncestorOf(focused)), None)
        if step is None or at is None:
            super().keyPressEvent(event)
            return
        cards[max(0, min(len(cards) - 1, at + step))].setFocus()

    def _refresh_icons(self) -> None:
        for card in self._cards.values():
            card.refresh_icons()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the cards out in as many columns as fit."""
        super().resizeEvent(event)
        if self._cards:
            self._arrange(self._fitting_columns())

    def _fitting_columns(self) -> int:
        width = self.fontMetrics().averageCharWidth() * _CARD_CHARACTERS
        return max(1, min(3, self._area.width() // max(1, width)))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        for column in range(max(columns, self._columns)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        row = 0
        for _, name, cards in self._groups:
            self._grid.addWidget(name, row, 0, 1, columns)
            row += 1
            for position, card in enumerate(cards):
                self._grid.addWidget(card, row + position // columns, position % columns)
            row += (len(cards) + columns - 1) // columns
        self._columns = columns

    def retranslate_ui(self) -> None:
        """Set the texts; the introduction says what the keys mean."""
        super().retranslate_ui()
        self._intro.setText(
            self.tr("Every service is open to you.")
            if self._session.is_open
            else self.tr("Services with a key open after you sign in on the left. The others are open to everyone.")
        )
        for group, name, _ in self._groups:
            name.setText(group.words())
        if self._cards:
            self._cards[Service.ADMINISTRATION].show_waiting(self._waiting_words())

    def _waiting_words(self) -> str:
        """Return everything that waits for an administrator, what people wait for first."""
        found = (
            words(count)
            for entry in catalogue()
            for queue, words in entry.open_work.items()
            if (count := self._open_work.count(queue))
        )
        return ", ".join(found)
