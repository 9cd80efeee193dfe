# SPDX-License-Identifier: MIT
"""Answers of a search as rows of a table: a document each, and a row for each that is missing."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec
from msgspec import UNSET
from PySide6.QtCore import QCoreApplication

from onlinesvc_desktop.contract.documents import (
    Document,
    FoundDocuments,
    MissingDocument,
    ReferenceOutcome,
    ShipmentDocuments,
)
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.models.table import Column
from onlinesvc_desktop.desktop.services.documents.words import kind_words, outcome_words, reason_words
from onlinesvc_desktop.desktop.theme import Theme, Tone

_KILOBYTE = 1_000


class DocumentRow(msgspec.Struct, frozen=True):
    """A line of the table: a document, one that is missing, or a number that stands for nothing."""

    reference: str
    outcome: ReferenceOutcome
    shipment: ShipmentDocuments | None = None
    document: Document | None = None
    missing: MissingDocument | None = None

    @property
    def autopro(self) -> str:
        """The autopro number, where there is a shipment."""
        return "" if self.shipment is None else self.shipment.autopro_number

    @property
    def kind_text(self) -> str:
        """The kind of what is there or missing."""
        if self.document is not None:
            return kind_words(self.document.kind)
        return "" if self.missing is None else kind_words(self.missing.kind)

    @property
    def what_text(self) -> str:
        """The name of a document, or why there is none."""
        if self.document is not None:
            return self.document.name
        return outcome_words(self.outcome) if self.missing is None else reason_words(self.missing.reason)


def rows_of(found: FoundDocuments) -> list[DocumentRow]:
    """Return the rows of an answer, in the order asked."""
    return list(_rows(found))


def _rows(found: FoundDocuments) -> Iterator[DocumentRow]:
    for item in found.items:
        if not item.shipments:
            yield DocumentRow(item.reference, item.outcome)
        for shipment in item.shipments:
            base = DocumentRow(item.reference, item.outcome, shipment)
            yield from (msgspec.structs.replace(base, document=document) for document in shipment.items)
            yield from (msgspec.structs.replace(base, missing=missing) for missing in shipment.missing)


def documents_of(rows: Iterable[DocumentRow]) -> list[DocumentRow]:
    """Return the rows of documents, each document once."""
    return list({row.document.id: row for row in rows if row.document is not None}.values())


def missing_of(rows: Iterable[DocumentRow]) -> list[DocumentRow]:
    """Return the rows of what is missing, and of numbers that stand for nothing."""
    return [row for row in rows if row.missing is not None or row.shipment is None]


def _size_words(document: Document | None) -> str:
    if document is None or document.size is UNSET:
        return ""
    size = formats.number_words(max(1, round(document.size / _KILOBYTE)))
    return QCoreApplication.translate("Documents", "{size} kB").format(size=size)


def _moment(row: DocumentRow) -> float:
    document = row.document
    if document is None:
        return 0.0
    return (document.added_at if document.captured_at is UNSET else document.captured_at).timestamp()


def _moment_words(row: DocumentRow) -> str:
    document = row.document
    if document is None:
        return ""
    return formats.local_day_words(document.added_at if document.captured_at is UNSET else document.captured_at)


def document_columns(theme: Theme) -> Sequence[Column[DocumentRow]]:
    """Return the columns of the table."""
    translate = QCoreApplication.translate

    def pages(row: DocumentRow) -> int:
        document = row.document
        return 0 if document is None or document.page_count is UNSET else document.page_count

    return (
        Column(lambda: translate("Documents", "Number"), lambda row: row.reference, lambda row: row.reference),
        Column(
            lambda: translate("Documents", "Autopro"),
            lambda row: formats.autopro_display(row.autopro) if row.autopro else "",
            lambda row: row.autopro,
            value=lambda row: row.autopro,
            says=lambda row: row.autopro not in ("", row.reference.replace(" ", "").replace("-", "")),
        ),
        Column(lambda: translate("Documents", "Document"), lambda row: row.kind_text, lambda row: row.kind_text),
        Column(
            lambda: translate("Documents", "File, or why it is missing"),
            lambda row: row.what_text,
            lambda row: (row.document is None, row.what_text),
            colour=lambda row: theme.colour(Tone.WARNING) if row.document is None else None,
        ),
        Column(lambda: translate("Documents", "Date"), _moment_words, _moment),
        Column(
            lambda: translate("Documents", "Pages"),
            lambda row: formats.number_words(pages(row)) if pages(row) else "",
            pages,
            right_aligned=True,
            value=lambda row: pages(row) or None,
        ),
        Column(
            lambda: translate("Documents", "Size"),
            lambda row: _size_words(row.document),
            lambda row: 0 if row.document is None or row.document.size is UNSET else row.document.size,
            right_aligned=True,
        ),
    )
