# SPDX-License-Identifier: MIT
"""Words for X12 status and reason codes and for stages (domain.md 3.3, 3.4)."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from onlinesvc_desktop.contract.status import Stage
from onlinesvc_desktop.desktop.words.mark import QT_TRANSLATE_NOOP

_STAGE: Final[Mapping[Stage, str]] = {
    Stage.BOOKED: QT_TRANSLATE_NOOP("Stage", "Booked"),
    Stage.PICKED_UP: QT_TRANSLATE_NOOP("Stage", "Picked up"),
    Stage.IN_TRANSIT: QT_TRANSLATE_NOOP("Stage", "In transit"),
    Stage.AT_TERMINAL: QT_TRANSLATE_NOOP("Stage", "At terminal"),
    Stage.CUSTOMS: QT_TRANSLATE_NOOP("Stage", "At customs"),
    Stage.OUT_FOR_DELIVERY: QT_TRANSLATE_NOOP("Stage", "Out for delivery"),
    Stage.DELIVERY_ATTEMPTED: QT_TRANSLATE_NOOP("Stage", "Delivery attempted"),
    Stage.DELIVERED: QT_TRANSLATE_NOOP("Stage", "Delivered"),
    Stage.DELAYED: QT_TRANSLATE_NOOP("Stage", "Delayed"),
    Stage.EXCEPTION: QT_TRANSLATE_NOOP("Stage", "Exception"),
    Stage.CANCELLED: QT_TRANSLATE_NOOP("Stage", "Cancelled"),
    Stage.ESTIMATE: QT_TRANSLATE_NOOP("Stage", "Estimate"),
}

_STATUS: Final[Mapping[str, str]] = {
    "XB": QT_TRANSLATE_NOOP("Status", "Shipment booked"),
    "X3": QT_TRANSLATE_NOOP("Status", "Arrived at pickup place"),
    "X8": QT_TRANSLATE_NOOP("Status", "Arrived at pickup loading dock"),
    "CP": QT_TRANSLATE_NOOP("Status", "Loading completed at pickup"),
    "AM": QT_TRANSLATE_NOOP("Status", "Loaded on truck"),
    "AF": QT_TRANSLATE_NOOP("Status", "Left pickup place with shipment"),
    "BA": QT_TRANSLATE_NOOP("Status", "Picked up by connecting carrier"),
    "P1": QT_TRANSLATE_NOOP("Status", "Left terminal"),
    "C1": QT_TRANSLATE_NOOP("Status", "Expected to leave terminal"),
    "X4": QT_TRANSLATE_NOOP("Status", "Arrived at terminal"),
    "B6": QT_TRANSLATE_NOOP("Status", "Expected at terminal"),
    "AR": QT_TRANSLATE_NOOP("Status", "Arrived at rail ramp"),
    "RL": QT_TRANSLATE_NOOP("Status", "Left by rail"),
    "J1": QT_TRANSLATE_NOOP("Status", "Handed to connecting carrier"),
    "R1": QT_TRANSLATE_NOOP("Status", "Received from prior carrier"),
    "K1": QT_TRANSLATE_NOOP("Status", "Arrived at customs"),
    "PR": QT_TRANSLATE_NOOP("Status", "Held by customs"),
    "CT": QT_TRANSLATE_NOOP("Status", "Released by customs"),
    "BC": QT_TRANSLATE_NOOP("Status", "Stored in transit"),
    "SD": QT_TRANSLATE_NOOP("Status", "Shipment delayed"),
    "AG": QT_TRANSLATE_NOOP("Status", "Estimated delivery"),
    "X2": QT_TRANSLATE_NOOP("Status", "Estimated arrival at consignee"),
    "AV": QT_TRANSLATE_NOOP("Status", "Available for delivery"),
    "X6": QT_TRANSLATE_NOOP("Status", "On the way to delivery"),
    "AJ": QT_TRANSLATE_NOOP("Status", "Offered for delivery"),
    "X1": QT_TRANSLATE_NOOP("Status", "Arrived at delivery place"),
    "X5": QT_TRANSLATE_NOOP("Status", "Arrived at unloading dock"),
    "S1": QT_TRANSLATE_NOOP("Status", "Trailer left at consignee"),
    "AH": QT_TRANSLATE_NOOP("Status", "Delivery attempted"),
    "AP": QT_TRANSLATE_NOOP("Status", "Delivery not completed"),
    "D1": QT_TRANSLATE_NOOP("Status", "Delivered"),
    "CD": QT_TRANSLATE_NOOP("Status", "Truck left delivery place"),
    "CB": QT_TRANSLATE_NOOP("Status", "Last part delivered"),
    "PA": QT_TRANSLATE_NOOP("Status", "Partial shipment"),
    "A3": QT_TRANSLATE_NOOP("Status", "Returned to shipper"),
    "A7": QT_TRANSLATE_NOOP("Status", "Refused by consignee"),
    "A9": QT_TRANSLATE_NOOP("Status", "Damaged"),
    "AI": QT_TRANSLATE_NOOP("Status", "Reconsigned"),
    "AN": QT_TRANSLATE_NOOP("Status", "Diverted to air carrier"),
    "OO": QT_TRANSLATE_NOOP("Status", "Paperwork received without shipment"),
    "CA": QT_TRANSLATE_NOOP("Status", "Shipment cancelled"),
    "CL": QT_TRANSLATE_NOOP("Status", "Trailer closed"),
}

_REASON: Final[Mapping[str, str]] = {
    "NA": QT_TRANSLATE_NOOP("Reason", "Normal appointment"),
    "A1": QT_TRANSLATE_NOOP("Reason", "Missed delivery"),
    "A2": QT_TRANSLATE_NOOP("Reason", "Incorrect address"),
    "A3": QT_TRANSLATE_NOOP("Reason", "Indirect delivery"),
    "A5": QT_TRANSLATE_NOOP("Reason", "Unable to locate"),
    "A6": QT_TRANSLATE_NOOP("Reason", "Address corrected, delivery attempted"),
    "AA": QT_TRANSLATE_NOOP("Reason", "Sorted wrongly"),
    "AD": QT_TRANSLATE_NOOP("Reason", "Customer asked for later delivery"),
    "AE": QT_TRANSLATE_NOOP("Reason", "Restricted articles"),
    "AF": QT_TRANSLATE_NOOP("Reason", "Accident"),
    "AG": QT_TRANSLATE_NOOP("Reason", "Consignee related"),
    "AH": QT_TRANSLATE_NOOP("Reason", "Driver related"),
    "AI": QT_TRANSLATE_NOOP("Reason", "Mechanical breakdown"),
    "AJ": QT_TRANSLATE_NOOP("Reason", "Related to another carrier"),
    "AK": QT_TRANSLATE_NOOP("Reason", "Damaged and rewrapped"),
    "AL": QT_TRANSLATE_NOOP("Reason", "Previous stop"),
    "AM": QT_TRANSLATE_NOOP("Reason", "Shipper related"),
    "AN": QT_TRANSLATE_NOOP("Reason", "Closed for holiday"),
    "AO": QT_TRANSLATE_NOOP("Reason", "Weather or natural disaster"),
    "AP": QT_TRANSLATE_NOOP("Reason", "Awaiting export"),
    "AQ": QT_TRANSLATE_NOOP("Reason", "Recipient unavailable"),
    "AR": QT_TRANSLATE_NOOP("Reason", "Improper international paperwork"),
    "AS": QT_TRANSLATE_NOOP("Reason", "Held for customs documents"),
    "AT": QT_TRANSLATE_NOOP("Reason", "Consignee could not be reached for customs broker details"),
    "AU": QT_TRANSLATE_NOOP("Reason", "Civil event or labour delay"),
    "AV": QT_TRANSLATE_NOOP("Reason", "Exceeds service limits"),
    "AW": QT_TRANSLATE_NOOP("Reason", "Past cut-off time"),
    "AX": QT_TRANSLATE_NOOP("Reason", "Not enough time for pickup"),
    "AY": QT_TRANSLATE_NOOP("Reason", "Missed pickup"),
    "AZ": QT_TRANSLATE_NOOP("Reason", "Delivered by another carrier"),
    "B1": QT_TRANSLATE_NOOP("Reason", "Consignee closed"),
    "B2": QT_TRANSLATE_NOOP("Reason", "Held for the customer’s trailer"),
    "B4": QT_TRANSLATE_NOOP("Reason", "Held for payment"),
    "B5": QT_TRANSLATE_NOOP("Reason", "Held for consignee"),
    "B8": QT_TRANSLATE_NOOP("Reason", "Unloading facility unsuitable"),
    "B9": QT_TRANSLATE_NOOP("Reason", "Receiving hours restricted"),
    "BB": QT_TRANSLATE_NOOP("Reason", "Held at shipper’s request"),
    "BC": QT_TRANSLATE_NOOP("Reason", "Missing documents"),
    "BD": QT_TRANSLATE_NOOP("Reason", "Border clearance"),
    "BE": QT_TRANSLATE_NOOP("Reason", "Road conditions"),
    "BF": QT_TRANSLATE_NOOP("Reason", "Carrier keying error"),
    "BG": QT_TRANSLATE_NOOP("Reason", "Other"),
    "BH": QT_TRANSLATE_NOOP("Reason", "Not enough time to complete delivery"),
    "BI": QT_TRANSLATE_NOOP("Reason", "Cartage agent"),
    "BJ": QT_TRANSLATE_NOOP("Reason", "Customer wanted earlier delivery"),
    "BK": QT_TRANSLATE_NOOP("Reason", "Appointment arranged"),
    "BL": QT_TRANSLATE_NOOP("Reason", "Held for protective service"),
    "BP": QT_TRANSLATE_NOOP("Reason", "Load shifted"),
    "BQ": QT_TRANSLATE_NOOP("Reason", "Overweight"),
    "BS": QT_TRANSLATE_NOOP("Reason", "Refused by customer"),
    "BT": QT_TRANSLATE_NOOP("Reason", "Returned to shipper"),
    "C1": QT_TRANSLATE_NOOP("Reason", "Waiting for customer pickup"),
    "C2": QT_TRANSLATE_NOOP("Reason", "Credit hold"),
    "C3": QT_TRANSLATE_NOOP("Reason", "Suspended at customer’s request"),
    "C4": QT_TRANSLATE_NOOP("Reason", "Customer on vacation"),
    "C5": QT_TRANSLATE_NOOP("Reason", "Strike at the customer"),
    "C6": QT_TRANSLATE_NOOP("Reason", "Waiting for shipping instructions"),
    "C7": QT_TRANSLATE_NOOP("Reason", "Waiting for specified carrier"),
    "C8": QT_TRANSLATE_NOOP("Reason", "Cash on delivery required"),
    "C9": QT_TRANSLATE_NOOP("Reason", "Cash not available from consignee"),
    "CA": QT_TRANSLATE_NOOP("Reason", "Customs"),
    "CB": QT_TRANSLATE_NOOP("Reason", "No requested arrival date from shipper"),
    "CC": QT_TRANSLATE_NOOP("Reason", "No requested arrival time from shipper"),
    "D1": QT_TRANSLATE_NOOP("Reason", "Dispatch error"),
    "D2": QT_TRANSLATE_NOOP("Reason", "Driver not available"),
    "F1": QT_TRANSLATE_NOOP("Reason", "Clearance delay"),
    "F2": QT_TRANSLATE_NOOP("Reason", "International delay not caused by the carrier"),
    "HB": QT_TRANSLATE_NOOP("Reason", "Held pending appointment"),
}


def stage_words(stage: Stage) -> str:
    """Return the short word for a stage."""
    return QCoreApplication.translate("Stage", _STAGE[stage])


def status_words(code: str) -> str:
    """Return the sentence for a status code; a carrier-private code is shown as such."""
    if code in _STATUS:
        return QCoreApplication.translate("Status", _STATUS[code])
    return QCoreApplication.translate("Status", "Carrier status {code}").format(code=code)


def reason_words(code: str) -> str:
    """Return the words for a reason code; empty for the normal one."""
    if code == "NS":
        return ""
    if code in _REASON:
        return QCoreApplication.translate("Reason", _REASON[code])
    return QCoreApplication.translate("Reason", "Carrier reason {code}").format(code=code)
