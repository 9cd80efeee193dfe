# SPDX-License-Identifier: MIT
"""The queue of forgotten passwords: make sure who it is, then answer with a temporary password, or refuse."""

from collections.abc import Sequence

from msgspec import UNSET
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox

from onlinesvc_desktop.client.drafts import new_key
from onlinesvc_desktop.client.faults import Invalid
from onlinesvc_desktop.contract.codes import FieldCode
from onlinesvc_desktop.contract.decisions import Granted, RequestState
from onlinesvc_desktop.contract.limits import MAX_ACCESS_CODE_LENGTH
from onlinesvc_desktop.contract.password_help import (
    ANSWER_PASSWORD_HELP,
    LIST_PASSWORD_HELP,
    REFUSE_PASSWORD_HELP,
    HelpAnswer,
    PasswordHelpItem,
)
from onlinesvc_desktop.contract.problem import FieldProblem
from onlinesvc_desktop.desktop.jobs import Err
from onlinesvc_desktop.desktop.language import own_name
from onlinesvc_desktop.desktop.pages.decision_panel import DecisionPanel
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.editors.text import Line
from onlinesvc_desktop.desktop.widgets.facts import Fact
from onlinesvc_desktop.desktop.widgets.form import Entry
from onlinesvc_desktop.desktop.workplace import Workplace


class PasswordHelpPanel(DecisionPanel[PasswordHelpItem]):
    """Pending requests first; the others behind the filter."""

    name = "passwordHelp"
    queue = "password_help"

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, LIST_PASSWORD_HELP, REFUSE_PASSWORD_HELP)
        code = Line(f"{self.owner}.accessCode", longest=MAX_ACCESS_CODE_LENGTH)
        words = lambda: self.tr("Access code of this person")  # noqa: E731 - as every other words
        self._to_asker = QCheckBox()
        self._to_asker.setObjectName(f"{self.owner}.toAsker")
        self._decision = self.decide_with([Entry("access_code", code, words, True, wide=True)], self._to_asker)
        self.retranslate_ui()

    @staticmethod
    def title() -> str:
        """Return the name of the tab."""
        return QCoreApplication.translate("PasswordHelpPanel", "Forgotten passwords")

    def name_of(self, item: PasswordHelpItem) -> str:
        """Return the name of whoever asked."""
        return item.name

    def request_words(self, item: PasswordHelpItem) -> Sequence[Fact]:
        """Return the whole message."""
        return [
            (self.tr("Name"), item.name),
            (self.tr("Company"), item.company),
            (self.tr("E-mail"), item.email),
            (self.tr("Language"), own_name(item.language)),
            (self.tr("Message"), item.message or "\N{EN DASH}"),
        ]

    def show_actions(self, item: PasswordHelpItem) -> None:
        """Offer a decision on a pending request, with the access code filled in when only one looks like it."""
        self._decision.show_decision(item.state is RequestState.PENDING)
        self.key = new_key()
        codes = () if item.resembles is UNSET else item.resembles.access_codes
        self._decision.begin({"access_code": codes[0] if len(codes) == 1 else ""})
        self._to_asker.setChecked(False)

    def on_approve(self) -> None:
        """Send the temporary password of the access code that was named."""
        item, key = self.chosen, self.key
        code = self._decision.approval.values()["access_code"].strip()
        if item is None:
            return
        if not code:
            self._decision.approval.show_problems([FieldProblem("/access_code", FieldCode.REQUIRED)])
            return
        answer = HelpAnswer(code, self._to_asker.isChecked())

        def done(granted: Granted) -> None:
            self.message.say(
                Tone.SUCCESS,
                lambda: self.tr("{code} has a temporary password; the e-mail is in the outbox.").format(
                    code=granted.access_code
                ),
            )

        self.act(lambda client: client.send(ANSWER_PASSWORD_HELP, answer, key=key, id=item.id), done)

    def show_fault(self, outcome: Err) -> bool:
        """Show a wrong access code beside its field, and a missing e-mail in words."""
        match outcome.fault:
            case Invalid((problem, *_)) if problem.pointer == "/to_asker":
                self.message.say(
                    Tone.WARNING,
                    lambda: self.tr(
                        "This access code has no e-mail address of its own. Check who is asking, then tick the box."
                    ),
                )
                return True
            case Invalid(problems):
                self._decision.approval.show_problems(problems)
                return True
            case _:
                self.key = new_key()
                return False

    def forget(self) -> None:
        """Empty the fields of the decision."""
        self._decision.begin({"access_code": ""})

    def retranslate_ui(self) -> None:
        """Set the texts."""
        super().retranslate_ui()
        self.name_table(self.tr("Forgotten passwords"))
        self._to_asker.setText(self.tr("Send it to the e-mail address of the request instead of the access code’s own"))
