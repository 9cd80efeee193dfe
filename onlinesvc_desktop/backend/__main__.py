# SPDX-License-Identifier: MIT
"""Run the backend with ``python -m onlinesvc_desktop.backend``, as the program does for its embedded one."""

import sys

from onlinesvc_desktop.backend.cli import main

sys.exit(main())
