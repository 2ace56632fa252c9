"""Numbers that are written as words: Article the First, статья вторая, المادة الثالثة."""

from __future__ import annotations

import re

# Each line counts from one.
LISTS = """
first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty
premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième onzième douzième treizième quatorzième quinzième seizième
première second troisième quatrième cinquième sixième septième huitième neuvième dixième
un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze
primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo undécimo duodécimo decimotercero decimocuarto decimoquinto decimosexto
primera segunda tercera cuarta quinta sexta séptima octava novena décima undécima duodécima
primeiro segundo terceiro quarto quinto sexto sétimo oitavo nono décimo
primo secondo terzo quarto quinto sesto settimo ottavo nono decimo undicesimo dodicesimo
eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf
первая вторая третья четвертая пятая шестая седьмая восьмая девятая десятая одиннадцатая двенадцатая тринадцатая четырнадцатая пятнадцатая шестнадцатая семнадцатая восемнадцатая девятнадцатая двадцатая
первый второй третий четвертый пятый шестой седьмой восьмой девятый десятый
первое второе третье четвертое пятое
перша друга третя четверта п'ята шоста сьома восьма дев'ята десята одинадцята дванадцята
pierwszy drugi trzeci czwarty piąty szósty siódmy ósmy dziewiąty dziesiąty
birinci ikinci üçüncü dördüncü beşinci altıncı yedinci sekizinci dokuzuncu onuncu
prvi drugi treći četvrti peti šesti sedmi osmi deveti deseti
први други трећи четврти пети шести седми осми девети десети
якум дуюм сеюм чорум панҷум шашум ҳафтум ҳаштум нӯҳум даҳум
الأولى الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة
الاولى الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة
الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر
اول دوم سوم چهارم پنجم ششم هفتم هشتم نهم دهم یازدهم دوازدهم سیزدهم چهاردهم پانزدهم شانزدهم هفدهم هجدهم نوزدهم بیستم
یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده
"""  # noqa: E501
ONLY = ("unique", "único", "unico", "única", "sole", "единственная", "وحيدة", "الوحيدة", "واحده")
TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "двадцать": 20,
    "тридцать": 30,
    "сорок": 40,
    "vingt": 20,
}
ARABIC_TEN = ("عشرة", "عشر")

VALUES = dict.fromkeys(ONLY, 1) | {
    word: value
    for line in LISTS.strip().splitlines()
    for value, word in enumerate(line.split(), start=1)
}
VALUES |= {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "тридцатая": 30, "العشرون": 20}
BEGINS = re.compile(
    r"(?:the )?(?:(?:{tens})[ -]?(?:{units})?|(?:{units})(?: (?:{ten}))?)(?![\w’'])".format(
        tens="|".join(TENS),
        units="|".join(sorted(VALUES, key=len, reverse=True)),
        ten="|".join(ARABIC_TEN),
    ),
    re.I,
)


def value(words: str) -> int | None:
    """Of words that BEGINS matched."""
    words = words.casefold().removeprefix("the ").replace("ё", "е")
    if words in VALUES:
        return VALUES[words]
    pieces = re.split(r"[ -]", words)
    if len(pieces) == 2 and pieces[1] in ARABIC_TEN:
        return VALUES.get(pieces[0], 0) + 10 or None
    if pieces[0] in TENS and len(pieces) == 2:
        return TENS[pieces[0]] + VALUES.get(pieces[1], 0)
    return TENS.get(words)
