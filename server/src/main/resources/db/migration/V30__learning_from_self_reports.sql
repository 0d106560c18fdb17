-- Answers of visitors to "was this hard?" with what was thought at that moment. Nothing else of the moment is kept: no page, no
-- session, no frame, and the day for a time. senses: log-odds by sense, {} for most.
CREATE TABLE self_report (
    site       text NOT NULL,
    simulated  boolean NOT NULL,
    unit       text NOT NULL,
    day        date NOT NULL,
    struggling boolean NOT NULL,
    friction   double precision NOT NULL,
    senses     jsonb NOT NULL
);
CREATE INDEX self_report_site ON self_report (site, simulated, day);
CREATE INDEX self_report_day ON self_report (day);

-- Every trial of a site and what it learned. Which one is in use stands in the site's settings.
CREATE TABLE learned (
    site      text NOT NULL,
    number    integer NOT NULL,
    made_at   timestamptz NOT NULL,
    made_by   text NOT NULL,
    candidate jsonb NOT NULL,
    verdict   jsonb NOT NULL,
    PRIMARY KEY (site, number)
);

-- Scored seconds by score and reason. measure: "score", with bin 0 to 19; or a cause's name, with an empty bin.
CREATE TABLE rollup_score (
    site      text NOT NULL,
    simulated boolean NOT NULL,
    grain     smallint NOT NULL,
    at        timestamptz NOT NULL,
    measure   text NOT NULL,
    bin       text NOT NULL,
    n         bigint NOT NULL,
    PRIMARY KEY (site, simulated, grain, at, measure, bin)
);
