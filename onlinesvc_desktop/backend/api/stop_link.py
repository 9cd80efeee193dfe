# SPDX-License-Identifier: MIT
"""The link in an e-mail that ends such e-mails without signing in: a page with a button, and what the button does."""

from collections.abc import Callable
from dataclasses import dataclass
from hmac import compare_digest
from typing import Protocol

from sqlalchemy import Connection

from onlinesvc_desktop.backend.api.route import Call
from onlinesvc_desktop.backend.api.stop_page import StopWords, stop_page
from onlinesvc_desktop.backend.rules.notices import stop_token
from onlinesvc_desktop.backend.store.accounts import account_of
from onlinesvc_desktop.backend.store.audit import note
from onlinesvc_desktop.contract.audit import AuditAction
from onlinesvc_desktop.contract.paper import Paper


class Stoppable(Protocol):
    """What an access code is sent until it is ended."""

    @property
    def access_code_id(self) -> int:
        """Whose it is."""

    @property
    def email(self) -> str:
        """Where it goes."""

    @property
    def secret(self) -> str:
        """What its link is signed with."""


@dataclass(frozen=True, slots=True)
class StopLink:
    """One kind of e-mails that a link ends."""

    what: str
    """Its name in the link's signature."""
    words: StopWords
    find: Callable[[Connection, int], Stoppable | None]
    """Finds by the number of an access code."""
    end: Callable[[Connection, int], object]
    noted: AuditAction

    def show(self, call: Call, _: None) -> Paper:
        """Return the page with the button; programs that follow links in e-mails change nothing by it."""
        with call.context.database.read() as connection:
            found = self._named(connection, call.path["token"])
        return self._nothing(call) if found is None else self._page(call, self.words.asked, email=found.email)

    def stop(self, call: Call, _: None) -> Paper:
        """End what the link names."""
        with call.context.database.write() as connection:
            found = self._named(connection, call.path["token"])
            if found is None:
                return self._nothing(call)
            self.end(connection, found.access_code_id)
            account = account_of(connection, found.access_code_id)
            note(connection, call.now, None, self.noted, "" if account is None else account.code, call.address)
        return self._page(call, self.words.ended, email=found.email)

    def _named(self, connection: Connection, token: str) -> Stoppable | None:
        """Return what a token ends, None for one that is not, or no longer, good."""
        found = self.find(connection, int(token.partition("-")[0]))
        if found is None:
            return None
        good = stop_token(found.secret, found.access_code_id, found.email, self.what)
        return found if compare_digest(good.encode(), token.encode()) else None

    def _nothing(self, call: Call) -> Paper:
        return self._page(call, self.words.nothing, phones=", ".join(call.context.config.phone_numbers))

    def _page(self, call: Call, said: tuple[str, str], **facts: str) -> Paper:
        return stop_page(call.context.config.carrier_name, *said, **facts)
