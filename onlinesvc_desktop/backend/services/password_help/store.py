# SPDX-License-Identifier: MIT
"""The queue of forgotten passwords."""

from onlinesvc_desktop.backend.store.requests import RequestTable
from onlinesvc_desktop.backend.store.tables.requests import password_help_requests
from onlinesvc_desktop.contract.password_help import PasswordHelpItem, PasswordHelpRequest

PASSWORD_HELP = RequestTable(
    "password_help",
    password_help_requests,
    "PH",
    PasswordHelpRequest,
    PasswordHelpItem,
    lambda item: item.name,
    ("name", "company", "email", "message"),
)
