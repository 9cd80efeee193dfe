# SPDX-License-Identifier: MIT
"""Templates where bills are written: one is taken by its name, and what the form holds is kept as one."""

from collections.abc import Callable, Mapping
from typing import Any, Final

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from onlinesvc_desktop.contract.bill_of_lading import BillTemplate
from onlinesvc_desktop.contract.checks import checked
from onlinesvc_desktop.contract.folding import folded
from onlinesvc_desktop.contract.problem import FieldProblem
from onlinesvc_desktop.contract.templates import TemplateBody, TemplateItem
from onlinesvc_desktop.desktop.kept_book import KeptBook
from onlinesvc_desktop.desktop.services.bill_of_lading.editors import OWNER
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.unsent import Answer, NotKept, Returned, Sent, Waiting
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.editors.kept_line import KeptLine
from onlinesvc_desktop.desktop.widgets.editors.text import Line
from onlinesvc_desktop.desktop.widgets.message_line import MessageLine
from onlinesvc_desktop.desktop.widgets.panel import Panel, tight
from onlinesvc_desktop.desktop.words.faults import fault_words
from onlinesvc_desktop.desktop.workplace import Workplace

_MEMBERS: Final = BillTemplate.__struct_fields__


class TemplateFinder(KeptLine[TemplateItem]):
    """Finds a template by any word of it, parties and goods among them; hidden while there is none."""

    def __init__(self, book: KeptBook[TemplateItem]) -> None:
        super().__init__(f"{OWNER}.template", book, lambda item: item.name, takes_first=True)
        self._templates = book
        book.changed.connect(self._show_if_any)
        self.picked.connect(lambda _item: self.clear())
        if not book.entries:
            self.hide()

    def _show_if_any(self) -> None:
        self.setVisible(bool(self._templates.entries))


class TemplateKeeper(Panel):
    """A button, and behind it the name to keep the form under; a template of that name is replaced."""

    wrong = Signal(object)
    """Carries what of the form cannot be kept."""

    def __init__(self, workplace: Workplace, message: MessageLine, values: Callable[[], Mapping[str, Any]]) -> None:
        super().__init__()
        self._book = workplace.templates
        self._message = message
        self._values = values
        self._keep = TextButton(f"{OWNER}.keepTemplate", "link")
        self._keep.clicked.connect(self._ask_name)
        self._name = Line(f"{OWNER}.templateName", 120)
        self._name.submitted.connect(self._on_keep)
        self._confirm = TextButton(f"{OWNER}.confirmTemplate")
        self._confirm.clicked.connect(self._on_keep)
        row = tight(QHBoxLayout(), 12)
        row.addWidget(self._name, 1)
        row.addWidget(self._confirm)
        column = tight(QVBoxLayout(self), 8)
        column.addWidget(self._keep)
        column.addLayout(row)
        self._ask(False)
        self.retranslate_ui()

    def _ask(self, is_asked: bool) -> None:
        for widget in (self._name, self._confirm):
            widget.setVisible(is_asked)

    def _ask_name(self) -> None:
        self._ask(True)
        self._name.setFocus()

    def _on_keep(self) -> None:
        values = self._values()
        bill = {name: values[name] for name in _MEMBERS if name in values}
        body, problems = checked(TemplateBody, {"name": self._name.text().strip(), "bill": bill})
        if body is None:
            inside = [_outside(one) for one in problems if one.pointer.startswith("/bill/")]
            self.wrong.emit(inside)
            if inside:
                self._message.say(Tone.WARNING, lambda: self.tr("Complete or empty what is marked to keep the template."))
            else:
                self._message.say(Tone.WARNING, lambda: self.tr("Give the template a name."))
                self._name.setFocus()
            return
        standing = next((one.item for one in self._book.entries if folded(one.item.name) == folded(body.name)), None)
        if standing is None:
            self._book.add(body, self._said)
        else:
            kept = msgspec.structs.replace(body, shared=standing.shared)
            self._book.change(standing, kept, self._said)

    def _said(self, answer: Answer) -> None:
        match answer:
            case Sent() | Waiting():
                name = self._name.text().strip()
                self._name.clear()
                self._ask(False)
                self._keep.setFocus()
                self._message.say(Tone.SUCCESS, lambda: self.tr("Kept as the template {name}.").format(name=name))
            case Returned(submission, fault):
                self._book.withdraw(submission)
                self._message.say(Tone.WARNING, lambda: fault_words(fault))
            case NotKept(fault):
                self._message.say(Tone.WARNING, lambda: fault_words(fault))

    def retranslate_ui(self) -> None:
        """Set the texts."""
        self._keep.setText(self.tr("Keep as a template"))
        self._confirm.setText(self.tr("Keep the template"))
        self._name.setPlaceholderText(self.tr("Name of the template"))
        self._name.setAccessibleName(self.tr("Name of the template"))


def _outside(problem: FieldProblem) -> FieldProblem:
    return FieldProblem(problem.pointer.removeprefix("/bill"), problem.code, problem.params)


def bill_values_of(item: TemplateItem) -> dict[str, Any]:
    """Return what a template fills into the form."""
    values: dict[str, Any] = msgspec.to_builtins(item.bill)
    return values
