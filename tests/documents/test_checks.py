# SPDX-License-Identifier: MIT
"""Names of files say number and kind; a document is saved as what it really is."""

from datetime import UTC, datetime

import msgspec
import pytest

from onlinesvc_desktop.contract.documents import Document, DocumentKind, file_name_of, kind_of_name


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("123456789_POD.pdf", ("123456789", DocumentKind.PROOF_OF_DELIVERY)),
        ("123456789_pod_2.TIFF", ("123456789", DocumentKind.PROOF_OF_DELIVERY)),
        ("123456789_proof_of_delivery.tif", ("123456789", DocumentKind.PROOF_OF_DELIVERY)),
        ("123456789_Bill_Of_Lading_12.pdf", ("123456789", DocumentKind.BILL_OF_LADING)),
        ("ab-1234_WI.jpg", ("AB-1234", DocumentKind.WEIGHT_INSPECTION)),
        ("123456789_letter.pdf", None),
        ("123456789_other.pdf", None),
        ("123456789.pdf", None),
        ("../123456789_POD.pdf", None),
        ("123456789_POD", None),
    ],
)
def test_a_name_says_number_and_kind(name: str, meant: tuple[str, DocumentKind] | None):
    assert kind_of_name(name) == meant


def test_a_document_is_saved_under_what_it_is_and_not_under_what_it_was_called():
    document = Document(
        id="c7",
        kind=DocumentKind.PHOTO,
        autopro_number="123456789",
        name="../photo.exe",
        media_type="image/jpeg",
        added_at=datetime(2026, 5, 1, tzinfo=UTC),
    )
    assert file_name_of(document) == "123456789_photo_c7.jpg"
    assert file_name_of(msgspec.structs.replace(document, media_type="image/new")) == "123456789_photo_c7.bin"
