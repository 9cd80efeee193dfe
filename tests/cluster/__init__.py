# SPDX-License-Identifier: MIT
"""The carrier's cluster of ``deploy/`` on this computer: raised, broken at random, and counted."""
