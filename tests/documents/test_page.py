# SPDX-License-Identifier: MIT
"""The page of documents as a clerk uses it: ask, look, leaf, save all three ways, in both languages."""

import io
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.collected_files import FolderCollection, ZipCollection
from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.contract.documents import (
    ADD_DOCUMENT,
    SEARCH_DOCUMENTS,
    DocumentKind,
    DocumentSearch,
    NewDocument,
)
from onlinesvc_desktop.contract.session import SessionRequest
from onlinesvc_desktop.contract.shipment_report import LIST_OWN_SHIPMENTS, ShipmentQuery
from onlinesvc_desktop.desktop.merged_paper import MergedPdf
from onlinesvc_desktop.desktop.services.documents.page import DocumentsPage
from onlinesvc_desktop.desktop.services.documents.saving import LIST_NAME
from tests.desktop.conftest import Clerk
from tests.support.backend import Sample
from tests.support.papers import pdf, tiff

TABLE = "documents.results"


class Papers:
    """A clerk with a delivered shipment, and an administrator who adds its papers."""

    def __init__(self, clerk: Clerk, sample: Sample) -> None:
        self.clerk = clerk
        clerk.signed_in(sample.english_customer)
        items = clerk.program.client.send(LIST_OWN_SHIPMENTS, query=ShipmentQuery(limit=200)).items
        delivered = [one.autopro_number for one in items if one.status.code == "D1"][:100]
        found = clerk.program.client.send(SEARCH_DOCUMENTS, DocumentSearch(tuple(delivered))).items
        bare = [one.reference for one in found if not any(shipment.items for shipment in one.shipments)]
        self.first, self.second = bare[:2]
        self._admin = ApiClient(clerk.program.client.endpoint)
        code = sample.administrator
        self._admin.sign_in(SessionRequest(code.access_code, code.password, "test"))

    def add(self, number: str, kind: DocumentKind, content: bytes, name: str = "scan.pdf") -> None:
        self._admin.send(ADD_DOCUMENT, NewDocument(number, kind, name, content))

    def close(self) -> None:
        self._admin.close()

    @property
    def page(self) -> DocumentsPage:
        return self.clerk.find("documents.page", DocumentsPage)

    def open_page(self) -> None:
        self.clerk.click("services.documents")
        self.clerk.wait(lambda: self.clerk.sees("documents.page"))

    def ask(self, *numbers: str) -> None:
        self.clerk.type("documents.references", " ".join(numbers))
        self.clerk.press(Qt.Key.Key_Return)
        self.clerk.wait(lambda: self.page._job is None and self.clerk.rows(TABLE) > 0)

    def painted(self) -> None:
        self.clerk.wait(lambda: self.clerk.sees("documents.viewer") and self.page._viewer.page is not None)

    def said(self) -> str:
        return self.clerk.text("documents.message")


@pytest.fixture
def papers(clerk: Clerk, sample: Sample):
    made = Papers(clerk, sample)
    yield made
    made.close()


def test_documents_of_pasted_numbers_are_listed_with_what_is_missing_and_the_first_is_shown(papers: Papers):
    papers.add(papers.first, DocumentKind.PROOF_OF_DELIVERY, pdf(pages=200))
    papers.open_page()
    papers.ask(papers.first, papers.second, "999000111")
    papers.painted()
    page = papers.page._viewer.page
    assert page is not None
    assert page.count == 200
    shown = papers.page._table.model.shown
    assert any(row.document is not None and row.autopro == papers.first for row in shown)
    assert any(row.missing is not None and row.autopro == papers.second for row in shown)
    assert [row.what_text for row in shown if row.reference == "999000111"] == ["None of your shipments has this number"]
    assert ", signed by " in papers.clerk.text("documents.delivery")


def test_a_page_is_leafed_zoomed_and_turned_by_keys(papers: Papers):
    clerk = papers.clerk
    papers.add(papers.first, DocumentKind.PROOF_OF_DELIVERY, tiff(3, 170, 220), "scan.tif")
    papers.open_page()
    clerk.click("documents.kinds.proof_of_delivery")
    papers.ask(papers.first)
    viewer = papers.page._viewer

    def shows(number: int) -> bool:
        return viewer.page is not None and viewer.page.number == number

    clerk.wait(lambda: viewer.page is not None and viewer.page.count == 3)
    clerk.find("documents.viewer").setFocus()
    clerk.press(Qt.Key.Key_PageDown)
    clerk.wait(lambda: shows(1))
    clerk.click("documents.nextPage")
    clerk.wait(lambda: shows(2))
    assert not clerk.find("documents.nextPage", QWidget).isEnabled()
    width = viewer.page.picture.width()  # type: ignore[union-attr]
    clerk.find("documents.viewer").setFocus()
    clerk.press(Qt.Key.Key_Plus)
    clerk.wait(lambda: viewer.page is not None and viewer.page.picture.width() > width)
    picture = viewer.page.picture  # type: ignore[union-attr]
    assert picture.height() > picture.width()
    clerk.press(Qt.Key.Key_R)
    clerk.wait(lambda: viewer.page is not None and viewer.page.picture.height() < viewer.page.picture.width())


@pytest.mark.parametrize("way", ["folder", "zip", "pdf"])
def test_everything_is_saved_in_one_go_with_the_list_of_what_is_missing(papers: Papers, tmp_path: Path, way: str):
    clerk = papers.clerk
    papers.add(papers.first, DocumentKind.PROOF_OF_DELIVERY, pdf("delivered", 2))
    papers.add(papers.first, DocumentKind.WEIGHT_INSPECTION, tiff(2, 170, 220), "scan.tif")
    papers.open_page()
    for kind in ("proof_of_delivery", "weight_inspection"):
        clerk.click(f"documents.kinds.{kind}")
    papers.ask(papers.first, papers.second)
    where = tmp_path / f"all.{way}"
    match way:
        case "folder":
            where.mkdir()
            papers.page.save_all(FolderCollection(where, LIST_NAME), where)
        case "zip":
            papers.page.save_all(ZipCollection(where, LIST_NAME), where)
        case _:
            papers.page.save_all(MergedPdf(where, papers.page._workplace.papers), where)
    clerk.wait(lambda: papers.page._run is None)
    assert "Saved in" in papers.said()
    clerk.program.language.switch_to(Language.FRENCH)
    clerk.wait(lambda: "Manquants, avec le motif dans la liste" in papers.said())
    clerk.program.language.switch_to(Language.ENGLISH)
    if way == "pdf":
        pages = [page.extract_text() for page in PdfReader(where).pages]
        listing = pages[0]
        assert "delivered 1" in pages[1] or "delivered 1" in pages[2] or "delivered 1" in pages[3]
        assert len(pages) >= 5
    else:
        files = (
            {file.name: file.read_bytes() for file in where.iterdir()}
            if way == "folder"
            else {name: zipfile.ZipFile(where).read(name) for name in zipfile.ZipFile(where).namelist()}
        )
        listing = PdfReader(io.BytesIO(files[LIST_NAME])).pages[0].extract_text()
        assert pdf("delivered", 2) in files.values()
        assert tiff(2, 170, 220) in files.values()
        assert any(name.startswith(f"{papers.first}_weight_inspection_") and name.endswith(".tif") for name in files)
    assert "Weight and inspection" in listing
    assert papers.second in listing
    assert "There is none" in listing
    left = [one.name for one in tmp_path.rglob("*.part")]
    assert [name for name in left if not name.startswith(".settings")] == []


def test_a_folder_that_cannot_be_written_is_said_and_nothing_half_written_stays(papers: Papers, tmp_path: Path):
    papers.add(papers.first, DocumentKind.PROOF_OF_DELIVERY, pdf())
    papers.open_page()
    papers.ask(papers.first)
    gone = tmp_path / "gone" / "all.zip"
    papers.page.save_all(ZipCollection(gone, LIST_NAME), gone)
    papers.clerk.wait(lambda: papers.page._run is None)
    assert "cannot be written" in papers.said()


def test_nothing_of_one_customer_stays_for_the_next(papers: Papers):
    papers.add(papers.first, DocumentKind.PROOF_OF_DELIVERY, pdf())
    papers.open_page()
    papers.ask(papers.first)
    papers.painted()
    page = papers.page
    assert page._kept
    papers.clerk.program.session.sign_out()
    papers.clerk.wait(lambda: not papers.clerk.program.session.is_open)
    assert not page._kept
    assert not page._table.model.rows
    assert page._viewer.page is None
    assert page._viewer._sheet.pixmap().isNull()


def test_the_page_before_stays_in_sight_for_a_moment_only_and_nothing_can_be_done_with_it(papers: Papers):
    papers.add(papers.first, DocumentKind.PROOF_OF_DELIVERY, pdf())
    papers.open_page()
    papers.ask(papers.first)
    papers.painted()
    viewer = papers.page._viewer
    viewer.expect()
    assert not viewer._sheet.pixmap().isNull()
    assert not papers.clerk.find("documents.save").isEnabled()
    papers.clerk.wait(lambda: viewer._sheet.pixmap().isNull())
    assert papers.clerk.text("documents.viewerTitle") == ""


def test_a_damaged_document_is_said_and_can_still_be_saved(papers: Papers, tmp_path: Path):
    damaged = bytearray(pdf())
    damaged[10 : damaged.rindex(b"startxref")] = b" " * (damaged.rindex(b"startxref") - 10)
    papers.add(papers.first, DocumentKind.PROOF_OF_DELIVERY, bytes(damaged))
    papers.open_page()
    papers.clerk.click("documents.kinds.proof_of_delivery")
    papers.ask(papers.first)
    papers.clerk.wait(lambda: papers.page.message.isVisible())
    assert "damaged" in papers.said()
    document = papers.page._viewer._document
    assert document is not None
    papers.page.save_one(document, tmp_path / "kept.pdf")
    papers.clerk.wait(lambda: (tmp_path / "kept.pdf").exists())
    papers.clerk.wait(lambda: "Saved as" in papers.said())


def test_too_many_or_no_numbers_are_said_beside_the_field(papers: Papers):
    papers.open_page()
    papers.clerk.click("documents.submit")
    assert "at least one number" in papers.clerk.find("documents.references").accessibleDescription()
    papers.clerk.type("documents.references", "1" * 31)
    papers.clerk.press(Qt.Key.Key_Return)
    assert "too long" in papers.clerk.find("documents.references").accessibleDescription()


def test_a_traced_shipment_leads_to_its_documents_in_french_too(papers: Papers):
    clerk = papers.clerk
    papers.add(papers.first, DocumentKind.PROOF_OF_DELIVERY, pdf())
    clerk.trace(papers.first)
    clerk.wait(lambda: clerk.sees("tracing.documents"))
    clerk.click("tracing.documents")
    clerk.wait(lambda: clerk.sees("documents.page") and clerk.rows(TABLE) > 0)
    papers.painted()
    clerk.program.language.switch_to(Language.FRENCH)
    clerk.wait(lambda: "Preuve de livraison" in clerk.text("documents.viewerTitle") or bool(papers.page._chosen))
    headings = [column.heading() for column in papers.page._table.model.columns]
    assert "Fichier, ou motif de l’absence" in headings
