# SPDX-License-Identifier: MIT
"""The words of the window for the stages of a shipment, for what is sent by e-mail."""

from typing import Final

from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.contract.status import Stage

_STAGE: Final = {
    Stage.BOOKED: ("Booked", "Enregistré"),
    Stage.PICKED_UP: ("Picked up", "Ramassé"),
    Stage.IN_TRANSIT: ("In transit", "En transit"),
    Stage.AT_TERMINAL: ("At terminal", "Au terminal"),
    Stage.CUSTOMS: ("At customs", "À la douane"),
    Stage.OUT_FOR_DELIVERY: ("Out for delivery", "En cours de livraison"),
    Stage.DELIVERY_ATTEMPTED: ("Delivery attempted", "Tentative de livraison"),
    Stage.DELIVERED: ("Delivered", "Livré"),
    Stage.DELAYED: ("Delayed", "Retardé"),
    Stage.EXCEPTION: ("Exception", "Anomalie"),
    Stage.CANCELLED: ("Cancelled", "Annulé"),
    Stage.ESTIMATE: ("Estimate", "Prévision"),
}


def stage_word(stage: Stage, language: Language) -> str:
    """Return the short word for a stage."""
    english, french = _STAGE[stage]
    return french if language is Language.FRENCH else english
