# SPDX-License-Identifier: MIT
"""Claims, their steps and their files."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "claims",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("number", sa.String(10), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=True),
        sa.Column("access_code_id", sa.Integer(), nullable=False),
        sa.Column("shipment_id", _KEY, nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("submitted_at", sa.BigInteger(), nullable=False),
        sa.Column("details", sa.Text(), nullable=False),
        sa.Column("outlook", sa.Text(), nullable=False),
        sa.Column("asked", sa.Text(), nullable=False),
        sa.Column("is_late", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("offered_cents", sa.BigInteger(), nullable=True),
        sa.Column("payment_reference", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["access_code_id"], ["access_codes.id"], name=op.f("fk_claims_access_code_id")),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_claims_customer_id")),
        sa.ForeignKeyConstraint(["shipment_id"], ["shipments.id"], name=op.f("fk_claims_shipment_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claims")),
        sa.UniqueConstraint("number", name=op.f("uq_claims_number")),
    )
    for column in ("access_code_id", "shipment_id", "state"):
        op.create_index(op.f(f"ix_claims_{column}"), "claims", [column], unique=False)
    op.create_index(op.f("ix_claims_customer_id"), "claims", ["customer_id", "id"], unique=False)
    op.create_table(
        "claim_steps",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("claim_id", _KEY, nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("door", sa.String(12), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("access_code_id", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("offered_cents", sa.BigInteger(), nullable=True),
        sa.Column("payment_reference", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["access_code_id"], ["access_codes.id"], name=op.f("fk_claim_steps_access_code_id")),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name=op.f("fk_claim_steps_claim_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim_steps")),
    )
    op.create_index(op.f("ix_claim_steps_claim_id"), "claim_steps", ["claim_id"], unique=False)
    op.create_table(
        "claim_contents",
        sa.Column("digest", sa.LargeBinary(32), nullable=False),
        sa.Column("media_type", sa.String(32), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_claim_contents")),
    )
    op.create_table(
        "claim_files",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("claim_id", _KEY, nullable=False),
        sa.Column("digest", sa.LargeBinary(32), nullable=False),
        sa.Column("paper", sa.String(24), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("added_at", sa.BigInteger(), nullable=False),
        sa.Column("access_code_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["access_code_id"], ["access_codes.id"], name=op.f("fk_claim_files_access_code_id")),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name=op.f("fk_claim_files_claim_id")),
        sa.ForeignKeyConstraint(["digest"], ["claim_contents.digest"], name=op.f("fk_claim_files_digest")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim_files")),
    )
    for column in ("claim_id", "digest"):
        op.create_index(op.f(f"ix_claim_files_{column}"), "claim_files", [column], unique=False)
