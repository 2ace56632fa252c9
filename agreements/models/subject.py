from __future__ import annotations

from django.db import models
from django.db.models.functions import MD5
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .name import (
    PlainName,
    in_reader_language,
    mixed_scripts_index,
    reader_language_first,
    search_key_index,
)
from .triggers import recorded


class SubjectQuerySet(models.QuerySet):
    def published(self) -> SubjectQuerySet:
        """Subjects are always public."""
        return self

    def with_names(self) -> SubjectQuerySet:
        return self.prefetch_related("names")

    def with_shown_name(self) -> SubjectQuerySet:
        """With only the name that is shown, for the list of all."""
        shown = SubjectName.objects.order_by(
            "subject_id", "is_variant", reader_language_first(), "pk"
        )
        return self.prefetch_related(models.Prefetch("names", shown.distinct("subject_id")))

    def tops(self) -> SubjectQuerySet:
        return self.filter(parent=None)


class Subject(models.Model):
    """What documents are about: two levels, groups and what stands below them."""

    slug = models.SlugField(_("address word"), max_length=60, unique=True)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        related_name="children",
        null=True,
        blank=True,
        limit_choices_to={"parent": None},
        verbose_name=_("group"),
        help_text=_("Empty for a group."),
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    objects = SubjectQuerySet.as_manager()

    class Meta:
        verbose_name = _("subject")
        verbose_name_plural = _("subjects")
        ordering = ["position", "slug"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(parent=None) | ~models.Q(parent=models.F("pk")),
                name="subject_is_not_its_own_group",
                violation_error_message=_("A subject cannot be its own group."),
            )
        ]
        triggers = recorded("subject id")

    def __str__(self) -> str:
        return str(self.name or self.slug)

    def get_absolute_url(self) -> str:
        return reverse("subject", args=[self.slug])

    @property
    def name(self) -> SubjectName | None:
        return in_reader_language(self.names.all())


class SubjectName(PlainName):
    subject = models.ForeignKey(
        Subject, models.CASCADE, related_name="names", verbose_name=_("subject")
    )

    class Meta:
        verbose_name = _("subject name")
        verbose_name_plural = _("subject names")
        ordering = ["subject", "language"]
        constraints = [
            models.UniqueConstraint(
                fields=["subject", "language"],
                condition=models.Q(is_variant=False),
                name="subject_has_one_name_per_language",
                violation_error_message=_("The subject has a name in this language already."),
            ),
            models.UniqueConstraint(
                "subject",
                "language",
                MD5("text"),
                name="subject_name_stands_once",
                violation_error_message=_("This name is entered already."),
            ),
        ]
        indexes = [
            search_key_index("subject_name_search_key"),
            mixed_scripts_index("subject", "subject_name_mixed_scripts"),
        ]
        triggers = recorded("subject subject_id")
