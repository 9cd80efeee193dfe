# SPDX-License-Identifier: MIT
"""What a form and the server find in a bill, and how dangerous goods are composed."""

from decimal import Decimal

import msgspec
import pytest

from onlinesvc_desktop.backend.services.bill_of_lading.rules import totals_of
from onlinesvc_desktop.contract.autopro import CheckDigit, serial_of, with_check_digit
from onlinesvc_desktop.contract.bill_checks import Advice, advice_of, problems_of, units_weight_g
from onlinesvc_desktop.contract.bill_of_lading import BillOfLading
from onlinesvc_desktop.contract.checks import checked
from onlinesvc_desktop.contract.claim_rules import cap_of
from onlinesvc_desktop.contract.codes import FieldCode
from onlinesvc_desktop.contract.dangerous_goods import DangerousGoods, composed
from onlinesvc_desktop.contract.liability import liability_limit
from tests.bill_of_lading.bills import bill, goods, party, unit


def problems(**more):
    return {one.pointer: one.code for one in checked(BillOfLading, bill(**more))[1]}


def advice(**more):
    return {one.pointer: (one.advice, dict(one.params)) for one in advice_of(bill(**more))}


def test_a_whole_bill_is_right_and_gives_no_advice():
    made, found = checked(BillOfLading, bill())
    assert found == ()
    assert made is not None
    assert made.handling_units[0].lines[0].pieces == 24
    assert advice() == {}


@pytest.mark.parametrize(
    ("more", "pointer", "code"),
    [
        ({"shipper": party("A", "Rimouski", "QC", "M5V 2T6")}, "/shipper/postal_code", FieldCode.OTHER_PROVINCE),
        ({"shipper": party("A", "Rimouski", "QC", "12345")}, "/shipper/postal_code", FieldCode.OTHER_COUNTRY),
        ({"shipper": party("A", "Rimouski", "QC", "D5L 1A1")}, "/shipper/postal_code", FieldCode.MALFORMED),
        ({"shipper": party("A", "Rimouski", "ZZ", "G5L 1A1")}, "/shipper/province", FieldCode.UNKNOWN),
        ({"consignee": party("", "Toronto", "ON", "M5V 2T6")}, "/consignee/name", FieldCode.REQUIRED),
        ({"terms": "third_party"}, "/bill_to", FieldCode.REQUIRED),
        ({"handling_units": []}, "/handling_units", FieldCode.REQUIRED),
        ({"handling_units": [unit(weight="0")]}, "/handling_units/0/weight", FieldCode.MALFORMED),
        ({"handling_units": [unit(weight="-5")]}, "/handling_units/0/weight", FieldCode.MALFORMED),
        ({"handling_units": [unit(height="")]}, "/handling_units/0/height", FieldCode.REQUIRED),
        ({"handling_units": [unit(lines=[])]}, "/handling_units/0/lines", FieldCode.REQUIRED),
        ({"handling_units": [unit(freight_class="72")]}, "/handling_units/0/freight_class", FieldCode.UNKNOWN),
        ({"cod": {"amount": "0.00"}}, "/cod/amount", FieldCode.MALFORMED),
        ({"cod": {"amount": "5", "currency": "EUR"}}, "/cod/currency", FieldCode.UNKNOWN),
        ({"declared_value": "0"}, "/declared_value", FieldCode.MALFORMED),
        ({"references": [{"type": "autopro", "value": "1"}]}, "/references/0/type", FieldCode.UNKNOWN),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(more, pointer, code):
    assert problems(**more) == {pointer: code}


def test_a_dangerous_line_without_packing_group_or_number_is_refused_at_its_field():
    line = {"description": "Paint", "pieces": 2, "package_type": "DRM"}
    where = "/handling_units/0/lines/0/dangerous_goods"
    without = goods()
    del without["packing_group"]
    assert problems(handling_units=[unit(lines=[line | {"dangerous_goods": without}])]) == {
        f"{where}/packing_group": FieldCode.REQUIRED
    }
    gas = goods(primary_class="2.1") | {"packing_group": None}
    assert problems(handling_units=[unit(lines=[line | {"dangerous_goods": {k: v for k, v in gas.items() if v}}])]) == {}
    silent = goods(emergency_telephone="", un_number="1263x")
    assert problems(handling_units=[unit(lines=[line | {"dangerous_goods": silent}])]) == {
        f"{where}/un_number": FieldCode.MALFORMED,
        f"{where}/emergency_telephone": FieldCode.REQUIRED,
    }


def test_federal_offices_lie_on_both_sides_of_the_river():
    assert problems(shipper=party("A", "Gatineau", "QC", "K1A 0A1")) == {}


def test_more_than_500_lines_are_one_sentence():
    line = {"description": "x", "pieces": 1, "package_type": "BOX"}
    units = [unit(lines=[line] * 300), unit(lines=[line] * 201)]
    assert problems(handling_units=units) == {"/handling_units": FieldCode.TOO_MANY}


@pytest.mark.parametrize(
    ("more", "pointer", "expected"),
    [
        ({"shipper": party("A", "Rimouski", "QC", "G5L 1A1", telephone="")}, "/shipper/telephone", Advice.NO_TELEPHONE),
        ({"handling_units": [unit(length="", width="", height="")]}, "/handling_units/0/length", Advice.NO_SIZE),
        ({"handling_units": [unit(weight="20")]}, "/handling_units/0/weight", Advice.TOO_LIGHT),
        ({"handling_units": [unit(weight="200000")]}, "/handling_units/0/weight", Advice.TOO_HEAVY),
        ({"handling_units": [unit(length="700")]}, "/handling_units/0/length", Advice.TOO_LONG),
        ({"handling_units": [unit(freight_class="50")]}, "/handling_units/0/freight_class", Advice.OTHER_CLASS),
        ({"handling_units": [unit(count=30)]}, "/handling_units/0/lines", Advice.FEWER_PIECES),
        ({"declared_value": "1240.22"}, "/declared_value", Advice.VALUE_ABOVE_LIMIT),
    ],
)
def test_what_is_odd_is_advised_and_not_refused(more, pointer, expected):
    assert problems(**more) == {}
    assert advice(**more)[pointer][0] is expected


def test_the_right_class_is_named():
    assert advice(handling_units=[unit(freight_class="50")])["/handling_units/0/freight_class"][1] == {
        "density": "4.65",
        "class": "175",
    }


@pytest.mark.parametrize(
    ("weight", "of"), [("620", "lb"), ("281.2273", "kg"), ("1.0005", "kg"), ("77.7", "lb"), ("0.01", "lb")]
)
def test_the_limit_of_a_bill_is_that_of_a_claim_for_its_shipment_to_the_cent(weight: str, of: str):
    made = unit(weight=weight, weight_unit=of)
    weight_g = units_weight_g([made, made])
    assert weight_g is not None
    issued = totals_of(msgspec.convert(bill(handling_units=[made, made]), BillOfLading))
    assert issued.weight_g == weight_g
    limit = cap_of(issued.weight_g, None)
    shown = advice(handling_units=[made, made], declared_value="999999")["/declared_value"]
    assert shown == (Advice.VALUE_ABOVE_LIMIT, {"limit": f"{limit}"})


def test_the_limit_is_counted_from_kilograms_that_are_not_rounded_first():
    assert liability_limit(281_227) == Decimal("1240.21")
    assert units_weight_g([{"weight": "620"}]) == 281_227
    assert units_weight_g([{"weight": "620"}, {"weight": ""}]) is None
    assert units_weight_g([]) is None


def test_dangerous_goods_are_composed_in_the_legal_order():
    made = msgspec.convert(goods(), DangerousGoods)
    assert composed(made) == "UN1263, PAINT (XYLENE), 3 (6.1), II"
    gas = msgspec.convert({k: v for k, v in goods(primary_class="2.1").items() if k != "packing_group"}, DangerousGoods)
    assert composed(gas) == "UN1263, PAINT (XYLENE), 2.1 (6.1)"


@pytest.mark.parametrize(
    ("rule", "serial", "number"),
    [
        (CheckDigit.NONE, 123456789, "123456789"),
        (CheckDigit.MOD_7, 12345678, "123456782"),
        (CheckDigit.MOD_10, 12345678, "123456782"),
        (CheckDigit.MOD_7, 7, "000000070"),
    ],
)
def test_check_digits_of_published_examples(rule, serial, number):
    assert with_check_digit(serial, rule) == number
    assert serial_of(number, rule) == serial


def test_a_wrong_check_digit_is_no_serial():
    assert serial_of("123456783", CheckDigit.MOD_7) is None
    with pytest.raises(ValueError, match="1000000000"):
        with_check_digit(1_000_000_000, CheckDigit.NONE)


@pytest.mark.parametrize(
    ("more", "pointer", "code"),
    [
        ({"references": [{"type": "purchase_order", "value": " "}]}, "/references/0/value", FieldCode.REQUIRED),
        ({"references": [{"type": "purchase_order", "value": "ß" * 16}]}, "/references/0/value", FieldCode.TOO_LONG),
        ({"cod": {"amount": "5", "fee_terms": "third_party"}}, "/cod/fee_terms", FieldCode.UNKNOWN),
        ({"consignee": party("B", "Albany", "NY", "12207")}, "", None),
    ],
)
def test_references_fees_and_the_other_side_of_the_border(more, pointer, code):
    assert problems(**more) == ({} if code is None else {pointer: code})


def test_the_weights_of_lines_are_held_against_their_unit():
    line = {"description": "Nails", "pieces": 2, "package_type": "BOX"}
    unweighed = [unit(lines=[line | {"weight": "0"}, line])]
    assert problems(handling_units=unweighed) == {"/handling_units/0/lines/0/weight": FieldCode.MALFORMED}
    heavier = [unit(lines=[line | {"weight": "600"}, line | {"weight": "21"}], freight_class="175", count=1)]
    assert advice(handling_units=heavier)["/handling_units/0/weight"] == (Advice.OTHER_WEIGHT, {"lines": "621"})
    within = [unit(lines=[line | {"weight": "600"}, line | {"weight": "20"}], count=1)]
    assert advice(handling_units=within) == {}


def test_a_bill_across_the_border_should_name_a_class():
    abroad = advice(consignee=party("B", "Albany", "NY", "12207"))
    assert abroad == {"/handling_units/0/freight_class": (Advice.NO_CLASS, {})}


def test_plain_dangerous_goods_are_composed_without_empty_brackets():
    bare = {name: value for name, value in goods().items() if name not in ("technical_name", "subsidiary_classes")}
    assert composed(msgspec.convert(bare, DangerousGoods)) == "UN1263, PAINT, 3, II"


def test_a_form_half_filled_in_is_looked_at_all_the_same():
    half = {"shipper": {"province": "QC", "postal_code": "D5L"}, "consignee": {}, "handling_units": [{}]}
    found = {one.pointer: one.code for one in problems_of(half)}
    assert found == {"/shipper/postal_code": FieldCode.MALFORMED, "/handling_units/0/lines": FieldCode.REQUIRED}
    assert list(advice_of(half)) == []
    assert list(advice_of(bill(declared_value="1239.99"))) == []
