# SPDX-License-Identifier: MIT
"""``python3 dev.py faults [ROUNDS [SEED]]``: kills at random instants on SQLite and PostgreSQL, then the soak."""

import json
import os
import sys
import tempfile
import time
from pathlib import Path

from tests.faults import kills, soak
from tests.faults.shipping import ShippingScene
from tests.support.postgres import Cluster, binaries

_ROUNDS = 200


def main() -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else _ROUNDS
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else int(time.time())
    sys.stdout.write(f"seed {seed}\n")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _play(folder, "SQLite", rounds // 2, seed, None)
        programs = binaries()
        if programs is None:
            sys.stdout.write("PostgreSQL is not installed here: its rounds and the soak are left out\n")
            return 0
        (folder / "pg").mkdir()
        cluster = Cluster(folder / "pg", programs)
        try:
            _play(folder, "PostgreSQL", rounds - rounds // 2, seed, cluster)
            for line in soak.run(folder, cluster):
                sys.stdout.write(line + "\n")
                sys.stdout.flush()
        finally:
            cluster.stop()
    return 0


def _play(folder: Path, where: str, rounds: int, seed: int, cluster: Cluster | None) -> None:
    """Play the rounds of the requests and those of shipping, and say what was counted."""
    for what, kind in (("requests", kills.Scene), ("shipping", ShippingScene)):
        home = folder / f"{where} {what}"
        home.mkdir()
        counts = kills.run(home, rounds, seed, cluster, kind)
        sys.stdout.write(f"{where}, {what}, {rounds} rounds: {json.dumps(counts)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
