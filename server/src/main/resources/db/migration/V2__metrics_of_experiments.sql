-- What is known of a visit's scores so far, so that an exposure can be compared with the time before it.
ALTER TABLE session
    ADD COLUMN scores    bigint           NOT NULL DEFAULT 0,
    ADD COLUMN score_sum double precision NOT NULL DEFAULT 0;

-- Where and to whom the exposure happened. before: mean known score of the visit until then, 0 when none was known.
ALTER TABLE exposure
    ADD COLUMN page     text             NOT NULL DEFAULT '',
    ADD COLUMN element  text             NOT NULL DEFAULT '',
    ADD COLUMN hint     text             NOT NULL DEFAULT '',
    ADD COLUMN before   double precision NOT NULL DEFAULT 0,
    ADD COLUMN device   text             NOT NULL DEFAULT 'unknown',
    ADD COLUMN language text             NOT NULL DEFAULT 'unknown',
    ADD COLUMN visitor  text             NOT NULL DEFAULT 'unknown';

-- What is known so far of each metric of an exposed unit; what a and b mean is the metric's kind's.
CREATE TABLE exposure_value (
    site       text NOT NULL,
    simulated  boolean NOT NULL,
    unit       text NOT NULL,
    experiment text NOT NULL,
    metric     text NOT NULL,
    a          double precision NOT NULL,
    b          double precision NOT NULL,
    PRIMARY KEY (site, simulated, unit, experiment, metric),
    FOREIGN KEY (site, simulated, unit, experiment) REFERENCES exposure ON DELETE CASCADE
);

-- Sufficient statistics of the arms by time of exposure and segment. metric '': exposed units, counted in n.
CREATE TABLE rollup_measure (
    site       text NOT NULL,
    simulated  boolean NOT NULL,
    grain      smallint NOT NULL,
    at         timestamptz NOT NULL,
    experiment text NOT NULL,
    variation  text NOT NULL,
    device     text NOT NULL,
    language   text NOT NULL,
    visitor    text NOT NULL,
    metric     text NOT NULL,
    n          double precision NOT NULL,
    x          double precision NOT NULL,
    xx         double precision NOT NULL,
    y          double precision NOT NULL,
    yy         double precision NOT NULL,
    xy         double precision NOT NULL,
    PRIMARY KEY (site, simulated, experiment, grain, at, variation, device, language, visitor, metric)
);

-- Histograms of metrics that are compared by a quantile: units by bin.
CREATE TABLE rollup_bin (
    site       text NOT NULL,
    simulated  boolean NOT NULL,
    grain      smallint NOT NULL,
    at         timestamptz NOT NULL,
    experiment text NOT NULL,
    variation  text NOT NULL,
    device     text NOT NULL,
    language   text NOT NULL,
    visitor    text NOT NULL,
    metric     text NOT NULL,
    bin        text NOT NULL,
    n          double precision NOT NULL,
    PRIMARY KEY (site, simulated, experiment, grain, at, variation, device, language, visitor, metric, bin)
);

-- Experiments that run already keep what was counted of them, as units of an unknown segment.
INSERT INTO rollup_measure
SELECT site, simulated, grain, at, experiment, variation, 'unknown', 'unknown', 'unknown', '', exposed, 0, 0, 0, 0, 0
FROM rollup_arm;
INSERT INTO rollup_measure
SELECT site, simulated, grain, at, experiment, variation, 'unknown', 'unknown', 'unknown', 'friction',
       friction_units, friction_sum, friction_squares, 0, 0, 0
FROM rollup_arm WHERE friction_units > 0;
