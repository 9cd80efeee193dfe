# SPDX-License-Identifier: MIT
"""A clerk without a window: the program's own queue, connection and files, submitting one thing after another until killed.

``python -m tests.faults.clerk DATA_DIR SERVER_URL LEDGER [drain]``. What the clerk was told is safe goes into the ledger, a
line each, synced before anything else happens. With ``drain`` nothing new is submitted, and it ends when nothing waits.
"""

import os
import sys
from pathlib import Path
from uuid import uuid4

import msgspec
from PySide6.QtCore import QCoreApplication, QTimer

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.clock import utc_now
from onlinesvc_desktop.client.embedded import EmbeddedBackend
from onlinesvc_desktop.client.paths import Paths
from onlinesvc_desktop.client.reach import Reacher
from onlinesvc_desktop.client.settings import BackendMode, Settings
from onlinesvc_desktop.client.unsent import UnsentFolder
from onlinesvc_desktop.contract.access_request import REQUEST_ACCESS, AccessRequest
from onlinesvc_desktop.desktop.backend_link import BackendLink
from onlinesvc_desktop.desktop.connection import Connection
from onlinesvc_desktop.desktop.jobs import JobRunner
from onlinesvc_desktop.desktop.session import SessionState
from onlinesvc_desktop.desktop.settings_store import SettingsStore
from onlinesvc_desktop.desktop.unsent import Answer, Sent, UnsentQueue, Waiting
from tests.support.life import FORM

_PACE_MS = 25


def main() -> int:
    data_dir, url, ledger = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
    draining = "drain" in sys.argv
    application = QCoreApplication([])
    paths = Paths(data_dir)
    paths.create()
    jobs = JobRunner()
    settings = SettingsStore(paths.settings, Settings(), {"backend_mode": BackendMode.SERVER, "server_url": url}, jobs)
    client = ApiClient()
    connection = Connection(settings, jobs, Reacher(client, EmbeddedBackend(paths)).reach)
    link = BackendLink(client, jobs, connection)
    queue = UnsentQueue(link, SessionState(link), jobs, UnsentFolder(paths.unsent), utc_now)
    book = ledger.open("a", encoding="utf-8")

    def note(company: str, answer: Answer) -> None:
        if isinstance(answer, Sent | Waiting):
            book.write(f"{company}\n")
            book.flush()
            os.fsync(book.fileno())

    def submit() -> None:
        company = f"Quai {uuid4().hex[:12]}"
        body = msgspec.convert(FORM | {"company": company}, AccessRequest)
        queue.submit(REQUEST_ACCESS, body, lambda answer: note(company, answer))

    def end_when_empty() -> None:
        if not queue.items:
            application.quit()

    pace = QTimer()
    pace.setInterval(_PACE_MS)
    pace.timeout.connect(end_when_empty if draining else submit)
    queue.loaded.connect(pace.start)
    queue.load()
    connection.start()
    application.exec()
    jobs.close(5)
    return 0


if __name__ == "__main__":
    sys.exit(main())
