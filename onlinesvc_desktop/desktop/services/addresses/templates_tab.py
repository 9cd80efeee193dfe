# SPDX-License-Identifier: MIT
"""Templates of bills of lading: named, shared, removed here; made and used where bills are written."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from msgspec import UNSET
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout

from onlinesvc_desktop.contract.problem import FieldProblem
from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.contract.templates import TemplateBody, TemplateItem
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.kept_book import Entry
from onlinesvc_desktop.desktop.models.table import Column
from onlinesvc_desktop.desktop.pages.kept_entry import Kind
from onlinesvc_desktop.desktop.pages.kept_tab import KeptTab
from onlinesvc_desktop.desktop.targets import Start
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.editors.choice import Check
from onlinesvc_desktop.desktop.widgets.editors.editor import Editor
from onlinesvc_desktop.desktop.widgets.editors.text import Line
from onlinesvc_desktop.desktop.widgets.form import Entry as FormEntry
from onlinesvc_desktop.desktop.widgets.form import Form
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, tight
from onlinesvc_desktop.desktop.workplace import Workplace

_OWNER = "addresses.templates"


class TemplateForm(Editor, Panel):
    """Name and who sees it; the bill itself goes through unchanged and is shown in a few words."""

    def __init__(self) -> None:
        super().__init__()
        self._bill: Mapping[str, Any] = {}
        self._form = Form(
            [
                FormEntry("name", Line(f"{_OWNER}.name"), lambda: self.tr("Name")),
                FormEntry("shared", Check(f"{_OWNER}.shared", lambda: self.tr("Shared with my company")), lambda: ""),
            ],
            TemplateBody,
        )
        self._content = label("muted", wrap=True)
        column = tight(QVBoxLayout(self), 12)
        column.addWidget(self._form)
        column.addWidget(self._content)
        self._form.edited.connect(self.edited)
        self._form.submitted.connect(self.submitted)
        self.setFocusProxy(self._form)
        self.retranslate_ui()

    def value(self) -> dict[str, Any]:
        """Return the template with its bill."""
        return self._form.value() | {"bill": dict(self._bill)}

    def fill(self, value: Any) -> None:
        """Put a template in."""
        given = value if isinstance(value, Mapping) else {}
        self._bill = given.get("bill") or {}
        self._form.fill({"shared": True, **given})
        self.retranslate_ui()

    def show_problems(self, problems: Sequence[FieldProblem], take_focus: bool = True) -> bool:
        """Show what is wrong beside each field."""
        return self._form.show_problems(problems, take_focus)

    def field_words(self, name: str, value: Any) -> tuple[str, str]:
        """Return what a field is called, and a value of it as it is read."""
        if name == "bill":
            return self.tr("Bill of lading"), self._bill_words(value or {})
        words, shown = self._form.field_words(name, value)
        return words or self.tr("Shared with my company"), shown

    def _bill_words(self, bill: Mapping[str, Any]) -> str:
        parties = [bill.get(role, {}).get("name", "") for role in ("shipper", "consignee")]
        goods = [line.get("description", "") for unit in bill.get("handling_units", ()) for line in unit.get("lines", ())]
        return ", ".join([" → ".join(parties) if all(parties) else "".join(parties), *goods])

    def retranslate_ui(self) -> None:
        """Set the texts."""
        self._content.setText(self._bill_words(self._bill))


class TemplatesTab(KeptTab[TemplateItem]):
    """Names are ``addresses.templates.…``."""

    def __init__(self, workplace: Workplace) -> None:
        kind = Kind(
            TemplateBody, lambda values: str(values.get("name", "")), lambda: self.tr("New template"), {"shared": True}
        )
        super().__init__(_OWNER, workplace, workplace.templates, TemplateForm(), kind)
        self._add.hide()
        self._use = TextButton(f"{_OWNER}.use", "primary")
        self._use.clicked.connect(self._on_use)
        self.bar.addWidget(self._use)
        self._entry.shown.connect(self._use.setEnabled)
        self._use.setEnabled(False)
        self.retranslate_ui()

    @staticmethod
    def title() -> str:
        """Return the name of the tab, which is there before the tab."""
        return QCoreApplication.translate("TemplatesTab", "Templates")

    def empty_words(self) -> str:
        """Say that nothing was found."""
        return self.tr("No templates match. A bill of lading is kept as a template where it is written.")

    def _on_use(self) -> None:
        """Begin a bill of lading with what the template holds."""
        item = self._entry.item
        if item is not None:
            self.go_wanted.emit(Start(Service.BILL_OF_LADING, msgspec.to_builtins(item.bill)))

    def retranslate_ui(self) -> None:
        """Set the texts."""
        super().retranslate_ui()
        self._use.setText(self.tr("Write a bill of lading"))

    def columns(self) -> Sequence[Column[Entry[TemplateItem]]]:
        """Return the columns of the table."""

        def party(role: str, name: str) -> Any:
            def words(row: Entry[TemplateItem]) -> str:
                address = getattr(row.item.bill, role)
                return "" if address is UNSET else str(getattr(address, name))

            return words

        shipper, consignee, city = party("shipper", "name"), party("consignee", "name"), party("consignee", "city")
        return (
            Column(lambda: self.tr("Name"), lambda row: row.item.name, lambda row: row.order),
            Column(lambda: self.tr("Shipper"), shipper, shipper),
            Column(lambda: self.tr("Consignee"), consignee, consignee),
            Column(lambda: self.tr("City"), city, city),
            Column(
                lambda: self.tr("Changed"),
                lambda row: formats.local_moment_words(row.item.changed_at),
                lambda row: row.item.changed_at,
            ),
        )
