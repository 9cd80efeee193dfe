# SPDX-License-Identifier: MIT
"""The carrier's number ranges for administrators: how much of each is used, and a form for another one."""

from collections.abc import Sequence

from msgspec import UNSET
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.drafts import new_key
from onlinesvc_desktop.client.faults import Invalid
from onlinesvc_desktop.contract.autopro import CheckDigit
from onlinesvc_desktop.contract.checks import check
from onlinesvc_desktop.contract.codes import FieldCode
from onlinesvc_desktop.contract.messages import from_values
from onlinesvc_desktop.contract.number_blocks import (
    ADD_NUMBER_RANGE,
    LIST_NUMBER_RANGES,
    NewNumberRange,
    NumberRangeItem,
)
from onlinesvc_desktop.contract.problem import FieldProblem
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.jobs import Err
from onlinesvc_desktop.desktop.models.paged import Cursor, Rows
from onlinesvc_desktop.desktop.models.table import Column
from onlinesvc_desktop.desktop.pages.list_panel import ListPanel
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.editors.choice import Choices
from onlinesvc_desktop.desktop.widgets.editors.text import Line
from onlinesvc_desktop.desktop.widgets.facts import Fact
from onlinesvc_desktop.desktop.widgets.form import Entry, Form
from onlinesvc_desktop.desktop.widgets.panel import tight
from onlinesvc_desktop.desktop.workplace import Workplace


class NumberRangesPanel(ListPanel[NumberRangeItem]):
    """Every range, the newest first; below the list the form for a new one."""

    name = "numberRanges"

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._search.hide()
        self.setFocusProxy(self._refresh)
        self.bar.insertStretch(0, 1)
        self.form = Form(
            [
                Entry("first", Line(f"{self.owner}.first", 9), lambda: self.tr("First number"), True),
                Entry("last", Line(f"{self.owner}.last", 9), lambda: self.tr("Last number"), True),
                Entry("check_digit", Choices(f"{self.owner}.checkDigit", self._rules), lambda: self.tr("Check digit")),
            ],
            columns=3,
        )
        self.form.fill({"check_digit": CheckDigit.NONE.value})
        self._add = TextButton(f"{self.owner}.add", "primary")
        self._add.clicked.connect(self._on_add)
        self.form.submitted.connect(self._on_add)
        self.action_buttons.append(self._add)
        foot = tight(QHBoxLayout(), 12)
        foot.addWidget(self._add)
        foot.addStretch(1)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.addWidget(self.form)
        column.addLayout(foot)
        self.retranslate_ui()

    def _rules(self) -> list[tuple[str, str]]:
        return [
            (CheckDigit.NONE.value, self.tr("None")),
            (CheckDigit.MOD_7.value, self.tr("Modulo 7")),
            (CheckDigit.MOD_10.value, self.tr("Modulo 10")),
        ]

    @staticmethod
    def title() -> str:
        """Return the name of the tab."""
        return QCoreApplication.translate("NumberRangesPanel", "Numbers")

    def columns(self) -> Sequence[Column[NumberRangeItem]]:
        """Return the columns of the table."""
        return (
            Column(lambda: self.tr("First number"), lambda item: item.first, lambda item: item.first),
            Column(lambda: self.tr("Last number"), lambda item: item.last, lambda item: item.last),
            Column(
                lambda: self.tr("Check digit"),
                lambda item: dict(self._rules()).get(item.check_digit.value, ""),
                lambda item: item.check_digit.value,
            ),
            Column(
                lambda: self.tr("Used"),
                lambda item: formats.number_words(item.used),
                lambda item: item.used,
                right_aligned=True,
            ),
            Column(
                lambda: self.tr("Lent"),
                lambda item: formats.number_words(item.lent),
                lambda item: item.lent,
                right_aligned=True,
            ),
            Column(
                lambda: self.tr("Left"),
                lambda item: formats.number_words(item.left),
                lambda item: item.left,
                right_aligned=True,
            ),
        )

    def fetch(self, client: ApiClient, _search: str, _state: str, _cursor: Cursor) -> Rows[NumberRangeItem]:
        """Ask for all of them."""
        return client.send(LIST_NUMBER_RANGES)

    def empty_words(self) -> str:
        """Say that no bill can be issued yet."""
        return self.tr("There is no range yet, so no bill can be issued.")

    def fact_words(self, item: NumberRangeItem) -> Sequence[Fact]:
        """Return what is known of a range."""
        following = "\N{EN DASH}" if item.next is UNSET else item.next
        return [
            (self.tr("Next number"), following),
            (self.tr("Added"), formats.local_moment_words(item.created_at)),
        ]

    def _on_add(self) -> None:
        values = self.form.value()
        kept, problems = check(NewNumberRange, values)
        wrong = list(problems)
        for name in ("first", "last"):
            text = str(values.get(name, "")).strip()
            if text and not (text.isascii() and text.isdigit() and len(text) == 9):
                wrong.append(FieldProblem(f"/{name}", FieldCode.MALFORMED))
        self.form.show_problems(wrong)
        if wrong:
            return
        request, key = from_values(kept, NewNumberRange), new_key()

        def done(item: NumberRangeItem) -> None:
            self.forget()
            self.message.say(
                Tone.SUCCESS,
                lambda: self.tr("Added: {first} to {last}.").format(first=item.first, last=item.last),
            )

        self.act(lambda client: client.send(ADD_NUMBER_RANGE, request, key=key), done)

    def show_fault(self, outcome: Err) -> bool:
        """Show a wrong end beside its field."""
        match outcome.fault:
            case Invalid(problems):
                self.form.show_problems(problems)
                return True
            case _:
                return False

    def forget(self) -> None:
        """Empty the form."""
        self.form.fill({"check_digit": CheckDigit.NONE.value})

    def retranslate_ui(self) -> None:
        """Set the texts."""
        super().retranslate_ui()
        self.name_table(self.tr("Ranges of autopro numbers"))
        if hasattr(self, "_add"):
            self._add.setText(self.tr("Add the range"))
