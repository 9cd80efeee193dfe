# SPDX-License-Identifier: MIT
"""The program's words for the codes on the wire."""
