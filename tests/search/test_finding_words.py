"""Words are found as they are typed: without marks, in any form, in every alphabet."""

from __future__ import annotations

import unicodedata

import pytest

from agreements import search
from agreements.models import Document
from tests import builders
from tests.searching import finds, found

pytestmark = pytest.mark.django_db


def titled(title: str, language: str = "en") -> Document:
    document = builders.document(title, language=language)
    builders.settle()
    return document


# One spelling and another, each of which finds a title in the other.
ALIKE = [
    ("Convenção sobre cooperação", "convencao sobre cooperacao", "pt"),
    ("Übereinkommen über Straßen", "ubereinkommen uber strassen", "de"),
    ("Umowa o żegludze śródlądowej", "umowa o zegludze srodladowej", "pl"),
    ("Œuvres façades", "oeuvres facades", "fr"),
    ("Þjóðvegur", "thjodvegur", "is"),
    ("Türkiye İstanbul ısı", "turkiye istanbul isi", "tr"),
    ("Əməkdaşlıq", "emekdasliq", "az"),
    ("Договор самолётах", "договор самолетах", "ru"),
    ("ДОГОВОР СЪЁМКЕ", "договор съемке", "ru"),
    ("Майский", "МАЙСКИЙ", "ru"),
    ("Созишномаи ҳамкорӣ дар ҷанги ғӯза", "созишномаи хамкори дар чанги гуза", "tg"),
    ("Қазақстан үкіметі өңір әуе һұқық", "казакстан укимети онир ауе хукык", "kk"),
    ("Ўзбекистон ҳукумати ғоя қарор", "узбекистон хукумати гоя карор", "uz-Cyrl"),
    ("Україна Європа їжа ґанок", "украина европа ижа ганок", "uk"),
    ("Oʻzbekiston toʻgʻrisida", "O'zbekiston to'g'risida", "uz"),
    ("O‘zbekiston to‘g‘risida", "oʻzbekiston toʻgʻrisida", "uz"),
    ("O’zbekiston to’g’risida", "o`zbekiston to`g`risida", "uz"),
    ("Oʼzbekiston toʼgʼrisida", "ozbekiston togrisida", "uz"),
    ("اتفاقية التعاون", "اتفاقيه التعاون", "ar"),
    ("اِتِّفاقِيَّة", "اتفاقية", "ar"),
    ("إيران أفغانستان آسيا", "ايران افغانستان اسيا", "ar"),
    ("موافقت‌نامهٔ همکاری کشور", "موافقتنامه همكاري كشور", "fa"),
    ("سال ۱۳۷۵", "سال 1375", "fa"),
    ("Cамаркандская oбласть", "самаркандская область", "ru"),
    ("Самаркандская область", "Cамаркандcкая oблаcть", "ru"),
    ("Co\u00adope\u00adration", "cooperation", "en"),
    ("\u200eWater\u200f treaty\u202c", "water treaty", "en"),
    ("Ｗater １９９５", "water 1995", "en"),
    ("Ελλάδα Αθήνα", "ελλαδα αθηνα", "el"),
    ("Հայաստան", "ՀԱՅԱՍՏԱՆ", "hy"),
]


@pytest.mark.parametrize(("one", "other", "language"), ALIKE)
def test_one_spelling_finds_the_other(one: str, other: str, language: str) -> None:
    first, second = titled(one, language), titled(other, language)
    for typed in (one, other, one.upper(), unicodedata.normalize("NFD", one)):
        assert finds(typed, first, second), typed
        assert finds(f'"{typed}"', first, second), typed
    for word in other.split():
        assert finds(word, first, second), word


@pytest.mark.parametrize("letter", "ӣӯқғҳҷёәңөұүһіўїєґ" + "ÀÉÎÕÜÇÑŞŽŁØĐÅÝĞİ")
def test_letter_is_found_by_its_plain_one_and_in_both_forms(letter: str) -> None:
    word = f"на{letter}ма" if "\u0400" <= letter <= "\u04ff" else f"xy{letter}quum"
    document = titled(word, "tg")
    for form in ("NFC", "NFD"):
        assert finds(unicodedata.normalize(form, word.lower()), document)
        assert finds(unicodedata.normalize(form, word.upper()), document)


# Forms of words; each finds every other one.
FORMS = [
    ("en", ["treaty", "treaties"]),
    ("en", ["cooperate", "cooperation", "cooperating"]),
    ("en", ["visa", "visas"]),
    ("ru", ["соглашение", "соглашения", "соглашениями", "соглашению"]),
    ("ru", ["граница", "границы", "границе"]),
    ("fr", ["coopération", "coopérations"]),
    ("es", ["acuerdo", "acuerdos"]),
    ("pt", ["acordo", "acordos"]),
]


@pytest.mark.parametrize(("language", "forms"), FORMS)
def test_form_of_a_word_finds_the_others(language: str, forms: list[str]) -> None:
    documents = [titled(form, language) for form in forms]
    for form in forms:
        assert finds(form, *documents), form


# A word and itself with endings, in languages that no dictionary here knows.
ENDINGS = [
    ("tg", "созишнома", ["созишномаи", "созишномаҳо", "созишномаҳои", "созишномаро"]),
    ("tg", "ҳамкорӣ", ["ҳамкориҳои", "ҳамкории"]),
    ("kk", "Қазақстан", ["Қазақстанда", "Қазақстанның", "Қазақстаннан", "Қазақстанға"]),
    ("kk", "келісім", ["келісімдер", "келісімі", "келісімге", "келісімнің"]),
    ("ky", "Кыргызстан", ["Кыргызстандын", "Кыргызстанга", "Кыргызстанда"]),
    ("uz", "hamkorlik", ["hamkorlikning", "hamkorlikni", "hamkorlikdan"]),
    ("uz", "kelishuv", ["kelishuvlar", "kelishuvning", "kelishuvlari"]),
    ("uz-Cyrl", "ҳукумат", ["ҳукуматнинг", "ҳукуматлар", "ҳукуматдан"]),
]


@pytest.mark.parametrize(("language", "base", "forms"), ENDINGS)
def test_word_with_endings_is_found_by_its_base_and_the_reverse(
    language: str, base: str, forms: list[str]
) -> None:
    documents = [titled(base, language), *(titled(form, language) for form in forms)]
    assert finds(base, *documents)
    for form, document in zip(forms, documents[1:], strict=True):
        assert {documents[0].pk, document.pk} <= set(found(form)), form


def test_chinese_is_found_by_any_run_of_it() -> None:
    treaty = titled("中华人民共和国和塔吉克斯坦共和国睦邻友好合作条约", "zh")
    other = titled("关于航空运输的协定", "zh")
    assert finds("睦邻友好", treaty)
    assert finds("合作条约", treaty)
    assert finds("航空运输", other)
    assert finds('"友好合作"', treaty)
    assert finds("友好航空")
    assert finds("作条", treaty)


def test_chinese_name_of_a_state_is_known_in_a_run_without_spaces() -> None:
    tajikistan = builders.state(name="Tajikistan Test")
    tajikistan.names.create(language="zh", kind="short", text="塔测斯坦")
    english = builders.document("Strategic partnership", side_1=tajikistan)
    chinese = titled("塔测斯坦战略伙伴", "zh")
    other = builders.document("战略伙伴", side_1=tajikistan, language="zh")
    builders.settle()
    assert finds("塔测斯坦", english, chinese, other)
    assert finds("塔测斯坦战略伙伴", chinese, other)


def test_reference_numbers_are_found_as_printed() -> None:
    tias, cmnd, longer = (builders.document() for _ in range(3))
    tias.identifiers.create(scheme_id="national_series", value="TIAS 15-710")
    cmnd.identifiers.create(scheme_id="national_series", value="Cmnd. 504")
    longer.identifiers.create(scheme_id="national_series", value="Cmnd. 5041")
    builders.settle()
    for typed in ("TIAS 15-710", "tias 15–710", '"TIAS 15-710"', "15-710", "T.I.A.S. 15-710"[7:]):
        assert finds(typed, tias), typed
    for typed in ("Cmnd 504", "Cmnd. 504", "504", "№ 504", "№504", "No. 504", "N 504", "#504"):
        assert finds(typed, cmnd), typed
    assert finds("710-15")
    assert finds("Cmnd 504*", cmnd, longer)


@pytest.mark.parametrize(
    "title", ["Decree № 504", "Decree №504", "Decree No. 504", "Decree No 504"]
)
def test_number_signs_are_equal(title: str) -> None:
    document = titled(title)
    titled("Decree № 5041")
    for typed in ("№ 504", "№504", "No. 504", "504", '"Decree № 504"', '"decree no 504"'):
        assert finds(typed, document), typed


def test_words_joined_by_hyphens_are_found_joined_and_split() -> None:
    split, joined = titled("Co-production of films"), titled("Coproduction of films")
    apart = titled("Production of films, and co")
    assert finds("co-production", split, joined)
    assert finds("coproduction", split, joined)
    assert finds("production", split, apart)


def test_exact_spelling_comes_first_then_the_title_then_the_text() -> None:
    """Of equals the newest stands first, so that only the rule can order these."""
    day = iter(range(2000, 2100))
    as_spelt = builders.document("Қарор", language="kk", signed_on=str(next(day)))
    other_form = builders.document("Карор", language="kk", signed_on=str(next(day)))
    text_as_spelt = builders.document(signed_on=str(next(day)))
    builders.text(text_as_spelt, body="қарор", language="kk")
    form_in_text = builders.document(signed_on=str(next(day)))
    builders.text(form_in_text, body="қарорлар", language="kk")
    builders.settle()
    assert found("карор") == [other_form.pk, as_spelt.pk, text_as_spelt.pk, form_in_text.pk]


def test_word_in_a_title_comes_before_the_same_in_a_text() -> None:
    title = builders.document("On quokkas", signed_on="1950")
    plural = builders.document("On a quokka", signed_on="1940")
    text = builders.document(signed_on="2020")
    builders.text(text, body="quokkas")
    builders.settle()
    assert found("quokkas") == [title.pk, plural.pk, text.pk]


def test_word_that_stemmers_know_is_not_sought_by_its_beginning() -> None:
    """That would be a walk through every document there is."""
    several, uzbek = titled("On documents"), titled("Hamkorliklari haqida", "uz")
    assert finds("document", several)
    assert finds("hamkorlik", uzbek)
    begins = {
        word: ":*" in search.search(search.Selection(), word).match.anywhere
        for word in ("agreement", "document", "hamkorlik")
    }
    assert begins == {"agreement": False, "document": False, "hamkorlik": True}


def test_stop_words_count_only_where_there_is_nothing_else() -> None:
    peace, war = titled("Of peace"), titled("The war")
    assert finds("the peace", peace)
    assert finds("of", peace)
    assert finds("the", war)
    assert finds('"the war"', war)


def test_word_may_be_absent_on_purpose() -> None:
    both, one = titled("Water and dams"), titled("Water and roads")
    assert finds("water -dams", one)
    assert finds('water -"and dams"', one)
    assert finds("water -dam*", one)
    assert both.pk not in found("-dams")
    assert one.pk in found("-dams")


def test_what_is_to_be_absent_is_all_that_would_be_found() -> None:
    """In any form, by its names and records."""
    forms = titled("The damming of rivers")
    subject = builders.subject(name="Zoological gardens")
    filed = titled("Of beasts")
    filed.subjects.add(subject)
    other = titled("Of roads")
    builders.settle()
    everything = sorted([forms.pk, filed.pk, other.pk])
    for typed in ("dammed", "zoological", "gardens", "zoolog*", "treaty", "beasts OR roads"):
        with_it = found(typed)
        without = found(" ".join(f"-{word}" for word in typed.split(" OR ")))
        assert sorted(with_it + without) == everything, typed
    assert found("-dammed") and forms.pk not in found("-dammed")
    assert filed.pk not in found("-zoological")


def test_alternatives_find_what_each_finds() -> None:
    filed, other = titled("Of beasts"), titled("Of roads")
    filed.subjects.add(builders.subject(name="Zoological gardens"))
    builders.settle()
    assert finds("gardens OR roads", filed, other)


def test_any_of_the_ways_is_enough() -> None:
    water, dam, road = titled("Water"), titled("Dam"), titled("Road")
    assert finds("water OR dam", water, dam)
    assert finds('"water" | road | zebra', water, road)
    assert finds("water road OR dam")


def test_years_are_those_of_signing_or_in_words() -> None:
    signed = builders.document(signed_on="1997-03-01")
    covers = builders.document("Plan for 1995-2000", signed_on="1990")
    later = builders.document(signed_on="2001")
    builders.settle()
    assert finds("1995-2000", signed, covers)
    assert finds("1995..2000", signed, covers)
    assert finds("1997", signed)
    assert finds("2001", later)
    assert finds("1995-2001 -1997", later)


def test_word_of_more_letters_than_are_kept_is_found() -> None:
    document = titled("Donau" + "dampf" * 30)
    assert finds("donau" + "dampf" * 30, document)
    assert finds(("donau" + "dampf" * 30)[:61], document)


def test_word_of_a_text_is_never_one_of_the_title() -> None:
    """Words that hyphens join, and those of the later parts of a long text, count as text."""
    sides = {"side_1": builders.state(name="Wakanda")}
    newest = builders.document("Trade", signed_on="2020", **sides)
    body = "On co-operation. " + "Articles of trade. " * 1000 + "Fisheries."
    builders.text(newest, body=body)
    older = builders.document("On technical cooperation in fisheries", signed_on="1990", **sides)
    builders.settle()
    assert found("cooperation Wakanda") == [older.pk, newest.pk]
    assert found("fisheries Wakanda") == [older.pk, newest.pk]
