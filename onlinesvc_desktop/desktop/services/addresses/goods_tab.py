# SPDX-License-Identifier: MIT
"""Goods that are shipped again and again."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout

from onlinesvc_desktop.contract.dangerous_goods import DangerousGoods, PackingGroup
from onlinesvc_desktop.contract.freight import DimensionUnit, WeightUnit
from onlinesvc_desktop.contract.problem import FieldProblem
from onlinesvc_desktop.contract.templates import GoodsBody, GoodsItem
from onlinesvc_desktop.desktop.formats import decimal_text
from onlinesvc_desktop.desktop.kept_book import Entry
from onlinesvc_desktop.desktop.models.table import Column
from onlinesvc_desktop.desktop.pages.kept_entry import Kind
from onlinesvc_desktop.desktop.pages.kept_tab import KeptTab
from onlinesvc_desktop.desktop.widgets.editors.choice import Check, Choices
from onlinesvc_desktop.desktop.widgets.editors.editor import Editor
from onlinesvc_desktop.desktop.widgets.editors.numbers import Decimal
from onlinesvc_desktop.desktop.widgets.editors.text import Line
from onlinesvc_desktop.desktop.widgets.form import Entry as FormEntry
from onlinesvc_desktop.desktop.widgets.form import Form
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, tight
from onlinesvc_desktop.desktop.words.freight import (
    dimension_unit_choices,
    freight_class_choices,
    unit_type_choices,
    unit_type_words,
    weight_unit_choices,
)
from onlinesvc_desktop.desktop.workplace import Workplace

_OWNER = "addresses.goods"
_PLACES = 4


class GoodsForm(Editor, Panel):
    """The goods, and below them what the law asks of dangerous ones; left empty, they are not dangerous."""

    def __init__(self) -> None:
        super().__init__()
        self._goods = Form(self._goods_entries(), GoodsBody)
        self._danger_heading = label("muted", wrap=True)
        self._danger = Form(self._danger_entries(), DangerousGoods)
        column = tight(QVBoxLayout(self), 12)
        column.addWidget(self._goods)
        column.addWidget(self._danger_heading)
        column.addWidget(self._danger)
        for form in (self._goods, self._danger):
            form.edited.connect(self.edited)
            form.submitted.connect(self.submitted)
        self.setFocusProxy(self._goods)
        self.retranslate_ui()

    def _goods_entries(self) -> list[FormEntry]:
        def size(name: str) -> Decimal:
            return Decimal(f"{_OWNER}.{name}", _PLACES)

        return [
            FormEntry("description", Line(f"{_OWNER}.description"), lambda: self.tr("Description"), wide=True),
            FormEntry("code", Line(f"{_OWNER}.code"), lambda: self.tr("Code")),
            FormEntry("shared", Check(f"{_OWNER}.shared", lambda: self.tr("Shared with my company")), lambda: ""),
            FormEntry("package_type", Choices(f"{_OWNER}.packageType", unit_type_choices), lambda: self.tr("Package")),
            FormEntry("freight_class", Choices(f"{_OWNER}.freightClass", freight_class_choices), lambda: self.tr("Class")),
            FormEntry("nmfc", Line(f"{_OWNER}.nmfc"), lambda: self.tr("NMFC")),
            FormEntry("length", size("length"), lambda: self.tr("Length")),
            FormEntry("width", size("width"), lambda: self.tr("Width")),
            FormEntry("height", size("height"), lambda: self.tr("Height")),
            FormEntry(
                "dimension_unit",
                Choices(f"{_OWNER}.dimensionUnit", dimension_unit_choices),
                lambda: self.tr("Unit of length"),
            ),
            FormEntry("weight", size("weight"), lambda: self.tr("Weight of one package")),
            FormEntry(
                "weight_unit", Choices(f"{_OWNER}.weightUnit", weight_unit_choices), lambda: self.tr("Unit of weight")
            ),
        ]

    def _danger_entries(self) -> list[FormEntry]:
        def line(name: str) -> Line:
            return Line(f"{_OWNER}.danger.{name}")

        return [
            FormEntry("un_number", line("unNumber"), lambda: self.tr("UN number")),
            FormEntry("shipping_name", line("shippingName"), lambda: self.tr("Shipping name")),
            FormEntry("technical_name", line("technicalName"), lambda: self.tr("Technical name")),
            FormEntry("primary_class", line("primaryClass"), lambda: self.tr("Primary class")),
            FormEntry(
                "packing_group", Choices(f"{_OWNER}.danger.packingGroup", _packing_groups), lambda: self.tr("Packing group")
            ),
            FormEntry("quantity", line("quantity"), lambda: self.tr("Quantity, in metric units")),
            FormEntry("emergency_telephone", line("emergencyTelephone"), lambda: self.tr("24-hour telephone number")),
            FormEntry("erap_number", line("erapNumber"), lambda: self.tr("Emergency plan (ERAP) number")),
        ]

    def value(self) -> dict[str, Any]:
        """Return the goods."""
        danger = self._danger.value()
        return self._goods.value() | ({"dangerous_goods": danger} if danger else {})

    def fill(self, value: Any) -> None:
        """Put goods in; what says no units is in pounds and inches."""
        given = value if isinstance(value, Mapping) else {}
        units = {"weight_unit": WeightUnit.POUND.value, "dimension_unit": DimensionUnit.INCH.value, "shared": True}
        self._goods.fill({**units, **given})
        self._danger.fill(given.get("dangerous_goods"))

    def show_problems(self, problems: Sequence[FieldProblem], take_focus: bool = True) -> bool:
        """Show what is wrong beside each field."""
        inside = [
            FieldProblem(one.pointer.removeprefix("/dangerous_goods"), one.code, one.params)
            for one in problems
            if one.pointer.startswith("/dangerous_goods/")
        ]
        others = [one for one in problems if not one.pointer.startswith("/dangerous_goods/")]
        self._danger.show_problems(inside, take_focus and not others)
        return self._goods.show_problems(others, take_focus)

    def field_words(self, name: str, value: Any) -> tuple[str, str]:
        """Return what a field is called, and a value of it as it is read."""
        if name == "dangerous_goods":
            return self.tr("Dangerous goods"), self._danger.words_of(value)
        words, shown = self._goods.field_words(name, value)
        return words or self.tr("Shared with my company"), shown

    def retranslate_ui(self) -> None:
        """Set the texts."""
        self._danger_heading.setText(self.tr("Dangerous goods: leave these fields empty where there are none."))


def _packing_groups() -> list[tuple[str, str]]:
    return [("", ""), *((group.value, group.value) for group in PackingGroup)]


class GoodsTab(KeptTab[GoodsItem]):
    """Names are ``addresses.goods.…``."""

    def __init__(self, workplace: Workplace) -> None:
        kind = Kind(
            GoodsBody, lambda values: str(values.get("description", "")), lambda: self.tr("New goods"), {"shared": True}
        )
        super().__init__(_OWNER, workplace, workplace.goods, GoodsForm(), kind)
        self.retranslate_ui()

    @staticmethod
    def title() -> str:
        """Return the name of the tab, which is there before the tab."""
        return QCoreApplication.translate("GoodsTab", "Goods")

    def empty_words(self) -> str:
        """Say that nothing was found."""
        return self.tr("No goods match. Enter some with “New entry”; lines of a bill of lading are filled from them.")

    def columns(self) -> Sequence[Column[Entry[GoodsItem]]]:
        """Return the columns of the table."""
        return (
            Column(lambda: self.tr("Description"), lambda row: row.item.description, lambda row: row.order),
            Column(lambda: self.tr("Code"), lambda row: row.item.code, lambda row: row.item.code.casefold()),
            Column(
                lambda: self.tr("Package"),
                lambda row: unit_type_words(row.item.package_type) if row.item.package_type else "",
                lambda row: row.item.package_type or "",
            ),
            Column(
                lambda: self.tr("Class"), lambda row: row.item.freight_class or "", lambda row: row.item.freight_class or ""
            ),
            Column(lambda: self.tr("NMFC"), lambda row: row.item.nmfc or "", lambda row: row.item.nmfc or ""),
            Column(lambda: self.tr("Weight"), _weight_words, _weight_words, right_aligned=True),
            Column(
                lambda: self.tr("Dangerous"),
                lambda row: row.item.dangerous_goods.un_number if row.item.dangerous_goods else "",
                lambda row: row.item.dangerous_goods.un_number if row.item.dangerous_goods else "",
            ),
        )


def _weight_words(row: Entry[GoodsItem]) -> str:
    return f"{decimal_text(row.item.weight)}\N{NO-BREAK SPACE}{row.item.weight_unit}" if row.item.weight else ""
