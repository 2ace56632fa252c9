from __future__ import annotations

from django.contrib.postgres.functions import RandomUUID
from django.db import connection, models
from django.utils.translation import gettext_lazy as _

TOKENS = "string_agg(token::text, ' ' ORDER BY id)"


class ContentVersion(models.Model):
    """A part of the version of what public pages show; see sql/0012_content_version.sql.

    Derived. There are as many rows as transactions have ever changed content at the same time.
    """

    token = models.UUIDField(db_default=RandomUUID())

    class Meta:
        verbose_name = _("version of the content")
        verbose_name_plural = _("versions of the content")

    def __str__(self) -> str:
        return str(self.token)


def content_version(**settings: str) -> str | None:
    """Another one after every change that a public page can show; None before the first.

    ``settings`` are the database's own; they hold for the rest of the transaction.
    """
    also = ", set_config(%s, %s, true)" * len(settings)
    values = [word for setting in settings.items() for word in setting]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {TOKENS}{also} FROM agreements_contentversion", values)
        return cursor.fetchone()[0]


def content_changed() -> None:
    """For those who write what public pages show without the history's triggers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT agreements_content_changed()")
