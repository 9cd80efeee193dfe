# SPDX-License-Identifier: MIT
"""The first page of 200 on screen, click to paint, against pypdfium2 alone and a frame: from memory, and fetched first."""

import time

import pypdfium2
from PySide6.QtWidgets import QApplication

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.contract.documents import ADD_DOCUMENT, GET_DOCUMENT, DocumentKind, NewDocument
from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.contract.session import SessionRequest
from onlinesvc_desktop.contract.shipment_report import LIST_OWN_SHIPMENTS, ShipmentQuery
from onlinesvc_desktop.desktop.program import Program
from onlinesvc_desktop.desktop.services.documents.page import DocumentsPage
from onlinesvc_desktop.desktop.targets import Start
from tests.bench.figures import Figure, median
from tests.bench.interface import _running, _sign_in, _until
from tests.support.backend import Sample
from tests.support.papers import pdf

_FRAME_MS = 16.0
_PAGES, _ROUNDS = 200, 9
_LIMIT = 1.5


def _alone(content: bytes, width: int) -> float:
    """Return what pypdfium2 takes to open the file and paint its first page as wide as the viewer has it, in ms."""
    began = time.perf_counter()
    document = pypdfium2.PdfDocument(content)
    page = document[0]
    page.render(scale=width / page.get_size()[0])
    document.close()
    return (time.perf_counter() - began) * 1000


def _fetch(program: Program, name: str) -> float:
    """Return what the file takes over the link alone, in ms."""
    began = time.perf_counter()
    program.client.stream(GET_DOCUMENT, lambda _piece: None, id=name)
    return (time.perf_counter() - began) * 1000


def _add(program: Program, sample: Sample, content: bytes) -> str:
    items = program.client.send(LIST_OWN_SHIPMENTS, query=ShipmentQuery(limit=200)).items
    number = next(one.autopro_number for one in items if one.status.code == "D1")
    admin = ApiClient(program.client.endpoint)
    code = sample.administrator
    admin.sign_in(SessionRequest(code.access_code, code.password, "bench"))
    admin.send(ADD_DOCUMENT, NewDocument(number, DocumentKind.WEIGHT_INSPECTION, "long.pdf", content))
    admin.close()
    return number


def measure() -> list[Figure]:
    """Measure a click on a line of the page, of a file that was opened before and of one that is fetched."""
    content = pdf("page", _PAGES)
    with _running() as (program, sample):
        _sign_in(program, sample)
        number = _add(program, sample, content)
        program.window.navigator.go(Start(Service.DOCUMENTS, {"references": number}))
        page = program.window.findChild(DocumentsPage, "documents.page")
        assert isinstance(page, DocumentsPage)
        _until(lambda: bool(page._table.model.rows))
        rows = page._table.model.shown
        at = next(at for at, row in enumerate(rows) if row.document is not None and row.document.name == "long.pdf")
        other = next(other for other in range(len(rows)) if other != at)

        def shown(is_kept: bool) -> float:
            """Return what a click on the line takes until the page is painted, in ms."""
            page._table.view.setCurrentIndex(page._table.index_of(other))
            _until(lambda: not program.jobs._waiting)
            if not is_kept:
                page._kept.clear()
            began = time.perf_counter()
            page._table.view.setCurrentIndex(page._table.index_of(at))
            _until(lambda: page._viewer.page is not None and page._viewer.page.count == _PAGES)
            QApplication.processEvents()
            return (time.perf_counter() - began) * 1000

        fetched = median([shown(is_kept=False) for _ in range(_ROUNDS)])
        kept = median([shown(is_kept=True) for _ in range(_ROUNDS)])
        document = rows[at].document
        assert document is not None
        fetch = median([_fetch(program, document.id) for _ in range(_ROUNDS)])
        picture = page._viewer.page
        assert picture is not None
        floor = median([_alone(content, picture.picture.width()) for _ in range(_ROUNDS)])
    return [
        Figure("first page of 200, click to paint", kept, floor + _FRAME_MS, _LIMIT),
        Figure("first page of 200, click to paint, fetched first", fetched, floor + fetch + _FRAME_MS, _LIMIT),
    ]
