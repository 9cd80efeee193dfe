# SPDX-License-Identifier: MIT
"""What places and lanes on the map are called."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from onlinesvc_desktop.contract.shipment import Place
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.services.shipment_report.whereabouts import Chosen


class MapWords(QObject):
    """Sentences about places; an object because lupdate finds plural forms only in ``tr`` of one."""

    def chosen(self, chosen: Chosen) -> str:
        """Name chosen shipments."""
        if chosen.here:
            return self.tr("Last seen in {place}").format(place=self.places(chosen.here))
        return self.tr("From {origin} to {destination}").format(
            origin=self.places(chosen.origins), destination=self.places(chosen.destinations)
        )

    def places(self, places: Sequence[Place]) -> str:
        """Name the busiest place and count the others."""
        first = formats.place_words(places[0])
        if len(places) == 1:
            return first
        return self.tr("{place} and %n more place(s)", "", len(places) - 1).format(place=first)

    def mark(self, chosen: Chosen, shipments: int) -> str:
        """Name chosen shipments with their number."""
        return self.tr("{what}: %n shipment(s)", "", shipments).format(what=self.chosen(chosen))
