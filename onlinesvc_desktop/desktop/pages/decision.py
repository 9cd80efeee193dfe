# SPDX-License-Identifier: MIT
"""Approve or refuse: what there is to decide of a request, below what it says."""

from collections.abc import Mapping, Sequence

from msgspec import UNSET, UnsetType
from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from onlinesvc_desktop.contract.codes import FieldCode
from onlinesvc_desktop.contract.decisions import Resemblance
from onlinesvc_desktop.contract.problem import FieldProblem
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.card import rule
from onlinesvc_desktop.desktop.widgets.editors.text import TextArea
from onlinesvc_desktop.desktop.widgets.facts import Fact
from onlinesvc_desktop.desktop.widgets.form import Entry, Form
from onlinesvc_desktop.desktop.widgets.panel import Panel, tight

_REASON_LINES = 2


class DecisionArea(Panel):
    """The fields of an approval, then the reason of a refusal; the ``buttons`` go where they are always in sight."""

    approved = Signal()
    refused = Signal()

    def __init__(self, owner: str, entries: Sequence[Entry], beside: QWidget | None = None) -> None:
        super().__init__()
        self.approval = Form(entries)
        reason = TextArea(f"{owner}.reason", _REASON_LINES)
        hint = lambda: self.tr("Included in the e-mail to this person.")  # noqa: E731 - as every other words
        words = lambda: self.tr("Reason for a refusal")  # noqa: E731
        self._refusal = Form([Entry("reason", reason, words, wide=True, hint=hint)])
        self._approve = TextButton(f"{owner}.approve", "primary")
        self._refuse = TextButton(f"{owner}.refuse")
        self._approve.clicked.connect(self.approved)
        self._refuse.clicked.connect(self.refused)
        self.approval.submitted.connect(self._approve.click)
        self.buttons: list[QWidget] = [self._approve, self._refuse]
        column = tight(QVBoxLayout(self), 14)
        column.addWidget(rule())
        column.addWidget(self.approval)
        if beside is not None:
            column.addWidget(beside)
        column.addWidget(self._refusal)
        self.retranslate_ui()

    def show_decision(self, is_open: bool) -> None:
        """Show fields and buttons of what is still to be decided."""
        self.setVisible(is_open)
        for button in self.buttons:
            button.setVisible(is_open)

    def begin(self, values: Mapping[str, str]) -> None:
        """Start with these values and no reason."""
        self.approval.take(values)
        self._refusal.take({"reason": ""})

    def reason(self) -> str:
        """Return the reason of a refusal; a missing one is asked for."""
        reason = str(self._refusal.values()["reason"]).strip()
        if not reason:
            self._refusal.show_problems([FieldProblem("/reason", FieldCode.REQUIRED)])
        return reason

    def retranslate_ui(self) -> None:
        """Set the texts."""
        self._approve.setText(self.tr("Approve"))
        self._refuse.setText(self.tr("Refuse"))


def resemblance_facts(resembles: Resemblance | UnsetType) -> list[Fact]:
    """Return what looks like the same person or enterprise, to be looked at before deciding."""
    if resembles is UNSET:
        return []
    found = (
        (QCoreApplication.translate("Resemblance", "Access codes that may belong to this person"), resembles.access_codes),
        (QCoreApplication.translate("Resemblance", "Customers that may be this company"), resembles.customers),
        (QCoreApplication.translate("Resemblance", "Other requests from this e-mail address"), resembles.requests),
    )
    return [(name, ", ".join(values)) for name, values in found if values]
