# SPDX-License-Identifier: MIT
"""Start the program with ``python -m onlinesvc_desktop``."""

import sys

from onlinesvc_desktop.desktop.main import main

sys.exit(main())
