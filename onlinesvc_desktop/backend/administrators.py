# SPDX-License-Identifier: MIT
"""Create an administrator from the command line or the program's first start."""

import re
import sys

from onlinesvc_desktop.backend.backup.upgrade import migrate_with_copy
from onlinesvc_desktop.backend.clock import utc_now
from onlinesvc_desktop.backend.config import BackendConfig
from onlinesvc_desktop.backend.passwords import Passwords, new_password_fault
from onlinesvc_desktop.backend.store.accounts import NewAccount, add_account, find_account, has_accounts
from onlinesvc_desktop.backend.store.audit import note
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.contract.audit import AuditAction
from onlinesvc_desktop.contract.codes import Language, Role
from onlinesvc_desktop.contract.limits import ACCESS_CODE_PATTERN
from onlinesvc_desktop.contract.new_password import words_about


class AdministratorError(Exception):
    """The access code or password cannot be used; the text is a field or error code."""


def create_administrator(
    database: Database, access_code: str, password: str, language: Language, first: bool = False
) -> None:
    """Write an active administrator; the ``first`` of a site only where nobody can sign in yet.

    Raises:
        AdministratorError: malformed or taken access code, a password that breaks a rule, or a site that is in use.
    """
    if not re.fullmatch(ACCESS_CODE_PATTERN, access_code):
        raise AdministratorError("access_code_malformed")
    problem = new_password_fault(password, "", access_code, words_about(access_code))
    if problem is not None:
        raise AdministratorError(f"password_{problem.code}")
    now = utc_now()
    hashed = Passwords().hash(password)
    with database.write() as connection:
        if first and has_accounts(connection):
            raise AdministratorError("site_in_use")
        if find_account(connection, access_code) is not None:
            raise AdministratorError("access_code_taken")
        account = NewAccount(access_code, Role.ADMINISTRATOR, None, hashed, now, language)
        add_account(connection, account, now)
        note(connection, now, None, AuditAction.ADMINISTRATOR_CREATED, access_code, "")


def run_create(config: BackendConfig, access_code: str, language: Language, first: bool) -> int:
    """Create an administrator with the password on standard input; 3 when it is refused."""
    database = Database(config.command_database_url)
    try:
        migrate_with_copy(database, config.backup_folder)
        create_administrator(database, access_code, sys.stdin.readline().rstrip("\r\n"), language, first)
    except AdministratorError as error:
        sys.stderr.write(f"onlinesvc-backend: {error}\n")
        return 3
    finally:
        database.close()
    return 0
