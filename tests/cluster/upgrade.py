# SPDX-License-Identifier: MIT
"""A next version of the program, whose schema has more: given to one node after the other while everybody works."""

import shutil
from functools import partial
from pathlib import Path

from onlinesvc_desktop.backend.store.migrate import NEWEST
from tests.cluster.places import DEPLOY, NODES
from tests.cluster.raised import Raised, wait

_END_SECONDS = 60.0
_VERSIONS = "onlinesvc_desktop/backend/store/migrations/versions"
_MIGRATION = '''"""What a next version adds; the present one goes on without knowing."""

import sqlalchemy as sa
from alembic import op

revision = "{new}"
down_revision = "{old}"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Expand."""
    op.add_column("bills_of_lading", sa.Column("of_version_{new}", sa.String(20), nullable=True))
    op.add_column("pickups", sa.Column("of_version_{new}", sa.Integer, server_default="0", nullable=False))
    op.create_table("table_of_{new}", sa.Column("id", sa.Integer, primary_key=True))
'''


class Upgrades:
    """One version after the other, each from the last; what failed meanwhile is counted by the proxy."""

    def __init__(self, made: Raised) -> None:
        self._made = made
        self._schema = NEWEST
        self.asked = 0
        self.failed = 0
        self.played = 0

    def play(self) -> None:
        """Upgrade node by node.

        Raises:
            TimeoutError: a node does not end, or does not come back.
        """
        self.played += 1
        asked, failed = self._counts()
        home = self._next_version()
        for name in NODES:
            service = self._made.service(f"{name} backend")
            # In order: it answers until the proxy sends nothing more.
            service.end(_END_SECONDS)
            service.change("PYTHONPATH", str(home))
            service.start()
            wait(f"{name} in its new version", partial(self._is_up, name))
        now_asked, now_failed = self._counts()
        self.asked += now_asked - asked
        self.failed += now_failed - failed

    def _is_up(self, name: str) -> bool:
        return self._made.states("nodes").get(name) == "UP"

    def _next_version(self) -> Path:
        """Make the program of the next version: the present one and one more step of the schema."""
        old, self._schema = self._schema, str(max(9000, int(self._schema)) + 1)
        home = self._made.places.folder / f"version-{self._schema}"
        source = DEPLOY.parent if old == NEWEST else self._made.places.folder / f"version-{old}"
        shutil.copytree(source / "onlinesvc_desktop", home / "onlinesvc_desktop")
        for name in ("resources", "translations"):
            (home / name).symlink_to(DEPLOY.parent / name)
        (home / _VERSIONS / f"v{self._schema}_next.py").write_text(_MIGRATION.format(new=self._schema, old=old), "utf-8")
        return home

    def _counts(self) -> tuple[int, int]:
        """Return how many requests the proxy has answered, and how many of them in vain or with a failure of the server."""
        rows = {(row["# pxname"], row["svname"]): row for row in self._made.statistics()}
        front, back = rows["online", "FRONTEND"], rows["nodes", "BACKEND"]
        failed = [front["hrsp_5xx"], back["eresp"], back["srv_abrt"]]
        return int(front["req_tot"]), sum(int(number) for number in failed)
