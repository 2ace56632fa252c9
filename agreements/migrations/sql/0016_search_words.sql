-- From what is written to a vector of its words.
--
-- A row's vector holds, by the beginning of the lexeme:
--   word     as folded, with its place: of titles (weight A), then numbers and names as written (B),
--            who signed, summary and note (C), text (D), each some places behind the one before it
--   =stem    of a word, where it differs from the word
--   ^stem    of a word in a title (the word itself, where it has no stem)
--   ~term    what filters ask for; also in the column of terms, which is counted
--   ~zstatus the status, for the days for which it is known
--   ~        every row
--   ~long    a row whose texts stand in parts too; here only the words of the first have their places

-- The words of a folded text in their order. Apostrophes of Uzbek oʻ and gʻ are letters, others part
-- words. Chinese and Japanese runs, which have no spaces, give every two neighbours: 战略伙伴 is
-- 战略 略伙 伙伴.
CREATE FUNCTION split_words(folded text) RETURNS text[]
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
DECLARE
    written text COLLATE "C" := folded;
    run text COLLATE "C";
    pairs text COLLATE "C";
BEGIN
    IF position('''' IN written) > 0 THEN
        written := regexp_replace(written, '([og])''(?=[a-z])(?!s(?![a-z]))', '\1', 'g');
    END IF;
    IF octet_length(written) = char_length(written) THEN  -- quicker than the expression below
        RETURN array_remove(string_to_array(translate(written,
            E' -.,;:()"''/&!?[]{}<>=+*#%$@\\^_`|~',
            '                                 '), ' '), '');
    END IF;
    IF written ~ '[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]' THEN
        FOR run IN
            SELECT DISTINCT m[1] FROM regexp_matches(
                written, '([\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]+)', 'g') m
        LOOP
            SELECT string_agg(substr(run, n, 2), ' ' ORDER BY n) INTO pairs
            FROM generate_series(1, greatest(char_length(run) - 1, 1)) n;
            written := regexp_replace(written,
                '(?<![\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff])' || run
                || '(?![\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff])',
                ' ' || pairs || ' ', 'g');
        END LOOP;
    END IF;
    RETURN array_remove(regexp_split_to_array(written,
        '[\u0001- !-/:-@\[-`{-\u00bf\u00d7\u00f7\u02b0-\u02ff\u0387\u055a-\u055f\u0589\u058a'
        '\u05be\u05c0\u05c3\u05f3\u05f4\u060c\u061b\u061f\u066a-\u066d\u06d4'
        '\u2000-\u2bff\u2e00-\u2e7f\u3000-\u3003\u3008-\u301f\uff00-\uff0f\uff1a-\uff20]+'), '');
END $$;

-- Folded with the number sign as a word of its own, as No. is one: №504 is no 504.
CREATE FUNCTION fold_for_search(value text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN fold(replace(value, '№', ' № '));

CREATE FUNCTION search_words(value text) RETURNS text[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN split_words(fold_for_search(value));

-- The dictionary that knows the forms of a language's words; NULL where there is none.
CREATE FUNCTION search_stemmer(language text) RETURNS regdictionary
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE split_part(language, '-', 1)
    WHEN 'en' THEN 'pg_catalog.english_stem'::regdictionary
    WHEN 'ru' THEN 'pg_catalog.russian_stem'::regdictionary
    WHEN 'fr' THEN 'pg_catalog.french_stem'::regdictionary
    WHEN 'es' THEN 'pg_catalog.spanish_stem'::regdictionary
    WHEN 'pt' THEN 'pg_catalog.portuguese_stem'::regdictionary
    WHEN 'de' THEN 'pg_catalog.german_stem'::regdictionary
    WHEN 'it' THEN 'pg_catalog.italian_stem'::regdictionary
END;

-- A name as queries are compared with it: folded, each word without its ending. Stands in indexes, so
-- it uses names of pg_catalog alone.
CREATE FUNCTION search_key(folded text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 1000
AS $$
DECLARE
    written text COLLATE "C" := regexp_replace(
        folded, '([og])''(?=[a-z])(?!s(?![a-z]))', '\1', 'g');
BEGIN
    RETURN (
        SELECT string_agg(coalesce(nullif((ts_lexize(CASE WHEN w ~ '[\u0400-\u052f]'
            THEN 'pg_catalog.russian_stem'::regdictionary
            ELSE 'pg_catalog.english_stem'::regdictionary END, w))[1], ''), w), ' ' ORDER BY n)
        FROM regexp_split_to_table(written,
            '[\u0001- !-/:-@\[-`{-\u00bf\u00d7\u00f7\u02b0-\u02ff\u2000-\u2bff\u3000-\u3003]+')
            WITH ORDINALITY AS t(w, n)
        WHERE w <> '');
END $$;

-- What a word may stand as in a vector, whatever its language: its stems by every dictionary of its
-- script.
CREATE FUNCTION search_stems(word text) RETURNS text[]
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
BEGIN
    IF word !~ '[^0-9]' THEN
        RETURN '{}';
    ELSIF word ~ '[\u0400-\u052f]' THEN
        RETURN ts_lexize('russian_stem', word);
    END IF;
    RETURN ts_lexize('english_stem', word) || ts_lexize('french_stem', word)
        || ts_lexize('spanish_stem', word) || ts_lexize('portuguese_stem', word)
        || ts_lexize('german_stem', word) || ts_lexize('italian_stem', word);
END $$;

-- A word that says nothing by itself: of, the, и.
CREATE FUNCTION search_is_stop_word(word text) RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN ts_lexize('pg_catalog.english_stem', word) = '{}'
    OR ts_lexize('pg_catalog.russian_stem', word) = '{}';

-- A tsquery for all telling words of a name in any of their forms: anywhere, or (^) in a title.
CREATE FUNCTION search_synonym(name text, mark text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
BEGIN
    RETURN (
        SELECT string_agg('(' || array_to_string(ARRAY(
            SELECT quote_literal(mark || s) FROM unnest(coalesce(search_stems(w), '{}') || w) s
            UNION SELECT quote_literal(w) WHERE mark = '='), ' | ') || ')', ' & ')
        FROM unnest(search_words(name)) w WHERE NOT search_is_stop_word(w));
END $$;

-- A vector of a text's words with their places and stems. Words joined by hyphens also stand as one,
-- in a place before the first: co-produção is coproducao too.
CREATE FUNCTION search_vector(
    value text, language text, weight text DEFAULT '', is_title boolean DEFAULT false
) RETURNS tsvector
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
AS $$
DECLARE
    stemmer regdictionary := search_stemmer(language);
    folded text := fold_for_search(value);
    words text[] := split_words(folded);
    joined text[] := '{}';
    forms text[];
    written text;
BEGIN
    IF position('-' IN folded) > 0 THEN
        joined := ARRAY(SELECT left(replace(m[1], '-', ''), 60)
            FROM regexp_matches(folded, '([a-zа-я]+(?:-[a-zа-я]+)+)', 'g') m);
    END IF;
    SELECT string_agg(left(w, 60) || ':' || least(n + 9, 16383) || weight, ' ') INTO written
    FROM unnest(words) WITH ORDINALITY AS u(w, n);
    IF joined <> '{}' THEN
        written := written || ' ' || array_to_string(joined, ':5' || weight || ' ') || ':5' || weight;
        words := words || joined;
    END IF;
    IF stemmer IS NOT NULL OR is_title THEN
        SELECT array_agg('=' || s) FILTER (WHERE s <> w)
            || CASE WHEN is_title THEN array_agg('^' || s) END
        INTO forms
        FROM (SELECT w, coalesce(nullif((ts_lexize(stemmer, w))[1], ''), w) AS s
              FROM (SELECT DISTINCT left(w, 60) AS w FROM unnest(words) w) d) f;
        written := concat(written, ' ', array_to_string(forms, ' '));
    END IF;
    RETURN coalesce(written, '')::tsvector;
END $$;

-- The vector with all words in one place, which is that of no phrase. Words without a place would
-- count as words of any weight, so as those of a title.
CREATE FUNCTION search_in_one_place(vector tsvector) RETURNS tsvector
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
BEGIN
    RETURN coalesce((
        SELECT string_agg(quote_literal(l) || CASE WHEN l ~ '^[=^~]' THEN '' ELSE ':5' END, ' ')
        FROM unnest(tsvector_to_array(vector)) l), '')::tsvector;
END $$;

-- A text in parts of at most ``size`` characters, cut between words, each with some words of the
-- part before it, so that a phrase is whole in one of them.
CREATE FUNCTION search_parts(body text, size integer DEFAULT 12000)
RETURNS TABLE (start integer, words text)
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
DECLARE
    overlap CONSTANT integer := 400;  -- the longest that is sought
    at integer := 1;
    blank integer;
BEGIN
    LOOP
        start := at;
        words := substr(body, at, size);
        IF at + size <= char_length(body) THEN  -- there is more, and it begins with this word
            blank := position(' ' IN reverse(right(words, overlap)));
            words := left(words, size - blank);
        END IF;
        RETURN NEXT;
        EXIT WHEN at + size > char_length(body);
        at := at + char_length(words) - overlap;
        blank := position(' ' IN substr(body, at, overlap));
        at := at + blank;
    END LOOP;
END $$;
