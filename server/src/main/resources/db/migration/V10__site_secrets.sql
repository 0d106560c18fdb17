-- Secrets of sites' own servers: SHA-256 of 256 random bits. ends_at null: the newest; else the one before it, until then.
CREATE TABLE site_secret (
    token_hash bytea       PRIMARY KEY,
    site       text        NOT NULL,
    made_at    timestamptz NOT NULL,
    made_by    text        NOT NULL,
    ends_at    timestamptz
);
CREATE INDEX site_secret_site ON site_secret (site);
