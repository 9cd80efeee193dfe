# SPDX-License-Identifier: MIT
"""Public holidays by code; the program owns their names."""

from onlinesvc_desktop.contract.codes import OpenEnum


class Holiday(OpenEnum, unknown="OTHER"):
    """A public holiday of a Canadian province or territory, or of the United States."""

    NEW_YEAR = "new_year"
    MARTIN_LUTHER_KING = "martin_luther_king"
    FAMILY_DAY = "family_day"
    LOUIS_RIEL_DAY = "louis_riel_day"
    HERITAGE_DAY = "heritage_day"
    ISLANDER_DAY = "islander_day"
    WASHINGTON = "washington"
    GOOD_FRIDAY = "good_friday"
    VICTORIA_DAY = "victoria_day"
    PATRIOTS_DAY = "patriots_day"
    US_MEMORIAL_DAY = "us_memorial_day"
    JUNETEENTH = "juneteenth"
    INDIGENOUS_PEOPLES_DAY = "indigenous_peoples_day"
    NATIONAL_HOLIDAY_OF_QUEBEC = "national_holiday_of_quebec"
    CANADA_DAY = "canada_day"
    INDEPENDENCE_DAY = "independence_day"
    NUNAVUT_DAY = "nunavut_day"
    CIVIC_HOLIDAY = "civic_holiday"
    DISCOVERY_DAY = "discovery_day"
    LABOUR_DAY = "labour_day"
    TRUTH_AND_RECONCILIATION = "truth_and_reconciliation"
    THANKSGIVING = "thanksgiving"
    COLUMBUS_DAY = "columbus_day"
    REMEMBRANCE_DAY = "remembrance_day"
    VETERANS_DAY = "veterans_day"
    US_THANKSGIVING = "us_thanksgiving"
    CHRISTMAS = "christmas"
    BOXING_DAY = "boxing_day"
    OTHER = "other"
    """One that this version does not know."""
