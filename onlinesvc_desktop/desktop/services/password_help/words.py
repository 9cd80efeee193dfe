# SPDX-License-Identifier: MIT
"""What a message about a forgotten password is called while it waits to be sent."""

from onlinesvc_desktop.client.unsent import Submission
from onlinesvc_desktop.desktop.words.mark import QT_TRANSLATE_NOOP
from onlinesvc_desktop.desktop.words.waiting import waiting_words


def message(submission: Submission) -> str:
    """Return who writes."""
    words = QT_TRANSLATE_NOOP("Unsent", "Message about a forgotten password from {name}, {company}")
    fields = submission.fields
    return waiting_words(words, name=fields.get("name", ""), company=fields.get("company", ""))


def waiting(count: int) -> str:
    """Return how many people wait for a temporary password."""
    from onlinesvc_desktop.desktop.words.counted import Counted

    return Counted().passwords_wait(count)
