# SPDX-License-Identifier: MIT
"""The files of ``deploy/`` as they stand, with addresses of this computer and a temporary folder instead of a carrier's."""

import random
import socket
from pathlib import Path

DEPLOY = Path(__file__).parents[2] / "deploy"
DATABASES = {"db1": 11, "db2": 12, "db3": 13}
NODES = {"node1": 21, "node2": 22}
PROXY = 10
_NETWORK = "10.20.0."


class Places:
    """Where everything lies and answers; without a network of its own on 127.0.0.0/8, the whole of which is this computer.

    So every port stays what it is.
    """

    def __init__(self, folder: Path, network: str = "") -> None:
        self.folder = folder
        self.network = network or _free_network()

    def address(self, number: int) -> str:
        """Return the address of one machine."""
        return f"{self.network}{number}"

    @property
    def url(self) -> str:
        """Where the workstations go."""
        return f"https://{self.address(PROXY)}:8765"

    @property
    def authority(self) -> Path:
        """The authority that signed the certificate of each machine."""
        return self.folder / "site" / "authority.pem"

    @property
    def database_url(self) -> str:
        """The primary, whoever it is, past every pooler."""
        return f"postgresql://onlinesvc:change-me-online@{self.address(PROXY)}:5432/onlinesvc"

    def machine(self, name: str) -> Path:
        """Return the folder of one machine."""
        return self.folder / name

    def data(self, name: str) -> Path:
        """Return the folder of a database machine's PostgreSQL."""
        return self.machine(name) / "postgresql" / "15" / "online"

    def filled(self, file: str, name: str, number: int) -> str:
        """Return a file of ``deploy/`` for one machine of this computer."""
        text = (DEPLOY / file).read_text("utf-8")
        text = text.replace("@NAME@", name).replace("@ADDRESS@", f"{_NETWORK}{number}")
        if self.network.startswith("127."):
            # Whoever connects to an address of loopback comes from 127.0.0.1.
            text = text.replace(f"{_NETWORK}0/24", "127.0.0.0/8")
            text = text.replace(f'trusted_proxies = ["{_NETWORK}{PROXY}"]', 'trusted_proxies = ["127.0.0.1"]')
        home = self.machine(name)
        moved = {
            _NETWORK: self.network,
            "/var/lib/etcd": f"{home}/etcd",
            "/var/lib/postgresql": f"{home}/postgresql",
            "/var/run/postgresql": f"{home}",
            "/etc/pgbouncer": f"{home}",
            "/etc/haproxy": f"{home}",
            "/etc/online-tls": f"{home}/tls",
            "/srv/onlinesvc": f"{self.folder}/shared",
            "log /dev/log local0": "log stdout format raw local0",
            "mode: automatic": "mode: off",
        }
        for there, here in moved.items():
            text = text.replace(there, here)
        return text

    def write(self, file: str, target: str, name: str, number: int, *more: str) -> Path:
        """Write a file of ``deploy/`` into the folder of one machine, with lines of our own behind it."""
        written = self.machine(name) / target
        written.parent.mkdir(parents=True, exist_ok=True)
        written.write_text(self.filled(file, name, number) + "".join(f"{line}\n" for line in more), "utf-8")
        return written


def _free_network() -> str:
    """Return a network of loopback on which nobody answers."""
    while True:
        network = f"127.{random.randrange(20, 250)}.{random.randrange(1, 250)}."
        try:
            socket.create_connection((f"{network}{PROXY}", 8765), 1).close()
        except OSError:
            return network
