# SPDX-License-Identifier: MIT
from datetime import UTC, date, datetime

import pytest

from onlinesvc_desktop.contract.address import CARRIER_XML_ROOM, too_long_for_xml
from onlinesvc_desktop.contract.rate_quote import is_over, number_and_letter


def test_a_quote_is_over_when_its_last_day_has_passed_at_the_pickup():
    at = datetime(2026, 11, 29, 4, 30, tzinfo=UTC)
    assert [is_over(date(2026, 11, 28), province, at) for province in ("NS", "QC", "BC")] == [True, False, False]


@pytest.mark.parametrize(
    ("text", "named"),
    [("q123456789", ("Q123456789", "")), (" Q123456789-B ", ("Q123456789", "B")), ("Q12345678", None), ("spot 12", None)],
)
def test_a_bill_names_a_quote(text: str, named: tuple[str, str] | None):
    assert number_and_letter(text) == named


def test_what_the_carrier_xml_has_no_room_for_is_named_with_its_length():
    longest = CARRIER_XML_ROOM["city"]
    assert too_long_for_xml({"city": "x" * longest, "name": None}) == {}
    assert too_long_for_xml({"city": "x" * (longest + 5)}) == {"city": longest + 5}
