# SPDX-License-Identifier: MIT
"""Change what a claim says while the carrier has not offered yet; what was typed stays until it is saved or discarded."""

from typing import Any, Final

import msgspec
from msgspec import UNSET
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from onlinesvc_desktop.client.drafts import Draft, new_key
from onlinesvc_desktop.client.faults import Invalid, Refused
from onlinesvc_desktop.contract.checks import checked
from onlinesvc_desktop.contract.claims import CHANGE_CLAIM, Claim, ClaimChange, ClaimDetails
from onlinesvc_desktop.contract.codes import ErrorCode
from onlinesvc_desktop.contract.messages import from_json
from onlinesvc_desktop.contract.problem import FieldProblem
from onlinesvc_desktop.desktop.jobs import Err, Ok, Outcome
from onlinesvc_desktop.desktop.pages.page import scrolling
from onlinesvc_desktop.desktop.services.claims.fields import SHOWN_OF, ClaimFields
from onlinesvc_desktop.desktop.services.claims.words import state_words
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.button_row import ButtonRow
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.editors.editor import is_empty
from onlinesvc_desktop.desktop.widgets.form import Form
from onlinesvc_desktop.desktop.widgets.message_line import MessageLine
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, tight
from onlinesvc_desktop.desktop.words.counted import Counted
from onlinesvc_desktop.desktop.workplace import Workplace

_OWNER: Final = "claims.edit"
_NUMBER: Final = "claim_number"
_CLEARED: Final = ("declared_value", "email")
"""What a change takes away by naming it as nothing."""


class ClaimEdit(Panel):
    """One claim at a time, on the version that is shown."""

    saved = Signal(object)
    """Carries the claim as it stands now."""
    closed = Signal()
    """Nothing is changed any more."""

    def __init__(self, workplace: Workplace, message: MessageLine) -> None:
        super().__init__()
        self.setObjectName(_OWNER)
        self._workplace = workplace
        self._message = message
        self._claim: Claim | None = None
        self._form = Form(ClaimFields(_OWNER).entries(), ClaimDetails)
        self._heading = label("title")
        self._save = TextButton(f"{_OWNER}.save", "primary")
        self._discard = TextButton(f"{_OWNER}.discard", "link")
        self._save.clicked.connect(self._on_save)
        self._discard.clicked.connect(self._close)
        self._form.submitted.connect(self._on_save)
        self._form.edited.connect(self._keep)
        row = ButtonRow()
        row.add(self._save)
        row.add(self._discard)
        column = tight(QVBoxLayout(self), 10)
        column.addWidget(self._heading)
        column.addWidget(scrolling(self._form), 1)
        column.addWidget(row)
        self.setFocusProxy(self._form)
        self.hide()
        self.retranslate_ui()

    @property
    def claim(self) -> Claim | None:
        """The claim that is changed, if one is."""
        return self._claim

    @property
    def waiting_number(self) -> str:
        """The claim for which something was typed before and not saved, empty for none."""
        draft = self._workplace.drafts.load(_OWNER)
        return "" if draft is None else str(draft.values.get(_NUMBER, ""))

    def begin(self, claim: Claim) -> None:
        """Change a claim, from what was typed for it before, if anything was."""
        self._claim = claim
        draft = self._workplace.drafts.load(_OWNER)
        is_taken_up = draft is not None and draft.values.get(_NUMBER) == claim.claim_number
        self._form.fill(draft.values if draft is not None and is_taken_up else msgspec.to_builtins(claim))
        shown = self._shown(claim)
        for name in ClaimDetails.__struct_fields__:
            if name != "door":
                self._form.field(name).setVisible(name in shown)
        self.show()
        self.retranslate_ui()
        self._form.setFocus()

    def forget(self) -> None:
        """Show nothing of one person to the next; what was typed stays for the one who typed it."""
        self._claim = None
        self._form.fill({})
        self.hide()

    @staticmethod
    def _shown(claim: Claim) -> frozenset[str]:
        return SHOWN_OF[claim.door] | {"goods_at", "email"}

    def _keep(self) -> None:
        if self._claim is not None:
            values = self._form.values() | {_NUMBER: self._claim.claim_number}
            self._workplace.drafts.keep(_OWNER, Draft(values, new_key()))

    def _close(self) -> None:
        self._workplace.drafts.forget(_OWNER)
        self.forget()
        self.closed.emit()

    def _on_save(self) -> None:
        claim = self._claim
        if claim is None or not self._save.isEnabled():
            return
        shown = self._shown(claim)
        typed = {name: value for name, value in self._form.values().items() if name in shown and not is_empty(value)}
        details, problems = checked(ClaimDetails, typed | {"door": claim.door.value})
        self._message.clear()
        self._form.show_problems(problems)
        if details is None:
            self._message.say(Tone.WARNING, lambda: Counted().corrections(len(problems)))
            return
        change, number = change_of(details, shown, claim.version), claim.claim_number
        self._save.setEnabled(False)
        self._workplace.link.ask(lambda client: client.send(CHANGE_CLAIM, change, claim_number=number), self._on_answer)

    def _on_answer(self, outcome: Outcome[Claim]) -> None:
        self._save.setEnabled(True)
        match outcome:
            case Ok(claim):
                self._close()
                self.saved.emit(claim)
            case Err(Invalid(problems)):
                self._refused(problems)
            case Err(Refused(ErrorCode.CHANGED_MEANWHILE, current=msgspec.Raw() as current)):
                self._overtaken(from_json(current, Claim))
            case Err():
                self._message.say_fault(outcome, self._workplace.link)

    def _refused(self, problems: tuple[FieldProblem, ...]) -> None:
        self._form.show_problems(problems)
        self._message.say(Tone.WARNING, lambda: Counted().corrections(len(problems)))

    def _overtaken(self, standing: Claim) -> None:
        """Keep what was typed, to be saved over what somebody else wrote if its author says so once more."""
        self._claim = standing
        state = standing.state
        self._message.say(
            Tone.WARNING,
            lambda: self.tr(
                "This claim was changed meanwhile; its status is now: {state}. What you typed is still here. Save it again"
                " to put it in the place of what stands now."
            ).format(state=state_words(state)),
        )

    def retranslate_ui(self) -> None:
        """Set the texts."""
        number = "" if self._claim is None else self._claim.claim_number
        self._heading.setText(self.tr("Change {number}").format(number=number))
        self._save.setText(self.tr("Save the changes"))
        self._discard.setText(self.tr("Discard the changes"))


def change_of(details: ClaimDetails, shown: frozenset[str], version: int) -> ClaimChange:
    """Return the change that makes the shown fields what they are in the form."""
    said: dict[str, Any] = {name: getattr(details, name) for name in shown}
    said |= {name: None for name in _CLEARED if name in shown and said[name] is UNSET}
    return ClaimChange(version=version, **said)
