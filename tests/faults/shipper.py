# SPDX-License-Identifier: MIT
"""A clerk without a window who ships: bills under borrowed numbers, pickups after them, addresses, one after the other.

``python -m tests.faults.shipper DATA_DIR SERVER_URL LEDGER ACCESS_CODE PASSWORD [drain]``. What the clerk was told is safe
goes into the ledger, a line each, synced before anything else happens: a kind, and the number or name by which it is found
again. With ``drain`` nothing new is submitted, and it ends when nothing waits.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast
from uuid import uuid4

import msgspec
from PySide6.QtCore import QCoreApplication, QTimer

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.clock import utc_now
from onlinesvc_desktop.client.embedded import EmbeddedBackend
from onlinesvc_desktop.client.lent_numbers import LentNumber, LentNumbers
from onlinesvc_desktop.client.paths import Paths, witness_folder
from onlinesvc_desktop.client.reach import Reacher
from onlinesvc_desktop.client.settings import BackendMode, Settings
from onlinesvc_desktop.client.unsent import UnsentFolder
from onlinesvc_desktop.contract.addresses import ADD_ADDRESS, AddressBody
from onlinesvc_desktop.contract.bill_of_lading import ISSUE_BILL, BillOfLading
from onlinesvc_desktop.contract.pickup import REQUEST_PICKUP, PickupRequest
from onlinesvc_desktop.desktop.backend_link import BackendLink
from onlinesvc_desktop.desktop.connection import Connection, LinkState
from onlinesvc_desktop.desktop.jobs import JobRunner, Ok, Outcome
from onlinesvc_desktop.desktop.services.bill_of_lading.lending import Lending
from onlinesvc_desktop.desktop.session import SessionState
from onlinesvc_desktop.desktop.settings_store import SettingsStore
from onlinesvc_desktop.desktop.unsent import Answer, Returned, Sent, UnsentQueue, Waiting
from onlinesvc_desktop.desktop.workplace import Workplace
from tests.bill_of_lading.bills import bill, party
from tests.pickup.samples import CONTACT, ITEM, body, next_monday

_PACE_MS = 40
_MOST_WAITING = 40
"""A clerk who is this far ahead of a slow machine writes nothing more for a while."""


class Shipper:
    """The parts of the program that a bill, a pickup and an address pass through."""

    def __init__(self, data_dir: Path, url: str, ledger: Path, access_code: str, password: str, authority: str = "") -> None:
        self._code, self._password = access_code, password
        paths = Paths(data_dir)
        paths.create()
        self.jobs = JobRunner()
        where = {"backend_mode": BackendMode.SERVER, "server_url": url, "ca_file": authority}
        settings = SettingsStore(paths.settings, Settings(), where, self.jobs)
        client = ApiClient()
        self.connection = Connection(settings, self.jobs, Reacher(client, EmbeddedBackend(paths)).reach)
        link = BackendLink(client, self.jobs, self.connection)
        self._session = SessionState(link)
        self.queue = UnsentQueue(link, self._session, self.jobs, UnsentFolder(paths.unsent), utc_now)
        parts = SimpleNamespace(
            session=self._session,
            connection=self.connection,
            link=link,
            jobs=self.jobs,
            settings=settings,
            lent_numbers=LentNumbers(paths.lent_numbers, witness_folder()),
        )
        self._lending = Lending(cast("Workplace", parts))
        self._book = ledger.open("a", encoding="utf-8")
        self._signing_in = False
        self._turn = 0
        self._day = next_monday(utc_now().date(), 2).isoformat()
        self._last_bill = ""

    def step(self, drains: bool) -> None:
        """Sign in when that is possible, borrow numbers, and submit the next thing."""
        if not self._session.is_open:
            self._sign_in()
        if drains or len(self.queue.items) >= _MOST_WAITING:
            return
        self._lending.have_enough()
        self._turn += 1
        (self._ship, self._ask_for_pickup, self._add_address)[self._turn % 3]()

    def _sign_in(self) -> None:
        if self._signing_in or self.connection.state is not LinkState.ONLINE:
            return
        self._signing_in = True

        def done(_outcome: object) -> None:
            self._signing_in = False

        self._session.sign_in(self._code, self._password, done)

    def _note(self, line: str) -> Callable[[Answer], None]:
        def note(answer: Answer) -> None:
            match answer:
                case Sent() | Waiting():
                    self._write(line)
                case Returned(submission):
                    sys.stderr.write(f"returned: {line}: {submission.refusal} {submission.problems}\n")
                    self.queue.withdraw(submission)
                case _:
                    pass

        return note

    def _write(self, line: str) -> None:
        self._book.write(f"{line}\n")
        self._book.flush()
        os.fsync(self._book.fileno())

    def _ship(self) -> None:
        self._lending.take(self._with_number)

    def _with_number(self, outcome: Outcome[LentNumber | None]) -> None:
        if not isinstance(outcome, Ok) or outcome.value is None:
            return
        number, token = outcome.value.number, outcome.value.token
        # A number that was taken counts as used, whatever becomes of its bill.
        self._write(f"taken {number}")
        there = party("Client", "Toronto", "ON", "M5V 2T6")
        values = bill(
            ship_date=self._day, consignee=there, bol_number=f"B{number}", autopro_number=number, number_block=token
        )
        self._submit(ISSUE_BILL, msgspec.convert(values, BillOfLading), f"bill B{number}")
        self._last_bill = f"B{number}"

    def _ask_for_pickup(self) -> None:
        if not self._last_bill:
            return
        name = f"Clerk {uuid4().hex[:12]}"
        items = [ITEM | {"bol_number": self._last_bill}]
        values = body("Rimouski", pickup_date=self._day, contact=CONTACT | {"name": name}, items=items)
        self._submit(REQUEST_PICKUP, msgspec.convert(values, PickupRequest), f"pickup {name}")

    def _add_address(self) -> None:
        name = f"Quai {uuid4().hex[:12]}"
        values = party(name, "Toronto", "ON", "M5V 2T6")
        self._submit(ADD_ADDRESS, msgspec.convert(values, AddressBody), f"address {name}")

    def _submit(self, operation: Any, message: msgspec.Struct, line: str) -> None:
        self.queue.submit(operation, message, self._note(line), access_code=self._code)


def main() -> int:
    data_dir, url, ledger, access_code, password = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]), *sys.argv[4:6]
    drains = "drain" in sys.argv
    application = QCoreApplication([])
    shipper = Shipper(data_dir, url, ledger, access_code, password)

    def step() -> None:
        shipper.step(drains)
        if drains and not shipper.queue.items:
            application.quit()

    pace = QTimer()
    pace.setInterval(_PACE_MS)
    pace.timeout.connect(step)
    shipper.queue.loaded.connect(pace.start)
    shipper.queue.load()
    shipper.connection.start()
    application.exec()
    shipper.jobs.close(5)
    return 0


if __name__ == "__main__":
    sys.exit(main())
