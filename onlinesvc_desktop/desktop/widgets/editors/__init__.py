# SPDX-License-Identifier: MIT
"""Editors of one value each, from a line of text to a table of lines, behind one interface."""
