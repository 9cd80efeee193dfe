# SPDX-License-Identifier: MIT
"""Which service something that waits to be sent belongs to, and what it is called."""

from typing import Final

from onlinesvc_desktop.client.unsent import Submission
from onlinesvc_desktop.desktop.entry import ServiceEntry
from onlinesvc_desktop.desktop.services import CATALOGUE

_QUEUED: Final = {kind: entry for entry in CATALOGUE for kind in entry.queued}


def form_of(submission: Submission) -> ServiceEntry | None:
    """Return whose form something that waits came from, None when it came from no form."""
    entry = _QUEUED[submission.kind]
    return entry if entry.has_form and submission.kind not in entry.formless else None


def is_quiet(submission: Submission) -> bool:
    """Tell whether nobody needs to hear that it was sent."""
    return submission.kind in _QUEUED[submission.kind].quiet


def submission_words(submission: Submission) -> str:
    """Return what was submitted, and about whom or what."""
    return _QUEUED[submission.kind].queued[submission.kind](submission)
