"""Letters of every script: NFC, folding, sort keys, slugs, and texts that are spelt wrongly.

``fold`` and ``sort_key`` are the twins of the SQL functions of the same names
(``migrations/sql/0001_letters.sql``): change both, and rebuild the columns made by them.
"""

import re
import unicodedata

from anyascii import anyascii

RUSSIAN = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
GREEK = "αβγδεζηθικλμνξοπρστυφχψω"
ARMENIAN = "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ"
SLUG_LENGTH = 80

APOSTROPHES = "`ʹʻʼʽʾʿˈ‘’‚‛′‵‹›"
QUOTES = "“”„‟«»"
DASHES = "‐‒–—―−"
SPACES = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u1680\u2028\u2029"

# Of regular expressions: marks of letters and tatweel; what is not seen; what is no letter.
MARKS = (
    r"\u0300-\u036f\u0483-\u0489\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc"
    r"\u06df-\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
UNSEEN = (
    r"\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
)
PUNCTUATION = (
    r"\u0001-\u001f!-/:-@\[-`{-\u00bf\u00d7\u00f7\u02b0-\u02ff\u0387\u055a-\u055f\u0589\u058a"
    r"\u05be\u05c0\u05c3\u05f3\u05f4\u060c\u061b\u061f\u066a-\u066d\u06d4"
    r"\u2000-\u2bff\u2e00-\u2e7f\u3001-\u3003\u3008-\u301f"
)
NOT_FOLDED = re.compile(f"[{MARKS}{UNSEEN}]+")
NOT_SORTED = re.compile(f"[{PUNCTUATION}{MARKS}{UNSEEN}]+")

# What both functions do: lower case, letters that no Unicode form takes apart, digits, spaces.
COMMON = (
    dict.fromkeys(SPACES, " ")
    | dict.fromkeys(APOSTROPHES, "'")
    | dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz", strict=True))
    | dict(zip("øđłıħŧŋĸəðɓɖɗƙɛɔƴ", "odlihtnkedbddkeoy", strict=True))
    | dict(zip("ØĐŁĦŦŊƏÐƁƊƘƐƆƳ", "odlhtnedbdkeoy", strict=True))
    | dict(zip("æœßþÆŒẞÞ", ("ae", "oe", "ss", "th") * 2, strict=True))
    | dict(zip(GREEK.upper() + "ς", GREEK + "σ", strict=True))
    | dict(zip(ARMENIAN.upper(), ARMENIAN, strict=True))
    | dict(zip("٠١٢٣٤٥٦٧٨٩", "0123456789", strict=True))
    | dict(zip("۰۱۲۳۴۵۶۷۸۹", "0123456789", strict=True))
)

# Letters that people type without: Tajik, Kazakh, Uzbek, Ukrainian, Bashkir and their neighbours.
MARKED = "қғҳҷәңөұүһіґєҗҙҡҫҕҥҝҹ"
UNMARKED = "кгхчаноуухигежзксгнкч"
FOLDED = str.maketrans(
    COMMON
    | dict.fromkeys(QUOTES, '"')
    | dict.fromkeys(DASHES, "-")
    | dict(zip(RUSSIAN.upper(), RUSSIAN, strict=True))
    | dict(zip(MARKED, UNMARKED, strict=True))
    | dict(zip(MARKED.upper(), UNMARKED, strict=True))
    | dict(zip("ЂЈЉЊЋЏЅ", "ђјљњћџѕ", strict=True))
    | dict(zip("يىكٱةہەھ", "ییکاهههه", strict=True))
)

# Folded words of both scripts, and the Latin letters that look like Cyrillic ones.
MIXED = re.compile(
    r"[a-z\u0400-\u052f]*(?:[a-z][\u0400-\u052f]|[\u0400-\u052f][a-z])[a-z\u0400-\u052f]*"
)
LOOKALIKES = str.maketrans("aoecpxyktmhbi", "аоесрхуктмнви")

# One order for Russian, Tajik, Kazakh, Kyrgyz, Mongolian, Belarusian and Serbian.
CYRILLIC_ORDER = "аәбвгґғҕдҙђеёєжҗзѕиӣйјкқҝҡлљмнңҥњоөпрсҫтћуўӯұүфхҳһцчҷҹџшщъыіїьэюя"
WEIGHTS = {letter: chr(0x100 + place) for place, letter in enumerate(CYRILLIC_ORDER)}
# Letters that NFKD takes apart, by their weights once their base letters are weighed.
COMPOSED = {
    WEIGHTS[base] + mark: WEIGHTS[letter]
    for letter, base, mark in (
        ("й", "и", "\u0306"),
        ("ӣ", "и", "\u0304"),
        ("ў", "у", "\u0306"),
        ("ӯ", "у", "\u0304"),
        ("ї", "і", "\u0308"),
    )
}
YO = WEIGHTS["е"] + "\u0308"
WEIGHED = str.maketrans(
    COMMON
    | dict.fromkeys("-/" + DASHES, " ")
    | WEIGHTS
    | {letter.upper(): weight for letter, weight in WEIGHTS.items()}
)
UZBEK_CYRILLIC = str.maketrans(
    {WEIGHTS[letter]: chr(0x100 + len(WEIGHTS) + place) for place, letter in enumerate("ўқғҳ")}
)
UZBEK_LATIN = {"o'": "à", "g'": "á", "sh": "â", "ch": "ã"}

LATIN = r"A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
CYRILLIC = r"\u0400-\u0481\u048a-\u052f"  # without its number sign and marks
LATIN_LETTER = re.compile(f"[{LATIN}]")
CYRILLIC_LETTER = re.compile(f"[{CYRILLIC}]")
# Apostrophes of the kind that is a letter stand within words, as in Oʻzbekiston.
WORD_OF_TWO_SCRIPTS = re.compile(f"[{LATIN}{CYRILLIC}\u02b0-\u02ff]+")

# Two bytes of UTF-8 for Cyrillic, or one accented letter, read as Windows-1252 or Latin-1.
DOUBLE_ENCODED = re.compile(
    r"(?:[ÐÑÒÓ][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]){3}|[ÃÂ][\u0080-\u009f\u00a1-\u00ba\u00bc-\u00bf]|â€"
)
# Letters of fonts from before Unicode, where ї stood for ҷ, і for ҳ, ѕ for қ.
NOT_TAJIK = re.compile("[ЀЂЃЄЅІЇЈЉЊЋЌЍЎЏѐђѓєѕіїјљњћќѝўџ]")


def nfc(text: str) -> str:
    """The text in Unicode form NFC. A NUL stays, for a form to refuse."""
    return unicodedata.normalize("NFC", text)


def without_nul(text: str) -> str:
    """The text without NUL characters, which PostgreSQL can't hold: for files, not for forms."""
    return text.replace("\0", "")


def fold(text: str) -> str:
    """Text as search compares it: no case, no diacritics, plain quotes and dashes, single spaces,
    and no Latin letter that stands for a Cyrillic one.

    й stays й, a letter with a key of its own on every keyboard; ё ӣ ӯ қ ғ ҳ ҷ ә ң ө ұ ү һ і don't.
    """
    text = unicodedata.normalize("NFKD", text.replace("´", "'"))
    text = text.replace("и\u0306", "й").replace("И\u0306", "Й")
    text = NOT_FOLDED.sub("", text).translate(FOLDED)
    text = MIXED.sub(lambda word: word[0].translate(LOOKALIKES), text)
    return re.sub(" {2,}", " ", text).strip(" ")


def sort_key(text: str, language: str) -> str:
    """A key whose code-point order is the alphabet's, of at most 501 characters.

    ``language`` is a BCP 47 tag; Uzbek puts letters at the end, Russian takes ё as a marked е.
    Texts that differ in marks alone stand side by side, the one without marks first.
    """
    weights = sort_weights(text[:300], language.split("-")[0])
    letters = NOT_SORTED.sub("", weights)
    letters = re.sub(" {2,}", " ", letters)
    letters = re.sub("[0-9]+", r"00000000\g<0>", letters)
    letters = re.sub("0{0,8}([0-9]{9,})", r"\1", letters).strip(" ")[:250]
    return f"{letters}\t{weights[:250]}" if re.search("[\u0300-\u036f]", weights) else letters


def sort_weights(text: str, language: str) -> str:
    """Every letter as the weight of its place; marks that make no letter are still there."""
    weights = unicodedata.normalize("NFKD", text.replace("´", "'")).translate(WEIGHED)
    for parts, weight in COMPOSED.items():
        weights = weights.replace(parts, weight)
    if language != "ru":
        weights = weights.replace(YO, WEIGHTS["ё"])
    if language == "uz":
        weights = weights.translate(UZBEK_CYRILLIC)
        for letters, weight in UZBEK_LATIN.items():
            weights = weights.replace(letters, weight)
    return weights


def mixed_scripts(text: str) -> list[str]:
    """The words that mix Latin with Cyrillic letters, in their order: ``["Cамаркандской"]``."""
    words = WORD_OF_TWO_SCRIPTS.findall(nfc(text))
    return [word for word in words if LATIN_LETTER.search(word) and CYRILLIC_LETTER.search(word)]


def slug(text: str) -> str:
    """The text in small ASCII letters, digits and hyphens, cut at a word; may be empty."""
    letters = re.sub(r"[\"'`]", "", anyascii(nfc(text)).lower())
    words = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")
    if len(words) <= SLUG_LENGTH:
        return words
    return words[: SLUG_LENGTH + 1].rpartition("-")[0] or words[:SLUG_LENGTH]


def is_mojibake(text: str, language: str = "") -> bool:
    """Whether the text was read in a wrong encoding: Ð¡Ð¾Ð³, or Tajik as Їуміурии Тоїикистон."""
    is_tajik = language.split("-")[0] == "tg"
    return bool(
        "\ufffd" in text
        or DOUBLE_ENCODED.search(text)
        or (is_tajik and NOT_TAJIK.search(nfc(text)))
    )
