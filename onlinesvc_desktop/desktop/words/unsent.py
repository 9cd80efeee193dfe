# SPDX-License-Identifier: MIT
"""What a submission is called, and how it stands."""

from PySide6.QtCore import QCoreApplication

from onlinesvc_desktop.client.unsent import Submission, watched_references
from onlinesvc_desktop.contract.access_request import REQUEST_ACCESS
from onlinesvc_desktop.contract.decisions import Acknowledgement
from onlinesvc_desktop.contract.password_help import ASK_PASSWORD_HELP
from onlinesvc_desktop.contract.watch_list import UNWATCH, WATCH
from onlinesvc_desktop.desktop.unsent import Returned, Sent


def submission_words(submission: Submission) -> str:
    """Return what was submitted, and about whom or what."""
    match submission.kind:
        case REQUEST_ACCESS.queued:
            words = QCoreApplication.translate("Unsent", "Personal access request for {name}, {company}")
            name = f"{submission.values.get('first_name', '')} {submission.values.get('last_name', '')}".strip()
        case ASK_PASSWORD_HELP.queued:
            words = QCoreApplication.translate("Unsent", "Message about a forgotten password from {name}, {company}")
            name = submission.values.get("name", "")
        case WATCH.queued:
            words = QCoreApplication.translate("Unsent", "Watch {name} (access code {code})")
            name = _numbers(submission)
        case UNWATCH.queued:
            words = QCoreApplication.translate("Unsent", "Stop watching {name} (access code {code})")
            name = _numbers(submission)
        case _:
            raise LookupError(submission.kind)
    return words.format(name=name, company=submission.values.get("company", ""), code=submission.access_code)


def settled_words(answer: Sent | Returned) -> str:
    """Say what became of a submission that waited."""
    what = submission_words(answer.submission)
    match answer:
        case Sent(_, Acknowledgement(reference)):
            words = QCoreApplication.translate("Unsent", "Sent: {what}. Reference {number}")
            return words.format(what=what, number=reference)
        case Sent():
            return QCoreApplication.translate("Unsent", "Sent: {what}").format(what=what)
        case Returned():
            words = QCoreApplication.translate(
                "Unsent", "Not accepted: {what}. What you typed is kept; see “not sent yet” at the bottom of the window."
            )
            return words.format(what=what)


def _numbers(submission: Submission) -> str:
    first, *others = watched_references(submission)
    if not others:
        return first
    return QCoreApplication.translate("Unsent", "{number} and {count} more").format(number=first, count=len(others))
