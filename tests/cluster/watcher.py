# SPDX-License-Identifier: MIT
"""Two clerks, one reading and one writing: how long nobody is answered, and what the program says meanwhile."""

import threading
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import msgspec

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.endpoint import Endpoint
from onlinesvc_desktop.client.faults import FaultError, NotSignedIn, SessionExpired
from onlinesvc_desktop.contract.addresses import ADD_ADDRESS, AddressBody
from onlinesvc_desktop.contract.session import SessionRequest
from onlinesvc_desktop.contract.tracing import GET_SHIPMENT
from onlinesvc_desktop.desktop.words.faults import fault_words
from tests.bill_of_lading.bills import party
from tests.support.backend import Code

_PAUSE_SECONDS = 0.25


class Watcher:
    """Asks again until answered, as the program does, and notes from the first attempt to the answer."""

    def __init__(self, endpoint: Endpoint, code: Code, numbers: tuple[str, ...], ledger: Path) -> None:
        self._code = code
        self._numbers = numbers
        self._ledger = ledger
        self._ended = threading.Event()
        self.gaps: dict[str, float] = {"read": 0.0, "write": 0.0}
        """The longest of the present round, in seconds."""
        self.answers: Counter[str] = Counter()
        self.last: dict[str, float] = {"read": 0.0, "write": 0.0}
        """When each was last answered, on the monotonic clock."""
        self.said: Counter[str] = Counter()
        """Sentences that clerks were told, by how often."""
        self._threads = [
            threading.Thread(target=self._go, args=[kind, work, ApiClient(endpoint)], daemon=True)
            for kind, work in (("read", self._read), ("write", self._write))
        ]
        for thread in self._threads:
            thread.start()

    def _go(self, kind: str, work: Callable[[ApiClient, str], None], client: ApiClient) -> None:
        while not self._ended.wait(_PAUSE_SECONDS):
            name, began = uuid4().hex[:12], time.monotonic()
            while not self._ended.is_set():
                try:
                    if not client.signed_in:
                        client.sign_in(SessionRequest(self._code.access_code, self._code.password, f"WATCH-{kind}"))
                    work(client, name)
                    break
                except FaultError as error:
                    self._note(client, error)
                self._wait(kind, began)
            self._wait(kind, began)
            self.answers[kind] += 1
            self.last[kind] = time.monotonic()
        client.close()

    def _wait(self, kind: str, began: float) -> None:
        self.gaps[kind] = max(self.gaps[kind], time.monotonic() - began)
        self._ended.wait(_PAUSE_SECONDS)

    def _note(self, client: ApiClient, error: FaultError) -> None:
        if isinstance(error.fault, SessionExpired | NotSignedIn):
            client.forget_session()
        words = fault_words(error.fault)
        assert words, error.fault
        self.said[f"{type(error.fault).__name__}: {words}"] += 1

    def _read(self, client: ApiClient, name: str) -> None:
        found = client.send(GET_SHIPMENT, autopro=self._numbers[int(name, 16) % len(self._numbers)])
        if found.known_until:
            self.answers["read from a standby"] += 1

    def _write(self, client: ApiClient, name: str) -> None:
        """Add an address and note it; until it is answered it goes out under the same key."""
        body = msgspec.convert(party(f"Watch {name}", "Toronto", "ON", "M5V 2T6"), AddressBody)
        client.send(ADD_ADDRESS, body, key=f"{name}{'0' * 20}")
        with self._ledger.open("a", encoding="utf-8") as ledger:
            ledger.write(f"address Watch {name}\n")

    def new_round(self) -> dict[str, float]:
        """Return the longest gaps since the last call, and begin anew."""
        found, self.gaps = self.gaps, {"read": 0.0, "write": 0.0}
        return found

    def close(self) -> None:
        """End both."""
        self._ended.set()
        for thread in self._threads:
            thread.join(60)
