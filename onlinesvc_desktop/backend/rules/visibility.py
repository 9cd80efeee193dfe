# SPDX-License-Identifier: MIT
"""Who may see what of a shipment (design section 6)."""

from enum import IntEnum

from onlinesvc_desktop.contract.codes import Role


class Sight(IntEnum):
    """How much of one shipment an asker may see; each level includes those below it."""

    PUBLIC = 0
    PARTY = 1
    PAYER = 2


def sight_of(
    role: Role | None, customer_id: int | None, shipper: int | None, consignee: int | None, bill_to: int | None
) -> Sight:
    """Return what an asker sees, from his customer and the customers of the shipment's three parties.

    A signed-in stranger sees what anyone sees. An administrator sees all.
    """
    if role is Role.ADMINISTRATOR:
        return Sight.PAYER
    if customer_id is None:
        return Sight.PUBLIC
    if customer_id == bill_to:
        return Sight.PAYER
    if customer_id in (shipper, consignee):
        return Sight.PARTY
    return Sight.PUBLIC
