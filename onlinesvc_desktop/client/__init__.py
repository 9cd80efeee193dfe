# SPDX-License-Identifier: MIT
"""What the program does without widgets: network, faults, embedded backend, secrets, settings, paths."""
