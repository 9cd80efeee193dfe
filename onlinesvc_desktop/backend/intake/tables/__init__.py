# SPDX-License-Identifier: MIT
"""Status events out of tables that others wrote: CSV of any dialect, Excel and OpenDocument workbooks, by a mapping."""
