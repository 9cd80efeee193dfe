# SPDX-License-Identifier: MIT
"""The command ``onlinesvc-backend mapping``: what a table holds, and a mapping for it to be corrected by hand."""

import sys
from dataclasses import replace
from pathlib import Path

from onlinesvc_desktop.backend.clock import utc_now
from onlinesvc_desktop.backend.intake.tables.mapping import MappingError, load_mapping, written
from onlinesvc_desktop.backend.intake.tables.preview import RowPreview, StatusWord, TablePreview, preview_table
from onlinesvc_desktop.backend.intake.tables.rows import TableError
from onlinesvc_desktop.whole_file import write_whole

_READY, _NOT_READABLE, _SOMETHING_MISSING = 0, 1, 3


def run_mapping(file: Path, mapping: Path | None, names: list[str], target: Path | None) -> int:
    """Say what a table holds; return 0 when the mapping reads it, 3 when something is still missing, 1 when nothing can.

    Args:
        file: the table.
        mapping: the mapping to read it by; the likely one when there is none.
        names: patterns of the file names it is to be for.
        target: where the mapping is written.
    """
    try:
        given = None if mapping is None else load_mapping(mapping)
        with file.open("rb") as stream:
            preview = preview_table(stream, given, utc_now())
    except (MappingError, TableError, OSError) as error:
        sys.stderr.write(f"onlinesvc-backend: {file}: {error}\n")
        return _NOT_READABLE
    found = replace(preview.mapping, names=tuple(names) or preview.mapping.names)
    sys.stdout.write(_told(preview) + "\n" + written(found))
    if target is not None:
        write_whole(target, written(found).encode())
    unknown = any(not one.code for one in preview.words)
    return _SOMETHING_MISSING if preview.missing or unknown else _READY


def _told(preview: TablePreview) -> str:
    """Return the table as comments of the mapping that follows it."""
    lines = [f"headings: {', '.join(preview.headings)}", f"rows looked at: {preview.counted_rows}"]
    if preview.missing:
        lines.append(f"MISSING, name a column or a default: {', '.join(preview.missing)}")
    lines += ["", "status words:", *(f"  {_word(one)}" for one in preview.words)]
    lines += ["", "the first rows:", *(f"  {_row(one)}" for one in preview.rows)]
    return "\n".join(f"# {line}".rstrip() for line in lines) + "\n"


def _word(one: StatusWord) -> str:
    return f"{one.count} x {one.word} = {one.code or 'UNKNOWN'}{'' if one.is_mapped else ' (likely)'}"


def _row(one: RowPreview) -> str:
    if one.fault is not None:
        return f"line {one.line}: set aside, {one.fault.reason} {one.fault.detail}".rstrip()
    assert one.record is not None
    event = one.record.events[0]
    weight = "" if one.record.weight_g is None else f", {one.record.weight_g / 1000:.1f} kg"
    place = f"{event.place.city} {event.place.province} {event.place.country}"
    return f"line {one.line}: {one.record.autopro_number} {event.code} {event.occurred_at.isoformat()} {place}{weight}"
