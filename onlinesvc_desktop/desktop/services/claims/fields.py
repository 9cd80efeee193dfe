# SPDX-License-Identifier: MIT
"""The fields of a claim beside its number, for the form that files one and for the one that changes it."""

from typing import Final

from PySide6.QtCore import QObject

from onlinesvc_desktop.contract import limits
from onlinesvc_desktop.contract.claim_terms import ClaimDoor
from onlinesvc_desktop.contract.claims import MOST_LINES, ClaimLine
from onlinesvc_desktop.desktop.services.claims.words import currency_choices, kind_choices
from onlinesvc_desktop.desktop.widgets.editors.choice import Choices
from onlinesvc_desktop.desktop.widgets.editors.lines import LinesEditor
from onlinesvc_desktop.desktop.widgets.editors.numbers import Decimal, Whole
from onlinesvc_desktop.desktop.widgets.editors.text import Line, TextArea
from onlinesvc_desktop.desktop.widgets.form import Entry
from onlinesvc_desktop.desktop.words.freight import weight_unit_choices

SHOWN_OF: Final = {
    ClaimDoor.NOTICE: frozenset({"kind", "description"}),
    ClaimDoor.INSPECTION: frozenset({"kind", "goods_at", "description"}),
    ClaimDoor.CLAIM: frozenset({"kind", "currency", "declared_value", "lines", "goods_at", "description", "email"}),
}
"""Which fields stand behind a door."""
_BLANK_LINE: Final = {"quantity": 1, "weight_unit": "lb"}
_MOST_PIECES: Final = 99_999
_DESCRIPTION_LINES: Final = 3


class ClaimFields(QObject):
    """Makes the fields; ``owner`` begins the names of their widgets."""

    def __init__(self, owner: str) -> None:
        super().__init__()
        self._owner = owner

    def entries(self) -> list[Entry]:
        """Return the fields of every door."""
        owner = self._owner
        kind = Choices(f"{owner}.kind", kind_choices)
        currency = Choices(f"{owner}.currency", currency_choices)
        declared = Decimal(f"{owner}.declaredValue", 2, lambda: "$")
        description = TextArea(f"{owner}.description", _DESCRIPTION_LINES)
        return [
            Entry("kind", kind, lambda: self.tr("&What happened"), hint=lambda: self.tr("You may leave it for later.")),
            Entry("lines", self._lines(), lambda: self.tr("Goods that are missing or damaged"), wide=True, required=True),
            Entry("currency", currency, lambda: self.tr("Currency of the costs")),
            Entry(
                "declared_value",
                declared,
                lambda: self.tr("Declared value"),
                hint=lambda: self.tr("Only if the bill of lading declares one, in Canadian dollars."),
            ),
            Entry(
                "goods_at",
                Line(f"{owner}.goodsAt", limits.MAX_SHORT_TEXT),
                lambda: self.tr("Where the goods are now"),
                wide=True,
            ),
            Entry("description", description, lambda: self.tr("Descri&ption"), wide=True),
            Entry(
                "email",
                Line(f"{owner}.email", limits.MAX_EMAIL_LENGTH),
                lambda: self.tr("E-mail for news of it"),
                hint=lambda: self.tr("Your default e-mail unless you enter another."),
                wide=True,
            ),
        ]

    def _lines(self) -> LinesEditor:
        owner = f"{self._owner}.line"
        entries = [
            Entry("quantity", Whole(f"{owner}.quantity", 1, _MOST_PIECES, 1), lambda: self.tr("Quantity")),
            Entry("description", Line(f"{owner}.description", limits.MAX_SHORT_TEXT), lambda: self.tr("Description")),
            Entry("unit_cost", Decimal(f"{owner}.unitCost", 2), lambda: self.tr("Unit cost")),
            Entry("weight", Decimal(f"{owner}.weight", 2), lambda: self.tr("Weight")),
            Entry("weight_unit", Choices(f"{owner}.weightUnit", weight_unit_choices), lambda: self.tr("Unit of weight")),
        ]
        return LinesEditor(self._owner, entries, ClaimLine, lambda: _BLANK_LINE, MOST_LINES, columns=5, shown_rows=3)
