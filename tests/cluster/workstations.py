# SPDX-License-Identifier: MIT
"""Many clerks without windows in one process, each with the program's own queue, session, link and borrowed numbers.

``python -m tests.cluster.workstations FOLDER URL AUTHORITY ACCESS_CODE PASSWORD FIRST COUNT [drain]``. Each has a data
folder and a ledger of its own below the folder. With ``drain`` nothing new is submitted, and it ends when nothing waits.
"""

import random
import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

from tests.faults.shipper import Shipper

_PACE_MS = 5_000
_DRAINING_PACE_MS = 500


def main() -> int:
    folder, url, authority, access_code, password = Path(sys.argv[1]), *sys.argv[2:6]
    first, count = int(sys.argv[6]), int(sys.argv[7])
    drains = "drain" in sys.argv
    application = QCoreApplication([])
    shippers = []
    for number in range(first, first + count):
        home = folder / f"workstation{number}"
        home.mkdir(parents=True, exist_ok=True)
        shippers.append(Shipper(home / "data", url, home / "ledger.txt", access_code, password, authority))

    def step(shipper: Shipper) -> None:
        shipper.step(drains)
        if drains and all(pace.isActive() for pace in paces) and not any(one.queue.items for one in shippers):
            application.quit()

    paces = []
    for shipper in shippers:
        pace = QTimer()
        pace.setInterval(_DRAINING_PACE_MS if drains else round(_PACE_MS * random.uniform(0.8, 1.2)))
        pace.timeout.connect(partial(step, shipper))
        shipper.queue.loaded.connect(pace.start)
        shipper.queue.load()
        shipper.connection.start()
        paces.append(pace)
    application.exec()
    for shipper in shippers:
        shipper.jobs.close(5)
    return 0


if __name__ == "__main__":
    sys.exit(main())
