# SPDX-License-Identifier: MIT
"""The administrator's tab: files added by name or by hand, each with its fate; one taken back; the drop folder's state."""

from pathlib import Path

import pytest

from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.contract.documents import LIST_DOCUMENTS, DocumentFolder, DocumentsQuery, DropRefusal, RefusedDrop
from onlinesvc_desktop.desktop.services.documents.manage import DocumentsPanel
from onlinesvc_desktop.desktop.services.documents.words import drop_refusal_words
from tests.desktop.conftest import Clerk
from tests.support.backend import Sample
from tests.support.forms import bring_tab
from tests.support.papers import odd_pdf, pdf, tiff

OWNER = "administration.documents"


class Office:
    """An administrator before the tab, and files on disk."""

    def __init__(self, clerk: Clerk, sample: Sample, folder: Path) -> None:
        self.clerk, self.folder = clerk, folder
        self.number, self.other = sample.numbers[3], sample.numbers[4]
        clerk.signed_in(sample.administrator)
        clerk.click("services.administration")
        clerk.wait(lambda: clerk.sees("administration.page"))
        bring_tab(clerk, OWNER)
        clerk.wait(lambda: clerk.sees(f"{OWNER}.results") and clerk.rows(f"{OWNER}.results") > 0)

    @property
    def panel(self) -> DocumentsPanel:
        return self.clerk.find(OWNER, DocumentsPanel)

    def file(self, name: str, content: bytes) -> Path:
        file = self.folder / name
        file.write_bytes(content)
        return file

    def fates(self) -> list[str]:
        column = self.panel.upload._table.model.columns[3]
        return [column.text(row) for row in self.panel.upload.rows]

    def of(self, number: str) -> list[str]:
        found = self.clerk.program.client.send(LIST_DOCUMENTS, query=DocumentsQuery(number))
        return [one.name for one in found.items]


@pytest.fixture
def office(clerk: Clerk, sample: Sample, tmp_path: Path) -> Office:
    return Office(clerk, sample, tmp_path)


def test_many_files_are_added_by_their_names_and_each_refusal_is_said(office: Office):
    clerk, panel = office.clerk, office.panel
    files = [
        office.file(f"{office.number}_POD.tif", tiff(2)),
        office.file(f"{office.other}_WI.pdf", odd_pdf(b"<< /S /JavaScript >>")),
        office.file("999000111_BOL.pdf", pdf()),
        office.file(f"{office.other}_BOL.pdf", b""),
    ]
    panel.add_files(files)
    assert not clerk.sees(f"{OWNER}.number")
    clerk.click(f"{OWNER}.send")
    clerk.wait(lambda: len(office.fates()) == 4 and all(office.fates()))
    assert office.fates()[0] == "Added"
    assert "scripts" in office.fates()[1]
    assert office.fates()[2] == "No shipment has this number."
    assert "larger than 20 MB" in office.fates()[3]
    assert clerk.text(f"{OWNER}.sent") == "1 file added. 3 files refused; the table says why."
    assert f"{office.number}_POD.tif" in office.of(office.number)
    clerk.program.language.switch_to(Language.FRENCH)
    clerk.wait(lambda: clerk.text(f"{OWNER}.sent").startswith("1 fichier ajouté."))
    files[3].write_bytes(pdf("mended"))
    clerk.click(f"{OWNER}.send")
    clerk.wait(lambda: office.fates()[3] == "Ajouté")
    assert office.of(office.number).count(f"{office.number}_POD.tif") == 1


def test_a_file_whose_name_says_nothing_takes_the_number_and_kind_that_are_chosen(office: Office):
    clerk, panel = office.clerk, office.panel
    panel.add_files([office.file("scan0001.pdf", pdf("nameless")), office.file("scan0002.pdf", pdf("nameless too"))])
    clerk.click(f"{OWNER}.send")
    assert "required" in clerk.find(f"{OWNER}.number").accessibleDescription()
    assert not any(office.fates())
    clerk.type(f"{OWNER}.number", office.number)
    panel.upload._kind.setCurrentIndex(1)
    clerk.click(f"{OWNER}.send")
    clerk.wait(lambda: office.fates() == ["Added", "Added"])
    assert {"scan0001.pdf", "scan0002.pdf"} <= set(office.of(office.number))


def test_a_document_is_taken_back_with_a_reason_and_only_with_one(office: Office):
    clerk, panel = office.clerk, office.panel
    panel.add_files([office.file(f"{office.number}_PHOTO.pdf", pdf("wrong"))])
    clerk.click(f"{OWNER}.send")
    clerk.wait(lambda: office.fates() == ["Added"])
    clerk.click(f"{OWNER}.closeFiles")
    clerk.wait(lambda: panel._table.model.rows[0].document.name == f"{office.number}_PHOTO.pdf")
    panel._table.view.setCurrentIndex(panel._table.index_of(0))
    clerk.click(f"{OWNER}.withdraw")
    clerk.wait(lambda: "required" in clerk.find(f"{OWNER}.reason").accessibleDescription())
    clerk.type(f"{OWNER}.reason", "Belongs to another shipment")
    clerk.click(f"{OWNER}.withdraw")
    clerk.wait(lambda: "is taken back" in clerk.text(f"{OWNER}.message"))
    assert f"{office.number}_PHOTO.pdf" not in office.of(office.number)


def test_the_drop_folder_is_said_and_what_was_put_aside_is_listed_with_the_reason(office: Office):
    clerk, panel = office.clerk, office.panel
    clerk.wait(lambda: "0 files waiting" in clerk.text(f"{OWNER}.folder") and not clerk.program.jobs._waiting)
    at = panel.workplace.now()
    refused = tuple(RefusedDrop(f"{reason}.pdf", at, reason) for reason in DropRefusal)
    panel._folder.show_state(DocumentFolder("/srv/drop/documents", 2, refused))
    assert clerk.rows(f"{OWNER}.refused") == len(DropRefusal)
    assert "2 files waiting in /srv/drop/documents." in clerk.text(f"{OWNER}.folder")
    clerk.program.language.switch_to(Language.FRENCH)
    clerk.wait(lambda: clerk.text(f"{OWNER}.folder").startswith("2 fichiers en attente dans /srv/drop/documents."))
    assert len({drop_refusal_words(reason) for reason in DropRefusal}) == len(DropRefusal)


def test_nothing_of_one_administrator_stays_for_the_next(office: Office):
    clerk, panel = office.clerk, office.panel
    panel.add_files([office.file("scan.pdf", pdf())])
    clerk.program.session.sign_out()
    clerk.wait(lambda: not clerk.program.session.is_open)
    assert not panel.upload.rows
