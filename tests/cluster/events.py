# SPDX-License-Identifier: MIT
"""What may happen to the cluster: parts are killed or hang, wires are cut, a new version comes."""

import os
import random
import signal
import time
from collections.abc import Callable, Iterable

from tests.cluster.places import DATABASES, NODES, PROXY
from tests.cluster.raised import Raised
from tests.cluster.upgrade import Upgrades
from tests.support.backend import children_of


class Events:
    """Everything that may happen, by its name in the count; each returns when it is over, not when all is well again."""

    def __init__(self, made: Raised, choice: random.Random, workstations: int) -> None:
        self._made = made
        self._random = choice
        self._workstations = workstations
        self.upgrades = Upgrades(made)
        self.all: dict[str, Callable[[], None]] = {
            "primary: PostgreSQL killed": self._kill_postgresql,
            "primary: machine lost": lambda: self._machine(made.primary(), signal.SIGKILL),
            "primary: machine hangs": lambda: self._machine(made.primary(), signal.SIGSTOP),
            "standby: machine lost": lambda: self._machine(self._standby(), signal.SIGKILL),
            "standby: machine hangs": lambda: self._machine(self._standby(), signal.SIGSTOP),
            "pooler killed": lambda: self._break([f"{self._node()} pooler"], signal.SIGKILL, 1, 3),
            "pooler hangs": lambda: self._break([f"{self._node()} pooler"], signal.SIGSTOP, 3, 8),
            "proxy killed": lambda: self._break(["proxy"], signal.SIGKILL, 1, 3),
            "proxy hangs": lambda: self._break(["proxy"], signal.SIGSTOP, 2, 6),
            "node lost": lambda: self._break(self._all_of_node(), signal.SIGKILL, 3, 10),
            "node hangs": lambda: self._break(self._all_of_node(), signal.SIGSTOP, 3, 10),
            "worker killed": lambda: self._worker(signal.SIGKILL, 0),
            "worker hangs": lambda: self._worker(signal.SIGSTOP, choice.uniform(3, 10)),
            "workstations killed": self._kill_workstations,
            "upgrade, node by node": self.upgrades.play,
        }
        if made.wires is not None:
            self.all |= {
                "cut: primary from all": lambda: self._cut(self._primary(), self._others(), 12, 20),
                "cut: primary from databases": lambda: self._cut(self._primary(), self._other_databases(), 12, 20),
                "cut: primary from one standby": lambda: self._cut(self._primary(), [self._a_standby()], 12, 20),
                "cut: primary from proxy": lambda: self._cut(self._primary(), [PROXY], 3, 8),
                "cut: standby from all": lambda: self._cut(self._a_standby(), [PROXY, *DATABASES.values()], 12, 20),
                "cut: node from proxy": lambda: self._cut(NODES[self._node()], [PROXY], 3, 10),
            }

    def _node(self) -> str:
        return self._random.choice(sorted(NODES))

    def _all_of_node(self) -> list[str]:
        node = self._node()
        return [f"{node} backend", f"{node} pooler"]

    def _standby(self) -> str:
        return self._random.choice(sorted(DATABASES.keys() - {self._made.primary()}))

    def _primary(self) -> int:
        return DATABASES[self._made.primary()]

    def _a_standby(self) -> int:
        return DATABASES[self._standby()]

    def _other_databases(self) -> list[int]:
        return sorted(set(DATABASES.values()) - {self._primary()})

    def _others(self) -> list[int]:
        return [PROXY, *NODES.values(), *self._other_databases()]

    def _cut(self, one: int, others: Iterable[int], least: float, most: float) -> None:
        wires = self._made.wires
        assert wires is not None
        others = [other for other in others if other != one]
        for other in others:
            wires.cut(one, other)
        time.sleep(self._random.uniform(least, most))
        for other in others:
            wires.mend(one, other)

    def _machine(self, name: str, number: signal.Signals) -> None:
        """Lose or hang a database machine for longer than it takes another one to follow."""
        self._break([f"{name} patroni", f"{name} etcd"], number, 12, 20)

    def _break(self, names: list[str], number: signal.Signals, least: float, most: float) -> None:
        services = [self._made.service(name) for name in names]
        if number is signal.SIGKILL:
            for service in services:
                service.kill()
            time.sleep(self._random.uniform(least, most))
            for service in reversed(services):
                service.start()
            return
        pids = [pid for service in services for pid in service.pids()]
        services[0].signal(signal.SIGSTOP, pids)
        time.sleep(self._random.uniform(least, most))
        services[0].signal(signal.SIGCONT, pids)

    def _kill_postgresql(self) -> None:
        service = self._made.service(f"{self._made.primary()} patroni")
        service.signal(signal.SIGKILL, service.pids()[1:])

    def _kill_workstations(self) -> None:
        self._break([f"workstations {self._random.randrange(self._workstations)}"], signal.SIGKILL, 0, 2)

    def _worker(self, number: signal.Signals, seconds: float) -> None:
        workers = sorted(children_of(self._made.service(f"{self._node()} backend").pid))
        if workers:
            worker = self._random.choice(workers)
            os.kill(worker, number)
            time.sleep(seconds)
            if number is signal.SIGSTOP:
                os.kill(worker, signal.SIGCONT)
