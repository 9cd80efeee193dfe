# SPDX-License-Identifier: MIT
"""What stands beside the table: a shipment, a number that found none, or an invitation."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from onlinesvc_desktop.contract.shipment import Shipment
from onlinesvc_desktop.desktop.pages.page import scrolling
from onlinesvc_desktop.desktop.services.tracing.missing import MissingView
from onlinesvc_desktop.desktop.services.tracing.results import TraceRow
from onlinesvc_desktop.desktop.services.tracing.shipment_view import ShipmentView
from onlinesvc_desktop.desktop.widgets.panel import label, tight
from onlinesvc_desktop.desktop.workplace import Workplace


class Detail:
    """One thing at a time, scrolled to its top when it changes."""

    def __init__(self, workplace: Workplace) -> None:
        self.missing = MissingView()
        self.shipment = ShipmentView(workplace)
        self.invitation = label("muted", wrap=True)
        inside = QWidget()
        column = tight(QVBoxLayout(inside), 16)
        for widget in (self.missing, self.shipment, self.invitation):
            column.addWidget(widget)
        column.addStretch(1)
        self.side = scrolling(inside)
        self.shows_something = False

    def show(self, shipment: Shipment | None, missing: TraceRow | None) -> None:
        """Show a shipment, or the number that found none, or neither."""
        self.shipment.show_shipment(shipment)
        self.missing.show_row(missing)
        self.shows_something = shipment is not None or missing is not None
        QTimer.singleShot(0, self.side, lambda: self.side.verticalScrollBar().setValue(0))
