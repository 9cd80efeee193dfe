# SPDX-License-Identifier: MIT
"""The command ``onlinesvc-desktop``: reads its arguments before anything heavy is imported."""

import gc
import signal
import sys
from pathlib import Path

from onlinesvc_desktop import __version__
from onlinesvc_desktop.desktop.options import Options


def parse(arguments: list[str]) -> Options:
    """Return the options of a command line. A clerk's start has none, and is spared the parser."""
    if not arguments:
        return Options()
    import argparse

    parser = argparse.ArgumentParser(prog="onlinesvc-desktop", description="Online services for freight customers.")
    parser.add_argument("--version", action="version", version=__version__)
    parser.add_argument("--server", metavar="URL", help="use the backend at this address")
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help="keep all files below this folder")
    parser.add_argument("--language", choices=("en", "fr"), help="start in this language")
    parser.add_argument("--appearance", choices=("system", "light", "dark"), help="light or dark")
    parser.add_argument("--sample", action="store_true", help="on the first start, go straight to sample data")
    parser.add_argument("--tour", type=Path, metavar="OUT", help="go through the main job and write pictures")
    parser.add_argument("--request-log", type=Path, metavar="FILE", help="let the embedded backend note each request")
    parser.add_argument("--selfcheck", action="store_true", help="check that everything needed was shipped, and end")
    commands = parser.add_subparsers(dest="command")
    trace = commands.add_parser("trace", help="trace shipments without a window")
    trace.add_argument("numbers", nargs="+", metavar="NUMBER")
    trace.add_argument("--json", action="store_true", help="print the server's answer as JSON")
    given = vars(parser.parse_args(arguments))
    return Options(**given | {"numbers": tuple(given.get("numbers", ()))})


def main(arguments: list[str] | None = None) -> int:
    """Run the program and return its exit status."""
    options = parse(sys.argv[1:] if arguments is None else arguments)
    if options.command == "trace":
        from onlinesvc_desktop.desktop.trace_command import run_trace

        return run_trace(options)
    if options.selfcheck:
        from onlinesvc_desktop.desktop.selfcheck import run_selfcheck

        return run_selfcheck()
    # Until the window can close itself, Ctrl+C ends the program at once: Qt would swallow what Python raises in a slot.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    # Nothing loaded or made until the first paint is garbage; looking for some would cost a tenth of the start.
    gc.disable()
    # The embedded backend is begun before Qt is loaded, and starts beside it.
    from onlinesvc_desktop.desktop.ground import prepare_ground

    ground = prepare_ground(options)
    from onlinesvc_desktop.desktop.application import run_window

    return run_window(options, ground)


if __name__ == "__main__":
    sys.exit(main())
