# SPDX-License-Identifier: MIT
"""Write the notices that are due: what happened since somebody last looked, one e-mail for each access code."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
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
    chosen_numbers,
    concerned,
    due_subscriptions,
    events_since,
    first_change_after,
    forget_told,
    is_one_waiting,
    newest_change,
    note_told,
    pass_over,
    take_turn,
    told_of,
)
from onlinesvc_desktop.backend.store.outbox import NewMail, queue_mail
from onlinesvc_desktop.backend.store.shipments import find_by_ids
from onlinesvc_desktop.backend.store.times import from_seconds
from onlinesvc_desktop.contract.notices import NoticeFrequency
from onlinesvc_desktop.contract.outbox import MailKind
from onlinesvc_desktop.contract.status import stage_of

_AT_ONCE = 25
"""Access codes in one transaction: few enough that nobody waits for it."""
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

    Whom nothing concerns costs a share of a few statements; an e-mail, statements of its own. An access code that may not
    act at that moment is told nothing of what happened until then; it goes on from there.
    """
    with context.database.read() as connection:
        upto, newest_at = newest_change(connection)
        due = due_subscriptions(connection, upto, now)
        changed = concerned(connection, due, upto)
        ready = _ready(connection, [one for one in due if one.access_code_id in changed], newest_at, now)
    turn = _Turn(context, upto, now)
    _pass_over(turn, [one for one in due if one.access_code_id not in changed])
    return sum(_tell(turn, ready[at : at + _AT_ONCE], changed) for at in range(0, len(ready), _AT_ONCE))


def _ready(connection: Connection, due: Sequence[Subscription], newest_at: int, now: datetime) -> Sequence[Subscription]:
    """Return whose time it is: what is told as it happens waits until nothing more of the same moment comes."""
    settled = dict[int, bool]()
    for looked_to in {one.looked_to for one in due if one.frequency is NoticeFrequency.AT_ONCE}:
        oldest_at = first_change_after(connection, looked_to)
        settled[looked_to] = oldest_at is None or has_settled(from_seconds(oldest_at), from_seconds(newest_at), now)
    return [one for one in due if one.frequency is NoticeFrequency.DAILY or settled[one.looked_to]]


def _pass_over(turn: _Turn, idle: Sequence[Subscription]) -> None:
    """Go on from here for all whom nothing concerns, those of one hour and zone together."""
    groups: defaultdict[datetime | None, list[Subscription]] = defaultdict(list)
    for one in idle:
        groups[_next_at(one, turn.now)].append(one)
    for next_at, alike in groups.items():
        with turn.context.database.write() as connection:
            pass_over(connection, alike, turn.upto, next_at)


def _next_at(found: Subscription, now: datetime) -> datetime | None:
    daily = found.frequency is NoticeFrequency.DAILY
    return next_daily(found.hour, ZoneInfo(found.time_zone), now) if daily else None


def _tell(turn: _Turn, ready: Sequence[Subscription], changed: Mapping[int, Collection[int]]) -> int:
    """Look for a few access codes in one transaction: how far they are, what they were told and their e-mails."""
    with turn.context.database.write() as connection:
        return sum(_tell_one(turn, connection, one, changed[one.access_code_id]) for one in ready)


def _tell_one(turn: _Turn, connection: Connection, found: Subscription, changed: Collection[int]) -> bool:
    config, now = turn.context.config, turn.now
    if is_one_waiting(connection, found.access_code_id):
        return False
    if not take_turn(connection, found, turn.upto, _next_at(found, now)):
        return False
    account = account_of(connection, found.access_code_id)
    if account is None:
        return False
    months = (config.account_open_months, config.password_active_months)
    if standing(account, now, *months) is not Standing.MAY_ACT:
        return False
    news = _news(connection, account, found, changed, now)
    if not news:
        return False
    note_told(connection, account.id, [event.key for event in news])
    digest = "yes" if found.frequency is NoticeFrequency.DAILY else ""
    facts = {"access_code": account.code, **_kept(news), "digest": digest}
    queue_mail(connection, NewMail(MailKind.SHIPMENT_NOTICE, found.email, account.language, facts, account.id), now)
    return True


def _news(
    connection: Connection, account: Account, found: Subscription, changed: Collection[int], now: datetime
) -> Sequence[HeldEvent]:
    """Return what of the shipments that changed is told, each event once."""
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
        if event.key not in told and is_news(stage_of(event.key[1]), event.key[3], since[event.key[0]], found.kinds, now)
    ]


def _kept(news: Sequence[HeldEvent]) -> dict[str, str]:
    """Return the facts that an e-mail keeps: its events, and of how many further shipments it has none."""
    kept, left = news[:_MOST_EVENTS], {one.key[0] for one in news[_MOST_EVENTS:]}
    told = [ToldEvent(one.key[0], one.key[1], one.key[3], one.offset, one.city, one.province) for one in kept]
    return {"told": msgspec.json.encode(told).decode(), "left": str(len(left - {one.key[0] for one in kept}))}


def forget_old(connection: Connection, now: datetime) -> None:
    """Forget what was told so long ago that it is no news, however often it is reported."""
    forget_told(connection, now - TOLD_KEPT)
