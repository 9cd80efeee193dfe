# SPDX-License-Identifier: MIT
"""Shipments that came damaged or short and whose notice has its last days, each with the way to give it."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from onlinesvc_desktop.contract.claim_rules import today_for
from onlinesvc_desktop.contract.claim_terms import ClaimDoor
from onlinesvc_desktop.contract.claims import LIST_NOTICES_DUE, NoticesDue, Outlook
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.jobs import Ok, Outcome
from onlinesvc_desktop.desktop.models.shipments import event_words
from onlinesvc_desktop.desktop.services.claims.words import deadline_words
from onlinesvc_desktop.desktop.widgets.card import card
from onlinesvc_desktop.desktop.widgets.endable_lines import EndableLines
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, tight
from onlinesvc_desktop.desktop.workplace import Workplace

_SHOWN: Final = 5
"""The others follow when these are done."""


class DueNotices(Panel):
    """Hidden while there is none; asked for each time the page is opened."""

    wanted = Signal(str)
    """Carries the autopro number of the shipment to give notice of."""

    def __init__(self, owner: str, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._count = 0
        self._came_from: QWidget | None = None
        self._heading = label("title", wrap=True)
        self._lines = EndableLines[Outlook](
            f"{owner}.due", f"{owner}.giveNotice", self._line_words, button_words=lambda: self.tr("Give notice")
        )
        self._lines.end_wanted.connect(lambda one: self.wanted.emit(one.autopro_number))
        frame, column = card(8)
        column.addWidget(self._heading)
        column.addWidget(self._lines)
        tight(QVBoxLayout(self)).addWidget(frame)
        workplace.session.changed.connect(self._on_session_changed)
        self._on_session_changed()

    def look(self) -> None:
        """Ask again, and show the most urgent."""
        profile = self._workplace.session.open_profile

        def received(outcome: Outcome[NoticesDue]) -> None:
            if isinstance(outcome, Ok) and self._workplace.session.open_profile == profile:
                self._show(outcome.value)
                if self._came_from is not None and self.window().focusWidget() is self._came_from:
                    self._lines.focus_first()
            self._came_from = None

        if profile is not None:
            self._workplace.link.ask(lambda client: client.send(LIST_NOTICES_DUE), received)

    def await_focus(self) -> None:
        """Take the focus to the most urgent, as soon as it is there; not from somebody who went elsewhere meanwhile."""
        self._came_from = self.window().focusWidget()

    def _on_session_changed(self) -> None:
        """Show nothing of one person to the next."""
        self._show(NoticesDue(()))

    def _show(self, found: NoticesDue) -> None:
        self._count = len(found.items)
        self._lines.show_items(found.items[:_SHOWN])
        self.setVisible(bool(found.items))
        self.retranslate_ui()

    def _line_words(self, one: Outlook) -> tuple[str, str]:
        number = formats.autopro_display(one.autopro_number)
        left = deadline_words(ClaimDoor.NOTICE, one.deadlines, today_for(one, self._workplace.now()))
        wrong = ", ".join(event_words(event) for event in one.exceptions)
        words = self.tr("{number}: {what}. {left}").format(number=number, what=wrong, left=left)
        return words, self.tr("Give notice for {number}").format(number=number)

    def retranslate_ui(self) -> None:
        """Set the texts."""
        self._heading.setText(self.tr("%n shipment(s) came damaged or short: give notice in time", "", self._count))
        self._lines.retranslate_ui()
