-- What visitors' hashes of a day are made with. Gone 48 hours after the day began, and with it whom the hashes were of.
CREATE TABLE visitor_salt (
    day  date  PRIMARY KEY,
    salt bytea NOT NULL
);

-- Answers from before are told apart by person and day as new ones are: each day by a salt that nobody keeps.
CREATE TEMPORARY TABLE thrown_away ON COMMIT DROP AS
    SELECT day, gen_random_uuid()::text || gen_random_uuid()::text AS salt
    FROM (SELECT DISTINCT day FROM self_report) AS days;
UPDATE self_report AS answer
SET unit = substr(encode(sha256(convert_to(thrown_away.salt || answer.site || ' ' || answer.unit, 'UTF8')), 'hex'), 1, 32)
FROM thrown_away WHERE thrown_away.day = answer.day;

-- Mergeable sketch of distinct visitors by their hashes of the day; empty bytes: not counted yet then.
ALTER TABLE rollup_friction ADD COLUMN visitors bytea NOT NULL DEFAULT '\x';

-- How numbers are spread: measure is the number's name, spread a mergeable sketch of quantiles.
CREATE TABLE rollup_spread (
    site      text NOT NULL,
    simulated boolean NOT NULL,
    grain     smallint NOT NULL,
    at        timestamptz NOT NULL,
    measure   text NOT NULL,
    device    text NOT NULL,
    n         bigint NOT NULL,
    spread    bytea NOT NULL,
    PRIMARY KEY (site, simulated, grain, at, measure, device)
) PARTITION BY RANGE (grain, at);
CREATE TABLE rollup_spread_default PARTITION OF rollup_spread DEFAULT;
