# SPDX-License-Identifier: MIT
"""The real program, telling when it painted and when its embedded backend answered."""

import gc
import sys
import time
from typing import Any

from onlinesvc_desktop.desktop.main import parse


def main() -> int:
    stay = "--stay" in sys.argv
    options = parse([argument for argument in sys.argv[1:] if argument != "--stay"])
    gc.disable()
    from onlinesvc_desktop.desktop.ground import prepare_ground

    ground = prepare_ground(options)
    from onlinesvc_desktop.desktop import application
    from onlinesvc_desktop.desktop.connection import LinkState
    from onlinesvc_desktop.desktop.program import Program

    after_first_paint = application._after_first_paint

    def watched(program: Program, *arguments: Any) -> None:
        print(f"painted {time.monotonic()}", flush=True)

        def changed() -> None:
            if program.connection.state is LinkState.ONLINE:
                print(f"online {time.monotonic()} {program.embedded.pid}", flush=True)
                if not stay:
                    program.window.close()

        program.connection.changed.connect(changed)
        after_first_paint(program, *arguments)

    application._after_first_paint = watched  # type: ignore[assignment]
    return application.run_window(options, ground)


sys.exit(main())
