from __future__ import annotations

import uuid

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from .document import Document
from .fields import LineField, one_of
from .vocabulary import ImportOutcome, ImportState

IMPORTED = "imported"  # the folder of the storage in which tables are kept


class ImportProfile(models.Model):
    """How the columns of somebody's tables become fields: to be used again for the next one."""

    name = LineField(_("name"), unique=True)
    about = models.TextField(_("what it is for"), blank=True)
    settings = models.JSONField(_("settings"), default=dict)
    changed_by = models.CharField(_("changed by"), max_length=150, blank=True)
    changed_at = models.DateTimeField(_("changed"), db_default=Now(), editable=False)

    class Meta:
        verbose_name = _("import profile")
        verbose_name_plural = _("import profiles")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(name=""),
                name="import_profile_has_a_name",
                violation_error_message=_("Give the profile a name."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Import(models.Model):
    """A table of somebody's that is to become drafts: looked at first, then applied as a whole."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = LineField(_("file"), help_text=_("As it was named when received."))
    size = models.PositiveBigIntegerField(_("size"), help_text=_("In bytes."))
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    profile = models.ForeignKey(
        ImportProfile,
        models.SET_NULL,
        related_name="imports",
        null=True,
        blank=True,
        verbose_name=_("profile"),
    )
    # As used for this file, also when the profile changes later.
    settings = models.JSONField(_("settings"), default=dict)
    publishes = models.BooleanField(
        _("publish"),
        default=False,
        help_text=_("Publish what can be published; an editor answers for it."),
    )
    state = models.CharField(
        _("state"), max_length=10, choices=ImportState, default=ImportState.RECEIVED
    )
    problem = models.TextField(_("what went wrong"), blank=True)
    # Rows by outcome, and by what was made of them.
    counts = models.JSONField(_("rows"), default=dict)
    # How far the work at hand is.
    done = models.PositiveIntegerField(null=True, editable=False)
    total = models.PositiveIntegerField(null=True, editable=False)
    made_by = models.CharField(_("received from"), max_length=150, blank=True)
    made_by_id = models.BigIntegerField(null=True, editable=False)
    made_at = models.DateTimeField(_("received"), db_default=Now(), editable=False)
    applied_by = models.CharField(_("applied by"), max_length=150, blank=True)
    applied_by_id = models.BigIntegerField(null=True, editable=False)
    applied_at = models.DateTimeField(_("applied"), null=True, editable=False)
    # Of the history, by which it can be undone.
    transaction = models.BigIntegerField(null=True, editable=False)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-pk"]
        constraints = [
            one_of("state", ImportState, "import_state_is_known"),
            models.CheckConstraint(
                condition=~models.Q(state=ImportState.APPLIED)
                | models.Q(transaction__isnull=False, applied_at__isnull=False),
                name="applied_import_says_when",
                violation_error_message=_("Say when it was applied, and in which transaction."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def path(self) -> str:
        """Where its bytes are, in the storage."""
        return f"{IMPORTED}/{self.key.hex[:2]}/{self.key.hex}"


class ImportRow(models.Model):
    """A row of a table, what it means, and what is to become of it."""

    import_run = models.ForeignKey(Import, models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField(
        _("row"),
        help_text=_("As a person counts in the file: of CSV the first line, of XLSX the row."),
    )
    outcome = models.CharField(_("outcome"), max_length=7, choices=ImportOutcome)
    is_warned = models.BooleanField(_("with warnings"), default=False)
    # By which it is known again: scheme and number of an identifier, or the number of a document.
    key = models.TextField(_("stable id"), blank=True)
    document = models.ForeignKey(
        Document, models.SET_NULL, related_name="+", null=True, verbose_name=_("document")
    )
    # Of a row that says again what an earlier one said: that row.
    same_as = models.PositiveIntegerField(_("same as row"), null=True)
    cells = models.JSONField(_("cells"), default=dict)  # as they stand in the file, by column
    record = models.JSONField(_("fields"), default=dict)  # what they mean, by field
    differences = models.JSONField(default=dict)  # by field: before, after
    remarks = models.JSONField(default=list)  # of errors and warnings: see importing/remarks.py

    class Meta:
        verbose_name = _("row of an import")
        verbose_name_plural = _("rows of an import")
        ordering = ["import_run", "number"]
        default_permissions = ("view",)
        constraints = [
            one_of("outcome", ImportOutcome, "import_outcome_is_known"),
            models.UniqueConstraint(
                fields=["import_run", "number"],
                name="import_row_stands_once",
                violation_error_message=_("This row is there already."),
            ),
        ]
        indexes = [
            models.Index(fields=["import_run", "outcome", "number"], name="import_row_outcome"),
            models.Index(
                fields=["import_run", "number"],
                condition=models.Q(is_warned=True),
                name="import_row_warned",
            ),
            models.Index(fields=["import_run", "key"], name="import_row_key"),
            models.Index(
                fields=["document"],
                condition=models.Q(document__isnull=False),
                name="import_row_document",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.import_run_id}:{self.number}"
