# SPDX-License-Identifier: MIT
"""The services, one package each; none knows another."""
