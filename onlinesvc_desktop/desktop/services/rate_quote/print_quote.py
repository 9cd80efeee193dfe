# SPDX-License-Identifier: MIT
"""Print a quote as lines of text, in the language of the window."""

from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrinter


def print_text(printer: QPrinter, text: str) -> bool:
    """Print lines; tell whether the printer took them."""
    document = QTextDocument()
    document.setPlainText(text)
    document.print_(printer)
    return printer.printerState() is not QPrinter.PrinterState.Error
