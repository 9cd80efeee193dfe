# SPDX-License-Identifier: MIT
"""Documents from the drop folder: ``documents/AUTOPRO_KIND.pdf`` goes to its shipment, or aside with a reason."""

import logging
from contextlib import closing
from datetime import datetime
from mmap import ACCESS_READ, mmap
from pathlib import Path

from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.intake.watched_folder import put_aside, put_away, refused_files, waiting_files
from onlinesvc_desktop.backend.papers.faults import RefusedFileError
from onlinesvc_desktop.backend.papers.inspect import inspect_file
from onlinesvc_desktop.backend.services.documents.store import DocumentFacts, add_document
from onlinesvc_desktop.backend.shipments import normalised
from onlinesvc_desktop.backend.store import shipments as shipment_store
from onlinesvc_desktop.backend.store.audit import note
from onlinesvc_desktop.contract.audit import AuditAction
from onlinesvc_desktop.contract.codes import FieldCode
from onlinesvc_desktop.contract.documents import (
    MAX_DROPPED_BYTES,
    DocumentFolder,
    DropRefusal,
    RefusedDrop,
    kind_of_name,
)
from onlinesvc_desktop.contract.fields import tidy
from onlinesvc_desktop.contract.limits import MAX_SHORT_TEXT
from onlinesvc_desktop.contract.shipment import ReferenceType

log = logging.getLogger(__name__)

FOLDER = "documents"


_MOST_REFUSED = 50


def folder_state(context: Context) -> DocumentFolder:
    """Return what waits in the folder of documents, and what was put aside."""
    drop = context.config.drop_folder
    if not drop:
        return DocumentFolder()
    folder = Path(drop) / FOLDER
    refused = [
        RefusedDrop(one.name, one.at, DropRefusal(one.why.partition(":")[0])) for one in refused_files(folder, _MOST_REFUSED)
    ]
    return DocumentFolder(str(folder), len(waiting_files(folder)), tuple(refused))


class _AsideError(Exception):
    """The file goes aside; the text says why."""


def take_document(context: Context, file: Path, now: datetime) -> None:
    """Take a document in; the file is read through a map, never as a whole."""
    if not file.stat().st_size:
        put_aside(file, now, FieldCode.FILE_DAMAGED.value)
        return
    try:
        with file.open("rb") as opened, closing(mmap(opened.fileno(), 0, access=ACCESS_READ)) as content:
            said = _take(context, file.name, content, now)
    except _AsideError as error:
        put_aside(file, now, str(error))
        return
    except RefusedFileError as error:
        put_aside(file, now, error.code.value)
        return
    except PermissionError:
        put_aside(file, now, "not_readable: permission denied")
        return
    put_away(file, now)
    log.info("%s: %s", file.name, said)


def _take(context: Context, name: str, content: mmap, now: datetime) -> str:
    meant = kind_of_name(name)
    if meant is None:
        raise _AsideError("name: write number_kind, as in 123456789_POD.pdf (BOL, POD, WI, INV, PHOTO, CLAIM)")
    number = normalised(ReferenceType.AUTOPRO, meant[0])
    found = inspect_file(content, MAX_DROPPED_BYTES)
    facts = DocumentFacts(meant[1], tidy(name)[:MAX_SHORT_TEXT], found.media_type, found.pages)
    with context.database.write() as connection:
        row = None if number is None else shipment_store.find_shipment(connection, number)
        if row is None:
            raise _AsideError(f"unknown_shipment: no shipment has the number {meant[0]}")
        added, is_new = add_document(connection, row, facts, content, None, now)
        if is_new:
            subject = f"{added.document.autopro_number} {added.document.kind} {added.id}"
            note(connection, now, None, AuditAction.DOCUMENT_ADDED, subject, "")
    return f"document {added.id}" if is_new else f"the same as document {added.id}"
