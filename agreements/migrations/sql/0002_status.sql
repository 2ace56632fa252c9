-- The one truth of status: write_status_periods(). The rules, in words, are in docs/status.md.
--
-- What happened to a document is found as transitions, put in order, rid of what changes nothing
-- (an end after the end), and written as periods. Nothing here knows what day it is. Nothing reads
-- a status of another document either, so the order in which documents are written does not
-- matter: of a document that acts on this one only its own steps count.

-- Within a day, and where partial dates overlap, steps are taken in this order.
CREATE TYPE agreements_step AS ENUM (
    'signing',
    'provisional_application_began',
    'provisional_application_ended',
    'entry',
    'suspended',
    'resumed',
    'ended',
    'override'
);

-- It happened on a day in [first, after): -infinity and infinity where nobody says.
CREATE TYPE agreements_transition AS (
    step agreements_step,
    first date,
    after date,
    status text,
    basis text
);

CREATE TYPE agreements_period AS (status text, during daterange, basis text, is_certain boolean);

-- Where a document stands while its transitions are walked through: the status apart from
-- suspensions and ends, by when it is reached, whether it is suspended, by when it has ended.
CREATE TYPE agreements_standing AS (
    status text,
    after date,
    is_suspended boolean,
    ended_after date
);

-- By how much an approximate date, or part of an interval, may be off: what it names itself.
CREATE FUNCTION agreements_leeway(part text) RETURNS interval
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN CASE
        WHEN part NOT LIKE '%~' THEN interval '0'
        WHEN length(part) = length('1995~') THEN interval '1 year'
        WHEN length(part) = length('1995-05~') THEN interval '1 month'
        ELSE interval '1 day' END;
END $$;

-- The days that a date may mean: "about 1995" is 1994 to 1996.
CREATE FUNCTION agreements_days(value text, first date, after date) RETURNS daterange
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    IF value IS NULL THEN
        RETURN NULL;
    ELSIF value LIKE '%~%' THEN
        first := greatest(first - agreements_leeway(split_part(value, '/', 1)), '0001-01-01');
        after := after + agreements_leeway(split_part(value, '/', -1));
    END IF;
    RETURN daterange(coalesce(first, '-infinity'), coalesce(after, 'infinity'));
END $$;

CREATE FUNCTION agreements_day_unknown() RETURNS daterange
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN daterange('-infinity', 'infinity');
END $$;

-- The days a length of time later. Past the year 9999, which no calendar here knows, is never.
CREATE FUNCTION agreements_days_later(days daterange, length interval) RETURNS daterange
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN CASE WHEN lower(days) + length < '9999-12-31' THEN daterange(
        (lower(days) + length)::date,
        CASE WHEN upper(days) + length < '9999-12-31'
        THEN (upper(days) - 1 + length)::date + 1
        ELSE 'infinity' END) END;
END $$;

CREATE FUNCTION agreements_transition(
    step agreements_step, days daterange, status text, basis text
) RETURNS agreements_transition
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN ROW(step, lower(days), upper(days), status, basis)::agreements_transition;
END $$;

-- When an action took effect; a notification, a notice: when it was received.
CREATE FUNCTION agreements_effect_of(a agreements_action) RETURNS daterange
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN coalesce(
        agreements_days(a.effective_on, a.effective_first, a.effective_after),
        agreements_days(a.done_on, a.done_first, a.done_after),
        agreements_days(a.received_on, a.received_first, a.received_after),
        agreements_day_unknown());
END $$;

CREATE FUNCTION agreements_receipt_of(a agreements_action) RETURNS daterange
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN coalesce(
        agreements_days(a.received_on, a.received_first, a.received_after),
        agreements_days(a.done_on, a.done_first, a.done_after),
        agreements_day_unknown());
END $$;

CREATE FUNCTION agreements_signature_of(d agreements_document) RETURNS daterange
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN agreements_days(d.signed_on, d.signed_first, d.signed_after);
END $$;

-- The last of the steps of these kinds once both sides have taken one; NULL until then.
CREATE FUNCTION agreements_last_of_both(document_ bigint, kinds text[]) RETURNS daterange
LANGUAGE plpgsql STABLE AS $$
DECLARE
    days daterange;
BEGIN
    SELECT daterange(max(lower(s.days)), max(upper(s.days))) INTO days
    FROM (
        SELECT coalesce(a.side, p.side) AS side,
            CASE a.kind WHEN 'notified' THEN agreements_receipt_of(a)
            ELSE agreements_effect_of(a) END AS days
        FROM agreements_action a LEFT JOIN agreements_party p ON p.id = a.party_id
        WHERE a.document_id = document_ AND a.kind = ANY (kinds)
    ) s
    HAVING bool_or(s.side IS NULL OR s.side = 1) AND bool_or(s.side IS NULL OR s.side = 2);
    RETURN days;
END $$;

-- When it entered into force by its own rule, and on what basis; a NULL day while a step is
-- outstanding.
CREATE FUNCTION agreements_entry_by_rule(d agreements_document) RETURNS agreements_transition
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN CASE d.entry_into_force
        WHEN 'on_signature' THEN agreements_transition(
            'entry', agreements_signature_of(d), 'in_force', 'signature')
        WHEN 'on_last_notification' THEN agreements_transition(
            'entry', agreements_last_of_both(d.id, '{notified}'), 'in_force', 'notification')
        WHEN 'days_after_last_notification' THEN agreements_transition(
            'entry', agreements_days_after_notification(d), 'in_force', 'notification')
        WHEN 'on_exchange_of_instruments' THEN agreements_transition(
            'entry', agreements_exchange_of(d.id), 'in_force', 'exchange')
        WHEN 'on_ratification' THEN agreements_transition(
            'entry', agreements_last_of_both(d.id, '{ratified,approved,accepted}'),
            'in_force', 'ratification')
        ELSE agreements_transition(
            'entry',
            agreements_days(d.entry_into_force_date, edtf_first(d.entry_into_force_date),
                edtf_after(d.entry_into_force_date)),
            'in_force', 'agreed_date')
    END;
END $$;

-- Where the number of days is not recorded, the day is any from the notification on.
CREATE FUNCTION agreements_days_after_notification(d agreements_document) RETURNS daterange
LANGUAGE plpgsql STABLE AS $$
DECLARE
    notified daterange := agreements_last_of_both(d.id, '{notified}');
BEGIN
    RETURN CASE
        WHEN d.entry_into_force_days IS NOT NULL
        THEN agreements_days_later(notified, make_interval(days => d.entry_into_force_days))
        WHEN notified IS NOT NULL THEN daterange(lower(notified), 'infinity') END;
END $$;

-- Takes two by its nature, whoever it is entered for. Unbounded while there was none.
CREATE FUNCTION agreements_exchange_of(document_ bigint) RETURNS daterange
LANGUAGE plpgsql STABLE AS $$
DECLARE
    days daterange;
BEGIN
    SELECT daterange(max(lower(s.days)), max(upper(s.days))) INTO days
    FROM (SELECT agreements_effect_of(a) AS days FROM agreements_action a
          WHERE a.document_id = document_ AND a.kind = 'instruments_exchanged') s;
    RETURN days;
END $$;

-- Entry into force as recorded, the soonest certain first, else by the rule; empty where neither
-- is known.
CREATE FUNCTION agreements_entries(d agreements_document) RETURNS agreements_transition[]
LANGUAGE plpgsql STABLE AS $$
DECLARE
    entries agreements_transition[] := ARRAY(
        SELECT agreements_transition(
            'entry', agreements_effect_of(a), 'in_force', 'entry_into_force')
        FROM agreements_action a
        WHERE a.document_id = d.id AND a.kind = 'entered_into_force'
        ORDER BY upper(agreements_effect_of(a)), lower(agreements_effect_of(a)));
    entry agreements_transition;
BEGIN
    IF entries = '{}' THEN
        entry := agreements_entry_by_rule(d);
        IF entry.first IS NOT NULL THEN
            RETURN ARRAY[entry];
        END IF;
    END IF;
    RETURN entries;
END $$;

-- The first entry into force, which is not before signature where it may be either.
CREATE FUNCTION agreements_entry_of(d agreements_document, entries agreements_transition[])
RETURNS daterange
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    signature daterange := agreements_signature_of(d);
    entry daterange;
BEGIN
    IF entries = '{}' THEN
        RETURN NULL;
    END IF;
    entry := daterange(entries[1].first, entries[1].after);
    IF entry && signature THEN
        RETURN daterange(greatest(lower(entry), lower(signature)), upper(entry));
    END IF;
    RETURN entry;
END $$;

-- Before entry into force: waiting for it where something is known of it, else nobody knows.
CREATE FUNCTION agreements_before_entry(
    d agreements_document, entries agreements_transition[]
) RETURNS agreements_transition
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    is_awaited boolean := cardinality(entries) > 0
        OR d.entry_into_force NOT IN ('not_recorded', 'other');
BEGIN
    IF d.signed_on IS NULL THEN
        RETURN ROW('signing', '-infinity', '-infinity', 'unknown', 'nothing_recorded'
            )::agreements_transition;
    ELSIF is_awaited THEN
        RETURN agreements_transition(
            'signing', agreements_signature_of(d), 'signed', 'awaiting_step');
    END IF;
    RETURN agreements_transition(
        'signing', agreements_signature_of(d), 'unknown', 'nothing_recorded');
END $$;

-- Provisional application, suspension, resumption.
CREATE FUNCTION agreements_steps(document_ bigint, before_entry agreements_transition)
RETURNS agreements_transition[]
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN ARRAY(
        SELECT CASE a.kind
            WHEN 'provisional_application_began' THEN agreements_transition(
                'provisional_application_began', agreements_effect_of(a),
                'provisionally_applied', 'provisional_application')
            WHEN 'provisional_application_ended' THEN agreements_transition(
                'provisional_application_ended', agreements_effect_of(a),
                before_entry.status, before_entry.basis)
            WHEN 'suspended' THEN agreements_transition(
                'suspended', agreements_effect_of(a), 'suspended', 'suspension')
            ELSE agreements_transition(
                'resumed', agreements_effect_of(a), 'in_force', 'resumption') END
        FROM agreements_action a
        WHERE a.document_id = document_ AND a.kind IN (
            'provisional_application_began', 'provisional_application_ended',
            'suspended', 'resumed'));
END $$;

CREATE FUNCTION agreements_overrides(document_ bigint) RETURNS agreements_transition[]
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN ARRAY(
        SELECT agreements_transition(
            'override', agreements_days(o.effective_on, o.effective_first, o.effective_after),
            o.status, 'override')
        FROM agreements_statusoverride o WHERE o.document_id = document_);
END $$;

-- When a document took effect, by its own steps or an editor's word; NULL where nobody knows.
CREATE FUNCTION agreements_took_effect(acting agreements_document) RETURNS daterange
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN coalesce(
        agreements_entry_of(acting, agreements_entries(acting)),
        (SELECT agreements_days(o.effective_on, o.effective_first, o.effective_after)
         FROM agreements_statusoverride o
         WHERE o.document_id = acting.id AND o.status = 'in_force'
         ORDER BY o.effective_first, o.id LIMIT 1));
END $$;

-- What published documents do to the whole of this one.
CREATE FUNCTION agreements_done_by_others(document_ bigint) RETURNS agreements_transition[]
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN ARRAY(
        SELECT CASE r.kind
            WHEN 'suspends'
            THEN agreements_transition('suspended', s.days, 'suspended', 'suspension')
            WHEN 'terminates'
            THEN agreements_transition('ended', s.days, 'terminated', 'terminated_by')
            ELSE agreements_transition('ended', s.days, 'superseded', 'superseded_by') END
        FROM agreements_relation r
        JOIN agreements_document acting ON acting.id = r.document_id
        CROSS JOIN LATERAL (SELECT coalesce(
            agreements_days(r.effective_on, r.effective_first, r.effective_after),
            agreements_took_effect(acting),
            daterange(
                coalesce(lower(agreements_signature_of(acting)), '-infinity'), 'infinity')
            ) AS days) s
        WHERE r.target_id = document_ AND r.kind IN ('suspends', 'terminates', 'supersedes')
        AND r.extent = '' AND acting.publication_state = 'published');
END $$;

CREATE FUNCTION agreements_notices(d agreements_document) RETURNS agreements_transition[]
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN ARRAY(
        SELECT agreements_transition(
            'ended', agreements_end_by_notice(d, a), 'terminated', 'notice')
        FROM agreements_action a
        WHERE a.document_id = d.id AND a.kind = 'notice_of_termination');
END $$;

-- Where the period of notice is not known, any day from the notice on. Where a term renews
-- itself, the running one ends at most one term after the period of notice.
CREATE FUNCTION agreements_end_by_notice(d agreements_document, notice agreements_action)
RETURNS daterange
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    received daterange := agreements_receipt_of(notice);
    noticed daterange := agreements_days_later(received, nullif(d.notice_period, '')::interval);
    running interval := greatest(
        nullif(d.term, '')::interval, nullif(d.renewal_term, '')::interval);
BEGIN
    IF notice.effective_on IS NOT NULL THEN
        RETURN agreements_effect_of(notice);
    ELSIF noticed IS NULL THEN
        RETURN daterange(lower(received), 'infinity');
    ELSIF d.validity = 'fixed_term_renewed_automatically' THEN
        RETURN daterange(lower(noticed), coalesce(
            upper(agreements_days_later(noticed, running)), 'infinity'));
    END IF;
    RETURN noticed;
END $$;

-- A side is there as long as one of its parties is.
CREATE FUNCTION agreements_withdrawals(document_ bigint) RETURNS agreements_transition[]
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN ARRAY(
        SELECT agreements_transition(
            'ended', daterange(max(lower(s.days)), max(upper(s.days))), 'terminated', 'withdrawal')
        FROM (
            SELECT coalesce(a.side, p.side) AS side, a.party_id, agreements_effect_of(a) AS days
            FROM agreements_action a LEFT JOIN agreements_party p ON p.id = a.party_id
            WHERE a.document_id = document_ AND a.kind = 'ceased_to_be_a_party'
            AND (a.party_id IS NULL OR p.role = 'party')
        ) s
        GROUP BY s.side
        HAVING bool_or(s.party_id IS NULL) OR count(DISTINCT s.party_id) >= (
            SELECT count(*) FROM agreements_party p
            WHERE p.document_id = document_ AND p.side = s.side AND p.role = 'party'));
END $$;

-- When the term is over, if one was agreed that ends; counted from nobody knows what, it may be
-- over when it would be if counted from signature.
CREATE FUNCTION agreements_end_of_term(d agreements_document, entry daterange) RETURNS daterange
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    term interval := nullif(d.term, '')::interval;
    signature daterange := agreements_signature_of(d);
BEGIN
    RETURN CASE
        WHEN d.validity NOT IN ('fixed_term_then_ends', 'fixed_term_renewable_by_agreement')
        THEN NULL
        WHEN d.term_counts_from = 'signature' THEN agreements_days_later(signature, term)
        WHEN d.term_counts_from = 'entry_into_force' OR entry IS NOT NULL
        THEN agreements_days_later(entry, term)
        WHEN d.entry_into_force IN ('not_recorded', 'other')
        THEN agreements_days_later(daterange(lower(signature), 'infinity'), term) END;
END $$;

-- When the period that a plan covers is over; of an approximate one, some day around its end.
CREATE FUNCTION agreements_end_of_period(d agreements_document) RETURNS daterange
LANGUAGE plpgsql STABLE AS $$
DECLARE
    last_part text := split_part(d.period, '/', -1);
BEGIN
    IF d.period_after IS NULL THEN
        RETURN NULL;
    ELSIF NOT (SELECT ends_with_period FROM agreements_documenttype WHERE code = d.type_id) THEN
        RETURN NULL;
    ELSIF last_part LIKE '%~' THEN
        RETURN agreements_days(last_part, edtf_first(last_part), edtf_after(last_part));
    END IF;
    RETURN daterange(d.period_after, d.period_after + 1);
END $$;

-- The ends that a document carries in itself, as far as others have not moved them.
CREATE FUNCTION agreements_own_ends(d agreements_document, entry daterange)
RETURNS agreements_transition[]
LANGUAGE plpgsql STABLE AS $$
DECLARE
    of_term daterange := agreements_end_of_term(d, entry);
    of_period daterange := agreements_end_of_period(d);
    transitions agreements_transition[] := '{}';
BEGIN
    IF of_term IS NOT NULL THEN
        transitions := transitions || agreements_transition(
            'ended', agreements_extended(d.id, of_term), 'expired', 'end_of_term');
    END IF;
    IF of_period IS NOT NULL THEN
        transitions := transitions || agreements_transition(
            'ended', agreements_extended(d.id, of_period), 'expired', 'end_of_period');
    END IF;
    RETURN transitions;
END $$;

-- The end as published extensions move it: to the end of the period that they cover, or to nobody
-- knows when. Where it is not known that one took effect, the old end stays
-- possible.
CREATE FUNCTION agreements_extended(document_ bigint, days daterange) RETURNS daterange
LANGUAGE plpgsql STABLE AS $$
DECLARE
    moved daterange;
BEGIN
    SELECT daterange(
        greatest(lower(days), max(acting.period_after) FILTER (
            WHERE upper(agreements_took_effect(acting)) < 'infinity')),
        greatest(upper(days), max(coalesce(acting.period_after + 1, 'infinity'))))
    INTO moved
    FROM agreements_relation r JOIN agreements_document acting ON acting.id = r.document_id
    WHERE r.target_id = document_ AND r.kind = 'extends' AND r.extent = ''
    AND acting.publication_state = 'published'
    HAVING count(*) > 0;
    RETURN coalesce(moved, days);
END $$;

-- When it began: signed, or in force before that.
CREATE FUNCTION agreements_begun(d agreements_document, entry daterange) RETURNS daterange
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    signature daterange := agreements_signature_of(d);
BEGIN
    RETURN CASE WHEN entry << signature THEN entry ELSE signature END;
END $$;

-- A plan may be signed when its period is over: it ends no sooner than it begins.
CREATE FUNCTION agreements_not_before(begun daterange, ends agreements_transition[])
RETURNS agreements_transition[]
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    IF ends = '{}' THEN
        RETURN ends;
    END IF;
    RETURN ARRAY(
        SELECT ROW(x.step, greatest(x.first, lower(begun)), greatest(x.after, upper(begun)),
            x.status, x.basis)::agreements_transition
        FROM unnest(ends) x);
END $$;

-- Everything that may have changed the status, in no order.
CREATE FUNCTION agreements_transitions(d agreements_document) RETURNS agreements_transition[]
LANGUAGE plpgsql STABLE AS $$
DECLARE
    entries agreements_transition[] := agreements_entries(d);
    entry daterange := agreements_entry_of(d, entries);
    before_entry agreements_transition := agreements_before_entry(d, entries);
    steps agreements_transition[] := entries;
    ends agreements_transition[] := agreements_own_ends(d, entry);
    has_actions boolean;
    has_relations boolean;
    has_overrides boolean;
BEGIN
    SELECT
        EXISTS (SELECT FROM agreements_action WHERE document_id = d.id),
        EXISTS (SELECT FROM agreements_relation WHERE target_id = d.id),
        EXISTS (SELECT FROM agreements_statusoverride WHERE document_id = d.id)
    INTO has_actions, has_relations, has_overrides;
    IF entries = '{}' OR entries[1].basis <> 'signature' THEN
        steps := steps || before_entry;
    END IF;
    IF has_actions THEN
        steps := steps || agreements_steps(d.id, before_entry);
        ends := ends || agreements_notices(d) || agreements_withdrawals(d.id);
    END IF;
    IF has_relations THEN
        ends := ends || agreements_done_by_others(d.id);
    END IF;
    IF has_overrides THEN
        steps := steps || agreements_overrides(d.id);
    END IF;
    RETURN steps || agreements_not_before(agreements_begun(d, entry), ends);
END $$;

-- By day. Of two that may have happened on the same day, the one of the earlier step did first.
CREATE FUNCTION agreements_in_order(transitions agreements_transition[])
RETURNS agreements_transition[]
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    IF cardinality(transitions) = 1 THEN
        RETURN transitions;
    END IF;
    RETURN ARRAY(
        SELECT ROW(x.step, s.first, x.after, x.status, x.basis)::agreements_transition
        FROM unnest(transitions) x
        CROSS JOIN LATERAL (
            SELECT greatest(x.first, max(y.first)) AS first FROM unnest(transitions) y
            WHERE y.step < x.step AND y.first < x.after AND x.first < y.after) s
        ORDER BY s.first, x.step, x.after, x.status, x.basis);
END $$;

-- Whether a transition changes anything, given where the document stands.
CREATE FUNCTION agreements_changes(standing agreements_standing, x agreements_transition)
RETURNS boolean
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    has_ended boolean := standing.ended_after IS NOT NULL;
BEGIN
    RETURN CASE x.step
        WHEN 'signing' THEN standing.status IS NULL AND NOT has_ended
        WHEN 'provisional_application_began' THEN NOT has_ended
            AND coalesce(standing.status, 'signed') IN ('signed', 'unknown')
        WHEN 'provisional_application_ended' THEN NOT has_ended
            AND standing.status = 'provisionally_applied'
        WHEN 'entry' THEN CASE WHEN has_ended THEN x.basis = 'entry_into_force'
            ELSE standing.status IS DISTINCT FROM 'in_force' OR x.after < standing.after END
        WHEN 'suspended' THEN NOT has_ended AND NOT standing.is_suspended
        WHEN 'resumed' THEN has_ended OR standing.is_suspended
            OR standing.status IS DISTINCT FROM 'in_force'
        WHEN 'ended' THEN NOT has_ended OR x.after < standing.ended_after
            OR standing.ended_after = 'infinity'
        ELSE true END;
END $$;

-- The status that a transition leads to from where the document stands.
CREATE FUNCTION agreements_leads_to(standing agreements_standing, x agreements_transition)
RETURNS text
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN CASE
        WHEN x.step = 'ended' AND standing.status = 'signed' THEN 'never_entered_into_force'
        WHEN x.step = 'resumed' AND standing.status = 'provisionally_applied'
        THEN standing.status
        ELSE x.status END;
END $$;

CREATE FUNCTION agreements_stands_after(standing agreements_standing, x agreements_transition)
RETURNS agreements_standing
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    IF x.status IN ('expired', 'terminated', 'superseded', 'never_entered_into_force') THEN
        standing.ended_after := x.after;
    ELSIF x.status = 'suspended' THEN
        standing.is_suspended := true;
        standing.status := coalesce(standing.status, 'in_force');
        standing.ended_after := NULL;
    ELSE
        standing := ROW(x.status, x.after, false, NULL);
    END IF;
    RETURN standing;
END $$;

-- Those that change something, in order.
CREATE FUNCTION agreements_changing(transitions agreements_transition[])
RETURNS agreements_transition[]
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    standing agreements_standing := ROW(NULL, NULL, false, NULL);
    kept agreements_transition[] := '{}';
    last agreements_transition;
    x agreements_transition;
BEGIN
    FOREACH x IN ARRAY transitions LOOP
        CONTINUE WHEN NOT agreements_changes(standing, x);
        x.status := agreements_leads_to(standing, x);
        -- The status stays and only its basis changes: when that is certain.
        IF x.status = last.status AND x.after < 'infinity' THEN
            x.first := x.after - 1;
        END IF;
        standing := agreements_stands_after(standing, x);
        kept := kept || x;
        last := x;
    END LOOP;
    RETURN kept;
END $$;

-- From the last backwards: a status may hold from its first day until the next one surely does;
-- it holds for certain from its own last possible beginning until the next one may.
CREATE FUNCTION agreements_periods(kept agreements_transition[]) RETURNS agreements_period[]
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    next_first date := 'infinity';
    next_sure date := 'infinity';
    first date;
    sure date;
    periods agreements_period[] := '{}';
BEGIN
    FOR n IN REVERSE cardinality(kept)..1 LOOP
        first := least(kept[n].first, next_first);
        sure := least(kept[n].after - 1, next_sure);
        IF sure < next_first THEN
            periods := agreements_period_of(kept[n], first, sure, false)
                || agreements_period_of(kept[n], sure, next_first, true)
                || agreements_period_of(kept[n], next_first, next_sure, false)
                || periods;
        ELSE
            periods := agreements_period_of(kept[n], first, next_sure, false) || periods;
        END IF;
        next_first := first;
        next_sure := sure;
    END LOOP;
    RETURN periods;
END $$;

CREATE FUNCTION agreements_period_of(
    x agreements_transition, since date, until date, is_certain boolean
) RETURNS agreements_period[]
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    IF since < until THEN
        RETURN ARRAY[ROW(
            x.status,
            daterange(nullif(since, '-infinity'), nullif(until, 'infinity')),
            x.basis,
            is_certain)::agreements_period];
    END IF;
    RETURN '{}';
END $$;

-- Neighbours that say the same become one. Of two changes, none says the same again.
CREATE FUNCTION agreements_merged(periods agreements_period[]) RETURNS agreements_period[]
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM unnest(periods) p GROUP BY p.status, p.basis, p.is_certain
        HAVING count(*) > 1) THEN
        RETURN periods;
    END IF;
    RETURN ARRAY(
        SELECT ROW(s.status, during, s.basis, s.is_certain)::agreements_period
        FROM (SELECT p.status, p.basis, p.is_certain, range_agg(p.during) AS days, min(n) AS n
              FROM unnest(periods) WITH ORDINALITY AS p(status, during, basis, is_certain, n)
              GROUP BY p.status, p.basis, p.is_certain) s
        CROSS JOIN LATERAL unnest(s.days) during
        ORDER BY lower(during) NULLS FIRST, s.n);
END $$;

-- Writes the status periods of a document, if they are other than those that stand there.
CREATE FUNCTION write_status_periods(document_ bigint) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    d agreements_document;
    periods agreements_period[];
BEGIN
    SELECT * INTO d FROM agreements_document WHERE id = document_;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    periods := agreements_periods(agreements_changing(
        agreements_in_order(agreements_transitions(d))));
    IF cardinality(periods) > 1 THEN
        periods := agreements_merged(periods);
    END IF;
    IF periods = ARRAY(
        SELECT ROW(s.status, s.during, s.basis, s.is_certain)::agreements_period
        FROM agreements_statusperiod s WHERE s.document_id = document_ ORDER BY s.id) THEN
        RETURN;
    END IF;
    DELETE FROM agreements_statusperiod WHERE document_id = document_;
    INSERT INTO agreements_statusperiod (document_id, status, during, basis, is_certain)
    SELECT document_, p.status, p.during, p.basis, p.is_certain FROM unnest(periods) p;
END $$;
