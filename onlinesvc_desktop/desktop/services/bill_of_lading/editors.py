# SPDX-License-Identifier: MIT
"""Editors of what only a bill has: goods on a unit, dangerous goods in separate fields, references, money to collect."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal as Exact
from typing import Any, Final

import msgspec
from msgspec import UNSET
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from onlinesvc_desktop.contract.bill_of_lading import MOST_LINES, BillUnit, GoodsLine
from onlinesvc_desktop.contract.dangerous_goods import DangerousGoods, PackingGroup, composed
from onlinesvc_desktop.contract.freight import WeightUnit
from onlinesvc_desktop.contract.messages import from_values
from onlinesvc_desktop.contract.problem import FieldProblem
from onlinesvc_desktop.contract.rate_quote import Terms
from onlinesvc_desktop.contract.shipment import ReferenceType
from onlinesvc_desktop.contract.templates import GoodsItem
from onlinesvc_desktop.desktop.kept_book import KeptBook
from onlinesvc_desktop.desktop.services.bill_of_lading.words import fee_choices
from onlinesvc_desktop.desktop.widgets.editors.choice import Check, Choices
from onlinesvc_desktop.desktop.widgets.editors.editor import Editor
from onlinesvc_desktop.desktop.widgets.editors.handling_units import BLANK, HandlingUnitsEditor
from onlinesvc_desktop.desktop.widgets.editors.kept_line import KeptLine
from onlinesvc_desktop.desktop.widgets.editors.lines import LinesEditor
from onlinesvc_desktop.desktop.widgets.editors.numbers import Decimal, Whole
from onlinesvc_desktop.desktop.widgets.editors.text import Line
from onlinesvc_desktop.desktop.widgets.form import Entry, Form
from onlinesvc_desktop.desktop.widgets.panel import Panel, tight
from onlinesvc_desktop.desktop.words.freight import unit_type_choices

OWNER: Final = "billOfLading"
_GOODS = f"{OWNER}.goods"
_DANGER = f"{OWNER}.dangerousGoods"
_OF_GOODS: Final = ("description", "package_type", "nmfc", "dangerous_goods")
_SIZES: Final = ("length", "width", "height")
_POUND_IN_KILOGRAMS: Final = Exact("0.45359237")
BLANK_GOODS: Final = {"pieces": 1, "package_type": "BOX"}


class DangerousGoodsEditor(Editor, Panel):
    """A box to tick, and behind it the fields whose text is composed in the order of the law."""

    def __init__(self) -> None:
        super().__init__()
        self._is_dangerous = Check(f"{_DANGER}.isDangerous", lambda: self.tr("Dangerous goods"))
        self._form = Form(self._entries(), DangerousGoods, columns=3)
        self._form.setVisible(False)
        self._is_dangerous.edited.connect(self._on_ticked)
        self._form.edited.connect(self.edited)
        self._form.submitted.connect(self.submitted)
        column = tight(QVBoxLayout(self), 8)
        column.addWidget(self._is_dangerous)
        column.addWidget(self._form)
        self.setFocusProxy(self._is_dangerous)

    def _entries(self) -> list[Entry]:
        def line(name: str) -> Line:
            return Line(f"{_DANGER}.{name}")

        return [
            Entry("un_number", line("unNumber"), lambda: self.tr("UN number")),
            Entry("shipping_name", line("shippingName"), lambda: self.tr("Shipping name")),
            Entry("technical_name", line("technicalName"), lambda: self.tr("Technical name")),
            Entry("primary_class", line("primaryClass"), lambda: self.tr("Primary class")),
            Entry("subsidiary_classes", _Classes(), lambda: self.tr("Subsidiary classes")),
            Entry("packing_group", Choices(f"{_DANGER}.packingGroup", _groups), lambda: self.tr("Packing group")),
            Entry("quantity", line("quantity"), lambda: self.tr("Quantity, metric, and containers")),
            Entry("emergency_telephone", line("emergencyTelephone"), lambda: self.tr("24-hour number")),
            Entry("erap_number", line("erapNumber"), lambda: self.tr("Number of the emergency plan (ERAP)")),
        ]

    def value(self) -> dict[str, Any]:
        """Return the goods, nothing while the box is not ticked."""
        return {"un_number": "", **self._form.value()} if self._is_dangerous.value() else {}

    def fill(self, value: Any) -> None:
        """Put goods in."""
        self._is_dangerous.fill(bool(value))
        self._form.fill(value)
        self._form.setVisible(bool(value))

    def words_of(self, value: Any) -> str:
        """Return the composed description, or yes while it cannot be composed."""
        if not value:
            return ""
        try:
            return composed(from_values(value, DangerousGoods))
        except msgspec.ValidationError:
            return self.tr("Yes")

    def show_problems(self, problems: Sequence[FieldProblem], take_focus: bool = True) -> bool:
        """Show what is wrong beside each field."""
        return self._form.show_problems(problems, take_focus)

    def _on_ticked(self) -> None:
        self._form.setVisible(self._is_dangerous.value())
        self.edited.emit()

    def retranslate_ui(self) -> None:
        """Nothing of its own: its parts word themselves."""


class _Classes(Line):
    """Subsidiary classes, with commas or blanks between them."""

    def __init__(self) -> None:
        super().__init__(f"{_DANGER}.subsidiaryClasses", 30)

    def value(self) -> Any:
        return self.text().replace(";", " ").replace(",", " ").split()

    def fill(self, value: Any) -> None:
        self.setText(" ".join(value or ()))

    def words_of(self, value: Any) -> str:
        return " ".join(value or ())


def _groups() -> list[tuple[str, str]]:
    return [("", "\N{EN DASH}"), *((group.value, group.value) for group in PackingGroup)]


def goods_words(item: GoodsItem) -> str:
    """Return kept goods as one line to choose from."""
    code = f"{item.code}: " if item.code else ""
    un_number = "" if item.dangerous_goods is UNSET else f", {item.dangerous_goods.un_number}"
    return f"{code}{item.description}{un_number}"


def in_unit(weight: Exact, given: str, wanted: str) -> Exact:
    """Return a weight in pounds or kilograms as the other, or as it is."""
    if given == wanted:
        return weight
    return weight * _POUND_IN_KILOGRAMS if wanted == WeightUnit.KILOGRAM else weight / _POUND_IN_KILOGRAMS


class GoodsEditor(LinesEditor):
    """What lies on a unit: names are ``billOfLading.goods.lines`` and ``billOfLading.goods.line.<fieldName>``.

    A description finds kept goods; ``picked`` carries those that were taken. ``weight_unit`` is that of the handling unit.
    """

    picked = Signal(object)

    def __init__(self, book: KeptBook[GoodsItem], weight_unit: Callable[[], str]) -> None:
        self._weight_unit = weight_unit
        description = KeptLine[GoodsItem](f"{_GOODS}.line.description", book, goods_words)
        description.picked.connect(self._on_picked)

        def line(name: str) -> Line:
            return Line(f"{_GOODS}.line.{name}")

        entries = [
            Entry("description", description, lambda: self.tr("Description"), wide=True),
            Entry("pieces", Whole(f"{_GOODS}.line.pieces", 1, 99_999, 1), lambda: self.tr("Pieces")),
            Entry("package_type", Choices(f"{_GOODS}.line.packageType", unit_type_choices), lambda: self.tr("Packed as")),
            Entry("weight", Decimal(f"{_GOODS}.line.weight", 2, digits=6), lambda: self.tr("Weight")),
            Entry("nmfc", line("nmfc"), lambda: self.tr("NMFC")),
            Entry("dangerous_goods", DangerousGoodsEditor(), lambda: self.tr("Dangerous goods"), wide=True),
        ]
        super().__init__(_GOODS, entries, GoodsLine, lambda: BLANK_GOODS, MOST_LINES, columns=4, shown_rows=3)

    def _on_picked(self, item: GoodsItem) -> None:
        """Take kept goods into the line, for as many pieces as it has; where they say nothing, the line stays."""
        values: dict[str, Any] = msgspec.to_builtins(item)
        taken: dict[str, Any] = {name: values[name] for name in _OF_GOODS if name in values}
        if item.weight is not UNSET:
            each = in_unit(Exact(item.weight), item.weight_unit.value, self._weight_unit())
            taken["weight"] = f"{(each * self.form.values()['pieces']).quantize(Exact('0.01')).normalize():f}"
        self.form.take(taken)
        self._on_edited()
        self.form.field("pieces").editor.widget.setFocus()
        self.picked.emit(item)

    def words_of(self, value: Any) -> str:
        """Return the first description, and how many more there are."""
        lines = [one.get("description", "") for one in value or ()]
        if len(lines) > 1:
            return self.tr("{first} and %n more", "", len(lines) - 1).format(first=lines[0])
        return lines[0] if lines else ""


class BillUnitsEditor(HandlingUnitsEditor):
    """Handling units with their goods; units of measure that the wire leaves out are the usual ones."""

    def __init__(self, book: KeptBook[GoodsItem]) -> None:
        goods = GoodsEditor(book, lambda: str(self.form.values()["weight_unit"]))
        goods.picked.connect(self._on_goods)
        super().__init__(OWNER, BillUnit, [Entry("lines", goods, lambda: self.tr("Goods on these units"), wide=True)])

    def _on_goods(self, item: GoodsItem) -> None:
        """Take the class, and the size of goods that are packed as the unit is, where the unit has none yet."""
        given, has = msgspec.to_builtins(item), self.form.values()
        taken = {}
        if given.get("freight_class") and not has["freight_class"]:
            taken["freight_class"] = given["freight_class"]
        if given.get("package_type") == has["type"] and not any(has[name] for name in _SIZES):
            taken = taken | {name: given[name] for name in (*_SIZES, "dimension_unit") if name in given}
        lines = has["lines"]
        if not has["weight"] and len(lines) == 1 and lines[0].get("weight"):
            taken["weight"] = lines[0]["weight"]
        self.form.take(taken)
        self._on_edited()

    def fill(self, value: Any) -> None:
        """Put units in."""
        super().fill([{**BLANK, **row} for row in value or ()])


class _Parts(Editor, Panel):
    """A small form whose value is something else than an object of its fields."""

    def __init__(self, entries: Sequence[Entry], columns: int) -> None:
        super().__init__()
        self.form = Form(entries, columns=columns)
        self.form.edited.connect(self.edited)
        self.form.submitted.connect(self.submitted)
        tight(QVBoxLayout(self), 0).addWidget(self.form)
        self.setFocusProxy(self.form)

    def retranslate_ui(self) -> None:
        """Nothing of its own: its parts word themselves."""


class ReferencesEditor(_Parts):
    """Other numbers: several of a kind with commas between them."""

    _KINDS: Final[Mapping[str, ReferenceType]] = {
        "purchase_order": ReferenceType.PURCHASE_ORDER,
        "carrier_reference": ReferenceType.CARRIER_REFERENCE,
    }

    def __init__(self) -> None:
        super().__init__(
            [
                Entry("purchase_order", Line(f"{OWNER}.purchaseOrder", 200), lambda: self.tr("Purchase orders")),
                Entry("carrier_reference", Line(f"{OWNER}.carrierReference", 200), lambda: self.tr("Other references")),
            ],
            2,
        )

    def value(self) -> list[dict[str, str]]:
        """Return every number with its kind."""
        values = self.form.values()
        return [
            {"type": kind.value, "value": number.strip()}
            for name, kind in self._KINDS.items()
            for number in values[name].split(",")
            if number.strip()
        ]

    def fill(self, value: Any) -> None:
        """Put numbers in."""
        given = [(one.get("type"), str(one.get("value", ""))) for one in value or ()]
        self.form.fill(
            {name: ", ".join(number for of, number in given if of == kind.value) for name, kind in self._KINDS.items()}
        )


class CodEditor(_Parts):
    """What the driver collects; nothing while there is no amount."""

    def __init__(self) -> None:
        def entry(name: str, editor: Editor, words: Callable[[], str]) -> Entry:
            return Entry(name, editor, words)

        currencies = Choices(f"{OWNER}.cod.currency", lambda: [("CAD", "CAD"), ("USD", "USD")])
        super().__init__(
            [
                entry("amount", Decimal(f"{OWNER}.cod.amount", 2), lambda: self.tr("Collect on delivery")),
                entry("currency", currencies, lambda: self.tr("Currency")),
                entry("fee_terms", Choices(f"{OWNER}.cod.feeTerms", fee_choices), lambda: self.tr("Who pays the fee")),
            ],
            3,
        )
        self.fill(None)

    def value(self) -> dict[str, Any]:
        """Return amount, currency and fee terms."""
        value = self.form.value()
        return value if value.get("amount") else {}

    def fill(self, value: Any) -> None:
        """Put an amount in."""
        self.form.fill({"currency": "CAD", "fee_terms": Terms.PREPAID.value} | dict(value or {}))

    def show_problems(self, problems: Sequence[FieldProblem], take_focus: bool = True) -> bool:
        """Show what is wrong beside each field."""
        return self.form.show_problems(problems, take_focus)
