"""Files of the inbox with words, as the worker leaves them, and real wordings of treaties."""

from __future__ import annotations

from typing import Any

from agreements.models import File, FileWords, Page
from tests import builders

TITLE = (
    "Agreement between the Government of the Republic of Kazakhstan and the Government of the "
    "Republic of Tajikistan on cooperation in the field of tourism"
)
FIRST = """
AGREEMENT

between the Government of the Republic of Kazakhstan
and the Government of the Republic of Tajikistan
on cooperation in the field of tourism

The Government of the Republic of Kazakhstan and the Government of the Republic of Tajikistan,
hereinafter referred to as the Parties, desiring to develop tourism between the two countries,
have agreed as follows:

Article 1
The Parties shall encourage cooperation between their travel agencies.
"""
LAST = """
DONE at Dushanbe on this 4th day of May, 2023, in two originals, each in the Kazakh, Tajik and
English languages, all texts being equally authentic. In case of any divergence of interpretation
the English text shall prevail.

For the Government                      For the Government
of the Republic of Kazakhstan           of the Republic of Tajikistan
"""
RUSSIAN = """
СОГЛАШЕНИЕ
между Правительством Республики Таджикистан и
Правительством Республики Казахстан
о сотрудничестве в области охраны окружающей среды

Правительство Республики Таджикистан и Правительство Республики Казахстан, именуемые в дальнейшем
Сторонами, согласились о нижеследующем:

Статья 1
Стороны развивают сотрудничество.

Совершено в городе Душанбе «22» декабря 2004 года в двух экземплярах, каждый на таджикском,
казахском и русском языках, причем все тексты имеют одинаковую силу.
"""


def waiting(*pages: str, **values: Any) -> File:
    """A file of the inbox whose words are read."""
    values = {"words_state": "usable" if pages else "no_text_layer", **values}
    file = builders.file(None, pages=len(pages) or 1, **values)
    if pages:
        read_out(file, *pages)
    return file


def read_out(file: File, *pages: str) -> None:
    """As if the worker had read these words."""
    File.objects.filter(pk=file.pk).update(words_state="usable", pages=len(pages))
    Page.objects.bulk_create(
        Page(file=file, number=number, words=words) for number, words in enumerate(pages, 1)
    )
    FileWords.objects.create(file=file, words="\n\n".join(pages), page_starts=[0])
