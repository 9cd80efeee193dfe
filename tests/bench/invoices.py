# SPDX-License-Identifier: MIT
"""Pages, sums and searches of 100,000 invoices of one payer against those of 1,000; saving them all against 10,000."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import requests

from onlinesvc_desktop.backend.config import sqlite_url
from onlinesvc_desktop.backend.rules.invoice import office_day
from onlinesvc_desktop.backend.store.accounts import find_account
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.invoices import InvoiceDetails, NewInvoice, NewPayment, put_invoices, put_payments
from onlinesvc_desktop.client.settings import BackendMode, Settings, save_settings
from onlinesvc_desktop.contract.invoices import InvoiceLine
from tests.bench.figures import Figure, median
from tests.support.backend import Code, Server, make_sample, process

_SMALL, _MIDDLE, _LARGE = 1_000, 10_000, 100_000
_BATCH = 1_000
_DAYS = 120
_ROUNDS = 61
_NAMES = ("Quincaillerie Bélanger", "Clous du Nord", "Northgate Steel", "Aciérie Érable", "Meubles Hautes-Terres")
_PATHS = {
    "page": "?limit=50",
    "page, with a balance": "?limit=50&state=open",
    "page, past due": "?limit=50&state=past_due",
    "page, over 90 days": "?limit=50&bucket=over_90",
    "page, paid": "?limit=50&state=paid",
    "aging": "/summary",
    "search of a number": "?limit=50&search=G-00000777",
    "search of a name": "?limit=50&search=northgate%20steel",
    "search of nothing": "?limit=50&search=zebra",
}


def measure() -> list[Figure]:
    """Ask both in turn, so that whatever else the machine does meets them alike."""
    with tempfile.TemporaryDirectory() as name:
        folders = {count: Path(name) / str(count) for count in (_SMALL, _LARGE)}
        codes = {count: _filled(folder, count) for count, folder in folders.items()}
        with process(folders[_SMALL]) as small, process(folders[_LARGE]) as large:
            asked = [_asker(small, codes[_SMALL]), _asker(large, codes[_LARGE])]
            figures = [_figure(what, path, asked) for what, path in _PATHS.items()]
        return figures + _exports(Path(name) / str(_MIDDLE), folders[_LARGE], codes[_LARGE])


def fill(database: Database, access_code: str, count: int) -> None:
    """Write invoices of one payer, spread over the same days however many there are; two of three are paid."""
    today = office_day(datetime.now(UTC))
    with database.read() as connection:
        account = find_account(connection, access_code)
    assert account is not None
    for first in range(0, count, _BATCH):
        told = [
            NewInvoice(
                number=f"G-{at:08}",
                customer_id=account.customer_id,
                autopro_number=f"{900_000_000 + at}",
                invoice_date=today - timedelta(days=at * 7 % _DAYS + 20),
                due_date=today - timedelta(days=at * 7 % _DAYS - 10),
                currency="USD" if at % 50 == 0 else "CAD",
                total=10_000 + at % 977,
                details=InvoiceDetails(
                    lines=(InvoiceLine("freight", f"{100 + at % 9}.00"),),
                    bol_number=f"BL{at:07}",
                    purchase_order=f"PO-{at % 5_000}",
                    bill_to=account.customer_name or "",
                    shipper=_NAMES[at % len(_NAMES)],
                    consignee=_NAMES[at // 5 % len(_NAMES)],
                ),
            )
            for at in range(first, min(first + _BATCH, count))
        ]
        with database.write() as connection:
            put_invoices(connection, told)
            rows = connection.exec_driver_sql(
                "SELECT id, total_cents FROM invoices WHERE number >= 'G-' ORDER BY id DESC LIMIT 1000"
            ).all()
            paid = [NewPayment(row_id, today, total, "EFT", is_credit=False) for row_id, total in rows if row_id % 3]
            put_payments(connection, paid)


def _filled(folder: Path, count: int) -> Code:
    folder.mkdir()
    code = make_sample(folder, 300, 7).english_customer
    database = Database(sqlite_url(folder))
    fill(database, code.access_code, count)
    database.close()
    return code


def _exports(middle: Path, large: Path, large_code: Code) -> list[Figure]:
    """Save 10,000 and 100,000 with every column through the program; what it holds in memory does not grow with them."""
    few, many = _saved(middle, _filled(middle, _MIDDLE)), _saved(large, large_code)
    figures = []
    for kind in ("csv", "xlsx"):
        (seconds, memory), (few_seconds, few_memory) = many[kind], few[kind]
        per_row, few_per_row = seconds / _LARGE * 1_000_000, few_seconds / _MIDDLE * 1_000_000
        figures += [
            Figure(f"invoices, memory (PSS) of saving all, {kind}; floor = of {_MIDDLE:,}", memory, few_memory, 1.15, "MB"),
            Figure(f"invoices, a row of saving all, {kind}; floor = of {_MIDDLE:,}", per_row, few_per_row, 1.5, "us"),
        ]
    return figures


def _saved(data: Path, code: Code) -> dict[str, tuple[float, float]]:
    """Return seconds and most memory in MiB by kind of file; a file that is stopped leaves nothing, or this never ends."""
    save_settings(data / "settings.json", Settings(backend_mode=BackendMode.EMBEDDED))
    out = data / "out"
    out.mkdir()
    command = [sys.executable, "-m", "tests.bench.exporting_program", str(out), code.access_code, code.password]
    environment = {**os.environ, "ONLINESVC_DATA_DIR": str(data)}
    told = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
    lines = [line.split() for line in told.splitlines()]
    if lines[-1] != ["gone"]:
        raise RuntimeError(told)
    return {Path(line[1]).suffix[1:]: (float(line[3]), float(line[4])) for line in lines if line[0] == "saved"}


def _asker(server: Server, code: Code) -> Callable[[str], float]:
    session = requests.Session()
    session.headers["Authorization"] = f"Bearer {server.token(code)}"

    def ask(path: str) -> float:
        began = time.perf_counter()
        session.get(f"{server.url}/v1/invoices{path}").raise_for_status()
        return (time.perf_counter() - began) * 1000

    return ask


def _figure(what: str, path: str, asked: Sequence[Callable[[str], float]]) -> Figure:
    spent = [[ask(path) for ask in asked] for _ in range(_ROUNDS)]
    small, large = (median([one[at] for one in spent]) for at in range(len(asked)))
    return Figure(f"invoices, {what}; floor = of {_SMALL:,}", large, small, 1.5)
