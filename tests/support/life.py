# SPDX-License-Identifier: MIT
"""A backend, a mailbox and an administrator, to live the life of an account with under a clock that moves."""

from datetime import timedelta
from typing import Any

import pytest
from requests import Response
from sqlalchemy import func, select, text
from sqlalchemy.exc import DatabaseError

from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.upkeep import Upkeep
from tests.support.backend import Code, Sample, Server
from tests.support.mail import Mailbox, fact

MAIL = "marie.belanger@expediteur.example"
FORM = {
    "company": "Quincaillerie Bélanger inc.",
    "first_name": "Marie",
    "last_name": "Bélanger",
    "email": f"Marie Bélanger <{MAIL}>",
    "telephone": "(514) 555-0142 poste 23",
    "language": "fr",
    "address1": "12, rue des Érables",
    "city": "Montréal",
    "province": "QC",
    "postal_code": "h3b1a1",
}
CODE, PASSWORD = "Code d\N{RIGHT SINGLE QUOTATION MARK}accès", "Mot de passe temporaire"


class Life:
    """A backend, a mailbox and an administrator."""

    def __init__(self, server: Server, mailbox: Mailbox, sample: Sample) -> None:
        self.server = server
        self.mailbox = mailbox
        self.sample = sample
        self._password = sample.administrator.password
        self._upkeep = Upkeep(server.context)

    def admin(self, method: str, path: str, **keywords: Any) -> Response:
        """Ask as the administrator, who comes to work when needed and replaces an expired password first."""
        session = self.server.sign_in(self.sample.administrator, self._password).json()
        token = session["token"]
        if session["password_state"] == "expired":
            change = {"current_password": self._password, "new_password": f"another {len(self._password)} reserved words"}
            assert self.server.ask("PUT", "/v1/profile/password", token, json=change).status_code == 200
            self._password = change["new_password"]
        return self.server.ask(method, f"/v1/admin{path}", token, **keywords)

    def request(self, key: str = "", **changes: str) -> Response:
        headers = {"Idempotency-Key": key} if key else {}
        return self.server.ask("POST", "/v1/access-requests", json=FORM | changes, headers=headers)

    def pending(self) -> list[dict[str, Any]]:
        items: list[dict[str, Any]] = self.admin("GET", "/access-requests?state=pending").json()["items"]
        return items

    def grant(self, **approval: Any) -> Response:
        body = approval or {"new_customer": {"number": "C-900"}}
        return self.admin("POST", f"/access-requests/{self.pending()[0]['id']}/approval", json=body)

    def new_code(self) -> Code:
        """Request, approve, receive: an access code with its temporary password."""
        assert self.request().status_code == 201
        assert self.grant().status_code == 200
        self.upkeep()
        mail = self.mailbox.to(MAIL)[-1]
        return Code(fact(mail, CODE), fact(mail, PASSWORD), "customer", "temporary", "fr")

    def upkeep(self) -> None:
        self._upkeep.round()

    def later(self, **by: float) -> None:
        self.server.clock.offset += timedelta(**by)

    def choose(self, code: Code, current: str, new: str) -> Response:
        token = self.server.sign_in(code, current).json()["token"]
        body = {"current_password": current, "new_password": new}
        return self.server.ask("PUT", "/v1/profile/password", token, json=body)

    def count(self, what: Any) -> int:
        with self.server.context.database.read() as connection:
            return int(connection.execute(select(func.count()).select_from(what)).scalar_one())

    def scalar(self, statement: Any) -> Any:
        with self.server.context.database.read() as connection:
            return connection.execute(statement).scalar()


def assert_only_grows(database: Database) -> None:
    """Try to change the audit log behind the program's back."""
    for statement in ("UPDATE audit SET subject = 'x'", "DELETE FROM audit"):
        with pytest.raises(DatabaseError, match="only grows"), database.write() as connection:
            connection.execute(text(statement))


def code_of(response: Response) -> str:
    return str(response.json()["code"])
