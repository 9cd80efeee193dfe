# SPDX-License-Identifier: MIT
"""An editor of an address: a form of its own, with a field that searches the address book where there is one."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

import msgspec
from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from onlinesvc_desktop.contract import limits
from onlinesvc_desktop.contract.address import CARRIER_XML_ROOM, Address, too_long_for_xml
from onlinesvc_desktop.contract.contact import country_of
from onlinesvc_desktop.contract.problem import FieldProblem
from onlinesvc_desktop.desktop.accessibility import announce
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.editors.choice import Choices
from onlinesvc_desktop.desktop.widgets.editors.editor import Editor
from onlinesvc_desktop.desktop.widgets.editors.text import Line
from onlinesvc_desktop.desktop.widgets.form import Entry, Form
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, tight
from onlinesvc_desktop.desktop.widgets.suggestions import Suggestions
from onlinesvc_desktop.desktop.words.provinces import province_choices

_PAUSE_MS = 200
_SHORT = 30
Found = Sequence[tuple[str, Mapping[str, Any]]]
"""Words and address of each."""
Search = Callable[[str, Callable[[Found], None]], None]
"""Asks an address book for a text and hands on what it found, now or later, on the GUI thread."""


class Book(Protocol):
    """An address book that is searched within a keystroke, and keeps what was typed."""

    def find(self, text: str, show: Callable[[Found], None]) -> None:
        """Hand on at once what fits best."""

    def save(self, address: Mapping[str, Any], said: Callable[[Callable[[], str], Sequence[FieldProblem]], None]) -> None:
        """Keep an address; ``said`` hears what became of it and what is wrong with its fields."""


class AddressEditor(Editor, Panel):
    """Who and where. Names are ``<service>.<role>.<fieldName>``; the country follows the province.

    With a ``book`` it finds addresses while one types, and saves what was typed; ``picked`` carries the whole entry that
    was chosen, with its hours, instructions and accessorials beside the address.
    """

    picked = Signal(object)

    def __init__(
        self,
        owner: str,
        search: Search | None = None,
        message: type[msgspec.Struct] = Address,
        book: Book | None = None,
    ) -> None:
        super().__init__()
        self._book = book
        self._search = book.find if book is not None else search
        self._found: Found = ()
        self._suggestions: Suggestions | None = None
        self._find = Line(f"{owner}.find", limits.MAX_SEARCH_LENGTH)
        self._find.setClearButtonEnabled(True)
        if self._search is None:
            self._find.hide()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(0 if book is not None else _PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self._find.edited.connect(self._pause.start)
        self._find.submitted.connect(self._take_first)
        self._form = Form(self._entries(owner), message)
        self._form.edited.connect(self.edited)
        self._form.submitted.connect(self.submitted)
        self._save = TextButton(f"{owner}.save", "link")
        self._save.clicked.connect(self._keep)
        self._saved_words: Callable[[], str] | None = None
        self._saved = label("muted", wrap=True)
        self._saved.setObjectName(f"{owner}.saved")
        self._long = label("muted", wrap=True)
        self._long.setObjectName(f"{owner}.long")
        if book is None:
            self._save.hide()
            self._saved.hide()
        foot = tight(QHBoxLayout(), 12)
        foot.addWidget(self._save)
        foot.addWidget(self._saved, 1)
        column = tight(QVBoxLayout(self), 10)
        column.addWidget(self._find)
        column.addWidget(self._form)
        column.addWidget(self._long)
        column.addLayout(foot)
        self._form.edited.connect(self._say_nothing)
        self._form.edited.connect(self._say_what_is_long)
        self.setFocusProxy(self._form if self._search is None else self._find)
        self.retranslate_ui()

    def _entries(self, owner: str) -> list[Entry]:
        def line(name: str, longest: int = limits.MAX_SHORT_TEXT) -> Line:
            return Line(f"{owner}.{name}", longest)

        return [
            Entry("name", line("name"), lambda: self.tr("Name"), wide=True),
            Entry("attention", line("attention"), lambda: self.tr("Attention")),
            Entry("address1", line("address1"), lambda: self.tr("Address")),
            Entry("address2", line("address2"), lambda: self.tr("Address, second line")),
            Entry("unit", line("unit", _SHORT), lambda: self.tr("Unit")),
            Entry("city", line("city"), lambda: self.tr("City")),
            Entry("province", Choices(f"{owner}.province", province_choices), lambda: self.tr("Province or state")),
            Entry("postal_code", line("postalCode", _SHORT), lambda: self.tr("Postal code")),
            Entry("telephone", line("telephone", _SHORT), lambda: self.tr("Telephone")),
            Entry("extension", line("extension", _SHORT), lambda: self.tr("Extension")),
            Entry("email", line("email", limits.MAX_EMAIL_LENGTH), lambda: self.tr("E-mail")),
        ]

    def value(self) -> dict[str, Any]:
        """Return the address; the country is that of the province."""
        value = self._form.value()
        country = country_of(value.get("province", ""))
        return value if country is None else value | {"country": country.value}

    def field_words(self, name: str, value: Any) -> tuple[str, str]:
        """Return what a field is called, and a value of it as it is read."""
        return self._form.field_words(name, value)

    def fill(self, value: Any) -> None:
        """Put an address in, the whole of it."""
        self._find.clear()
        self._form.fill(value)
        self._say_nothing()
        self._say_what_is_long()

    def words_of(self, value: Any) -> str:
        """Return name and city."""
        given: Mapping[str, Any] = value if isinstance(value, Mapping) else {}
        return ", ".join(text for text in (given.get("name", ""), given.get("city", "")) if text)

    def show_problems(self, problems: Sequence[FieldProblem], take_focus: bool = True) -> bool:
        """Show what is wrong beside each field; what is wrong with the country belongs to the province."""
        there = [FieldProblem("/province", one.code, one.params) if one.pointer == "/country" else one for one in problems]
        return self._form.show_problems(there, take_focus)

    def _ask(self) -> None:
        if self._search is None:
            return
        text = self._find.text().strip()
        if not text:
            self._show(())
            return
        self._search(text, lambda found: self._show(found) if self._find.text().strip() == text else None)

    def _show(self, found: Found) -> None:
        self._found = found
        if self._suggestions is None:
            self._suggestions = Suggestions(self._find)
            self._suggestions.popup.clicked.connect(self._take)
        self._suggestions.show([words for words, _ in found])

    def _take_first(self) -> None:
        row = -1 if self._suggestions is None else self._suggestions.chosen_row()
        self._choose(max(0, row))

    def _take(self, index: QModelIndex) -> None:
        self._choose(index.row())

    def _choose(self, row: int) -> None:
        if row < len(self._found):
            _, address = self._found[row]
            self._show(())
            self.fill(address)
            self._form.setFocus()
            self.edited.emit()
            self.picked.emit(address)

    def _keep(self) -> None:
        """Save what was typed to the address book."""
        if self._book is None:
            return

        def said(words: Callable[[], str], problems: Sequence[FieldProblem]) -> None:
            self._saved_words = words
            self.show_problems(problems)
            self.retranslate_ui()
            announce(self._saved, self._saved.text())

        self._book.save(self.value(), said)

    def _say_nothing(self) -> None:
        if self._saved_words is not None:
            self._saved_words = None
            self.retranslate_ui()

    def _say_what_is_long(self) -> None:
        """Say what partners' programs have no room for; it is kept and printed whole."""
        values = self._form.values()
        parts = [
            self.tr("{field} ({length} of {room})").format(
                field=self._form.field_words(name, "")[0], length=length, room=CARRIER_XML_ROOM[name]
            )
            for name, length in too_long_for_xml(values).items()
        ]
        words = self.tr("Longer than some carrier systems take; kept and printed whole: {fields}.")
        self._long.setText(words.format(fields=", ".join(parts)) if parts else "")
        self._long.setVisible(bool(parts))

    def retranslate_ui(self) -> None:
        """Set the texts."""
        self._say_what_is_long()
        self._find.setPlaceholderText(self.tr("Search the address book"))
        self._find.setAccessibleName(self.tr("Search the address book"))
        self._save.setText(self.tr("Save to the address book"))
        self._saved.setText("" if self._saved_words is None else self._saved_words())
