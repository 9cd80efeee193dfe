# SPDX-License-Identifier: MIT
"""A bill's paper against ReportLab without our layout, and its issue against a bare POST that commits a row."""

import io
import shutil
import sqlite3
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
import requests
from reportlab.graphics.barcode.code128 import Code128
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from onlinesvc_desktop.backend.config import BackendConfig
from onlinesvc_desktop.backend.listening import listening_socket
from onlinesvc_desktop.backend.serve import web_server
from onlinesvc_desktop.contract.bill_of_lading import BillOfLading
from onlinesvc_desktop.forms.bill_of_lading import bill_pdf
from tests.bench.figures import Figure, median
from tests.bill_of_lading.bills import bill, unit
from tests.support.backend import make_sample, serving

_ROUNDS = 25
_BILLS = 60


def measure() -> list[Figure]:
    """Return both figures."""
    return [_paper(), _issue()]


def _paper() -> Figure:
    lines = [{"description": f"Article {at}", "pieces": 2, "package_type": "BOX"} for at in range(60)]
    content = bill(bol_number="B480000017", autopro_number="480000017", handling_units=[unit(lines=lines)])
    made = msgspec.convert(content, BillOfLading)
    pages = _recorded(made)
    assert len(pages) == 3
    return Figure(
        "bill of lading, PDF of 3 pages", _timed(lambda: bill_pdf(made, "Carrier", 1)), _timed(lambda: _bare(pages)), 3
    )


def _recorded(made: BillOfLading) -> list[list[tuple[Any, ...]]]:
    """Return every string of each page with its font and place: what a program would draw that knew it all beforehand."""
    strings: list[tuple[Any, ...]] = []
    pages: dict[str, list[tuple[Any, ...]]] = {}
    begun = ""
    kind: Any = Canvas
    original = kind.beginForm, kind.drawString, kind.drawRightString

    def begin(canvas: Any, name: str, *arguments: Any) -> Any:
        nonlocal begun
        begun = name
        pages[name] = []
        return original[0](canvas, name, *arguments)

    def draw(canvas: Any, x: float, y: float, text: str, *arguments: Any, **keywords: Any) -> Any:
        pages.get(begun, strings).append((canvas._fontname, canvas._fontsize, x, y, text))
        return original[1](canvas, x, y, text, *arguments, **keywords)

    kind.beginForm, kind.drawString = begin, draw
    try:
        bill_pdf(made, "Carrier", 1)
    finally:
        kind.beginForm, kind.drawString, kind.drawRightString = original
    return list(pages.values())


def _bare(pages: list[list[tuple[Any, ...]]]) -> None:
    canvas = Canvas(io.BytesIO(), pagesize=letter, invariant=1, pageCompression=1)
    for at, strings in enumerate(pages):
        for font, size, x, y, text in strings:
            canvas.setFont(font, size)
            canvas.drawString(x, y, text)
        if at < len(pages) - 1:
            for code in ("480000017", "B480000017"):
                Code128(code, barHeight=30, barWidth=1, quiet=False).drawOn(canvas, 300, 700)
        canvas.showPage()
    canvas.save()


def _timed(work: Callable[[], object]) -> float:
    work()
    found = []
    for _ in range(_ROUNDS):
        start = time.perf_counter()
        work()
        found.append((time.perf_counter() - start) * 1000)
    return median(found)


def _issue() -> Figure:
    folder = Path(tempfile.mkdtemp(prefix="onlinesvc-bench-"))
    try:
        sample = make_sample(folder / "data", 2_000, 7)
        with serving(folder / "data", numbers_file=str(folder / "data" / "numbers.mark")) as server:
            body = msgspec.json.encode(bill(ship_date=server.clock().date().isoformat()))
            headers = {"Authorization": f"Bearer {server.token(sample.customer)}", "Content-Type": "application/json"}
            issued = _posts(f"{server.url}/v1/bills-of-lading", body, headers)
        return Figure("issue a bill, against a bare POST that commits a row", issued, _bare_posts(folder, body), 6)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _posts(url: str, body: bytes, headers: dict[str, str]) -> float:
    session = requests.Session()
    found = []
    for _ in range(_BILLS):
        start = time.perf_counter()
        answer = session.post(url, body, headers=headers, timeout=20)
        found.append((time.perf_counter() - start) * 1000)
        assert answer.status_code == 201, answer.text
    return median(found)


def _bare_posts(folder: Path, body: bytes) -> float:
    file = folder / "bare.sqlite3"
    with closing(sqlite3.connect(file)) as made, made:
        made.execute("PRAGMA journal_mode = WAL")
        made.execute("CREATE TABLE bodies (content BLOB)")

    async def take(request: Request) -> Response:
        content = await request.body()
        with closing(sqlite3.connect(file)) as database, database:
            database.execute("PRAGMA synchronous = FULL")
            database.execute("INSERT INTO bodies VALUES (?)", (content,))
        return Response(b"{}", 201)

    server = web_server(
        Starlette(routes=[Route("/", take, methods=["POST"])]),
        BackendConfig(database_url=f"sqlite:///{file}"),
        threading.Event(),
    )
    with listening_socket("127.0.0.1", 0) as listener:
        listener.listen(16)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            return _posts(f"http://127.0.0.1:{listener.getsockname()[1]}/", body, {"Content-Type": "application/json"})
        finally:
            server.should_exit = True
            thread.join()
