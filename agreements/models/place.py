from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from .name import (
    DatedName,
    dated_name_constraints,
    mixed_scripts_index,
    named,
    search_key_index,
    shown_name,
)
from .state import State
from .triggers import recorded
from .vocabulary import NameKind


class PlaceQuerySet(models.QuerySet):
    def published(self) -> PlaceQuerySet:
        """Named by a published document or event, or by a body that is public."""
        here = {"place": models.OuterRef("pk")}
        signings = self.related("signings").filter(document__publication_state="published", **here)
        events = self.related("events").published().filter(**here)
        agencies = self.related("agencies").published().filter(**here)
        return self.filter(
            models.Exists(signings) | models.Exists(events) | models.Exists(agencies)
        )

    def related(self, name: str) -> models.QuerySet:
        return self.model._meta.get_field(name).related_model.objects.all()

    def named(self, words: str) -> PlaceQuerySet:
        return named(self, PlaceName, "place", words)

    def with_names(self) -> PlaceQuerySet:
        return self.prefetch_related("names")


class Place(models.Model):
    """A city or another place where something was signed, or that an agency governs."""

    state = models.ForeignKey(
        State, models.PROTECT, related_name="places", verbose_name=_("state"), null=True, blank=True
    )

    objects = PlaceQuerySet.as_manager()

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        triggers = recorded("place id")

    def __str__(self) -> str:
        return str(self.name or self.pk)

    @property
    def name(self) -> PlaceName | None:
        return shown_name(self.names.all(), [NameKind.SHORT, NameKind.OFFICIAL])


class PlaceName(DatedName):
    place = models.ForeignKey(Place, models.CASCADE, related_name="names", verbose_name=_("place"))

    class Meta:
        verbose_name = _("place name")
        verbose_name_plural = _("place names")
        ordering = ["place", "language", "kind", "id"]
        constraints = dated_name_constraints("place")
        indexes = [
            models.Index(fields=["folded"], name="place_name_folded"),
            search_key_index("place_name_search_key"),
            mixed_scripts_index("place", "place_name_mixed_scripts"),
        ]
        triggers = recorded("place place_id")
