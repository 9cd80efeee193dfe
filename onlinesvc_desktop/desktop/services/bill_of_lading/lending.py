# SPDX-License-Identifier: MIT
"""Have a few numbers on this computer while there is a link, so that bills can be issued while there is none."""

import socket
from collections.abc import Callable
from functools import partial

import msgspec
from msgspec import UNSET

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.drafts import new_key
from onlinesvc_desktop.client.faults import Fault, Invalid
from onlinesvc_desktop.client.lent_numbers import LentNumber
from onlinesvc_desktop.contract.bill_of_lading import BillOfLading, usual_bol_number
from onlinesvc_desktop.contract.codes import Right
from onlinesvc_desktop.contract.number_blocks import BORROW_NUMBERS, RETURN_NUMBERS, NumberBlockRequest, ReturnedNumbers
from onlinesvc_desktop.desktop.connection import LinkState
from onlinesvc_desktop.desktop.jobs import Ok, Outcome
from onlinesvc_desktop.desktop.workplace import Workplace

_BORROWED = 20
_FEW = 5
"""With so many left, others are borrowed, and those that are left go back."""


class Lending:
    """Borrows and hands out; files and network are the workers'."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self._is_asking = False
        self._is_wanted_again = False

    def have_enough(self) -> None:
        """Borrow numbers when few are left and somebody who may ship is signed in."""
        profile = self._workplace.session.open_profile
        is_online = self._workplace.connection.state is LinkState.ONLINE
        if self._is_asking:
            self._is_wanted_again = True
            return
        if profile is None or not is_online or not profile.customer_number or not profile.has(Right.SHIP):
            return
        self._is_asking = True
        lent, code, server = self._workplace.lent_numbers, profile.access_code, self._server()

        def work(client: ApiClient) -> None:
            if lent.left(code, server) > _FEW:
                return
            request = NumberBlockRequest(_BORROWED, socket.gethostname()[:64])
            block = client.send(BORROW_NUMBERS, request, key=new_key())
            try:
                back = lent.give_back(code, server)
                lent.keep(code, server, block)
            except OSError:
                # Without a disk there is no work without a link; what was lent stays unused.
                return
            if back is not None and back[1]:
                client.send(RETURN_NUMBERS, ReturnedNumbers(*back), key=new_key())

        self._workplace.link.ask(work, self._on_done)

    def take(self, done: Callable[[Outcome[LentNumber | None]], None]) -> None:
        """Hand on the next number, or none."""
        profile = self._workplace.session.open_profile
        if profile is None:
            done(Ok(None))
            return
        self._workplace.jobs.run(partial(_try_take, self._workplace, profile.access_code, self._server()), done)

    def _server(self) -> str:
        settings = self._workplace.settings.values
        return f"{settings.backend_mode.value} {settings.server_url}"

    def _on_done(self, _outcome: object) -> None:
        """Look again when numbers were taken while others were being borrowed."""
        self._is_asking = False
        if self._is_wanted_again:
            self._is_wanted_again = False
            self.have_enough()


def _try_take(workplace: Workplace, access_code: str, server: str) -> LentNumber | None:
    try:
        return workplace.lent_numbers.take(access_code, server)
    except OSError:
        return None


def is_about_number(fault: Fault) -> bool:
    """Tell whether the server refused a bill for its lent number alone."""
    return isinstance(fault, Invalid) and [one.pointer for one in fault.errors] == ["/autopro_number"]


def without_number(bill: BillOfLading) -> BillOfLading:
    """Return a bill that the server gives its number."""
    usual = bill.autopro_number is not UNSET and bill.bol_number == usual_bol_number(bill.autopro_number)
    return msgspec.structs.replace(
        bill,
        autopro_number=UNSET,
        number_block=UNSET,
        bol_number=UNSET if usual else bill.bol_number,
    )
