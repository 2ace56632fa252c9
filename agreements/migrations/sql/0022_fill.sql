-- Of what is or was public already, as the history has it.
SET LOCAL agreements.refresh = 'off';
UPDATE agreements_document d SET published_at = coalesce(
    (SELECT min(made_at) FROM agreements_change
     WHERE root_kind = 'document' AND root = d.id::text AND "table" = 'agreements_document'
     AND new ->> 'publication_state' = 'published'),
    changed_at)
WHERE publication_state IN ('published', 'withdrawn');
UPDATE agreements_event e SET published_at = coalesce(
    (SELECT min(made_at) FROM agreements_change
     WHERE root_kind = 'event' AND root = e.id::text AND "table" = 'agreements_event'
     AND new ->> 'publication_state' = 'published'),
    changed_at)
WHERE publication_state IN ('published', 'withdrawn');
SET LOCAL agreements.refresh = '';
