-- fold() as it was, and a word that mixes scripts is Cyrillic all through: Cамаркандской with a
-- Latin C is Самаркандской. Of names and titles those are written anew that this changes.

CREATE OR REPLACE FUNCTION fold(value text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
DECLARE
    folded text COLLATE "C" := value;
    word text COLLATE "C";
BEGIN
    IF octet_length(folded) = char_length(folded) THEN
        folded := replace(lower(folded), '`', '''');
        folded := regexp_replace(folded, '[\t-\r\u001c-\u001f]', ' ', 'g');
        RETURN btrim(regexp_replace(folded, ' {2,}', ' ', 'g'));
    END IF;
    folded := normalize(replace(folded, '´', ''''), NFKD);
    folded := replace(replace(folded, E'и\u0306', 'й'), E'И\u0306', 'Й');
    -- Marks of letters and tatweel, then what is not seen at all.
    folded := regexp_replace(folded,
        '[\u0300-\u036f\u0483-\u0489\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc'
        '\u06df-\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f'
        '\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069'
        '\ufe00-\ufe0f\ufeff]+',
        '', 'g');
    folded := translate(lower(folded),
        E' оеаинтсрвлкмдпуябзгычйьхжшцюэщфъ'
        'қғҳҷәңөұүһіґєҗҙҡҫҕҥҝҹ'
        'eaoitnrslcdumpfghyvbkwzqxj0123456789-.,()"'
        'ОЕАИНТСРВЛКМДПУЯБЗГЫЧЙЬХЖШЦЮЭЩФЪ'
        'ҚҒҲҶӘҢӨҰҮҺІҐЄҖҘҠҪҔҤҜҸЂЈЉЊЋЏЅ'
        'øđłıħŧŋĸəðɓɖɗƙɛɔƴ'
        'ØĐŁĦŦŊƏÐƁƊƘƐƆƳ'
        'ÆŒẞÞ'
        '`ʹʻʼʽʾʿˈ‘’‚‛\u2032\u2035\u2039\u203a'
        '“”„‟«»'
        '‐‒–—―−'
        '\u0009\u000a\u000b\u000c\u000d\u001c\u001d\u001e\u001f\u0085\u1680\u2028\u2029'
        'ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩς'
        'ԱԲԳԴԵԶԷԸԹԺԻԼԽԾԿՀՁՂՃՄՅՆՇՈՉՊՋՌՍՎՏՐՑՒՓՔՕՖ'
        '٠١٢٣٤٥٦٧٨٩'
        '۰۱۲۳۴۵۶۷۸۹'
        'يىكٱةہەھ',
        E' оеаинтсрвлкмдпуябзгычйьхжшцюэщфъ'
        'кгхчаноуухигежзксгнкч'
        'eaoitnrslcdumpfghyvbkwzqxj0123456789-.,()"'
        'оеаинтсрвлкмдпуябзгычйьхжшцюэщфъ'
        'кгхчаноуухигежзксгнкчђјљњћџѕ'
        'odlihtnkedbddkeoy'
        'odlhtnedbdkeoy'
        'æœßþ'
        ''''''''''''''''''''''''''''''''''
        '""""""'
        '------'
        '             '
        'αβγδεζηθικλμνξοπρστυφχψωσ'
        'աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ'
        '0123456789'
        '0123456789'
        'ییکاهههه');
    folded := replace(replace(folded, 'æ', 'ae'), 'œ', 'oe');
    folded := replace(replace(folded, 'ß', 'ss'), 'þ', 'th');
    IF folded ~ '[a-z][\u0400-\u052f]|[\u0400-\u052f][a-z]' THEN
        -- The longest first: it may hold a shorter one.
        FOR word IN
            SELECT m[1] FROM regexp_matches(folded,
                '([a-z\u0400-\u052f]*(?:[a-z][\u0400-\u052f]|[\u0400-\u052f][a-z])'
                '[a-z\u0400-\u052f]*)', 'g') m
            ORDER BY char_length(m[1]) DESC, m[1]
        LOOP
            folded := replace(folded, word, translate(word, 'aoecpxyktmhbi', 'аоесрхуктмнви'));
        END LOOP;
    END IF;
    RETURN btrim(regexp_replace(folded, ' {2,}', ' ', 'g'));
END $$;

CREATE FUNCTION pg_temp.fold_anew(tables text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    name text;
BEGIN
    PERFORM set_config('agreements.refresh', 'off', true);
    FOREACH name IN ARRAY tables LOOP
        EXECUTE format('UPDATE %I SET text = text WHERE has_mixed_scripts(text)', name);
    END LOOP;
    PERFORM set_config('agreements.refresh', '', true);
END $$;

SELECT pg_temp.fold_anew(ARRAY[
    'agreements_documenttitle', 'agreements_eventname', 'agreements_statename',
    'agreements_agencyname', 'agreements_placename', 'agreements_subjectname']);

REINDEX INDEX source_said_trigrams;
