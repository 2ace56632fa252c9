"""Which language a text is written in, by its letters and its commonest words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from .grammars import ar, de, en, es, fr, id, it, kk, ky, pt, ru, sk, sr, tg, tr, uz, zh
from .grammars.grammar import Grammar
from .script import WORD, plain

GRAMMARS: dict[str, Grammar] = {
    grammar.code: grammar
    for grammar in (
        ar.AR,
        de.DE,
        en.EN,
        es.ES,
        fr.FR,
        id.ID,
        it.IT,
        kk.KK,
        ky.KY,
        pt.PT,
        ru.RU,
        sk.SK,
        sr.LATIN,
        sr.CYRILLIC,
        tg.TG,
        tr.TR,
        uz.UZ,
        zh.ZH,
    )
}
SAME = {"hr": "sr", "bs": "sr", "me": "sr", "cs": "sk", "ms": "id", "uz-Cyrl": "uz", "be": "ru"}

COMMON = {
    "en": "the of and in to for with on between was were signed agreement agreements "
    "memorandum by that this from at has have been which as its their is an be will "
    "during also president minister ministry cooperation countries",
    "fr": "le la les des et du de entre dans un une a ete signe accord pour sur au aux en par "
    "qui que est sont cette ce leur avec plus deux pays cooperation ministre president "
    "signature ont il lors ainsi protocole d l",
    "es": "el la los las de y del entre en un una se firmaron acuerdo para por con que al su "
    "sus este esta es son fue ambos paises cooperacion ministro presidente firma dos "
    "ademas convenio memorando firmo suscribieron",
    "pt": "o a os as de e do da entre em um uma foi foram assinado assinados acordo para por "
    "com ao dos das no na que pelo pela seu sua dois paises cooperacao ministro "
    "presidente assinatura assinaram assinou memorando entendimento sao",
    "it": "il la i le di e del della tra in un una stato firmato accordo per con gli dei delle "
    "nel nella al alla che sono ha hanno dal dalla due paesi ministro presidente firma "
    "intesa lo da si come presso",
    "de": "der die das und von zwischen in ein eine wurde wurden unterzeichnet unterzeichneten "
    "abkommen fur mit des den dem im zu zur zum auf ist sich haben hat beim uber als "
    "auch bei nach am sowie lander minister vereinbarung",
    "tr": "ve bir ile arasinda icin bu da de imza imzalandi imzaladi anlasma anlasmasi "
    "olarak alaninda mutabakat zapti turkiye iliskin bakanligi bakani cumhuriyeti "
    "turk cumhurbaskani iki ulke belge olan yapilan ardindan ortak isbirligi resmi "
    "arasindaki universitesi tarafindan",
    "id": "dan yang di antara dengan ini untuk pada kerja sama tentang oleh dalam ke dari "
    "bidang telah akan kedua negara presiden menteri republik menandatangani "
    "ditandatangani penandatanganan nota kesepahaman itu juga serta adalah tersebut "
    "kerjasama bagi",
    "sk": "a v na medzi o sa s pre dohoda dohodu podpisali memorandum ktore ktory roku zo "
    "prezident ministerstvom vo aj do za po pri podpisanie spolupraci krajin dnes su bol "
    "bola ako od mezi se podepsali ve dohody ktera ktery byl byla spoluprace pro jsou",
    "sr": "i u na izmedu o je su za sporazum potpisan potpisali memorandum od sa saradnji "
    "suradnji koji koja republike saradnja predsednik predsjednik danas biti kao da se "
    "ministar vlade dve dvije zemlje drzave potpisivanje s",
    "uz": "va bilan hamda uchun imzolandi imzoladi imzolangan memorandumi memorandum davlat "
    "sohasida sohasidagi rtasida rtasidagi risida risidagi zbekiston yicha hamkorlik "
    "respublikasi vazirligi vaziri hujjat hujjatlar tomonidan shuningdek bitim "
    "toshkent zaro ikki yilda lib universiteti prezident",
    "ru": "и в на между о с по подписан соглашение сотрудничестве подписали для года что от из",
    "tg": "ва дар аз ба байни миени бо барои имзо расид расонданд намуданд карданд гардид "
    "шуд созишнома чумхурии точикистон бораи оид санад санадхо санадхои хуччат "
    "вазорати хукумати тарафхо мебошад ки хамкори хамкорихо кишвар соли рузи баргузор "
    "вазири президенти донишгохи еддошти созишномаи инчунин хамчунин ин ки ро",
    "kk": "жане мен пен бен арасында арасындагы туралы кол койылды койды койылган казакстан "
    "казакстаннын республикасынын республикасы бойынша ынтымактастык келисим "
    "келисимге ушин ресми сапары кужат кужаттар кужатка укимети министрлиги министри "
    "басшылары еки сондай бугин меморандумга саласындагы президенти болып осы",
    "ky": "жана менен ортосунда ортосундагы кол коюлду коюшту коюлган кыргызстан кыргыз "
    "республикасынын боюнча кызматташуу макулдашуу макулдашууга учун эки жонундо "
    "ошондой эле документ документтер документке окмот окмотунун министрлиги министри "
    "президенти бугун олконун шаары шаарынын шаарлары тараптар меморандум жыйынын "
    "жолугушту башчылары",
    "uz-Cyrl": "ва билан уртасида уртасидаги хамда учун имзоланди имзолади тугрисида тугрисидаги "
    "буйича узбекистон давлат сохасида хамкорлик хужжат хужжатлар вазирлиги вазири "
    "республикаси томонидан шунингдек икки битим меморандуми имзоланган булиб утди "
    "учрашув тошкент",
    "ar": "في من بين على مذكرة تفاهم التي وقع مع توقيع",
    "sr-Cyrl": "и у на између о је су за споразум потписан потписали меморандум од са "
    "сарадњи који "
    "која републике председник данас бити као да се министар владе две земље потписивање",
}
LETTERS = {
    "tg": "ӣӯҷҳ",
    "kk": "әғқңөұүһі",
    "ky": "ңөү",
    "uz-Cyrl": "ўқғ",
    "ru": "щ",
    "tr": "şğıİ",
    "sk": "ľĺŕôťďňěřů",
    "sr": "đćč",
    "sr-Cyrl": "ђјљњћџ",
    "fr": "êèçœàù",
    "pt": "ãõç",
    "es": "ñ¿",
    "de": "ßäöü",
}


def weighed() -> dict[str, dict[str, float]]:
    """The words of each language; one that several share tells as much less of each."""
    lists = {code: set(plain(words).split()) for code, words in COMMON.items()}
    shared = Counter(word for words in lists.values() for word in words)
    return {code: {word: 1 / shared[word] for word in words} for code, words in lists.items()}


WORDS = weighed()
SHARED = Counter(letter for letters in LETTERS.values() for letter in letters)


def known(language: str | None) -> str | None:
    if not language:
        return None
    for tag in (language, language.split("-")[0]):
        tag = SAME.get(tag, tag)
        if tag in GRAMMARS:
            return tag
    return None


def recognised(text: str) -> str | None:
    """The likeliest of the languages that are read; None where it is no text at all."""
    sample = text[:20_000]
    letters = sum(character.isalpha() for character in sample)
    odd = sum(unicodedata.category(character) in ("Cc", "Cn", "Co") for character in sample)
    if odd - sum(map(sample.count, "\n\r\t")) > len(sample) / 100:
        return None
    enough = 8 if by_script(sample, letters) == "zh" else 20
    if letters < enough or (
        letters * 2.5 < len(sample.replace(" ", "").replace("\n", "")) and letters < 200
    ):
        return None
    if script := by_script(sample, letters):
        return script if script in GRAMMARS else None
    counts = Counter(WORD.findall(plain(sample)))
    marked = Counter(sample.lower())
    best, score = None, 0.0
    for code, words in WORDS.items():
        hits = sum(counts[word] * weight for word, weight in words.items())
        hits += sum(marked[letter] / SHARED[letter] for letter in LETTERS.get(code, "")) / 2
        if hits > score:
            best, score = code, hits
    best = SAME.get(best or "", best)
    return (
        best
        if best in GRAMMARS
        else "en"
        if "en" in GRAMMARS and re.search("[a-z]", sample)
        else None
    )


def in_letters(code: str | None, text: str) -> str | None:
    """Serbian is read by its letters, whatever the tag says."""
    if code not in ("sr", "sr-Cyrl"):
        return code
    cyrillic = len(re.findall(r"[\u0400-\u04ff]", text[:20_000]))
    latin = len(re.findall(r"[A-Za-z]", text[:20_000]))
    return "sr-Cyrl" if cyrillic > latin else "sr"


def by_script(sample: str, letters: int) -> str | None:
    for code, pattern in (("zh", r"[\u4e00-\u9fff]"), ("ar", r"[\u0600-\u06ff]")):
        if len(re.findall(pattern, sample)) * 2 > letters:
            return code
    return None
