# SPDX-License-Identifier: MIT
"""The audit log lets go of lines a year older than its newest, and of nothing else."""

from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

_SQLITE = """
CREATE TRIGGER audit_no_DELETE BEFORE DELETE ON audit
WHEN OLD.at >= (SELECT max(at) FROM audit) - 31536000
BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END
"""
_FUNCTION = """
CREATE FUNCTION audit_kept() RETURNS trigger LANGUAGE plpgsql AS
'BEGIN IF OLD.at >= (SELECT max(at) FROM audit) - 31536000 THEN
RAISE EXCEPTION ''the audit log only grows''; END IF; RETURN OLD; END'
"""
_STATEMENT = """
CREATE TRIGGER audit_only_grows BEFORE UPDATE OR TRUNCATE ON audit
FOR EACH STATEMENT EXECUTE FUNCTION audit_only_grows()
"""
_POSTGRESQL = (
    "DROP TRIGGER audit_only_grows ON audit",
    _STATEMENT,
    _FUNCTION,
    "CREATE TRIGGER audit_kept BEFORE DELETE ON audit FOR EACH ROW EXECUTE FUNCTION audit_kept()",
)


def upgrade() -> None:
    """Index the moments, then guard deletions row by row."""
    op.create_index(op.f("ix_audit_at"), "audit", ["at"], unique=False)
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TRIGGER audit_no_DELETE")
        op.execute(_SQLITE)
    else:
        for statement in _POSTGRESQL:
            op.execute(statement)
