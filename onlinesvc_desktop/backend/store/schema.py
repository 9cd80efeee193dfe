# SPDX-License-Identifier: MIT
"""Tables as they stand after the newest migration.

Instants are stored as seconds since 1970 in UTC plus the offset in minutes that the source gave; weights in grams; money in
cents. Places and parties are shared rows, so a shipment stays narrow at ten million of them.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)

BigKey = BigInteger().with_variant(Integer, "sqlite")
"""SQLite numbers rows by itself only for a plain INTEGER key."""

customers = Table(
    "customers",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("number", String(16), nullable=False),
    Column("name", Text, nullable=False),
    Column("language", String(2), nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("address1", Text),
    Column("city", Text),
    Column("province", String(2)),
    Column("postal_code", String(16)),
    UniqueConstraint("number"),
)

company_keys = Table(
    "company_keys",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("customer_id", ForeignKey("customers.id"), nullable=False, index=True),
    Column("requestor", String(6), nullable=False),
    Column("authorization_hash", LargeBinary(32), nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("revoked_at", BigInteger),
    UniqueConstraint("requestor"),
)
"""Pairs a customer's own program signs its XML with (domain.md 1.2); the authorization itself is not kept."""

access_codes = Table(
    "access_codes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("code", String(32), nullable=False),
    Column("code_folded", String(64), nullable=False),
    Column("role", String(16), nullable=False),
    Column("state", String(16), nullable=False),
    Column("customer_id", ForeignKey("customers.id")),
    Column("password_hash", Text, nullable=False),
    Column("password_changed_at", BigInteger, nullable=False),
    Column("password_temporary", Boolean, nullable=False),
    Column("default_email", Text),
    Column("language", String(2), nullable=False),
    Column("last_activity_at", BigInteger, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("holder", Text),
    Column("temporary_until", BigInteger),
    Column("closed_at", BigInteger),
    Column("closed_reason", String(16)),
    Column("closing_warned_at", BigInteger),
    UniqueConstraint("code_folded"),
    Index("ix_access_codes_last_activity_at", "state", "last_activity_at"),
)

sessions = Table(
    "sessions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("token_hash", LargeBinary(32), nullable=False),
    Column("access_code_id", ForeignKey("access_codes.id"), nullable=False, index=True),
    Column("workstation", Text, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("last_used_at", BigInteger, nullable=False),
    Column("expires_at", BigInteger, nullable=False, index=True),
    UniqueConstraint("token_hash"),
)

access_requests = Table(
    "access_requests",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("reference", String(16), nullable=False),
    Column("state", String(16), nullable=False),
    Column("submitted_at", BigInteger, nullable=False),
    Column("company", Text, nullable=False),
    Column("first_name", Text, nullable=False),
    Column("last_name", Text, nullable=False),
    Column("email", Text, nullable=False),
    Column("telephone", Text, nullable=False),
    Column("language", String(2), nullable=False),
    Column("address1", Text, nullable=False),
    Column("city", Text, nullable=False),
    Column("province", String(2), nullable=False),
    Column("postal_code", String(16), nullable=False),
    Column("customer_number", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("decided_at", BigInteger),
    Column("decided_by_id", ForeignKey("access_codes.id")),
    Column("decision_reason", Text),
    Column("access_code_id", ForeignKey("access_codes.id")),
    UniqueConstraint("reference"),
    Index("ix_access_requests_state", "state", "id"),
)

password_help_requests = Table(
    "password_help_requests",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("reference", String(16), nullable=False),
    Column("state", String(16), nullable=False),
    Column("submitted_at", BigInteger, nullable=False),
    Column("name", Text, nullable=False),
    Column("company", Text, nullable=False),
    Column("email", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("language", String(2), nullable=False),
    Column("decided_at", BigInteger),
    Column("decided_by_id", ForeignKey("access_codes.id")),
    Column("decision_reason", Text),
    Column("access_code_id", ForeignKey("access_codes.id")),
    UniqueConstraint("reference"),
    Index("ix_password_help_requests_state", "state", "id"),
)

old_passwords = Table(
    "old_passwords",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("access_code_id", ForeignKey("access_codes.id"), nullable=False, index=True),
    Column("password_hash", Text, nullable=False),
)
"""The passwords before the present one, as many as are still refused."""

outbox = Table(
    "outbox",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String(32), nullable=False),
    Column("state", String(16), nullable=False),
    Column("recipient", Text, nullable=False),
    Column("language", String(2), nullable=False),
    Column("facts", Text, nullable=False),
    Column("access_code_id", ForeignKey("access_codes.id"), index=True),
    Column("secret", Text),
    Column("attachment", Text),
    Column("message_id", Text, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("next_attempt_at", BigInteger, nullable=False),
    Column("claimed_until", BigInteger, nullable=False),
    Column("error", Text, nullable=False),
    Column("sent_at", BigInteger),
    Index("ix_outbox_state", "state", "next_attempt_at"),
)
"""``secret`` is the temporary password of a message that still has to go out; it is wiped when the message has gone."""

idempotency_keys = Table(
    "idempotency_keys",
    metadata,
    Column("operation", String(40), primary_key=True),
    Column("key", String(64), primary_key=True),
    Column("request_hash", LargeBinary(32), nullable=False),
    Column("answer", LargeBinary, nullable=False),
    Column("created_at", BigInteger, nullable=False, index=True),
)

places = Table(
    "places",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("city", Text, nullable=False),
    Column("province", String(2), nullable=False),
    Column("country", String(2), nullable=False),
    UniqueConstraint("city", "province", "country"),
)

parties = Table(
    "parties",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("customer_id", ForeignKey("customers.id")),
    Column("name", Text, nullable=False),
    Column("address1", Text, nullable=False),
    Column("place_id", ForeignKey("places.id"), nullable=False),
    Column("postal_code", String(16), nullable=False),
)

shipments = Table(
    "shipments",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("autopro_number", String(9), nullable=False),
    Column("origin_id", ForeignKey("places.id"), nullable=False),
    Column("destination_id", ForeignKey("places.id"), nullable=False),
    Column("shipper_id", ForeignKey("parties.id"), nullable=False),
    Column("consignee_id", ForeignKey("parties.id"), nullable=False),
    Column("bill_to_id", ForeignKey("parties.id"), nullable=False),
    Column("pieces", Integer, nullable=False),
    Column("weight_g", BigInteger, nullable=False),
    Column("estimated_delivery", Date),
    Column("status_sequence", Integer, nullable=False),
    Column("signed_by", Text),
    Column("currency", String(3)),
    Column("freight_cents", BigInteger),
    Column("fuel_cents", BigInteger),
    Column("accessorial_cents", BigInteger),
    Column("tax_cents", BigInteger),
    UniqueConstraint("autopro_number"),
)

events = Table(
    "events",
    metadata,
    Column("shipment_id", ForeignKey("shipments.id"), primary_key=True),
    Column("sequence", Integer, primary_key=True),
    Column("code", String(3), nullable=False),
    Column("reason", String(3), nullable=False),
    Column("occurred_at", BigInteger, nullable=False),
    Column("occurred_offset", SmallInteger, nullable=False),
    Column("reported_at", BigInteger, nullable=False),
    Column("reported_offset", SmallInteger, nullable=False),
    Column("place_id", ForeignKey("places.id"), nullable=False),
    Column("terminal", String(8)),
    sqlite_with_rowid=False,
)

shipment_references = Table(
    "shipment_references",
    metadata,
    Column("value", String(30), primary_key=True),
    Column("type", String(20), primary_key=True),
    Column("shipment_id", ForeignKey("shipments.id"), primary_key=True),
    Index("ix_shipment_references_shipment_id", "shipment_id"),
    sqlite_with_rowid=False,
)

customer_shipments = Table(
    "customer_shipments",
    metadata,
    Column("customer_id", ForeignKey("customers.id"), primary_key=True),
    Column("shipment_id", ForeignKey("shipments.id"), primary_key=True),
    sqlite_with_rowid=False,
)

report_schedules = Table(
    "report_schedules",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("access_code_id", ForeignKey("access_codes.id"), nullable=False, index=True),
    Column("request", Text, nullable=False),
    Column("next_at", BigInteger, nullable=False, index=True),
    Column("created_at", BigInteger, nullable=False),
)

exchange_parties = Table(
    "exchange_parties",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("name", String(80), nullable=False, unique=True),
    Column("public_key", String(80), nullable=False),
    Column("written", Integer, nullable=False),
    Column("taken", Integer, nullable=False),
    Column("confirmed", Integer, nullable=False),
)
"""Sides we exchange files with; the numbers are those of letters."""

exchange_asked = Table(
    "exchange_asked",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("party", ForeignKey("exchange_parties.id"), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("row_id", Integer, nullable=False),
    Column("key", String(40), nullable=False),
    Column("asked_at", BigInteger, nullable=False),
    Column("reference", String(20)),
    Column("state", String(20)),
    UniqueConstraint("party", "key", name="uq_exchange_asked_party_key"),
    UniqueConstraint("party", "kind", "row_id", name="uq_exchange_asked_party_kind_row_id"),
)
"""Requests of ours that went out, with what was answered."""

exchange_taken = Table(
    "exchange_taken",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("party", ForeignKey("exchange_parties.id"), nullable=False),
    Column("key", String(40), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("row_id", Integer, nullable=False),
    Column("reference", String(20), nullable=False),
    Column("taken_at", BigInteger, nullable=False),
    Column("said_state", String(20), nullable=False),
    Column("said_in", Integer, nullable=False),
    UniqueConstraint("party", "key", name="uq_exchange_taken_party_key"),
)
"""Requests of others that came in, with what we last said of them and in which letter."""

throttles = Table(
    "throttles",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("key", LargeBinary, primary_key=True),
    Column("left", Double, nullable=False),
    Column("at", Double, nullable=False, index=True),
    Column("failures", Integer, nullable=False),
)
"""Buckets by purpose and hashed key; ``at`` in seconds since 1970."""

changes = Table(
    "changes",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("shipment_id", ForeignKey("shipments.id"), nullable=False),
    Column("at", BigInteger, nullable=False, index=True),
)
"""Which shipment changed, in the order of commits; one writer at a time appends (``store.intake.as_only_writer``)."""

watches = Table(
    "watches",
    metadata,
    Column("access_code_id", ForeignKey("access_codes.id"), primary_key=True),
    Column("value", String(30), primary_key=True),
    Column("created_at", BigInteger, nullable=False),
    Index("ix_watches_value", "value"),
)
"""Numbers of any kind that an access code watches, also ones that no shipment has yet."""

intake_files = Table(
    "intake_files",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("sha256", LargeBinary(32), nullable=False),
    Column("kind", String(8), nullable=False),
    Column("state", String(16), nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("position", BigInteger, nullable=False),
    Column("changed", Integer, nullable=False),
    Column("unchanged", Integer, nullable=False),
    Column("quarantined", Integer, nullable=False),
    Column("reason", Text, nullable=False),
    Column("answer", Text, nullable=False),
    Column("received_at", BigInteger, nullable=False),
    Column("finished_at", BigInteger),
    UniqueConstraint("sha256"),
)
"""Files taken in. ``position`` is how far, in bytes; ``answer`` the 997; ``reason`` why a file was rejected whole."""

intake_quarantine = Table(
    "intake_quarantine",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("file_id", ForeignKey("intake_files.id"), nullable=False, index=True),
    Column("position", BigInteger, nullable=False),
    Column("control", Text, nullable=False),
    Column("reason", String(20), nullable=False),
    Column("detail", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
)

audit = Table(
    "audit",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("at", BigInteger, nullable=False),
    Column("access_code_id", ForeignKey("access_codes.id")),
    Column("action", String(40), nullable=False),
    Column("subject", Text, nullable=False),
    Column("address", Text, nullable=False),
)
