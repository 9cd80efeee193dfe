# SPDX-License-Identifier: MIT
"""Every operation, wherever in the contract it is declared."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import MappingProxyType
from typing import Any, Final

from onlinesvc_desktop.contract.operation import Operation


def _declared() -> Iterator[Operation[Any]]:
    for found in iter_modules([str(Path(__file__).parent)], __name__.removesuffix("operations")):
        if found.name != __name__:
            yield from (value for value in vars(import_module(found.name)).values() if isinstance(value, Operation))


OPERATIONS: Final[tuple[Operation[Any], ...]] = tuple({id(one): one for one in _declared()}.values())
QUEUED: Final[Mapping[str, Operation[Any]]] = MappingProxyType({one.queued: one for one in OPERATIONS if one.queued})
"""What may wait until a backend can be reached, by its name in the files of such work."""
