# SPDX-License-Identifier: MIT
"""What a backend does without being asked, as long as it is up: deliver e-mail, close silent accounts, take files in.

Every worker does it; the rows decide who does what (``claim_mail``, ``close_inactive``), so nothing happens twice. Nothing
is kept in memory, so a backend that was off for a year catches up with its first round. Each part of a round stands for
itself: one that fails is noted and tried again in the next round, and the others do their work.
"""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from threading import Event

from onlinesvc_desktop.backend.backup.daily import daily_copy
from onlinesvc_desktop.backend.closing import close_all_inactive, warn_of_closing
from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.failures import note_failure
from onlinesvc_desktop.backend.intake.drop_folder import DropFolder
from onlinesvc_desktop.backend.intake.partners import partners_of
from onlinesvc_desktop.backend.intake.run import Intake
from onlinesvc_desktop.backend.intake.watched_folder import WatchedFolder
from onlinesvc_desktop.backend.mail.deliver import deliver_due
from onlinesvc_desktop.backend.rules.retention import AUDIT_MONTH
from onlinesvc_desktop.backend.services import SERVICES
from onlinesvc_desktop.backend.store.audit import forget_old_lines
from onlinesvc_desktop.backend.store.contents import forget_contents
from onlinesvc_desktop.backend.store.idempotency import drop_old_keys
from onlinesvc_desktop.backend.store.outbox import expire_secrets
from onlinesvc_desktop.backend.store.retention import forget_old_rows
from onlinesvc_desktop.backend.store.sent_reports import forget_tables
from onlinesvc_desktop.backend.store.throttles import forget_buckets

log = logging.getLogger(__name__)

ROUND_SECONDS = 5.0
_TIDY_EVERY = timedelta(minutes=10)
_BUCKETS_KEPT = timedelta(days=1)


class Upkeep:
    """The rounds of one worker; ``run`` blocks until ``stop`` and belongs on a thread of its own."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._stopped = Event()
        self._tidied_at: datetime | None = None
        folder = context.config.drop_folder
        intake = Intake(context.database, context.clock, self._stopped.is_set, partners_of(context.config))
        self._drop_folder = DropFolder(Path(folder), intake) if folder else None
        self._folders = [
            WatchedFolder(Path(folder) / taker.folder, partial(taker.take, context))
            for service in SERVICES
            for taker in service.folders
            if folder
        ]

    def run(self) -> None:
        """Go round until stopped; an e-mail just written is taken up at once."""
        while not self._stopped.is_set():
            self._context.mail_queued.clear()
            self.round()
            self._context.mail_queued.wait(ROUND_SECONDS)

    def stop(self) -> None:
        """Let ``run`` return after the message under way."""
        self._stopped.set()
        self._context.mail_queued.set()

    def round(self) -> None:
        """Do what is due now."""
        context, now = self._context, self._context.clock()
        if self._tidied_at is None or not timedelta() <= now - self._tidied_at < _TIDY_EVERY:
            tidied = [
                _done("warning of closing", lambda: warn_of_closing(context, now)),
                _done("closing", lambda: close_all_inactive(context, now)),
                _done("forgetting", lambda: forget(context, now)),
                _done("the daily copy", lambda: self._copy(now)),
            ]
            self._tidied_at = now if all(tidied) else None
        for service in SERVICES:
            for work in service.rounds:
                _done(service.name, partial(work, context, now))
        _done("e-mail", lambda: deliver_due(context, self._stopped.is_set))
        _done("the drop folder", lambda: self._drop_folder and self._drop_folder.round(now))
        for watched in self._folders:
            _done("a service's drop folder", partial(watched.round, now))

    def _copy(self, now: datetime) -> None:
        if self._context.config.backup_folder:
            daily_copy(self._context.database, Path(self._context.config.backup_folder), now, self._stopped.is_set)


def _done(what: str, work: Callable[[], object]) -> bool:
    """Do one part of a round and tell whether it went."""
    try:
        work()
    except Exception as error:  # noqa: BLE001 - a database away, a disk full, a defect: the other parts and rounds must come
        note_failure(log, f"upkeep of {what} failed; it is tried again", error)
        return False
    return True


def forget(context: Context, now: datetime) -> None:
    """Forget what is over."""
    with context.database.write() as connection:
        expire_secrets(connection, now)
        drop_old_keys(connection, now)
        for service in SERVICES:
            for forget_over in service.forget:
                forget_over(connection, now)
        forget_buckets(connection, now - _BUCKETS_KEPT)
        forget_old_rows(connection, now)
        forget_tables(connection, now)
        forget_contents(connection)
        forget_old_lines(connection, now - AUDIT_MONTH * context.config.audit_kept_months)
