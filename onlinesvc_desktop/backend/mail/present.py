# SPDX-License-Identifier: MIT
"""An e-mail as it may be sent at this moment: what its recipient may no longer be told is left out, or all of it."""

from datetime import datetime

from sqlalchemy import Connection

from onlinesvc_desktop.backend.config import BackendConfig
from onlinesvc_desktop.backend.mail.notices import notice_as_it_stands
from onlinesvc_desktop.backend.mail.statements import statement_as_it_stands
from onlinesvc_desktop.backend.store.outbox import StoredMail
from onlinesvc_desktop.contract.outbox import MailKind


def as_it_stands(connection: Connection, mail: StoredMail, config: BackendConfig, now: datetime) -> StoredMail | None:
    """Return an e-mail as it may be sent now; None when nothing of it may be. Those of most kinds stay as they are."""
    match mail.kind:
        case MailKind.SHIPMENT_NOTICE:
            return notice_as_it_stands(connection, mail, config, now)
        case MailKind.STATEMENT:
            return statement_as_it_stands(connection, mail, config, now)
        case _:
            return mail
