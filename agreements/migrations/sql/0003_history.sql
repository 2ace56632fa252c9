-- The history: every change of every row of the archive, written by triggers, whoever writes and
-- however. Which table has which trigger stands in the models' Meta; see agreements/models/triggers.py.

-- Arguments: the key's column; columns that are computed from others, with commas; and the roots of
-- the row, as "kind column" or "kind column table column" (see Record in triggers.py).
-- It runs as the owner of the history, so that those who write records need no right to write here.
CREATE FUNCTION agreements_record_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
    computed text[];
    before jsonb;
    after jsonb;
    key text;
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        PERFORM agreements_write_change('truncate', TG_TABLE_NAME, '', NULL, NULL, '{}');
        RETURN NULL;
    END IF;
    computed := string_to_array(TG_ARGV[1], ',');
    IF TG_OP <> 'INSERT' THEN
        before := to_jsonb(OLD) - computed;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        after := to_jsonb(NEW) - computed;
    END IF;
    key := coalesce(after, before) ->> TG_ARGV[0];
    IF TG_OP = 'INSERT' THEN
        PERFORM agreements_write_change('insert', TG_TABLE_NAME, key, NULL, after,
            agreements_roots(after, TG_ARGV));
    ELSIF TG_OP = 'DELETE' THEN
        PERFORM agreements_write_change('delete', TG_TABLE_NAME, key, before, NULL,
            agreements_roots(before, TG_ARGV));
    ELSIF before <> after THEN
        PERFORM agreements_write_change('update', TG_TABLE_NAME, key,
            agreements_only_changed(before, after), agreements_only_changed(after, before),
            agreements_roots(after, TG_ARGV) || agreements_roots(before, TG_ARGV));
    END IF;
    RETURN NULL;
END $$;

-- Else anybody might hang it on a table of his own and so write what never happened.
REVOKE EXECUTE ON FUNCTION agreements_record_change() FROM PUBLIC;

-- Of the first, what is otherwise in the second.
CREATE FUNCTION agreements_only_changed(these jsonb, those jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE AS $$
    SELECT jsonb_object_agg(key, value) FROM jsonb_each(these)
    WHERE value IS DISTINCT FROM those -> key;
$$;

-- The records to which a row belongs, each as "kind key". A row that has none is on its own.
CREATE FUNCTION agreements_roots(row_ jsonb, arguments text[]) RETURNS text[]
LANGUAGE plpgsql STABLE AS $$
DECLARE
    roots text[] := '{}';
    words text[];
    root text;
BEGIN
    -- Arguments of triggers are counted from 0.
    FOR i IN 2 .. array_upper(arguments, 1) LOOP
        words := string_to_array(arguments[i], ' ');
        root := row_ ->> words[2];
        IF root IS NOT NULL AND array_length(words, 1) > 2 THEN
            EXECUTE format('SELECT %I::text FROM %I WHERE id = $1', words[4], words[3])
            INTO root USING root::bigint;
        END IF;
        IF root IS NOT NULL THEN
            roots := roots || (words[1] || ' ' || root);
        END IF;
    END LOOP;
    RETURN roots;
END $$;

CREATE FUNCTION agreements_write_change(
    operation_ text, table_ text, key text, before jsonb, after jsonb, roots text[]
) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    root text;
    written text[] := '{}';
BEGIN
    FOREACH root IN ARRAY CASE WHEN roots = '{}' THEN ARRAY[' '] ELSE roots END LOOP
        CONTINUE WHEN root = ANY (written);
        INSERT INTO agreements_change (
            operation, "table", "row", root_kind, root, is_echo, old, new,
            actor, actor_id, reason, made_at, transaction)
        VALUES (
            operation_, table_, key, split_part(root, ' ', 1), substr(root, strpos(root, ' ') + 1),
            written <> '{}', before, after,
            -- Without an account of the archive, the one of the database is named.
            coalesce(nullif(current_setting('agreements.actor', true), ''), session_user),
            nullif(current_setting('agreements.actor_id', true), '')::bigint,
            coalesce(current_setting('agreements.reason', true), ''),
            now(), pg_current_xact_id()::text::bigint);
        written := written || root;
    END LOOP;
END $$;

CREATE FUNCTION agreements_refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM agreements_refuse('history_is_append_only', 'change', 0);
END $$;

-- Arguments: the kind of record, and the steps that are allowed, as "old:new".
CREATE FUNCTION agreements_check_workflow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.publication_state <> 'draft' THEN
            PERFORM agreements_refuse(TG_ARGV[0] || '_begins_as_a_draft', TG_ARGV[0], NEW.id);
        END IF;
    ELSIF OLD.publication_state <> NEW.publication_state
    AND OLD.publication_state || ':' || NEW.publication_state <> ALL (TG_ARGV[1:]) THEN
        PERFORM agreements_refuse(TG_ARGV[0] || '_follows_the_workflow', TG_ARGV[0], NEW.id);
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION agreements_refuse_deletion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM agreements_refuse(TG_ARGV[0] || '_stays_once_public', TG_ARGV[0], OLD.id);
END $$;

-- What the web server's role may do: everything with records, and read the history. Run again after
-- each migration, since rights on a new table are given here.
CREATE FUNCTION agreements_grant(role_ text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('GRANT USAGE ON SCHEMA public TO %I', role_);
    EXECUTE format(
        'GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO %I', role_);
    EXECUTE format('GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO %I', role_);
    EXECUTE format('REVOKE INSERT, UPDATE, DELETE ON agreements_change FROM %I', role_);
    EXECUTE format('REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM %I', role_);
END $$;
