# SPDX-License-Identifier: MIT
"""What can be wrong with a copy; apart from the rest, so that commands can name it without importing it all."""


class BackupError(Exception):
    """A copy cannot be made or put back; the text says why. What there was is untouched."""


class BackupStoppedError(BackupError):
    """Whoever wanted the copy ends; it is made another time."""
