# SPDX-License-Identifier: MIT
"""The remembered password, in the system keyring only (design section 9); never a file.

Calls block until the keyring answers, and a keyring can hang: run them on a worker thread and give up on the result after
``DEADLINE_SECONDS``.
"""

from collections.abc import Callable
from enum import StrEnum

_SERVICE = "OnlineServices"
DEADLINE_SECONDS = 5.0


class SecretOutcome(StrEnum):
    """What became of a request to the keyring."""

    DONE = "done"
    ABSENT = "absent"
    LOCKED = "locked"
    UNAVAILABLE = "unavailable"


class SecretStore:
    """Passwords by server and access code."""

    def __init__(self, server: Callable[[], str]) -> None:
        self._server = server

    def _key(self, access_code: str) -> str:
        return f"{access_code.casefold()}@{self._server()}"

    def probe(self) -> SecretOutcome:
        """Tell whether there is a keyring at all; whether it is locked shows only when something is asked of it."""
        import keyring
        from keyring.errors import KeyringError

        try:
            ready = keyring.get_keyring().priority > 0
        except (KeyringError, OSError, RuntimeError):
            ready = False
        return SecretOutcome.DONE if ready else SecretOutcome.UNAVAILABLE

    def save(self, access_code: str, password: str) -> SecretOutcome:
        """Keep a password."""
        import keyring
        from keyring.errors import KeyringError, KeyringLocked

        try:
            keyring.set_password(_SERVICE, self._key(access_code), password)
        except KeyringLocked:
            return SecretOutcome.LOCKED
        except (KeyringError, OSError, RuntimeError):
            return SecretOutcome.UNAVAILABLE
        return SecretOutcome.DONE

    def load(self, access_code: str) -> tuple[SecretOutcome, str]:
        """Return a kept password."""
        import keyring
        from keyring.errors import KeyringError, KeyringLocked

        try:
            password = keyring.get_password(_SERVICE, self._key(access_code))
        except KeyringLocked:
            return SecretOutcome.LOCKED, ""
        except (KeyringError, OSError, RuntimeError):
            return SecretOutcome.UNAVAILABLE, ""
        return (SecretOutcome.ABSENT, "") if password is None else (SecretOutcome.DONE, password)

    def forget(self, access_code: str) -> SecretOutcome:
        """Remove a password."""
        import keyring
        from keyring.errors import KeyringError, KeyringLocked, PasswordDeleteError

        try:
            keyring.delete_password(_SERVICE, self._key(access_code))
        except PasswordDeleteError:
            return SecretOutcome.ABSENT
        except KeyringLocked:
            return SecretOutcome.LOCKED
        except (KeyringError, OSError, RuntimeError):
            return SecretOutcome.UNAVAILABLE
        return SecretOutcome.DONE
