# SPDX-License-Identifier: MIT
"""Damage what comes from outside and put it through every door, for as long as is said; print each finding.

A finding comes with its seed and its input; ``--again CASE`` puts one case in once more.
"""

import argparse
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.fuzz.run import Case, cases, tried
from tests.fuzz.targets import all_targets

_MEMORY = 3_000_000_000


def main() -> int:
    parser = argparse.ArgumentParser(prog="tests.fuzz", description=__doc__)
    parser.add_argument("seconds", nargs="?", type=float, default=60.0)
    parser.add_argument("seed", nargs="?", type=int, default=time.time_ns() % 1_000_000)
    parser.add_argument("--only", action="append", metavar="DOOR", help="one door; may be given again for another")
    parser.add_argument("--again", metavar="CASE", help="as a finding names it: DOOR/SEED/NUMBER")
    options = parser.parse_args()
    _bound_memory()
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        targets = {target.name: target for target in all_targets(Path(folder))}
        if unknown := set(options.only or ()) - targets.keys():
            parser.error(f"no door {', '.join(sorted(unknown))}; there are {', '.join(targets)}")
        if options.again:
            door, seed, number = options.again.split("/")
            found = tried(Case(targets[door], int(seed), int(number)))
            print(found or "nothing is wrong")
            return 1 if found else 0
        chosen = [targets[name] for name in options.only or targets]
        print(f"seed {options.seed}: {', '.join(target.name for target in chosen)}", flush=True)
        until, counts, findings = time.monotonic() + options.seconds, Counter[str](), 0
        for case in cases(chosen, options.seed):
            if time.monotonic() > until:
                break
            counts[case.target.name] += 1
            if (found := tried(case)) is not None:
                findings += 1
                print(found, flush=True)
    print(f"{sum(counts.values())} cases, {findings} findings: " + ", ".join(f"{n} {name}" for name, n in counts.items()))
    return 1 if findings else 0


def _bound_memory() -> None:
    """Let what takes all memory fail here, where the system has such a bound."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


if __name__ == "__main__":
    sys.exit(main())
