# SPDX-License-Identifier: MIT
"""Bills of lading for tests, as JSON has them on the wire. Everybody in them is invented."""

from typing import Any


def party(name: str, city: str, province: str, postal_code: str, **more: Any) -> dict[str, Any]:
    return {
        "name": name,
        "address1": "12 rue du Parc",
        "city": city,
        "province": province,
        "postal_code": postal_code,
        "country": "CA",
        "telephone": "514-555-0142",
        **more,
    }


def unit(count: int = 2, weight: str = "620", **more: Any) -> dict[str, Any]:
    lines = [{"description": "Pièces usinées", "pieces": 24, "package_type": "BOX"}]
    size = {"length": "48", "width": "40", "height": "60"}
    made = {"count": count, "type": "SKD", "weight": weight, **size, "lines": lines, **more}
    return {name: value for name, value in made.items() if value != ""}


def goods(**more: Any) -> dict[str, Any]:
    return {
        "un_number": "UN1263",
        "shipping_name": "Paint",
        "technical_name": "xylene",
        "primary_class": "3",
        "subsidiary_classes": ["6.1"],
        "packing_group": "II",
        "quantity": "40 L, 2 drums",
        "emergency_telephone": "613-996-6666",
        **more,
    }


def bill(**more: Any) -> dict[str, Any]:
    return {
        "ship_date": "2027-06-22",
        "shipper": party("Aciers Val-Clair inc.", "Rimouski", "QC", "G5L 1A1"),
        "consignee": party("Maple Ridge Hardware Ltd.", "Toronto", "ON", "M5V 2T6"),
        "handling_units": [unit()],
        **more,
    }
