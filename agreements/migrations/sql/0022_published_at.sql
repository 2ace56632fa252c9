-- When a record was public for the first time: as agreements_keep_derived() of 0002_refresh.sql, with
-- what only the step to the public may write.
CREATE OR REPLACE FUNCTION agreements_keep_derived() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT agreements_is_quiet() THEN
        NEW.version := OLD.version;
        NEW.changed_at := OLD.changed_at;
        NEW.created_at := OLD.created_at;
        NEW.published_at := OLD.published_at;
        IF TG_TABLE_NAME = 'agreements_document' THEN
            NEW.signed_on := OLD.signed_on;
            NEW.text_availability := OLD.text_availability;
        END IF;
    END IF;
    IF NEW.publication_state = 'published' AND NEW.published_at IS NULL THEN
        NEW.published_at := now();
    END IF;
    RETURN NEW;
END $$;
