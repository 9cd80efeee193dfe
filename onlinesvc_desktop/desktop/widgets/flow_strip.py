# SPDX-License-Identifier: MIT
"""The strip above the pages of a shipment: quote, bill, labels and pickup, each with how it stands."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.desktop.shipping_flow import Mark, ShippingFlow, Step
from onlinesvc_desktop.desktop.targets import Open
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, tight

_SIDE = 28
_SERVICE = {
    Step.QUOTE: Service.RATE_QUOTE,
    Step.BILL: Service.BILL_OF_LADING,
    Step.LABELS: Service.BILL_OF_LADING,
    Step.PICKUP: Service.PICKUP,
}
PAGES = frozenset(f"{service}.page" for service in _SERVICE.values())
"""Above which pages it stands."""


class FlowStrip(Panel):
    """A button for each step, which leads to its page; hidden while no shipment is in hand."""

    go_wanted = Signal(object)

    def __init__(self, flow: ShippingFlow) -> None:
        super().__init__()
        self.setObjectName("flow.strip")
        self._flow = flow
        self._is_wanted = False
        self._name = label("muted")
        self._steps: dict[Step, TextButton] = {}
        row = tight(QHBoxLayout(self), 16)
        row.setContentsMargins(_SIDE, 10, _SIDE, 0)
        row.addWidget(self._name)
        for step in Step:
            button = TextButton(f"flow.{step.value}", "link")
            button.clicked.connect(partial(self._go, step))
            self._steps[step] = button
            row.addWidget(button)
        row.addStretch(1)
        flow.changed.connect(self._show)
        self._show()

    def stand_above(self, page: str) -> None:
        """Show how the shipment stands above its pages, and only there."""
        self._is_wanted = page in PAGES
        if self._is_wanted:
            self._flow.look()
        self._show()

    def _go(self, step: Step) -> None:
        self.go_wanted.emit(Open(_SERVICE[step]))

    def _show(self) -> None:
        self.setVisible(self._is_wanted and self._flow.is_in_hand)
        self.retranslate_ui()

    def retranslate_ui(self) -> None:
        """Set the texts."""
        self._name.setText(self.tr("This shipment:"))
        for step, button in self._steps.items():
            stand = self._flow.stand(step)
            words = f"{self._step_words(step)} {stand.number}".strip()
            button.setText(self.tr("{step}: {state}").format(step=words, state=self._mark_words(stand.mark)))

    def _step_words(self, step: Step) -> str:
        match step:
            case Step.QUOTE:
                return self.tr("Quote")
            case Step.BILL:
                return self.tr("Bill")
            case Step.LABELS:
                return self.tr("Labels")
            case Step.PICKUP:
                return self.tr("Pickup")

    def _mark_words(self, mark: Mark) -> str:
        match mark:
            case Mark.OPEN:
                return self.tr("not yet")
            case Mark.WAITING:
                return self.tr("waits for the link")
            case Mark.DONE:
                return self.tr("done")
            case Mark.REFUSED:
                return self.tr("refused, to be tried again")
