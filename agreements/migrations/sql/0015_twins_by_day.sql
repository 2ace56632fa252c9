-- Likely duplicates by way of the day, not of the title: thousands of documents are called "Trade
-- agreement", and few are signed on one day (24 ms a document of such a title, now 0.5).

CREATE OR REPLACE FUNCTION agreements_twins(document_ bigint) RETURNS bigint[]
LANGUAGE plpgsql STABLE AS $$
DECLARE
    d agreements_document;
    bodies text := agreements_bodies(document_);
    states bigint[] := agreements_party_states(document_);
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
    titled := ARRAY(
        SELECT o.id FROM agreements_document o
        JOIN agreements_documenttitle t ON t.document_id = o.id
        WHERE o.signed_first = d.signed_first AND o.signed_on = d.signed_on
        AND t.folded IN (
            SELECT folded FROM agreements_documenttitle WHERE document_id = document_));
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
            OR (o.id = ANY (titled) AND agreements_bodies(o.id) = bodies)
            OR (o.id = ANY (numbered_by_state) AND agreements_party_states(o.id) @> states)));
END $$;
