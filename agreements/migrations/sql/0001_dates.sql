-- Partial dates: EDTF text and its days.
--
-- A date is 2023, 2023-05 or 2023-05-04, years 0001 to 9999, each with ~ for approximate (which
-- moves no bound); an interval is A/B, A/.. or ../B. Anything else has no days: the functions
-- then give NULL and never raise. Bodies are SQL-standard, as pg_restore with its empty
-- search_path needs. The Python twins are in agreements/dates.py.

-- The form of one date, and that its day is in the calendar.
CREATE FUNCTION edtf_is_date(part text) RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN part COLLATE "C" ~ (
        '^(?!0000)('
            '[0-9]{4}(-(0[1-9]|1[0-2]))?'
            '|[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])'
            '|[0-9]{4}-(0[13-9]|1[0-2])-(29|30)'
            '|[0-9]{4}-(0[13578]|1[02])-31'
            '|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29'
        ')~?$');

CREATE FUNCTION edtf_part_first(part text) RETURNS date
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN edtf_is_date(part) THEN make_date(
        substr(part, 1, 4)::integer,
        COALESCE(NULLIF(substr(rtrim(part, '~'), 6, 2), ''), '1')::integer,
        COALESCE(NULLIF(substr(rtrim(part, '~'), 9, 2), ''), '1')::integer)
    END;

-- The last day itself, since the day after 9999-12-31 is no date in Python.
CREATE FUNCTION edtf_part_last(part text) RETURNS date
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE char_length(rtrim(part, '~'))
        WHEN 4 THEN (edtf_part_first(part) + interval '1 year' - interval '1 day')::date
        WHEN 7 THEN (edtf_part_first(part) + interval '1 month' - interval '1 day')::date
        ELSE edtf_part_first(part)
    END;

-- True if well formed; an interval must hold at least one day and at most one open end.
CREATE FUNCTION edtf_valid(value text) RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE
        WHEN value COLLATE "C" LIKE '%/%/%' THEN false
        WHEN value COLLATE "C" LIKE '../%' THEN edtf_is_date(substr(value, 4))
        WHEN value COLLATE "C" LIKE '%/..' THEN edtf_is_date(split_part(value, '/', 1))
        WHEN value COLLATE "C" LIKE '%/%' THEN COALESCE(
            edtf_part_first(split_part(value, '/', 1)) <= edtf_part_last(split_part(value, '/', 2)),
            false)
        ELSE edtf_is_date(value)
    END;

-- The first day; NULL where the beginning is open or the value is not valid.
CREATE FUNCTION edtf_first(value text) RETURNS date
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN edtf_valid(value) THEN edtf_part_first(split_part(value, '/', 1)) END;

-- The day after the last; NULL where the end is open, which 9999-12-31 counts as, or the value
-- is not valid.
CREATE FUNCTION edtf_after(value text) RETURNS date
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN edtf_valid(value) THEN
        NULLIF(edtf_part_last(split_part(value, '/', -1)), make_date(9999, 12, 31)) + 1
    END;

-- From the first day of `since` to the day before the first day of `until`. An end that is NULL,
-- open or not valid is open; an end before the beginning gives an empty range.
CREATE FUNCTION edtf_period(since text, until text) RETURNS daterange
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE
        WHEN edtf_first(since) > edtf_first(until) THEN 'empty'::daterange
        ELSE daterange(edtf_first(since), edtf_first(until))
    END;
