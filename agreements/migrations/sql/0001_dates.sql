-- Partial dates: EDTF text and its days.
--
-- A date is 2023, 2023-05 or 2023-05-04, years 0001 to 9999, each with ~ for approximate (which
-- moves no bound); an interval is A/B, A/.. or ../B, where B must not end before A begins.
-- Anything else is not valid and has no days: nothing here raises. The Python twins are in
-- agreements/dates.py.

-- The days of a date, open where it is open; empty if it is not valid. A range that reaches
-- 9999-12-31 is open, since the day after is no date in Python. PL/pgSQL, not SQL: PostgreSQL 15
-- plans a nested SQL function anew for every call. Only names of pg_catalog are used, since
-- pg_restore works with an empty search_path.
CREATE FUNCTION edtf_days(value text) RETURNS daterange
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
DECLARE
    edtf text COLLATE "C" := value;
    since text COLLATE "C";
    until text COLLATE "C";
    first date;
    after date;
BEGIN
    IF edtf !~ ('^(?!\.\.(/\.\.)?$)'
            '([0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?~?|\.\.)'
            '(/([0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?~?|\.\.))?$')
        -- No year 0; no 30 February, 31 April; no 29 February out of a leap year.
        OR edtf ~ '0000|-02-3|-(0[469]|11)-31'
        OR edtf ~ ('(?!([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-)'
            '[0-9]{4}-02-29')
    THEN
        RETURN 'empty';
    END IF;
    since := split_part(replace(edtf, '~', ''), '/', 1);
    until := split_part(replace(edtf, '~', ''), '/', -1);
    first := NULLIF(since, '..') || substr('-01-01', char_length(since) - 3);
    after := NULLIF(until, '..') || substr('-01-01', char_length(until) - 3);
    after := after + CASE char_length(until)
        WHEN 4 THEN interval '1 year' WHEN 7 THEN interval '1 month' ELSE interval '1 day' END;
    IF first >= after THEN
        RETURN 'empty';
    END IF;
    RETURN daterange(first, NULLIF(after, make_date(10000, 1, 1)));
END $$;

-- Well formed, in the calendar, not backwards.
CREATE FUNCTION edtf_valid(value text) RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN NOT isempty(edtf_days(value));

-- The first day; NULL where the beginning is open or the value is not valid.
CREATE FUNCTION edtf_first(value text) RETURNS date
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN lower(edtf_days(value));

-- The day after the last; NULL where the end is open or the value is not valid.
CREATE FUNCTION edtf_after(value text) RETURNS date
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN upper(edtf_days(value));

-- From the first day of `since` to the day before the first day of `until`. An end that is NULL,
-- open or not valid is open; an end before the beginning gives an empty range.
CREATE FUNCTION edtf_period(since text, until text) RETURNS daterange
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE
        WHEN edtf_first(since) > edtf_first(until) THEN 'empty'::daterange
        ELSE daterange(edtf_first(since), edtf_first(until))
    END;
