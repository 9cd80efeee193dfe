# SPDX-License-Identifier: MIT
"""Take a file of addresses in: what is new, what is known already, what cannot be an entry; all of it or nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec
from sqlalchemy import Connection

from onlinesvc_desktop.backend.api.kept import Shelves
from onlinesvc_desktop.backend.api.once import answer_once
from onlinesvc_desktop.backend.api.problems import field_error
from onlinesvc_desktop.backend.api.route import Call
from onlinesvc_desktop.backend.services.addresses.read import (
    AddressFile,
    AddressFileError,
    AddressLine,
    long_lines,
    read_addresses,
)
from onlinesvc_desktop.backend.services.addresses.rules import match_key
from onlinesvc_desktop.backend.services.addresses.store import content_of
from onlinesvc_desktop.backend.store import kept as store
from onlinesvc_desktop.backend.store.kept import Kept, Shelf
from onlinesvc_desktop.contract.addresses import (
    IMPORT_ADDRESSES,
    MAX_ADDRESSES,
    AddressBody,
    AddressImport,
    AddressItem,
    Duplicates,
    ImportedAddresses,
    LineKnown,
    LineRejected,
)
from onlinesvc_desktop.contract.codes import FieldCode
from onlinesvc_desktop.contract.folding import folded
from onlinesvc_desktop.contract.messages import from_values

_MOST_KNOWN = 500
_MOST_SHOWN = 50


@dataclass(slots=True)
class _Taken:
    """What becomes of the lines, and which entries of the book they are."""

    new: list[dict[str, Any]] = field(default_factory=list)
    changed: dict[int, tuple[Kept, dict[str, Any]]] = field(default_factory=dict)
    known: list[LineKnown] = field(default_factory=list)
    skipped: int = 0


def take(shelves: Shelves[AddressBody, AddressItem], call: Call, request: AddressImport) -> ImportedAddresses:
    """Take a file in, or only say what would become of it.

    Raises:
        ApiError: the file holds no addresses, or more than fit.
    """
    try:
        file = read_addresses(request.content, MAX_ADDRESSES)
    except AddressFileError as error:
        raise field_error("/content", error.code, maximum=MAX_ADDRESSES) from error
    shelf = shelves.shelf(call)
    if request.preview:
        with call.context.database.read() as connection:
            return _answer(file, _sorted_out(shelves, connection, shelf, file, request))

    def write(connection: Connection) -> ImportedAddresses:
        taken = _sorted_out(shelves, connection, shelf, file, request)
        if store.count_kept(connection, shelf) + len(taken.new) > MAX_ADDRESSES:
            raise field_error("/content", FieldCode.TOO_MANY, maximum=MAX_ADDRESSES)
        if taken.new:
            store.add_kept(connection, shelf, [content_of(_body(values)) for values in taken.new], call.now)
        if taken.changed:
            pairs = [(entry, content_of(_body(values))) for entry, values in taken.changed.values()]
            store.change_kept(connection, shelf, pairs, call.now)
        return _answer(file, taken)

    return answer_once(call, IMPORT_ADDRESSES, request, write)


def _body(values: Mapping[str, Any]) -> AddressBody:
    return from_values(values, AddressBody)


def _answer(file: AddressFile, taken: _Taken) -> ImportedAddresses:
    long = long_lines(file.lines)
    return ImportedAddresses(
        headings=file.headings,
        columns=file.columns,
        added=len(taken.new),
        changed=len(taken.changed),
        skipped=taken.skipped,
        rejected=tuple(line for line in file.lines if isinstance(line, LineRejected)),
        known=tuple(taken.known[:_MOST_KNOWN]),
        sample=tuple(_body(values) for values in taken.new[:_MOST_SHOWN]),
        long=tuple(long[:_MOST_KNOWN]),
        long_count=len(long),
    )


def _sorted_out(
    shelves: Shelves[AddressBody, AddressItem],
    connection: Connection,
    shelf: Shelf,
    file: AddressFile,
    request: AddressImport,
) -> _Taken:
    """Tell new lines from known ones; what stands twice in the file counts as known from the second time on."""
    taken = _Taken()
    standing: dict[str, Kept] = {}
    for one, key, code in store.all_kept(connection, shelf):
        standing |= {name: one for name in _names(key, code) if name not in standing}
    fresh: dict[str, dict[str, Any]] = {}
    for line in file.lines:
        if isinstance(line, LineRejected):
            continue
        values = msgspec.to_builtins(line.body)
        names = _names(match_key(line.body), folded(line.body.code) or None)
        earlier = next((fresh[name] for name in names if name in fresh), None)
        entry = next((standing[name] for name in names if name in standing), None)
        policy = (
            request.choices.get(line.line, Duplicates.SKIP) if request.duplicates is Duplicates.ASK else request.duplicates
        )
        if earlier is not None:
            merged = _merged(earlier, _said(line, values), policy)
            taken.skipped += merged == earlier
            earlier |= merged
        elif entry is not None:
            _take_known(shelves, taken, line, values, entry, policy)
        else:
            values["shared"] = line.values.get("shared", request.shared)
            taken.new.append(values)
            fresh |= dict.fromkeys(names, values)
    return taken


def _names(key: str | None, code: str | None) -> Sequence[str]:
    """Return what an entry is known by: its code before its name and place."""
    return [f"{mark}{text}" for mark, text in (("=", code), ("~", key)) if text]


def _take_known(
    shelves: Shelves[AddressBody, AddressItem],
    taken: _Taken,
    line: AddressLine,
    values: dict[str, Any],
    entry: Kept,
    policy: Duplicates,
) -> None:
    before = taken.changed[entry.id][1] if entry.id in taken.changed else msgspec.json.decode(entry.body)
    said = _said(line, values)
    differs = tuple(name for name, value in said.items() if (before.get(name) or False) != (value or False))
    if not differs:
        taken.skipped += 1
        return
    taken.known.append(LineKnown(line.line, line.body, shelves.item_of(entry), differs))
    merged = _merged(before, said, policy)
    if merged == before:
        taken.skipped += 1
    else:
        taken.changed[entry.id] = (entry, merged)


def _said(line: AddressLine, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a line says, in the spelling that is kept; whether an entry is shared stays as it is."""
    return {name: values.get(name, False) for name in line.values if name != "shared"}


def _merged(before: Mapping[str, Any], said: Mapping[str, Any], policy: Duplicates) -> dict[str, Any]:
    """Return an entry with what a line says of it."""
    match policy:
        case Duplicates.FILL_BLANKS:
            return {**{name: value for name, value in said.items() if value}, **before}
        case Duplicates.OVERWRITE:
            return {**before, **said}
        case Duplicates.SKIP | Duplicates.ASK:
            return dict(before)
