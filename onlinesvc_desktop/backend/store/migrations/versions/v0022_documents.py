# SPDX-License-Identifier: MIT
"""Documents of shipments; contents of files in pieces, those of claims among them."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_PIECE_BYTES = 262_144


def upgrade() -> None:
    """Create the tables and move what claims kept."""
    contents = op.create_table(
        "contents",
        sa.Column("digest", sa.LargeBinary(32), nullable=False),
        sa.Column("media_type", sa.String(32), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_contents")),
    )
    pieces = op.create_table(
        "content_pieces",
        sa.Column("digest", sa.LargeBinary(32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("bytes", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["digest"], ["contents.digest"], name=op.f("fk_content_pieces_digest")),
        sa.PrimaryKeyConstraint("digest", "number", name=op.f("pk_content_pieces")),
    )
    op.create_table(
        "documents",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("shipment_id", _KEY, nullable=False),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("digest", sa.LargeBinary(32), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=True),
        sa.Column("captured_at", sa.BigInteger(), nullable=True),
        sa.Column("captured_offset", sa.Integer(), nullable=True),
        sa.Column("added_at", sa.BigInteger(), nullable=False),
        sa.Column("access_code_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["access_code_id"], ["access_codes.id"], name=op.f("fk_documents_access_code_id")),
        sa.ForeignKeyConstraint(["digest"], ["contents.digest"], name=op.f("fk_documents_digest")),
        sa.ForeignKeyConstraint(["shipment_id"], ["shipments.id"], name=op.f("fk_documents_shipment_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_documents")),
    )
    op.create_index(op.f("ix_documents_digest"), "documents", ["digest"], unique=False)
    op.create_index("ux_documents_shipment_id_kind_digest", "documents", ["shipment_id", "kind", "digest"], unique=True)
    _move_claim_contents(contents, pieces)


def _move_claim_contents(contents: sa.Table, pieces: sa.Table) -> None:
    old = sa.Table(
        "claim_contents",
        sa.MetaData(),
        sa.Column("digest", sa.LargeBinary(32)),
        sa.Column("media_type", sa.String(32)),
        sa.Column("size", sa.Integer()),
        sa.Column("content", sa.LargeBinary()),
    )
    connection = op.get_bind()
    for digest in connection.execute(sa.select(old.c.digest)).scalars().all():
        row = connection.execute(sa.select(old).where(old.c.digest == digest)).one()
        kept = {"digest": digest, "media_type": row.media_type, "size": row.size}
        connection.execute(sa.insert(contents).values(**kept))
        for number, start in enumerate(range(0, row.size, _PIECE_BYTES)):
            piece = {"digest": digest, "number": number, "bytes": bytes(row.content[start : start + _PIECE_BYTES])}
            connection.execute(sa.insert(pieces).values(**piece))
    if connection.dialect.name == "sqlite":
        _make_claim_files_anew()
    else:
        op.drop_constraint("fk_claim_files_digest", "claim_files", type_="foreignkey")
        op.create_foreign_key("fk_claim_files_digest", "claim_files", "contents", ["digest"], ["digest"])
    op.drop_table("claim_contents")


def _make_claim_files_anew() -> None:
    """Write the table out instead of altering it: Alembic would put its constraints in another order at each run.

    A copy is put back only when its schema is to the letter the one that these steps make.
    """
    op.create_table(
        "claim_files_new",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("claim_id", _KEY, nullable=False),
        sa.Column("digest", sa.LargeBinary(32), nullable=False),
        sa.Column("paper", sa.String(24), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("added_at", sa.BigInteger(), nullable=False),
        sa.Column("access_code_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["access_code_id"], ["access_codes.id"], name=op.f("fk_claim_files_access_code_id")),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name=op.f("fk_claim_files_claim_id")),
        sa.ForeignKeyConstraint(["digest"], ["contents.digest"], name=op.f("fk_claim_files_digest")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim_files")),
    )
    op.execute("INSERT INTO claim_files_new SELECT * FROM claim_files")
    op.drop_table("claim_files")
    op.rename_table("claim_files_new", "claim_files")
    for column in ("claim_id", "digest"):
        op.create_index(op.f(f"ix_claim_files_{column}"), "claim_files", [column], unique=False)
