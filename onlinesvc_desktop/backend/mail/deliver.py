# SPDX-License-Identifier: MIT
"""Deliver the outbox by SMTP: one message at a time, each by one worker, retried later and given up visibly."""

import smtplib
import ssl
from collections.abc import Callable
from datetime import datetime
from email.message import EmailMessage

from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.mail.compose import CannotBeWrittenError, compose
from onlinesvc_desktop.backend.mail.present import as_it_stands
from onlinesvc_desktop.backend.mail.server import MailServer, Security
from onlinesvc_desktop.backend.rules.mail_retry import retry_at
from onlinesvc_desktop.backend.store.outbox import StoredMail, claim_mail, drop_mail, note_failure, note_gone
from onlinesvc_desktop.backend.store.sent_reports import table_of
from onlinesvc_desktop.contract.outbox import MailFault, MailState

TIMEOUT_SECONDS = 30
_LONGEST_REASON = 300
_PERMANENT = 500


class MailError(Exception):
    """A message did not go; ``final`` when trying again cannot help."""

    def __init__(self, reason: str, final: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.final = final


def deliver_due(context: Context, stop: Callable[[], bool] = lambda: False) -> int:
    """Try every message that is due and return how many went; without a mail server all of them wait."""
    server = context.config.mail_server
    if server is None:
        return 0
    sent = 0
    while not stop():
        with context.database.write() as connection:
            mail = claim_mail(connection, context.clock())
        if mail is None:
            break
        with context.database.read() as connection:
            attachment = table_of(connection, mail.id)
            present = as_it_stands(connection, mail, context.config, context.clock())
        if present is None:
            with context.database.write() as connection:
                drop_mail(connection, mail.id)
            continue
        try:
            send(server, compose(present, context.config, context.clock(), attachment), context.config.smtp_ca_file)
        except CannotBeWrittenError:
            _note_failure(context, mail, MailError(MailFault.CANNOT_BE_WRITTEN, final=True))
        except MailError as error:
            _note_failure(context, mail, error)
        else:
            with context.database.write() as connection:
                note_gone(connection, mail, MailState.SENT, context.clock())
            sent += 1
    return sent


def _note_failure(context: Context, mail: StoredMail, error: MailError) -> None:
    now: datetime = context.clock()
    again_at = None if error.final else retry_at(mail.created_at, mail.attempts, now)
    with context.database.write() as connection:
        note_failure(connection, mail.id, error.reason, again_at)


def send(server: MailServer, message: EmailMessage, ca_file: str = "") -> None:
    """Hand a message to the server; the certificate is checked against the system's authorities and ``ca_file``.

    Raises:
        MailError: with the server's own reason, or a ``MailFault``.
    """
    try:
        with _connect(server, _trust(ca_file)) as connection:
            if server.user:
                connection.login(server.user, server.password)
            connection.send_message(message)
    except smtplib.SMTPRecipientsRefused as error:
        code, reason = next(iter(error.recipients.values()))
        raise MailError(_reason(code, reason), final=code >= _PERMANENT) from error
    except smtplib.SMTPDataError as error:
        raise MailError(_reason(error.smtp_code, error.smtp_error), final=error.smtp_code >= _PERMANENT) from error
    except smtplib.SMTPResponseException as error:
        raise MailError(_reason(error.smtp_code, error.smtp_error)) from error
    except smtplib.SMTPNotSupportedError as error:
        if message["To"].isascii():
            raise MailError(str(error)) from error
        raise MailError(MailFault.NO_ADDRESS_SUPPORT, final=True) from error
    except ssl.SSLError as error:
        raise MailError(MailFault.NO_TLS) from error
    except (smtplib.SMTPException, OSError) as error:
        raise MailError(MailFault.NO_CONNECTION) from error
    except ValueError as error:
        # The message has its form already; what has none on the wire is its envelope.
        raise MailError(MailFault.CANNOT_BE_WRITTEN, final=True) from error


def _trust(ca_file: str) -> ssl.SSLContext:
    context = ssl.create_default_context()
    if ca_file:
        context.load_verify_locations(cafile=ca_file)
    return context


def _connect(server: MailServer, context: ssl.SSLContext) -> smtplib.SMTP:
    if server.security is Security.TLS:
        return smtplib.SMTP_SSL(server.host, server.port, timeout=TIMEOUT_SECONDS, context=context)
    connection = smtplib.SMTP(server.host, server.port, timeout=TIMEOUT_SECONDS)
    if server.security is Security.STARTTLS:
        try:
            connection.starttls(context=context)
        except smtplib.SMTPNotSupportedError as error:
            connection.close()
            raise MailError(MailFault.NO_TLS) from error
        except OSError:
            connection.close()
            raise
    return connection


def _reason(code: int, text: bytes | str) -> str:
    words = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    return " ".join(f"{code} {words}".split())[:_LONGEST_REASON]
