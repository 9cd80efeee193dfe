# SPDX-License-Identifier: MIT
"""The wire between program and backend: messages, codes, routes and limits. Imports nothing of ours."""
