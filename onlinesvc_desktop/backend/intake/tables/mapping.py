# SPDX-License-Identifier: MIT
"""What another program's headings, words, dates and numbers mean: a mapping, kept as TOML and used again for its files."""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from onlinesvc_desktop.backend.intake.records import PartyRole
from onlinesvc_desktop.contract.shipment import ReferenceType
from onlinesvc_desktop.contract.table_mapping import DateOrder

PARTY_FIELDS = ("name", "address1", "city", "province", "postal_code", "country", "customer")
REFERENCES = {kind.value: kind for kind in ReferenceType if kind not in (ReferenceType.ANY, ReferenceType.AUTOPRO)}
HEADINGS = (
    *("autopro_number", "status", "occurred_at", "occurred_time", "place", "city", "province", "country"),
    *("reason", "reported_at", "pieces", "weight_kg", "weight_lb", "estimated_delivery", "signed_by"),
    *REFERENCES,
    *(f"{role.value}_{name}" for role in PartyRole for name in (*PARTY_FIELDS, "place")),
)
"""Our headings. A ``place`` is "city, province[, country]" in one cell; ``occurred_time`` goes with ``occurred_at``."""
NEEDED = (("autopro_number",), ("status",), ("occurred_at",), ("city", "place"))
"""What a table must say, each by one of these headings or by a default."""
_DEFAULTS = ("status", "city", "province", "country", "place", "weight_unit")
_MOST_TEXT = 200


class MappingError(Exception):
    """A mapping cannot be used; the text says why."""


@dataclass(frozen=True, slots=True)
class TableMapping:
    """How to read the tables of one sender; without anything in it, tables under our own headings.

    ``columns`` go from our heading to theirs, ``statuses`` from their word, folded, to a code of X12 element 1650,
    ``defaults`` stand where a cell is empty or its column missing, ``names`` are patterns of file names it is for.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    statuses: Mapping[str, str] = field(default_factory=dict)
    defaults: Mapping[str, str] = field(default_factory=dict)
    date_order: DateOrder = DateOrder.DAY_FIRST
    decimal: str = ""
    names: tuple[str, ...] = ()

    def is_for(self, name: str) -> bool:
        """Tell whether a file of that name is one of these."""
        return any(fnmatch(name.casefold(), pattern.casefold()) for pattern in self.names)


def load_mapping(file: Path) -> TableMapping:
    """Read a mapping from a file.

    Raises:
        MappingError: it cannot be read, or is none.
    """
    try:
        return parse_mapping(file.read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError, MappingError) as error:
        raise MappingError(f"{file}: {error}") from error


def parse_mapping(text: str) -> TableMapping:
    """Read a mapping from TOML.

    Raises:
        MappingError: it is none; the text names what is wrong.
    """
    try:
        found = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # A number of thousands of digits is a ValueError alone.
        raise MappingError(str(error)) from error
    columns, statuses, defaults = (_texts(found, name) for name in ("columns", "statuses", "defaults"))
    _refuse_unknown("heading", columns, HEADINGS)
    _refuse_unknown("default", defaults, _DEFAULTS)
    _refuse_unknown("table", found, ("columns", "statuses", "defaults", "formats", "files"))
    formats, files = _texts(found, "formats"), found.get("files", {})
    _refuse_unknown("format", formats, ("dates", "decimal"))
    order, decimal = formats.get("dates", DateOrder.DAY_FIRST.value), formats.get("decimal", "")
    if order not in {one.value for one in DateOrder}:
        raise MappingError(f'dates must be "{DateOrder.DAY_FIRST}" or "{DateOrder.MONTH_FIRST}"')
    if decimal not in ("", ",", "."):
        raise MappingError('decimal must be "," or "."')
    names = files.get("names", []) if isinstance(files, dict) else None
    if not isinstance(names, list) or not all(isinstance(name, str) and name for name in names):
        raise MappingError("names must be a list of patterns")
    return TableMapping(
        columns, {word_of(key): value for key, value in statuses.items()}, defaults, DateOrder(order), decimal, tuple(names)
    )


def written(mapping: TableMapping) -> str:
    """Return a mapping as TOML; ``parse_mapping`` reads it back."""
    tables: tuple[tuple[str, Mapping[str, object]], ...] = (
        ("files", {"names": list(mapping.names)} if mapping.names else {}),
        ("columns", mapping.columns),
        ("defaults", mapping.defaults),
        ("formats", {"dates": mapping.date_order.value, **({"decimal": mapping.decimal} if mapping.decimal else {})}),
        ("statuses", mapping.statuses),
    )
    parts = [
        f"[{name}]\n" + "".join(f"{_quoted(key)} = {_quoted(value)}\n" for key, value in table.items())
        for name, table in tables
        if table
    ]
    return "\n".join(parts)


def word_of(text: str) -> str:
    """Return a status word as it is compared: without case and double blanks."""
    return " ".join(text.casefold().split())


def _quoted(value: object) -> str:
    # Basic strings of TOML are those of JSON, but for the one character that JSON leaves bare.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _texts(found: Mapping[str, Any], name: str) -> dict[str, str]:
    table = found.get(name, {})
    if not isinstance(table, dict):
        raise MappingError(f"[{name}] must be a table")
    for key, value in table.items():
        if not isinstance(value, str) or len(value) > _MOST_TEXT:
            raise MappingError(f"[{name}] {key}: a short text is wanted")
    return table


def _refuse_unknown(what: str, found: Mapping[str, Any], known: tuple[str, ...]) -> None:
    unknown = [name for name in found if name not in known]
    if unknown:
        raise MappingError(f"unknown {what} {', '.join(unknown)[:_MOST_TEXT]}; known are {', '.join(known)}")
