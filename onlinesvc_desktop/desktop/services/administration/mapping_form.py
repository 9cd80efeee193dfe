# SPDX-License-Identifier: MIT
"""The form of a mapping: which column is which, what stands where a table says nothing, what its status words mean."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from onlinesvc_desktop.contract.intake_tables import StatusWordItem, TablePreviewMessage
from onlinesvc_desktop.contract.limits import MAX_SHORT_TEXT
from onlinesvc_desktop.contract.status import STAGE_OF_STATUS
from onlinesvc_desktop.contract.table_mapping import DateOrder, DecimalMark, MappingMessage
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.widgets.editors.choice import Choices
from onlinesvc_desktop.desktop.widgets.editors.text import Line
from onlinesvc_desktop.desktop.widgets.form import Entry, Form
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, tight
from onlinesvc_desktop.desktop.words.headings import heading_words
from onlinesvc_desktop.desktop.words.status import status_words

_COLUMNS = 3
_DEFAULTS = ("city", "province", "country", "status")
_NEEDED = ("autopro_number", "status", "occurred_at")


class MappingForm(Panel):
    """Made for one table; ``edited`` comes with each change."""

    edited = Signal()

    def __init__(self, owner: str, preview: TablePreviewMessage) -> None:
        super().__init__()
        self._mapping = preview.mapping
        self._words = {one.word: one for one in preview.words}
        self._columns = self._form(self._column_entries(owner, preview))
        self._columns.fill(dict.fromkeys(self._columns.values(), "") | preview.mapping.columns)
        self._defaults = self._form(
            Entry(name, Line(f"{owner}.default.{name}", MAX_SHORT_TEXT), _heading(name)) for name in _DEFAULTS
        )
        self._defaults.fill(preview.mapping.defaults)
        self._formats = self._form(
            [
                Entry("dates", Choices(f"{owner}.dates", self._date_choices), lambda: self.tr("Dates in figures")),
                Entry("decimal", Choices(f"{owner}.decimal", self._decimal_choices), lambda: self.tr("Decimal mark")),
            ]
        )
        self._formats.fill({"dates": preview.mapping.dates.value, "decimal": preview.mapping.decimal.value})
        self._statuses = self._form(self._status_entries(owner, preview.words))
        self._statuses.fill({one.word: one.code for one in preview.words})
        self._titles = [label("group") for _ in range(3)]
        layout = tight(QVBoxLayout(self), 12)
        for title, forms in zip(
            self._titles, ((self._columns,), (self._defaults, self._formats), (self._statuses,)), strict=True
        ):
            layout.addWidget(title)
            for form in forms:
                layout.addWidget(form)
        self._titles[2].setVisible(bool(preview.words))
        self.setFocusProxy(self._columns)
        self.retranslate_ui()

    def value(self) -> MappingMessage:
        """Return the mapping as the form stands; what it does not show is kept."""
        hidden = {ours: theirs for ours, theirs in self._mapping.columns.items() if ours not in self._columns.values()}
        chosen = self._formats.values()
        kept = {word: code for word, code in self._mapping.statuses.items() if word not in map(str.casefold, self._words)}
        return MappingMessage(
            hidden | self._columns.value(),
            kept | self._statuses.value(),
            self._defaults.value(),
            DateOrder(chosen["dates"]),
            DecimalMark(chosen["decimal"]),
            self._mapping.names,
        )

    def _form(self, entries: Iterable[Entry]) -> Form:
        form = Form(list(entries), columns=_COLUMNS)
        form.edited.connect(self.edited)
        return form

    def _column_entries(self, owner: str, preview: TablePreviewMessage) -> list[Entry]:
        def choices() -> list[tuple[str, str]]:
            headings = [(heading, heading) for heading in preview.headings if heading]
            return [("", self.tr("not in this table")), *headings]

        shown = [
            name for name in preview.ours if "_" not in name or not name.startswith(("shipper_", "consignee_", "bill_to_"))
        ]
        used = [name for name in preview.ours if name in preview.mapping.columns and name not in shown]
        return [
            Entry(name, Choices(f"{owner}.column.{name}", choices), _heading(name), required=name in _NEEDED)
            for name in [*shown, *used]
        ]

    def _status_entries(self, owner: str, words: Sequence[StatusWordItem]) -> list[Entry]:
        def choices() -> list[tuple[str, str]]:
            return [("", self.tr("Choose what it means")), *((code, status_words(code)) for code in STAGE_OF_STATUS)]

        return [Entry(one.word, Choices(f"{owner}.status.{at}", choices), _counted(one)) for at, one in enumerate(words)]

    def _date_choices(self) -> list[tuple[str, str]]:
        return [
            (DateOrder.DAY_FIRST.value, self.tr("day first: 31/12/2026")),
            (DateOrder.MONTH_FIRST.value, self.tr("month first: 12/31/2026")),
        ]

    def _decimal_choices(self) -> list[tuple[str, str]]:
        return [
            (DecimalMark.TOLD_BY_NUMBER.value, self.tr("told by each number")),
            (DecimalMark.COMMA.value, self.tr("comma: 12,5")),
            (DecimalMark.POINT.value, self.tr("point: 12.5")),
        ]

    def retranslate_ui(self) -> None:
        """Set the texts."""
        columns, defaults, statuses = self._titles
        columns.setText(self.tr("Which column is which"))
        defaults.setText(self.tr("Where the table says nothing, and how it writes"))
        statuses.setText(self.tr("What its status words mean"))


def _heading(name: str) -> Callable[[], str]:
    return lambda: heading_words(name)


def _counted(one: StatusWordItem) -> Callable[[], str]:
    return lambda: f"{one.word} ({formats.number_words(one.count)})"
