# SPDX-License-Identifier: MIT
"""Submissions on disk, a program whose server cannot be reached, and what the server has of them."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import text

from onlinesvc_desktop.client.settings import BackendMode, Settings
from onlinesvc_desktop.client.unsent import Submission, UnsentFolder
from onlinesvc_desktop.contract.access_request import AccessRequest
from onlinesvc_desktop.desktop.connection import LinkState
from tests.support.backend import Server
from tests.support.life import FORM

if TYPE_CHECKING:
    from tests.desktop.conftest import Clerk, Start


def without_server(start: "Start", folder: Path, port: int) -> "Clerk":
    settings = Settings(backend_mode=BackendMode.SERVER, server_url=f"http://127.0.0.1:{port}")
    clerk = start(folder, settings)
    clerk.wait(lambda: clerk.program.connection.state is LinkState.OFFLINE)
    return clerk


def close(clerk: "Clerk") -> None:
    clerk.window.close()
    clerk.program.stop()
    assert clerk.program.finish()


def requests_on(server: Server) -> Sequence[str]:
    with server.context.database.read() as connection:
        return connection.execute(text("SELECT company FROM access_requests ORDER BY id")).scalars().all()


def a_request(**changes: str) -> AccessRequest:
    return msgspec.convert(FORM | {"company": "Quai 9"} | changes, AccessRequest)


def keep(folder: Path, **changes: object) -> Submission:
    body = a_request()
    whole = {"number": 1, "kind": "access_request", "key": "k" * 32, "made_at": datetime.now(UTC)}
    whole |= {"body": msgspec.Raw(msgspec.json.encode(body))}
    submission = Submission(**(whole | changes))  # type: ignore[arg-type]
    folder.mkdir(parents=True, exist_ok=True)
    UnsentFolder(folder / "unsent").keep(submission)
    return submission
