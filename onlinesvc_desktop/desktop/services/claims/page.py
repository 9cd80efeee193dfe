# SPDX-License-Identifier: MIT
"""The service Claims: three doors to one form, and the claims of the enterprise."""

from decimal import Decimal as Exact
from typing import Any, Final

import msgspec
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from onlinesvc_desktop.contract import limits
from onlinesvc_desktop.contract.claim_terms import ClaimDoor
from onlinesvc_desktop.contract.claims import FILE_CLAIM, ClaimReceived
from onlinesvc_desktop.desktop.pages.form_page import FormPage
from onlinesvc_desktop.desktop.services.claims.due import DueNotices
from onlinesvc_desktop.desktop.services.claims.fields import SHOWN_OF, ClaimFields
from onlinesvc_desktop.desktop.services.claims.mine import OwnClaims
from onlinesvc_desktop.desktop.services.claims.sight import ClaimSight
from onlinesvc_desktop.desktop.services.claims.words import (
    deadline_words,
    door_words,
    papers_words,
)
from onlinesvc_desktop.desktop.targets import Edit, Open, Show, Start, Target
from onlinesvc_desktop.desktop.theme import restyle
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.editors.editor import is_empty
from onlinesvc_desktop.desktop.widgets.editors.text import Line
from onlinesvc_desktop.desktop.widgets.form import Entry
from onlinesvc_desktop.desktop.widgets.panel import tight
from onlinesvc_desktop.desktop.workplace import Workplace

_OWNER: Final = "claims"
_DOORS: Final = (ClaimDoor.NOTICE, ClaimDoor.CLAIM, ClaimDoor.INSPECTION)
_HIDDEN: Final = ("door", "claim_number")


class ClaimsPage(FormPage):
    """The list first; a door opens the form, with the deadline above it that does not scroll away."""

    operation = FILE_CLAIM

    def __init__(self, workplace: Workplace) -> None:
        self._sight = ClaimSight(workplace)
        self._fields = ClaimFields(_OWNER)
        self._received: ClaimReceived | None = None
        self._shown: ClaimDoor | None = None
        super().__init__(_OWNER, _OWNER, workplace)
        self._doors = {door: TextButton(f"{_OWNER}.{door.value}") for door in _DOORS}
        self._list_button = TextButton(f"{_OWNER}.list")
        self.mine = OwnClaims(workplace, self.message)
        self._due = DueNotices(_OWNER, workplace)
        self._due.wanted.connect(lambda number: self._go_on({"autopro_number": number, "door": ClaimDoor.NOTICE.value}))
        bar = tight(QHBoxLayout(), 8)
        for door, button in self._doors.items():
            button.clicked.connect(lambda _checked=False, door=door: self._choose(door))
            bar.addWidget(button)
        bar.addWidget(self._list_button)
        bar.addStretch(1)
        self._list_button.clicked.connect(lambda: self._choose(None))
        self.body.insertLayout(0, bar)
        self.body.insertWidget(1, self._sight)
        self._listed = QWidget()
        listed = tight(QVBoxLayout(self._listed), 10)
        listed.addWidget(self._due)
        listed.addWidget(self.mine, 1)
        self.body.addWidget(self._listed, 1)
        self.mine.go_on_wanted.connect(self._go_on)
        self.form.edited.connect(self._follow)
        for name in _HIDDEN:
            self.form.field(name).hide()
        draft = self.workplace.drafts.load(self.owner)
        self._show(None if draft is None else self._door)
        self.retranslate_ui()

    def entries(self) -> list[Entry]:
        """Return the fields of every door; those of the one that is open are shown."""

        def line(name: str, longest: int = limits.MAX_SHORT_TEXT) -> Line:
            return Line(f"{_OWNER}.{name}", longest)

        return [
            Entry("autopro_number", line("autoproNumber", 30), lambda: self.tr("A&utopro number")),
            *self._fields.entries(),
            Entry("door", line("door"), lambda: ""),
            Entry("claim_number", line("claimNumber"), lambda: ""),
        ]

    def blank(self) -> dict[str, Any]:
        """Begin with the door that is open, and Canadian dollars."""
        return {"door": (self._shown or ClaimDoor.NOTICE).value, "currency": "CAD"}

    def sent_values(self, values: dict[str, Any]) -> dict[str, Any]:
        """Send what stands behind the door that is open, as far as it is filled in."""
        shown = {"autopro_number", *_HIDDEN, *SHOWN_OF[self._door]}
        filled = {name: value for name, value in values.items() if name in shown and not is_empty(value)}
        return {"autopro_number": ""} | filled

    @property
    def _door(self) -> ClaimDoor:
        """The door that the form goes through."""
        return ClaimDoor(self.form.values()["door"] or ClaimDoor.NOTICE.value)

    def _build_form(self) -> QWidget:
        frame = super()._build_form()
        layout = frame.layout()
        assert layout is not None
        layout.addWidget(self._sight.facts)
        return frame

    def _build_done(self) -> QWidget:
        frame = super()._build_done()
        self._add_papers = TextButton(f"{_OWNER}.addPapers", "link")
        self._add_papers.clicked.connect(self._open_received)
        layout = frame.layout()
        assert layout is not None
        layout.addWidget(self._add_papers)
        return frame

    def heading_words(self) -> str:
        """Return the heading."""
        return self.tr("Claims")

    def intro_words(self) -> str:
        """Say what the open door does."""
        match self._door:
            case ClaimDoor.NOTICE:
                return self.tr(
                    "The autopro number alone is enough. A notice keeps your right to claim; the claim can follow."
                )
            case ClaimDoor.CLAIM:
                return self.tr(
                    "List the goods with what they cost you, without profit. Papers are added once the claim has its number."
                )
            case ClaimDoor.INSPECTION:
                return self.tr("Keep the goods and their packaging as they are. We come and look at them.")

    def done_words(self, email: str) -> str:  # noqa: ARG002 - the news goes to the address of the access code, if to none else
        """Say the last day, and which papers follow."""
        received = self._received
        if received is None:
            return ""
        today = self.workplace.today()
        left = deadline_words(ClaimDoor.CLAIM, received.deadlines, today)
        papers = self.tr("Papers to add: {papers}.").format(papers=papers_words(received.documents_wanted))
        return papers if self._door is ClaimDoor.CLAIM else f"{left} {papers}"

    def _show_done(self, waits: bool) -> None:
        super()._show_done(waits)
        self._sight.setVisible(False)

    def _show_form(self) -> None:
        super()._show_form()
        self._sight.setVisible(self._shown is not None)

    def reference_of(self, answer: msgspec.Struct) -> str:
        """Return the number of the claim."""
        assert isinstance(answer, ClaimReceived)
        self._received = answer
        return answer.claim_number

    def first_field(self) -> QWidget:
        """Start at the first door while the list is shown, else in the form."""
        return self._doors[ClaimDoor.NOTICE] if self._shown is None else super().first_field()

    def entered(self) -> None:
        """Fetch the list anew, and what is to be given notice of."""
        if self._shown is None:
            self.mine.entered()
            self._due.look()

    def receive(self, target: Target) -> None:
        """Begin with what another page knows, take up what was not sent, or show the list."""
        super().receive(target)
        match target:
            case Start() | Edit():
                self._show(self._door)
                self._follow()
            case Open(_, "list"):
                self._list()
            case Open(_, "notices"):
                self._due.await_focus()
                self._list()
            case Open(_, "today"):
                self._show(None)
                self.mine.show_due()
            case Show(_, number):
                self._show(None)
                self.mine.open(number)
            case _:
                pass

    def _list(self) -> None:
        """Show the list in place of a form."""
        if self._shown is not None:
            self._show(None)
            self.entered()

    def _go_on(self, values: dict[str, Any]) -> None:
        """Go on from a notice: the claim has its number."""
        if self._has_room():
            self._empty()
            self.form.take(values)
            self._keep()
            self._show(self._door)
            self._follow()
            self.form.setFocus()

    def _choose(self, door: ClaimDoor | None) -> None:
        """Open a door with what was typed so far, or the list."""
        self.message.clear()
        if door is not None:
            self._show_form()
            self.form.take({"door": door.value})
            if self.workplace.drafts.load(self.owner) is not None:
                self._keep()
        self._show(door)
        self._follow()
        if door is None:
            self.entered()
            self.mine.setFocus()
        else:
            self.form.setFocus()

    def _show(self, door: ClaimDoor | None) -> None:
        self._shown = door
        self.area.setVisible(door is not None)
        self._sight.setVisible(door is not None)
        self._listed.setVisible(door is None)
        for one, button in self._doors.items():
            restyle(button, "kind", "primary" if one is door else "")
        restyle(self._list_button, "kind", "primary" if door is None else "")
        if door is not None:
            for name in SHOWN_OF[ClaimDoor.CLAIM]:
                self.form.field(name).setVisible(name in SHOWN_OF[door])
        self.retranslate_ui()

    def _follow(self) -> None:
        values = self.form.values()
        costs = (Exact(line["quantity"]) * Exact(line["unit_cost"]) for line in values["lines"] if line.get("unit_cost"))
        claimed = sum(costs, Exact(0)) if self._door is ClaimDoor.CLAIM else Exact(0)
        declared = values["declared_value"] if self._door is ClaimDoor.CLAIM else ""
        self._sight.follow(
            values["autopro_number"], self._door, values["kind"], declared, claimed, values["currency"] or "CAD"
        )

    def _empty(self) -> None:
        super()._empty()
        self._follow()

    def _open_received(self) -> None:
        if self._received is not None:
            self._show(None)
            self.mine.open(self._received.claim_number)

    def retranslate_ui(self) -> None:
        """Set the texts."""
        super().retranslate_ui()
        for door, button in self._doors.items():
            button.setText(door_words(door))
        self._list_button.setText(self.tr("Your claims"))
        self._due.retranslate_ui()
        self._add_papers.setText(self.tr("Add papers"))
        self._add_papers.setVisible(not self._waits)
