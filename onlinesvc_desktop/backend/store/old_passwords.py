# SPDX-License-Identifier: MIT
"""The passwords before the present one, so that none of the last few comes back."""

from sqlalchemy import Connection, delete, insert, select

from onlinesvc_desktop.backend.store.accounts import Account
from onlinesvc_desktop.backend.store.tables.accounts import old_passwords
from onlinesvc_desktop.contract.limits import PASSWORDS_REMEMBERED


def remember_password(connection: Connection, account: Account) -> None:
    """Keep the password that is about to be replaced, unless it was a temporary one; the oldest is forgotten."""
    if account.password_temporary:
        return
    own = old_passwords.c.access_code_id == account.id
    connection.execute(insert(old_passwords).values(access_code_id=account.id, password_hash=account.password_hash))
    kept = select(old_passwords.c.id).where(own).order_by(old_passwords.c.id.desc()).limit(PASSWORDS_REMEMBERED)
    connection.execute(
        delete(old_passwords).where(own, old_passwords.c.id.not_in([row.id for row in connection.execute(kept)]))
    )


def earlier_passwords(connection: Connection, account: Account) -> list[str]:
    """Return the hashes of the passwords that are refused beside the present one."""
    others = PASSWORDS_REMEMBERED if account.password_temporary else PASSWORDS_REMEMBERED - 1
    own = old_passwords.c.access_code_id == account.id
    statement = select(old_passwords.c.password_hash).where(own).order_by(old_passwords.c.id.desc()).limit(others)
    return list(connection.execute(statement).scalars())
