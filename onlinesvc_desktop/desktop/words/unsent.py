# SPDX-License-Identifier: MIT
"""What became of a submission that waited."""

from PySide6.QtCore import QCoreApplication

from onlinesvc_desktop.client.unsent import Submission
from onlinesvc_desktop.contract.decisions import Acknowledgement
from onlinesvc_desktop.contract.pickup import PickupConfirmation
from onlinesvc_desktop.desktop.queued import submission_words
from onlinesvc_desktop.desktop.unsent import Returned, Sent


def settled_words(answer: Sent | Returned) -> str:
    """Say what became of a submission that waited."""
    what = submission_words(answer.submission)
    match answer:
        case Sent(_, Acknowledgement(reference) | PickupConfirmation(reference)):
            words = QCoreApplication.translate("Unsent", "Sent: {what}. Reference {number}")
            return words.format(what=what, number=reference)
        case Sent():
            return QCoreApplication.translate("Unsent", "Sent: {what}").format(what=what)
        case Returned():
            words = QCoreApplication.translate(
                "Unsent", "Not accepted: {what}. What you typed is kept; see “not sent yet” at the bottom of the window."
            )
            return words.format(what=what)


def stale_words(submission: Submission) -> str:
    """Say that something was not sent because its time had passed while it waited."""
    words = QCoreApplication.translate(
        "Unsent", "Not sent, because its time has passed: {what}. Decide under “not sent yet” at the bottom of the window."
    )
    return words.format(what=submission_words(submission))
