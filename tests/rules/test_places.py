# SPDX-License-Identifier: MIT
"""Addresses on the network, provinces and countries, and the zones of events."""

from datetime import datetime, timedelta

import pytest

from onlinesvc_desktop.backend.rules.address import is_within, network_of
from onlinesvc_desktop.backend.rules.regions import country_of_province
from onlinesvc_desktop.backend.rules.zones import local_time

NOON = datetime.fromisoformat("2026-07-01T12:00")


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("a socket", "a socket"),
    ],
)
def test_one_asker_is_an_address_or_the_network_of_a_household(address: str, network: str):
    assert network_of(address) == network


@pytest.mark.parametrize(
    ("address", "networks", "expected"),
    [
        ("10.1.2.3", ["192.0.2.1", "10.0.0.0/8"], True),
        ("10.1.2.3", ["10.9.9.9/8"], True),
        ("fe80::1%eth0", ["fe80::/10"], True),
        ("10.1.2.3", ["10.1.2.4"], False),
        ("2001:db8::5", ["2001:db8::/32"], True),
        ("not an address", ["0.0.0.0/0"], False),
    ],
)
def test_a_proxy_is_believed_by_address_or_network(address: str, networks: list[str], expected: bool):
    assert is_within(address, networks) is expected


@pytest.mark.parametrize(("province", "country"), [("qc", "CA"), ("NY", "US"), ("JAL", "MX"), ("XX", "")])
def test_a_province_says_its_country(province: str, country: str):
    assert country_of_province(province) == country


@pytest.mark.parametrize(
    ("code", "province", "hours"),
    [
        ("ET", "BC", -4),
        ("es", "BC", -5),
        ("NS", "", -3.5),
        ("01", "", 1),
        ("12", "", 12),
        ("13", "", -12),
        ("24", "", -1),
        ("25", "QC", -4),
        ("LT", "BC", -7),
        ("", "SK", -6),
        ("", "nowhere", -4),
    ],
)
def test_a_time_code_or_the_place_says_the_offset(code: str, province: str, hours: float):
    assert local_time(NOON, code, province).utcoffset() == timedelta(hours=hours)


def test_an_offset_is_kept_in_whole_minutes():
    assert local_time(datetime.fromisoformat("1890-01-01"), "ET", "").utcoffset() == timedelta(hours=-5, minutes=-18)
