-- How much of what it may search each reader has used, by a number that tells nobody who it is.
-- Unlogged: a count costs no disk, and one that a crash forgets does no harm.
CREATE UNLOGGED TABLE agreements_searching (
    reader bytea PRIMARY KEY,
    -- By when nothing of it counts any more.
    free_at timestamptz NOT NULL
) WITH (fillfactor = 50);

-- Readers of whom nothing counts any more.
CREATE FUNCTION agreements_forget_searches() RETURNS void LANGUAGE sql AS $$
    DELETE FROM agreements_searching WHERE reader IN (
        SELECT reader FROM agreements_searching WHERE free_at < now() FOR UPDATE SKIP LOCKED);
$$;

-- Counts one search, which costs so much time of what may be used at once: as much as comes back
-- in that time. NULL, or how long to wait where the rest is not enough; then nothing is counted.
CREATE FUNCTION agreements_count_search(reader_ bytea, cost interval, most interval)
RETURNS interval LANGUAGE plpgsql AS $$
DECLARE
    at timestamptz := clock_timestamp();
BEGIN
    INSERT INTO agreements_searching AS s (reader, free_at) VALUES (reader_, at + cost)
    ON CONFLICT (reader) DO UPDATE SET free_at = greatest(s.free_at, at) + cost
    WHERE s.free_at + cost <= at + most;
    IF FOUND THEN
        IF random() < 0.001 THEN
            PERFORM agreements_forget_searches();
        END IF;
        RETURN NULL;
    END IF;
    RETURN (SELECT free_at + cost - most - at FROM agreements_searching WHERE reader = reader_);
END $$;
