# SPDX-License-Identifier: MIT
"""Status texts of the carrier XML. The English ones begin with the words that known clients look for (domain.md 1.4).

Those clients take "Pickup" for picked up and "Closed" for on its way: what is neither says neither.
"""

from typing import Final

from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.contract.status import Stage

_STATUS: Final = {
    Stage.BOOKED: ("Booked, not yet collected", "Ramassage demandé"),
    Stage.PICKED_UP: ("Picked up", "Ramassé"),
    Stage.IN_TRANSIT: ("Enroute", "En route"),
    Stage.AT_TERMINAL: ("Arrived at terminal", "Arrivé au terminal"),
    Stage.CUSTOMS: ("Currently at customs", "À la douane"),
    Stage.OUT_FOR_DELIVERY: ("Out for delivery", "En cours de livraison"),
    Stage.DELIVERY_ATTEMPTED: ("Currently held, delivery attempted", "Retenu, livraison tentée"),
    Stage.DELIVERED: ("Delivered", "Livré"),
    Stage.DELAYED: ("Currently delayed", "Retardé"),
    Stage.EXCEPTION: ("Currently held, exception", "Retenu, anomalie"),
    Stage.CANCELLED: ("Cancelled", "Annulé"),
    Stage.ESTIMATE: ("Enroute", "En route"),
}


def status_text(stage: Stage, language: Language) -> str:
    """Return the status text of a stage."""
    english, french = _STATUS[stage]
    return french if language is Language.FRENCH else english
