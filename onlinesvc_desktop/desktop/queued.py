# SPDX-License-Identifier: MIT
"""Which service something that waits to be sent belongs to, and what it is called."""

from collections.abc import Mapping
from functools import cache

from onlinesvc_desktop.client.unsent import Submission
from onlinesvc_desktop.desktop.catalogue import catalogue
from onlinesvc_desktop.desktop.entry import ServiceEntry


@cache
def _queued() -> Mapping[str, ServiceEntry]:
    return {kind: entry for entry in catalogue() for kind in entry.queued}


def form_of(submission: Submission) -> ServiceEntry | None:
    """Return whose form something that waits came from, None when it came from no form."""
    entry = _queued()[submission.kind]
    return entry if entry.has_form and submission.kind not in entry.formless else None


def is_quiet(submission: Submission) -> bool:
    """Tell whether nobody needs to hear that it was sent."""
    return submission.kind in _queued()[submission.kind].quiet


def submission_words(submission: Submission) -> str:
    """Return what was submitted, and about whom or what."""
    return _queued()[submission.kind].queued[submission.kind](submission)
