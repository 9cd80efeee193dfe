# SPDX-License-Identifier: MIT
"""One measured figure against its floor."""

from dataclasses import dataclass

WIDTH = 76
"""Of the column of names, in characters."""


@dataclass(frozen=True)
class Figure:
    """``measured`` and ``floor`` in ``unit``; the ratio stays at most ``limit``, or at least when ``at_least``."""

    name: str
    measured: float
    floor: float
    limit: float
    unit: str = "ms"
    at_least: bool = False

    @property
    def ratio(self) -> float:
        return self.measured / self.floor

    @property
    def met(self) -> bool:
        return self.ratio >= self.limit if self.at_least else self.ratio <= self.limit

    def line(self) -> str:
        sign = ">=" if self.at_least else "<="
        verdict = "" if self.met else "  NOT MET"
        return (
            f"{self.name:<{WIDTH}}{self.measured:>9.1f} {self.unit:<2}{self.floor:>9.1f} {self.unit:<2}"
            f"{self.ratio:>8.2f}{sign:>4}{self.limit:>5.2f}{verdict}"
        )


def median(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]
