# SPDX-License-Identifier: MIT
"""The administrator's pages: one list for each queue, built on one piece."""
