# SPDX-License-Identifier: MIT
"""What is wrong with a bill of lading across its fields, and what is only worth a second look.

Both read values as JSON has them on the wire, half filled in or not, so that a form can ask while somebody types.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

import msgspec

from onlinesvc_desktop.contract.address import address_problems
from onlinesvc_desktop.contract.codes import FieldCode
from onlinesvc_desktop.contract.contact import Country, country_of
from onlinesvc_desktop.contract.dangerous_goods import WITHOUT_GROUP, spelt_un_number
from onlinesvc_desktop.contract.freight import FREIGHT_CLASSES, WeightUnit, class_of_density
from onlinesvc_desktop.contract.liability import liability_limit, whole_grams
from onlinesvc_desktop.contract.limits import MAX_REFERENCE_LENGTH
from onlinesvc_desktop.contract.problem import FieldProblem
from onlinesvc_desktop.contract.shipment import reference_spelling

PARTIES: Final = ("shipper", "consignee", "bill_to", "customs_broker")
MOST_LABELS: Final = 999
"""Handling units of a bill: each has a label with its number in three digits."""
_SIZES: Final = ("length", "width", "height")
_POUND_IN_KILOGRAMS = Decimal("0.45359237")
_INCH_IN_CENTIMETRES = Decimal("2.54")
_CUBIC_FOOT_IN_INCHES = 1728
_LIGHTEST, _HEAVIEST = Decimal("0.3"), Decimal(700)
"""Pounds per cubic foot between which freight lies: packed foam, and lead."""
_LONGEST_IN = Decimal(636)
_LINES = 500


class Advice(StrEnum):
    """What is worth a second look; nothing of it stands in the way."""

    NO_TELEPHONE = "no_telephone"
    NO_SIZE = "no_size"
    TOO_LIGHT = "too_light"
    TOO_HEAVY = "too_heavy"
    TOO_LONG = "too_long"
    OTHER_CLASS = "other_class"
    FEWER_PIECES = "fewer_pieces"
    OTHER_WEIGHT = "other_weight"
    NO_CLASS = "no_class"
    """To the United States a class is asked for."""
    VALUE_ABOVE_LIMIT = "value_above_limit"


class Advised(msgspec.Struct, frozen=True):
    """One piece of advice: where, and figures for its sentence."""

    pointer: str
    advice: Advice
    params: Mapping[str, str] = {}


def amount(text: Any) -> Decimal | None:
    """Return a decimal number above zero, None for what is none."""
    if not isinstance(text, str) or not text.replace(".", "", 1).isdigit() or not text.isascii():
        return None
    number = Decimal(text)
    return number if number > 0 else None


def unit_weight_lb(unit: Mapping[str, Any]) -> Decimal | None:
    """Return the weight of a line of units in pounds."""
    weight = amount(unit.get("weight"))
    return weight / _POUND_IN_KILOGRAMS if weight is not None and unit.get("weight_unit") == "kg" else weight


def unit_volume_ft3(unit: Mapping[str, Any]) -> Decimal | None:
    """Return the volume of a line of units in cubic feet, None when a size is missing."""
    sizes = [amount(unit.get(name)) for name in _SIZES]
    count = unit.get("count")
    if None in sizes or not isinstance(count, int) or count < 1:
        return None
    scale = _INCH_IN_CENTIMETRES if unit.get("dimension_unit") == "cm" else Decimal(1)
    volume = Decimal(count)
    for size in sizes:
        volume *= (size or Decimal(0)) / scale
    return volume / _CUBIC_FOOT_IN_INCHES


def units_weight_g(units: Sequence[Mapping[str, Any]]) -> int | None:
    """Return the weight of all lines of units in whole grams, None when one is missing or there is none."""
    weights = [(amount(unit.get("weight")), _weight_unit(unit)) for unit in units]
    told = [(weight, unit) for weight, unit in weights if weight is not None]
    return whole_grams(told) if told and len(told) == len(weights) else None


def _weight_unit(unit: Mapping[str, Any]) -> WeightUnit:
    return WeightUnit.KILOGRAM if unit.get("weight_unit") == "kg" else WeightUnit.POUND


def problems_of(values: Mapping[str, Any]) -> Iterator[FieldProblem]:
    """Find what makes a bill impossible: it is refused by form and server alike."""
    for role in PARTIES:
        party = values.get(role)
        if isinstance(party, Mapping):
            yield from address_problems(f"/{role}", party)
    if values.get("terms") == "third_party" and not values.get("bill_to"):
        yield FieldProblem("/bill_to", FieldCode.REQUIRED)
    units = _objects(values.get("handling_units"))
    lines = sum(len(_objects(unit.get("lines"))) for unit in units)
    if lines > _LINES:
        yield FieldProblem("/handling_units", FieldCode.TOO_MANY, {"maximum": _LINES})
    if sum(unit["count"] for unit in units if isinstance(unit.get("count"), int)) > MOST_LABELS:
        yield FieldProblem("/handling_units", FieldCode.TOO_MANY, {"maximum": MOST_LABELS})
    for index, unit in enumerate(units):
        yield from _unit_problems(f"/handling_units/{index}", unit)
    yield from _reference_problems(_objects(values.get("references")))
    yield from _money_problems(values)


def _reference_problems(references: Sequence[Mapping[str, Any]]) -> Iterator[FieldProblem]:
    for index, reference in enumerate(references):
        value = reference_spelling(str(reference.get("value", "")))
        if not value:
            yield FieldProblem(f"/references/{index}/value", FieldCode.REQUIRED)
        if len(value) > MAX_REFERENCE_LENGTH:
            yield FieldProblem(f"/references/{index}/value", FieldCode.TOO_LONG, {"maximum": MAX_REFERENCE_LENGTH})
        if reference.get("type") in ("any", "autopro"):
            yield FieldProblem(f"/references/{index}/type", FieldCode.UNKNOWN)


def _money_problems(values: Mapping[str, Any]) -> Iterator[FieldProblem]:
    if values.get("declared_value") and amount(values["declared_value"]) is None:
        yield FieldProblem("/declared_value", FieldCode.MALFORMED)
    cod = values.get("cod")
    if isinstance(cod, Mapping):
        if amount(cod.get("amount")) is None:
            yield FieldProblem("/cod/amount", FieldCode.MALFORMED)
        if cod.get("fee_terms") == "third_party":
            yield FieldProblem("/cod/fee_terms", FieldCode.UNKNOWN)
        if cod.get("currency", "CAD") not in ("CAD", "USD"):
            yield FieldProblem("/cod/currency", FieldCode.UNKNOWN)


def _unit_problems(at: str, unit: Mapping[str, Any]) -> Iterator[FieldProblem]:
    if unit.get("weight") and amount(unit["weight"]) is None:
        yield FieldProblem(f"{at}/weight", FieldCode.MALFORMED)
    given = [name for name in _SIZES if unit.get(name)]
    yield from (FieldProblem(f"{at}/{name}", FieldCode.MALFORMED) for name in given if amount(unit[name]) is None)
    if given:
        yield from (FieldProblem(f"{at}/{name}", FieldCode.REQUIRED) for name in _SIZES if name not in given)
    if unit.get("freight_class") and unit["freight_class"] not in FREIGHT_CLASSES:
        yield FieldProblem(f"{at}/freight_class", FieldCode.UNKNOWN)
    lines = _objects(unit.get("lines"))
    if not lines:
        yield FieldProblem(f"{at}/lines", FieldCode.REQUIRED)
    for index, line in enumerate(lines):
        if line.get("weight") and amount(line["weight"]) is None:
            yield FieldProblem(f"{at}/lines/{index}/weight", FieldCode.MALFORMED)
        if isinstance(goods := line.get("dangerous_goods"), Mapping):
            yield from _danger_problems(f"{at}/lines/{index}/dangerous_goods", goods)


def _danger_problems(at: str, goods: Mapping[str, Any]) -> Iterator[FieldProblem]:
    primary = str(goods.get("primary_class") or "")
    if primary and primary[0] not in WITHOUT_GROUP and primary[0] != "9" and not goods.get("packing_group"):
        yield FieldProblem(f"{at}/packing_group", FieldCode.REQUIRED)
    number = str(goods.get("un_number") or "")
    if number and spelt_un_number(number) is None:
        yield FieldProblem(f"{at}/un_number", FieldCode.MALFORMED)


def advice_of(values: Mapping[str, Any]) -> Iterator[Advised]:
    """Find what is worth a second look."""
    for role in ("shipper", "consignee"):
        party = values.get(role)
        if isinstance(party, Mapping) and party.get("name") and not party.get("telephone"):
            yield Advised(f"/{role}/telephone", Advice.NO_TELEPHONE)
    units = _objects(values.get("handling_units"))
    abroad = any(_country(values.get(role)) is Country.UNITED_STATES for role in ("shipper", "consignee"))
    for index, unit in enumerate(units):
        yield from _unit_advice(f"/handling_units/{index}", unit, abroad)
    declared = amount(values.get("declared_value"))
    weight_g = units_weight_g(units)
    if declared is not None and weight_g is not None:
        limit = liability_limit(weight_g)
        if declared > limit:
            yield Advised("/declared_value", Advice.VALUE_ABOVE_LIMIT, {"limit": f"{limit:f}"})


def _country(party: Any) -> Country | None:
    return country_of(str(party.get("province") or "")) if isinstance(party, Mapping) else None


def _unit_advice(at: str, unit: Mapping[str, Any], abroad: bool) -> Iterator[Advised]:
    yield from _density_advice(at, unit)
    scale = _INCH_IN_CENTIMETRES if unit.get("dimension_unit") == "cm" else Decimal(1)
    for name in _SIZES:
        size = amount(unit.get(name))
        if size is not None and size / scale > _LONGEST_IN:
            yield Advised(f"{at}/{name}", Advice.TOO_LONG)
    if abroad and not unit.get("freight_class"):
        yield Advised(f"{at}/freight_class", Advice.NO_CLASS)
    yield from _lines_advice(at, unit)


def _density_advice(at: str, unit: Mapping[str, Any]) -> Iterator[Advised]:
    weight, volume = unit_weight_lb(unit), unit_volume_ft3(unit)
    if weight is not None and not any(unit.get(name) for name in _SIZES):
        yield Advised(f"{at}/length", Advice.NO_SIZE)
    if weight is None or not volume:
        return
    density = weight / volume
    shown = {"density": f"{density.quantize(Decimal('0.01')):f}"}
    if density < _LIGHTEST:
        yield Advised(f"{at}/weight", Advice.TOO_LIGHT, shown)
    elif density > _HEAVIEST:
        yield Advised(f"{at}/weight", Advice.TOO_HEAVY, shown)
    right = class_of_density(density)
    if unit.get("freight_class") and unit["freight_class"] != right:
        yield Advised(f"{at}/freight_class", Advice.OTHER_CLASS, shown | {"class": right})


def _lines_advice(at: str, unit: Mapping[str, Any]) -> Iterator[Advised]:
    lines = _objects(unit.get("lines"))
    pieces = sum(line["pieces"] for line in lines if isinstance(line.get("pieces"), int))
    if lines and isinstance(unit.get("count"), int) and 0 < pieces < unit["count"]:
        yield Advised(f"{at}/lines", Advice.FEWER_PIECES, {"pieces": str(pieces), "units": str(unit["count"])})
    weights = [amount(line.get("weight")) for line in lines]
    total = amount(unit.get("weight"))
    if total is not None and weights and None not in weights:
        of_lines = sum((one for one in weights if one is not None), Decimal(0))
        if of_lines > total:
            yield Advised(f"{at}/weight", Advice.OTHER_WEIGHT, {"lines": f"{of_lines:f}"})


def _objects(value: Any) -> Sequence[Mapping[str, Any]]:
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list | tuple) else []
