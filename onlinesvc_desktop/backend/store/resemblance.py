# SPDX-License-Identifier: MIT
"""Look for the same person or enterprise among access codes, customers and waiting requests."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import Connection, select

from onlinesvc_desktop.backend.rules.resemblance import SURE, Enterprise, enterprise_key, likeness, name_stems, person_key
from onlinesvc_desktop.backend.store.tables.accounts import access_codes, customers
from onlinesvc_desktop.backend.store.tables.requests import access_requests
from onlinesvc_desktop.contract.access_codes import AccountState
from onlinesvc_desktop.contract.decisions import LikelyCustomer, RequestState, Resemblance

_MOST_SHARED = 300
_MOST_LIKELY = 5
_LEAST = 20


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks: an own reference, a name, an enterprise and an e-mail."""

    reference: str
    name: str
    company: str
    email: str
    customer_number: str = ""
    postal_code: str = ""


@dataclass(frozen=True, slots=True)
class _Known:
    enterprise: Enterprise
    city: str


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
        self._enterprises: list[_Known] = []
        self._by_trait: defaultdict[str, list[int]] = defaultdict(list)
        known_by = select(customers.c.number, customers.c.name, customers.c.city, customers.c.postal_code)
        for number, name, city, postal_code in connection.execute(known_by):
            self._customers[enterprise_key(name)].add(f"{name} ({number})")
            known = _Known(Enterprise(name, number, postal_code or ""), city or "")
            for trait in _traits(known.enterprise):
                self._by_trait[trait].append(len(self._enterprises))
            self._enterprises.append(known)
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
            self._likely(Enterprise(asker.company, asker.customer_number, asker.postal_code)),
        )

    def _likely(self, asked: Enterprise) -> tuple[LikelyCustomer, ...]:
        """Return the likeliest customers; a word that very many share tells nothing."""
        at = {
            one for trait in _traits(asked) if len(found := self._by_trait.get(trait, [])) <= _MOST_SHARED for one in found
        }
        ranked = sorted(
            ((likeness(asked, self._enterprises[one].enterprise), one) for one in at), key=lambda pair: (-pair[0], pair[1])
        )
        likely = [(points, self._enterprises[one]) for points, one in ranked[:_MOST_LIKELY] if points >= _LEAST]
        return tuple(
            LikelyCustomer(known.enterprise.number, known.enterprise.name, known.city, points >= SURE)
            for points, known in likely
        )


def _traits(enterprise: Enterprise) -> set[str]:
    """Return what two enterprises must have one of in common to be compared at all."""
    return {f"name {stem}" for stem in name_stems(enterprise.name)} | {f"number {enterprise.number.strip()}"}
