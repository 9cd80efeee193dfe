# SPDX-License-Identifier: MIT
"""Every page of the program by what it is called: the services and the program's own pages."""

from collections.abc import Mapping
from typing import Final

from onlinesvc_desktop.client.unsent import Submission
from onlinesvc_desktop.desktop.entry import ServiceEntry
from onlinesvc_desktop.desktop.places import PLACES
from onlinesvc_desktop.desktop.services import CATALOGUE
from onlinesvc_desktop.desktop.targets import Where

ENTRY: Final[Mapping[Where, ServiceEntry]] = {entry.where: entry for entry in (*CATALOGUE, *PLACES)}
_QUEUED: Final = {kind: entry for entry in CATALOGUE for kind in entry.queued}


def form_of(submission: Submission) -> ServiceEntry | None:
    """Return whose form something that waits came from, None when it came from no form."""
    entry = _QUEUED[submission.kind]
    return entry if entry.has_form else None


def submission_words(submission: Submission) -> str:
    """Return what was submitted, and about whom or what."""
    return _QUEUED[submission.kind].queued[submission.kind](submission)
