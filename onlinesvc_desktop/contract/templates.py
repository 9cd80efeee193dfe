# SPDX-License-Identifier: MIT
"""Messages of the goods list and of templates of whole bills of lading."""

from collections.abc import Iterator, Mapping
from http import HTTPStatus
from typing import Annotated, Any, Final

import msgspec
from msgspec import UNSET, Meta, UnsetType

from onlinesvc_desktop.contract import limits
from onlinesvc_desktop.contract.bill_checks import amount
from onlinesvc_desktop.contract.bill_of_lading import BillTemplate
from onlinesvc_desktop.contract.codes import ErrorCode, FieldCode, Right
from onlinesvc_desktop.contract.dangerous_goods import DangerousGoods
from onlinesvc_desktop.contract.fields import Instant, ShortText
from onlinesvc_desktop.contract.freight import FREIGHT_CLASSES, DimensionUnit, PositiveDecimal, WeightUnit
from onlinesvc_desktop.contract.kept import KeptPage, KeptQuery, RemovalQuery, Removed, Version
from onlinesvc_desktop.contract.operation import Access, Operation
from onlinesvc_desktop.contract.problem import FieldProblem

MAX_GOODS: Final = 10_000
MAX_TEMPLATES: Final = 2_000
"""Of one customer."""
MAX_GOODS_CODE: Final = 30
_SIZES: Final = ("length", "width", "height")


class GoodsBody(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Goods that are shipped again and again; sizes and weight are of one package. ``code`` is unique among the shared."""

    description: ShortText
    code: Annotated[str, Meta(max_length=MAX_GOODS_CODE)] = ""
    shared: bool = True
    package_type: ShortText | UnsetType = UNSET
    freight_class: ShortText | UnsetType = UNSET
    nmfc: ShortText | UnsetType = UNSET
    length: PositiveDecimal | UnsetType = UNSET
    width: PositiveDecimal | UnsetType = UNSET
    height: PositiveDecimal | UnsetType = UNSET
    dimension_unit: DimensionUnit = DimensionUnit.INCH
    weight: PositiveDecimal | UnsetType = UNSET
    weight_unit: WeightUnit = WeightUnit.POUND
    dangerous_goods: DangerousGoods | UnsetType = UNSET

    @staticmethod
    def across(values: Mapping[str, Any]) -> Iterator[FieldProblem]:
        """Find sizes and weights that are not above zero, and a class that is none."""
        for name in (*_SIZES, "weight"):
            if values.get(name) and amount(values[name]) is None:
                yield FieldProblem(f"/{name}", FieldCode.MALFORMED)
        if values.get("freight_class") and values["freight_class"] not in FREIGHT_CLASSES:  # pragma: no branch
            yield FieldProblem("/freight_class", FieldCode.UNKNOWN)


class GoodsItem(GoodsBody, frozen=True, omit_defaults=True, kw_only=True):
    """Goods as they stand."""

    id: int
    version: int
    changed_at: Instant
    changed_by: str = ""
    own: bool = False


class GoodsChange(GoodsBody, frozen=True, omit_defaults=True, kw_only=True):
    """What goods are to be from now on, and the version that was changed."""

    version: Version


class TemplateBody(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A bill of lading without day and numbers, under a name."""

    name: ShortText
    bill: BillTemplate
    shared: bool = True


class TemplateItem(TemplateBody, frozen=True, omit_defaults=True, kw_only=True):
    """A template as it stands."""

    id: int
    version: int
    changed_at: Instant
    changed_by: str = ""
    own: bool = False


class TemplateChange(TemplateBody, frozen=True, omit_defaults=True, kw_only=True):
    """What a template is to be from now on, and the version that was changed."""

    version: Version


def goods_text(item: GoodsBody) -> str:
    """Return everything that a search of the goods looks at."""
    danger = item.dangerous_goods
    parts = [item.description, item.code, item.nmfc, item.freight_class, item.package_type]
    parts += [] if danger is UNSET else [danger.un_number, danger.shipping_name]
    return " ".join(part for part in parts if part)


def template_text(item: TemplateBody) -> str:
    """Return everything that a search of the templates looks at."""
    parties = [party for party in (item.bill.shipper, item.bill.consignee) if party is not UNSET]
    goods = [line.description for unit in item.bill.handling_units for line in unit.lines]
    return " ".join([item.name, *(f"{party.name} {party.city}" for party in parties), *goods])


_ID = {"id": limits.ROW_PATTERN}

LIST_GOODS = Operation(
    "listGoods",
    "GET",
    "/v1/goods",
    "Goods that are shipped again and again, or what changed of them",
    KeptPage[GoodsItem],
    access=Access.SIGNED_IN,
    right=Right.SHIP,
    query=KeptQuery,
    counts_as_use=False,
)

ADD_GOODS = Operation(
    "addGoods",
    "POST",
    "/v1/goods",
    "Add goods to the list",
    GoodsItem,
    access=Access.SIGNED_IN,
    right=Right.SHIP,
    body=GoodsBody,
    status=HTTPStatus.CREATED,
    creates=True,
    queued="goods",
)

CHANGE_GOODS = Operation(
    "changeGoods",
    "PUT",
    "/v1/goods/{id}",
    "Change goods of the list, or bring removed ones back",
    GoodsItem,
    access=Access.SIGNED_IN,
    right=Right.SHIP,
    body=GoodsChange,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.CHANGED_MEANWHILE, ErrorCode.FORBIDDEN),
    path_patterns=_ID,
    creates=True,
    queued="goods_change",
)

REMOVE_GOODS = Operation(
    "removeGoods",
    "DELETE",
    "/v1/goods/{id}",
    "Remove goods from the list",
    Removed,
    access=Access.SIGNED_IN,
    right=Right.SHIP,
    query=RemovalQuery,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.CHANGED_MEANWHILE),
    path_patterns=_ID,
    creates=True,
    queued="goods_removal",
)

LIST_TEMPLATES = Operation(
    "listTemplates",
    "GET",
    "/v1/templates",
    "Templates of bills of lading, or what changed of them",
    KeptPage[TemplateItem],
    access=Access.SIGNED_IN,
    right=Right.SHIP,
    query=KeptQuery,
    counts_as_use=False,
)

ADD_TEMPLATE = Operation(
    "addTemplate",
    "POST",
    "/v1/templates",
    "Keep a bill of lading as a template",
    TemplateItem,
    access=Access.SIGNED_IN,
    right=Right.SHIP,
    body=TemplateBody,
    status=HTTPStatus.CREATED,
    creates=True,
    queued="template",
)

CHANGE_TEMPLATE = Operation(
    "changeTemplate",
    "PUT",
    "/v1/templates/{id}",
    "Change a template, or bring a removed one back",
    TemplateItem,
    access=Access.SIGNED_IN,
    right=Right.SHIP,
    body=TemplateChange,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.CHANGED_MEANWHILE, ErrorCode.FORBIDDEN),
    path_patterns=_ID,
    creates=True,
    queued="template_change",
)

REMOVE_TEMPLATE = Operation(
    "removeTemplate",
    "DELETE",
    "/v1/templates/{id}",
    "Remove a template",
    Removed,
    access=Access.SIGNED_IN,
    right=Right.SHIP,
    query=RemovalQuery,
    errors=(ErrorCode.NOT_FOUND, ErrorCode.CHANGED_MEANWHILE),
    path_patterns=_ID,
    creates=True,
    queued="template_removal",
)
