# SPDX-License-Identifier: MIT
"""The customer a request leads to: found by name, city or number while one types, or one of those that are likely."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from onlinesvc_desktop.contract.customers import LIST_CUSTOMERS, CustomerItem
from onlinesvc_desktop.contract.decisions import LikelyCustomer
from onlinesvc_desktop.contract.limits import MAX_SEARCH_LENGTH
from onlinesvc_desktop.contract.paging import Page, PageQuery
from onlinesvc_desktop.desktop.backend_link import BackendLink
from onlinesvc_desktop.desktop.jobs import Ok, Outcome
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.editors.editor import Editor
from onlinesvc_desktop.desktop.widgets.editors.text import Line
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, tight
from onlinesvc_desktop.desktop.widgets.suggestions import MOST_SUGGESTIONS, Suggestions

_PAUSE_MS = 200
_MOST_ASKED = 50
_MOST_LIKELY = 3


class CustomerChoice(Editor, Panel):
    """Its value is a customer number; what was typed and is no customer counts as a number too."""

    not_found = Signal()
    """No customer has what was typed."""

    def __init__(self, owner: str, link: BackendLink) -> None:
        super().__init__()
        self._link = link
        self._line = Line(f"{owner}.existing", MAX_SEARCH_LENGTH)
        self._suggestions: Suggestions | None = None
        self._found: Sequence[LikelyCustomer] = ()
        self._likely: Sequence[LikelyCustomer] = ()
        self._chosen: LikelyCustomer | None = None
        self._meant = label("muted", wrap=True)
        self._meant.setObjectName(f"{owner}.meant")
        self._buttons = [TextButton(f"{owner}.likely{at}", "link") for at in range(1, _MOST_LIKELY + 1)]
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self._line.edited.connect(self._on_edited)
        self._line.submitted.connect(self._on_enter)
        column = tight(QVBoxLayout(self), 4)
        column.addWidget(self._line)
        column.addWidget(self._meant)
        for at, button in enumerate(self._buttons):
            button.clicked.connect(partial(self._take_likely, at))
            column.addWidget(button)
        self.setFocusProxy(self._line)
        self.retranslate_ui()

    @property
    def widget(self) -> QWidget:
        """What takes the focus."""
        return self._line

    def value(self) -> str:
        """Return the number of the customer that is meant."""
        return self._line.text().strip() if self._chosen is None else self._chosen.number

    def fill(self, value: Any) -> None:
        """Put a number in, or nothing."""
        self._pause.stop()
        self._chosen = None
        self._line.fill(value)
        self.retranslate_ui()

    def propose(self, likely: Sequence[LikelyCustomer]) -> None:
        """Offer the likely customers; the first is taken if there is no doubt that it is meant."""
        self._likely = tuple(likely[:_MOST_LIKELY])
        self.fill("")
        if self._likely and self._likely[0].is_sure:
            self._take(self._likely[0])
        self.retranslate_ui()

    def _take_likely(self, at: int) -> None:
        self._take(self._likely[at])
        self._line.setFocus()
        self.edited.emit()

    def _take(self, customer: LikelyCustomer) -> None:
        self._pause.stop()
        self._chosen = customer
        self._line.fill(f"{customer.name} ({customer.number})")
        if self._suggestions is not None:
            self._suggestions.show([])
        self.retranslate_ui()

    def _on_edited(self) -> None:
        self._chosen = None
        self.retranslate_ui()
        self.edited.emit()
        self._pause.start()

    def _ask(self) -> None:
        text = self._line.text().strip()
        if not text:
            self._show(())
            return

        def received(outcome: Outcome[Page[CustomerItem]]) -> None:
            if self._line.text().strip() == text and self._chosen is None and isinstance(outcome, Ok):
                self._on_found(text, [LikelyCustomer(one.number, one.name, one.city) for one in outcome.value.items])

        query = PageQuery(search=text, limit=_MOST_ASKED)
        self._link.ask(lambda client: client.send(LIST_CUSTOMERS, query=query), received)

    def _on_found(self, text: str, found: Sequence[LikelyCustomer]) -> None:
        exact = next((one for one in found if one.number == text), None)
        if exact is not None:
            self._chosen = exact
            self.retranslate_ui()
        elif not found:
            self.not_found.emit()
        self._show(() if exact is not None else found)

    def _show(self, found: Sequence[LikelyCustomer]) -> None:
        self._found = tuple(found[:MOST_SUGGESTIONS])
        if self._suggestions is None:
            self._suggestions = Suggestions(self._line)
            self._suggestions.popup.clicked.connect(self._on_clicked)
        self._suggestions.show([customer_words(one) for one in self._found] if self._line.hasFocus() else [])

    def _on_clicked(self, index: QModelIndex) -> None:
        self._take(self._found[index.row()])
        self.edited.emit()

    def _on_enter(self) -> None:
        """Take what is chosen in the list; without one, Enter goes on to the approval."""
        row = -1 if self._suggestions is None else self._suggestions.chosen_row()
        if 0 <= row < len(self._found):
            self._take(self._found[row])
            self.edited.emit()
        else:
            self.submitted.emit()

    def retranslate_ui(self) -> None:
        """Say which customer is meant, and name the likely ones that are not."""
        self._line.setPlaceholderText(self.tr("Name, city or number"))
        self._meant.setText("" if self._chosen is None else customer_words(self._chosen))
        self._meant.setVisible(self._chosen is not None)
        for at, button in enumerate(self._buttons):
            is_offered = at < len(self._likely) and self._likely[at] != self._chosen
            button.setVisible(is_offered)
            if is_offered:
                button.setText(self.tr("Perhaps {customer}").format(customer=customer_words(self._likely[at])))


def customer_words(customer: LikelyCustomer) -> str:
    """Return a customer with its number and city."""
    words = f"{customer.name} ({customer.number})"
    return f"{words}, {customer.city}" if customer.city else words
