# SPDX-License-Identifier: MIT
"""E-mail: the mail server of the configuration, the messages, and their delivery."""
