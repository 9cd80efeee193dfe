# SPDX-License-Identifier: MIT
"""The parts of forms: editors, nested values, problems shown where they are."""

from onlinesvc_desktop.contract.codes import FieldCode
from onlinesvc_desktop.contract.problem import FieldProblem
from onlinesvc_desktop.desktop.words.fields import problem_words


def test_a_text_that_is_too_long_is_said_with_its_limit(qapp):
    assert problem_words(FieldProblem("/reason", FieldCode.TOO_LONG, {"maximum": 2000})) == "Use at most 2000 character(s)."
    assert "example@" not in problem_words(FieldProblem("/reason", FieldCode.MALFORMED))
    assert "name@example.com" in problem_words(FieldProblem("/shipper/email", FieldCode.MALFORMED))
