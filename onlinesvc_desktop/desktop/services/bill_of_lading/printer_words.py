# SPDX-License-Identifier: MIT
"""Why a label printer did not take labels."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from onlinesvc_desktop.client.label_printer import PrinterFault


def printer_words(fault: PrinterFault, where: str) -> str:
    """Return the sentence for a fault of a label printer."""
    match fault:
        case PrinterFault.MALFORMED:
            words = QCoreApplication.translate(
                "Printer", "Enter the name or address of the label printer, such as 192.168.1.40 or 192.168.1.40:9100."
            )
        case PrinterFault.NOT_FOUND:
            words = QCoreApplication.translate("Printer", "Nothing in your network is called {where}. Check the spelling.")
        case PrinterFault.NOT_PRIVATE:
            words = QCoreApplication.translate(
                "Printer", "{where} lies outside your network. Labels are only sent to a printer in the building."
            )
        case PrinterFault.NO_ANSWER:
            words = QCoreApplication.translate(
                "Printer", "The label printer {where} does not answer. Check that it is on, or save the labels as a file."
            )
        case _:
            assert_never(fault)
    return words.format(where=where)
