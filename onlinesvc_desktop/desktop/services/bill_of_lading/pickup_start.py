# SPDX-License-Identifier: MIT
"""What a bill says to the pickup that fetches it."""

from collections.abc import Mapping
from typing import Any

from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.desktop.targets import Open, Start, Target


def pickup_of(bill: Mapping[str, Any]) -> Target:
    """Return where the pickup of a bill begins; by telephone while the program has no page for it."""
    where = next((one for one in Service if one.value == "pickup"), None)
    return Open(Service.CONTACT) if where is None else Start(where, pickup_values(bill))


def pickup_values(bill: Mapping[str, Any]) -> dict[str, Any]:
    """Return place, day, contact and items of a pickup by their names on the wire."""
    consignee, shipper = bill["consignee"], bill["shipper"]
    contact = {name: shipper[of] for name, of in (("name", "attention"), ("telephone", "telephone")) if shipper.get(of)}
    items = [
        {
            "destination": {"postal_code": consignee["postal_code"]},
            "count": unit["count"],
            "type": unit["type"],
            "weight": unit["weight"],
            "weight_unit": unit.get("weight_unit", "lb"),
            "bol_number": bill.get("bol_number", ""),
        }
        for unit in bill["handling_units"]
    ]
    return {"place": shipper, "pickup_date": bill["ship_date"], "contact": contact, "items": items}
