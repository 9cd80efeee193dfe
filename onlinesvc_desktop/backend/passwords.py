# SPDX-License-Identifier: MIT
"""Argon2id, with equal work for a code that exists and one that does not."""

import secrets
from collections.abc import Sequence

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from onlinesvc_desktop.contract.new_password import new_password_problem
from onlinesvc_desktop.contract.problem import FieldProblem

_MEMORY_KIB = 47_104
"""46 MiB, one pass, one lane: OWASP's first choice for Argon2id, sized for a clerk's machine as well as a server."""


class Passwords:
    """Hash and verify; safe to use from several threads."""

    def __init__(self) -> None:
        self._hasher = PasswordHasher(time_cost=1, memory_cost=_MEMORY_KIB, parallelism=1)
        self._decoy = self._hasher.hash("no account has this password")

    def hash(self, password: str) -> str:
        """Return the encoded hash."""
        return self._hasher.hash(password)

    def verify(self, stored: str | None, password: str) -> bool:
        """Tell whether the password is right; without a stored hash do the same work and say no."""
        try:
            self._hasher.verify(stored or self._decoy, password)
        except (VerificationError, InvalidHashError):
            return False
        return stored is not None

    def is_outdated(self, stored: str) -> bool:
        """Tell whether a hash was made with other parameters than today's."""
        return self._hasher.check_needs_rehash(stored)


_CLEAR_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"


def random_letters(count: int) -> str:
    """Return random letters and digits that nobody takes for one another."""
    return "".join(secrets.choice(_CLEAR_LETTERS) for _ in range(count))


def temporary_password() -> str:
    """Return a password for one use, of 79 random bits, that can be read out on the telephone."""
    return "-".join(random_letters(4) for _ in range(4))


def new_password_fault(
    new_password: str, current_password: str, access_code: str, about: Sequence[str]
) -> FieldProblem | None:
    """Return why a new password is refused, or None."""
    from zxcvbn import zxcvbn

    return new_password_problem(new_password, current_password, access_code, about, zxcvbn)
