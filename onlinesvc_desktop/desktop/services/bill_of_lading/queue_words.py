# SPDX-License-Identifier: MIT
"""What a bill of lading, and a print of it, is called while it waits to be sent."""

from onlinesvc_desktop.client.unsent import Submission
from onlinesvc_desktop.desktop.words.mark import QT_TRANSLATE_NOOP
from onlinesvc_desktop.desktop.words.waiting import waiting_words


def bill(submission: Submission) -> str:
    """Return number and consignee of a bill; one that was written without a link and without a lent number has none yet."""
    fields = submission.fields
    consignee = fields.get("consignee", {}).get("name", "")
    number = fields.get("bol_number", "") or fields.get("autopro_number", "")
    if number:
        words = QT_TRANSLATE_NOOP("Unsent", "Bill of lading {number} for {consignee}")
        return waiting_words(words, number=number, consignee=consignee)
    return waiting_words(QT_TRANSLATE_NOOP("Unsent", "Bill of lading for {consignee}"), consignee=consignee)


def bill_print(submission: Submission) -> str:
    """Return of which bill something was printed, and what."""
    from onlinesvc_desktop.contract.bill_of_lading import PrintedWhat

    number = submission.path["bol_number"]
    if submission.fields.get("what") == PrintedWhat.LABELS.value:
        return waiting_words(QT_TRANSLATE_NOOP("Unsent", "Print of labels, bill of lading {number}"), number=number)
    return waiting_words(QT_TRANSLATE_NOOP("Unsent", "Print of the bill of lading {number}"), number=number)
