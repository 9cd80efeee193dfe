# SPDX-License-Identifier: MIT
"""The fields of a pickup, and of one that comes every week."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject

from onlinesvc_desktop.contract.pickup import MOST_ITEMS, PickupContact, PickupItem
from onlinesvc_desktop.desktop.services.pickup.words import on_closed_choices, weekday_choices
from onlinesvc_desktop.desktop.widgets.editors.address import AddressEditor
from onlinesvc_desktop.desktop.widgets.editors.choice import Choices
from onlinesvc_desktop.desktop.widgets.editors.lines import LinesEditor
from onlinesvc_desktop.desktop.widgets.editors.moments import Day, TimeOfDay
from onlinesvc_desktop.desktop.widgets.editors.numbers import Decimal, Whole
from onlinesvc_desktop.desktop.widgets.editors.several import Several
from onlinesvc_desktop.desktop.widgets.editors.text import Line, TextArea
from onlinesvc_desktop.desktop.widgets.form import Entry, Form
from onlinesvc_desktop.desktop.words.accessorials import accessorial_choices, accessorial_words
from onlinesvc_desktop.desktop.words.freight import unit_type_choices, weight_unit_choices
from onlinesvc_desktop.desktop.workplace import Workplace

OWNER = "pickup"
READY, CLOSE = "09:00", "17:00"
BLANK_LINE = {"count": 1, "type": "SKD", "weight_unit": "lb"}
_AT_PICKUP = ("TGPU", "RESPU", "LTDAP", "INSPU", "APT", "AHR", "HEAT", "HAZ", "OVR")
"""Additional services that concern the place of pickup or the truck."""
_INSTRUCTION_LINES = 3
_SHORT = 16


class PostalCodeOf(Line):
    """Where goods go, by postal code: an object with one member on the wire."""

    def value(self) -> Any:
        """Return the destination, empty when nothing is typed."""
        text = self.text().strip()
        return {"postal_code": text} if text else {}

    def fill(self, value: Any) -> None:
        """Put a destination in."""
        self.setText(str(value.get("postal_code", "")) if isinstance(value, Mapping) else "")

    def words_of(self, value: Any) -> str:
        """Return the postal code."""
        return str(value.get("postal_code", "")) if isinstance(value, Mapping) else ""

    def value_of(self, text: str) -> Any:
        """Return the destination that a pasted postal code is."""
        return {"postal_code": text.strip()} if text.strip() else ""


class PickupFields(QObject):
    """Makes the entries of the form; their words follow the language."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self.place = AddressEditor(f"{OWNER}.place", book=workplace.address_book)
        self.weekdays = Several(f"{OWNER}.weekdays", weekday_choices)

    def entries(self) -> list[Entry]:
        """Return every field in its order."""
        ready, close = TimeOfDay(f"{OWNER}.readyTime", READY), TimeOfDay(f"{OWNER}.closeTime", CLOSE)
        additional = Several(f"{OWNER}.accessorials", lambda: accessorial_choices(_AT_PICKUP), accessorial_words)
        return [
            Entry("place", self.place, lambda: self.tr("Where the goods are picked up"), wide=True),
            Entry("pickup_date", Day(f"{OWNER}.pickupDate", self._workplace.today), lambda: self.tr("Pickup da&y"), True),
            Entry("contact", self._contact(), lambda: self.tr("Whom the driver asks for"), True),
            Entry("ready_time", ready, lambda: self.tr("Goods &ready at"), True, hint=self._clock_words),
            Entry("close_time", close, lambda: self.tr("Place c&loses at"), True, hint=self._window_words),
            Entry("items", self._items(), lambda: self.tr("Goods, one line for each destination"), wide=True),
            Entry("accessorials", additional, lambda: self.tr("Additional services")),
            Entry("weekdays", self.weekdays, lambda: self.tr("Repeat every week on"), hint=self._repeat_words),
            Entry(
                "instructions",
                TextArea(f"{OWNER}.instructions", _INSTRUCTION_LINES),
                lambda: self.tr("&Instructions to the driver"),
            ),
            Entry("on_closed_day", Choices(f"{OWNER}.onClosedDay", on_closed_choices), lambda: self.tr("On a holiday")),
            Entry(
                "confirmation_email",
                Line(f"{OWNER}.confirmationEmail"),
                lambda: self.tr("Confirmation by &e-mail to"),
                hint=lambda: self.tr("Leave it empty for none."),
                wide=True,
            ),
        ]

    def _contact(self) -> Form:
        name, telephone = Line(f"{OWNER}.contact.name"), Line(f"{OWNER}.contact.telephone")
        return Form(
            [
                Entry("name", name, lambda: self.tr("Name")),
                Entry("telephone", telephone, lambda: self.tr("Telephone")),
            ],
            PickupContact,
        )

    def _items(self) -> LinesEditor:
        def choice(name: str, words: Any) -> Choices:
            return Choices(f"{OWNER}.line.{name}", words)

        entries = [
            Entry("destination", PostalCodeOf(f"{OWNER}.line.destination", _SHORT), lambda: self.tr("To postal code")),
            Entry("count", Whole(f"{OWNER}.line.count", 1, 999, 1), lambda: self.tr("Units")),
            Entry("type", choice("type", unit_type_choices), lambda: self.tr("Type")),
            Entry("weight", Decimal(f"{OWNER}.line.weight", 2, digits=6), lambda: self.tr("Weight of all")),
            Entry("weight_unit", choice("weightUnit", weight_unit_choices), lambda: self.tr("Unit of weight")),
            Entry("bol_number", Line(f"{OWNER}.line.bolNumber"), lambda: self.tr("Bill of lading")),
            Entry("autopro_number", Line(f"{OWNER}.line.autoproNumber"), lambda: self.tr("Autopro number")),
        ]
        return LinesEditor(OWNER, entries, PickupItem, lambda: BLANK_LINE, MOST_ITEMS, shown_rows=4)

    def _clock_words(self) -> str:
        return self.tr("By the clock of the place.")

    def _window_words(self) -> str:
        return self.tr("Two hours later at least; three are better.")

    def _repeat_words(self) -> str:
        return self.tr("Nothing ticked: once. Otherwise from the pickup day on.")
