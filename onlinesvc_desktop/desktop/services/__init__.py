# SPDX-License-Identifier: MIT
"""One page per service, and the home page that lists them."""
