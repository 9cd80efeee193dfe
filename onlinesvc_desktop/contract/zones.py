# SPDX-License-Identifier: MIT
"""The IANA zone of the largest part of each province, territory or state."""

EASTERN, CENTRAL, MOUNTAIN, PACIFIC = "America/Toronto", "America/Chicago", "America/Denver", "America/Vancouver"
_ZONES = {
    EASTERN: "QC ON CT DC DE FL GA IN KY MA MD ME MI NC NH NJ NY OH PA RI SC VA VT WV",
    CENTRAL: "AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI",
    MOUNTAIN: "CO ID MT NM UT WY",
    PACIFIC: "BC CA NV OR WA",
    "America/Halifax": "NB NS PE",
    "America/St_Johns": "NL",
    "America/Winnipeg": "MB",
    "America/Regina": "SK",
    "America/Edmonton": "AB NT",
    "America/Iqaluit": "NU",
    "America/Whitehorse": "YT",
    "America/Phoenix": "AZ",
    "America/Anchorage": "AK",
    "Pacific/Honolulu": "HI",
}
_ZONE_OF = {province: zone for zone, provinces in _ZONES.items() for province in provinces.split()}


def zone_of(province: str) -> str:
    """Return the zone of a province or state; an unknown one has the carrier's, Eastern."""
    return _ZONE_OF.get(province.upper(), EASTERN)
