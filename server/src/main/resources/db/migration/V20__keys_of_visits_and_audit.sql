-- What tokens of visits are sealed with. Numbers are never used again.
CREATE TABLE session_key (
    number  integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    secret  bytea NOT NULL,
    made_at timestamptz NOT NULL
);

-- Who changed what. Each row's seal is a hash of it and of the seal before, so a row that was changed or taken out shows.
CREATE TABLE audit (
    number  bigint PRIMARY KEY,
    at      timestamptz NOT NULL,
    who     text NOT NULL,
    action  text NOT NULL,
    subject text NOT NULL,
    detail  text NOT NULL,
    seal    text NOT NULL
);

-- Rows are only added.
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the audit log is append-only'; END $$;
CREATE TRIGGER audit_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
