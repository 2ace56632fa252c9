"""What languages are called, in the reader's own."""

from django.conf.locale import LANG_INFO
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

# Named in documents of the region, and not known to Django under these codes.
OTHERS = {
    "prs": _("Dari"),
    "ps": _("Pashto"),
    "zh": _("Chinese"),
}
SCRIPTS = {
    "Arab": _("Arabic script"),
    "Cyrl": _("Cyrillic"),
    "Latn": _("Latin script"),
}
RIGHT_TO_LEFT = {"ar", "ckb", "dv", "fa", "he", "prs", "ps", "sd", "ug", "ur", "yi"}


def direction(code: str) -> str:
    """Which way its words run: ``rtl`` or ``ltr``."""
    base, *others = code.split("-")
    scripts = {other for other in others if len(other) == 4}
    is_turned = scripts & {"Arab", "Hebr"} if scripts else base in RIGHT_TO_LEFT
    return "rtl" if is_turned else "ltr"


def name(code: str) -> str:
    """``Tajik`` for ``tg``, ``Uzbek (Cyrillic)`` for ``uz-Cyrl``; the code where it has none."""
    base, _hyphen, script = code.partition("-")
    known = base in LANG_INFO and "name" in LANG_INFO[base]
    words = get_language_info(base)["name_translated"] if known else OTHERS.get(base, base)
    return f"{words} ({SCRIPTS.get(script, script)})" if script else str(words)


def choices() -> list[tuple[str, str]]:
    """Code and name of each language that has one, in the order of the names."""
    codes = {code for code, info in LANG_INFO.items() if "-" not in code and "name" in info}
    return sorted(((code, name(code)) for code in codes | OTHERS.keys()), key=lambda row: row[1])
