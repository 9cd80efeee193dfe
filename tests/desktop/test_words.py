# SPDX-License-Identifier: MIT
"""Every code that a server may send has its words."""

from collections.abc import Callable
from enum import Enum

import pytest

from onlinesvc_desktop.client.faults import Refused
from onlinesvc_desktop.contract.audit import AuditAction
from onlinesvc_desktop.contract.codes import ErrorCode, FieldCode, Language
from onlinesvc_desktop.contract.invoice_desk import RejectedRow, RowFault
from onlinesvc_desktop.contract.problem import FieldProblem
from onlinesvc_desktop.desktop.language import LanguageService
from onlinesvc_desktop.desktop.services.invoices.words import rejected_words
from onlinesvc_desktop.desktop.words.administration import action_words
from onlinesvc_desktop.desktop.words.counted import Counted
from onlinesvc_desktop.desktop.words.faults import fault_words
from onlinesvc_desktop.desktop.words.fields import problem_words

WORDS: list[tuple[type[Enum], Callable[..., str]]] = [
    (AuditAction, action_words),
    (ErrorCode, lambda code: fault_words(Refused(code), ("1 800 555-0100",))),
    (FieldCode, lambda code: problem_words(FieldProblem("/name", code, {"minimum": 1, "maximum": 2, "weakness": "name"}))),
]


@pytest.mark.parametrize(("codes", "words"), WORDS, ids=lambda one: getattr(one, "__name__", ""))
def test_every_code_has_words(qapp, codes: type[Enum], words: Callable[..., str]):
    said = {code: words(code) for code in codes}
    assert all(text.strip() for text in said.values())
    assert len(set(said.values())) > 1


def test_a_row_of_a_file_that_is_not_taken_says_why_in_both_languages(qapp):
    language = LanguageService(Language.ENGLISH)
    try:
        for fault in RowFault:
            row = RejectedRow(4, "total", fault, "12.00")
            language.switch_to(Language.ENGLISH)
            english = rejected_words(row)
            language.switch_to(Language.FRENCH)
            french = rejected_words(row)
            assert english.startswith("Line 4, total: ")
            assert french.startswith("Ligne 4, total\u00a0: ")
            assert fault.value not in english + french
            assert ("12.00" in english, "12.00" in french) == (fault is not RowFault.MISSING,) * 2
    finally:
        language._remove()


@pytest.mark.parametrize(
    ("others", "english", "french"), [(1, "7 and 1 more", "7 et 1 autre"), (2, "7 and 2 more", "7 et 2 autres")]
)
def test_one_more_is_one(qapp, others: int, english: str, french: str):
    language = LanguageService(Language.ENGLISH)
    try:
        assert Counted().and_more("7", others) == english
        language.switch_to(Language.FRENCH)
        assert Counted().and_more("7", others) == french
    finally:
        language._remove()
