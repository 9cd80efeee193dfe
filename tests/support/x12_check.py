# SPDX-License-Identifier: MIT
"""What an independent X12 library finds wrong with an answer: envelopes by its reader, segments by its own maps.

Its walker loses its way in its maps of the 997 and 999, also with published ones, so each segment between ST and SE is
held against the map on its own. Its maps of the envelope know the qualifiers of health care alone and are not asked.
"""

import io
from functools import cache
from typing import Any

from pyx12.map_if import load_map_file
from pyx12.params import ParamsBase
from pyx12.x12file import X12Reader

_MAPS = {"997": "997.4010.xml", "999": "999.5010X231.A1.xml"}
_HEALTH_CARE = frozenset({"AK101", "AK201"})
"""Elements whose lists of codes in those maps hold the groups and sets of health care alone."""
_ENVELOPE = frozenset({"ISA", "TA1", "GS", "GE", "IEA"})


def faults_of(answer: str) -> list[str]:
    """Return what is wrong with an answer."""
    found: list[str] = []
    reader = X12Reader(io.StringIO(answer))
    nodes: dict[str, Any] = {}
    for segment in reader:
        found += [f"{one[1]} {one[2]}" for one in reader.pop_errors()]
        name = segment.get_seg_id()
        if name == "ST":
            nodes = _segments_of(_MAPS[segment.get_value("ST01")])
        if name in _ENVELOPE:
            continue
        if name not in nodes:
            found.append(f"{name} is not in the map")
            continue
        is_valid, errors = nodes[name].is_valid_errors(segment)
        if not is_valid:
            found += [f"{one.refdes} {one.err_str}" for one in errors if one.refdes not in _HEALTH_CARE]
    reader.cleanup()
    return found + [f"{one[1]} {one[2]}" for one in reader.pop_errors()]


@cache
def _segments_of(name: str) -> dict[str, Any]:
    """Return the nodes of a map's segments by their names; the first of several."""
    nodes: dict[str, Any] = {}
    pending = [load_map_file(name, ParamsBase())]
    while pending:
        node = pending.pop(0)
        if node.is_segment():
            nodes.setdefault(node.id, node)
        else:
            pending += [child for children in node.pos_map.values() for child in children]
    return nodes
