# SPDX-License-Identifier: MIT
"""What can be wrong with a bundle; apart from the rest, which imports cryptography."""


class BundleError(Exception):
    """A bundle is refused; nothing was changed. The text says why."""
