# SPDX-License-Identifier: MIT
"""Tables of other programs as an administrator sees them: what one holds, and the mappings kept in the drop folder."""

import io
from pathlib import Path

from msgspec import UNSET

from onlinesvc_desktop.backend.api.problems import ApiError
from onlinesvc_desktop.backend.api.route import Call, Route
from onlinesvc_desktop.backend.intake.drop_folder import MAPPINGS_FOLDER
from onlinesvc_desktop.backend.intake.tables.mapping import (
    HEADINGS,
    MappingError,
    TableMapping,
    load_mapping,
    parse_mapping,
    word_of,
    written,
)
from onlinesvc_desktop.backend.intake.tables.preview import RowPreview, preview_table
from onlinesvc_desktop.backend.intake.tables.rows import TableError
from onlinesvc_desktop.backend.store.audit import note
from onlinesvc_desktop.contract.audit import AuditAction
from onlinesvc_desktop.contract.codes import ErrorCode
from onlinesvc_desktop.contract.intake_tables import (
    KEEP_TABLE_MAPPING,
    LIST_TABLE_MAPPINGS,
    PREVIEW_TABLE,
    REMOVE_TABLE_MAPPING,
    KeptMapping,
    KeptMappings,
    StatusWordItem,
    TablePreviewMessage,
    TableRowItem,
    TableUpload,
)
from onlinesvc_desktop.contract.table_mapping import DecimalMark, MappingMessage
from onlinesvc_desktop.whole_file import write_whole


def preview(call: Call, request: TableUpload) -> TablePreviewMessage:
    """Return what a table holds; a file that is none is said to be so, not refused."""
    try:
        mapping = None if request.mapping is UNSET else mapping_of_message(request.mapping)
        found = preview_table(io.BytesIO(request.content), mapping, call.now)
    except TableError as error:
        return TablePreviewMessage((), HEADINGS, MappingMessage(), (), (), (), 0, error.fault.value)
    words = tuple(StatusWordItem(one.word, one.count, one.code, one.is_mapped) for one in found.words)
    rows = tuple(_row(one) for one in found.rows)
    message = message_of_mapping(found.mapping)
    return TablePreviewMessage(found.headings, HEADINGS, message, found.missing, words, rows, found.counted_rows)


def _row(one: RowPreview) -> TableRowItem:
    if one.record is None:
        assert one.fault is not None
        return TableRowItem(one.line, one.cells, reason=one.fault.reason, detail=one.fault.detail)
    record, event = one.record, one.record.events[0]
    return TableRowItem(
        line=one.line,
        cells=one.cells,
        autopro_number=record.autopro_number,
        status=event.code,
        occurred_at=event.occurred_at,
        city=event.place.city,
        province=event.place.province,
        country=event.place.country,
        weight_kg="" if record.weight_g is None else f"{record.weight_g / 1000:.1f}",
        pieces=UNSET if record.pieces is None else record.pieces,
    )


def show(call: Call, _query: None) -> KeptMappings:
    """Return the mappings that are kept; one that cannot be read is left out."""
    found = []
    for file in sorted(_folder(call).glob("*.toml")):
        try:
            found.append(KeptMapping(file.stem, message_of_mapping(load_mapping(file))))
        except MappingError:
            continue
    return KeptMappings(tuple(found))


def keep(call: Call, message: MappingMessage) -> KeptMapping:
    """Keep a mapping under its name, in the place of the one that had it."""
    name, mapping = call.path["name"], mapping_of_message(message)
    folder = _folder(call)
    folder.mkdir(parents=True, exist_ok=True)
    write_whole(folder / f"{name}.toml", written(mapping).encode())
    _note(call, name)
    return KeptMapping(name, message_of_mapping(mapping))


def remove(call: Call, _body: None) -> None:
    """Keep a mapping no longer."""
    try:
        (_folder(call) / f"{call.path['name']}.toml").unlink()
    except FileNotFoundError as error:
        raise ApiError(ErrorCode.NOT_FOUND) from error
    _note(call, call.path["name"])


def mapping_of_message(message: MappingMessage) -> TableMapping:
    """Return a mapping from its message.

    Raises:
        ApiError: it names a heading we do not know.
    """
    mapping = TableMapping(
        {ours: theirs for ours, theirs in message.columns.items() if theirs},
        {word_of(word): code for word, code in message.statuses.items() if code},
        {ours: value for ours, value in message.defaults.items() if value},
        message.dates,
        message.decimal.value,
        message.names,
    )
    try:
        return parse_mapping(written(mapping))
    except MappingError as error:
        raise ApiError(ErrorCode.MALFORMED_REQUEST) from error


def message_of_mapping(mapping: TableMapping) -> MappingMessage:
    """Return the message of a mapping."""
    return MappingMessage(
        dict(mapping.columns),
        dict(mapping.statuses),
        dict(mapping.defaults),
        mapping.date_order,
        DecimalMark(mapping.decimal),
        mapping.names,
    )


def _folder(call: Call) -> Path:
    """Return where mappings are kept.

    Raises:
        ApiError: the drop folder is switched off.
    """
    if not call.context.config.drop_folder:
        raise ApiError(ErrorCode.WRONG_STATE)
    return Path(call.context.config.drop_folder) / MAPPINGS_FOLDER


def _note(call: Call, name: str) -> None:
    with call.context.database.write() as connection:
        note(connection, call.now, call.own_session.account.id, AuditAction.TABLE_MAPPING_CHANGED, name, call.address)


ROUTES = (
    Route(PREVIEW_TABLE, preview),
    Route(LIST_TABLE_MAPPINGS, show),
    Route(KEEP_TABLE_MAPPING, keep),
    Route(REMOVE_TABLE_MAPPING, remove),
)
