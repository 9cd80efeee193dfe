# SPDX-License-Identifier: MIT
"""``python3 dev.py faults [ROUNDS [SEED]]``: kills at random instants on SQLite and PostgreSQL, then the soak."""

import json
import os
import sys
import tempfile
import time
from pathlib import Path

from tests.faults import kills, soak
from tests.support.postgres import Cluster, binaries

_ROUNDS = 200


def main() -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else _ROUNDS
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else int(time.time())
    sys.stdout.write(f"seed {seed}\n")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "sqlite").mkdir()
        counts = kills.run(folder / "sqlite", rounds // 2, seed, None)
        sys.stdout.write(f"SQLite, {rounds // 2} rounds: {json.dumps(counts)}\n")
        sys.stdout.flush()
        programs = binaries()
        if programs is None:
            sys.stdout.write("PostgreSQL is not installed here: its rounds and the soak are left out\n")
            return 0
        (folder / "pg").mkdir()
        (folder / "postgresql").mkdir()
        cluster = Cluster(folder / "pg", programs)
        try:
            counts = kills.run(folder / "postgresql", rounds - rounds // 2, seed, cluster)
            sys.stdout.write(f"PostgreSQL, {rounds - rounds // 2} rounds: {json.dumps(counts)}\n")
            sys.stdout.flush()
            for line in soak.run(folder, cluster):
                sys.stdout.write(line + "\n")
                sys.stdout.flush()
        finally:
            cluster.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
