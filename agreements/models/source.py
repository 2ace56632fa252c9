from __future__ import annotations

import re

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.db.models import Value
from django.db.models.functions import MD5, Concat
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .fields import (
    Fold,
    LanguageField,
    LineField,
    NormalizedText,
    PartialDateField,
    date_check,
    one_of,
)
from .triggers import recorded
from .vocabulary import Stance

# "5", "Article 5", "Статья 5, пункт 2": one word at most before the number.
ARTICLE = re.compile(r"[^\W\d_]*\.?\s*(\d{1,4})\b")


class SourceQuerySet(models.QuerySet):
    def published(self) -> SourceQuerySet:
        """Behind a published record. The kept text is never public, even then."""
        mine = {"source": models.OuterRef("pk")}
        citations = Citation.objects.published().filter(**mine).order_by()
        overrides = self.model._meta.get_field("status_overrides").related_model.objects.filter(
            document__publication_state="published", **mine
        )
        # The first is enough; of an EXISTS the planner makes a walk through all citations.
        return self.alias(first_citation=models.Subquery(citations.values("pk")[:1])).filter(
            models.Q(first_citation__isnull=False) | models.Exists(overrides)
        )


# What a source is searched by.
SAID = Concat("title", Value(" "), "publisher", Value(" "), "url", output_field=models.TextField())


class Source(models.Model):
    """A publication that says something about a document, an event or an agency."""

    publisher = LineField(_("publisher"), blank=True)
    title = LineField(_("title"), blank=True)
    url = models.URLField(_("address"), max_length=2000, blank=True)
    published_on = PartialDateField(_("published"))
    retrieved_on = PartialDateField(_("retrieved"))
    language = LanguageField(blank=True)
    kept_text = NormalizedText(
        _("kept text"),
        blank=True,
        help_text=_(
            "The text as it was when retrieved. Never public; the words cited from it are."
        ),
    )

    objects = SourceQuerySet.as_manager()

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(publisher="", title="", url=""),
                name="source_says_what_it_is",
                violation_error_message=_("Give a publisher, a title or an address."),
            ),
            date_check("published_on", "source_published_on_is_a_date"),
            date_check("retrieved_on", "source_retrieved_on_is_a_date"),
        ]
        indexes = [
            models.Index(models.F("url"), name="source_url"),
            models.Index(
                MD5("kept_text"), condition=~models.Q(kept_text=""), name="source_kept_text"
            ),
            GinIndex(OpClass(Fold(SAID), name="gin_trgm_ops"), name="source_said_trigrams"),
        ]
        triggers = recorded("source id")

    def __str__(self) -> str:
        return ", ".join(part for part in (self.title or self.url, self.publisher) if part)

    def get_absolute_url(self) -> str:
        return reverse("source", args=[self.pk])


CITED = ("document", "event", "agency", "action", "party", "announcement")


class CitationQuerySet(models.QuerySet):
    def published(self) -> CitationQuerySet:
        """Those of published documents and events, and of agencies that are public."""
        public = models.Q()
        for root in ("document", "event", "action__document", "party__document"):
            public |= models.Q(**{f"{root}__publication_state": "published"})
        public |= models.Q(announcement__event__publication_state="published")
        agencies = Citation._meta.get_field("agency").related_model.objects.published()
        return self.filter(public | models.Q(agency__in=agencies))

    def with_records(self) -> CitationQuerySet:
        """With what each says something about, and the names and titles of those."""
        roots = {
            "document": "titles",
            "event": "names",
            "agency": "names",
            "action__document": "titles",
            "party__document": "titles",
            "announcement__event": "names",
        }
        return self.select_related(*roots).prefetch_related(
            *(f"{root}__{names}" for root, names in roots.items())
        )


class Citation(models.Model):
    """Ties words of a source, or an article of a text, to one record and one field of it."""

    source = models.ForeignKey(
        Source,
        models.PROTECT,
        related_name="citations",
        null=True,
        blank=True,
        verbose_name=_("source"),
    )
    text = models.ForeignKey(
        "Text",
        models.PROTECT,
        related_name="citations",
        null=True,
        blank=True,
        verbose_name=_("text"),
        help_text=_("A text that this archive holds, cited by article."),
    )
    article = models.CharField(_("article"), max_length=60, blank=True)
    quote = NormalizedText(_("exact words"), blank=True)
    quote_start = models.PositiveIntegerField(
        _("place in the kept text"),
        null=True,
        blank=True,
        help_text=_("Characters before the first quoted one."),
    )
    document = models.ForeignKey(
        "Document", models.CASCADE, related_name="citations", null=True, blank=True
    )
    event = models.ForeignKey(
        "Event", models.CASCADE, related_name="citations", null=True, blank=True
    )
    agency = models.ForeignKey(
        "Agency", models.CASCADE, related_name="citations", null=True, blank=True
    )
    action = models.ForeignKey(
        "Action", models.CASCADE, related_name="citations", null=True, blank=True
    )
    party = models.ForeignKey(
        "Party", models.CASCADE, related_name="citations", null=True, blank=True
    )
    announcement = models.ForeignKey(
        "Announcement", models.CASCADE, related_name="citations", null=True, blank=True
    )
    field = models.CharField(
        _("field"),
        max_length=60,
        blank=True,
        help_text=_("The field that the words speak of; empty for the record as a whole."),
    )
    stance = models.CharField(_("it"), max_length=7, choices=Stance, default=Stance.STATES)
    value = NormalizedText(_("value that it gives"), blank=True)

    objects = CitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    models.lookups.Exact(
                        models.Func(
                            *CITED, function="num_nonnulls", output_field=models.IntegerField()
                        ),
                        1,
                    )
                ),
                name="citation_belongs_to_one_record",
                violation_error_message=_("A citation belongs to exactly one record."),
            ),
            models.CheckConstraint(
                condition=models.Q(source__isnull=False, text=None)
                | models.Q(source=None, text__isnull=False),
                name="citation_cites_one_thing",
                violation_error_message=_("Cite a source, or a text of this archive; not both."),
            ),
            one_of("stance", Stance, "citation_stance_is_known"),
        ]
        triggers = recorded(
            "document document_id",
            "event event_id",
            "agency agency_id",
            "document action_id agreements_action document_id",
            "document party_id agreements_party document_id",
            "event announcement_id agreements_announcement event_id",
        )

    def __str__(self) -> str:
        return str(self.source or self.text)

    @property
    def record(self) -> models.Model:
        return next(getattr(self, name) for name in CITED if getattr(self, f"{name}_id"))

    @property
    def root(self) -> models.Model:
        """The document, event or agency on whose page it stands."""
        if part := self.action or self.party:
            return part.document
        return self.announcement.event if self.announcement else self.record

    @property
    def text_link(self) -> str:
        """To the article of the text that it cites; empty where readers have no such page, or the
        text's document is not at hand."""
        text = self.text
        if text is None or not text.is_public or "document" not in text._state.fields_cache:
            return ""
        if text.document is None or not text.document.is_published:
            return ""
        article = ARTICLE.match(self.article)
        anchor = f"#article-{int(article[1])}" if article else ""
        return f"{text.get_absolute_url()}{anchor}"

    @property
    def field_words(self) -> str:
        """What a reader calls the field that the words speak of."""
        model = type(self.record)
        try:
            return str(getattr(model._meta.get_field(self.field), "verbose_name", self.field))
        except FieldDoesNotExist:
            return self.field.replace("_", " ")
