# SPDX-License-Identifier: MIT
"""The small HTTP server behind the program. Imports the contract only; no Qt."""
