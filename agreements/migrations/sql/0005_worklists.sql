-- What work lists need: names of mixed scripts, and documents that may be one entered twice.

-- Whether a word mixes Latin with Cyrillic letters; the twin of letters.mixed_scripts(). Such a
-- word has a letter of the one script next to one of the other, or with an apostrophe between.
CREATE FUNCTION has_mixed_scripts(value text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
    IF octet_length(value) = char_length(value) THEN
        RETURN false;
    END IF;
    RETURN normalize(value, NFC) COLLATE "C" ~ (
        '[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff][\u02b0-\u02ff]*'
        '[\u0400-\u0481\u048a-\u052f]'
        '|[\u0400-\u0481\u048a-\u052f][\u02b0-\u02ff]*'
        '[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff]');
END $$;

-- The bodies of a document, its sides apart: "between A and B" is "between B and A".
CREATE FUNCTION agreements_bodies(document_ bigint) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT string_agg(body, ' ' ORDER BY body COLLATE "C") FROM (
        SELECT DISTINCT concat(p.state_id, '/', p.agency_id) AS body FROM agreements_party p
        WHERE p.document_id = document_ AND p.role <> 'territory' AND p.state_id IS NOT NULL) s;
$$;

CREATE FUNCTION agreements_party_states(document_ bigint) RETURNS bigint[]
LANGUAGE sql STABLE AS $$
    SELECT ARRAY(SELECT state_id FROM agreements_party
        WHERE document_id = document_ AND role <> 'territory' AND state_id IS NOT NULL);
$$;

-- The documents that may be this one: of the same day, between the same bodies, under the same
-- title; or with the same number in a register. A gazette's number is that of an issue, which
-- prints many; a national series, or a register that was imported, counts for its own states.
-- The warnings while typing see more (agreements/editing/doubts/duplicates.py), but these always.
--
-- Step by step, each by its index: in one query the planner, where it has no statistics yet,
-- begins with all documents.
CREATE FUNCTION agreements_twins(document_ bigint) RETURNS bigint[]
LANGUAGE plpgsql STABLE AS $$
DECLARE
    d agreements_document;
    bodies text := agreements_bodies(document_);
    states bigint[] := agreements_party_states(document_);
    title text;
    number agreements_identifier;
    same bigint[];
    titled bigint[] := '{}';
    numbered bigint[] := '{}';
    numbered_by_state bigint[] := '{}';
BEGIN
    SELECT * INTO d FROM agreements_document WHERE id = document_;
    IF d.publication_state = 'withdrawn' THEN
        RETURN '{}';
    END IF;
    FOR title IN SELECT folded FROM agreements_documenttitle WHERE document_id = document_ LOOP
        titled := titled || ARRAY(
            SELECT document_id FROM agreements_documenttitle WHERE folded = title);
    END LOOP;
    FOR number IN SELECT * FROM agreements_identifier
        WHERE document_id = document_ AND scheme_id <> 'gazette'
    LOOP
        same := ARRAY(
            SELECT document_id FROM agreements_identifier
            WHERE scheme_id = number.scheme_id AND value = number.value);
        IF number.scheme_id IN ('national_series', 'import') THEN
            numbered_by_state := numbered_by_state || same;
        ELSE
            numbered := numbered || same;
        END IF;
    END LOOP;
    RETURN ARRAY(
        SELECT o.id FROM agreements_document o
        WHERE o.id = ANY (titled || numbered || numbered_by_state)
        AND o.id <> document_ AND o.publication_state <> 'withdrawn'
        AND (o.id = ANY (numbered)
            OR (o.id = ANY (titled) AND o.signed_on = d.signed_on
                AND agreements_bodies(o.id) = bodies)
            OR (o.id = ANY (numbered_by_state) AND agreements_party_states(o.id) @> states)));
END $$;

-- Writes only what changed, so that two transactions seldom wait for each other.
CREATE FUNCTION write_twins(document_ bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    found bigint[] := agreements_twins(document_);
BEGIN
    DELETE FROM agreements_twin
    WHERE (document_id = document_ AND other_id <> ALL (found))
    OR (other_id = document_ AND document_id <> ALL (found));
    INSERT INTO agreements_twin (document_id, other_id)
    SELECT document_, unnest(found) UNION ALL SELECT unnest(found), document_
    ON CONFLICT DO NOTHING;
END $$;

-- A refresh moves the version after all else of the document is written.
CREATE FUNCTION agreements_rewrite_twins() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM write_twins(NEW.id);
    RETURN NULL;
END $$;

CREATE TRIGGER agreements_twins AFTER UPDATE OF version ON agreements_document
FOR EACH ROW WHEN (OLD.version <> NEW.version) EXECUTE FUNCTION agreements_rewrite_twins();
