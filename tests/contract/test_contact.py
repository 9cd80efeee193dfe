# SPDX-License-Identifier: MIT
"""E-mail addresses, telephone numbers and postal codes in the spellings people use, and in ones nobody should."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onlinesvc_desktop.contract.contact import Country, parse_email, parse_postal_code, parse_telephone

MARKS = st.sampled_from(["", " ", "-", ".", " - ", "\N{NO-BREAK SPACE}", "\N{NON-BREAKING HYPHEN}"])
AREA = st.integers(200, 999).map(str).filter(lambda digits: not digits.endswith("11"))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("marie@expediteur.example", "marie@expediteur.example"),
        ("  Marie Bélanger <Marie@Expediteur.EXAMPLE> ", "Marie@expediteur.example"),
        ("mailto:marie@expediteur.example;", "marie@expediteur.example"),
        ("marie\N{ZERO WIDTH SPACE}@expediteur.example", "marie@expediteur.example"),
        ("rené@québec.example", "rené@québec.example"),
        ("o'neil+freight@a-b.example", "o'neil+freight@a-b.example"),
    ],
)
def test_an_address_is_understood(typed: str, kept: str):
    assert parse_email(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        *("", "marie", "@a.example", "a@", "a@b", "a@b.c", "a..b@c.example", ".a@c.example", "a b@c.example"),
        *("a@-b.example", "a@1.2.3.4", "a@b.example\nBcc: x@y.example", "a@b.example\r\n", "a@b.example, c@d.example"),
        "a" * 65 + "@b.example",
        # No message to these can be composed: a domain that IDNA refuses, one too long, an encoded word with a line end.
        *("a@\u05d0a.com", f"b@{'é' * 60}.com", f"b@{'.'.join(['é' * 20] * 11)}.com", "=?utf-8?q?a=0a?=@x.com"),
    ],
)
def test_what_is_no_address_is_refused_or_cleaned(typed: str):
    assert parse_email(typed) in (None, "a@b.example")


@given(st.text(max_size=60))
def test_whatever_comes_through_fits_one_header_line_and_is_stable(typed: str):
    address = parse_email(f"{typed}@b.example")
    if address is not None:
        assert not set("\r\n\0 <>,;:") & set(address)
        assert parse_email(address) == address


@given(AREA, AREA, st.integers(0, 9999), MARKS, MARKS, st.sampled_from(["", "1", "+1 ", "1-"]), st.integers(0, 99_999))
def test_a_telephone_number_is_understood_in_every_usual_spelling(
    area: str, exchange: str, line: int, first: str, second: str, prefix: str, extension: int
):
    kept = f"{area}-{exchange}-{line:04}"
    assert parse_telephone(f"{prefix}{area}{first}{exchange}{second}{line:04}") == kept
    assert parse_telephone(f"{prefix}({area}) {exchange}{second}{line:04}") == kept
    for word in (" x", " ext. ", " poste ", " #", ", extension "):
        assert parse_telephone(f"{area}{first}{exchange}{second}{line:04}{word}{extension}") == f"{kept} x{extension}"
    assert parse_telephone(kept) == kept


@pytest.mark.parametrize(
    "typed", ["", "555-0142", "114-555-0142", "514-011-0142", "511-555-0142", "514-555-014", "+33 1 23 45 67 89"]
)
def test_what_is_no_north_american_number_is_refused(typed: str):
    assert parse_telephone(typed) is None


@given(st.from_regex(r"\A[ABCEGHJ-NPRSTVXY][0-9][ABCEGHJ-NPRSTV-Z][0-9][ABCEGHJ-NPRSTV-Z][0-9]\Z"), MARKS)
def test_a_canadian_postal_code_is_understood_in_every_usual_spelling(code: str, mark: str):
    kept = (f"{code[:3]} {code[3:]}", Country.CANADA)
    assert parse_postal_code(f" {code[:3].lower()}{mark}{code[3:]} ") == kept
    assert parse_postal_code(kept[0]) == kept
    assert parse_postal_code(code.replace("0", "O").replace("1", "l")) == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("12345", ("12345", Country.UNITED_STATES)),
        ("12345 6789", ("12345-6789", Country.UNITED_STATES)),
        ("D1A 1A1", None),
        ("Z1A 1A1", None),
        ("1234", None),
        ("", None),
    ],
)
def test_other_postal_codes(typed: str, kept: object):
    assert parse_postal_code(typed) == kept
