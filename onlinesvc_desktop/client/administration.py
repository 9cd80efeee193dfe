# SPDX-License-Identifier: MIT
"""The administrator's operations, through the one door to the network. Calls block and run on worker threads only."""

import msgspec

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.contract import routes
from onlinesvc_desktop.contract.administration import (
    AccessCodeItem,
    AccessCodePage,
    AccessCodeQuery,
    AccessRequestItem,
    AccessRequestPage,
    Approval,
    AuditPage,
    AuditQuery,
    Granted,
    HelpAnswer,
    ListQuery,
    MailFile,
    OutboxItem,
    OutboxPage,
    OutboxQuery,
    PasswordHelpItem,
    PasswordHelpPage,
    PasswordReset,
    Reason,
    RequestQuery,
)
from onlinesvc_desktop.contract.codes import AccountState
from onlinesvc_desktop.contract.customers import CompanyKey, CustomerPage
from onlinesvc_desktop.contract.intake import IntakeFileItem, IntakePage, IntakeQuery, IntakeUpload, QuarantinePage
from onlinesvc_desktop.contract.limits import MAX_PAGE_SIZE

_ACTION = {
    AccountState.LOCKED: routes.ADMIN_ACCESS_CODE_LOCK,
    AccountState.ACTIVE: routes.ADMIN_ACCESS_CODE_UNLOCK,
    AccountState.CLOSED: routes.ADMIN_ACCESS_CODE_CLOSE,
}


class Administration:
    """What an administrator may ask, under the session of a client."""

    def __init__(self, client: ApiClient) -> None:
        self._client = client

    def access_requests(self, query: RequestQuery) -> AccessRequestPage:
        """Ask for a page of the queue."""
        return self._client.call("GET", routes.ADMIN_ACCESS_REQUESTS, AccessRequestPage, query=_texts(query))

    def approve(self, row: int, approval: Approval, key: str) -> Granted:
        """Grant an access code."""
        path = routes.numbered(routes.ADMIN_ACCESS_APPROVAL, row)
        return self._client.call("POST", path, Granted, approval, key=key)

    def refuse(self, row: int, reason: str) -> AccessRequestItem:
        """Refuse a request."""
        path = routes.numbered(routes.ADMIN_ACCESS_REFUSAL, row)
        return self._client.call("POST", path, AccessRequestItem, Reason(reason))

    def password_help(self, query: RequestQuery) -> PasswordHelpPage:
        """Ask for a page of the queue of forgotten passwords."""
        return self._client.call("GET", routes.ADMIN_PASSWORD_HELP, PasswordHelpPage, query=_texts(query))

    def answer_help(self, row: int, answer: HelpAnswer, key: str) -> Granted:
        """Answer with a temporary password."""
        path = routes.numbered(routes.ADMIN_PASSWORD_HELP_APPROVAL, row)
        return self._client.call("POST", path, Granted, answer, key=key)

    def refuse_help(self, row: int, reason: str) -> PasswordHelpItem:
        """Refuse a request about a forgotten password."""
        path = routes.numbered(routes.ADMIN_PASSWORD_HELP_REFUSAL, row)
        return self._client.call("POST", path, PasswordHelpItem, Reason(reason))

    def audit(self, query: AuditQuery) -> AuditPage:
        """Ask for a page of the audit log."""
        return self._client.call("GET", routes.ADMIN_AUDIT, AuditPage, query=_texts(query))

    def access_codes(self, query: AccessCodeQuery) -> AccessCodePage:
        """Ask for a page of access codes."""
        return self._client.call("GET", routes.ADMIN_ACCESS_CODES, AccessCodePage, query=_texts(query))

    def change_state(self, access_code: str, state: AccountState) -> AccessCodeItem:
        """Lock, unlock or close an access code."""
        return self._client.call("POST", routes.of_access_code(_ACTION[state], access_code), AccessCodeItem)

    def reset_password(self, access_code: str, email: str, key: str) -> Granted:
        """Send a temporary password."""
        path = routes.of_access_code(routes.ADMIN_ACCESS_CODE_RESET, access_code)
        return self._client.call("POST", path, Granted, PasswordReset(email), key=key)

    def customers(self, query: ListQuery) -> CustomerPage:
        """Ask for a page of customers."""
        return self._client.call("GET", routes.ADMIN_CUSTOMERS, CustomerPage, query=_texts(query))

    def issue_company_key(self, customer: int) -> CompanyKey:
        """Issue a company key; this answer alone has its authorization."""
        return self._client.call("POST", routes.numbered(routes.ADMIN_COMPANY_KEYS, customer), CompanyKey)

    def revoke_company_key(self, customer: int, requestor: str) -> None:
        """Make a company key worthless."""
        self._client.order("DELETE", routes.company_key(customer, requestor))

    def intake_files(self, query: IntakeQuery) -> IntakePage:
        """Ask for a page of files that came in."""
        return self._client.call("GET", routes.ADMIN_INTAKE, IntakePage, query=_texts(query))

    def quarantine(self, file: int) -> QuarantinePage:
        """Ask for what was set aside of a file, the last first."""
        query = _texts(ListQuery(limit=MAX_PAGE_SIZE))
        return self._client.call("GET", routes.numbered(routes.ADMIN_QUARANTINE, file), QuarantinePage, query=query)

    def take_file_in(self, name: str, content: bytes) -> IntakeFileItem:
        """Send a file to be taken in; one that was taken in before changes nothing."""
        return self._client.call("POST", routes.ADMIN_INTAKE, IntakeFileItem, IntakeUpload(name, content))

    def outbox(self, query: OutboxQuery) -> OutboxPage:
        """Ask for a page of the outbox."""
        return self._client.call("GET", routes.ADMIN_OUTBOX, OutboxPage, query=_texts(query))

    def retry_mail(self, row: int) -> OutboxItem:
        """Let an e-mail be tried at once."""
        return self._client.call("POST", routes.numbered(routes.ADMIN_OUTBOX_RETRY, row), OutboxItem)

    def save_mail(self, row: int) -> MailFile:
        """Fetch an e-mail as a file."""
        return self._client.call("POST", routes.numbered(routes.ADMIN_OUTBOX_MESSAGE, row), MailFile)


def _texts(query: ListQuery) -> dict[str, str]:
    return {name: str(value) for name, value in msgspec.to_builtins(query).items()}
