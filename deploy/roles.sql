-- Once, on the primary: psql -h 10.20.0.10 -U postgres -f roles.sql (docs/cluster.en.md, step 5).
-- The limits that the backend sets for its sessions elsewhere: behind a pooler they belong to the role.
CREATE ROLE onlinesvc LOGIN PASSWORD 'change-me-online';
ALTER ROLE onlinesvc SET statement_timeout = '20s';
ALTER ROLE onlinesvc SET lock_timeout = '15s';
ALTER ROLE onlinesvc SET idle_in_transaction_session_timeout = '60s';
CREATE DATABASE onlinesvc OWNER onlinesvc ENCODING 'UTF8' TEMPLATE template0;
