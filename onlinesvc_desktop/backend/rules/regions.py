# SPDX-License-Identifier: MIT
"""Which country a province or state lies in, for senders who leave the country out (ISO 3166-2)."""

from typing import Final

_PROVINCES: Final = {
    "CA": "AB BC MB NB NL NS NT NU ON PE QC SK YT",
    "US": "AK AL AR AZ CA CO CT DC DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH NJ NM NV NY OH OK"
    " OR PA RI SC SD TN TX UT VA VT WA WI WV WY AS GU MP PR VI",
    "MX": "AGU BCN BCS CAM CHH CHP CMX COA COL DUR GRO GUA HID JAL MEX MIC MOR NAY NLE OAX PUE QUE ROO SIN SLP SON TAB TAM"
    " TLA VER YUC ZAC",
}
_COUNTRY_OF: Final = {province: country for country, provinces in _PROVINCES.items() for province in provinces.split()}


def country_of_province(province: str) -> str:
    """Return the ISO 3166 alpha-2 country of a province or state, empty for one of another country."""
    return _COUNTRY_OF.get(province.upper(), "")
