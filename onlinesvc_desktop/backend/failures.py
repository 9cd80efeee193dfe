# SPDX-License-Identifier: MIT
"""Note a failure in the log without what it was about: databases quote rows in their messages, and rows hold people."""

import logging
import traceback

from sqlalchemy.exc import DBAPIError


def note_failure(log: logging.Logger, what: str, error: BaseException) -> None:
    """Write where it failed; of a failed statement its text and the kind of error, never values or the row."""
    if isinstance(error, DBAPIError):
        kind = type(error.orig).__name__
        state = getattr(error.orig, "sqlstate", None) or ""
        place = "".join(traceback.format_tb(error.__traceback__))
        log.error("%s: %s %s in %s\n%s", what, kind, state, error.statement, place)
    else:
        log.error(what, exc_info=error)
