-- One mechanism keeps everything derived in step, for forms, imports, update() and raw SQL alike.
-- Statement triggers note which roots (documents, events) a transaction touched. At commit one
-- deferred trigger refreshes each of them once: it checks what a row alone cannot, moves version
-- and changed_at, and writes what is derived.
--
-- The setting agreements.refresh says what goes on:
--   running   a refresh is writing; what it writes is not noted again
--   off       a bulk loader is writing and will rebuild by refresh_all() in the same transaction

CREATE UNLOGGED TABLE agreements_touched (
    xact xid8 NOT NULL DEFAULT pg_current_xact_id(),
    kind text NOT NULL,
    root bigint NOT NULL,
    PRIMARY KEY (xact, kind, root)
);

CREATE FUNCTION agreements_is_quiet() RETURNS boolean LANGUAGE sql STABLE
RETURN coalesce(current_setting('agreements.refresh', true), '') IN ('running', 'off');

-- Arguments: the kind of root, and a query for the roots of the changed rows, which stand in {rows}.
CREATE FUNCTION agreements_note_touched() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    changed text := CASE TG_OP
        WHEN 'INSERT' THEN 'new_rows'
        WHEN 'DELETE' THEN 'old_rows'
        ELSE '(SELECT * FROM old_rows UNION ALL SELECT * FROM new_rows)' END;
BEGIN
    IF NOT agreements_is_quiet() THEN
        EXECUTE format(
            'INSERT INTO agreements_touched (kind, root)
             SELECT DISTINCT %L, root FROM (%s) AS roots(root) WHERE root IS NOT NULL
             ON CONFLICT DO NOTHING',
            TG_ARGV[0], replace(TG_ARGV[1], '{rows}', changed));
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION agreements_refresh_touched() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    before text := coalesce(current_setting('agreements.refresh', true), '');
BEGIN
    DELETE FROM agreements_touched
    WHERE xact = NEW.xact AND kind = NEW.kind AND root = NEW.root;
    PERFORM set_config('agreements.refresh', 'running', true);
    IF NEW.kind = 'document' THEN
        PERFORM refresh_document(NEW.root);
    ELSIF NEW.kind = 'status' THEN
        PERFORM FROM agreements_document WHERE id = NEW.root FOR NO KEY UPDATE;
        PERFORM write_status_periods(NEW.root);
    ELSE
        PERFORM refresh_event(NEW.root);
    END IF;
    PERFORM set_config('agreements.refresh', before, true);
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER agreements_refresh AFTER INSERT ON agreements_touched
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION agreements_refresh_touched();

-- A form saves every column it once read: what only a refresh may write keeps its value.
CREATE FUNCTION agreements_keep_derived() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT agreements_is_quiet() THEN
        NEW.version := OLD.version;
        NEW.changed_at := OLD.changed_at;
        NEW.created_at := OLD.created_at;
        IF TG_TABLE_NAME = 'agreements_document' THEN
            NEW.signed_on := OLD.signed_on;
            NEW.text_availability := OLD.text_availability;
        END IF;
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER agreements_keep_derived BEFORE UPDATE ON agreements_document
FOR EACH ROW EXECUTE FUNCTION agreements_keep_derived();
CREATE TRIGGER agreements_keep_derived BEFORE UPDATE ON agreements_event
FOR EACH ROW EXECUTE FUNCTION agreements_keep_derived();

-- An agency signs for its own state; correcting its state corrects its parties.
CREATE FUNCTION agreements_carry_agency_state() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE agreements_party SET state_id = NEW.state_id
    WHERE agency_id = NEW.id AND state_id IS DISTINCT FROM NEW.state_id;
    RETURN NULL;
END $$;

CREATE TRIGGER agreements_carry_state AFTER UPDATE OF state_id ON agreements_agency
FOR EACH ROW WHEN (OLD.state_id <> NEW.state_id) EXECUTE FUNCTION agreements_carry_agency_state();

CREATE FUNCTION agreements_two_levels() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.parent_id IS NOT NULL AND (
        EXISTS (SELECT FROM agreements_subject WHERE id = NEW.parent_id AND parent_id IS NOT NULL)
        OR EXISTS (SELECT FROM agreements_subject WHERE parent_id = NEW.id))
    THEN
        PERFORM agreements_refuse('subject_has_two_levels', 'subject', NEW.id);
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER agreements_two_levels AFTER INSERT OR UPDATE ON agreements_subject
FOR EACH ROW EXECUTE FUNCTION agreements_two_levels();

-- Refuses as a CHECK constraint does, so that callers need to know one kind of error only.
-- The words that a clerk sees are in agreements/models/rules.py, under the same name.
CREATE FUNCTION agreements_refuse(rule text, kind text, root bigint) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% % breaks the rule %', kind, root, rule
    USING ERRCODE = 'check_violation', CONSTRAINT = rule, TABLE = 'agreements_' || kind;
END $$;

-- What a document needs before it leaves the clerk's desk, and before it is published.
CREATE FUNCTION agreements_check_document(document_ bigint) RETURNS void
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

-- A text counts as a source, and one given on the event serves its documents.
CREATE FUNCTION agreements_has_source(d agreements_document) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN EXISTS (SELECT FROM agreements_citation WHERE document_id = d.id)
        OR EXISTS (SELECT FROM agreements_text WHERE document_id = d.id)
        OR EXISTS (SELECT FROM agreements_citation WHERE event_id = d.event_id)
        OR EXISTS (SELECT FROM agreements_citation c JOIN agreements_action a ON a.id = c.action_id
                   WHERE a.document_id = d.id)
        OR EXISTS (SELECT FROM agreements_citation c JOIN agreements_party p ON p.id = c.party_id
                   WHERE p.document_id = d.id);
END $$;

-- The date is that of the last signing; the text is where the public texts say.
CREATE FUNCTION agreements_derive_document(document_ bigint) RETURNS void
LANGUAGE sql AS $$
    UPDATE agreements_document d SET
        signed_on = (
            SELECT s.signed_on FROM agreements_signing s
            WHERE s.document_id = d.id AND s.signed_on IS NOT NULL
            ORDER BY coalesce(s.signed_after, s.signed_first) DESC, s.signed_first DESC, s.id
            LIMIT 1),
        text_availability = CASE
            WHEN EXISTS (SELECT FROM agreements_text t
                         WHERE t.document_id = d.id AND t.is_public AND t.body <> '')
            THEN 'text_here'
            WHEN EXISTS (SELECT FROM agreements_text t
                         WHERE t.document_id = d.id AND t.is_public AND t.url <> '')
            THEN 'text_elsewhere'
            ELSE d.text_absence END,
        version = d.version + 1,
        changed_at = now()
    WHERE d.id = document_;
$$;

-- Fails with check_violation where a rule is broken. Also writes the status periods of the
-- documents on which this one acts, since their end hangs on when this one takes effect.
CREATE FUNCTION refresh_document(document_ bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    other bigint;
BEGIN
    PERFORM FROM agreements_document WHERE id = document_ FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    PERFORM agreements_derive_document(document_);
    PERFORM agreements_check_document(document_);
    PERFORM write_status_periods(document_);
    FOR other IN
        SELECT DISTINCT d.id FROM agreements_relation r
        JOIN agreements_document d ON d.id = r.target_id
        WHERE r.document_id = document_
        AND r.kind IN ('extends', 'supersedes', 'terminates', 'suspends')
        ORDER BY d.id
    LOOP
        PERFORM FROM agreements_document WHERE id = other FOR NO KEY UPDATE;
        PERFORM write_status_periods(other);
    END LOOP;
END $$;

-- Its documents may rest on the event's sources: whether they still have one is checked again.
CREATE FUNCTION refresh_event(event_ bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    e agreements_event;
BEGIN
    UPDATE agreements_event SET version = version + 1, changed_at = now()
    WHERE id = event_ RETURNING * INTO e;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    IF NOT EXISTS (SELECT FROM agreements_eventname WHERE event_id = e.id) THEN
        PERFORM agreements_refuse('event_has_a_name', 'event', e.id);
    END IF;
    IF e.publication_state = 'published' AND NOT EXISTS (
        SELECT FROM agreements_citation c
        LEFT JOIN agreements_announcement a ON a.id = c.announcement_id
        WHERE c.event_id = e.id OR a.event_id = e.id) THEN
        PERFORM agreements_refuse('event_has_a_source', 'event', e.id);
    END IF;
    PERFORM agreements_refuse('document_has_a_source', 'document', d.id)
    FROM agreements_document d
    WHERE d.event_id = e.id AND d.publication_state = 'published'
    AND NOT agreements_has_source(d);
END $$;

-- For bulk loaders, and to prove that nothing drifted: everything derived, from the truth, anew.
CREATE FUNCTION refresh_all() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    before text := coalesce(current_setting('agreements.refresh', true), '');
BEGIN
    PERFORM set_config('agreements.refresh', 'running', true);
    PERFORM agreements_derive_document(id) FROM agreements_document;
    PERFORM agreements_check_document(id) FROM agreements_document;
    -- Twice: the end of one document may hang on when another took effect.
    PERFORM write_status_periods(id) FROM agreements_document;
    PERFORM write_status_periods(target_id) FROM agreements_relation
    WHERE target_id IS NOT NULL AND kind IN ('extends', 'supersedes', 'terminates', 'suspends');
    PERFORM set_config('agreements.refresh', before, true);
END $$;
