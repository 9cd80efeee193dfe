# SPDX-License-Identifier: MIT
"""Send labels to a label printer in the building: plain bytes to its port 9100. Blocks."""

import ipaddress
import re
import socket
from enum import StrEnum

PORT = 9100
_SECONDS = 10.0
_HOST = re.compile(r"^[A-Za-z0-9]([A-Za-z0-9.-]{0,250}[A-Za-z0-9])?\Z")


class PrinterFault(StrEnum):
    """Why a label printer did not take labels."""

    MALFORMED = "malformed"
    """The text is no host with an optional port."""
    NOT_FOUND = "not_found"
    NOT_PRIVATE = "not_private"
    """The address lies outside the building: labels name people and places, and go to no stranger."""
    NO_ANSWER = "no_answer"


class LabelPrinterError(Exception):
    """Labels were not sent, or not all of them."""

    def __init__(self, fault: PrinterFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


def send_labels(where: str, content: bytes) -> None:
    """Send labels to ``host`` or ``host:port``.

    Raises:
        LabelPrinterError: there is no such printer here, or it does not answer.
    """
    host, port = _host_of(where)
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise LabelPrinterError(PrinterFault.NOT_FOUND) from error
    address = found[0][4]
    if not ipaddress.ip_address(str(address[0]).partition("%")[0]).is_private:
        raise LabelPrinterError(PrinterFault.NOT_PRIVATE)
    try:
        with socket.create_connection((str(address[0]), port), timeout=_SECONDS) as printer:
            printer.sendall(content)
    except OSError as error:
        raise LabelPrinterError(PrinterFault.NO_ANSWER) from error


def _host_of(where: str) -> tuple[str, int]:
    host, _, port = where.strip().partition(":")
    if not _HOST.match(host) or (port and not (port.isascii() and port.isdigit() and 0 < int(port) < 65_536)):
        raise LabelPrinterError(PrinterFault.MALFORMED)
    return host, int(port) if port else PORT
