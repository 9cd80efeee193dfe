# SPDX-License-Identifier: MIT
"""A real SMTP server in the test process, with the manners a test asks for."""

import asyncio
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTPUTF8
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

EVERY_FACT = {
    "name": "Marie Bélanger", "access_code": "MBELANGER", "reference": "AR-ABC234", "reason": "Not a customer.",
    "closes_on": "2027-03-01", "since": "2027-02-01", "until": "2027-02-08", "customer": "Acme", "filters": "QC",
    "accepted": "10.00", "currency": "CAD",
    "cut": "", "scheduled": "", "shipments": "12", "delivered": "9", "on_time": "8", "late": "1",
    "number": "PU-ABC234", "pickup_date": "2027-02-03", "ready_time": "09:00", "close_time": "16:30", "place": "12 Maple",
    "contact": "Marie Bélanger", "address": "former", "units": "3", "telephone": "514-856-5559",
    "autopro": "123456789", "door": "notice", "state": "documents_needed", "notice_by": "1 March 2027", "cap": "$1,240.21",
    "about": "", "count": "3", "events": "123456789: Montréal (QC)", "more": "2", "digest": "yes",
    "stop_url": "https://services.example/stop/7-abcdefghijklmnopqrstuv",
    "claim_by": "1 December 2027", "papers": "bill_of_lading,photos", "amount": "$200.50", "payment": "Cheque 1042",
    "as_of": "2027-02-01", "owed": "Owed in CAD: $1.00", "too_long": "",
}  # fmt: skip
"""What the e-mails of every kind say, together."""
WRITTEN_FACTS = (
    *("name", "access_code", "reference", "reason", "customer", "filters", "number", "place", "contact", "telephone"),
    *("payment", "about", "events", "owed"),
)
"""Those that people write; the others are days, times and counts of the product's own."""


class Mailbox:
    """What arrived, and how the server behaves towards the next message."""

    def __init__(self) -> None:
        self.messages: list[EmailMessage] = []
        self.begun = 0
        """Messages whose text came in, whatever was answered."""
        self.refusals: dict[str, str] = {}
        """Answers to RCPT by address."""
        self.data_answer = ""
        self.pause_seconds = 0.0
        self.hangs_up = False
        self.sign_ins: list[tuple[str, str]] = []
        self.url = ""

    async def handle_RCPT(self, _server: SMTP, _session: Any, envelope: Any, address: str, _options: Any) -> str:
        refusal = self.refusals.get(address)
        if refusal is None:
            envelope.rcpt_tos.append(address)
        return refusal or "250 OK"

    async def handle_DATA(self, server: SMTP, _session: Any, envelope: Any) -> str:
        self.begun += 1
        await asyncio.sleep(self.pause_seconds)
        if self.hangs_up:
            assert isinstance(server.transport, asyncio.Transport)
            server.transport.abort()
            return "421 gone"
        if self.data_answer:
            return self.data_answer
        self.messages.append(opened(envelope.content))
        return "250 OK"

    def authenticate(self, _server: Any, _session: Any, _envelope: Any, _mechanism: str, data: Any) -> AuthResult:
        assert isinstance(data, LoginPassword)
        given = (data.login.decode(), data.password.decode())
        self.sign_ins.append(given)
        return AuthResult(success=given == ("clerk@carrier.example", "p@ss/word"), handled=False)

    def to(self, address: str) -> list[EmailMessage]:
        """Return the messages that arrived for an address, the oldest first."""
        return [message for message in self.messages if message["To"] == address]


def opened(content: bytes) -> EmailMessage:
    """Return a message as a mail program reads it."""
    message = message_from_bytes(content, policy=SMTPUTF8)
    assert isinstance(message, EmailMessage)
    return message


def text_of(message: EmailMessage, subtype: str = "plain") -> str:
    """Return the plain text of a message, or its HTML."""
    part = message.get_body((subtype,))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")


def fact(message: EmailMessage, name: str) -> str:
    """Return what follows ``name:`` in the plain text of a message."""
    lines = text_of(message).replace("\N{NO-BREAK SPACE}:", ":").splitlines()
    return next(line.partition(": ")[2] for line in lines if line.startswith(f"{name}:"))


class _Controller(Controller):
    """The library's, on any free port, whose trial connection does not mind a certificate nobody knows."""

    @property
    def bound_port(self) -> int:
        assert isinstance(self.server, asyncio.Server)
        return int(self.server.sockets[0].getsockname()[1])

    def _trigger_server(self) -> None:
        socket.create_connection(("127.0.0.1", self.bound_port), 5).close()


@contextmanager
def mail_server(
    tls: ssl.SSLContext | None = None, implicit: bool = False, sign_in: bool = False, utf8: bool = True
) -> Iterator[Mailbox]:
    """Serve SMTP on loopback: in the open, with STARTTLS, or with TLS from the first byte."""
    mailbox = Mailbox()
    options: dict[str, Any] = {"enable_SMTPUTF8": utf8}
    if sign_in:
        options |= {"authenticator": mailbox.authenticate, "auth_required": not implicit, "auth_require_tls": not implicit}
    if tls is not None:
        options |= {"ssl_context": tls} if implicit else {"tls_context": tls, "require_starttls": True}
    controller = _Controller(mailbox, hostname="127.0.0.1", port=0, **options)
    controller.start()
    try:
        scheme = "smtp" if tls is None else "smtps" if implicit else "smtp+starttls"
        user = "clerk%40carrier.example:p%40ss%2Fword@" if sign_in else ""
        mailbox.url = f"{scheme}://{user}127.0.0.1:{controller.bound_port}"
        yield mailbox
    finally:
        controller.stop(no_assert=True)
