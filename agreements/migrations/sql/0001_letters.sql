-- Letters: fold() for search, sort_key() for lists.
--
-- Nothing here depends on a collation, an extension or the server's locale (every variable is
-- under "C"), so stored columns stay true when the operating system or PostgreSQL changes. Only
-- names of pg_catalog are used, since pg_restore works with an empty search_path. PL/pgSQL, not
-- SQL: PostgreSQL 15 plans a nested SQL function anew for every call, which cost a one-row INSERT
-- ten times as much. The Python twins are in agreements/letters.py; tests compare the two over
-- every alphabet.
--
-- translate() searches its list from the left for every letter: frequent letters stand first,
-- mapped to themselves, and text of ASCII alone goes without.

-- Folds case, diacritics, quotes, dashes and white space. й stays й: a letter with a key of its
-- own on every keyboard, not и with a mark. Azerbaijani ə is e, as people without the key write.
CREATE FUNCTION fold(value text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
DECLARE
    folded text COLLATE "C" := value;
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
    RETURN btrim(regexp_replace(folded, ' {2,}', ' ', 'g'));
END $$;

-- A key to be ordered under COLLATE "C". It looks at 300 characters and gives at most 501, since
-- an index row holds 2,704 bytes.
--
-- Every letter becomes the weight of its place. Latin letters stay a to z; Cyrillic ones become
-- U+0100 and up (where no folded Latin letter remains) in one order, which holds for Russian,
-- Tajik, Kazakh, Kyrgyz, Mongolian, Belarusian and Serbian:
--   аәбвгґғҕдҙђеёєжҗзѕиӣйјкқҝҡлљмнңҥњоөпрсҫтћуўӯұүфхҳһцчҷҹџшщъыіїьэюя
-- Uzbek alone differs: U+00E0 to U+00E3 are Oʻ Gʻ Sh Ch, U+0141 to U+0144 Ў Қ Ғ Ҳ. In Russian
-- ё is a marked е (Королёв stands beside Королев), elsewhere a letter. Texts that differ in
-- marks alone stand side by side, the one without first: the marked text follows after a tab.
-- Punctuation is ignored, dashes are spaces, numbers are filled to nine digits (2 before 10).
CREATE FUNCTION sort_key(value text, language text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
DECLARE
    primary_language text COLLATE "C" := split_part(language, '-', 1);
    weights text COLLATE "C" := left(value, 300);
    letters text COLLATE "C";
BEGIN
    IF octet_length(weights) = char_length(weights) THEN
        weights := replace(lower(weights), '`', '''');
        weights := regexp_replace(weights, '[\t-\r\u001c-\u001f/-]', ' ', 'g');
    ELSE
        weights := translate(lower(normalize(replace(weights, '´', ''''), NFKD)),
            E' оеаинтсрвлкмдпуябзгычьхжшцюэщфъ'
            'әґғҕҙђєҗѕјқҝҡљңҥњөҫћұүҳһҷҹџі'
            'eaoitnrslcdumpfghyvbkwzqxj0123456789.,()"'
            'ОЕАИНТСРВЛКМДПУЯБЗГЫЧЬХЖШЦЮЭЩФЪ'
            'ӘҐҒҔҘЂЄҖЅЈҚҜҠЉҢҤЊӨҪЋҰҮҲҺҶҸЏІ'
            'øđłıħŧŋĸəðɓɖɗƙɛɔƴ'
            'ØĐŁĦŦŊƏÐƁƊƘƐƆƳ'
            'ÆŒẞÞ'
            '`ʹʻʼʽʾʿˈ‘’‚‛\u2032\u2035\u2039\u203a'
            '‐‒–—―−-/'
            '\u0009\u000a\u000b\u000c\u000d\u001c\u001d\u001e\u001f\u0085\u1680\u2028\u2029'
            'ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩς'
            'ԱԲԳԴԵԶԷԸԹԺԻԼԽԾԿՀՁՂՃՄՅՆՇՈՉՊՋՌՍՎՏՐՑՒՓՔՕՖ'
            '٠١٢٣٤٥٦٧٨٩'
            '۰۱۲۳۴۵۶۷۸۹',
            E' ġċĀĒĝħĥĤăĚĖĜĈģĩŀĂĐĄĺĳĽįĎķĲĿľĸĮĹ'
            'āąĆćĉĊčďđĕėĘęěĞğĠĢĦĨĬĭİıĴĵĶĻ'
            'eaoitnrslcdumpfghyvbkwzqxj0123456789.,()"'
            'ġċĀĒĝħĥĤăĚĖĜĈģĩŀĂĐĄĺĳĽįĎķĲĿľĸĮĹ'
            'āąĆćĉĊčďđĕėĘęěĞğĠĢĦĨĬĭİıĴĵĶĻ'
            'odlihtnkedbddkeoy'
            'odlhtnedbdkeoy'
            'æœßþ'
            ''''''''''''''''''''''''''''''''''
            '        '
            '             '
            'αβγδεζηθικλμνξοπρστυφχψωσ'
            'աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ'
            '0123456789'
            '0123456789');
        weights := replace(replace(weights, 'æ', 'ae'), 'œ', 'oe');
        weights := replace(replace(weights, 'ß', 'ss'), 'þ', 'th');
        -- й ӣ, ў ӯ, ї, ё
        weights := replace(replace(weights, E'Ē\u0306', 'Ĕ'), E'Ē\u0304', 'ē');
        weights := replace(replace(weights, E'ĩ\u0306', 'Ī'), E'ĩ\u0304', 'ī');
        weights := replace(weights, E'Ļ\u0308', 'ļ');
        IF primary_language <> 'ru' THEN
            weights := replace(weights, E'ċ\u0308', 'Č');
        END IF;
    END IF;
    IF primary_language = 'uz' THEN
        weights := translate(weights, 'ĪėĆİ', 'ŁłŃń');
        weights := replace(replace(weights, 'o''', 'à'), 'g''', 'á');
        weights := replace(replace(weights, 'sh', 'â'), 'ch', 'ã');
    END IF;
    letters := regexp_replace(weights,
        '[\u0001-\u001f!-/:-@\[-`{-\u00bf\u00d7\u00f7\u02b0-\u02ff\u0387\u055a-\u055f\u0589\u058a'
        '\u05be\u05c0\u05c3\u05f3\u05f4\u060c\u061b\u061f\u066a-\u066d\u06d4'
        '\u2000-\u2bff\u2e00-\u2e7f\u3001-\u3003\u3008-\u301f'
        '\u0300-\u036f\u0483-\u0489\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc'
        '\u06df-\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f'
        '\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069'
        '\ufe00-\ufe0f\ufeff]+',
        '', 'g');
    letters := regexp_replace(letters, ' {2,}', ' ', 'g');
    letters := regexp_replace(letters, '[0-9]+', '00000000\&', 'g');
    letters := regexp_replace(letters, '0{0,8}([0-9]{9,})', '\1', 'g');
    letters := left(btrim(letters), 250);
    IF weights ~ '[\u0300-\u036f]' THEN
        RETURN letters || E'\t' || left(weights, 250);
    END IF;
    RETURN letters;
END $$;
