# SPDX-License-Identifier: MIT
"""Write the notices that are due: what happened since somebody last looked, one e-mail for each access code."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec
from sqlalchemy import Connection

from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.mail.notices import ToldEvent, is_own
from onlinesvc_desktop.backend.rules.access import Standing, standing
from onlinesvc_desktop.backend.rules.notices import TOLD_KEPT, has_settled, is_news, next_daily, told_from
from onlinesvc_desktop.backend.store.accounts import Account, account_of
from onlinesvc_desktop.backend.store.notices import (
    HeldEvent,
    Subscription,
    changed_shipments,
    chosen_numbers,
    due_subscriptions,
    events_since,
    first_change_after,
    forget_told,
    is_one_waiting,
    newest_change,
    note_told,
    take_turn,
    told_of,
)
from onlinesvc_desktop.backend.store.outbox import NewMail, queue_mail
from onlinesvc_desktop.backend.store.shipments import find_by_ids
from onlinesvc_desktop.backend.store.times import from_seconds
from onlinesvc_desktop.contract.notices import NoticeFrequency
from onlinesvc_desktop.contract.outbox import MailKind
from onlinesvc_desktop.contract.status import stage_of

_MOST_EVENTS = 2_000
"""Kept in one e-mail until it goes; it shows fewer one by one."""


@dataclass(frozen=True, slots=True)
class _Turn:
    """How far changes are looked at in this round, and the clock of it."""

    context: Context
    upto: int
    now: datetime


def tell_due(context: Context, now: datetime) -> int:
    """Write what is due and return how many e-mails that made.

    An access code that may not act at that moment is told nothing of what happened until then; it goes on from there.
    """
    with context.database.read() as connection:
        upto, newest_at = newest_change(connection)
        due = due_subscriptions(connection, upto, now)
        ready = [one for one in due if _is_ready(connection, one, newest_at, now)]
    return sum(_tell(_Turn(context, upto, now), found) for found in ready)


def _is_ready(connection: Connection, found: Subscription, newest_at: int, now: datetime) -> bool:
    """Tell whether it is time: what is told as it happens waits until nothing more of the same moment comes."""
    if found.frequency is NoticeFrequency.DAILY:
        return True
    oldest_at = first_change_after(connection, found.looked_to)
    return oldest_at is None or has_settled(from_seconds(oldest_at), from_seconds(newest_at), now)


def _tell(turn: _Turn, found: Subscription) -> bool:
    """Look for one access code in one transaction: how far it is, what it was told and its e-mail stand together."""
    config, now = turn.context.config, turn.now
    daily = found.frequency is NoticeFrequency.DAILY
    next_at = next_daily(found.hour, ZoneInfo(found.time_zone), now) if daily else None
    with turn.context.database.write() as connection:
        if is_one_waiting(connection, found.access_code_id) or not take_turn(connection, found, turn.upto, next_at):
            return False
        account = account_of(connection, found.access_code_id)
        if account is None:
            return False
        months = (config.account_open_months, config.password_active_months)
        if standing(account, now, *months) is not Standing.MAY_ACT:
            return False
        news = _news(connection, account, found, turn)
        if not news:
            return False
        note_told(connection, account.id, [event.key for event in news])
        facts = {"access_code": account.code, **_kept(news), "digest": "yes" if daily else ""}
        queue_mail(connection, NewMail(MailKind.SHIPMENT_NOTICE, found.email, account.language, facts, account.id), now)
    return True


def _news(connection: Connection, account: Account, found: Subscription, turn: _Turn) -> Sequence[HeldEvent]:
    """Return what of the shipments that changed is told, each event once."""
    changed = changed_shipments(connection, found, account.customer_id, turn.upto)
    names = chosen_numbers(connection, account.id, changed)
    rows = find_by_ids(connection, changed)
    since = {
        one: moment
        for one, row in rows.items()
        if (moment := told_from(found.all_from, is_own(account, row), names.get(one, ()))) is not None
    }
    if not since:
        return ()
    told = told_of(connection, account.id, since)
    return [
        event
        for event in events_since(connection, since, min(since.values()))
        if event.key not in told
        and is_news(stage_of(event.key[1]), event.key[3], since[event.key[0]], found.kinds, turn.now)
    ]


def _kept(news: Sequence[HeldEvent]) -> dict[str, str]:
    """Return the facts that an e-mail keeps: its events, and of how many further shipments it has none."""
    kept, left = news[:_MOST_EVENTS], {one.key[0] for one in news[_MOST_EVENTS:]}
    told = [ToldEvent(one.key[0], one.key[1], one.key[3], one.offset, one.city, one.province) for one in kept]
    return {"told": msgspec.json.encode(told).decode(), "left": str(len(left - {one.key[0] for one in kept}))}


def forget_old(connection: Connection, now: datetime) -> None:
    """Forget what was told so long ago that it is no news, however often it is reported."""
    forget_told(connection, now - TOLD_KEPT)
