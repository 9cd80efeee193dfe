# SPDX-License-Identifier: MIT
"""Labels as a scanner and a reader see them: every bar code decoded from the rendered page, every text read back."""

import io
import re

import pypdf
import pypdfium2
import pytest
import zxingcpp

from onlinesvc_desktop.contract.address import Address
from onlinesvc_desktop.forms.fonts import BOLD, fitted, printable
from onlinesvc_desktop.forms.labels import SHEET, Labels, labels_4x6, labels_letter, labels_zpl

SHIPPER = Address("Quincaillerie Val-Clair inc.", "1200, boul. Industriel", "Rimouski", "QC", "G5L 1A1", "CA")
CONSIGNEE = Address(
    "Œuvres « L’Été » Ltée", "77 Dock Road", "Sainte-Marguerite-du-Lac-Masson-Nord", "QC", "J0T 1L0", "CA", "Noël Ça-Va"
)
LABELS = Labels("Transport Rivière-Nord", "123456789", "BOL1001", SHIPPER, CONSIGNEE, 12, "PO778", "620 lb")


def _codes(content: bytes) -> list[list[str]]:
    """Return the bar codes of each page, read from a picture of 300 dots an inch."""
    pages = []
    document = pypdfium2.PdfDocument(content)
    for page in document:
        picture = page.render(scale=300 / 72, grayscale=True).to_pil()
        pages.append([code.text for code in zxingcpp.read_barcodes(picture)])
        page.close()
    document.close()
    return pages


def _texts(content: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages]


def test_a_range_of_units_has_a_page_each_with_its_own_code():
    content = labels_4x6(LABELS, 5, 7)
    assert _codes(content) == [["123456789005"], ["123456789006"], ["123456789007"]]
    texts = _texts(content)
    assert [re.findall(r"\d+ de / of \d+", text) for text in texts] == [[f"{unit} de / of 12"] for unit in (5, 6, 7)]
    for wanted in ("Œuvres « L’Été » Ltée", "Noël Ça-Va", "Sainte-Marguerite-du-Lac-Masson-Nord (QC)", "G5L 1A1", "PO778"):
        assert wanted in texts[0]


@pytest.mark.parametrize("start", range(1, SHEET + 1))
def test_letter_sheets_begin_at_the_label_that_is_still_there(start: int):
    pages = _codes(labels_letter(LABELS, 1, 12, start))
    on_first = SHEET - start + 1
    assert len(pages) == 1 + -(-(12 - on_first) // SHEET)
    assert len(pages[0]) == on_first
    assert sorted(code for page in pages for code in page) == [f"123456789{unit:03d}" for unit in range(1, 13)]


def test_the_same_labels_are_the_same_bytes():
    assert labels_4x6(LABELS, 1, 3) == labels_4x6(LABELS, 1, 3)
    assert labels_letter(LABELS, 1, 12, 4) == labels_letter(LABELS, 1, 12, 4)


def test_zpl_has_a_label_for_each_unit_and_no_text_can_add_a_command():
    hostile = Labels("^XZ~JA", "123456789", "^FS^XA", SHIPPER, CONSIGNEE, 2)
    written = labels_zpl(hostile, 1, 2)
    assert (written.count("^XA"), written.count("^XZ"), written.count("~")) == (2, 2, 0)
    assert "^FD123456789002^FS" in written
    fields = re.findall(r"\^FH\^FD((?:_[0-9A-F]{2})*)\^FS", labels_zpl(LABELS, 1, 1))
    texts = [bytes.fromhex(field.replace("_", "")).decode() for field in fields]
    assert "Œuvres « L’Été » Ltée" in texts


@pytest.mark.parametrize("name", ["🚚🚚", "שלום עולם", "a\u202eb", "x" * 500, "", "\x00\n", "e\u0301te\u0301"])
def test_strange_names_are_printed_as_far_as_the_font_goes(name: str):
    from msgspec.structs import replace

    labels = replace(LABELS, consignee=replace(CONSIGNEE, name=name), units=1)
    assert _codes(labels_4x6(labels, 1, 1)) == [["123456789001"]]


def test_a_text_that_is_too_long_shrinks_and_then_ends_in_an_ellipsis():
    assert fitted("Short", BOLD, 14, 200, 5) == ("Short", 14)
    text, size = fitted("x" * 500, BOLD, 14, 200, 5)
    assert (text[-1], size) == ("…", 5)
    assert printable("e\u0301\u202e\u2028🚚") == "é?"
