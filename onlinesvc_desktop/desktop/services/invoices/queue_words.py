# SPDX-License-Identifier: MIT
"""What a dispute is called while it waits to be sent, and how many wait for the carrier."""

from onlinesvc_desktop.client.unsent import Submission
from onlinesvc_desktop.desktop.words.mark import QT_TRANSLATE_NOOP
from onlinesvc_desktop.desktop.words.waiting import waiting_words


def dispute(submission: Submission) -> str:
    """Return which invoice is disputed."""
    number = submission.path.get("invoice_number", "")
    return waiting_words(QT_TRANSLATE_NOOP("Unsent", "Dispute of invoice {number}"), number=number)


def waiting(count: int) -> str:
    """Return how many wait for a decision."""
    from onlinesvc_desktop.desktop.words.counted import Counted

    return Counted().disputes_wait(count)
