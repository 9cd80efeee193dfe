# SPDX-License-Identifier: MIT
"""A database from before documents, with papers of claims in it, opens and keeps every one of them."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import BigInteger, Integer, LargeBinary, MetaData, SmallInteger, insert, text

from onlinesvc_desktop.backend.config import sqlite_url
from onlinesvc_desktop.backend.services.claims.shelf import CLAIM_PAPERS
from onlinesvc_desktop.backend.store.contents import PIECE_BYTES, forget_contents, pieces_of
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.migrate import migrate
from onlinesvc_desktop.backend.store.tables.contents import contents
from tests.support.papers import pdf, tiff
from tests.support.postgres import Cluster

_PAPERS = (pdf("old"), b"\xff\xd8\xff" + bytes(range(256)) * 4_000, tiff(2), pdf("exactly")[:PIECE_BYTES])
"""One is more than three pieces."""
_BEFORE = "0021"


@pytest.fixture(params=["sqlite", "postgresql"])
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    if request.param == "sqlite":
        database = Database(sqlite_url(tmp_path))
    else:
        cluster: Cluster = request.getfixturevalue("cluster")
        database = Database(cluster.new_database())
    migrate(database, to=_BEFORE)
    yield database
    database.close()


def _fill(database: Database, rows: list[tuple[str, dict[str, Any]]]) -> None:
    """Insert rows as the old version had them; what a row does not say is a zero or an empty text."""
    known = MetaData()
    with database.write() as connection:
        known.reflect(connection)
        for name, values in rows:
            table = known.tables[name]
            whole = {
                column.name: _least(column.type)
                for column in table.columns
                if not column.nullable and column.name not in values and not column.primary_key
            }
            connection.execute(insert(table).values(**whole, **values))


def _least(kind: Any) -> Any:
    if isinstance(kind, LargeBinary):
        return b""
    if kind.python_type is bool:
        return False
    return 0 if isinstance(kind, Integer | BigInteger | SmallInteger) else ""


def test_every_paper_of_a_claim_is_there_after_the_upgrade_as_it_was(old: Database):
    digests = [hashlib.sha256(one).digest() for one in _PAPERS]
    rows: list[tuple[str, dict[str, Any]]] = [
        ("customers", {"id": 1, "number": "700001", "name": "Old", "language": "en"}),
        ("access_codes", {"id": 1, "code": "OLD01", "customer_id": 1, "role": "customer", "language": "en"}),
        ("places", {"id": 1, "city": "Truro", "province": "NS", "country": "CA"}),
        ("parties", {"id": 1, "customer_id": 1, "name": "Old", "place_id": 1}),
        (
            "shipments",
            {"id": 1, "autopro_number": "123456789", "origin_id": 1, "destination_id": 1}
            | dict.fromkeys(("shipper_id", "consignee_id", "bill_to_id"), 1),
        ),
        *(
            ("claims", {"id": at, "number": f"C{at}", "access_code_id": 1, "shipment_id": 1, "customer_id": 1})
            for at in (1, 2)
        ),
        *(
            ("claim_contents", {"digest": digest, "media_type": "application/pdf", "size": len(content), "content": content})
            for digest, content in zip(digests, _PAPERS, strict=True)
        ),
        *(
            ("claim_files", {"id": at, "claim_id": 1 + at % 2, "digest": digests[at % 4], "name": f"paper {at}"}
             | {"paper": "photos", "access_code_id": 1, "added_at": at})
            for at in range(1, 9)
        ),
    ]  # fmt: skip
    _fill(old, rows)
    migrate(old)
    with old.write() as connection:
        forget_contents(connection)
        held = list(CLAIM_PAPERS.listed(connection, {1: "123456789"}))
        kept = {row.digest: row.size for row in connection.execute(contents.select())}
        rows_now = connection.execute(text("SELECT id, digest FROM claim_files ORDER BY id")).all()
        by_row = {int(row.id): bytes(row.digest) for row in rows_now}
        if old.is_sqlite:
            assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
    assert [(one.row, one.name, one.owner, one.size) for one in held] == [
        (at, f"paper {at}", 1, len(_PAPERS[at % 4])) for at in range(1, 9)
    ]
    assert kept == {digest: len(content) for digest, content in zip(digests, _PAPERS, strict=True)}
    for at, digest in by_row.items():
        content = _PAPERS[at % 4]
        assert b"".join(pieces_of(old, digest, 0, len(content) - 1)) == content
