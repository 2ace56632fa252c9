-- What public pages show has a version: the tokens of a few rows, read together. A transaction that
-- changes content gives a new token to a row that no other transaction holds, and makes one where
-- all are held. So nobody waits for anybody, and whoever sees the change sees another version: the
-- token is there when the transaction is, and a token is never used twice, not even by a database
-- that was restored from a copy.

-- Tell that public pages may show something else. The history's trigger calls it for every record;
-- who writes what pages show without the history calls it too.
CREATE FUNCTION agreements_content_changed() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    UPDATE agreements_contentversion SET token = gen_random_uuid() WHERE id = (
        SELECT id FROM agreements_contentversion ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED);
    IF NOT FOUND THEN
        INSERT INTO agreements_contentversion (token) VALUES (gen_random_uuid());
    END IF;
    -- Once a transaction is enough; see the conditions of the triggers.
    PERFORM set_config('agreements.content', 'changed', true);
END $$;

-- A draft shows nowhere, nor do the rows under it: a clerk who types does not empty every cache.
-- What makes it public is a change of a record that is public then.
CREATE FUNCTION agreements_note_content() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    state text := 'published';
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.root_kind = 'document' THEN
            SELECT publication_state INTO state FROM agreements_document
            WHERE id = NEW.root::bigint;
        ELSIF NEW.root_kind = 'event' THEN
            SELECT publication_state INTO state FROM agreements_event WHERE id = NEW.root::bigint;
        END IF;
    END IF;
    IF state IN ('published', 'withdrawn') THEN
        PERFORM agreements_content_changed();
    END IF;
    RETURN NULL;
END $$;
