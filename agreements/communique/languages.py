"""Which language a text is written in, by its letters and its commonest words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from .grammars import en, kk, ky, ru, tg, tr, uz, zh
from .grammars.grammar import Grammar
from .script import WORD, plain

GRAMMARS: dict[str, Grammar] = {
    "en": en.EN,
    "kk": kk.KK,
    "ky": ky.KY,
    "ru": ru.RU,
    "tg": tg.TG,
    "tr": tr.TR,
    "uz": uz.UZ,
    "zh": zh.ZH,
}
SAME = {"hr": "sr", "bs": "sr", "me": "sr", "cs": "sk", "ms": "id", "uz-Cyrl": "uz", "be": "ru"}

COMMON = {
    "en": "the of and in to for with on between was were signed agreement memorandum by",
    "fr": "le la les des et du de entre dans un une a ete signe accord pour sur",
    "es": "el la los las de y del entre en un una se firmaron acuerdo para por con",
    "pt": "o a os as de e do da entre em um uma foi assinado acordo para por com ao",
    "it": "il la i le di e del della tra in un una e stato firmato accordo per con gli",
    "de": "der die das und von zwischen in ein eine wurde unterzeichnet abkommen fur mit des den",
    "tr": "imza arasinda iliskin bakanligi cumhuriyeti turk cumhurbaskani anlasmasi zapti iki ulke "
    "ve bir ile arasinda icin bu da de imzalandi anlasma olarak alaninda mutabakat turkiye",
    "id": "dan yang di antara dengan ini untuk pada kerja sama tentang oleh dalam ke dari bidang",
    "sk": "a v na medzi o sa s pre dohoda podpisali memorandum ktore roku zo prezident ministerstvom",
    "sr": "i u na izmedu o je su za sporazum potpisan memorandum od sa saradnji koji republike saradnja",
    "uz": "va bilan hamda uchun imzolandi memorandumi davlat sohasida rtasida rtasidagi risida risidagi zbekiston"
    " yicha hamkorlik respublikasi vazirligi hujjat hujjatlar tomonidan shuningdek bitim toshkent zaro",
    "ru": "и в на между о с по подписан соглашение сотрудничестве подписали для года что от из",
    "tg": "дар бораи оид миени имзо санад санадхо хуччат вазорати хукумати тарафхо намуданд мебошад ки "
    "ва дар аз ба байни миени бо барои имзо расид хамкори созишнома чумхурии точикистон тавофук",
    "kk": "пен бен туралы ресми сапары кужат кужаттар кужатка укимети министрлиги басшылары "
    "жане мен пен арасындагы туралы кол койылды казакстан республикасы бойынша ынтымактастык келисим ушин",
    "ky": "жонундо кыргыз ошондой эле документтер окмот окмотунун министрлиги президенти макулдашууга "
    "жана менен ортосунда кол коюлду кыргызстан республикасы боюнча кызматташуу макулдашуу учун эки",
    "uz-Cyrl": "уртасидаги тугрисидаги хамкорлик хужжат хужжатлар вазирлиги республикаси томонидан шунингдек "
    "ва билан уртасида хамда учун имзоланди тугрисида буйича меморандум узбекистон давлат сохасида",
    "ar": "في من بين على مذكرة تفاهم التي وقع مع توقيع",
}
LETTERS = {
    "tg": "ӣӯҷ",
    "kk": "әғқңөұүһі",
    "ky": "ңөү",
    "uz-Cyrl": "ўқғҳ",
    "ru": "ыщэ",
    "tr": "şğıİ",
    "sk": "ľĺŕôťďňä",
    "sr": "đćč",
    "pt": "ãõ",
    "es": "ñ¿",
    "de": "ßäöü",
}


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
    if letters < 20 or letters * 2.5 < len(sample.replace(" ", "").replace("\n", "")) and letters < 200:
        return None
    if script := by_script(sample, letters):
        return script if script in GRAMMARS else None
    counts = Counter(WORD.findall(plain(sample)))
    marked = Counter(sample.lower())
    best, score = None, 0.0
    for code, words in COMMON.items():
        hits = sum(counts[word] for word in words.split())
        hits += 0.5 * sum(marked[letter] for letter in LETTERS.get(code, ""))
        if hits > score:
            best, score = code, hits
    best = SAME.get(best or "", best)
    return best if best in GRAMMARS else "en" if "en" in GRAMMARS and re.search("[a-z]", sample) else None


def by_script(sample: str, letters: int) -> str | None:
    for code, pattern in (("zh", r"[\u4e00-\u9fff]"), ("ar", r"[\u0600-\u06ff]")):
        if len(re.findall(pattern, sample)) * 2 > letters:
            return code
    return None
