# SPDX-License-Identifier: MIT
"""What a change of the watch list is called while it waits to be sent."""

from onlinesvc_desktop.client.unsent import Submission, watched_references
from onlinesvc_desktop.desktop.words.mark import QT_TRANSLATE_NOOP
from onlinesvc_desktop.desktop.words.waiting import waiting_words


def watch(submission: Submission) -> str:
    """Return what is to be watched, and for whom."""
    words = QT_TRANSLATE_NOOP("Unsent", "Watch {name} (access code {code})")
    return waiting_words(words, name=_numbers(submission), code=submission.access_code)


def unwatch(submission: Submission) -> str:
    """Return what is not to be watched any more, and for whom."""
    words = QT_TRANSLATE_NOOP("Unsent", "Stop watching {name} (access code {code})")
    return waiting_words(words, name=_numbers(submission), code=submission.access_code)


def _numbers(submission: Submission) -> str:
    first, *others = watched_references(submission)
    if not others:
        return first
    from onlinesvc_desktop.desktop.words.counted import Counted

    return Counted().and_more(first, len(others))
