# SPDX-License-Identifier: MIT
"""The kinds of page that services are made of: form, list, tabs, decision."""
