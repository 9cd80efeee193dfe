# SPDX-License-Identifier: MIT
"""What the labels of a bill of lading say."""

from decimal import Decimal

from onlinesvc_desktop.contract.bill_of_lading import BillOfLading
from onlinesvc_desktop.contract.freight import WeightUnit
from onlinesvc_desktop.contract.shipment import ReferenceType
from onlinesvc_desktop.forms.bill_rows import POUND_IN_KILOGRAMS, figure
from onlinesvc_desktop.forms.labels import Labels


def labels_of(bill: BillOfLading, carrier: str) -> Labels:
    """Return the labels of an issued bill: one for each handling unit."""
    orders = [one.value for one in bill.references if one.type is ReferenceType.PURCHASE_ORDER]
    weight = sum(
        (
            Decimal(unit.weight) * (1 if unit.weight_unit is WeightUnit.POUND else 1 / POUND_IN_KILOGRAMS)
            for unit in bill.handling_units
        ),
        Decimal(0),
    )
    return Labels(
        carrier=carrier,
        autopro_number=str(bill.autopro_number),
        bol_number=str(bill.bol_number),
        shipper=bill.shipper,
        consignee=bill.consignee,
        units=sum(unit.count for unit in bill.handling_units),
        purchase_order=orders[0] if orders else "",
        weight=f"{figure(weight)} lb",
    )
