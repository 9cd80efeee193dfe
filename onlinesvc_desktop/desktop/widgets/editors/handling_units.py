# SPDX-License-Identifier: MIT
"""The editor of handling units, the same for quotes, bills and pickups; density and class are shown while one types."""

from collections.abc import Mapping, Sequence
from decimal import Decimal as Exact
from typing import Any, Final

import msgspec
from PySide6.QtWidgets import QHeaderView

from onlinesvc_desktop.contract.freight import MOST_UNITS, Goods, HandlingUnit, class_of_density, goods_of
from onlinesvc_desktop.contract.messages import from_values
from onlinesvc_desktop.desktop.formats import decimal_text, rounded_words
from onlinesvc_desktop.desktop.widgets.editors.choice import Choices
from onlinesvc_desktop.desktop.widgets.editors.lines import LinesEditor
from onlinesvc_desktop.desktop.widgets.editors.numbers import Decimal, Whole
from onlinesvc_desktop.desktop.widgets.form import Entry
from onlinesvc_desktop.desktop.widgets.panel import label
from onlinesvc_desktop.desktop.words.freight import (
    dimension_unit_choices,
    freight_class_choices,
    unit_type_choices,
    weight_unit_choices,
)

BLANK: Final = {"count": 1, "type": "SKD", "dimension_unit": "in", "weight_unit": "lb"}
_MOST = 999
_NARROWEST = 8
"""Characters of a column, so that nine of them stand beside each other."""
_PLACES, _DIGITS = 2, 6


class HandlingUnitsEditor(LinesEditor):
    """A line is a number of units of one size, as in ``HandlingUnit``; names are ``<owner>.line.<fieldName>``.

    ``more`` are further fields of a line, after the common ones. ``<owner>.density`` says what comes out of the sizes.
    """

    def __init__(
        self,
        owner: str,
        message: type[msgspec.Struct] = HandlingUnit,
        more: Sequence[Entry] = (),
        most: int = MOST_UNITS,
        shown_rows: int = 3,
    ) -> None:
        self._density = label("muted", wrap=True)
        self._density.setObjectName(f"{owner}.density")
        entries = [*self._entries_of(owner), *more]
        super().__init__(owner, entries, message, lambda: BLANK, most, columns=4, shown_rows=shown_rows)
        self.column.addWidget(self._density)
        if not more:
            header = self._view.horizontalHeader()
            header.setMinimumSectionSize(self.fontMetrics().averageCharWidth() * _NARROWEST)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            self._view.setMaximumHeight(self._view.minimumHeight())
        self.edited.connect(self._show_density)
        self.model.modelReset.connect(self._show_density)
        self._view.selectionModel().currentRowChanged.connect(lambda *_rows: self._show_density())
        self._show_density()

    def _entries_of(self, owner: str) -> list[Entry]:
        def size(name: str) -> Decimal:
            return Decimal(f"{owner}.line.{name}", _PLACES, digits=_DIGITS)

        def choice(name: str, words: Any) -> Choices:
            return Choices(f"{owner}.line.{name}", words)

        return [
            Entry("count", Whole(f"{owner}.line.count", 1, _MOST, 1), lambda: self.tr("Units")),
            Entry("type", choice("type", unit_type_choices), lambda: self.tr("Type")),
            Entry("length", size("length"), lambda: self.tr("Length")),
            Entry("width", size("width"), lambda: self.tr("Width")),
            Entry("height", size("height"), lambda: self.tr("Height")),
            Entry("dimension_unit", choice("dimensionUnit", dimension_unit_choices), lambda: self.tr("in or cm")),
            Entry("weight", size("weight"), lambda: self.tr("Total weight")),
            Entry("weight_unit", choice("weightUnit", weight_unit_choices), lambda: self.tr("lb or kg")),
            Entry("freight_class", choice("freightClass", freight_class_choices), lambda: self.tr("Class")),
        ]

    def _show_density(self) -> None:
        self._density.setText(self._density_words())

    def _density_words(self) -> str:
        row = self.model.rows[self.current] if self.current < len(self.model.rows) else {}
        goods = measured((row,))
        if goods is None:
            return self.tr("With length, width, height and weight, density and class are shown here.")
        words = self._words_of(goods)
        chosen = str(row.get("freight_class", ""))
        found = _class_of(goods)
        if chosen and chosen != found:
            words += " " + self.tr("You chose class {chosen}.").format(chosen=decimal_text(chosen))
        everything = measured(self.value())
        if len(self.value()) > 1 and everything is not None:
            words += "\n" + self.tr("All lines together: {density}").format(density=self._words_of(everything))
        return words

    def _words_of(self, goods: Goods) -> str:
        return self.tr("{volume} ft³, {weight} lb: {density} lb/ft³, class {freight_class}.").format(
            volume=rounded_words(goods.volume_ft3, 2),
            weight=rounded_words(goods.actual_lb, 1),
            density=rounded_words(goods.density or Exact(0), 2),
            freight_class=decimal_text(_class_of(goods)),
        )

    def retranslate_ui(self) -> None:
        """Set the texts."""
        super().retranslate_ui()
        self._show_density()


def measured(rows: Sequence[Mapping[str, Any]]) -> Goods | None:
    """Return what lines weigh and measure together; None while one of them has no weight or no size."""
    try:
        known = [{name: row[name] for name in HandlingUnit.__struct_fields__ if name in row} for row in rows]
        units = [from_values(one, HandlingUnit) for one in known]
    except msgspec.ValidationError:
        return None
    goods = goods_of(units)
    return goods if goods.measured and goods.actual_lb > 0 else None


def _class_of(goods: Goods) -> str:
    return class_of_density(goods.density or Exact(0))
