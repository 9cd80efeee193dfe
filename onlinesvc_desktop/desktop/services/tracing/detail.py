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

_KEPT_HIGH_MS = 300
"""For how long an empty page stays as high as it was: the next shipment is mostly there by then."""


class Detail:
    """One thing at a time, scrolled to its top when it changes."""

    def __init__(self, workplace: Workplace) -> None:
        self.missing = MissingView()
        self.shipment = ShipmentView(workplace)
        self.invitation = label("muted", wrap=True)
        self._inside = QWidget()
        column = tight(QVBoxLayout(self._inside), 16)
        for widget in (self.missing, self.shipment, self.invitation):
            column.addWidget(widget)
        column.addStretch(1)
        self.side = scrolling(self._inside)
        self.shows_something = False
        self._kept_high = QTimer(self._inside, singleShot=True, interval=_KEPT_HIGH_MS)
        self._kept_high.timeout.connect(lambda: self._inside.setMinimumHeight(0))

    def show(self, shipment: Shipment | None, missing: TraceRow | None) -> None:
        """Show a shipment, or the number that found none, or neither."""
        shows_something = shipment is not None or missing is not None
        self._keep_high(self.shows_something and not shows_something)
        self.shipment.show_shipment(shipment)
        self.missing.show_row(missing)
        self.shows_something = shows_something
        QTimer.singleShot(0, self.side, lambda: self.side.verticalScrollBar().setValue(0))

    def _keep_high(self, kept: bool) -> None:
        """Let the scroll bar stay between two shipments: as it goes and comes, everything is laid out once more."""
        self._inside.setMinimumHeight(self._inside.height() if kept else 0)
        if kept:
            self._kept_high.start()
