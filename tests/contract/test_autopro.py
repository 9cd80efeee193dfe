# SPDX-License-Identifier: MIT
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onlinesvc_desktop.contract.autopro import AutoproFault, parse_autopro

NINE = st.from_regex(r"\A[0-9]{9}\Z")
NOISE = st.text(
    st.sampled_from([" ", "-", "\N{NO-BREAK SPACE}", "\t", "\N{EN DASH}", "\N{MINUS SIGN}", "\u200b"]), max_size=4
)


@given(NINE, st.lists(NOISE, min_size=10, max_size=10))
def test_dashes_blanks_and_invisible_marks_are_forgiven_anywhere(digits: str, noise: list[str]):
    pasted = "".join(mark + digit for mark, digit in zip(noise, digits, strict=False)) + noise[9]
    assert parse_autopro(pasted) == digits


@given(st.text())
def test_any_text_gives_nine_digits_or_a_fault(text: str):
    parsed = parse_autopro(text)
    if not isinstance(parsed, AutoproFault):
        assert len(parsed) == 9
        assert parsed.isascii()
        assert parsed.isdigit()


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", AutoproFault.EMPTY),
        (" - ", AutoproFault.EMPTY),
        ("12345678", AutoproFault.TOO_SHORT),
        ("1234567890", AutoproFault.TOO_LONG),
        ("12345678O", AutoproFault.NOT_DIGITS),
        ("BOL4471", AutoproFault.NOT_DIGITS),
        ("12345678²x", AutoproFault.NOT_DIGITS),
    ],
)
def test_each_fault_is_told_apart(text: str, fault: AutoproFault):
    assert parse_autopro(text) is fault


def test_full_width_digits_of_a_pasted_document_count():
    assert (
        parse_autopro("".join(chr(ord(digit) - ord("0") + ord("\N{FULLWIDTH DIGIT ZERO}")) for digit in "123456789"))
        == "123456789"
    )
