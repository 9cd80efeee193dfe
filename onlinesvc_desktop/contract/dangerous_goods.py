# SPDX-License-Identifier: MIT
"""Dangerous goods as the regulations want them said: four parts in one order, never typed as one text.

Source: TDG Regulations part 3, by the bulletin of Transport Canada (domain.md 6.7): UN number, shipping name with the
technical name, primary class with subsidiary classes in brackets, packing group in Roman figures; then quantity, the
24-hour number, and the number of the emergency plan if there is one.
"""

import re
from enum import StrEnum
from typing import Annotated, Final

import msgspec
from msgspec import UNSET, Meta, UnsetType

from onlinesvc_desktop.contract.fields import ShortText, TextKind

_UN_NUMBER = re.compile(r"^(?:UN|NA|ID)?\s*-?\s*([0-9]{4})\Z", re.IGNORECASE)
_CLASS = re.compile(r"^[1-9](\.[1-6][A-S]?)?\Z")


class PackingGroup(StrEnum):
    """How dangerous, from great to minor; classes 1, 2 and 7 have none."""

    I = "I"  # noqa: E741 - the Roman figure is its name
    II = "II"
    III = "III"


def spelt_un_number(text: str) -> str | None:
    """Return ``UN1263`` for what stands for it, or None."""
    found = _UN_NUMBER.match(text)
    return None if found is None else f"UN{found[1]}"


def spelt_class(text: str) -> str | None:
    """Return a class or division such as ``3``, ``6.1`` or ``1.4S``, or None."""
    text = text.replace(",", ".").upper()
    return text if _CLASS.match(text) else None


UnNumber = Annotated[str, Meta(max_length=10, extra={"kind": TextKind(spelt_un_number)})]
DangerClass = Annotated[str, Meta(max_length=6, extra={"kind": TextKind(spelt_class)})]
WITHOUT_GROUP: Final = frozenset("127")
"""First figures of the classes that have no packing group."""


class DangerousGoods(msgspec.Struct, frozen=True, omit_defaults=True):
    """One dangerous substance; ``quantity`` is in metric units with the number of containers, as it is to be printed."""

    un_number: UnNumber
    shipping_name: ShortText
    primary_class: DangerClass
    quantity: ShortText
    emergency_telephone: ShortText
    packing_group: PackingGroup | UnsetType = UNSET
    technical_name: ShortText | UnsetType = UNSET
    subsidiary_classes: Annotated[tuple[DangerClass, ...], Meta(max_length=4)] = ()
    erap_number: ShortText | UnsetType = UNSET


def composed(goods: DangerousGoods) -> str:
    """Return the description in the legal order: ``UN1263, PAINT (XYLENE), 3 (6.1), II``."""
    name = goods.shipping_name.upper()
    if goods.technical_name:
        name = f"{name} ({str(goods.technical_name).upper()})"
    danger = goods.primary_class
    if goods.subsidiary_classes:
        danger = f"{danger} ({', '.join(goods.subsidiary_classes)})"
    group = [] if goods.packing_group is UNSET else [goods.packing_group.value]
    return ", ".join([goods.un_number, name, danger, *group])
