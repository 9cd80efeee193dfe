# SPDX-License-Identifier: MIT
"""How people write e-mail addresses, North American telephone numbers and postal codes, and the one spelling kept of each.

Sources: Canada Post and USPS addressing (letters D, F, I, O, Q and U never occur in a Canadian postal code; W and Z never
come first); the North American Numbering Plan (area code and exchange start with 2 to 9, neither ends in 11).
"""

import re
import unicodedata
from enum import StrEnum

from onlinesvc_desktop.contract.limits import MAX_EMAIL_LENGTH


class Country(StrEnum):
    """Countries the carrier serves."""

    CANADA = "CA"
    UNITED_STATES = "US"


CANADIAN_PROVINCES = ("AB", "BC", "MB", "NB", "NL", "NS", "NT", "NU", "ON", "PE", "QC", "SK", "YT")
_STATES = (
    "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO"
    " MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY"
)
STATES = tuple(_STATES.split())

_EMAIL_LOCAL = re.compile(r"^[^\s@\"(),:;<>\[\]\\]{1,64}\Z")
_EMAIL_LABEL = re.compile(r"^(?!-)[^\W_](?:[^\W_]|-)*(?<!-)\Z")
_LONGEST_DOMAIN = 253
_BRACKETED = re.compile(r"<([^<>]*)>\s*\Z")
_EXTENSION = re.compile(r"(?:\s*[,;]?\s*(?:extension|ext|poste|post|p|x|#)\.?\s*:?\s*#?\s*)([0-9]{1,6})\s*\Z", re.IGNORECASE)
_TELEPHONE_MARKS = re.compile(r"[\s().\-/\u2010-\u2015\u2212]")
_TELEPHONE = re.compile(r"^(?:\+?1)?([2-9](?!11)[0-9]{2})([2-9](?!11)[0-9]{2})([0-9]{4})\Z")
_POSTAL_MARKS = re.compile(r"[\s.\-\u2010-\u2015\u2212]")
_CANADIAN = re.compile(r"^([ABCEGHJ-NPRSTVXY][0-9][ABCEGHJ-NPRSTV-Z])([0-9][ABCEGHJ-NPRSTV-Z][0-9])\Z")
_UNITED_STATES = re.compile(r"^([0-9]{5})([0-9]{4})?\Z")
_DIGIT_FOR = str.maketrans("OIL", "011")


def _plain(text: str) -> str:
    """Return a text in compatibility form without invisible marks."""
    return "".join(c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c) != "Cf").strip()


def parse_email(text: str) -> str | None:
    """Return one e-mail address, or None; ``mailto:`` and a name before ``<...>`` are dropped.

    The part before the @ keeps its case; the domain is folded. A message to what comes through can be composed.
    """
    text = _plain(text)
    if bracketed := _BRACKETED.search(text):
        text = bracketed[1].strip()
    text = text.removeprefix("mailto:").rstrip(";,.")
    local, at, domain = text.rpartition("@")
    labels = domain.lower().split(".")
    if not at or len(text) > MAX_EMAIL_LENGTH or not _EMAIL_LOCAL.match(local):
        return None
    if local.startswith(".") or local.endswith(".") or ".." in local or not local.isprintable():
        return None
    if len(labels) < 2 or len(labels[-1]) < 2 or labels[-1].isdigit():
        return None
    if not all(len(label) <= 63 and _EMAIL_LABEL.match(label) for label in labels):
        return None
    address = f"{local}@{'.'.join(labels)}"
    return address if _can_be_written(address) else None


def email_on_the_wire(address: str) -> str:
    """Return an address that every mail server takes, as long as only its domain has accents (IDNA).

    Raises:
        UnicodeError: the domain has no such form.
    """
    local, _, domain = address.rpartition("@")
    return f"{local}@{domain.encode('idna').decode()}" if local.isascii() else address


def _can_be_written(address: str) -> bool:
    """Tell whether a message to an address can be composed: by building it, because the rules of headers are many."""
    local, _, domain = address.rpartition("@")
    if "=?" in local:  # An encoded word (RFC 2047): what it decodes to, line ends included, would be the address.
        return False
    # Not on the way to the first paint: the mail library takes a tenth of what a bare window does.
    from email.errors import HeaderParseError
    from email.policy import SMTPUTF8

    try:
        if len(domain.encode("idna")) > _LONGEST_DOMAIN:
            return False
        written = email_on_the_wire(address)
        header = SMTPUTF8.header_factory("To", written)
        header.fold(policy=SMTPUTF8)
        return [one.addr_spec for one in header.addresses] == [written]
    except (ValueError, HeaderParseError, IndexError):
        return False


def parse_telephone(text: str) -> str | None:
    """Return ``514-856-5559`` or ``514-856-5559 x23``, or None for what is no Canadian or US number."""
    text = _plain(text)
    extension = ""
    if found := _EXTENSION.search(text):
        extension, text = f" x{found[1]}", text[: found.start()]
    number = _TELEPHONE.match(_TELEPHONE_MARKS.sub("", text))
    return None if number is None else "-".join(number.groups()) + extension


def parse_postal_code(text: str) -> tuple[str, Country] | None:
    """Return ``H3B 1A1``, ``12345`` or ``12345-6789`` with its country, or None.

    An O, I or L where only a digit can stand is taken for the digit that looks like it.
    """
    compact = _POSTAL_MARKS.sub("", _plain(text).upper())
    if united_states := _UNITED_STATES.match(compact):
        return "-".join(part for part in united_states.groups() if part), Country.UNITED_STATES
    mended = "".join(c.translate(_DIGIT_FOR) if index % 2 else c for index, c in enumerate(compact))
    if canadian := _CANADIAN.match(mended):
        return f"{canadian[1]} {canadian[2]}", Country.CANADA
    return None


def country_of(province: str) -> Country | None:
    """Return the country of a province or state code."""
    if province in CANADIAN_PROVINCES:
        return Country.CANADA
    return Country.UNITED_STATES if province in STATES else None
