-- Roll-ups in partitions by grain and time, so that old ones are dropped whole: minutes by the day, hours by the month, days by
-- the year, all in UTC. Each table has a DEFAULT partition for rows whose time no partition covers.
CREATE TABLE rollup_partition (
    name   text PRIMARY KEY,
    parent text        NOT NULL,
    grain  smallint    NOT NULL,
    since  timestamptz NOT NULL,
    until  timestamptz NOT NULL
);

-- Makes the partition that a time falls in; nothing when it is there. Rows that waited in the DEFAULT partition move into it.
CREATE FUNCTION make_rollup_partition(of_parent text, of_grain smallint, at_time timestamptz) RETURNS void LANGUAGE plpgsql AS
$$
DECLARE
    unit  text := (ARRAY ['day', 'month', 'year'])[of_grain + 1];
    since timestamptz := date_trunc(unit, at_time, 'UTC');
    until timestamptz := (since AT TIME ZONE 'UTC' + ('1 ' || unit)::interval) AT TIME ZONE 'UTC';
    made  text := of_parent || '_' || (ARRAY ['minutes', 'hours', 'days'])[of_grain + 1] || '_'
                  || to_char(since AT TIME ZONE 'UTC', (ARRAY ['YYYYMMDD', 'YYYYMM', 'YYYY'])[of_grain + 1]);
BEGIN
    IF EXISTS (SELECT FROM rollup_partition WHERE name = made) THEN
        RETURN;
    END IF;
    EXECUTE format('LOCK TABLE %I IN ACCESS EXCLUSIVE MODE', of_parent || '_default');
    INSERT INTO rollup_partition VALUES (made, of_parent, of_grain, since, until) ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
        RETURN; -- another node made it while this one waited
    END IF;
    EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING DEFAULTS)', made, of_parent);
    EXECUTE format('WITH waiting AS (DELETE FROM %I WHERE grain = $1 AND at >= $2 AND at < $3 RETURNING *)'
        ' INSERT INTO %I SELECT * FROM waiting', of_parent || '_default', made) USING of_grain, since, until;
    EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%L, %L) TO (%L, %L)',
        of_parent, made, of_grain, since, of_grain, until);
END
$$;

DO
$$
DECLARE
    parent text;
    part   record;
BEGIN
    FOREACH parent IN ARRAY ARRAY ['rollup_friction', 'rollup_signal', 'rollup_hint', 'rollup_conversion', 'rollup_arm',
        'rollup_arm_conversion', 'rollup_measure', 'rollup_bin', 'rollup_score']
    LOOP
        EXECUTE format('ALTER TABLE %I RENAME TO whole', parent);
        EXECUTE format('ALTER INDEX %I RENAME TO whole_pkey', parent || '_pkey');
        EXECUTE format('CREATE TABLE %I (LIKE whole INCLUDING DEFAULTS INCLUDING INDEXES) PARTITION BY RANGE (grain, at)', parent);
        EXECUTE format('CREATE TABLE %I PARTITION OF %I DEFAULT', parent || '_default', parent);
        FOR part IN
            SELECT grain, min(at) AS at FROM whole
            GROUP BY grain, date_trunc((ARRAY ['day', 'month', 'year'])[grain + 1], at, 'UTC')
        LOOP
            PERFORM make_rollup_partition(parent, part.grain, part.at);
        END LOOP;
        EXECUTE format('INSERT INTO %I SELECT * FROM whole', parent);
        DROP TABLE whole;
    END LOOP;
END
$$;
