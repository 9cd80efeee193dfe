# SPDX-License-Identifier: MIT
"""Sentences about a trace of many numbers."""

from collections import Counter
from collections.abc import Sequence
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from onlinesvc_desktop.client.number_files import FileTrouble
from onlinesvc_desktop.client.reference_lists import Taken
from onlinesvc_desktop.contract.tracing import TraceOutcome
from onlinesvc_desktop.desktop.services.tracing.results import TraceRow
from onlinesvc_desktop.desktop.words.counted import Counted

_NAMED = 8


def missing_words(found: int, missing: Sequence[str], malformed: Sequence[str]) -> str:
    """Name the numbers that found nothing."""
    translate = QCoreApplication.translate
    sentences = [Counted().shipments_found(found)] if found else []
    if missing:
        words = translate("Trace", "Not found, check for typing errors: {numbers}.")
        sentences.append(words.format(numbers=_listed(missing)))
    if malformed:
        words = translate("Trace", "Wrong kind of number: {numbers}.")
        sentences.append(words.format(numbers=_listed(malformed)))
    return " ".join(sentences)


def summary_words(rows: Sequence[TraceRow]) -> str:
    """Count what became of the numbers."""
    outcomes = Counter({row.reference: row.outcome for row in rows}.values())
    counted = Counted()
    parts = [counted.numbers_traced(sum(outcomes.values()))]
    for outcome, words in (
        (TraceOutcome.FOUND, counted.found),
        (TraceOutcome.SEVERAL, counted.with_several),
        (TraceOutcome.NOT_FOUND, counted.not_found),
        (TraceOutcome.MALFORMED, counted.malformed),
    ):
        if outcomes[outcome]:
            parts.append(words(outcomes[outcome]))
    return " \N{MIDDLE DOT} ".join(parts)


def taken_words(taken: Taken) -> str:
    """Say where numbers came from and what was left out."""
    translate = QCoreApplication.translate
    sentences = []
    if taken.column:
        sentences.append(translate("Trace", "Taken from the column “{column}”.").format(column=taken.column))
    if taken.repeated:
        sentences.append(Counted().repeated_left_out(taken.repeated))
    if taken.blank:
        sentences.append(Counted().blank_left_out(taken.blank))
    return " ".join(sentences)


def file_trouble_words(trouble: FileTrouble, name: str) -> str:
    """Say why a file gives no numbers, and what to do."""
    translate = QCoreApplication.translate
    match trouble:
        case FileTrouble.UNREADABLE:
            words = translate("Trace", "{file} cannot be read as text or as a workbook. Nothing was traced; save it as CSV.")
        case FileTrouble.TOO_LARGE:
            words = translate(
                "Trace", "{file} is too large for a list of numbers. Copy the column with the numbers instead."
            )
        case FileTrouble.NO_WORKBOOK:
            words = translate(
                "Trace", "{file} is damaged or is not an Excel workbook. Nothing was traced; open it and save it again."
            )
        case FileTrouble.OLD_WORKBOOK:
            words = translate("Trace", "{file} is an old or password-protected workbook. Save it as .xlsx, then try again.")
        case _:
            assert_never(trouble)
    return words.format(file=name)


def _listed(numbers: Sequence[str]) -> str:
    shown = ", ".join(numbers[:_NAMED])
    return shown if len(numbers) <= _NAMED else f"{shown} \N{HORIZONTAL ELLIPSIS}"
