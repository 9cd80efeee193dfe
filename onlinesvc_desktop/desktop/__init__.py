# SPDX-License-Identifier: MIT
"""The Qt program: composition, window, docks, service pages, models, language, theme, help."""
