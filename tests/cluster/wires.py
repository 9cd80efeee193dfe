# SPDX-License-Identifier: MIT
"""A network of its own for each machine of the cluster, on one bridge, and wires between them that can be cut.

Linux and root only. What goes through a cut wire vanishes without a word, as with a switch that failed: both ends keep a
neighbour's address that nobody has. Nothing is set up in the network of this computer but the bridge.
"""

import os
import random
import shutil
import signal
import subprocess
from collections.abc import Iterable
from contextlib import suppress

HOST = 1
"""The number of this computer on the bridge, where the workstations are."""
_NOBODY = "02:00:00:00:00:99"
_IP = "ip"


def can_have_wires() -> bool:
    """Tell whether this process may make networks."""
    return os.geteuid() == 0 and shutil.which(_IP) is not None and _ip("netns", "list", check=False) == 0


def _ip(*words: str, check: bool = True) -> int:
    return subprocess.run([_IP, *words], check=check, capture_output=True).returncode


class Wires:
    """The networks of the machines with these numbers; ``network`` is what stands before a number, such as ``10.20.0.``."""

    def __init__(self, numbers: Iterable[int]) -> None:
        self.network = self._free_network()
        self._tag = f"osc{random.randrange(16**4):04x}"
        self._numbers = sorted(numbers)
        _ip("link", "add", self._tag, "type", "bridge")
        _ip("addr", "add", f"{self.network}{HOST}/24", "dev", self._tag)
        _ip("link", "set", self._tag, "up")
        for number in self._numbers:
            here, there = f"{self._tag}-{number}", self._name(number)
            _ip("netns", "add", there)
            _ip("link", "add", here, "type", "veth", "peer", "name", "eth0", "netns", there)
            _ip("link", "set", here, "master", self._tag, "up")
            for link in ("lo", "eth0"):
                _ip("-n", there, "link", "set", link, "up")
            _ip("-n", there, "addr", "add", f"{self.network}{number}/24", "dev", "eth0")

    @staticmethod
    def _free_network() -> str:
        taken = subprocess.run([_IP, "-o", "addr"], check=True, capture_output=True, text=True).stdout
        while True:
            network = f"10.{random.randrange(20, 250)}.{random.randrange(1, 250)}."
            if f" {network}" not in taken:
                return network

    def _name(self, number: int) -> str:
        return f"{self._tag}-{number}"

    def inside(self, number: int) -> list[str]:
        """Return what stands before the command of a program on one machine."""
        return [_IP, "netns", "exec", self._name(number)]

    def cut(self, one: int, other: int) -> None:
        """Let nothing pass between two machines, in either direction."""
        for here, there in ((one, other), (other, one)):
            nobody = ["lladdr", _NOBODY, "dev", "eth0", "nud", "permanent"]
            _ip("-n", self._name(here), "neigh", "replace", f"{self.network}{there}", *nobody)

    def mend(self, one: int, other: int) -> None:
        """Let everything pass again."""
        for here, there in ((one, other), (other, one)):
            _ip("-n", self._name(here), "neigh", "del", f"{self.network}{there}", "dev", "eth0", check=False)

    def close(self) -> None:
        """Take the networks away, and end whatever still runs in one of them."""
        for number in self._numbers:
            found = subprocess.run([_IP, "netns", "pids", self._name(number)], capture_output=True, text=True, check=False)
            for pid in found.stdout.split():
                with suppress(ProcessLookupError):
                    os.kill(int(pid), signal.SIGKILL)
            _ip("netns", "del", self._name(number), check=False)
        _ip("link", "del", self._tag, check=False)
