# SPDX-License-Identifier: MIT
"""Write ``<traceresults>`` (domain.md 1.4): the known elements first, ours after them, ISO-8859-1."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from msgspec import UNSET

from onlinesvc_desktop.backend.xml.door import document, element
from onlinesvc_desktop.backend.xml.words import status_text
from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.contract.shipment import Place, ReferenceType, Shipment
from onlinesvc_desktop.contract.status import Stage, stage_of

RESULTS: Final = "traceresults"


@dataclass(frozen=True, slots=True)
class XmlTrace:
    """What became of one item; the shipment as far as the asker may see it, and when its D1 happened."""

    item: str
    shipment: Shipment | None
    delivered_at: datetime | None = None


def results(traces: Sequence[XmlTrace], language: Language, twelve_hours: bool = False) -> bytes:
    """Return the answer to a request that was understood; with ``twelve_hours`` in ``time``, ``time24`` has the other."""
    return document(RESULTS, "".join(_trace_item(one, language, twelve_hours) for one in traces))


def _place(place: Place) -> str:
    return ", ".join(filter(None, (place.city, place.province)))


def _trace_item(one: XmlTrace, language: Language, twelve_hours: bool) -> str:
    shipment = one.shipment
    if shipment is None:
        return f"<traceitem><valid>N</valid>{element('item', one.item)}</traceitem>"
    status = shipment.status
    stage = stage_of(status.code)
    delivered = stage is Stage.DELIVERED
    at = one.delivered_at or status.occurred_at
    delivery = "".join(
        (
            element("date", f"{at:%Y%m%d}" if delivered else ""),
            element("time", f"{at:%I%M}" if delivered and twelve_hours else f"{at:%H%M}" if delivered else ""),
            element("receivedby", shipment.signed_by or "" if delivered else ""),
            element("time24", f"{at:%H%M}" if delivered else ""),
        )
    )
    references = {} if not shipment.references else {one.type: one.value for one in shipment.references}
    ours = "".join(
        (
            element("item", one.item),
            element("pro", shipment.autopro_number),
            element("bol", references.get(ReferenceType.BILL_OF_LADING, "")),
            element("po", references.get(ReferenceType.PURCHASE_ORDER, "")),
            element("origin", _place(shipment.origin)),
            element("destination", _place(shipment.destination)),
            element("pieces", "" if shipment.pieces is UNSET else str(shipment.pieces)),
            element("weightkg", "" if shipment.weight_kg is UNSET else shipment.weight_kg),
            element("statusdate", f"{status.occurred_at:%Y%m%d}"),
            element("statustime", f"{status.occurred_at:%H%M}"),
        )
    )
    words = status_text(stage, language)
    place = "" if delivered else _place(Place(status.city, status.province, status.country))
    said = element("status", f"{words} {place}".strip())
    return f"<traceitem><valid>Y</valid>{said}<delivery>{delivery}</delivery>{ours}</traceitem>"
