# SPDX-License-Identifier: MIT
"""What a notice of shipments says at the moment it is sent: nothing that its recipient may no longer be told."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

import msgspec
from sqlalchemy import Connection

from onlinesvc_desktop.backend.config import BackendConfig
from onlinesvc_desktop.backend.mail.stages import stage_word
from onlinesvc_desktop.backend.rules.access import Standing, standing
from onlinesvc_desktop.backend.rules.notices import stop_token, told_from
from onlinesvc_desktop.backend.rules.visibility import Sight, sight_of
from onlinesvc_desktop.backend.store.accounts import Account, find_account
from onlinesvc_desktop.backend.store.notices import Subscription, chosen_numbers, subscription_of
from onlinesvc_desktop.backend.store.outbox import StoredMail
from onlinesvc_desktop.backend.store.shipments import ShipmentRow, find_by_ids
from onlinesvc_desktop.backend.store.times import from_seconds
from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.contract.messages import from_json
from onlinesvc_desktop.contract.shipment import Place
from onlinesvc_desktop.contract.status import stage_of
from onlinesvc_desktop.contract.written import written_day, written_time

MOST_SHIPMENTS: Final = 100
"""Told one by one in an e-mail; of more, how many."""
STOP_PATH: Final = "/stop/"


class ToldEvent(msgspec.Struct, frozen=True, array_like=True):
    """An event as the outbox keeps it until its e-mail goes."""

    shipment_id: int
    code: str
    occurred_at: int
    offset: int
    city: str
    province: str


def is_own(account: Account, row: ShipmentRow) -> bool:
    """Tell whether a shipment is one of the access code's own enterprise, now."""
    parties = (row.shipper_customer, row.consignee_customer, row.bill_to_customer)
    return account.customer_id is not None and sight_of(account.role, account.customer_id, *parties) >= Sight.PARTY


def notice_as_it_stands(connection: Connection, mail: StoredMail, config: BackendConfig, now: datetime) -> StoredMail | None:
    """Return a notice as it may be sent now; None when nothing of it may be.

    It loses what its access code does not see, or did not choose, any longer; all of it when the notices ended,
    go elsewhere by now, or the access code may not act.
    """
    account = find_account(connection, mail.facts["access_code"])
    if account is None or mail.access_code_id != account.id:
        return None
    months = (config.account_open_months, config.password_active_months)
    found = subscription_of(connection, account.id)
    if found is None or found.email != mail.recipient or standing(account, now, *months) is not Standing.MAY_ACT:
        return None
    told = from_json(mail.facts["told"], tuple[ToldEvent, ...])
    facts = _facts(connection, account, found, told, int(mail.facts["left"]))
    if facts is None:
        return None
    stop_url = f"{config.public_url}{STOP_PATH}{stop_token(found.secret, account.id, found.email)}"
    facts |= {"name": account.holder or "", "stop_url": stop_url if config.public_url else ""}
    return replace(mail, language=account.language, facts=mail.facts | facts)


def _facts(
    connection: Connection, account: Account, found: Subscription, told: Sequence[ToldEvent], left: int
) -> dict[str, str] | None:
    by_shipment: defaultdict[int, list[ToldEvent]] = defaultdict(list)
    for event in told:
        by_shipment[event.shipment_id].append(event)
    rows = find_by_ids(connection, by_shipment)
    names = chosen_numbers(connection, account.id, by_shipment)
    shown = [
        (rows[one], [name for name, _ in names.get(one, ()) if name != rows[one].autopro_number], happened)
        for one, happened in by_shipment.items()
        if one in rows and told_from(found.all_from, is_own(account, rows[one]), names.get(one, ())) is not None
    ]
    if not shown:
        return None
    language = account.language
    paragraphs = [_paragraph(row, also, happened, language) for row, also, happened in shown[:MOST_SHIPMENTS]]
    events = [event for _, _, happened in shown for event in happened]
    about = f"{shown[0][0].autopro_number}: {stage_word(stage_of(events[0].code), language)}" if len(events) == 1 else ""
    more = len(shown) - len(paragraphs) + left
    return {
        "about": about if language is Language.ENGLISH else about.replace(":", "\N{NO-BREAK SPACE}:"),
        "events": "\n\n".join(paragraphs),
        "count": str(len(events)),
        "shipments": str(len(shown) + left),
        "more": str(more) if more else "",
    }


def _paragraph(row: ShipmentRow, also: Sequence[str], happened: Sequence[ToldEvent], language: Language) -> str:
    """Return the lines of one shipment: what it is, and what happened to it by the clock of the place."""
    french = language is Language.FRENCH
    colon = "\N{NO-BREAK SPACE}:" if french else ":"
    numbers = f"{row.autopro_number} ({', '.join(also)})" if also else row.autopro_number
    lines = [f"{numbers}{colon} {_place(row.origin)} \N{EN DASH} {_place(row.destination)}"]
    for event in happened:
        moment = from_seconds(event.occurred_at, event.offset)
        when = f"{written_day(moment.date(), language)}, {written_time(moment.time(), language)}"
        where = _place(Place(event.city, event.province, ""))
        lines.append(f"{stage_word(stage_of(event.code), language)}{colon} {when}{f', {where}' if where else ''}")
    return "\n".join(lines)


def _place(place: Place) -> str:
    return f"{place.city} ({place.province})" if place.province else place.city
