# SPDX-License-Identifier: MIT
"""States of pickups, and why one was missed."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from onlinesvc_desktop.contract.pickup import MissedReason, Pickup, PickupState
from onlinesvc_desktop.desktop.words.mark import QT_TRANSLATE_NOOP

_STATES: Final = {
    PickupState.REQUESTED: QT_TRANSLATE_NOOP("Pickup", "Requested"),
    PickupState.CONFIRMED: QT_TRANSLATE_NOOP("Pickup", "Confirmed"),
    PickupState.ASSIGNED: QT_TRANSLATE_NOOP("Pickup", "Driver assigned"),
    PickupState.EN_ROUTE: QT_TRANSLATE_NOOP("Pickup", "On the way"),
    PickupState.PICKED_UP: QT_TRANSLATE_NOOP("Pickup", "Picked up"),
    PickupState.MISSED: QT_TRANSLATE_NOOP("Pickup", "Missed"),
    PickupState.CANCELLED: QT_TRANSLATE_NOOP("Pickup", "Cancelled"),
    PickupState.OTHER: QT_TRANSLATE_NOOP("Pickup", "Other"),
}
_REASONS: Final = {
    MissedReason.OUTSIDE_WINDOW: QT_TRANSLATE_NOOP("Pickup", "Driver outside the window"),
    MissedReason.NO_FREIGHT_RETRY: QT_TRANSLATE_NOOP("Pickup", "No freight, will try again"),
    MissedReason.NO_FREIGHT: QT_TRANSLATE_NOOP("Pickup", "No freight"),
    MissedReason.NOT_READY: QT_TRANSLATE_NOOP("Pickup", "Freight not ready"),
    MissedReason.PACKAGING: QT_TRANSLATE_NOOP("Pickup", "Packaging"),
    MissedReason.CLOSED: QT_TRANSLATE_NOOP("Pickup", "Shipper closed"),
    MissedReason.OTHER: QT_TRANSLATE_NOOP("Pickup", "Other"),
}


def state_words(state: PickupState) -> str:
    """Return the name of a state."""
    return QCoreApplication.translate("Pickup", _STATES[state])


def state_choices() -> list[tuple[str, str]]:
    """Return every state and its name."""
    return [(state.value, state_words(state)) for state in PickupState if state is not PickupState.OTHER]


def reason_words(reason: MissedReason) -> str:
    """Return why a pickup was missed."""
    return QCoreApplication.translate("Pickup", _REASONS[reason])


def reason_choices() -> list[tuple[str, str]]:
    """Return every reason and its name."""
    return [(reason.value, reason_words(reason)) for reason in MissedReason]


def moved_words(pickup: Pickup) -> str:
    """Return what is told when others moved a pickup: its number, its state and why."""
    words = f"{pickup.confirmation_number}: {state_words(pickup.state)}"
    reason = pickup.reason
    return f"{words} ({reason_words(reason)})" if isinstance(reason, MissedReason) else words
