BEGIN TRANSACTION;
CREATE TABLE access_codes (
	id INTEGER NOT NULL, 
	code VARCHAR(32) NOT NULL, 
	code_folded VARCHAR(64) NOT NULL, 
	role VARCHAR(16) NOT NULL, 
	state VARCHAR(16) NOT NULL, 
	customer_id INTEGER, 
	password_hash TEXT NOT NULL, 
	password_changed_at BIGINT NOT NULL, 
	password_temporary BOOLEAN NOT NULL, 
	default_email TEXT, 
	language VARCHAR(2) NOT NULL, 
	last_activity_at BIGINT NOT NULL, 
	created_at BIGINT NOT NULL, holder TEXT, temporary_until BIGINT, closed_at BIGINT, closed_reason VARCHAR(16), closing_warned_at BIGINT, 
	CONSTRAINT pk_access_codes PRIMARY KEY (id), 
	CONSTRAINT fk_access_codes_customer_id FOREIGN KEY(customer_id) REFERENCES customers (id), 
	CONSTRAINT uq_access_codes_code_folded UNIQUE (code_folded)
);
CREATE TABLE access_requests (
	id INTEGER NOT NULL, 
	reference VARCHAR(16) NOT NULL, 
	state VARCHAR(16) NOT NULL, 
	submitted_at BIGINT NOT NULL, 
	company TEXT NOT NULL, 
	first_name TEXT NOT NULL, 
	last_name TEXT NOT NULL, 
	email TEXT NOT NULL, 
	telephone TEXT NOT NULL, 
	language VARCHAR(2) NOT NULL, 
	address1 TEXT NOT NULL, 
	city TEXT NOT NULL, 
	province VARCHAR(2) NOT NULL, 
	postal_code VARCHAR(16) NOT NULL, 
	customer_number TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	decided_at BIGINT, 
	decided_by_id INTEGER, 
	decision_reason TEXT, 
	access_code_id INTEGER, 
	CONSTRAINT pk_access_requests PRIMARY KEY (id), 
	CONSTRAINT fk_access_requests_access_code_id FOREIGN KEY(access_code_id) REFERENCES access_codes (id), 
	CONSTRAINT fk_access_requests_decided_by_id FOREIGN KEY(decided_by_id) REFERENCES access_codes (id), 
	CONSTRAINT uq_access_requests_reference UNIQUE (reference)
);
INSERT INTO "access_requests" VALUES(1,'AR-5FWZSC','pending',1795186800,'Quai 9','Maude','Tremblay','maude@quai9.example','514-555-0142','fr','1 rue du Quai','Québec','QC','G1K 3X2','Q-2041','Suivre nos envois',NULL,NULL,NULL,NULL);
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0008');
CREATE TABLE audit (
	id INTEGER NOT NULL, 
	at BIGINT NOT NULL, 
	access_code_id INTEGER, 
	action VARCHAR(40) NOT NULL, 
	subject TEXT NOT NULL, 
	address TEXT NOT NULL, 
	CONSTRAINT pk_audit PRIMARY KEY (id), 
	CONSTRAINT fk_audit_access_code_id FOREIGN KEY(access_code_id) REFERENCES access_codes (id)
);
CREATE TABLE changes (
	id INTEGER NOT NULL, 
	shipment_id INTEGER NOT NULL, 
	at BIGINT NOT NULL, 
	CONSTRAINT pk_changes PRIMARY KEY (id), 
	CONSTRAINT fk_changes_shipment_id FOREIGN KEY(shipment_id) REFERENCES shipments (id)
);
CREATE TABLE company_keys (
	id INTEGER NOT NULL, 
	customer_id INTEGER NOT NULL, 
	requestor VARCHAR(6) NOT NULL, 
	authorization_hash BLOB NOT NULL, 
	created_at BIGINT NOT NULL, 
	revoked_at BIGINT, 
	CONSTRAINT pk_company_keys PRIMARY KEY (id), 
	CONSTRAINT fk_company_keys_customer_id FOREIGN KEY(customer_id) REFERENCES customers (id), 
	CONSTRAINT uq_company_keys_requestor UNIQUE (requestor)
);
CREATE TABLE customer_shipments (
	customer_id INTEGER NOT NULL, 
	shipment_id INTEGER NOT NULL, 
	CONSTRAINT pk_customer_shipments PRIMARY KEY (customer_id, shipment_id), 
	CONSTRAINT fk_customer_shipments_customer_id FOREIGN KEY(customer_id) REFERENCES customers (id), 
	CONSTRAINT fk_customer_shipments_shipment_id FOREIGN KEY(shipment_id) REFERENCES shipments (id)
)
 WITHOUT ROWID

;
CREATE TABLE customers (
	id INTEGER NOT NULL, 
	number VARCHAR(16) NOT NULL, 
	name TEXT NOT NULL, 
	language VARCHAR(2) NOT NULL, 
	created_at BIGINT NOT NULL, address1 TEXT, city TEXT, province VARCHAR(2), postal_code VARCHAR(16), 
	CONSTRAINT pk_customers PRIMARY KEY (id), 
	CONSTRAINT uq_customers_number UNIQUE (number)
);
CREATE TABLE events (
	shipment_id INTEGER NOT NULL, 
	sequence INTEGER NOT NULL, 
	code VARCHAR(3) NOT NULL, 
	reason VARCHAR(3) NOT NULL, 
	occurred_at BIGINT NOT NULL, 
	occurred_offset SMALLINT NOT NULL, 
	reported_at BIGINT NOT NULL, 
	reported_offset SMALLINT NOT NULL, 
	place_id INTEGER NOT NULL, 
	terminal VARCHAR(8), 
	CONSTRAINT pk_events PRIMARY KEY (shipment_id, sequence), 
	CONSTRAINT fk_events_place_id FOREIGN KEY(place_id) REFERENCES places (id), 
	CONSTRAINT fk_events_shipment_id FOREIGN KEY(shipment_id) REFERENCES shipments (id)
)
 WITHOUT ROWID

;
CREATE TABLE exchange_asked (
	id INTEGER NOT NULL, 
	party VARCHAR(16) NOT NULL, 
	kind VARCHAR(20) NOT NULL, 
	row_id INTEGER NOT NULL, 
	"key" VARCHAR(40) NOT NULL, 
	asked_at BIGINT NOT NULL, 
	reference VARCHAR(20), 
	state VARCHAR(20), 
	CONSTRAINT pk_exchange_asked PRIMARY KEY (id), 
	CONSTRAINT fk_exchange_asked_party FOREIGN KEY(party) REFERENCES exchange_parties (id), 
	CONSTRAINT uq_exchange_asked_party_key UNIQUE (party, "key"), 
	CONSTRAINT uq_exchange_asked_party_kind_row_id UNIQUE (party, kind, row_id)
);
INSERT INTO "exchange_asked" VALUES(1,'c2590273cbaec19d','access_request',1,'FAJYKDZ29W48G5FYRW2VEHMY5N',1795186800,NULL,NULL);
INSERT INTO "exchange_asked" VALUES(2,'c2590273cbaec19d','password_help',1,'GKFX68K8MBZMHH6E83FAJPUU89',1795186800,NULL,NULL);
CREATE TABLE exchange_parties (
	id VARCHAR(16) NOT NULL, 
	name VARCHAR(80) NOT NULL, 
	public_key VARCHAR(80) NOT NULL, 
	written INTEGER NOT NULL, 
	taken INTEGER NOT NULL, 
	confirmed INTEGER NOT NULL, 
	CONSTRAINT pk_exchange_parties PRIMARY KEY (id), 
	CONSTRAINT uq_exchange_parties_name UNIQUE (name)
);
INSERT INTO "exchange_parties" VALUES('c2590273cbaec19d','Headquarters','6gVD51x95RgCb1YE5uv58eAbCAhVbMuNavXaJzzz99Q=',1,0,0);
CREATE TABLE exchange_taken (
	id INTEGER NOT NULL, 
	party VARCHAR(16) NOT NULL, 
	"key" VARCHAR(40) NOT NULL, 
	kind VARCHAR(20) NOT NULL, 
	row_id INTEGER NOT NULL, 
	reference VARCHAR(20) NOT NULL, 
	taken_at BIGINT NOT NULL, 
	said_state VARCHAR(20) NOT NULL, 
	said_in INTEGER NOT NULL, 
	CONSTRAINT pk_exchange_taken PRIMARY KEY (id), 
	CONSTRAINT fk_exchange_taken_party FOREIGN KEY(party) REFERENCES exchange_parties (id), 
	CONSTRAINT uq_exchange_taken_party_key UNIQUE (party, "key")
);
CREATE TABLE idempotency_keys (
	operation VARCHAR(40) NOT NULL, 
	"key" VARCHAR(64) NOT NULL, 
	request_hash BLOB NOT NULL, 
	answer BLOB NOT NULL, 
	created_at BIGINT NOT NULL, 
	CONSTRAINT pk_idempotency_keys PRIMARY KEY (operation, "key")
);
CREATE TABLE intake_files (
	id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	sha256 BLOB NOT NULL, 
	kind VARCHAR(8) NOT NULL, 
	state VARCHAR(16) NOT NULL, 
	size BIGINT NOT NULL, 
	position BIGINT NOT NULL, 
	changed INTEGER NOT NULL, 
	unchanged INTEGER NOT NULL, 
	quarantined INTEGER NOT NULL, 
	reason TEXT NOT NULL, 
	answer TEXT NOT NULL, 
	received_at BIGINT NOT NULL, 
	finished_at BIGINT, 
	CONSTRAINT pk_intake_files PRIMARY KEY (id), 
	CONSTRAINT uq_intake_files_sha256 UNIQUE (sha256)
);
CREATE TABLE intake_quarantine (
	id INTEGER NOT NULL, 
	file_id INTEGER NOT NULL, 
	position BIGINT NOT NULL, 
	control TEXT NOT NULL, 
	reason VARCHAR(20) NOT NULL, 
	detail TEXT NOT NULL, 
	content BLOB NOT NULL, 
	CONSTRAINT pk_intake_quarantine PRIMARY KEY (id), 
	CONSTRAINT fk_intake_quarantine_file_id FOREIGN KEY(file_id) REFERENCES intake_files (id)
);
CREATE TABLE old_passwords (
	id INTEGER NOT NULL, 
	access_code_id INTEGER NOT NULL, 
	password_hash TEXT NOT NULL, 
	CONSTRAINT pk_old_passwords PRIMARY KEY (id), 
	CONSTRAINT fk_old_passwords_access_code_id FOREIGN KEY(access_code_id) REFERENCES access_codes (id)
);
CREATE TABLE outbox (
	id INTEGER NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	state VARCHAR(16) NOT NULL, 
	recipient TEXT NOT NULL, 
	language VARCHAR(2) NOT NULL, 
	facts TEXT NOT NULL, 
	access_code_id INTEGER, 
	secret TEXT, 
	message_id TEXT NOT NULL, 
	created_at BIGINT NOT NULL, 
	attempts INTEGER NOT NULL, 
	next_attempt_at BIGINT NOT NULL, 
	claimed_until BIGINT NOT NULL, 
	error TEXT NOT NULL, 
	sent_at BIGINT, attachment TEXT, 
	CONSTRAINT pk_outbox PRIMARY KEY (id), 
	CONSTRAINT fk_outbox_access_code_id FOREIGN KEY(access_code_id) REFERENCES access_codes (id)
);
CREATE TABLE parties (
	id INTEGER NOT NULL, 
	customer_id INTEGER, 
	name TEXT NOT NULL, 
	address1 TEXT NOT NULL, 
	place_id INTEGER NOT NULL, 
	postal_code VARCHAR(16) NOT NULL, 
	CONSTRAINT pk_parties PRIMARY KEY (id), 
	CONSTRAINT fk_parties_customer_id FOREIGN KEY(customer_id) REFERENCES customers (id), 
	CONSTRAINT fk_parties_place_id FOREIGN KEY(place_id) REFERENCES places (id)
);
CREATE TABLE password_help_requests (
	id INTEGER NOT NULL, 
	reference VARCHAR(16) NOT NULL, 
	state VARCHAR(16) NOT NULL, 
	submitted_at BIGINT NOT NULL, 
	name TEXT NOT NULL, 
	company TEXT NOT NULL, 
	email TEXT NOT NULL, 
	message TEXT NOT NULL, 
	language VARCHAR(2) NOT NULL, 
	decided_at BIGINT, 
	decided_by_id INTEGER, 
	decision_reason TEXT, 
	access_code_id INTEGER, 
	CONSTRAINT pk_password_help_requests PRIMARY KEY (id), 
	CONSTRAINT fk_password_help_requests_access_code_id FOREIGN KEY(access_code_id) REFERENCES access_codes (id), 
	CONSTRAINT fk_password_help_requests_decided_by_id FOREIGN KEY(decided_by_id) REFERENCES access_codes (id), 
	CONSTRAINT uq_password_help_requests_reference UNIQUE (reference)
);
INSERT INTO "password_help_requests" VALUES(1,'PH-GEAMGQ','pending',1795186800,'Maude Tremblay','Quai 9','maude@quai9.example','Perdu','fr',NULL,NULL,NULL,NULL);
CREATE TABLE places (
	id INTEGER NOT NULL, 
	city TEXT NOT NULL, 
	province VARCHAR(2) NOT NULL, 
	country VARCHAR(2) NOT NULL, 
	CONSTRAINT pk_places PRIMARY KEY (id), 
	CONSTRAINT uq_places_city UNIQUE (city, province, country)
);
CREATE TABLE report_schedules (
	id INTEGER NOT NULL, 
	access_code_id INTEGER NOT NULL, 
	request TEXT NOT NULL, 
	next_at BIGINT NOT NULL, 
	created_at BIGINT NOT NULL, 
	CONSTRAINT pk_report_schedules PRIMARY KEY (id), 
	CONSTRAINT fk_report_schedules_access_code_id FOREIGN KEY(access_code_id) REFERENCES access_codes (id)
);
CREATE TABLE sessions (
	id INTEGER NOT NULL, 
	token_hash BLOB NOT NULL, 
	access_code_id INTEGER NOT NULL, 
	workstation TEXT NOT NULL, 
	created_at BIGINT NOT NULL, 
	last_used_at BIGINT NOT NULL, 
	expires_at BIGINT NOT NULL, 
	CONSTRAINT pk_sessions PRIMARY KEY (id), 
	CONSTRAINT fk_sessions_access_code_id FOREIGN KEY(access_code_id) REFERENCES access_codes (id), 
	CONSTRAINT uq_sessions_token_hash UNIQUE (token_hash)
);
CREATE TABLE shipment_references (
	value VARCHAR(30) NOT NULL, 
	type VARCHAR(20) NOT NULL, 
	shipment_id INTEGER NOT NULL, 
	CONSTRAINT pk_shipment_references PRIMARY KEY (value, type, shipment_id), 
	CONSTRAINT fk_shipment_references_shipment_id FOREIGN KEY(shipment_id) REFERENCES shipments (id)
)
 WITHOUT ROWID

;
CREATE TABLE shipments (
	id INTEGER NOT NULL, 
	autopro_number VARCHAR(9) NOT NULL, 
	origin_id INTEGER NOT NULL, 
	destination_id INTEGER NOT NULL, 
	shipper_id INTEGER NOT NULL, 
	consignee_id INTEGER NOT NULL, 
	bill_to_id INTEGER NOT NULL, 
	pieces INTEGER NOT NULL, 
	weight_g BIGINT NOT NULL, 
	estimated_delivery DATE, 
	status_sequence INTEGER NOT NULL, 
	signed_by TEXT, 
	currency VARCHAR(3), 
	freight_cents BIGINT, 
	fuel_cents BIGINT, 
	accessorial_cents BIGINT, 
	tax_cents BIGINT, 
	CONSTRAINT pk_shipments PRIMARY KEY (id), 
	CONSTRAINT fk_shipments_bill_to_id FOREIGN KEY(bill_to_id) REFERENCES parties (id), 
	CONSTRAINT fk_shipments_consignee_id FOREIGN KEY(consignee_id) REFERENCES parties (id), 
	CONSTRAINT fk_shipments_destination_id FOREIGN KEY(destination_id) REFERENCES places (id), 
	CONSTRAINT fk_shipments_origin_id FOREIGN KEY(origin_id) REFERENCES places (id), 
	CONSTRAINT fk_shipments_shipper_id FOREIGN KEY(shipper_id) REFERENCES parties (id), 
	CONSTRAINT uq_shipments_autopro_number UNIQUE (autopro_number)
);
CREATE TABLE throttles (
	name VARCHAR(40) NOT NULL, 
	"key" BLOB NOT NULL, 
	"left" DOUBLE NOT NULL, 
	at DOUBLE NOT NULL, 
	failures INTEGER NOT NULL, 
	CONSTRAINT pk_throttles PRIMARY KEY (name, "key")
);
CREATE TABLE watches (
	access_code_id INTEGER NOT NULL, 
	value VARCHAR(30) NOT NULL, 
	created_at BIGINT NOT NULL, 
	CONSTRAINT pk_watches PRIMARY KEY (access_code_id, value), 
	CONSTRAINT fk_watches_access_code_id FOREIGN KEY(access_code_id) REFERENCES access_codes (id)
);
CREATE INDEX ix_sessions_access_code_id ON sessions (access_code_id);
CREATE INDEX ix_sessions_expires_at ON sessions (expires_at);
CREATE INDEX ix_shipment_references_shipment_id ON shipment_references (shipment_id);
CREATE INDEX ix_idempotency_keys_created_at ON idempotency_keys (created_at);
CREATE INDEX ix_access_requests_state ON access_requests (state, id);
CREATE INDEX ix_outbox_access_code_id ON outbox (access_code_id);
CREATE INDEX ix_outbox_state ON outbox (state, next_attempt_at);
CREATE INDEX ix_access_codes_last_activity_at ON access_codes (state, last_activity_at);
CREATE TRIGGER audit_no_UPDATE BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END;
CREATE TRIGGER audit_no_DELETE BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END;
CREATE INDEX ix_password_help_requests_state ON password_help_requests (state, id);
CREATE INDEX ix_old_passwords_access_code_id ON old_passwords (access_code_id);
CREATE INDEX ix_company_keys_customer_id ON company_keys (customer_id);
CREATE INDEX ix_changes_at ON changes (at);
CREATE INDEX ix_watches_value ON watches (value);
CREATE INDEX ix_intake_quarantine_file_id ON intake_quarantine (file_id);
CREATE INDEX ix_report_schedules_access_code_id ON report_schedules (access_code_id);
CREATE INDEX ix_report_schedules_next_at ON report_schedules (next_at);
CREATE INDEX ix_throttles_at ON throttles (at);
COMMIT;
