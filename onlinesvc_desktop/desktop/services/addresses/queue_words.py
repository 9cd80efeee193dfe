# SPDX-License-Identifier: MIT
"""What a change of the address book is called while it waits to be sent."""

from onlinesvc_desktop.client.unsent import Submission
from onlinesvc_desktop.desktop.words.mark import QT_TRANSLATE_NOOP
from onlinesvc_desktop.desktop.words.waiting import waiting_words


def adding(submission: Submission) -> str:
    """Return which address is added."""
    return waiting_words(QT_TRANSLATE_NOOP("Unsent", "New address: {name}"), name=submission.fields.get("name", ""))


def changing(submission: Submission) -> str:
    """Return which address is changed."""
    words = QT_TRANSLATE_NOOP("Unsent", "Change of an address: {name}")
    return waiting_words(words, name=submission.fields.get("name", ""))


def removing(_submission: Submission) -> str:
    """Return that an address is removed."""
    return waiting_words(QT_TRANSLATE_NOOP("Unsent", "An address taken out of the book"))


def adding_goods(submission: Submission) -> str:
    """Return which goods are added."""
    return waiting_words(QT_TRANSLATE_NOOP("Unsent", "New goods: {name}"), name=submission.fields.get("description", ""))


def changing_goods(submission: Submission) -> str:
    """Return which goods are changed."""
    words = QT_TRANSLATE_NOOP("Unsent", "Change of goods: {name}")
    return waiting_words(words, name=submission.fields.get("description", ""))


def removing_goods(_submission: Submission) -> str:
    """Return that goods are removed."""
    return waiting_words(QT_TRANSLATE_NOOP("Unsent", "Goods taken out of the list"))


def adding_template(submission: Submission) -> str:
    """Return which template is added."""
    return waiting_words(QT_TRANSLATE_NOOP("Unsent", "New template: {name}"), name=submission.fields.get("name", ""))


def changing_template(submission: Submission) -> str:
    """Return which template is changed."""
    words = QT_TRANSLATE_NOOP("Unsent", "Change of a template: {name}")
    return waiting_words(words, name=submission.fields.get("name", ""))


def removing_template(_submission: Submission) -> str:
    """Return that a template is removed."""
    return waiting_words(QT_TRANSLATE_NOOP("Unsent", "A template taken out of the list"))
