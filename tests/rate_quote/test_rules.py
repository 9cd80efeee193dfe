# SPDX-License-Identifier: MIT
"""Prices to the cent: the vectors of shipping.md 3.4, the taxes of 3.5, and what holds for every price."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec import UNSET
from msgspec.structs import replace

from onlinesvc_desktop.backend.services.rate_quote.rules import (
    RatedPlace,
    RefusedQuoteError,
    Shipment,
    freight_of,
    price,
    zone_of,
)
from onlinesvc_desktop.backend.services.rate_quote.taxes import taxes_on
from onlinesvc_desktop.contract.codes import FieldCode
from onlinesvc_desktop.contract.freight import (
    FREIGHT_CLASSES,
    DimensionUnit,
    HandlingUnit,
    WeightUnit,
    class_of_density,
    goods_of,
)
from onlinesvc_desktop.contract.rate_quote import (
    PricedQuote,
    QuotedPlace,
    QuoteRefusal,
    RateQuoteRequest,
    check_rate_quote,
)
from onlinesvc_desktop.contract.tariff import Break
from tests.rate_quote.tariffs import T1, TARIFF

MONTREAL, QUEBEC = RatedPlace("H3C3P8", "QC"), RatedPlace("G1P1A1", "QC")
TORONTO, HALIFAX, NEW_YORK = RatedPlace("M5V2T6", "ON"), RatedPlace("B3S1A1", "NS"), RatedPlace("12205", "NY")
DAY = date(2026, 6, 1)
SKIDS = HandlingUnit(2, "SKD", "620", length="48", width="40", height="60")


def _priced(destination: RatedPlace = TORONTO, **changed: Any) -> PricedQuote:
    facts: dict[str, Any] = {"origin": MONTREAL, "destination": destination, "ship_date": DAY, "units": (SKIDS,)}
    return price(TARIFF, Shipment(**(facts | changed)), DAY)


def _amounts(quote: PricedQuote) -> dict[str, str]:
    return {line.code: line.amount for line in quote.lines}


def _weighing(pounds: str) -> tuple[HandlingUnit, ...]:
    return (HandlingUnit(1, "SKD", pounds),)


@pytest.mark.parametrize(
    ("pounds", "amount", "rated"),
    [
        (250, "250.00", 250),
        (650, "585.00", 650),
        (1500, "1200.00", 1500),
        (2500, "1875.00", 2500),
        (7500, "5250.00", 7500),
        (15000, "9750.00", 15000),
        (449, "449.00", 449),
        (450, "450.00", 450),
        (451, "450.00", 500),
        (490, "450.00", 500),
        (900, "800.00", 1000),
        (4700, "3500.00", 5000),
    ],
)
def test_t1_and_t2_weights_ride_the_cheapest_break(pounds: int, amount: str, rated: int):
    freight = freight_of(Decimal(pounds), T1)
    assert (freight.amount, freight.rated_lb, freight.deficit) == (Decimal(amount), Decimal(rated), rated != pounds)


def test_t3_deficit_charges_the_first_weight_of_the_next_break():
    breaks = (Break(0, "14.38"), Break(500, "10.29"))
    assert freight_of(Decimal(450), breaks).amount == Decimal("51.45")
    assert freight_of(Decimal(450), breaks[:1]).amount == Decimal("64.71")
    assert not freight_of(Decimal("357.79"), breaks).deficit
    assert freight_of(Decimal("357.9"), breaks).deficit


def test_t4_the_greater_of_actual_and_cubed_weight():
    goods = goods_of((HandlingUnit(1, "CTN", "80", length="21", width="20", height="22"),))
    assert goods.volume_ft3.quantize(Decimal("0.01")) == Decimal("5.35")
    quote = _priced(units=(HandlingUnit(1, "CTN", "80", length="21", width="20", height="22"),))
    assert (quote.cubed_weight_lb, quote.rated_weight_lb) == ("53.47", "80")


def test_t5_density_gives_the_class():
    quote = _priced(units=(HandlingUnit(1, "SKD", "425", length="40", width="48", height="48"),))
    assert (quote.volume_ft3, quote.density_lb_ft3, quote.freight_class) == ("53.33", "7.97", "125")


def test_t6_every_line_of_two_skids_to_toronto():
    quote = _priced(customer_number="410000", accessorials=("TGDL",))
    assert (quote.cubed_weight_lb, quote.rated_weight_lb, quote.volume_ft3) == ("1333.33", "1333", "133.33")
    assert (quote.density_lb_ft3, quote.freight_class, quote.deficit, quote.measured) == ("4.65", "175", False, True)
    assert _amounts(quote) == {"freight": "1066.40", "discount": "-319.92", "fuel": "222.45", "TGDL": "60.00"}
    assert (quote.subtotal, quote.total) == ("1028.93", "1162.69")
    assert [(tax.code, tax.rate, tax.amount) for tax in quote.taxes] == [("hst", "13", "133.76")]
    assert quote.lines[0].basis == "1333 lb @ 80/cwt >= 1000 lb"
    assert quote.valid_until == DAY + timedelta(days=30)


def test_t7_within_quebec_both_taxes_are_on_the_price_before_tax():
    quote = _priced(QUEBEC, customer_number="410000", accessorials=("TGDL",))
    assert [(tax.code, tax.amount) for tax in quote.taxes] == [("gst", "51.45"), ("qst", "102.64")]
    assert quote.total == "1183.02"


def test_t8_fuel_is_rounded_half_up_to_the_cent():
    tariff = replace(TARIFF, fuel=(replace(TARIFF.fuel[0], breaks=(replace(TARIFF.fuel[0].breaks[0], percent="45.20"),)),))
    quote = price(tariff, Shipment(MONTREAL, TORONTO, DAY, _weighing("65")), DAY)
    assert (_amounts(quote)["freight"], _amounts(quote)["fuel"]) == ("65.00", "29.38")


@pytest.mark.parametrize(
    ("density", "freight_class"),
    [
        ("0", "400"), ("0.99", "400"), ("1", "300"), ("2", "250"), ("4", "175"), ("6", "125"), ("8", "100"), ("10", "92.5"),
        ("12", "85"), ("14.99", "85"), ("15", "70"), ("22.5", "65"), ("30", "60"), ("35", "55"), ("49.99", "55"),
        ("50", "50"), ("5000", "50"),
    ],
)  # fmt: skip
def test_t9_the_thirteen_steps_of_density(density: str, freight_class: str):
    assert class_of_density(Decimal(density)) == freight_class
    assert freight_class in FREIGHT_CLASSES


def test_all_eighteen_classes_may_be_entered():
    assert len(FREIGHT_CLASSES) == 18
    assert len({class_of_density(Decimal(tenth) / 10) for tenth in range(600)}) == 13


@pytest.mark.parametrize(
    ("origin", "destination", "day", "taxes"),
    [
        ("QC", "ON", "2026-01-01", "hst 13"),
        ("ON", "QC", "2026-01-01", "gst 5"),
        ("QC", "QC", "2026-01-01", "gst 5 qst 9.975"),
        ("QC", "NS", "2026-01-01", "hst 14"),
        ("QC", "NS", "2025-04-01", "hst 14"),
        ("QC", "NS", "2025-03-31", "hst 15"),
        ("ON", "NB", "2026-01-01", "hst 15"),
        ("ON", "NL", "2026-01-01", "hst 15"),
        ("ON", "PE", "2026-01-01", "hst 15"),
        ("ON", "ON", "2026-01-01", "hst 13"),
        *((("QC", province, "2026-01-01", "gst 5")) for province in ("AB", "BC", "MB", "SK", "NT", "NU", "YT")),
        ("QC", "NY", "2026-01-01", ""),
        ("NY", "QC", "2026-01-01", ""),
        ("NY", "VT", "2026-01-01", ""),
    ],
)
def test_taxes_by_both_ends_and_the_day(origin: str, destination: str, day: str, taxes: str):
    found = taxes_on(origin, destination, date.fromisoformat(day))
    assert " ".join(f"{tax.code} {tax.rate}" for tax in found) == taxes


def test_a_tax_exempt_shipment_and_one_across_the_border_bear_none():
    assert _priced(tax_exempt=True).taxes == ()
    assert _priced(NEW_YORK).taxes == ()
    assert _priced(NEW_YORK).total == _priced(NEW_YORK).subtotal


def test_the_minimum_of_the_customer_stands_instead_of_the_lanes():
    here: dict[str, Any] = {"destination": RatedPlace("H7A1A1", "QC"), "units": _weighing("100")}
    assert _amounts(_priced(**here)) == {"freight": "100.00", "minimum": "20.00", "fuel": "35.76"}
    own = _amounts(_priced(**here, customer_number="410037"))
    assert own == {"freight": "100.00", "discount": "-50.00", "minimum": "45.50", "fuel": "28.46"}


def test_the_fuel_row_is_the_newest_before_the_day_and_its_band_that_of_the_rated_weight():
    later: dict[str, Any] = {"ship_date": date(2026, 11, 23)}
    assert _priced(**later, units=_weighing("300")).lines[-1].basis == "21.50 % 2026-11-23"
    assert _priced(**later, units=_weighing("495")).lines[-1].basis == "29.80 % 2026-11-23"  # rated as 500
    assert _priced(**later, units=_weighing("12000")).lines[-1].basis == "49.40 % 2026-11-23"
    assert _priced(ship_date=date(2026, 11, 22), units=_weighing("300")).lines[-1].basis == "29.80 % 2026-01-01"


def test_the_four_shapes_of_additional_services():
    quote = _priced(accessorials=("INSD", "HEAT", "VAL", "TGDL", "TGDL"), declared_value=Decimal(2000))
    found = _amounts(quote)
    assert found["INSD"] == "61.98"  # 1,333 lb at 4.65
    assert found["HEAT"] == "127.97"  # 12 % of 1,066.40
    assert found["VAL"] == "15.20"  # 2 % of what is above 2.00 a pound of 620 lb
    assert [line.code for line in quote.lines].count("TGDL") == 1
    assert _amounts(_priced(units=_weighing("100"), accessorials=("INSD", "HEAT")))["INSD"] == "56.00"
    assert _amounts(_priced(units=_weighing("9000"), accessorials=("HEAT",)))["HEAT"] == "200.00"
    assert _amounts(_priced(accessorials=("VAL",), declared_value=Decimal(100)))["VAL"] == "0.00"


def test_guaranteed_services_add_to_their_own_option_alone():
    quote = _priced(customer_number="410000", accessorials=("TGDL",), delivery_date=date(2026, 6, 3))
    assert [(one.letter, one.service_level.value, one.total) for one in quote.options] == [
        ("A", "standard", "1162.69"),
        ("B", "by_9", "1415.74"),
        ("C", "by_noon", "1219.19"),
    ]
    assert {one.delivery_date for one in quote.options} == {date(2026, 6, 3)}
    assert len(_priced(guarantees_offered=False).options) == 1
    assert _priced().options[0].delivery_date is UNSET


def test_kilograms_and_centimetres_give_what_pounds_and_inches_do():
    metric = HandlingUnit(2, "SKD", "281.2273", WeightUnit.KILOGRAM, "121.92", "101.6", "152.4", DimensionUnit.CENTIMETRE)
    assert _priced(units=(metric,)) == _priced()


def test_a_unit_without_size_adds_no_volume_and_the_quote_says_so():
    quote = _priced(units=(SKIDS, *_weighing("100")))
    assert (quote.measured, quote.density_lb_ft3, quote.freight_class) == (False, UNSET, UNSET)
    assert quote.volume_ft3 == "133.33"


def test_the_longest_prefix_wins():
    assert (zone_of(TARIFF, "J4B1A1"), zone_of(TARIFF, "J4Z1A1"), zone_of(TARIFF, "T1Y")) == ("MTL", "QBC", None)


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"origin": RatedPlace("T1Y", "AB")}, QuoteRefusal.UNKNOWN_ORIGIN),
        ({"destination": RatedPlace("T1Y", "AB")}, QuoteRefusal.UNKNOWN_DESTINATION),
        ({"destination": RatedPlace("M", "ON"), "origin": RatedPlace("M", "ON")}, QuoteRefusal.NO_LANE),
        ({"ship_date": date(2025, 12, 31)}, QuoteRefusal.NO_TARIFF),
        ({"accessorials": ("XXX",)}, QuoteRefusal.UNKNOWN_ACCESSORIAL),
        ({"accessorials": ("VAL",)}, QuoteRefusal.NO_DECLARED_VALUE),
        ({"units": _weighing("999999999")}, QuoteRefusal.TOO_HEAVY),
    ],
)
def test_where_there_is_no_rate_there_is_a_refusal_and_never_a_price(changed: dict[str, Any], reason: QuoteRefusal):
    with pytest.raises(RefusedQuoteError) as refused:
        _priced(**changed)
    assert refused.value.reason is reason


def test_without_a_fuel_row_there_is_no_price():
    tariff = replace(TARIFF, fuel=TARIFF.fuel[1:])
    with pytest.raises(RefusedQuoteError) as refused:
        price(tariff, Shipment(MONTREAL, TORONTO, DAY, (SKIDS,)), DAY)
    assert refused.value.reason is QuoteRefusal.NO_FUEL


POUNDS = st.decimals(Decimal("0.01"), Decimal(40_000), places=2)
RATES = st.integers(1, 50_000).map(lambda cents_per_cwt: Decimal(cents_per_cwt) / 100)


@st.composite
def falling_breaks(draw: st.DrawFn) -> tuple[Break, ...]:
    first = sorted(draw(st.sets(st.integers(1, 30_000), max_size=6)))
    rates = sorted(draw(st.lists(RATES, min_size=len(first) + 1, max_size=len(first) + 1)), reverse=True)
    return tuple(Break(pounds, str(rate)) for pounds, rate in zip([0, *first], rates, strict=True))


@given(falling_breaks(), POUNDS, POUNDS)
def test_a_heavier_shipment_never_costs_less(breaks: tuple[Break, ...], one: Decimal, other: Decimal):
    light, heavy = sorted((one, other))
    assert freight_of(light, breaks).amount <= freight_of(heavy, breaks).amount


@given(falling_breaks(), POUNDS)
def test_no_break_is_cheaper_than_the_one_used(breaks: tuple[Break, ...], pounds: Decimal):
    freight = freight_of(pounds, breaks)
    for one in breaks:
        charged = max(pounds, Decimal(one.from_lb))
        assert freight.amount <= (charged * Decimal(one.per_cwt) / 100).quantize(Decimal("0.01"), "ROUND_HALF_UP")
    assert freight.rated_lb >= pounds


UNITS = st.lists(
    st.builds(
        HandlingUnit,
        count=st.integers(1, 99),
        type=st.just("SKD"),
        weight=st.decimals(Decimal("0.01"), Decimal(9_000), places=2).map(str),
        weight_unit=st.sampled_from(WeightUnit),
        length=st.just("48") | st.just("121.9"),
        width=st.just("40"),
        height=st.integers(1, 100).map(str),
        dimension_unit=st.sampled_from(DimensionUnit),
    ),
    min_size=1,
    max_size=6,
).map(tuple)


@given(
    UNITS,
    st.sampled_from([TORONTO, QUEBEC, HALIFAX, NEW_YORK]),
    st.sampled_from(["", "410000", "410037"]),
    st.sets(st.sampled_from(["TGDL", "INSD", "HEAT", "VAL"])),
    st.dates(date(2026, 1, 1), date(2030, 1, 1)),
)
def test_lines_add_up_to_the_cent(units, destination: RatedPlace, customer: str, services: set[str], day: date):
    goods = goods_of(units)
    assume(max(goods.actual_lb, 10 * goods.volume_ft3) < 999_999)
    quote = _priced(
        destination,
        units=units,
        customer_number=customer,
        accessorials=tuple(sorted(services)),
        declared_value=Decimal("12345.67"),
        ship_date=day,
    )
    lines = sum(Decimal(line.amount) for line in quote.lines)
    taxes = sum(Decimal(tax.amount) for tax in quote.taxes)
    assert Decimal(quote.subtotal) == lines
    assert Decimal(quote.total) == lines + taxes
    assert quote.options[0].total == quote.total
    assert all(Decimal(line.amount).as_tuple().exponent == -2 for line in quote.lines)
    assert Decimal(quote.rated_weight_lb) >= goods.actual_lb.to_integral_value("ROUND_HALF_UP")


@pytest.mark.parametrize(
    ("unit", "pointer", "code"),
    [
        (replace(SKIDS, weight="0"), "/handling_units/0/weight", FieldCode.MALFORMED),
        (replace(SKIDS, height="0.000"), "/handling_units/0/height", FieldCode.MALFORMED),
        (replace(SKIDS, height=UNSET), "/handling_units/0/height", FieldCode.REQUIRED),
        (
            replace(SKIDS, length=UNSET, width=UNSET, height=UNSET, weight="0"),
            "/handling_units/0/weight",
            FieldCode.MALFORMED,
        ),
        (replace(SKIDS, freight_class="72"), "/handling_units/0/freight_class", FieldCode.UNKNOWN),
    ],
)
def test_wrong_members_of_a_request_are_named(unit: HandlingUnit, pointer: str, code: FieldCode):
    request = RateQuoteRequest(QuotedPlace("H3C"), QuotedPlace(city="Toronto", province="ON"), DAY, (unit,))
    assert [(one.pointer, one.code) for one in check_rate_quote(request)] == [(pointer, code)]
    town = replace(request, destination=QuotedPlace(city="Toronto"), handling_units=(SKIDS,))
    assert check_rate_quote(town) == (), "a town alone is looked for among the points"
    nowhere = replace(request, destination=QuotedPlace(province="ON"), handling_units=(SKIDS,))
    assert [one.pointer for one in check_rate_quote(nowhere)] == ["/destination/postal_code"]
