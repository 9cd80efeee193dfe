# SPDX-License-Identifier: MIT
"""The fields of an entry of the address book: the address, then what a carrier has to know about the place."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from onlinesvc_desktop.contract.addresses import AddressBody
from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.contract.problem import FieldProblem
from onlinesvc_desktop.desktop.widgets.editors.address import AddressEditor
from onlinesvc_desktop.desktop.widgets.editors.choice import Check, Choices
from onlinesvc_desktop.desktop.widgets.editors.editor import Editor
from onlinesvc_desktop.desktop.widgets.editors.several import Several
from onlinesvc_desktop.desktop.widgets.editors.text import Line, TextArea
from onlinesvc_desktop.desktop.widgets.form import Entry, Form
from onlinesvc_desktop.desktop.widgets.panel import Panel, tight
from onlinesvc_desktop.desktop.words.accessorials import accessorial_choices, accessorial_words

_FLAGS = ("shared", "dock", "tailgate", "residential", "limited_access")
_INSTRUCTION_LINES = 3
_SHORT = 12


class AddressForm(Editor, Panel):
    """Names are ``addresses.entry.<fieldName>``."""

    def __init__(self) -> None:
        super().__init__()
        owner = "addresses.entry"
        self.address = AddressEditor(owner, message=AddressBody)
        self.place = Form(self._entries(owner), AddressBody)
        column = tight(QVBoxLayout(self), 12)
        for part in (self.address, self.place):
            column.addWidget(part)
            part.edited.connect(self.edited)
            part.submitted.connect(self.submitted)
        self.setFocusProxy(self.address)

    def _entries(self, owner: str) -> list[Entry]:
        nothing = lambda: ""  # noqa: E731 - the words stand beside the box
        return [
            Entry("shared", Check(f"{owner}.shared", lambda: self.tr("Shared with my company")), nothing),
            Entry("code", Line(f"{owner}.code"), lambda: self.tr("Code"), hint=self._code_hint),
            Entry("opens", Line(f"{owner}.opens", _SHORT), lambda: self.tr("Opens at")),
            Entry("closes", Line(f"{owner}.closes", _SHORT), lambda: self.tr("Closes at")),
            Entry("dock", Check(f"{owner}.dock", lambda: self.tr("Has a dock")), nothing),
            Entry("tailgate", Check(f"{owner}.tailgate", lambda: self.tr("Tailgate needed")), nothing),
            Entry("residential", Check(f"{owner}.residential", lambda: self.tr("Private residence")), nothing),
            Entry("limited_access", Check(f"{owner}.limitedAccess", lambda: self.tr("Limited access")), nothing),
            Entry(
                "accessorials",
                Several(f"{owner}.accessorials", accessorial_choices, accessorial_words),
                lambda: self.tr("Additional services by default"),
            ),
            Entry(
                "instructions",
                TextArea(f"{owner}.instructions", _INSTRUCTION_LINES),
                lambda: self.tr("Instructions for the driver"),
            ),
            Entry("customs_broker", Line(f"{owner}.customsBroker"), lambda: self.tr("Customs broker")),
            Entry("language", Choices(f"{owner}.language", self._languages), lambda: self.tr("Language")),
        ]

    def _code_hint(self) -> str:
        return self.tr("Your own short name for this place, such as a customer number.")

    def _languages(self) -> list[tuple[str, str]]:
        return [("", ""), (Language.ENGLISH.value, self.tr("English")), (Language.FRENCH.value, self.tr("French"))]

    def value(self) -> dict[str, Any]:
        """Return the entry; what is not ticked is said only of ``shared``."""
        place = {
            name: value for name, value in self.place.value().items() if value or name not in _FLAGS or name == "shared"
        }
        return self.address.value() | place

    def fill(self, value: Any) -> None:
        """Put an entry in; one that says nothing of it is shared."""
        values: dict[str, Any] = {"shared": True, **(value if isinstance(value, Mapping) else {})}
        self.address.fill(values)
        self.place.fill(values)

    def show_problems(self, problems: Sequence[FieldProblem], take_focus: bool = True) -> bool:
        """Show what is wrong beside each field."""
        names = self.place.values()
        inside = [problem for problem in problems if problem.pointer[1:].split("/")[0] in names]
        others = [problem for problem in problems if problem not in inside]
        self.place.show_problems(inside, take_focus and not others)
        return self.address.show_problems(others, take_focus)

    def field_words(self, name: str, value: Any) -> tuple[str, str]:
        """Return what a field is called, and a value of it as it is read."""
        if name == "country":
            return self.tr("Country"), str(value or "")
        part = self.place if name in self.place.values() else self.address
        words, shown = part.field_words(name, value)
        if name in _FLAGS:
            box = self.place.field(name).editor
            return box.text() if isinstance(box, Check) else words, shown or self.tr("No")
        return words, shown
