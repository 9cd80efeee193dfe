# SPDX-License-Identifier: MIT
"""Questions before something about a claim that cannot be taken back."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from onlinesvc_desktop.contract.claims import Claim
from onlinesvc_desktop.desktop.services.claims.words import money_or_dash


class Questions(QObject):
    """Asks beside a widget; the answer that changes nothing is the one that Enter and Esc give."""

    def __init__(self, beside: QWidget) -> None:
        super().__init__(beside)
        self._beside = beside

    def withdraws(self, claim: Claim) -> bool:
        """Ask whether a claim shall be withdrawn."""
        return self._asked(
            "claims.withdrawQuestion",
            self.tr("Withdraw a claim"),
            self.tr("Withdraw {number} for good?").format(number=claim.claim_number),
            self.tr("The deadlines go on. After them a new notice may come too late."),
            (self.tr("Withdraw it"), self.tr("Keep it")),
        )

    def accepts(self, claim: Claim) -> bool:
        """Ask whether the offer of a claim shall be accepted."""
        return self._asked(
            "claims.acceptQuestion",
            self.tr("Accept an offer"),
            self.tr("Accept {amount} for {number}?").format(amount=money_or_dash(claim.offered), number=claim.claim_number),
            self.tr("With the payment the claim is settled. It can no longer be changed or withdrawn."),
            (self.tr("Accept it"), self.tr("Not now")),
        )

    def _asked(self, name: str, title: str, text: str, more: str, answers: tuple[str, str]) -> bool:
        question = QMessageBox(self._beside)
        question.setObjectName(name)
        question.setTextFormat(Qt.TextFormat.PlainText)
        question.setIcon(QMessageBox.Icon.Warning)
        question.setWindowTitle(title)
        question.setText(text)
        question.setInformativeText(more)
        yes = question.addButton(answers[0], QMessageBox.ButtonRole.DestructiveRole)
        no = question.addButton(answers[1], QMessageBox.ButtonRole.RejectRole)
        question.setDefaultButton(no)
        question.setEscapeButton(no)
        question.exec()
        return question.clickedButton() is yes
