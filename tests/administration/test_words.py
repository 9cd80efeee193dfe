# SPDX-License-Identifier: MIT
"""Whatever the server can say to administrators has words: a code without any would stop the whole page."""

import pytest

from onlinesvc_desktop.contract.access_codes import AccountState
from onlinesvc_desktop.contract.audit import AuditAction
from onlinesvc_desktop.contract.intake import IntakeState, QuarantineReason
from onlinesvc_desktop.contract.outbox import MailKind, MailState
from onlinesvc_desktop.contract.partners import PartnerState
from onlinesvc_desktop.desktop.words import administration, intake


@pytest.mark.parametrize(
    ("codes", "words"),
    [
        (AuditAction, administration.action_words),
        (AccountState, administration.account_state_words),
        (MailKind, administration.mail_kind_words),
        (MailState, administration.mail_state_words),
        (PartnerState, administration.partner_state_words),
        (IntakeState, intake.intake_state_words),
        (QuarantineReason, intake.quarantine_words),
    ],
)
def test_every_code_has_words(codes, words):
    assert all(words(code) for code in codes)
