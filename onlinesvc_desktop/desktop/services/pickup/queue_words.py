# SPDX-License-Identifier: MIT
"""What a pickup is called while it waits to be sent."""

from datetime import date

from onlinesvc_desktop.client.unsent import Submission
from onlinesvc_desktop.desktop.words.mark import QT_TRANSLATE_NOOP
from onlinesvc_desktop.desktop.words.waiting import waiting_words


def pickup(submission: Submission) -> str:
    """Return when and where."""
    from onlinesvc_desktop.desktop import formats

    fields = submission.fields
    place = fields.get("place", {})
    words = QT_TRANSLATE_NOOP("Unsent", "Pickup on {day} at {place}, {city}")
    day = formats.date_words(date.fromisoformat(fields["pickup_date"]))
    return waiting_words(words, day=day, place=place.get("name", ""), city=place.get("city", ""))


def change(submission: Submission) -> str:
    """Return which pickup is changed."""
    number = submission.path["confirmation_number"]
    return waiting_words(QT_TRANSLATE_NOOP("Unsent", "Change of pickup {number}"), number=number)


def cancellation(submission: Submission) -> str:
    """Return which pickup is cancelled."""
    number = submission.path["confirmation_number"]
    return waiting_words(QT_TRANSLATE_NOOP("Unsent", "Cancellation of pickup {number}"), number=number)


def to_dispatch(count: int) -> str:
    """Return how many pickups of the day have no driver."""
    from onlinesvc_desktop.desktop.words.today import TodayWords

    return TodayWords().to_dispatch(count)
