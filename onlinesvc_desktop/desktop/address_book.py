# SPDX-License-Identifier: MIT
"""The address book of the session: searched while one types into any address, and given what was typed."""

from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from typing import Any

import msgspec
from PySide6.QtCore import QCoreApplication

from onlinesvc_desktop.contract.addresses import (
    ADD_ADDRESS,
    CHANGE_ADDRESS,
    LIST_ADDRESSES,
    REMOVE_ADDRESS,
    AddressBody,
    AddressChange,
    AddressItem,
    searched_text,
)
from onlinesvc_desktop.contract.checks import checked
from onlinesvc_desktop.contract.folding import folded
from onlinesvc_desktop.contract.problem import FieldProblem
from onlinesvc_desktop.desktop.backend_link import BackendLink
from onlinesvc_desktop.desktop.kept_book import KeptBook, KeptKind, body_values
from onlinesvc_desktop.desktop.session import SessionState
from onlinesvc_desktop.desktop.unsent import Answer, NotKept, Returned, Sent, UnsentQueue, Waiting
from onlinesvc_desktop.desktop.widgets.suggestions import MOST_SUGGESTIONS
from onlinesvc_desktop.desktop.words.faults import fault_words

Said = Callable[[Callable[[], str], Sequence[FieldProblem]], None]
"""Hears what became of an address that was saved, as a way to say it, and what is wrong with its fields."""

ADDRESSES = KeptKind(
    item=AddressItem,
    change=AddressChange,
    listing=LIST_ADDRESSES,
    adding=ADD_ADDRESS,
    changing=CHANGE_ADDRESS,
    removing=REMOVE_ADDRESS,
    text_of=lambda item: searched_text(msgspec.to_builtins(item)),
    order_of=lambda item: item.name,
)


def address_line(item: AddressBody) -> str:
    """Return an entry as one line to choose from."""
    return f"{item.name}, {item.address1}, {item.city} {item.province} {item.postal_code}"


class AddressBook(KeptBook[AddressItem]):
    """Every address that the access code may use, and what an address editor asks of it."""

    def __init__(self, link: BackendLink, session: SessionState, unsent: UnsentQueue) -> None:
        super().__init__(link, session, unsent, ADDRESSES)

    def find(self, text: str, show: Callable[[Sequence[tuple[str, Mapping[str, Any]]]], None]) -> None:
        """Hand on what fits best, at once: names that begin so, then the others."""
        best = list(islice(self.beginning_with(text), MOST_SUGGESTIONS))
        if len(best) < MOST_SUGGESTIONS:
            known = {entry.item.id for entry in best}
            others = (entry for entry in self.search(text) if entry.item.id not in known)
            best += islice(others, MOST_SUGGESTIONS - len(best))
        show([(address_line(entry.item), body_values(entry.item)) for entry in best])

    def save(self, address: Mapping[str, Any], said: Said) -> None:
        """Keep an address that was typed: as a new entry, or in the place of the one with its name and postal code."""
        body, problems = checked(AddressBody, dict(address))
        if body is None:
            said(lambda: QCoreApplication.translate("AddressBook", "Complete the address to save it."), problems)
            return
        standing = next((one.item for one in self.entries if _is_same(one.item, body)), None)

        def answered(answer: Answer) -> None:
            said(lambda: saved_words(answer), answer.fault.errors if isinstance(answer, Returned) else ())
            if isinstance(answer, Returned):
                self.withdraw(answer.submission)

        if standing is None:
            self.add(body, answered)
            return
        merged, _ = checked(AddressBody, body_values(standing) | dict(address))
        self.change(standing, merged or body, answered)


def _is_same(item: AddressItem, body: AddressBody) -> bool:
    return item.postal_code == body.postal_code and folded(item.name) == folded(body.name)


def saved_words(answer: Answer) -> str:
    """Say what became of an entry that was saved."""
    match answer:
        case Sent():
            return QCoreApplication.translate("AddressBook", "Saved in the address book.")
        case Waiting():
            return QCoreApplication.translate(
                "AddressBook", "Saved on this computer; the address book gets it as soon as the server answers."
            )
        case Returned(_, fault) | NotKept(fault):
            return fault_words(fault)
