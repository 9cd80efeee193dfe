# SPDX-License-Identifier: MIT
"""The words of an e-mail in the recipient's language, as plain text and as simple HTML of the same text."""

import logging
from datetime import date, datetime
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from email.utils import format_datetime, formataddr, parseaddr
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from onlinesvc_desktop.backend.config import BackendConfig
from onlinesvc_desktop.backend.failures import note_failure
from onlinesvc_desktop.backend.store.outbox import StoredMail
from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.contract.contact import email_on_the_wire
from onlinesvc_desktop.contract.csv_text import BYTE_ORDER_MARK
from onlinesvc_desktop.contract.limits import TEMPORARY_PASSWORD_HOURS
from onlinesvc_desktop.contract.outbox import MailKind

if TYPE_CHECKING:
    from jinja2 import Environment

log = logging.getLogger(__name__)

CARRIES_SECRET: Final = frozenset({MailKind.ACCESS_GRANTED, MailKind.PASSWORD_RESET})
"""Worth nothing without the temporary password."""
_DAYS: Final = {"closes_on", "since", "until"}
_FRENCH_MONTHS: Final = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)
_ENGLISH_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


@cache
def _templates() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

    here = Path(__file__).parent
    folder = FileSystemLoader([here / "templates", *sorted(here.parent.glob("services/*/mail"))])
    return Environment(loader=folder, undefined=StrictUndefined, autoescape=select_autoescape(), trim_blocks=True)


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
        message.as_bytes()
    except Exception as error:  # What people typed meets the whole e-mail package here; one row is one message.
        note_failure(log, f"e-mail {mail.id} cannot be written", error)
        raise CannotBeWrittenError from error
    return message


def _message(mail: StoredMail, config: BackendConfig, now: datetime, attachment: str | None) -> EmailMessage:
    facts = {**mail.facts, "carrier": config.carrier_name, "phones": ", ".join(config.phone_numbers)}
    facts |= {"hours": str(TEMPORARY_PASSWORD_HOURS), "months": str(config.account_open_months)}
    if mail.secret is not None:
        facts["password"] = mail.secret
    for name in _DAYS & facts.keys():
        facts[name] = _in_words(date.fromisoformat(facts[name]), mail.language)
    written = _templates().get_template(f"{mail.kind.value}.{mail.language.value}.txt").render(facts)
    first, _, text = written.partition("\n\n")
    subject = " ".join(first.split())
    name, address = parseaddr(config.mail_from)
    recipient = email_on_the_wire(mail.recipient)
    message = EmailMessage(policy=SMTP if recipient.isascii() else SMTPUTF8)
    message["From"] = formataddr((name, address))
    message["To"] = recipient
    message["Subject"] = subject
    message["Date"] = format_datetime(now)
    message["Message-ID"] = f"<{mail.message_id}@{address.rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(text)
    paragraphs = [paragraph.splitlines() for paragraph in text.split("\n\n")]
    page = {"language": mail.language.value, "subject": subject, "paragraphs": paragraphs}
    message.add_alternative(_templates().get_template("layout.html").render(page), subtype="html")
    if attachment is not None:
        content = BYTE_ORDER_MARK + attachment.encode()
        message.add_attachment(content, maintype="text", subtype="csv", filename="shipments.csv")
    message["Content-Language"] = f"{mail.language.value}-CA"
    return message


def _in_words(day: date, language: Language) -> str:
    if language is Language.ENGLISH:
        return f"{_ENGLISH_MONTHS[day.month - 1]} {day.day}, {day.year}"
    ordinal = "1er" if day.day == 1 else str(day.day)
    return f"{ordinal} {_FRENCH_MONTHS[day.month - 1]} {day.year}"
