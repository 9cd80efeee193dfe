# SPDX-License-Identifier: MIT
"""Help topics and the panel that shows them."""
