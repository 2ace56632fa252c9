-- Files: originals that stay as they came, and the words that were read out of them, which serve
-- where nobody has typed the text. Words are no statement of anybody: they move neither version nor
-- date of a document, and stand in no history.

-- What came as a file stays as it came.
CREATE FUNCTION agreements_keep_file() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    is_taken_away boolean := true;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        -- Its name and whom it came from may have to be taken out on a legal demand.
        IF (NEW.key, NEW.kind, NEW.size, NEW.sha256, NEW.received_at) IS DISTINCT FROM
           (OLD.key, OLD.kind, OLD.size, OLD.sha256, OLD.received_at) THEN
            PERFORM agreements_refuse('file_stays_as_received', 'file', OLD.id);
        END IF;
        is_taken_away := NEW.document_id IS NULL;
    END IF;
    IF is_taken_away AND EXISTS (
        SELECT FROM agreements_document WHERE id = OLD.document_id
        AND publication_state IN ('published', 'withdrawn')) THEN
        PERFORM agreements_refuse('file_stays_once_public', 'file', OLD.id);
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;

-- The mechanism of 0002_refresh.sql and 0016_search.sql, with files and their words.
CREATE OR REPLACE FUNCTION agreements_check_document(document_ bigint) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    d agreements_document;
BEGIN
    SELECT * INTO d FROM agreements_document WHERE id = document_;
    IF NOT EXISTS (SELECT FROM agreements_documenttitle WHERE document_id = d.id) THEN
        PERFORM agreements_refuse('document_has_a_title', 'document', d.id);
    END IF;
    IF EXISTS (SELECT FROM agreements_party p JOIN agreements_agency a ON a.id = p.agency_id
               WHERE p.document_id = d.id AND p.state_id <> a.state_id) THEN
        PERFORM agreements_refuse('party_agency_is_of_its_state', 'document', d.id);
    END IF;
    IF EXISTS (SELECT FROM agreements_signing c JOIN agreements_party p ON p.id = c.party_id
               WHERE c.document_id = d.id AND p.document_id <> d.id)
    OR EXISTS (SELECT FROM agreements_action c JOIN agreements_party p ON p.id = c.party_id
               WHERE c.document_id = d.id AND p.document_id <> d.id)
    OR EXISTS (SELECT FROM agreements_signatory c JOIN agreements_party p ON p.id = c.party_id
               WHERE c.document_id = d.id AND p.document_id <> d.id)
    OR EXISTS (SELECT FROM agreements_signatory c JOIN agreements_signing s ON s.id = c.signing_id
               WHERE c.document_id = d.id AND s.document_id <> d.id) THEN
        PERFORM agreements_refuse('document_children_are_its_own', 'document', d.id);
    END IF;
    IF EXISTS (SELECT FROM agreements_file f JOIN agreements_text t ON t.id = f.text_id
               WHERE f.document_id = d.id AND t.document_id <> d.id)
    OR EXISTS (SELECT FROM agreements_file f JOIN agreements_file o ON o.id = f.replaces_id
               WHERE f.document_id = d.id
               AND (f.document_id, f.text_id) IS DISTINCT FROM (o.document_id, o.text_id)) THEN
        PERFORM agreements_refuse('document_files_are_its_own', 'document', d.id);
    END IF;
    IF EXISTS (SELECT FROM agreements_text t
               WHERE t.document_id = d.id AND t.body = '' AND t.url = ''
               AND NOT EXISTS (SELECT FROM agreements_file WHERE text_id = t.id)) THEN
        PERFORM agreements_refuse('text_has_words_or_a_file', 'document', d.id);
    END IF;
    IF d.publication_state NOT IN ('in_review', 'published') THEN
        RETURN;
    END IF;
    IF d.type_id IS NULL THEN
        PERFORM agreements_refuse('document_has_a_type', 'document', d.id);
    END IF;
    IF (SELECT count(DISTINCT side) FROM agreements_party
        WHERE document_id = d.id AND role <> 'territory' AND state_id IS NOT NULL) < 2
    OR EXISTS (SELECT FROM agreements_party WHERE document_id = d.id AND state_id IS NULL) THEN
        PERFORM agreements_refuse('document_has_two_sides', 'document', d.id);
    END IF;
    IF d.signed_on IS NULL AND NOT EXISTS (
        SELECT FROM agreements_missingvalue WHERE document_id = d.id AND field = 'signed_on') THEN
        PERFORM agreements_refuse('document_has_a_date', 'document', d.id);
    END IF;
    IF d.publication_state = 'published' AND NOT agreements_has_source(d) THEN
        PERFORM agreements_refuse('document_has_a_source', 'document', d.id);
    END IF;
END $$;

CREATE OR REPLACE FUNCTION agreements_derive_document(document_ bigint) RETURNS void
LANGUAGE sql AS $$
    UPDATE agreements_document d SET
        signed_on = (
            SELECT s.signed_on FROM agreements_signing s
            WHERE s.document_id = d.id AND s.signed_on IS NOT NULL
            ORDER BY coalesce(s.signed_after, s.signed_first) DESC, s.signed_first DESC, s.id
            LIMIT 1),
        text_availability = CASE
            WHEN EXISTS (SELECT FROM agreements_text t
                         WHERE t.document_id = d.id AND t.is_public
                         AND (t.body <> '' OR EXISTS (
                             SELECT FROM agreements_file f WHERE f.text_id = t.id AND f.is_public)))
            THEN 'text_here'
            WHEN EXISTS (SELECT FROM agreements_text t
                         WHERE t.document_id = d.id AND t.is_public AND t.url <> '')
            THEN 'text_elsewhere'
            ELSE d.text_absence END,
        version = d.version + 1,
        changed_at = now()
    WHERE d.id = document_;
$$;

-- The files in which the words of a text are read: its first; where that is an image, all its images,
-- which are the pages of one paper. Former versions don't count, nor what is not public: a version
-- that is not replaces nothing for readers.
CREATE FUNCTION agreements_read_files(text_ bigint)
RETURNS TABLE (file_id bigint, place bigint) LANGUAGE sql STABLE AS $$
    SELECT id, row_number() OVER (ORDER BY position, id) FROM (
        SELECT f.id, f.position, f.kind IN ('jpeg', 'png', 'tiff') AS is_image,
            first_value(f.id) OVER w AS first,
            first_value(f.kind IN ('jpeg', 'png', 'tiff')) OVER w AS is_image_first
        FROM agreements_file f
        WHERE f.text_id = text_ AND f.is_public
        AND NOT EXISTS (
            WITH RECURSIVE later AS (
                SELECT id, is_public FROM agreements_file WHERE replaces_id = f.id
                UNION ALL
                SELECT n.id, n.is_public FROM later l JOIN agreements_file n ON n.replaces_id = l.id)
            SELECT FROM later WHERE is_public)
        WINDOW w AS (ORDER BY f.position, f.id)
    ) f WHERE id = first OR (is_image AND is_image_first);
$$;

-- The words of a text for the search: those that were typed, else those of its files.
CREATE FUNCTION agreements_words(text_ bigint, body text) RETURNS text
LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF body <> '' THEN
        RETURN body;
    END IF;
    RETURN coalesce((
        SELECT string_agg(w.words, E'\n\n' ORDER BY r.place)
        FROM agreements_read_files(text_) r JOIN agreements_filewords w ON w.file_id = r.file_id),
        '');
END $$;

CREATE OR REPLACE FUNCTION search_row(document_ bigint) RETURNS agreements_searchrow
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
            SELECT search_vector(words, language) AS vector FROM (
                SELECT agreements_words(id, body) AS words, language FROM agreements_text
                WHERE document_id = document_ AND is_public
            ) t WHERE char_length(words) BETWEEN 1 AND 12000
        LOOP
            row.vector := row.vector || part.vector;
        END LOOP;
    END IF;
    RETURN row;
END $$;

CREATE OR REPLACE FUNCTION search_parts_of(document_ bigint)
RETURNS TABLE (text_id bigint, number bigint, start integer, size integer, vector tsvector)
    LANGUAGE sql STABLE
AS $$
    SELECT id, number, start, char_length(words), search_vector(words, language)
    FROM (
        SELECT t.id, t.language, p.start, p.words,
            row_number() OVER (ORDER BY t.id, p.start) AS number, count(*) OVER () AS parts
        FROM agreements_text t
        CROSS JOIN LATERAL search_parts(agreements_words(t.id, t.body)) p
        WHERE t.document_id = document_ AND t.is_public AND p.words <> ''
    ) part
    WHERE parts > 1;
$$;

CREATE OR REPLACE FUNCTION write_search_parts(document_ bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM agreements_document WHERE id = document_ FOR NO KEY UPDATE;
    DELETE FROM agreements_searchpart WHERE document_id = document_;
    IF EXISTS (SELECT FROM agreements_document
               WHERE id = document_ AND publication_state = 'published')
    AND (SELECT sum(char_length(words)) > 12000 OR count(*) > 1 FROM (
            SELECT agreements_words(id, body) AS words FROM agreements_text
            WHERE document_id = document_ AND is_public
        ) t WHERE words <> '') THEN
        INSERT INTO agreements_searchpart (document_id, text_id, number, start, size, vector)
        SELECT document_, text_id, number, start, size, vector FROM search_parts_of(document_);
    END IF;
END $$;

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
    ELSIF NEW.kind = 'words' THEN
        IF EXISTS (SELECT FROM agreements_document
                   WHERE id = NEW.root AND publication_state = 'published') THEN
            PERFORM write_search(NEW.root);
            PERFORM agreements_content_changed();
        END IF;
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
