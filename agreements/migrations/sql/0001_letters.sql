-- Letters: fold() for search, sort_key() for lists.
--
-- Nothing here depends on a collation, an extension or the server's locale (comparisons,
-- regular expressions and lower() run under "C"), so stored columns stay true when the
-- operating system or PostgreSQL changes. Bodies are SQL-standard: names are bound when the
-- function is made, as pg_restore with its empty search_path needs. The Python twins are in
-- agreements/letters.py; tests compare the two over every alphabet.
--
-- translate() searches its list from the left for every letter: frequent letters stand first,
-- mapped to themselves, and text of ASCII alone goes without.

-- Folds case, diacritics, quotes, dashes and white space. й stays й: a letter with a key of its
-- own on every keyboard, not и with a mark. Azerbaijani ə is e, as people without the key write.
CREATE FUNCTION fold(value text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN octet_length(value) = char_length(value) THEN
        btrim(regexp_replace(replace(lower(value COLLATE "C"), '`', ''''),
            '[\t-\r\u001c-\u001f ]+', ' ', 'g'))
    ELSE
        btrim(regexp_replace(
            replace(replace(replace(replace(translate(
                lower(regexp_replace(
                    replace(replace(
                        normalize(replace(value COLLATE "C", '´', ''''), NFKD),
                        E'и\u0306', 'й'), E'И\u0306', 'Й'),
                    -- marks of letters and tatweel, then what is not seen at all
                    '[\u0300-\u036f\u0483-\u0489\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc'
                    '\u06df-\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f'
                    '\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069'
                    '\ufe00-\ufe0f\ufeff]+',
                    '', 'g')),
                E' оеаинтсрвлкмдпуябзгычйьхжшцюэщфъ'
                'қғҳҷәңөұүһіґєҗ'
                'eaoitnrslcdumpfghyvbkwzqxj0123456789-.,()"'
                'ОЕАИНТСРВЛКМДПУЯБЗГЫЧЙЬХЖШЦЮЭЩФЪ'
                'ҚҒҲҶӘҢӨҰҮҺІҐЄҖ'
                'ЂЈЉЊЋЏЅ'
                'øđłıħŧŋĸəðɓɖɗƙ'
                'ØĐŁĦŦŊƏÐƁƊƘ'
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
                'кгхчаноуухигеж'
                'eaoitnrslcdumpfghyvbkwzqxj0123456789-.,()"'
                'оеаинтсрвлкмдпуябзгычйьхжшцюэщфъ'
                'кгхчаноуухигеж'
                'ђјљњћџѕ'
                'odlihtnkedbddk'
                'odlhtnedbdk'
                ''''''''''''''''''''''''''''''''''
                '""""""'
                '------'
                '             '
                'αβγδεζηθικλμνξοπρστυφχψωσ'
                'աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ'
                '0123456789'
                '0123456789'
                'ییکاهههه'),
                'æ', 'ae'), 'œ', 'oe'), 'ß', 'ss'), 'þ', 'th'),
            ' {2,}', ' ', 'g'))
    END;

-- Sorting: every letter becomes the weight of its place. Latin letters stay a to z; Cyrillic
-- ones become U+0100 and up (where no folded Latin letter remains) in one order, which holds for
-- Russian, Tajik, Kazakh, Kyrgyz, Mongolian and Belarusian:
--   аәбвгґғдеёєжҗзиӣйкқлмнңоөпрстуўӯұүфхҳһцчҷшщъыіїьэюя
-- Uzbek alone differs: U+00E0 to U+00E3 are Oʻ Gʻ Sh Ch, U+0133 to U+0136 Ў Қ Ғ Ҳ.

-- Weights, with the marks that make no letter of their own still in place.
CREATE FUNCTION sort_weights(value text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN octet_length(value) = char_length(value) THEN
        regexp_replace(replace(lower(value COLLATE "C"), '`', ''''),
            '[\t-\r\u001c-\u001f /-]', ' ', 'g')
    ELSE
        replace(replace(replace(replace(replace(
            replace(replace(replace(replace(translate(
                lower(normalize(replace(value COLLATE "C", '´', ''''), NFKD)),
                E' оеаинтсрвлкмдпуябзгычьхжшцюэщфъ'
                'әґғєҗқңөұүҳһҷі'
                'eaoitnrslcdumpfghyvbkwzqxj0123456789.,()"'
                'ОЕАИНТСРВЛКМДПУЯБЗГЫЧЬХЖШЦЮЭЩФЪ'
                'ӘҐҒЄҖҚҢӨҰҮҲҺҶІ'
                'ЂЈЉЊЋЏЅ'
                'øđłıħŧŋĸəðɓɖɗƙ'
                'ØĐŁĦŦŊƏÐƁƊƘ'
                '`ʹʻʼʽʾʿˈ‘’‚‛\u2032\u2035\u2039\u203a'
                '-/‐‒–—―−'
                '\u0009\u000a\u000b\u000c\u000d\u001c\u001d\u001e\u001f\u0085\u1680\u2028\u2029'
                'ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩς'
                'ԱԲԳԴԵԶԷԸԹԺԻԼԽԾԿՀՁՂՃՄՅՆՇՈՉՊՋՌՍՎՏՐՑՒՓՔՕՖ'
                '٠١٢٣٤٥٦٧٨٩'
                '۰۱۲۳۴۵۶۷۸۹',
                E' ėĈĀĎĕĜěĚăēđĔćęĝĲĂčĄĬħįģċĩĦıİĪĢī'
                'āąĆĊČĒĖĘĠġĤĥĨĭ'
                'eaoitnrslcdumpfghyvbkwzqxj0123456789.,()"'
                'ėĈĀĎĕĜěĚăēđĔćęĝĲĂčĄĬħįģċĩĦıİĪĢī'
                'āąĆĊČĒĖĘĠġĤĥĨĭ'
                'ђјљњћџѕ'
                'odlihtnkedbddk'
                'odlhtnedbdk'
                ''''''''''''''''''''''''''''''''''
                '        '
                '             '
                'αβγδεζηθικλμνξοπρστυφχψωσ'
                'աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ'
                '0123456789'
                '0123456789'),
                'æ', 'ae'), 'œ', 'oe'), 'ß', 'ss'), 'þ', 'th'),
            -- й ӣ, ў ӯ, ї
            E'Ď\u0306', 'Đ'), E'Ď\u0304', 'ď'),
            E'ĝ\u0306', 'Ğ'), E'ĝ\u0304', 'ğ'),
            E'ĭ\u0308', 'Į')
    END;

-- What a language does otherwise. In Russian ё is a marked е (Королёв stands beside Королев),
-- elsewhere a letter.
CREATE FUNCTION sort_tailored(weights text, language text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE split_part(language COLLATE "C", '-', 1)
        WHEN 'ru' THEN weights
        WHEN 'uz' THEN
            replace(replace(replace(replace(translate(
                replace(weights COLLATE "C", E'Ĉ\u0308', 'ĉ'),
                'ĞĒĆĤ', 'ĳĴĵĶ'),
                'o''', 'à'), 'g''', 'á'), 'sh', 'â'), 'ch', 'ã')
        ELSE replace(weights COLLATE "C", E'Ĉ\u0308', 'ĉ')
    END;

-- Letters, digits and single spaces only; numbers filled to nine digits so that 2 is before 10.
CREATE FUNCTION sort_primary(weights text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN left(btrim(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
        weights COLLATE "C",
        '[\u0001-\u001f!-/:-@\[-`{-\u00bf\u00d7\u00f7\u02b0-\u02ff\u0387\u055a-\u055f\u0589\u058a'
        '\u05be\u05c0\u05c3\u05f3\u05f4\u060c\u061b\u061f\u066a-\u066d\u06d4'
        '\u2000-\u2bff\u2e00-\u2e7f\u3001-\u3003\u3008-\u301f'
        '\u0300-\u036f\u0483-\u0489\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc'
        '\u06df-\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f'
        '\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069'
        '\ufe00-\ufe0f\ufeff]+',
        '', 'g'),
        ' {2,}', ' ', 'g'),
        '[0-9]+', '00000000\&', 'g'),
        '0{0,8}([0-9]{9,})', '\1', 'g')), 250);

-- Texts that differ in marks alone stand side by side, the one without marks first.
CREATE FUNCTION sort_levels(weights text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN sort_primary(weights) || CASE
        WHEN weights COLLATE "C" ~ '[\u0300-\u036f]' THEN E'\t' || left(weights, 250)
        ELSE ''
    END;

-- A key to be ordered under COLLATE "C". It looks at 300 characters and gives at most 501, since
-- an index row holds 2,704 bytes.
CREATE FUNCTION sort_key(value text, language text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN sort_levels(sort_tailored(sort_weights(left(value, 300)), language));
