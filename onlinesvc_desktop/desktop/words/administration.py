# SPDX-License-Identifier: MIT
"""Words for what an administrator sees: states of requests, access codes and e-mails."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from onlinesvc_desktop.contract.access_codes import AccountState
from onlinesvc_desktop.contract.audit import AuditAction
from onlinesvc_desktop.contract.decisions import RequestState
from onlinesvc_desktop.contract.outbox import MailFault, MailKind, MailState
from onlinesvc_desktop.contract.partners import PartnerState
from onlinesvc_desktop.desktop.words.mark import QT_TRANSLATE_NOOP

_REQUEST: Final = {
    RequestState.PENDING: QT_TRANSLATE_NOOP("Administration", "Waiting for a decision"),
    RequestState.APPROVED: QT_TRANSLATE_NOOP("Administration", "Approved"),
    RequestState.REFUSED: QT_TRANSLATE_NOOP("Administration", "Refused"),
}
_ACCOUNT: Final = {
    AccountState.ACTIVE: QT_TRANSLATE_NOOP("Administration", "Open"),
    AccountState.LOCKED: QT_TRANSLATE_NOOP("Administration", "Locked"),
    AccountState.CLOSED: QT_TRANSLATE_NOOP("Administration", "Closed"),
}
_MAIL: Final = {
    MailState.WAITING: QT_TRANSLATE_NOOP("Administration", "Waiting to be sent"),
    MailState.SENT: QT_TRANSLATE_NOOP("Administration", "Sent"),
    MailState.FAILED: QT_TRANSLATE_NOOP("Administration", "Failed"),
    MailState.SAVED: QT_TRANSLATE_NOOP("Administration", "Saved as a file"),
}
_KIND: Final = {
    MailKind.ACCESS_REQUESTED: QT_TRANSLATE_NOOP("Administration", "Access request received"),
    MailKind.ACCESS_GRANTED: QT_TRANSLATE_NOOP("Administration", "Access granted"),
    MailKind.ACCESS_REFUSED: QT_TRANSLATE_NOOP("Administration", "Access refused"),
    MailKind.PASSWORD_RESET: QT_TRANSLATE_NOOP("Administration", "Temporary password"),
    MailKind.HELP_REFUSED: QT_TRANSLATE_NOOP("Administration", "Password help refused"),
    MailKind.PASSWORD_CHANGED: QT_TRANSLATE_NOOP("Administration", "Password changed"),
    MailKind.EMAIL_CHANGED: QT_TRANSLATE_NOOP("Administration", "E-mail address changed"),
    MailKind.ACCOUNT_LOCKED: QT_TRANSLATE_NOOP("Administration", "Account locked"),
    MailKind.CLOSING_SOON: QT_TRANSLATE_NOOP("Administration", "Closes soon"),
    MailKind.SHIPMENT_NOTICE: QT_TRANSLATE_NOOP("Administration", "Notice of shipments"),
    MailKind.SHIPMENT_REPORT: QT_TRANSLATE_NOOP("Administration", "Shipment report"),
    MailKind.PICKUP_CONFIRMED: QT_TRANSLATE_NOOP("Administration", "Pickup confirmed"),
    MailKind.CLAIM_RECEIVED: QT_TRANSLATE_NOOP("Administration", "Claim received"),
    MailKind.CLAIM_MOVED: QT_TRANSLATE_NOOP("Administration", "News of a claim"),
    MailKind.DISPUTE_RECEIVED: QT_TRANSLATE_NOOP("Administration", "Dispute received"),
    MailKind.DISPUTE_DECIDED: QT_TRANSLATE_NOOP("Administration", "Dispute decided"),
    MailKind.STATEMENT: QT_TRANSLATE_NOOP("Administration", "Statement of account"),
    MailKind.ACCOUNT_CLOSED: QT_TRANSLATE_NOOP("Administration", "Account closed"),
    MailKind.OTHER: QT_TRANSLATE_NOOP("Administration", "Something this version does not know"),
}
_FAULT: Final = {
    MailFault.EXPIRED: QT_TRANSLATE_NOOP(
        "Administration", "The temporary password in it has expired. Send a new one from the access codes."
    ),
    MailFault.NO_TLS: QT_TRANSLATE_NOOP(
        "Administration", "The mail server offers no encrypted connection, or its certificate is not trusted."
    ),
    MailFault.NO_CONNECTION: QT_TRANSLATE_NOOP("Administration", "The mail server cannot be reached."),
    MailFault.NO_ADDRESS_SUPPORT: QT_TRANSLATE_NOOP(
        "Administration", "The mail server does not accept accents before the @."
    ),
    MailFault.CANNOT_BE_WRITTEN: QT_TRANSLATE_NOOP(
        "Administration", "No message can be made of this address or text. The server’s log names the error."
    ),
}


_PARTNER: Final = {
    PartnerState.UNKNOWN: QT_TRANSLATE_NOOP("Administration", "Unknown sender"),
    PartnerState.ADOPTED: QT_TRANSLATE_NOOP("Administration", "Adopted"),
    PartnerState.FROM_FILE: QT_TRANSLATE_NOOP("Administration", "From a file"),
}
_ACTION: Final = {
    AuditAction.ADMINISTRATOR_CREATED: QT_TRANSLATE_NOOP("Administration", "Administrator created"),
    AuditAction.SIGNED_IN: QT_TRANSLATE_NOOP("Administration", "Signed in"),
    AuditAction.SIGN_IN_FAILED: QT_TRANSLATE_NOOP("Administration", "Sign-in failed"),
    AuditAction.SIGN_IN_REFUSED: QT_TRANSLATE_NOOP("Administration", "Sign-in refused"),
    AuditAction.SIGNED_OUT: QT_TRANSLATE_NOOP("Administration", "Signed out"),
    AuditAction.ACCESS_REFUSED: QT_TRANSLATE_NOOP("Administration", "Access refused"),
    AuditAction.REPORT_SENT: QT_TRANSLATE_NOOP("Administration", "Report sent by e-mail"),
    AuditAction.BUNDLE_WRITTEN: QT_TRANSLATE_NOOP("Administration", "Bundle written"),
    AuditAction.SHIPMENT_VIEWED: QT_TRANSLATE_NOOP("Administration", "Shipment viewed"),
    AuditAction.ACCESS_REQUEST_APPROVED: QT_TRANSLATE_NOOP("Administration", "Access request approved"),
    AuditAction.ACCESS_REQUEST_REFUSED: QT_TRANSLATE_NOOP("Administration", "Access request refused"),
    AuditAction.PASSWORD_HELP_ANSWERED: QT_TRANSLATE_NOOP("Administration", "Password help given"),
    AuditAction.PASSWORD_HELP_REFUSED: QT_TRANSLATE_NOOP("Administration", "Password help refused"),
    AuditAction.PASSWORD_RESET: QT_TRANSLATE_NOOP("Administration", "Temporary password sent"),
    AuditAction.PASSWORD_CHANGED: QT_TRANSLATE_NOOP("Administration", "Password changed"),
    AuditAction.ACCESS_CODE_LOCKED: QT_TRANSLATE_NOOP("Administration", "Access code locked"),
    AuditAction.ACCESS_CODE_UNLOCKED: QT_TRANSLATE_NOOP("Administration", "Access code unlocked"),
    AuditAction.ACCESS_CODE_CLOSED: QT_TRANSLATE_NOOP("Administration", "Access code closed"),
    AuditAction.RIGHTS_CHANGED: QT_TRANSLATE_NOOP("Administration", "Rights changed"),
    AuditAction.CLOSED_FOR_INACTIVITY: QT_TRANSLATE_NOOP("Administration", "Closed because nobody used it"),
    AuditAction.SESSION_ENDED: QT_TRANSLATE_NOOP("Administration", "Session ended"),
    AuditAction.MAIL_RETRIED: QT_TRANSLATE_NOOP("Administration", "E-mail tried again"),
    AuditAction.AUDIT_EXPORTED: QT_TRANSLATE_NOOP("Administration", "Audit log saved as a file"),
    AuditAction.MAIL_SAVED: QT_TRANSLATE_NOOP("Administration", "E-mail saved as a file"),
    AuditAction.COMPANY_KEY_ISSUED: QT_TRANSLATE_NOOP("Administration", "Company key issued"),
    AuditAction.FILE_TAKEN_IN: QT_TRANSLATE_NOOP("Administration", "File imported"),
    AuditAction.NUMBER_RANGE_ADDED: QT_TRANSLATE_NOOP("Administration", "Range of autopro numbers added"),
    AuditAction.PICKUP_MOVED: QT_TRANSLATE_NOOP("Administration", "Pickup moved"),
    AuditAction.SET_ASIDE_SETTLED: QT_TRANSLATE_NOOP("Administration", "Set-aside part dealt with"),
    AuditAction.NUMBER_RANGE_ADDED: QT_TRANSLATE_NOOP("Administration", "Range of numbers added"),
    AuditAction.PARTNER_CHANGED: QT_TRANSLATE_NOOP("Administration", "Partner changed"),
    AuditAction.CLAIM_FILED: QT_TRANSLATE_NOOP("Administration", "Claim filed"),
    AuditAction.CLAIM_CHANGED: QT_TRANSLATE_NOOP("Administration", "Claim changed"),
    AuditAction.CLAIM_FILE_ADDED: QT_TRANSLATE_NOOP("Administration", "Paper added to a claim"),
    AuditAction.CLAIM_WITHDRAWN: QT_TRANSLATE_NOOP("Administration", "Claim withdrawn"),
    AuditAction.CLAIM_ACCEPTED: QT_TRANSLATE_NOOP("Administration", "Offer for a claim accepted"),
    AuditAction.CLAIM_MOVED: QT_TRANSLATE_NOOP("Administration", "Claim moved"),
    AuditAction.INVOICE_DISPUTED: QT_TRANSLATE_NOOP("Administration", "Invoice disputed"),
    AuditAction.DISPUTE_WITHDRAWN: QT_TRANSLATE_NOOP("Administration", "Dispute withdrawn"),
    AuditAction.DISPUTE_DECIDED: QT_TRANSLATE_NOOP("Administration", "Dispute decided"),
    AuditAction.DISPUTE_FILE_ADDED: QT_TRANSLATE_NOOP("Administration", "File added to a dispute"),
    AuditAction.INVOICES_IMPORTED: QT_TRANSLATE_NOOP("Administration", "Invoices or payments imported"),
    AuditAction.DOCUMENT_ADDED: QT_TRANSLATE_NOOP("Administration", "Document added"),
    AuditAction.DOCUMENT_REMOVED: QT_TRANSLATE_NOOP("Administration", "Document removed"),
    AuditAction.NOTICES_CHOSEN: QT_TRANSLATE_NOOP("Administration", "Notices by e-mail chosen"),
    AuditAction.NOTICES_ENDED: QT_TRANSLATE_NOOP("Administration", "Notices by e-mail ended"),
    AuditAction.STATEMENTS_CHOSEN: QT_TRANSLATE_NOOP("Administration", "Statements by e-mail chosen"),
    AuditAction.STATEMENTS_ENDED: QT_TRANSLATE_NOOP("Administration", "Statements by e-mail ended"),
    AuditAction.TABLE_MAPPING_CHANGED: QT_TRANSLATE_NOOP("Administration", "Mapping of a sender changed"),
    AuditAction.COMPANY_KEY_CHANGED: QT_TRANSLATE_NOOP("Administration", "Company key changed"),
    AuditAction.COMPANY_KEY_REVOKED: QT_TRANSLATE_NOOP("Administration", "Company key revoked"),
    AuditAction.OTHER: QT_TRANSLATE_NOOP("Administration", "Something this version does not know"),
}


def partner_state_words(state: PartnerState) -> str:
    """Return whose profile a partner's is."""
    return QCoreApplication.translate("Administration", _PARTNER[state])


def action_words(action: AuditAction) -> str:
    """Return what was done."""
    return QCoreApplication.translate("Administration", _ACTION[action])


def request_state_words(state: RequestState) -> str:
    """Return the state of a request."""
    return QCoreApplication.translate("Administration", _REQUEST[state])


def account_state_words(state: AccountState) -> str:
    """Return the state of an access code."""
    return QCoreApplication.translate("Administration", _ACCOUNT[state])


def mail_state_words(state: MailState) -> str:
    """Return the state of an e-mail."""
    return QCoreApplication.translate("Administration", _MAIL[state])


def mail_kind_words(kind: MailKind) -> str:
    """Return what an e-mail is about."""
    return QCoreApplication.translate("Administration", _KIND[kind])


def mail_error_words(error: str) -> str:
    """Return why an e-mail did not go; the mail server's own reason is shown as it came."""
    try:
        return QCoreApplication.translate("Administration", _FAULT[MailFault(error)])
    except ValueError:
        return error
