# SPDX-License-Identifier: MIT
"""Read one part of a file so that whatever is wrong with it costs that part alone."""

import logging
from collections.abc import Callable

from onlinesvc_desktop.backend.failures import note_failure
from onlinesvc_desktop.backend.intake.records import QuarantineError, Said
from onlinesvc_desktop.contract.intake import QuarantineReason

log = logging.getLogger(__name__)


def attempt(read: Callable[[], Said]) -> tuple[Said, QuarantineError | None]:
    """Return what a part says, or why it is set aside; an error nobody foresaw sets it aside by the error's name."""
    try:
        return read(), None
    except QuarantineError as fault:
        return Said(), fault
    except Exception as error:  # noqa: BLE001 - a defect of the reading costs the part that shows it, never the file
        note_failure(log, "a part of a file cannot be read; it is set aside", error)
        return Said(), QuarantineError(QuarantineReason.NOT_READABLE, type(error).__name__)
