# SPDX-License-Identifier: MIT
"""Read a tariff from JSON, every member by itself, so that one wrong figure does not hide the next."""

import re
from collections.abc import Mapping
from typing import Any, Final

import msgspec
from msgspec.inspect import StructType, type_info

from onlinesvc_desktop.backend.services.rate_quote.tariff import check_tariff
from onlinesvc_desktop.contract.messages import from_values
from onlinesvc_desktop.contract.tariff import (
    Accessorial,
    FuelRow,
    Guaranteed,
    Lane,
    Tariff,
    TariffCustomer,
    TariffFault,
    TariffProblem,
    Zone,
)

_ITEMS: Final[Mapping[str, type[msgspec.Struct]]] = {
    "zones": Zone, "lanes": Lane, "fuel": FuelRow, "accessorials": Accessorial, "guaranteed": Guaranteed,
    "customers": TariffCustomer,
}  # fmt: skip
_AMOUNTS: Final = frozenset(
    {"per_cwt", "percent", "amount", "minimum", "maximum", "above", "flat", "discount_percent", "cube_factor_lb_ft3"}
    | {"customer_number"}
)
_DECODER: Final = msgspec.json.Decoder(float_hook=str)
_PATH = re.compile(r" - at `\$(?P<path>[^`]*)`\Z")
_MISSING = re.compile(r"missing required field `(?P<name>[^`]+)`")


def read_tariff_json(content: bytes) -> tuple[Tariff | None, tuple[TariffProblem, ...]]:
    """Return the tariff of a JSON object and every fault in it; None when there is one.

    An amount may be a number: its digits are taken as they are written, never as a binary fraction.
    """
    try:
        found = _DECODER.decode(content.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None, (TariffProblem("", TariffFault.MALFORMED),)
    if not isinstance(found, dict):
        return None, (TariffProblem("", TariffFault.MALFORMED),)
    values = _with_text_amounts(found)
    problems = _shape_faults(values)
    if problems:
        return None, problems
    try:
        tariff = from_values(values, Tariff)
    except msgspec.ValidationError as error:
        return None, (TariffProblem(_pointer(str(error)), TariffFault.MALFORMED),)
    problems = check_tariff(tariff)
    return (None if problems else tariff), problems


def _with_text_amounts(value: Any) -> Any:
    match value:
        case dict():
            return {
                name: str(member)
                if name in _AMOUNTS and isinstance(member, int) and not isinstance(member, bool)
                else _with_text_amounts(member)
                for name, member in value.items()
            }
        case list():
            return [_with_text_amounts(member) for member in value]
        case _:
            return value


def _shape_faults(values: Mapping[str, Any]) -> tuple[TariffProblem, ...]:
    problems = list[TariffProblem]()
    info = type_info(Tariff)
    assert isinstance(info, StructType)
    types = dict(Tariff.__annotations__)
    for field in info.fields:
        name = field.encode_name
        if name not in values:
            if field.required:
                problems.append(TariffProblem(f"/{name}", TariffFault.EMPTY))
        elif name in _ITEMS:
            problems += _item_faults(name, values[name])
        else:
            problems += _fault_of(values[name], types[field.name], f"/{name}")
    return tuple(problems)


def _item_faults(name: str, items: Any) -> list[TariffProblem]:
    if not isinstance(items, list):
        return [TariffProblem(f"/{name}", TariffFault.MALFORMED)]
    return [problem for index, item in enumerate(items) for problem in _fault_of(item, _ITEMS[name], f"/{name}/{index}")]


def _fault_of(value: Any, kind: Any, where: str) -> list[TariffProblem]:
    try:
        from_values(value, kind)
    except msgspec.ValidationError as error:
        return [TariffProblem(where + _pointer(str(error)), TariffFault.MALFORMED)]
    return []


def _pointer(text: str) -> str:
    at = _PATH.search(text)
    path = "" if at is None else re.sub(r"\[(\d+)\]", r"/\1", at["path"]).replace(".", "/")
    missing = _MISSING.search(text)
    return path if missing is None else f"{path}/{missing['name']}"
