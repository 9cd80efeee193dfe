# SPDX-License-Identifier: MIT
"""Somebody who wants notices by e-mail, the carrier's files that tell of shipments, and the mailbox."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from requests import Response
from sqlalchemy import func, select

from onlinesvc_desktop.backend.intake.run import Intake
from onlinesvc_desktop.backend.intake.tables.mapping import TableMapping
from onlinesvc_desktop.backend.services.notices.tell import tell_due
from onlinesvc_desktop.backend.store.tables.mail import outbox
from onlinesvc_desktop.backend.upkeep import Upkeep
from tests.support.backend import Sample, Server
from tests.support.mail import Mailbox
from tests.support.x12 import interchange, status

TO = "quai@expediteur.example"
KINDS = ["picked_up", "out_for_delivery", "delivered", "exception"]
FRESH, OTHER = "999000111", "999000222"
"""Numbers that no shipment of the sample has."""


class Desk:
    """A signed-in customer with the numbers of two shipments that are not his own."""

    def __init__(self, server: Server, mailbox: Mailbox, sample: Sample, folder: Path) -> None:
        self.server, self.mailbox, self.sample = server, mailbox, sample
        self.code = sample.customer
        self.context = server.context
        self._folder = folder
        self._files = 0
        self._upkeep = Upkeep(server.context)

    def ask(self, method: str, path: str, **keywords: Any) -> Response:
        return self.server.ask(method, path, self.server.token(self.code), **keywords)

    def choose(self, **changes: Any) -> Response:
        return self.ask("PUT", "/v1/notices", json={"email": TO, "kinds": KINDS} | changes)

    def watch(self, *numbers: str) -> None:
        assert self.ask("POST", "/v1/watches", json={"references": numbers}).status_code == 200

    def unwatch(self, *numbers: str) -> None:
        assert self.ask("POST", "/v1/watches/removal", json={"references": numbers}).status_code == 200

    def tell_of(self, *numbers: str, wanted: bool = True) -> Response:
        return self.ask("POST", "/v1/notices/numbers", json={"references": numbers, "wanted": wanted})

    def chosen(self, *numbers: str, **changes: Any) -> None:
        """Watch numbers and want to be told of them."""
        assert self.choose(**changes).status_code == 200
        self.watch(*numbers)
        assert self.tell_of(*numbers).status_code == 200

    def event(self, code: str, minutes: int = 0, place: str = "RIMOUSKI QC", reason: str = "NS") -> str:
        """Return an event of the present minute, or so many later, by the clock of the place."""
        at = (self.now + timedelta(minutes=minutes)).astimezone(ZoneInfo("America/Toronto"))
        return f"{code} {reason} {at:%Y%m%d} {at:%H%M} ET {place}"

    @property
    def now(self) -> datetime:
        return self.server.clock()

    def report(self, *bodies: list[str]) -> None:
        self._files += 1
        file = self._folder / f"report{self._files}"
        file.write_bytes(interchange([("214", body) for body in bodies], control=self._files))
        taken = Intake(self.context.database, self.context.clock).take(file, file.name, TableMapping())
        assert taken.file.quarantined == 0

    def happens(self, number: str, *codes: str) -> None:
        """Let something happen within the next minute, so that it is later than what was chosen until now."""
        self.later(minutes=1)
        self.report(status(number, *(self.event(code, minutes=at) for at, code in enumerate(codes))))

    def later(self, **by: float) -> None:
        self.server.clock.offset += timedelta(**by)

    def upkeep(self) -> None:
        self._upkeep.round()

    def settled(self) -> None:
        """Let the moment pass, and the backend do what is due."""
        self.later(minutes=2)
        self.upkeep()

    def tell(self) -> int:
        """Write what is due without sending it."""
        self.later(minutes=2)
        return tell_due(self.context, self.now)

    def mails(self, to: str = TO) -> list[Any]:
        return self.mailbox.to(to)

    def waiting(self) -> int:
        with self.context.database.read() as connection:
            return int(connection.execute(select(func.count()).select_from(outbox)).scalar_one())
