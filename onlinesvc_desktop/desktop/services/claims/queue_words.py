# SPDX-License-Identifier: MIT
"""What a claim is called while it waits to be sent, and how many wait for the carrier."""

from onlinesvc_desktop.client.unsent import Submission
from onlinesvc_desktop.desktop.words.mark import QT_TRANSLATE_NOOP
from onlinesvc_desktop.desktop.words.waiting import waiting_words

_WORDS = {
    "notice": QT_TRANSLATE_NOOP("Unsent", "Notice of claim for shipment {number}"),
    "claim": QT_TRANSLATE_NOOP("Unsent", "Claim for shipment {number}"),
    "inspection": QT_TRANSLATE_NOOP("Unsent", "Inspection request for shipment {number}"),
}


def claim(submission: Submission) -> str:
    """Return which door it went through, and for which shipment."""
    fields = submission.fields
    return waiting_words(_WORDS[fields.get("door", "notice")], number=fields.get("autopro_number", ""))


def waiting(count: int) -> str:
    """Return how many wait for the carrier's next word."""
    from onlinesvc_desktop.desktop.words.counted import Counted

    return Counted().claims_wait(count)
