# SPDX-License-Identifier: MIT
"""Columns and facts of pickups, the same for those who asked and for dispatch."""

from collections.abc import Sequence

from msgspec import UNSET
from PySide6.QtCore import QCoreApplication

from onlinesvc_desktop.contract.pickup import Pickup, PickupDetails
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.models.table import Column
from onlinesvc_desktop.desktop.services.pickup.words import place_words, units_of, weight_words, window_words
from onlinesvc_desktop.desktop.widgets.facts import Fact
from onlinesvc_desktop.desktop.words.accessorials import accessorial_words
from onlinesvc_desktop.desktop.words.freight import unit_type_words
from onlinesvc_desktop.desktop.words.pickups import reason_words, state_words

_DASH = "\N{EN DASH}"


def pickup_columns() -> Sequence[Column[Pickup]]:
    """Return the columns of the clerk's list."""
    return (
        Column(
            lambda: QCoreApplication.translate("Pickup", "Confirmation number"),
            lambda one: one.confirmation_number,
            lambda one: one.confirmation_number,
        ),
        Column(
            lambda: QCoreApplication.translate("Pickup", "Status"),
            lambda one: state_words(one.state),
            lambda one: one.state.value,
        ),
        Column(
            lambda: QCoreApplication.translate("Pickup", "Pickup day"),
            lambda one: formats.date_words(one.pickup_date),
            lambda one: one.pickup_date,
            value=lambda one: one.pickup_date,
        ),
        Column(
            lambda: QCoreApplication.translate("Pickup", "Between"),
            window_words,
            lambda one: (one.ready_time, one.close_time),
        ),
        Column(
            lambda: QCoreApplication.translate("Pickup", "Place"),
            place_words,
            lambda one: place_words(one).casefold(),
        ),
        Column(
            lambda: QCoreApplication.translate("Pickup", "Units"),
            lambda one: formats.number_words(units_of(one)),
            units_of,
            right_aligned=True,
            value=units_of,
        ),
        Column(
            lambda: QCoreApplication.translate("Pickup", "Weight"),
            lambda one: weight_words(one.items),
            lambda one: weight_words(one.items),
        ),
    )


def board_columns() -> Sequence[Column[Pickup]]:
    """Return the columns of the dispatch board: terminal and driver too."""
    more = (
        Column[Pickup](
            lambda: QCoreApplication.translate("Pickup", "Terminal"),
            lambda one: one.terminal.code,
            lambda one: one.terminal.code,
        ),
        Column[Pickup](
            lambda: QCoreApplication.translate("Pickup", "Driver"),
            lambda one: one.driver or _DASH,
            lambda one: one.driver.casefold(),
        ),
    )
    return (*pickup_columns(), *more)


def details_facts(one: PickupDetails) -> list[Fact]:
    """Return place, contact, goods and services of a pickup."""
    place = one.place
    address = ", ".join((place.address1, f"{place.city} ({place.province})", place.postal_code))
    goods = "; ".join(
        f"{unit_type_words(item.type)} ({item.count}), {weight_words((item,))}, {item.destination.postal_code}"
        + "".join(f", {number}" for number in (item.bol_number, item.autopro_number) if number is not UNSET and number)
        for item in one.items
    )
    facts = [
        (QCoreApplication.translate("Pickup", "Place"), f"{place.name}, {address}"),
        (QCoreApplication.translate("Pickup", "Between"), window_words(one)),
        (QCoreApplication.translate("Pickup", "Contact"), f"{one.contact.name}, {one.contact.telephone}"),
        (QCoreApplication.translate("Pickup", "Goods"), goods),
    ]
    if one.accessorials:
        facts.append(
            (
                QCoreApplication.translate("Pickup", "Additional services"),
                ", ".join(accessorial_words(code) for code in one.accessorials),
            )
        )
    if one.instructions:
        facts.append((QCoreApplication.translate("Pickup", "Instructions"), one.instructions))
    return facts


def pickup_facts(one: Pickup) -> Sequence[Fact]:
    """Return everything there is to say of a pickup."""
    facts = [
        (QCoreApplication.translate("Pickup", "Confirmation number"), one.confirmation_number),
        (QCoreApplication.translate("Pickup", "Status"), state_words(one.state)),
        (QCoreApplication.translate("Pickup", "Pickup day"), formats.full_date_words(one.pickup_date)),
        *details_facts(one),
        (
            QCoreApplication.translate("Pickup", "Terminal"),
            f"{one.terminal.city} ({one.terminal.province}), {one.terminal.telephone}",
        ),
        (
            QCoreApplication.translate("Pickup", "Asked for"),
            f"{formats.local_moment_words(one.requested_at)}, {one.requested_by}",
        ),
    ]
    if one.driver:
        facts.append((QCoreApplication.translate("Pickup", "Driver"), one.driver))
    if one.reason is not UNSET:
        facts.append((QCoreApplication.translate("Pickup", "Why it was missed"), reason_words(one.reason)))
    facts += [(state_words(step.state), formats.local_moment_words(step.at)) for step in one.steps if len(one.steps) > 1]
    return facts
