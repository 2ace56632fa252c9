-- What search and counts read: one row for each published document, parts of long texts, and
-- counts. All of it is derived, in the transaction that changes the document; rebuild_search()
-- writes it anew. How it is used is in docs/search.md.

-- What the filters ask a document for, by a letter and a value:
--   s state, p pair of states on opposite sides, a agency, y year of signing, t type, v level,
--   n legal nature, j subject, g subject or group with what is below it, l language of a title or
--   public text, x text availability, w where signed, e event, k kind of event, and r alone: has had
--   a status before it was signed
CREATE FUNCTION search_terms(document_ bigint) RETURNS text[]
    LANGUAGE plpgsql STABLE
AS $$
DECLARE
    d agreements_document;
BEGIN
    SELECT * INTO d FROM agreements_document WHERE id = document_;
    RETURN ARRAY(
        SELECT 's' || state_id FROM agreements_party
        WHERE document_id = d.id AND role <> 'territory' AND state_id IS NOT NULL
        UNION
        SELECT 'p' || least(p.state_id, o.state_id) || '_' || greatest(p.state_id, o.state_id)
        FROM agreements_party p JOIN agreements_party o ON o.document_id = d.id AND o.side > p.side
        WHERE p.document_id = d.id AND p.role <> 'territory' AND o.role <> 'territory'
        AND p.state_id IS NOT NULL AND o.state_id IS NOT NULL
        UNION
        SELECT 'a' || agency_id FROM agreements_party
        WHERE document_id = d.id AND agency_id IS NOT NULL
        UNION
        SELECT unnest(ARRAY[
            'y' || coalesce(extract(year FROM d.signed_first)::text, ''), 't' || d.type_id,
            'v' || d.level, 'n' || d.legal_nature, 'x' || d.text_availability])
        UNION
        SELECT unnest(ARRAY['j' || s.id, 'g' || s.id, 'g' || s.parent_id])
        FROM agreements_document_subjects ds JOIN agreements_subject s ON s.id = ds.subject_id
        WHERE ds.document_id = d.id
        UNION
        SELECT 'l' || split_part(language, '-', 1) FROM agreements_documenttitle
        WHERE document_id = d.id
        UNION
        SELECT 'l' || split_part(language, '-', 1) FROM agreements_text
        WHERE document_id = d.id AND is_public
        UNION
        SELECT 'w' || place_id FROM agreements_signing
        WHERE document_id = d.id AND place_id IS NOT NULL
        UNION
        SELECT 'r' WHERE d.signed_first IS NOT NULL AND EXISTS (
            SELECT FROM agreements_statusperiod
            WHERE document_id = d.id AND coalesce(lower(during) < d.signed_first, true))
        UNION
        SELECT unnest(ARRAY['e' || e.id, 'k' || e.kind, 'w' || e.place_id])
        FROM agreements_event e WHERE e.id = d.event_id AND e.publication_state = 'published'
        EXCEPT SELECT NULL
        ORDER BY 1);
END $$;

-- What is said of a document in its own words, its text apart.
CREATE FUNCTION search_vector_of_record(document_ bigint) RETURNS tsvector
    LANGUAGE plpgsql STABLE
AS $$
DECLARE
    d agreements_document;
    found tsvector := '';
    title agreements_documenttitle;
BEGIN
    SELECT * INTO d FROM agreements_document WHERE id = document_;
    FOR title IN SELECT * FROM agreements_documenttitle WHERE document_id = d.id ORDER BY id LOOP
        found := found || search_vector(title.text, title.language, 'A', true);
    END LOOP;
    RETURN found
        || search_vector(
            (SELECT string_agg(value, ' . ' ORDER BY id) FROM agreements_identifier
             WHERE document_id = d.id), '', 'B')
        || search_vector(
            (SELECT string_agg(name_as_written, ' . ' ORDER BY id) FROM agreements_party
             WHERE document_id = d.id AND name_as_written <> ''), '', 'B')
        || search_vector(
            (SELECT string_agg(person, ' . ' ORDER BY id) FROM agreements_signatory
             WHERE document_id = d.id), '', 'C')
        || search_vector(nullif(concat_ws(' . ', d.summary, d.public_note), ' . '), 'en', 'C');
END $$;

-- Of so many rows one is in the sample, which is kept at 12,000 to 24,000 rows at any size.
CREATE FUNCTION search_is_sampled(document_ bigint) RETURNS boolean
    LANGUAGE sql STABLE
RETURN hashint8(document_) & (
    SELECT coalesce(max(one_in), 1) - 1 FROM agreements_searchsample) = 0;

-- The day in the archive's time zone, which its connections say.
CREATE FUNCTION agreements_today() RETURNS date
    LANGUAGE sql STABLE PARALLEL SAFE
RETURN (now() AT TIME ZONE coalesce(
    nullif(current_setting('agreements.time_zone', true), ''), 'UTC'))::date;

-- The status for certain on a day, "?" where partial dates leave it open, "" where there is none; and
-- the days from and before which it does not change.
CREATE FUNCTION search_status(
    document_ bigint, day date, OUT status text, OUT since date, OUT until date
)
    LANGUAGE sql STABLE
AS $$
    SELECT
        CASE WHEN count(*) FILTER (WHERE during @> day AND is_certain) > 0
            THEN min(p.status) FILTER (WHERE during @> day AND is_certain)
            WHEN count(*) FILTER (WHERE during @> day) > 0 THEN '?' ELSE '' END,
        max(b) FILTER (WHERE b <= day),
        min(b) FILTER (WHERE b > day)
    FROM agreements_statusperiod p CROSS JOIN LATERAL (
        VALUES (lower(during)), (upper(during))) AS bound(b)
    WHERE p.document_id = document_;
$$;

-- Of the 1,048,575 bytes that a vector may have.
CREATE FUNCTION search_bytes(vector tsvector) RETURNS integer
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN pg_column_size(vector) - 4 * length(vector);

-- The row that a document has in the search; none unless it is published. The words of a long text
-- are those of its parts, which are written first.
CREATE FUNCTION search_row(document_ bigint) RETURNS agreements_searchrow
    LANGUAGE plpgsql STABLE
AS $$
DECLARE
    row agreements_searchrow;
    part record;
BEGIN
    SELECT id, signed_first INTO row.document_id, row.signed_first
    FROM agreements_document WHERE id = document_ AND publication_state = 'published';
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    row.terms := search_terms(document_);
    SELECT s.status, s.since, s.until INTO row.status, row.status_since, row.status_until
    FROM search_status(document_, agreements_today()) s;
    row.in_sample := search_is_sampled(document_);
    row.vector := search_vector_of_record(document_)
        || array_to_tsvector(ARRAY(
            SELECT '~' || t FROM unnest(row.terms) t UNION SELECT unnest(ARRAY['~', '~z' || row.status])));
    row.is_long := false;
    FOR part IN
        SELECT CASE number WHEN 1 THEN vector ELSE search_in_one_place(vector) END AS vector
        FROM agreements_searchpart WHERE document_id = document_ ORDER BY number
    LOOP
        row.is_long := true;
        -- What has no room any more are words that stand nowhere else: noise of a scan.
        IF search_bytes(row.vector) + search_bytes(part.vector) < 1040000 THEN
            row.vector := row.vector || part.vector;
        END IF;
    END LOOP;
    IF row.is_long THEN
        row.vector := row.vector || '''~long'''::tsvector;
    ELSE
        FOR part IN
            SELECT search_vector(body, language) AS vector FROM agreements_text
            WHERE document_id = document_ AND is_public AND char_length(body) BETWEEN 1 AND 12000
        LOOP
            row.vector := row.vector || part.vector;
        END LOOP;
    END IF;
    RETURN row;
END $$;

-- The texts of a document, where they have more than one part; the only one stands in its row.
CREATE FUNCTION search_parts_of(document_ bigint)
RETURNS TABLE (text_id bigint, number bigint, start integer, size integer, vector tsvector)
    LANGUAGE sql STABLE
AS $$
    SELECT id, number, start, char_length(words), search_vector(words, language)
    FROM (
        SELECT t.id, t.language, p.start, p.words,
            row_number() OVER (ORDER BY t.id, p.start) AS number, count(*) OVER () AS parts
        FROM agreements_text t CROSS JOIN LATERAL search_parts(t.body) p
        WHERE t.document_id = document_ AND t.is_public AND t.body <> ''
    ) part
    WHERE parts > 1;
$$;

CREATE FUNCTION write_search_parts(document_ bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM agreements_document WHERE id = document_ FOR NO KEY UPDATE;
    DELETE FROM agreements_searchpart WHERE document_id = document_;
    IF EXISTS (SELECT FROM agreements_document
               WHERE id = document_ AND publication_state = 'published')
    AND (SELECT sum(char_length(body)) > 12000 OR count(*) > 1 FROM agreements_text
         WHERE document_id = document_ AND is_public AND body <> '') THEN
        INSERT INTO agreements_searchpart (document_id, text_id, number, start, size, vector)
        SELECT document_, text_id, number, start, size, vector FROM search_parts_of(document_);
    END IF;
END $$;

-- What a row adds to the counts: for each thing that has a page or a filter of its own, everything
-- that is counted beside it; and each word of its titles, for those who write one wrongly.
CREATE FUNCTION search_counted(terms text[], status text, vector tsvector)
RETURNS TABLE (key text, term text)
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT k, t FROM unnest('{*}' || terms) k CROSS JOIN unnest(
        ARRAY['*', 'z' || status] || terms) t
    WHERE left(k, 1) IN ('*', 's', 'y', 't', 'v', 'n', 'j', 'g', 'l', 'x')
    AND left(t, 1) IN ('*', 'z', 's', 'p', 'a', 'y', 't', 'v', 'n', 'j', 'g', 'l', 'x')
    AND (left(t, 1) NOT IN ('p', 'a') OR left(k, 1) IN ('*', 's'))
    UNION ALL
    SELECT 'word', w FROM unnest(tsvector_to_array(ts_filter(vector, '{a}'))) w;
$$;

-- Notes what changes in the counts; drain_search_counts() brings it into them. Rows are added
-- only, so that two transactions never wait for each other there. For one document they do: what is
-- written here must not be from before the other's change.
CREATE FUNCTION write_search_row(document_ bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    before agreements_searchrow;
    after agreements_searchrow;
BEGIN
    PERFORM FROM agreements_document WHERE id = document_ FOR NO KEY UPDATE;
    after := search_row(document_);
    SELECT * INTO before FROM agreements_searchrow WHERE document_id = document_;
    IF before IS NOT DISTINCT FROM after THEN
        RETURN;
    END IF;
    IF after.document_id IS NULL THEN
        DELETE FROM agreements_searchrow WHERE document_id = document_;
    ELSE
        INSERT INTO agreements_searchrow SELECT after.*
        ON CONFLICT (document_id) DO UPDATE SET
            signed_first = EXCLUDED.signed_first, terms = EXCLUDED.terms,
            status = EXCLUDED.status, status_since = EXCLUDED.status_since,
            status_until = EXCLUDED.status_until, in_sample = EXCLUDED.in_sample,
            is_long = EXCLUDED.is_long, vector = EXCLUDED.vector;
    END IF;
    INSERT INTO agreements_searchcountchange (key, term, number)
    SELECT key, term, sum(n) FROM (
        SELECT key, term, -1 AS n FROM search_counted(before.terms, before.status, before.vector)
        WHERE before.document_id IS NOT NULL
        UNION ALL
        SELECT key, term, 1 FROM search_counted(after.terms, after.status, after.vector)
        WHERE after.document_id IS NOT NULL
    ) c GROUP BY key, term HAVING sum(n) <> 0;
END $$;

-- Brings the changes that are committed, and our own, into the counts. Where another transaction is
-- at it, they wait for the next one: whoever reads adds them up.
CREATE FUNCTION drain_search_counts() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    keys text[];
    terms text[];
BEGIN
    IF NOT pg_try_advisory_xact_lock(hashtext('agreements_searchcount')) THEN
        RETURN;
    END IF;
    WITH change AS (
        DELETE FROM agreements_searchcountchange RETURNING key, term, number
    ), moved AS (
        INSERT INTO agreements_searchcount AS c (key, term, number)
        SELECT key, term, sum(number) FROM change GROUP BY key, term HAVING sum(number) <> 0
        ON CONFLICT (key, term) DO UPDATE SET number = c.number + EXCLUDED.number
        RETURNING c.key, c.term, c.number
    )
    SELECT array_agg(key), array_agg(term) INTO keys, terms FROM moved WHERE number = 0;
    IF keys IS NOT NULL THEN
        DELETE FROM agreements_searchcount c USING unnest(keys, terms) AS gone(key, term)
        WHERE c.key = gone.key AND c.term = gone.term;
    END IF;
END $$;

-- The mechanism of 0002_refresh.sql, with the search row last. An event's documents carry its terms.
CREATE OR REPLACE FUNCTION agreements_refresh_touched() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    before text := coalesce(current_setting('agreements.refresh', true), '');
BEGIN
    DELETE FROM agreements_touched
    WHERE xact = NEW.xact AND kind = NEW.kind AND root = NEW.root;
    PERFORM set_config('agreements.refresh', 'running', true);
    IF NEW.kind = 'document' THEN
        PERFORM refresh_document(NEW.root);
        PERFORM write_search(NEW.root);
    ELSIF NEW.kind = 'status' THEN
        PERFORM FROM agreements_document WHERE id = NEW.root FOR NO KEY UPDATE;
        PERFORM write_status_periods(NEW.root);
        PERFORM write_search_row(NEW.root);
    ELSIF NEW.kind = 'event' THEN
        PERFORM refresh_event(NEW.root);
        -- Of its event a document's row has the terms alone.
        PERFORM write_search_row(id) FROM (
            SELECT id FROM agreements_document d
            LEFT JOIN agreements_searchrow r ON r.document_id = d.id
            WHERE event_id = NEW.root AND publication_state = 'published'
            AND r.terms IS DISTINCT FROM search_terms(d.id) ORDER BY id) d;
    ELSE
        PERFORM drain_search_counts();
    END IF;
    PERFORM set_config('agreements.refresh', before, true);
    IF NEW.kind <> 'counts' THEN
        -- Comes after all else that this transaction touched.
        INSERT INTO agreements_touched (kind, root) VALUES ('counts', 0) ON CONFLICT DO NOTHING;
    END IF;
    RETURN NULL;
END $$;

-- A document that comes to an event, and a change of that event, each wait until the other is
-- committed: what is written last then knows of both.
CREATE FUNCTION agreements_hold_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT agreements_is_quiet() THEN
        PERFORM FROM agreements_event WHERE id = NEW.event_id FOR SHARE;
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER agreements_hold_event_of_new AFTER INSERT ON agreements_document
FOR EACH ROW WHEN (NEW.event_id IS NOT NULL) EXECUTE FUNCTION agreements_hold_event();
CREATE TRIGGER agreements_hold_event AFTER UPDATE OF event_id ON agreements_document
FOR EACH ROW WHEN (NEW.event_id IS NOT NULL AND OLD.event_id IS DISTINCT FROM NEW.event_id)
EXECUTE FUNCTION agreements_hold_event();

CREATE FUNCTION write_search(document_ bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    other bigint;
BEGIN
    PERFORM write_search_parts(document_);
    PERFORM write_search_row(document_);
    FOR other IN
        SELECT DISTINCT target_id FROM agreements_relation
        WHERE document_id = document_ AND target_id IS NOT NULL
        AND kind IN ('extends', 'supersedes', 'terminates', 'suspends')
        ORDER BY target_id
    LOOP
        PERFORM write_search_row(other);
    END LOOP;
END $$;

-- A subject that moves to another group takes its documents along.
CREATE FUNCTION agreements_carry_subject_group() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT agreements_is_quiet() THEN
        INSERT INTO agreements_touched (kind, root)
        SELECT 'status', document_id FROM agreements_document_subjects WHERE subject_id = NEW.id
        ON CONFLICT DO NOTHING;
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER agreements_carry_group AFTER UPDATE OF parent_id ON agreements_subject
FOR EACH ROW WHEN (OLD.parent_id IS DISTINCT FROM NEW.parent_id)
EXECUTE FUNCTION agreements_carry_subject_group();

-- The rows of documents in a range of identities, where there are none yet.
CREATE FUNCTION fill_search_rows(first bigint, last bigint) RETURNS void LANGUAGE sql AS $$
    SELECT count(write_search_parts(id)::text) FROM agreements_document
    WHERE id BETWEEN first AND last AND publication_state = 'published';
    INSERT INTO agreements_searchrow
    SELECT r.* FROM agreements_document d CROSS JOIN LATERAL search_row(d.id) r
    WHERE d.id BETWEEN first AND last AND d.publication_state = 'published';
$$;

-- The counts as the rows have them.
CREATE FUNCTION search_counts_anew() RETURNS TABLE (key text, term text, number bigint)
    LANGUAGE sql STABLE
AS $$
    SELECT c.key, c.term, count(*) FROM agreements_searchrow r
    CROSS JOIN LATERAL search_counted(r.terms, r.status, r.vector) c
    GROUP BY c.key, c.term;
$$;

-- Below 50,000 documents everything is counted.
CREATE FUNCTION write_search_sample() RETURNS void LANGUAGE sql AS $$
    DELETE FROM agreements_searchsample;
    INSERT INTO agreements_searchsample (one_in)
    SELECT CASE WHEN count(*) < 50000 THEN 1 ELSE 2 ^ floor(log(2, count(*) / 12000)) END
    FROM agreements_document WHERE publication_state = 'published';
$$;

CREATE FUNCTION fill_search() RETURNS void LANGUAGE sql AS $$
    SELECT write_search_sample();
    SELECT fill_search_rows(0, max(id)) FROM agreements_document;
    INSERT INTO agreements_searchcount (key, term, number)
    SELECT key, term, number FROM search_counts_anew() ORDER BY key, term;
$$;

-- Everything that the search reads of the documents in a range, counts apart.
CREATE FUNCTION rewrite_search(first bigint, last bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM write_search_parts(id), write_search_row(id) FROM agreements_document
    WHERE id BETWEEN first AND last;
    DELETE FROM agreements_searchrow r WHERE document_id BETWEEN first AND last
    AND NOT EXISTS (SELECT FROM agreements_document WHERE id = r.document_id);
    DELETE FROM agreements_searchpart p WHERE document_id BETWEEN first AND last
    AND NOT EXISTS (SELECT FROM agreements_document WHERE id = p.document_id);
END $$;
