# SPDX-License-Identifier: MIT
"""The words of an e-mail in the recipient's language, as plain text and as simple HTML of the same text."""

import logging
import re
from base64 import b64decode
from collections.abc import Mapping
from datetime import date, datetime, time
from email import message_from_bytes
from email.headerregistry import BaseHeader, HeaderRegistry, UnstructuredHeader
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8, Policy
from email.utils import format_datetime, formataddr, parseaddr
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from onlinesvc_desktop.backend.config import BackendConfig
from onlinesvc_desktop.backend.failures import note_failure
from onlinesvc_desktop.backend.store.outbox import StoredMail
from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.contract.contact import email_on_the_wire
from onlinesvc_desktop.contract.csv_text import BYTE_ORDER_MARK
from onlinesvc_desktop.contract.limits import TEMPORARY_PASSWORD_HOURS
from onlinesvc_desktop.contract.outbox import MailKind
from onlinesvc_desktop.contract.written import spelled_count, written_count, written_day, written_number, written_time

if TYPE_CHECKING:
    from jinja2 import Environment

log = logging.getLogger(__name__)

CARRIES_SECRET: Final = frozenset({MailKind.ACCESS_GRANTED, MailKind.PASSWORD_RESET})
"""Worth nothing without the temporary password."""
_DAYS: Final = {"closes_on", "pickup_date", "since", "until", "as_of"}
_LATER_FACTS: Final = dict.fromkeys(
    ("name", "customer", "filters", "cut", "scheduled", "reference", "since", "by_administrator", "elsewhere", "removed"), ""
)
"""Facts that a row written by an earlier version, or of another cause, does not have."""
_WORDED: Final = {"about"}
"""Facts of a subject that are in the recipient's language already."""
_PROGRAM: Final = {Language.ENGLISH: "Online Services", Language.FRENCH: "Services en ligne"}
_ATTACHMENT: Final = {Language.ENGLISH: "shipments.csv", Language.FRENCH: "envois.csv"}
_STATEMENT: Final = {Language.ENGLISH: "statement-{day}.pdf", Language.FRENCH: "etat-de-compte-{day}.pdf"}
_STOPPABLE: Final = frozenset({MailKind.SHIPMENT_NOTICE, MailKind.STATEMENT})
_OTHER: Final = {Language.ENGLISH: Language.FRENCH, Language.FRENCH: Language.ENGLISH}
_IN_OTHER_WORDS: Final = {
    Language.ENGLISH: "In English: {subject}. For help in English, please call us: {phones}.",
    Language.FRENCH: "En français\N{NO-BREAK SPACE}: {subject}. Pour de l’aide en français, "
    "appelez-nous\N{NO-BREAK SPACE}: {phones}.",
}
"""The line above each message for whoever reads the language it is not written in; an access code may be shared."""
_BREAKS: Final = re.compile(r"[^\S\N{NO-BREAK SPACE}]+")
"""Every kind of space and line end but the one that holds a number and its noun together."""


@cache
def _templates(language: Language) -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

    here = Path(__file__).parent
    folder = FileSystemLoader([here / "templates", *sorted(here.parent.glob("services/*/mail"))])
    made = Environment(loader=folder, undefined=StrictUndefined, autoescape=select_autoescape(), trim_blocks=True)
    made.filters["number"] = lambda number: written_number(int(number), language)
    made.filters["clock"] = lambda text: written_time(time.fromisoformat(text), language)
    made.filters["counted"] = lambda number, one, many: written_count(int(number), one, many, language)
    made.filters["spelled"] = lambda number, one, many: spelled_count(int(number), one, many, language)
    return made


class _UrlHeader(UnstructuredHeader, BaseHeader):
    """A URL in angle brackets, written as it is however long: a mail program takes none out of an encoded word."""

    def fold(self, *, policy: "Policy[Any]") -> str:
        """Return the header as one line."""
        return f"{self.name}: {self}{policy.linesep}"


_HEADERS: Final = HeaderRegistry()
_HEADERS.map_to_type("list-unsubscribe", _UrlHeader)
_ASCII, _UTF8 = SMTP.clone(header_factory=_HEADERS), SMTPUTF8.clone(header_factory=_HEADERS)


class CannotBeWrittenError(Exception):
    """No message can be made of a row of the outbox; trying again cannot help."""


def compose(mail: StoredMail, config: BackendConfig, now: datetime, attachment: str | None = None) -> EmailMessage:
    """Return the message to send; what people typed reaches its text, never its structure.

    The same row gives the same Message-ID, so that a mail program shows a message sent twice once.

    Raises:
        CannotBeWrittenError: something in this row has no form in an e-mail.
    """
    try:
        message = _message(mail, config, now, attachment)
        if message_from_bytes(message.as_bytes()).keys() != message.keys():
            raise ValueError("a header became another")  # noqa: TRY301 - what the e-mail package itself should say
    except Exception as error:  # What people typed meets the whole e-mail package here; one row is one message.
        note_failure(log, f"e-mail {mail.id} cannot be written", error)
        raise CannotBeWrittenError from error
    return message


def _header_text(text: str) -> str:
    """Return a text as one line of a header; an encoded word (RFC 2047) in it would be decoded, line ends and all."""
    printable = "".join(c if c.isprintable() or c == "\N{NO-BREAK SPACE}" else " " for c in text)
    return " ".join(_BREAKS.split(printable)).strip().replace("=?", "= ?")


def _written(kind: MailKind, language: Language, facts: Mapping[str, str]) -> tuple[str, str]:
    """Return subject and text of a message in a language."""
    days = {name: written_day(date.fromisoformat(facts[name]), language) for name in _DAYS & facts.keys() if facts[name]}
    written = _templates(language).get_template(f"{kind.value}.{language.value}.txt").render({**facts, **days})
    subject, _, text = written.partition("\n\n")
    return _header_text(subject), text


def _message(mail: StoredMail, config: BackendConfig, now: datetime, attachment: str | None) -> EmailMessage:
    facts = {**_LATER_FACTS, **mail.facts, "carrier": config.carrier_name, "phones": ", ".join(config.phone_numbers)}
    facts |= {"hours": str(TEMPORARY_PASSWORD_HOURS), "months": str(config.account_open_months)}
    facts["password_months"] = str(config.password_active_months)
    if mail.secret is not None:
        facts["password"] = mail.secret
    subject, text = _written(mail.kind, mail.language, facts)
    other = _OTHER[mail.language]
    elsewhere = _written(mail.kind, other, facts | dict.fromkeys(_WORDED & facts.keys(), ""))[0]
    line = _IN_OTHER_WORDS[other].format(subject=elsewhere, phones=facts["phones"])
    name, address = parseaddr(config.mail_from)
    recipient = email_on_the_wire(mail.recipient)
    message = EmailMessage(policy=_ASCII if recipient.isascii() else _UTF8)
    # The name that ships follows the language; one that a site chose is its own.
    message["From"] = formataddr((_PROGRAM[mail.language] if name in _PROGRAM.values() else name, address))
    message["To"] = recipient
    message["Subject"] = subject
    message["Date"] = format_datetime(now)
    message["Message-ID"] = f"<{mail.message_id}@{address.rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"
    stop_url = facts.get("stop_url", "") if mail.kind in _STOPPABLE else ""
    if stop_url:
        message["List-Unsubscribe"] = f"<{stop_url}>"
        if stop_url.startswith("https://"):
            message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"  # RFC 8058, which asks for https
    message.set_content(f"{line}\n\n{text}")
    paragraphs = [paragraph.splitlines() for paragraph in text.split("\n\n")]
    page = {"language": mail.language.value, "subject": subject, "paragraphs": paragraphs}
    page |= {"other": other.value, "line": line}
    message.add_alternative(_templates(mail.language).get_template("layout.html").render(page), subtype="html")
    if attachment:
        _attach(message, mail, attachment)
    message["Content-Language"] = f"{mail.language.value}-CA"
    return message


def _attach(message: EmailMessage, mail: StoredMail, attachment: str) -> None:
    """Add the table of a report, or the paper of a statement, which is kept as base64."""
    if mail.kind is MailKind.STATEMENT:
        name = _STATEMENT[mail.language].format(day=mail.facts["as_of"])
        message.add_attachment(b64decode(attachment), maintype="application", subtype="pdf", filename=name)
    else:
        content = BYTE_ORDER_MARK + attachment.encode()
        message.add_attachment(content, maintype="text", subtype="csv", filename=_ATTACHMENT[mail.language])
