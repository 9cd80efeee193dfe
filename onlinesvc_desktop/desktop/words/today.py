# SPDX-License-Identifier: MIT
"""The words of what needs a look today, each with its number in it."""

from collections.abc import Mapping

from PySide6.QtCore import QObject


class TodayWords(QObject):
    """Counted sentences of the home page; ``of`` finds the one for a name of ``contract.today``."""

    def of(self, name: str, count: int) -> str:
        """Return the words for so many of a kind; empty for one that this version does not know."""
        words: Mapping[str, str] = {
            "arriving": self.tr("%n shipment(s) arriving today", "", count),
            "late": self.tr("%n late shipment(s)", "", count),
            "exceptions": self.tr("%n shipment(s) with an exception", "", count),
            "silent": self.tr("%n shipment(s) without news for 24 h", "", count),
            "pickups": self.tr("%n pickup(s) today", "", count),
            "invoices": self.tr("%n invoice(s) past due", "", count),
            "claims": self.tr("%n claim(s) due within 7 days", "", count),
            "notices": self.tr("%n notice(s) of claim to give within 7 days", "", count),
        }
        return words.get(name, "")

    def looked_at(self, shipments: int) -> str:
        """Say among how many shipments was counted."""
        return self.tr("Counted among your newest %n shipment(s).", "", shipments)

    def to_dispatch(self, pickups: int) -> str:
        """Say how many pickups of the day have no driver."""
        return self.tr("%n pickup(s) to dispatch today", "", pickups)
