# SPDX-License-Identifier: MIT
"""Look for the same person or enterprise among access codes, customers and waiting requests."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import Connection, select

from onlinesvc_desktop.backend.rules.resemblance import enterprise_key, person_key
from onlinesvc_desktop.backend.store.tables.accounts import access_codes, customers
from onlinesvc_desktop.backend.store.tables.requests import access_requests
from onlinesvc_desktop.contract.access_codes import AccountState
from onlinesvc_desktop.contract.decisions import RequestState, Resemblance


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks: an own reference, a name, an enterprise and an e-mail."""

    reference: str
    name: str
    company: str
    email: str


class Resemblances:
    """One look through the tables, for a whole page of requests."""

    def __init__(self, connection: Connection) -> None:
        self._codes_by_email: defaultdict[str, set[str]] = defaultdict(set)
        self._codes_by_person: defaultdict[str, set[str]] = defaultdict(set)
        self._customers: defaultdict[str, set[str]] = defaultdict(set)
        self._requests: defaultdict[str, set[str]] = defaultdict(set)
        codes = select(access_codes.c.code, access_codes.c.holder, access_codes.c.default_email)
        for code, holder, email in connection.execute(codes.where(access_codes.c.state != AccountState.CLOSED.value)):
            if email:
                self._codes_by_email[email.casefold()].add(code)
            if holder:
                self._codes_by_person[person_key(holder)].add(code)
        for number, name in connection.execute(select(customers.c.number, customers.c.name)):
            self._customers[enterprise_key(name)].add(f"{name} ({number})")
        waiting = access_requests.c.state == RequestState.PENDING.value
        columns = (access_requests.c.reference, access_requests.c.email)
        for reference, email in connection.execute(select(*columns).where(waiting)):
            self._requests[email.casefold()].add(reference)

    def of(self, asker: Asker) -> Resemblance:
        """Return what resembles one asker."""
        email = asker.email.casefold()
        codes = self._codes_by_email.get(email, set()) | self._codes_by_person.get(person_key(asker.name), set())
        return Resemblance(
            tuple(sorted(codes)),
            tuple(sorted(self._customers.get(enterprise_key(asker.company), set()))),
            tuple(sorted(self._requests.get(email, set()) - {asker.reference})),
        )
