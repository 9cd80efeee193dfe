# SPDX-License-Identifier: MIT
"""Run benchmarks: all of them, or those named on the command line. Exit status 1 when a figure is not met."""

import sys
from collections.abc import Callable

from tests.bench import (
    addresses,
    bill_of_lading,
    documents,
    frozen,
    intake,
    interface,
    invoices,
    rates,
    server,
    signed_in,
    startup,
)
from tests.bench.figures import WIDTH, Figure

BENCHMARKS: dict[str, Callable[[], list[Figure]]] = {
    "start": startup.measure,
    "language": interface.measure_language,
    "trace": interface.measure_trace,
    "stall": interface.measure_stall,
    "addresses": addresses.measure,
    "signed-in": signed_in.measure,
    "transit": server.measure_transit_times,
    "quote": rates.measure,
    "intake": intake.measure,
    "bill": bill_of_lading.measure,
    "invoices": invoices.measure,
    "document": documents.measure,
    "sample": server.measure_sample,
    "frozen": frozen.measure,
}


_SCALE = 10_000_000


def main() -> int:
    names = sys.argv[1:] or list(BENCHMARKS)
    if names[0] == "--scale":
        from tests.bench import scale

        shipments = int(names[1]) if len(names) > 1 else _SCALE
        BENCHMARKS["scale"] = lambda: scale.measure(shipments)
        names = ["scale"]
    met = True
    sys.stdout.write(f"{'figure':<{WIDTH}}{'measured':>12}{'floor':>12}{'ratio':>8}{'limit':>8}\n")
    for name in names:
        for figure in BENCHMARKS[name]():
            met &= figure.met
            sys.stdout.write(figure.line() + "\n")
            sys.stdout.flush()
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
