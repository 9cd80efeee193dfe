# SPDX-License-Identifier: MIT
"""Every code that a server may send has its words."""

from collections.abc import Callable
from enum import Enum

import pytest

from onlinesvc_desktop.client.faults import Refused
from onlinesvc_desktop.contract.audit import AuditAction
from onlinesvc_desktop.contract.codes import ErrorCode, FieldCode
from onlinesvc_desktop.contract.problem import FieldProblem
from onlinesvc_desktop.desktop.words.administration import action_words
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
