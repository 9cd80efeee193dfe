# SPDX-License-Identifier: MIT
"""What a personal access request is called while it waits to be sent."""

from onlinesvc_desktop.client.unsent import Submission
from onlinesvc_desktop.desktop.words.mark import QT_TRANSLATE_NOOP
from onlinesvc_desktop.desktop.words.waiting import waiting_words


def request(submission: Submission) -> str:
    """Return who asks."""
    words = QT_TRANSLATE_NOOP("Unsent", "Personal access request for {name}, {company}")
    fields = submission.fields
    name = f"{fields.get('first_name', '')} {fields.get('last_name', '')}".strip()
    return waiting_words(words, name=name, company=fields.get("company", ""))


def waiting(count: int) -> str:
    """Return how many wait for a decision."""
    from onlinesvc_desktop.desktop.words.counted import Counted

    return Counted().access_requests_wait(count)
