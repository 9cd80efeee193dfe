# SPDX-License-Identifier: MIT
"""Where e-mail goes: ``ONLINESVC_SMTP_URL``, with or without TLS and a sign-in."""

from dataclasses import dataclass, field
from enum import Enum
from urllib.parse import unquote, urlsplit


class Security(Enum):
    """How the connection is made private; the values are the URL's schemes."""

    NONE = "smtp"
    STARTTLS = "smtp+starttls"
    TLS = "smtps"


_PORT = {Security.NONE: 25, Security.STARTTLS: 587, Security.TLS: 465}


@dataclass(frozen=True, slots=True)
class MailServer:
    """One SMTP server."""

    host: str
    port: int
    security: Security
    user: str = ""
    password: str = field(default="", repr=False)


def parse_smtp_url(url: str) -> MailServer:
    """Return the server of ``smtp://``, ``smtp+starttls://`` or ``smtps://`` with ``user:password@`` where it asks for one.

    Raises:
        ValueError: another scheme, no host, or a sign-in that SMTP cannot carry, or would carry unprotected.
    """
    parts = urlsplit(url)
    try:
        security = Security(parts.scheme)
    except ValueError:
        raise ValueError("must begin with smtp://, smtp+starttls:// or smtps://") from None
    if not parts.hostname:
        raise ValueError("names no server")
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    if user and security is Security.NONE:
        raise ValueError("a sign-in needs smtp+starttls:// or smtps://, or the password crosses the network in the open")
    if not (user + password).isascii():
        raise ValueError("has a sign-in that is not plain ASCII, which SMTP cannot carry")
    return MailServer(parts.hostname, parts.port or _PORT[security], security, user, password)
