-- Site settings: the newest snapshot of each site, and every one there was.
CREATE TABLE site_settings (
    site       text PRIMARY KEY,
    version    bigint NOT NULL,
    site_key   text NOT NULL UNIQUE,
    body       jsonb NOT NULL,
    changed_by text NOT NULL,
    changed_at timestamptz NOT NULL
);

CREATE TABLE site_settings_history (
    site       text NOT NULL,
    version    bigint NOT NULL,
    body       jsonb NOT NULL,
    changed_by text NOT NULL,
    changed_at timestamptz NOT NULL,
    PRIMARY KEY (site, version)
);

-- Who may use the console. name_key is the name in lower case.
CREATE TABLE administrator (
    name_key      text PRIMARY KEY,
    name          text NOT NULL,
    role          text NOT NULL,
    password_hash text NOT NULL,
    created_at    timestamptz NOT NULL
);

-- A one-time link; only the hash of its token is kept.
CREATE TABLE invitation (
    token_hash bytea PRIMARY KEY,
    role       text NOT NULL,
    expires_at timestamptz NOT NULL
);

-- Failed sign-ins by name, known or not.
CREATE TABLE sign_in_failure (
    name_key     text PRIMARY KEY,
    failures     integer NOT NULL,
    locked_until timestamptz,
    last_at      timestamptz NOT NULL
);

-- Exactly-once: which frame sequences of a session are counted. paused: "hint pause" pairs that are counted already.
CREATE TABLE session (
    site       text NOT NULL,
    session    text NOT NULL,
    simulated  boolean NOT NULL,
    seen       int8multirange NOT NULL DEFAULT '{}',
    paused     text[] NOT NULL DEFAULT '{}',
    started_at timestamptz NOT NULL,
    last_at    timestamptz NOT NULL,
    PRIMARY KEY (site, session)
);
CREATE INDEX session_last_at ON session (last_at);

-- Roll-ups. grain 0: minutes, 1: hours, 2: days; each count stands in all three, so that any range is read from few rows.
-- visits and strugglers are mergeable sketches of distinct sessions.
CREATE TABLE rollup_friction (
    site       text NOT NULL,
    simulated  boolean NOT NULL,
    grain      smallint NOT NULL,
    at         timestamptz NOT NULL,
    device     text NOT NULL,
    frames     bigint NOT NULL,
    scored     bigint NOT NULL,
    struggling bigint NOT NULL,
    score_sum  double precision NOT NULL,
    visits     bytea NOT NULL,
    strugglers bytea NOT NULL,
    PRIMARY KEY (site, simulated, grain, at, device)
);

CREATE TABLE rollup_signal (
    site      text NOT NULL,
    simulated boolean NOT NULL,
    grain     smallint NOT NULL,
    at        timestamptz NOT NULL,
    page      text NOT NULL,
    element   text NOT NULL,
    kind      text NOT NULL,
    device    text NOT NULL,
    signals   bigint NOT NULL,
    visits    bytea NOT NULL,
    PRIMARY KEY (site, simulated, grain, at, page, element, kind, device)
);

-- arm: "experiment/variation" where an experiment decided, else empty.
CREATE TABLE rollup_hint (
    site         text NOT NULL,
    simulated    boolean NOT NULL,
    grain        smallint NOT NULL,
    at           timestamptz NOT NULL,
    page         text NOT NULL,
    hint         text NOT NULL,
    arm          text NOT NULL,
    device       text NOT NULL,
    sent         bigint NOT NULL,
    shown        bigint NOT NULL,
    held_out     bigint NOT NULL,
    paced        bigint NOT NULL,
    dismissed    bigint NOT NULL,
    acted        bigint NOT NULL,
    helped       bigint NOT NULL,
    did_not_help bigint NOT NULL,
    PRIMARY KEY (site, simulated, grain, at, page, hint, arm, device)
);

CREATE TABLE rollup_conversion (
    site        text NOT NULL,
    simulated   boolean NOT NULL,
    grain       smallint NOT NULL,
    at          timestamptz NOT NULL,
    name        text NOT NULL,
    device      text NOT NULL,
    conversions bigint NOT NULL,
    value_sum   double precision NOT NULL,
    PRIMARY KEY (site, simulated, grain, at, name, device)
);

-- A unit's first exposure in an experiment, with the friction of the 60 s after it.
CREATE TABLE exposure (
    site         text NOT NULL,
    simulated    boolean NOT NULL,
    unit         text NOT NULL,
    experiment   text NOT NULL,
    variation    text NOT NULL,
    at           timestamptz NOT NULL,
    session      text NOT NULL,
    sequence     bigint NOT NULL,
    second       integer NOT NULL,
    scores       bigint NOT NULL DEFAULT 0,
    score_sum    double precision NOT NULL DEFAULT 0,
    PRIMARY KEY (site, simulated, unit, experiment)
);
CREATE INDEX exposure_at ON exposure (at);

-- What an exposed unit did afterwards, each name once.
CREATE TABLE exposure_conversion (
    site       text NOT NULL,
    simulated  boolean NOT NULL,
    unit       text NOT NULL,
    experiment text NOT NULL,
    name       text NOT NULL,
    PRIMARY KEY (site, simulated, unit, experiment, name),
    FOREIGN KEY (site, simulated, unit, experiment) REFERENCES exposure ON DELETE CASCADE
);

-- Sufficient statistics of the arms by the time of exposure.
CREATE TABLE rollup_arm (
    site             text NOT NULL,
    simulated        boolean NOT NULL,
    grain            smallint NOT NULL,
    at               timestamptz NOT NULL,
    experiment       text NOT NULL,
    variation        text NOT NULL,
    exposed          bigint NOT NULL,
    friction_units   bigint NOT NULL,
    friction_sum     double precision NOT NULL,
    friction_squares double precision NOT NULL,
    PRIMARY KEY (site, simulated, grain, at, experiment, variation)
);

CREATE TABLE rollup_arm_conversion (
    site       text NOT NULL,
    simulated  boolean NOT NULL,
    grain      smallint NOT NULL,
    at         timestamptz NOT NULL,
    experiment text NOT NULL,
    variation  text NOT NULL,
    name       text NOT NULL,
    converted  bigint NOT NULL,
    PRIMARY KEY (site, simulated, grain, at, experiment, variation, name)
);
