# SPDX-License-Identifier: MIT
"""``python3 dev.py cluster [--rounds N] [--seed S]``: the cluster of ``deploy/`` on this computer, until Ctrl+C."""

import argparse
import os
import signal
import sys
import tempfile
import time
from pathlib import Path

from tests.cluster.ledger import play
from tests.cluster.raised import describe, raised, tail_of_logs


def main() -> int:
    parser = argparse.ArgumentParser(prog="dev.py cluster", description=__doc__)
    parser.add_argument("--rounds", type=int, default=0, help="break something so many times while workstations work")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--only", default="", help="only what has this in its name")
    parser.add_argument("--workstations", type=int, default=50)
    options = parser.parse_args()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with tempfile.TemporaryDirectory(prefix="onlinesvc-cluster-") as name:
        try:
            with raised(Path(name), 200 if options.rounds else 2_000) as made:
                say(describe(made))
                if options.rounds:
                    play(made, options.rounds, options.workstations, options.seed, options.only, say)
                else:
                    say("Ctrl+C takes it down.")
                    signal.pause()
        except KeyboardInterrupt:
            say("taken down")
        except BaseException:
            say(tail_of_logs(Path(name)))
            raise
    return 0


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
