from pathlib import Path

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.datetime
import django.db.models.lookups
from django.contrib.postgres.operations import BtreeGistExtension, TrigramExtension
from django.db import migrations, models

import agreements.models.fields
import agreements.models.name

SQL = Path(__file__).parent / "sql"


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        BtreeGistExtension(),
        TrigramExtension(),
        migrations.RunSQL((SQL / "0001_letters.sql").read_text(encoding="utf-8")),
        migrations.RunSQL((SQL / "0001_dates.sql").read_text(encoding="utf-8")),
        migrations.CreateModel(
            name="Agency",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("ministry", "ministry"),
                            ("committee_or_service", "committee or service"),
                            ("head_of_state_office", "head-of-state office"),
                            ("parliament", "parliament"),
                            ("court", "court"),
                            ("central_bank", "central bank"),
                            ("region", "region"),
                            ("city", "city"),
                            ("institute", "institute"),
                            ("university", "university"),
                            ("company", "company"),
                            ("other", "other"),
                        ],
                        max_length=24,
                        verbose_name="kind",
                    ),
                ),
                (
                    "since",
                    agreements.models.fields.PartialDateField(
                        blank=True, max_length=23, null=True, verbose_name="since"
                    ),
                ),
                (
                    "until",
                    agreements.models.fields.PartialDateField(
                        blank=True,
                        help_text="Empty while it exists.",
                        max_length=23,
                        null=True,
                        verbose_name="until",
                    ),
                ),
                (
                    "since_first",
                    models.GeneratedField(
                        db_persist=True,
                        expression=agreements.models.fields.FirstDay(models.F("since")),
                        output_field=models.DateField(null=True),
                    ),
                ),
                (
                    "until_first",
                    models.GeneratedField(
                        db_persist=True,
                        expression=agreements.models.fields.FirstDay(models.F("until")),
                        output_field=models.DateField(null=True),
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="note")),
            ],
            options={
                "verbose_name": "agency",
                "verbose_name_plural": "agencies",
            },
        ),
        migrations.CreateModel(
            name="DocumentType",
            fields=[
                (
                    "code",
                    models.SlugField(
                        max_length=60, primary_key=True, serialize=False, verbose_name="code"
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="In English; shown translated.",
                        max_length=80,
                        verbose_name="name",
                    ),
                ),
                (
                    "ends_with_period",
                    models.BooleanField(
                        default=False,
                        help_text="A plan or a programme: over when the period that it covers is over.",
                        verbose_name="ends with its period",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
            ],
            options={
                "verbose_name": "document type",
                "verbose_name_plural": "document types",
                "ordering": ["position", "code"],
            },
        ),
        migrations.CreateModel(
            name="Event",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "publication_state",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("in_review", "in review"),
                            ("published", "published"),
                            ("withdrawn", "withdrawn"),
                        ],
                        default="draft",
                        max_length=12,
                        verbose_name="publication state",
                    ),
                ),
                (
                    "withdrawal_reason",
                    models.TextField(
                        blank=True,
                        help_text="Public: readers who follow an old link see it.",
                        verbose_name="reason for withdrawal",
                    ),
                ),
                (
                    "is_title_withheld",
                    models.BooleanField(
                        default=False,
                        help_text="For a withdrawn record whose title itself must not show.",
                        verbose_name="withhold the title",
                    ),
                ),
                (
                    "internal_note",
                    models.TextField(
                        blank=True,
                        help_text="Never shown to the public.",
                        verbose_name="internal note",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="created",
                    ),
                ),
                (
                    "changed_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="changed",
                    ),
                ),
                (
                    "version",
                    models.PositiveIntegerField(
                        db_default=0, editable=False, verbose_name="version"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("state_visit", "state visit"),
                            ("official_visit", "official visit"),
                            ("working_visit", "working visit"),
                            ("visit", "visit"),
                            ("summit", "summit"),
                            ("virtual_summit", "virtual summit"),
                            ("talks", "talks"),
                            ("signing_ceremony", "signing ceremony"),
                            ("intergovernmental_commission", "intergovernmental commission"),
                            ("ministerial_meeting", "ministerial meeting"),
                            ("council_session", "council session"),
                            ("forum", "forum"),
                            ("other", "other"),
                        ],
                        default="signing_ceremony",
                        max_length=28,
                        verbose_name="kind",
                    ),
                ),
                (
                    "began_on",
                    agreements.models.fields.PartialDateField(
                        blank=True, max_length=23, null=True, verbose_name="first day"
                    ),
                ),
                (
                    "ended_on",
                    agreements.models.fields.PartialDateField(
                        blank=True,
                        help_text="Empty for a single day.",
                        max_length=23,
                        null=True,
                        verbose_name="last day",
                    ),
                ),
                (
                    "began_first",
                    models.GeneratedField(
                        db_persist=True,
                        expression=agreements.models.fields.FirstDay(models.F("began_on")),
                        output_field=models.DateField(null=True),
                    ),
                ),
                (
                    "began_after",
                    models.GeneratedField(
                        db_persist=True,
                        expression=agreements.models.fields.DayAfter(models.F("began_on")),
                        output_field=models.DateField(null=True),
                    ),
                ),
                (
                    "ended_after",
                    models.GeneratedField(
                        db_persist=True,
                        expression=agreements.models.fields.DayAfter(models.F("ended_on")),
                        output_field=models.DateField(null=True),
                    ),
                ),
                ("public_note", models.TextField(blank=True, verbose_name="public note")),
            ],
            options={
                "verbose_name": "event",
                "verbose_name_plural": "events",
                "permissions": [("publish_event", "Can publish and withdraw events")],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="IdentifierScheme",
            fields=[
                (
                    "code",
                    models.SlugField(
                        max_length=40, primary_key=True, serialize=False, verbose_name="code"
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                (
                    "url_template",
                    models.CharField(
                        blank=True,
                        help_text="With {value} in the place of the number.",
                        max_length=300,
                        verbose_name="address",
                    ),
                ),
            ],
            options={
                "verbose_name": "identifier scheme",
                "verbose_name_plural": "identifier schemes",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="Place",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
            ],
            options={
                "verbose_name": "place",
                "verbose_name_plural": "places",
            },
        ),
        migrations.CreateModel(
            name="Seed",
            fields=[
                ("key", models.TextField(primary_key=True, serialize=False)),
                ("object_id", models.BigIntegerField()),
            ],
            options={
                "verbose_name": "seed",
                "verbose_name_plural": "seeds",
            },
        ),
        migrations.CreateModel(
            name="Document",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "publication_state",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("in_review", "in review"),
                            ("published", "published"),
                            ("withdrawn", "withdrawn"),
                        ],
                        default="draft",
                        max_length=12,
                        verbose_name="publication state",
                    ),
                ),
                (
                    "withdrawal_reason",
                    models.TextField(
                        blank=True,
                        help_text="Public: readers who follow an old link see it.",
                        verbose_name="reason for withdrawal",
                    ),
                ),
                (
                    "is_title_withheld",
                    models.BooleanField(
                        default=False,
                        help_text="For a withdrawn record whose title itself must not show.",
                        verbose_name="withhold the title",
                    ),
                ),
                (
                    "internal_note",
                    models.TextField(
                        blank=True,
                        help_text="Never shown to the public.",
                        verbose_name="internal note",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="created",
                    ),
                ),
                (
                    "changed_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="changed",
                    ),
                ),
                (
                    "version",
                    models.PositiveIntegerField(
                        db_default=0, editable=False, verbose_name="version"
                    ),
                ),
                (
                    "legal_nature",
                    models.CharField(
                        choices=[
                            ("binding_under_international_law", "binding under international law"),
                            ("binding_under_domestic_law", "binding under domestic law"),
                            ("not_legally_binding", "not legally binding"),
                            ("parties_differ", "the parties differ"),
                            ("not_determined", "not determined"),
                        ],
                        default="not_determined",
                        help_text="The name of a document does not decide what it is.",
                        max_length=31,
                        verbose_name="legal nature",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("interstate", "interstate"),
                            ("intergovernmental", "intergovernmental"),
                            ("interagency", "interagency"),
                            ("region", "region"),
                            ("city", "city"),
                            ("institution", "institution"),
                            ("enterprise", "enterprise"),
                        ],
                        help_text="Who speaks to whom.",
                        max_length=17,
                        verbose_name="level",
                    ),
                ),
                (
                    "event_position",
                    models.PositiveSmallIntegerField(
                        default=0,
                        help_text="As the source lists it.",
                        verbose_name="order at the event",
                    ),
                ),
                (
                    "is_signed_by_heads",
                    models.BooleanField(
                        default=False,
                        help_text="The heads' own document, not one signed in their presence.",
                        verbose_name="signed by the heads themselves",
                    ),
                ),
                (
                    "period",
                    agreements.models.fields.PartialDateField(
                        blank=True,
                        help_text="As in “for 2023–2025”; write 2023-2025.",
                        max_length=23,
                        null=True,
                        verbose_name="period covered",
                    ),
                ),
                (
                    "period_first",
                    models.GeneratedField(
                        db_persist=True,
                        expression=agreements.models.fields.FirstDay(models.F("period")),
                        output_field=models.DateField(null=True),
                    ),
                ),
                (
                    "period_after",
                    models.GeneratedField(
                        db_persist=True,
                        expression=agreements.models.fields.DayAfter(models.F("period")),
                        output_field=models.DateField(null=True),
                    ),
                ),
                (
                    "validity",
                    models.CharField(
                        choices=[
                            ("indefinite_until_notice", "indefinite, until notice"),
                            ("fixed_term_then_ends", "fixed term, then ends"),
                            (
                                "fixed_term_renewed_automatically",
                                "fixed term, renewed automatically",
                            ),
                            (
                                "fixed_term_renewable_by_agreement",
                                "fixed term, renewable by agreement",
                            ),
                            ("until_performed", "until performed"),
                            ("one_act", "one act"),
                            ("not_stated", "not stated"),
                            ("not_recorded", "not recorded"),
                        ],
                        default="not_recorded",
                        max_length=33,
                        verbose_name="validity",
                    ),
                ),
                (
                    "term",
                    agreements.models.fields.DurationField(
                        blank=True,
                        help_text="P5Y for five years, P6M for six months.",
                        max_length=8,
                        verbose_name="term",
                    ),
                ),
                (
                    "renewal_term",
                    agreements.models.fields.DurationField(
                        blank=True, max_length=8, verbose_name="renewal term"
                    ),
                ),
                (
                    "notice_period",
                    agreements.models.fields.DurationField(
                        blank=True, max_length=8, verbose_name="notice period"
                    ),
                ),
                (
                    "term_counts_from",
                    models.CharField(
                        choices=[
                            ("entry_into_force", "entry into force"),
                            ("signature", "signature"),
                            ("not_recorded", "not recorded"),
                        ],
                        default="not_recorded",
                        max_length=16,
                        verbose_name="the term counts from",
                    ),
                ),
                (
                    "entry_into_force",
                    models.CharField(
                        choices=[
                            ("on_signature", "on signature"),
                            ("on_a_date", "on a date"),
                            ("on_last_notification", "on the last notification"),
                            (
                                "days_after_last_notification",
                                "a number of days after the last notification",
                            ),
                            ("on_exchange_of_instruments", "on exchange of instruments"),
                            ("on_ratification", "on ratification"),
                            ("other", "otherwise"),
                            ("not_recorded", "not recorded"),
                        ],
                        default="not_recorded",
                        max_length=28,
                        verbose_name="enters into force",
                    ),
                ),
                (
                    "entry_into_force_days",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="days after the last notification"
                    ),
                ),
                (
                    "entry_into_force_date",
                    agreements.models.fields.PartialDateField(
                        blank=True,
                        max_length=23,
                        null=True,
                        verbose_name="agreed date of entry into force",
                    ),
                ),
                (
                    "text_absence",
                    models.CharField(
                        choices=[
                            ("title_only", "title only"),
                            ("text_not_located", "looked for and not located"),
                            ("not_published", "not published by the parties"),
                        ],
                        default="title_only",
                        max_length=16,
                        verbose_name="why there is no text",
                    ),
                ),
                ("summary", models.TextField(blank=True, verbose_name="summary")),
                ("public_note", models.TextField(blank=True, verbose_name="public note")),
                (
                    "signed_on",
                    agreements.models.fields.PartialDateField(
                        blank=True, editable=False, max_length=23, null=True, verbose_name="signed"
                    ),
                ),
                (
                    "signed_first",
                    models.GeneratedField(
                        db_persist=True,
                        expression=agreements.models.fields.FirstDay(models.F("signed_on")),
                        output_field=models.DateField(null=True),
                    ),
                ),
                (
                    "signed_after",
                    models.GeneratedField(
                        db_persist=True,
                        expression=agreements.models.fields.DayAfter(models.F("signed_on")),
                        output_field=models.DateField(null=True),
                    ),
                ),
                (
                    "text_availability",
                    models.CharField(
                        choices=[
                            ("text_here", "text here"),
                            ("text_elsewhere", "text elsewhere"),
                            ("title_only", "title only"),
                            ("text_not_located", "text not located"),
                            ("not_published", "text not published"),
                        ],
                        default="title_only",
                        editable=False,
                        max_length=16,
                        verbose_name="text",
                    ),
                ),
                (
                    "type",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="documents",
                        to="agreements.documenttype",
                        verbose_name="type",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        blank=True,
                        help_text="The occasion on which it was signed, if any.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="documents",
                        to="agreements.event",
                        verbose_name="event",
                    ),
                ),
            ],
            options={
                "verbose_name": "document",
                "verbose_name_plural": "documents",
                "permissions": [("publish_document", "Can publish and withdraw documents")],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Announcement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="number")),
                (
                    "qualifier",
                    models.CharField(
                        choices=[
                            ("exactly", "exactly"),
                            ("more_than", "more than"),
                            ("at_least", "at least"),
                            ("about", "about"),
                            ("up_to", "up to"),
                        ],
                        default="exactly",
                        max_length=9,
                        verbose_name="qualifier",
                    ),
                ),
                (
                    "counts",
                    agreements.models.fields.LineField(
                        help_text="As: documents signed by the ministries and agencies.",
                        verbose_name="what it counts",
                    ),
                ),
                (
                    "includes_heads_documents",
                    models.CharField(
                        choices=[("yes", "yes"), ("no", "no"), ("not_stated", "not stated")],
                        default="not_stated",
                        max_length=10,
                        verbose_name="the heads' own documents are among them",
                    ),
                ),
                (
                    "listed",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="How many of them the source names.",
                        null=True,
                        verbose_name="listed",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="announcements",
                        to="agreements.event",
                        verbose_name="event",
                    ),
                ),
            ],
            options={
                "verbose_name": "announcement",
                "verbose_name_plural": "announcements",
                "ordering": ["event", "id"],
            },
        ),
        migrations.CreateModel(
            name="EventName",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "language",
                    agreements.models.fields.LanguageField(max_length=35, verbose_name="language"),
                ),
                ("text", agreements.models.fields.LineField(verbose_name="name")),
                (
                    "folded",
                    models.GeneratedField(
                        db_persist=True,
                        expression=agreements.models.fields.Fold(models.F("text")),
                        output_field=models.TextField(),
                    ),
                ),
                (
                    "sort_key",
                    models.GeneratedField(
                        db_persist=True,
                        expression=agreements.models.fields.SortKey(
                            models.F("text"), models.F("language")
                        ),
                        output_field=models.TextField(db_collation="C"),
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="names",
                        to="agreements.event",
                        verbose_name="event",
                    ),
                ),
            ],
            options={
                "verbose_name": "event name",
                "verbose_name_plural": "event names",
                "ordering": ["event", "id"],
            },
        ),
        migrations.CreateModel(
            name="Identifier",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("value", agreements.models.fields.LineField(verbose_name="value")),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="identifiers",
                        to="agreements.document",
                        verbose_name="document",
                    ),
                ),
                (
                    "scheme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="identifiers",
                        to="agreements.identifierscheme",
                        verbose_name="scheme",
                    ),
                ),
            ],
            options={
                "verbose_name": "identifier",
                "verbose_name_plural": "identifiers",
                "ordering": ["document", "scheme", "id"],
            },
        ),
        migrations.CreateModel(
            name="MissingValue",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "field",
                    models.CharField(
                        choices=[
                            ("signed_on", "date of signing"),
                            ("place", "place of signing"),
                            ("signatories", "signatories"),
                            ("entry_into_force", "entry into force"),
                            ("validity", "validity"),
                            ("text", "text"),
                        ],
                        max_length=16,
                        verbose_name="what",
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("not_recorded", "not recorded"),
                            ("does_not_apply", "does not apply"),
                            ("looked_for_and_not_found", "looked for and not found"),
                        ],
                        max_length=24,
                        verbose_name="how",
                    ),
                ),
                (
                    "looked_on",
                    models.DateField(blank=True, null=True, verbose_name="looked for on"),
                ),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="note")),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="missing_values",
                        to="agreements.document",
                        verbose_name="document",
                    ),
                ),
            ],
            options={
                "verbose_name": "missing value",
                "verbose_name_plural": "missing values",
                "ordering": ["document", "field"],
            },
        ),
        migrations.CreateModel(
            name="Party",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "side",
                    models.PositiveSmallIntegerField(
                        choices=[(1, "first side"), (2, "second side")], verbose_name="side"
                    ),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(default=0, verbose_name="order on the side"),
                ),
                (
                    "acting_as",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("state", "the state"),
                            ("government", "the Government"),
                            ("head_of_state", "the head of state"),
                        ],
                        help_text="The capacity of a state where no agency is named.",
                        max_length=13,
                        verbose_name="acting as",
                    ),
                ),
                (
                    "name_as_written",
                    agreements.models.fields.LineField(blank=True, verbose_name="name as written"),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("party", "party"),
                            ("on_behalf_of", "on behalf of"),
                            ("territory", "territory to which it applies"),
                        ],
                        default="party",
                        max_length=12,
                        verbose_name="role",
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty where the state itself is the party.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="agreements.agency",
                        verbose_name="agency",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parties",
                        to="agreements.document",
                        verbose_name="document",
                    ),
                ),
            ],
            options={
                "verbose_name": "party",
                "verbose_name_plural": "parties",
                "ordering": ["document", "side", "position", "id"],
            },
        ),
        migrations.CreateModel(
            name="Action",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("initialled", "initialled"),
                            ("signed", "signed"),
                            ("notes_exchanged", "notes exchanged"),
                            ("ratified", "ratified"),
                            ("accepted", "accepted"),
                            ("approved", "approved"),
                            ("acceded", "acceded"),
                            ("succeeded", "succeeded"),
                            ("ceased_to_be_a_party", "ceased to be a party"),
                            ("notified", "notified (internal procedures complete)"),
                            ("instruments_exchanged", "instruments exchanged"),
                            ("provisional_application_began", "provisional application began"),
                            ("provisional_application_ended", "provisional application ended"),
                            ("entered_into_force", "entered into force"),
                            ("registered", "registered"),
                            ("published", "published"),
                            ("suspended", "suspended"),
                            ("resumed", "resumed"),
                            ("notice_of_termination", "notice of termination"),
                            ("corrected", "corrected"),
                        ],
                        max_length=29,
                        verbose_name="step",
                    ),
                ),
                (
                    "side",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[(1, "first side"), (2, "second side")],
                        help_text="Empty where all took it.",
                        null=True,
                        verbose_name="by side",
                    ),
                ),
                (
                    "done_on",
                    agreements.models.fields.PartialDateField(
                        blank=True, max_length=23, null=True, verbose_name="done"
                    ),
                ),
                (
                    "received_on",
                    agreements.models.fields.PartialDateField(
                        blank=True, max_length=23, null=True, verbose_name="received"
                    ),
                ),
                (
                    "effective_on",
                    agreements.models.fields.PartialDateField(
                        blank=True, max_length=23, null=True, verbose_name="takes effect"
                    ),
                ),
                (
                    "done_first",
                    models.GeneratedField(
                        db_persist=True,
                        expression=agreements.models.fields.FirstDay(models.F("done_on")),
                        output_field=models.DateField(null=True),
                    ),
                ),
                (
                    "done_after",
                    models.GeneratedField(
                        db_persist=True,
                        expression=agreements.models.fields.DayAfter(models.F("done_on")),
                        output_field=models.DateField(null=True),
                    ),
                ),
                (
                    "received_first",
                    models.GeneratedField(
                        db_persist=True,
                        expression=agreements.models.fields.FirstDay(models.F("received_on")),
                        output_field=models.DateField(null=True),
                    ),
                ),
                (
                    "received_after",
                    models.GeneratedField(
                        db_persist=True,
                        expression=agreements.models.fields.DayAfter(models.F("received_on")),
                        output_field=models.DateField(null=True),
                    ),
                ),
                (
                    "effective_first",
                    models.GeneratedField(
                        db_persist=True,
                        expression=agreements.models.fields.FirstDay(models.F("effective_on")),
                        output_field=models.DateField(null=True),
                    ),
                ),
                (
                    "effective_after",
                    models.GeneratedField(
                        db_persist=True,
                        expression=agreements.models.fields.DayAfter(models.F("effective_on")),
                        output_field=models.DateField(null=True),
                    ),
                ),
                (
                    "reference",
                    agreements.models.fields.LineField(
                        blank=True,
                        help_text="The law, decree or note that it rests on.",
                        verbose_name="reference",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="note")),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="actions",
                        to="agreements.document",
                        verbose_name="document",
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="actions",
                        to="agreements.party",
                        verbose_name="by party",
                    ),
                ),
            ],
            options={
                "verbose_name": "action",
                "verbose_name_plural": "actions",
                "ordering": [
                    "document",
                    models.OrderBy(models.F("done_first"), nulls_last=True),
                    "id",
                ],
            },
        ),
        migrations.AddField(
            model_name="event",
            name="place",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="events",
                to="agreements.place",
                verbose_name="place",
            ),
        ),
        migrations.AddField(
            model_name="agency",
            name="place",
            field=models.ForeignKey(
                blank=True,
                help_text="For a city or a region: the place that it governs.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="agencies",
                to="agreements.place",
                verbose_name="place",
            ),
        ),
        migrations.CreateModel(
            name="PlaceName",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "language",
                    agreements.models.fields.LanguageField(max_length=35, verbose_name="language"),
                ),
                ("text", agreements.models.fields.LineField(verbose_name="name")),
                (
                    "folded",
                    models.GeneratedField(
                        db_persist=True,
                        expression=agreements.models.fields.Fold(models.F("text")),
                        output_field=models.TextField(),
                    ),
                ),
                (
                    "sort_key",
                    models.GeneratedField(
                        db_persist=True,
                        expression=agreements.models.fields.SortKey(
                            models.F("text"), models.F("language")
                        ),
                        output_field=models.TextField(db_collation="C"),
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("short", "short name"),
                            ("official", "official name"),
                            ("former", "former name"),
                            ("abbreviation", "abbreviation"),
                            ("other", "other name"),
                        ],
                        default="official",
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                (
                    "since",
                    agreements.models.fields.PartialDateField(
                        blank=True, max_length=23, null=True, verbose_name="since"
                    ),
                ),
                (
                    "until",
                    agreements.models.fields.PartialDateField(
                        blank=True,
                        help_text="The date from which it is no longer borne; empty while it is.",
                        max_length=23,
                        null=True,
                        verbose_name="until",
                    ),
                ),
                (
                    "valid",
                    models.GeneratedField(
                        db_persist=True,
                        expression=agreements.models.name.EdtfPeriod(
                            models.F("since"), models.F("until")
                        ),
                        output_field=django.contrib.postgres.fields.ranges.DateRangeField(
                            null=True
                        ),
                    ),
                ),
                (
                    "is_preferred",
                    models.BooleanField(
                        default=False,
                        help_text="The one to show, where several names of this kind and language hold at once.",
                        verbose_name="preferred",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="names",
                        to="agreements.place",
                        verbose_name="place",
                    ),
                ),
            ],
            options={
                "verbose_name": "place name",
                "verbose_name_plural": "place names",
                "ordering": ["place", "language", "kind", "id"],
            },
        ),
        migrations.CreateModel(
            name="Relation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("amends", "amends"),
                            ("supplements", "supplements"),
                            ("extends", "extends"),
                            ("implements", "implements"),
                            ("supersedes", "supersedes"),
                            ("terminates", "terminates"),
                            ("suspends", "suspends"),
                            ("corrects", "corrects"),
                            ("annexed_to", "is annexed to"),
                            ("follows_up", "follows up"),
                            ("cites", "cites"),
                        ],
                        max_length=11,
                        verbose_name="it",
                    ),
                ),
                (
                    "target_text",
                    agreements.models.fields.LineField(
                        blank=True,
                        help_text="While this archive does not hold the other one.",
                        verbose_name="in words",
                    ),
                ),
                (
                    "effective_on",
                    agreements.models.fields.PartialDateField(
                        blank=True, max_length=23, null=True, verbose_name="takes effect"
                    ),
                ),
                (
                    "effective_first",
                    models.GeneratedField(
                        db_persist=True,
                        expression=agreements.models.fields.FirstDay(models.F("effective_on")),
                        output_field=models.DateField(null=True),
                    ),
                ),
                (
                    "effective_after",
                    models.GeneratedField(
                        db_persist=True,
                        expression=agreements.models.fields.DayAfter(models.F("effective_on")),
                        output_field=models.DateField(null=True),
                    ),
                ),
                (
                    "extent",
                    agreements.models.fields.LineField(
                        blank=True,
                        help_text="The articles, where not the whole.",
                        verbose_name="extent",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="relations",
                        to="agreements.document",
                        verbose_name="document",
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="inverse_relations",
                        to="agreements.document",
                        verbose_name="document of this archive",
                    ),
                ),
            ],
            options={
                "verbose_name": "relation",
                "verbose_name_plural": "relations",
                "ordering": ["document", "id"],
            },
        ),
        migrations.CreateModel(
            name="ResponsibleBody",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "side",
                    models.PositiveSmallIntegerField(
                        choices=[(1, "first side"), (2, "second side")], verbose_name="side"
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="responsibilities",
                        to="agreements.agency",
                        verbose_name="agency",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="responsible_bodies",
                        to="agreements.document",
                        verbose_name="document",
                    ),
                ),
            ],
            options={
                "verbose_name": "responsible body",
                "verbose_name_plural": "responsible bodies",
                "ordering": ["document", "side", "id"],
            },
        ),
        migrations.CreateModel(
            name="Signing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "signed_on",
                    agreements.models.fields.PartialDateField(
                        blank=True, max_length=23, null=True, verbose_name="date"
                    ),
                ),
                (
                    "signed_first",
                    models.GeneratedField(
                        db_persist=True,
                        expression=agreements.models.fields.FirstDay(models.F("signed_on")),
                        output_field=models.DateField(null=True),
                    ),
                ),
                (
                    "signed_after",
                    models.GeneratedField(
                        db_persist=True,
                        expression=agreements.models.fields.DayAfter(models.F("signed_on")),
                        output_field=models.DateField(null=True),
                    ),
                ),
                (
                    "note_number",
                    models.CharField(
                        blank=True,
                        help_text="In an exchange of notes.",
                        max_length=60,
                        verbose_name="note number",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="signings",
                        to="agreements.document",
                        verbose_name="document",
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty where all signed together.",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="signings",
                        to="agreements.party",
                        verbose_name="by",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="signings",
                        to="agreements.place",
                        verbose_name="place",
                    ),
                ),
            ],
            options={
                "verbose_name": "signing",
                "verbose_name_plural": "signings",
                "ordering": ["document", "signed_first", "id"],
            },
        ),
        migrations.CreateModel(
            name="Signatory",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("person", agreements.models.fields.LineField(verbose_name="person")),
                (
                    "office",
                    agreements.models.fields.LineField(blank=True, verbose_name="office as stated"),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="signatories",
                        to="agreements.document",
                        verbose_name="document",
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="signatories",
                        to="agreements.party",
                        verbose_name="for",
                    ),
                ),
                (
                    "signing",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty where there is only one.",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="signatories",
                        to="agreements.signing",
                        verbose_name="signing",
                    ),
                ),
            ],
            options={
                "verbose_name": "signatory",
                "verbose_name_plural": "signatories",
                "ordering": ["document", "id"],
            },
        ),
        migrations.CreateModel(
            name="Source",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "publisher",
                    agreements.models.fields.LineField(blank=True, verbose_name="publisher"),
                ),
                ("title", agreements.models.fields.LineField(blank=True, verbose_name="title")),
                ("url", models.URLField(blank=True, max_length=2000, verbose_name="address")),
                (
                    "published_on",
                    agreements.models.fields.PartialDateField(
                        blank=True, max_length=23, null=True, verbose_name="published"
                    ),
                ),
                (
                    "retrieved_on",
                    agreements.models.fields.PartialDateField(
                        blank=True, max_length=23, null=True, verbose_name="retrieved"
                    ),
                ),
                (
                    "language",
                    agreements.models.fields.LanguageField(
                        blank=True, max_length=35, verbose_name="language"
                    ),
                ),
                (
                    "kept_text",
                    agreements.models.fields.NormalizedText(
                        blank=True,
                        help_text="The text as it was when retrieved. Never public; the words cited from it are.",
                        verbose_name="kept text",
                    ),
                ),
            ],
            options={
                "verbose_name": "source",
                "verbose_name_plural": "sources",
                "indexes": [models.Index(models.F("url"), name="source_url")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("publisher", ""), ("title", ""), ("url", ""), _negated=True
                        ),
                        name="source_says_what_it_is",
                        violation_error_message="Give a publisher, a title or an address.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("published_on__isnull", True),
                            agreements.models.fields.IsDate(models.F("published_on")),
                            _connector="OR",
                        ),
                        name="source_published_on_is_a_date",
                        violation_error_message="This is no date. Write 2023, 2023-05 or 2023-05-04.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("retrieved_on__isnull", True),
                            agreements.models.fields.IsDate(models.F("retrieved_on")),
                            _connector="OR",
                        ),
                        name="source_retrieved_on_is_a_date",
                        violation_error_message="This is no date. Write 2023, 2023-05 or 2023-05-04.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="State",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        help_text="Two letters (ISO 3166-1) for a current state, four (ISO 3166-3) for a former one, x- and a word for what has no code. In small letters.",
                        max_length=20,
                        unique=True,
                        verbose_name="code",
                    ),
                ),
                (
                    "alpha3",
                    models.CharField(blank=True, max_length=3, verbose_name="three-letter code"),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("state", "state"),
                            ("territory", "territory"),
                            ("organisation", "international organisation"),
                        ],
                        default="state",
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                (
                    "since",
                    agreements.models.fields.PartialDateField(
                        blank=True, max_length=23, null=True, verbose_name="since"
                    ),
                ),
                (
                    "until",
                    agreements.models.fields.PartialDateField(
                        blank=True,
                        help_text="Empty while it exists.",
                        max_length=23,
                        null=True,
                        verbose_name="until",
                    ),
                ),
                (
                    "since_first",
                    models.GeneratedField(
                        db_persist=True,
                        expression=agreements.models.fields.FirstDay(models.F("since")),
                        output_field=models.DateField(null=True),
                    ),
                ),
                (
                    "until_first",
                    models.GeneratedField(
                        db_persist=True,
                        expression=agreements.models.fields.FirstDay(models.F("until")),
                        output_field=models.DateField(null=True),
                    ),
                ),
            ],
            options={
                "verbose_name": "state",
                "verbose_name_plural": "states",
                "ordering": ["code"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("code__regex", "^([a-z]{2}|[a-z]{4}|x-[a-z]+(-[a-z]+)*)$")
                        ),
                        name="state_code_has_form",
                        violation_error_message="A code is two small letters (tj), four for a former state (suhh), or x- and a word (x-zanzibar).",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("alpha3", ""), _negated=True),
                        fields=("alpha3",),
                        name="state_alpha3_is_unique",
                        violation_error_message="Another state has this three-letter code.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["state", "territory", "organisation"])),
                        name="state_kind_is_known",
                        violation_error_message="This value is not in the vocabulary.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("since__isnull", True),
                            agreements.models.fields.IsDate(models.F("since")),
                            _connector="OR",
                        ),
                        name="state_since_is_a_date",
                        violation_error_message="This is no date. Write 2023, 2023-05 or 2023-05-04.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until__isnull", True),
                            agreements.models.fields.IsDate(models.F("until")),
                            _connector="OR",
                        ),
                        name="state_until_is_a_date",
                        violation_error_message="This is no date. Write 2023, 2023-05 or 2023-05-04.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until_first__gte", models.F("since_first")),
                            ("until_first__isnull", True),
                            ("since_first__isnull", True),
                            _connector="OR",
                        ),
                        name="state_ends_after_it_begins",
                        violation_error_message="It cannot end before it begins.",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="signing",
            name="state",
            field=models.ForeignKey(
                blank=True,
                help_text="Where the place is not known, but the state is.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="signings_held",
                to="agreements.state",
                verbose_name="state",
            ),
        ),
        migrations.AddField(
            model_name="place",
            name="state",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="places",
                to="agreements.state",
                verbose_name="state",
            ),
        ),
        migrations.AddField(
            model_name="party",
            name="state",
            field=models.ForeignKey(
                blank=True,
                help_text="May stay open in a draft only.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="parties",
                to="agreements.state",
                verbose_name="state",
            ),
        ),
        migrations.AddField(
            model_name="event",
            name="state",
            field=models.ForeignKey(
                blank=True,
                help_text="Where no city is stated.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="events_held",
                to="agreements.state",
                verbose_name="state where it was held",
            ),
        ),
        migrations.CreateModel(
            name="Delegation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[("host", "host"), ("guest", "guest"), ("party", "party")],
                        default="party",
                        max_length=5,
                        verbose_name="role",
                    ),
                ),
                ("head", agreements.models.fields.LineField(blank=True, verbose_name="headed by")),
                (
                    "office",
                    agreements.models.fields.LineField(blank=True, verbose_name="office as stated"),
                ),
                (
                    "is_head_present",
                    models.CharField(
                        choices=[("yes", "yes"), ("no", "no"), ("not_stated", "not stated")],
                        default="not_stated",
                        help_text="Whether the documents were signed in the presence of the head.",
                        max_length=10,
                        verbose_name="present at the signing",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="delegations",
                        to="agreements.event",
                        verbose_name="event",
                    ),
                ),
                (
                    "state",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="delegations",
                        to="agreements.state",
                        verbose_name="state",
                    ),
                ),
            ],
            options={
                "verbose_name": "delegation",
                "verbose_name_plural": "delegations",
                "ordering": ["event", "id"],
            },
        ),
        migrations.AddField(
            model_name="agency",
            name="state",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="agencies",
                to="agreements.state",
                verbose_name="state",
            ),
        ),
        migrations.CreateModel(
            name="StateName",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "language",
                    agreements.models.fields.LanguageField(max_length=35, verbose_name="language"),
                ),
                ("text", agreements.models.fields.LineField(verbose_name="name")),
                (
                    "folded",
                    models.GeneratedField(
                        db_persist=True,
                        expression=agreements.models.fields.Fold(models.F("text")),
                        output_field=models.TextField(),
                    ),
                ),
                (
                    "sort_key",
                    models.GeneratedField(
                        db_persist=True,
                        expression=agreements.models.fields.SortKey(
                            models.F("text"), models.F("language")
                        ),
                        output_field=models.TextField(db_collation="C"),
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("short", "short name"),
                            ("official", "official name"),
                            ("former", "former name"),
                            ("abbreviation", "abbreviation"),
                            ("other", "other name"),
                        ],
                        default="official",
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                (
                    "since",
                    agreements.models.fields.PartialDateField(
                        blank=True, max_length=23, null=True, verbose_name="since"
                    ),
                ),
                (
                    "until",
                    agreements.models.fields.PartialDateField(
                        blank=True,
                        help_text="The date from which it is no longer borne; empty while it is.",
                        max_length=23,
                        null=True,
                        verbose_name="until",
                    ),
                ),
                (
                    "valid",
                    models.GeneratedField(
                        db_persist=True,
                        expression=agreements.models.name.EdtfPeriod(
                            models.F("since"), models.F("until")
                        ),
                        output_field=django.contrib.postgres.fields.ranges.DateRangeField(
                            null=True
                        ),
                    ),
                ),
                (
                    "is_preferred",
                    models.BooleanField(
                        default=False,
                        help_text="The one to show, where several names of this kind and language hold at once.",
                        verbose_name="preferred",
                    ),
                ),
                (
                    "state",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="names",
                        to="agreements.state",
                        verbose_name="state",
                    ),
                ),
            ],
            options={
                "verbose_name": "state name",
                "verbose_name_plural": "state names",
                "ordering": ["state", "language", "kind", "id"],
            },
        ),
        migrations.CreateModel(
            name="StateSuccession",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "succeeded_on",
                    agreements.models.fields.PartialDateField(
                        blank=True, max_length=23, null=True, verbose_name="date"
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="note")),
                (
                    "predecessor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="successions",
                        to="agreements.state",
                        verbose_name="predecessor",
                    ),
                ),
                (
                    "successor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="precessions",
                        to="agreements.state",
                        verbose_name="successor",
                    ),
                ),
            ],
            options={
                "verbose_name": "state succession",
                "verbose_name_plural": "state successions",
            },
        ),
        migrations.CreateModel(
            name="StatusOverride",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("signed", "signed, not yet in force"),
                            ("provisionally_applied", "provisionally applied"),
                            ("in_force", "in force"),
                            ("suspended", "suspended"),
                            ("expired", "expired"),
                            ("terminated", "terminated"),
                            ("superseded", "superseded"),
                            ("never_entered_into_force", "never entered into force"),
                            ("unknown", "entry into force not recorded"),
                        ],
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                (
                    "effective_on",
                    agreements.models.fields.PartialDateField(
                        blank=True, max_length=23, null=True, verbose_name="from"
                    ),
                ),
                (
                    "effective_first",
                    models.GeneratedField(
                        db_persist=True,
                        expression=agreements.models.fields.FirstDay(models.F("effective_on")),
                        output_field=models.DateField(null=True),
                    ),
                ),
                (
                    "effective_after",
                    models.GeneratedField(
                        db_persist=True,
                        expression=agreements.models.fields.DayAfter(models.F("effective_on")),
                        output_field=models.DateField(null=True),
                    ),
                ),
                ("reason", agreements.models.fields.LineField(verbose_name="reason")),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="status_overrides",
                        to="agreements.document",
                        verbose_name="document",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="status_overrides",
                        to="agreements.source",
                        verbose_name="source",
                    ),
                ),
            ],
            options={
                "verbose_name": "status override",
                "verbose_name_plural": "status overrides",
                "ordering": ["document", "effective_first", "id"],
            },
        ),
        migrations.CreateModel(
            name="StatusPeriod",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("signed", "signed, not yet in force"),
                            ("provisionally_applied", "provisionally applied"),
                            ("in_force", "in force"),
                            ("suspended", "suspended"),
                            ("expired", "expired"),
                            ("terminated", "terminated"),
                            ("superseded", "superseded"),
                            ("never_entered_into_force", "never entered into force"),
                            ("unknown", "entry into force not recorded"),
                        ],
                        max_length=24,
                    ),
                ),
                ("during", django.contrib.postgres.fields.ranges.DateRangeField()),
                (
                    "basis",
                    models.CharField(
                        choices=[
                            ("signature", "signature"),
                            ("nothing_recorded", "nothing recorded"),
                            ("awaiting_step", "a step that has not been recorded yet"),
                            ("agreed_date", "the agreed date"),
                            ("notification", "the last notification"),
                            ("exchange", "exchange of instruments"),
                            ("ratification", "ratification"),
                            ("entry_into_force", "entry into force, as recorded"),
                            ("provisional_application", "provisional application"),
                            ("suspension", "suspension"),
                            ("resumption", "resumption"),
                            ("end_of_term", "the end of its term"),
                            ("end_of_period", "the end of the period covered"),
                            ("notice", "notice of termination"),
                            ("withdrawal", "a party ceased to be one"),
                            ("terminated_by", "a document that terminates it"),
                            ("superseded_by", "a document that supersedes it"),
                            ("override", "an editor's decision, with its source"),
                        ],
                        max_length=23,
                    ),
                ),
                ("is_certain", models.BooleanField()),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="status_periods",
                        to="agreements.document",
                    ),
                ),
            ],
            options={
                "verbose_name": "status period",
                "verbose_name_plural": "status periods",
                "ordering": ["document", "during", "id"],
            },
        ),
        migrations.CreateModel(
            name="Subject",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("slug", models.SlugField(max_length=60, unique=True, verbose_name="address word")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty for a group.",
                        limit_choices_to={"parent": None},
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="agreements.subject",
                        verbose_name="group",
                    ),
                ),
            ],
            options={
                "verbose_name": "subject",
                "verbose_name_plural": "subjects",
                "ordering": ["position", "slug"],
            },
        ),
        migrations.AddField(
            model_name="document",
            name="subjects",
            field=models.ManyToManyField(
                blank=True,
                related_name="documents",
                to="agreements.subject",
                verbose_name="subjects",
            ),
        ),
        migrations.CreateModel(
            name="SubjectName",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "language",
                    agreements.models.fields.LanguageField(max_length=35, verbose_name="language"),
                ),
                ("text", agreements.models.fields.LineField(verbose_name="name")),
                (
                    "folded",
                    models.GeneratedField(
                        db_persist=True,
                        expression=agreements.models.fields.Fold(models.F("text")),
                        output_field=models.TextField(),
                    ),
                ),
                (
                    "sort_key",
                    models.GeneratedField(
                        db_persist=True,
                        expression=agreements.models.fields.SortKey(
                            models.F("text"), models.F("language")
                        ),
                        output_field=models.TextField(db_collation="C"),
                    ),
                ),
                (
                    "subject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="names",
                        to="agreements.subject",
                        verbose_name="subject",
                    ),
                ),
            ],
            options={
                "verbose_name": "subject name",
                "verbose_name_plural": "subject names",
                "ordering": ["subject", "language"],
            },
        ),
        migrations.CreateModel(
            name="Text",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "language",
                    agreements.models.fields.LanguageField(max_length=35, verbose_name="language"),
                ),
                (
                    "role",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("authentic", "authentic"),
                            ("prevails", "authentic, prevails in case of doubt"),
                            ("official_translation", "official translation"),
                            ("unofficial_translation", "unofficial translation"),
                            ("machine_translation", "machine translation"),
                        ],
                        help_text="Empty where it is not known.",
                        max_length=22,
                        verbose_name="role",
                    ),
                ),
                ("body", agreements.models.fields.NormalizedText(blank=True, verbose_name="text")),
                ("url", models.URLField(blank=True, max_length=2000, verbose_name="address")),
                (
                    "origin",
                    agreements.models.fields.LineField(
                        blank=True, verbose_name="where it comes from"
                    ),
                ),
                (
                    "is_public",
                    models.BooleanField(
                        default=True,
                        help_text="Off: held here, but not shown to the public.",
                        verbose_name="public",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="texts",
                        to="agreements.document",
                        verbose_name="document",
                    ),
                ),
            ],
            options={
                "verbose_name": "text",
                "verbose_name_plural": "texts",
                "ordering": ["document", "id"],
            },
        ),
        migrations.CreateModel(
            name="Citation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("article", models.CharField(blank=True, max_length=60, verbose_name="article")),
                (
                    "quote",
                    agreements.models.fields.NormalizedText(blank=True, verbose_name="exact words"),
                ),
                (
                    "quote_start",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Characters before the first quoted one.",
                        null=True,
                        verbose_name="place in the kept text",
                    ),
                ),
                (
                    "field",
                    models.CharField(
                        blank=True,
                        help_text="The field that the words speak of; empty for the record as a whole.",
                        max_length=60,
                        verbose_name="field",
                    ),
                ),
                (
                    "stance",
                    models.CharField(
                        choices=[
                            ("states", "states"),
                            ("agrees", "agrees"),
                            ("differs", "differs"),
                        ],
                        default="states",
                        max_length=7,
                        verbose_name="it",
                    ),
                ),
                (
                    "value",
                    agreements.models.fields.NormalizedText(
                        blank=True, verbose_name="value that it gives"
                    ),
                ),
                (
                    "action",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="agreements.action",
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="agreements.agency",
                    ),
                ),
                (
                    "announcement",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="agreements.announcement",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="agreements.document",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="agreements.event",
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="agreements.party",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="citations",
                        to="agreements.source",
                        verbose_name="source",
                    ),
                ),
                (
                    "text",
                    models.ForeignKey(
                        blank=True,
                        help_text="A text that this archive holds, cited by article.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="citations",
                        to="agreements.text",
                        verbose_name="text",
                    ),
                ),
            ],
            options={
                "verbose_name": "citation",
                "verbose_name_plural": "citations",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="AgencyName",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "language",
                    agreements.models.fields.LanguageField(max_length=35, verbose_name="language"),
                ),
                ("text", agreements.models.fields.LineField(verbose_name="name")),
                (
                    "folded",
                    models.GeneratedField(
                        db_persist=True,
                        expression=agreements.models.fields.Fold(models.F("text")),
                        output_field=models.TextField(),
                    ),
                ),
                (
                    "sort_key",
                    models.GeneratedField(
                        db_persist=True,
                        expression=agreements.models.fields.SortKey(
                            models.F("text"), models.F("language")
                        ),
                        output_field=models.TextField(db_collation="C"),
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("short", "short name"),
                            ("official", "official name"),
                            ("former", "former name"),
                            ("abbreviation", "abbreviation"),
                            ("other", "other name"),
                        ],
                        default="official",
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                (
                    "since",
                    agreements.models.fields.PartialDateField(
                        blank=True, max_length=23, null=True, verbose_name="since"
                    ),
                ),
                (
                    "until",
                    agreements.models.fields.PartialDateField(
                        blank=True,
                        help_text="The date from which it is no longer borne; empty while it is.",
                        max_length=23,
                        null=True,
                        verbose_name="until",
                    ),
                ),
                (
                    "valid",
                    models.GeneratedField(
                        db_persist=True,
                        expression=agreements.models.name.EdtfPeriod(
                            models.F("since"), models.F("until")
                        ),
                        output_field=django.contrib.postgres.fields.ranges.DateRangeField(
                            null=True
                        ),
                    ),
                ),
                (
                    "is_preferred",
                    models.BooleanField(
                        default=False,
                        help_text="The one to show, where several names of this kind and language hold at once.",
                        verbose_name="preferred",
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="names",
                        to="agreements.agency",
                        verbose_name="agency",
                    ),
                ),
            ],
            options={
                "verbose_name": "agency name",
                "verbose_name_plural": "agency names",
                "ordering": ["agency", "language", "kind", "id"],
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["folded"], name="agency_name_trigrams", opclasses=["gin_trgm_ops"]
                    ),
                    models.Index(fields=["sort_key"], name="agency_name_sort_key"),
                ],
                "constraints": [
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("is_preferred", True)),
                        expressions=[
                            ("agency", "="),
                            ("language", "="),
                            ("kind", "="),
                            ("valid", "&&"),
                        ],
                        name="agency_has_one_preferred_name_at_a_time",
                        violation_error_message="Another preferred name of this kind and language holds at that time.",
                    ),
                    models.UniqueConstraint(
                        fields=("agency", "language", "kind", "text", "since"),
                        name="agency_name_stands_once",
                        nulls_distinct=False,
                        violation_error_message="This name is entered already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["short", "official", "former", "abbreviation", "other"])
                        ),
                        name="agency_name_kind_is_known",
                        violation_error_message="This value is not in the vocabulary.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("since__isnull", True),
                            agreements.models.fields.IsDate(models.F("since")),
                            _connector="OR",
                        ),
                        name="agency_name_since_is_a_date",
                        violation_error_message="This is no date. Write 2023, 2023-05 or 2023-05-04.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until__isnull", True),
                            agreements.models.fields.IsDate(models.F("until")),
                            _connector="OR",
                        ),
                        name="agency_name_until_is_a_date",
                        violation_error_message="This is no date. Write 2023, 2023-05 or 2023-05-04.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="agency_name_is_not_empty",
                        violation_error_message="Write the name.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AgencyParent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "under",
                    models.CharField(
                        choices=[
                            ("agency", "another agency"),
                            ("government", "the Government"),
                            ("head_of_state", "the head of state"),
                        ],
                        default="agency",
                        max_length=13,
                        verbose_name="under",
                    ),
                ),
                (
                    "since",
                    agreements.models.fields.PartialDateField(
                        blank=True, max_length=23, null=True, verbose_name="since"
                    ),
                ),
                (
                    "until",
                    agreements.models.fields.PartialDateField(
                        blank=True, max_length=23, null=True, verbose_name="until"
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parents",
                        to="agreements.agency",
                        verbose_name="agency",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="agreements.agency",
                        verbose_name="parent agency",
                    ),
                ),
            ],
            options={
                "verbose_name": "parent",
                "verbose_name_plural": "parents",
                "ordering": ["agency", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("parent__isnull", False), ("under", "agency")),
                            models.Q(
                                ("parent", None), ("under__in", ["government", "head_of_state"])
                            ),
                            _connector="OR",
                        ),
                        name="agency_parent_is_an_agency_or_the_state",
                        violation_error_message="Name the parent agency, or say that it stands under the Government or the head of state; not both.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("agency", models.F("parent")), _negated=True),
                            ("parent", None),
                            _connector="OR",
                        ),
                        name="agency_is_not_under_itself",
                        violation_error_message="An agency cannot stand under itself.",
                    ),
                    models.UniqueConstraint(
                        fields=("agency", "under", "parent", "since"),
                        name="agency_parent_stands_once",
                        nulls_distinct=False,
                        violation_error_message="This parent is entered already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("since__isnull", True),
                            agreements.models.fields.IsDate(models.F("since")),
                            _connector="OR",
                        ),
                        name="agency_parent_since_is_a_date",
                        violation_error_message="This is no date. Write 2023, 2023-05 or 2023-05-04.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until__isnull", True),
                            agreements.models.fields.IsDate(models.F("until")),
                            _connector="OR",
                        ),
                        name="agency_parent_until_is_a_date",
                        violation_error_message="This is no date. Write 2023, 2023-05 or 2023-05-04.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AgencySuccession",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "succeeded_on",
                    agreements.models.fields.PartialDateField(
                        blank=True, max_length=23, null=True, verbose_name="date"
                    ),
                ),
                (
                    "is_partial",
                    models.BooleanField(
                        default=False,
                        help_text="Only some of its tasks were taken over.",
                        verbose_name="in part",
                    ),
                ),
                (
                    "predecessor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="successions",
                        to="agreements.agency",
                        verbose_name="predecessor",
                    ),
                ),
                (
                    "successor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="precessions",
                        to="agreements.agency",
                        verbose_name="successor",
                    ),
                ),
            ],
            options={
                "verbose_name": "agency succession",
                "verbose_name_plural": "agency successions",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("predecessor", "successor"),
                        name="agency_succession_stands_once",
                        violation_error_message="This succession is entered already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("predecessor", models.F("successor")), _negated=True),
                        name="agency_does_not_succeed_itself",
                        violation_error_message="An agency cannot succeed itself.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("succeeded_on__isnull", True),
                            agreements.models.fields.IsDate(models.F("succeeded_on")),
                            _connector="OR",
                        ),
                        name="agency_succession_date_is_a_date",
                        violation_error_message="This is no date. Write 2023, 2023-05 or 2023-05-04.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DocumentTitle",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "language",
                    agreements.models.fields.LanguageField(max_length=35, verbose_name="language"),
                ),
                ("text", agreements.models.fields.LineField(verbose_name="name")),
                (
                    "folded",
                    models.GeneratedField(
                        db_persist=True,
                        expression=agreements.models.fields.Fold(models.F("text")),
                        output_field=models.TextField(),
                    ),
                ),
                (
                    "sort_key",
                    models.GeneratedField(
                        db_persist=True,
                        expression=agreements.models.fields.SortKey(
                            models.F("text"), models.F("language")
                        ),
                        output_field=models.TextField(db_collation="C"),
                    ),
                ),
                (
                    "worded_by",
                    models.CharField(
                        choices=[
                            ("side_1", "the first side"),
                            ("side_2", "the second side"),
                            ("both", "both sides"),
                            ("source", "a source"),
                            ("archive", "this archive"),
                        ],
                        default="source",
                        max_length=7,
                        verbose_name="worded by",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="titles",
                        to="agreements.document",
                        verbose_name="document",
                    ),
                ),
            ],
            options={
                "verbose_name": "title",
                "verbose_name_plural": "titles",
                "ordering": ["document", "id"],
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["folded"], name="title_folded_trigrams", opclasses=["gin_trgm_ops"]
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("document", "language", "worded_by"),
                        name="document_has_one_title_per_language_and_wording",
                        violation_error_message="There is a title in this language and wording already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("worded_by__in", ["side_1", "side_2", "both", "source", "archive"])
                        ),
                        name="title_wording_is_known",
                        violation_error_message="This value is not in the vocabulary.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="title_is_not_empty",
                        violation_error_message="Write the title.",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="announcement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("qualifier__in", ["exactly", "more_than", "at_least", "about", "up_to"])
                ),
                name="announcement_qualifier_is_known",
                violation_error_message="This value is not in the vocabulary.",
            ),
        ),
        migrations.AddConstraint(
            model_name="announcement",
            constraint=models.CheckConstraint(
                condition=models.Q(("includes_heads_documents__in", ["yes", "no", "not_stated"])),
                name="announcement_scope_is_known",
                violation_error_message="This value is not in the vocabulary.",
            ),
        ),
        migrations.AddConstraint(
            model_name="announcement",
            constraint=models.CheckConstraint(
                condition=models.Q(("number__gte", 1)),
                name="announcement_counts_something",
                violation_error_message="The number announced is at least 1.",
            ),
        ),
        migrations.AddConstraint(
            model_name="eventname",
            constraint=models.UniqueConstraint(
                fields=("event", "language"),
                name="event_has_one_name_per_language",
                violation_error_message="The event has a name in this language already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="eventname",
            constraint=models.CheckConstraint(
                condition=models.Q(("text", ""), _negated=True),
                name="event_name_is_not_empty",
                violation_error_message="Write the name.",
            ),
        ),
        migrations.AddIndex(
            model_name="identifier",
            index=models.Index(fields=["scheme", "value"], name="identifier_value"),
        ),
        migrations.AddConstraint(
            model_name="identifier",
            constraint=models.UniqueConstraint(
                fields=("document", "scheme", "value"),
                name="identifier_stands_once",
                violation_error_message="This identifier is entered already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="identifier",
            constraint=models.CheckConstraint(
                condition=models.Q(("value", ""), _negated=True),
                name="identifier_has_a_value",
                violation_error_message="Write the number.",
            ),
        ),
        migrations.AddConstraint(
            model_name="missingvalue",
            constraint=models.UniqueConstraint(
                fields=("document", "field"),
                name="missing_value_stands_once",
                violation_error_message="This is said already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="missingvalue",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("reason__in", ["not_recorded", "does_not_apply", "looked_for_and_not_found"])
                ),
                name="missing_reason_is_known",
                violation_error_message="This value is not in the vocabulary.",
            ),
        ),
        migrations.AddConstraint(
            model_name="missingvalue",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("reason", "looked_for_and_not_found"), _negated=True),
                    ("looked_on__isnull", False),
                    _connector="OR",
                ),
                name="missing_value_says_when_looked_for",
                violation_error_message="Say when it was looked for.",
            ),
        ),
        migrations.AddConstraint(
            model_name="action",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "initialled",
                            "signed",
                            "notes_exchanged",
                            "ratified",
                            "accepted",
                            "approved",
                            "acceded",
                            "succeeded",
                            "ceased_to_be_a_party",
                            "notified",
                            "instruments_exchanged",
                            "provisional_application_began",
                            "provisional_application_ended",
                            "entered_into_force",
                            "registered",
                            "published",
                            "suspended",
                            "resumed",
                            "notice_of_termination",
                            "corrected",
                        ],
                    )
                ),
                name="action_kind_is_known",
                violation_error_message="This value is not in the vocabulary.",
            ),
        ),
        migrations.AddConstraint(
            model_name="action",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("side", None), models.Q(("party", None), ("side__in", [1, 2])), _connector="OR"
                ),
                name="action_is_by_a_side_or_a_party",
                violation_error_message="Name the side or the party, not both.",
            ),
        ),
        migrations.AddConstraint(
            model_name="action",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("done_on__isnull", True),
                    agreements.models.fields.IsDate(models.F("done_on")),
                    _connector="OR",
                ),
                name="action_done_on_is_a_date",
                violation_error_message="This is no date. Write 2023, 2023-05 or 2023-05-04.",
            ),
        ),
        migrations.AddConstraint(
            model_name="action",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("received_on__isnull", True),
                    agreements.models.fields.IsDate(models.F("received_on")),
                    _connector="OR",
                ),
                name="action_received_on_is_a_date",
                violation_error_message="This is no date. Write 2023, 2023-05 or 2023-05-04.",
            ),
        ),
        migrations.AddConstraint(
            model_name="action",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("effective_on__isnull", True),
                    agreements.models.fields.IsDate(models.F("effective_on")),
                    _connector="OR",
                ),
                name="action_effective_on_is_a_date",
                violation_error_message="This is no date. Write 2023, 2023-05 or 2023-05-04.",
            ),
        ),
        migrations.AddIndex(
            model_name="placename",
            index=models.Index(fields=["folded"], name="place_name_folded"),
        ),
        migrations.AddConstraint(
            model_name="placename",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("is_preferred", True)),
                expressions=[("place", "="), ("language", "="), ("kind", "="), ("valid", "&&")],
                name="place_has_one_preferred_name_at_a_time",
                violation_error_message="Another preferred name of this kind and language holds at that time.",
            ),
        ),
        migrations.AddConstraint(
            model_name="placename",
            constraint=models.UniqueConstraint(
                fields=("place", "language", "kind", "text", "since"),
                name="place_name_stands_once",
                nulls_distinct=False,
                violation_error_message="This name is entered already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="placename",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind__in", ["short", "official", "former", "abbreviation", "other"])
                ),
                name="place_name_kind_is_known",
                violation_error_message="This value is not in the vocabulary.",
            ),
        ),
        migrations.AddConstraint(
            model_name="placename",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("since__isnull", True),
                    agreements.models.fields.IsDate(models.F("since")),
                    _connector="OR",
                ),
                name="place_name_since_is_a_date",
                violation_error_message="This is no date. Write 2023, 2023-05 or 2023-05-04.",
            ),
        ),
        migrations.AddConstraint(
            model_name="placename",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("until__isnull", True),
                    agreements.models.fields.IsDate(models.F("until")),
                    _connector="OR",
                ),
                name="place_name_until_is_a_date",
                violation_error_message="This is no date. Write 2023, 2023-05 or 2023-05-04.",
            ),
        ),
        migrations.AddConstraint(
            model_name="placename",
            constraint=models.CheckConstraint(
                condition=models.Q(("text", ""), _negated=True),
                name="place_name_is_not_empty",
                violation_error_message="Write the name.",
            ),
        ),
        migrations.AddConstraint(
            model_name="relation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "amends",
                            "supplements",
                            "extends",
                            "implements",
                            "supersedes",
                            "terminates",
                            "suspends",
                            "corrects",
                            "annexed_to",
                            "follows_up",
                            "cites",
                        ],
                    )
                ),
                name="relation_kind_is_known",
                violation_error_message="This value is not in the vocabulary.",
            ),
        ),
        migrations.AddConstraint(
            model_name="relation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("target__isnull", False),
                    models.Q(("target_text", ""), _negated=True),
                    _connector="OR",
                ),
                name="relation_has_another_end",
                violation_error_message="Choose the other document, or describe it in words.",
            ),
        ),
        migrations.AddConstraint(
            model_name="relation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("target", None),
                    models.Q(("target", models.F("document")), _negated=True),
                    _connector="OR",
                ),
                name="relation_is_not_to_itself",
                violation_error_message="A document cannot relate to itself.",
            ),
        ),
        migrations.AddConstraint(
            model_name="relation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("target__isnull", False)),
                fields=("document", "kind", "target"),
                name="relation_stands_once",
                violation_error_message="This relation is entered already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="relation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("effective_on__isnull", True),
                    agreements.models.fields.IsDate(models.F("effective_on")),
                    _connector="OR",
                ),
                name="relation_effective_on_is_a_date",
                violation_error_message="This is no date. Write 2023, 2023-05 or 2023-05-04.",
            ),
        ),
        migrations.AddConstraint(
            model_name="responsiblebody",
            constraint=models.UniqueConstraint(
                fields=("document", "side", "agency"),
                name="responsible_body_stands_once",
                violation_error_message="This body is entered already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="responsiblebody",
            constraint=models.CheckConstraint(
                condition=models.Q(("side__in", [1, 2])),
                name="responsible_body_has_a_side",
                violation_error_message="This value is not in the vocabulary.",
            ),
        ),
        migrations.AddConstraint(
            model_name="signatory",
            constraint=models.CheckConstraint(
                condition=models.Q(("person", ""), _negated=True),
                name="signatory_has_a_name",
                violation_error_message="Name the person who signed.",
            ),
        ),
        migrations.AddConstraint(
            model_name="signing",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("signed_on__isnull", True),
                    agreements.models.fields.IsDate(models.F("signed_on")),
                    _connector="OR",
                ),
                name="signing_date_is_a_date",
                violation_error_message="This is no date. Write 2023, 2023-05 or 2023-05-04.",
            ),
        ),
        migrations.AddIndex(
            model_name="party",
            index=models.Index(fields=["state", "document", "side"], name="party_state_document"),
        ),
        migrations.AddIndex(
            model_name="party",
            index=models.Index(fields=["agency", "document"], name="party_agency_document"),
        ),
        migrations.AddConstraint(
            model_name="party",
            constraint=models.CheckConstraint(
                condition=models.Q(("side__in", [1, 2])),
                name="party_has_a_side",
                violation_error_message="This value is not in the vocabulary.",
            ),
        ),
        migrations.AddConstraint(
            model_name="party",
            constraint=models.CheckConstraint(
                condition=models.Q(("role__in", ["party", "on_behalf_of", "territory"])),
                name="party_role_is_known",
                violation_error_message="This value is not in the vocabulary.",
            ),
        ),
        migrations.AddConstraint(
            model_name="party",
            constraint=models.CheckConstraint(
                condition=models.Q(("acting_as__in", ["", "state", "government", "head_of_state"])),
                name="party_capacity_is_known",
                violation_error_message="This value is not in the vocabulary.",
            ),
        ),
        migrations.AddConstraint(
            model_name="party",
            constraint=models.CheckConstraint(
                condition=models.Q(("agency", None), ("acting_as", ""), _connector="OR"),
                name="party_is_an_agency_or_a_state",
                violation_error_message="Where an agency is the party, leave “acting as” empty.",
            ),
        ),
        migrations.AddConstraint(
            model_name="party",
            constraint=models.CheckConstraint(
                condition=models.Q(("agency", None), ("state__isnull", False), _connector="OR"),
                name="party_agency_names_its_state",
                violation_error_message="Name the state of the agency.",
            ),
        ),
        migrations.AddConstraint(
            model_name="party",
            constraint=models.UniqueConstraint(
                fields=("document", "side", "state", "agency", "role", "name_as_written"),
                name="party_stands_once_on_a_side",
                nulls_distinct=False,
                violation_error_message="This party stands on this side already.",
            ),
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(
                models.OrderBy(models.F("began_first"), descending=True, nulls_last=True),
                models.OrderBy(models.F("id"), descending=True),
                condition=models.Q(("publication_state", "published")),
                name="event_published_newest_first",
            ),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("publication_state__in", ["draft", "in_review", "published", "withdrawn"])
                ),
                name="event_publication_state_is_known",
                violation_error_message="This value is not in the vocabulary.",
            ),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("publication_state", "withdrawn"), _negated=True),
                    models.Q(("withdrawal_reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="event_withdrawal_has_a_reason",
                violation_error_message="Say why it is withdrawn: readers will see the reason.",
            ),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "state_visit",
                            "official_visit",
                            "working_visit",
                            "visit",
                            "summit",
                            "virtual_summit",
                            "talks",
                            "signing_ceremony",
                            "intergovernmental_commission",
                            "ministerial_meeting",
                            "council_session",
                            "forum",
                            "other",
                        ],
                    )
                ),
                name="event_kind_is_known",
                violation_error_message="This value is not in the vocabulary.",
            ),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("began_on__isnull", True),
                    agreements.models.fields.IsDate(models.F("began_on")),
                    _connector="OR",
                ),
                name="event_first_day_is_a_date",
                violation_error_message="This is no date. Write 2023, 2023-05 or 2023-05-04.",
            ),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ended_on__isnull", True),
                    agreements.models.fields.IsDate(models.F("ended_on")),
                    _connector="OR",
                ),
                name="event_last_day_is_a_date",
                violation_error_message="This is no date. Write 2023, 2023-05 or 2023-05-04.",
            ),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ended_after__gt", models.F("began_first")),
                    ("ended_after__isnull", True),
                    ("began_first__isnull", True),
                    _connector="OR",
                ),
                name="event_ends_after_it_begins",
                violation_error_message="The last day cannot be before the first.",
            ),
        ),
        migrations.AddConstraint(
            model_name="delegation",
            constraint=models.UniqueConstraint(
                fields=("event", "state"),
                name="event_names_a_state_once",
                violation_error_message="This state is at the event already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="delegation",
            constraint=models.CheckConstraint(
                condition=models.Q(("role__in", ["host", "guest", "party"])),
                name="delegation_role_is_known",
                violation_error_message="This value is not in the vocabulary.",
            ),
        ),
        migrations.AddConstraint(
            model_name="delegation",
            constraint=models.CheckConstraint(
                condition=models.Q(("is_head_present__in", ["yes", "no", "not_stated"])),
                name="delegation_presence_is_known",
                violation_error_message="This value is not in the vocabulary.",
            ),
        ),
        migrations.AddConstraint(
            model_name="agency",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "ministry",
                            "committee_or_service",
                            "head_of_state_office",
                            "parliament",
                            "court",
                            "central_bank",
                            "region",
                            "city",
                            "institute",
                            "university",
                            "company",
                            "other",
                        ],
                    )
                ),
                name="agency_kind_is_known",
                violation_error_message="This value is not in the vocabulary.",
            ),
        ),
        migrations.AddConstraint(
            model_name="agency",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("since__isnull", True),
                    agreements.models.fields.IsDate(models.F("since")),
                    _connector="OR",
                ),
                name="agency_since_is_a_date",
                violation_error_message="This is no date. Write 2023, 2023-05 or 2023-05-04.",
            ),
        ),
        migrations.AddConstraint(
            model_name="agency",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("until__isnull", True),
                    agreements.models.fields.IsDate(models.F("until")),
                    _connector="OR",
                ),
                name="agency_until_is_a_date",
                violation_error_message="This is no date. Write 2023, 2023-05 or 2023-05-04.",
            ),
        ),
        migrations.AddConstraint(
            model_name="agency",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("until_first__gte", models.F("since_first")),
                    ("until_first__isnull", True),
                    ("since_first__isnull", True),
                    _connector="OR",
                ),
                name="agency_ends_after_it_begins",
                violation_error_message="It cannot end before it begins.",
            ),
        ),
        migrations.AddIndex(
            model_name="statename",
            index=models.Index(fields=["folded"], name="state_name_folded"),
        ),
        migrations.AddConstraint(
            model_name="statename",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("is_preferred", True)),
                expressions=[("state", "="), ("language", "="), ("kind", "="), ("valid", "&&")],
                name="state_has_one_preferred_name_at_a_time",
                violation_error_message="Another preferred name of this kind and language holds at that time.",
            ),
        ),
        migrations.AddConstraint(
            model_name="statename",
            constraint=models.UniqueConstraint(
                fields=("state", "language", "kind", "text", "since"),
                name="state_name_stands_once",
                nulls_distinct=False,
                violation_error_message="This name is entered already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="statename",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind__in", ["short", "official", "former", "abbreviation", "other"])
                ),
                name="state_name_kind_is_known",
                violation_error_message="This value is not in the vocabulary.",
            ),
        ),
        migrations.AddConstraint(
            model_name="statename",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("since__isnull", True),
                    agreements.models.fields.IsDate(models.F("since")),
                    _connector="OR",
                ),
                name="state_name_since_is_a_date",
                violation_error_message="This is no date. Write 2023, 2023-05 or 2023-05-04.",
            ),
        ),
        migrations.AddConstraint(
            model_name="statename",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("until__isnull", True),
                    agreements.models.fields.IsDate(models.F("until")),
                    _connector="OR",
                ),
                name="state_name_until_is_a_date",
                violation_error_message="This is no date. Write 2023, 2023-05 or 2023-05-04.",
            ),
        ),
        migrations.AddConstraint(
            model_name="statename",
            constraint=models.CheckConstraint(
                condition=models.Q(("text", ""), _negated=True),
                name="state_name_is_not_empty",
                violation_error_message="Write the name.",
            ),
        ),
        migrations.AddConstraint(
            model_name="statesuccession",
            constraint=models.UniqueConstraint(
                fields=("predecessor", "successor"),
                name="state_succession_stands_once",
                violation_error_message="This succession is entered already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="statesuccession",
            constraint=models.CheckConstraint(
                condition=models.Q(("predecessor", models.F("successor")), _negated=True),
                name="state_does_not_succeed_itself",
                violation_error_message="A state cannot succeed itself.",
            ),
        ),
        migrations.AddConstraint(
            model_name="statesuccession",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("succeeded_on__isnull", True),
                    agreements.models.fields.IsDate(models.F("succeeded_on")),
                    _connector="OR",
                ),
                name="state_succession_date_is_a_date",
                violation_error_message="This is no date. Write 2023, 2023-05 or 2023-05-04.",
            ),
        ),
        migrations.AddConstraint(
            model_name="statusoverride",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "status__in",
                        [
                            "signed",
                            "provisionally_applied",
                            "in_force",
                            "suspended",
                            "expired",
                            "terminated",
                            "superseded",
                            "never_entered_into_force",
                            "unknown",
                        ],
                    )
                ),
                name="status_override_is_known",
                violation_error_message="This value is not in the vocabulary.",
            ),
        ),
        migrations.AddConstraint(
            model_name="statusoverride",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("effective_on__isnull", True),
                    agreements.models.fields.IsDate(models.F("effective_on")),
                    _connector="OR",
                ),
                name="status_override_date_is_a_date",
                violation_error_message="This is no date. Write 2023, 2023-05 or 2023-05-04.",
            ),
        ),
        migrations.AddConstraint(
            model_name="statusoverride",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True),
                name="status_override_has_a_reason",
                violation_error_message="Say why the status is other than computed.",
            ),
        ),
        migrations.AddConstraint(
            model_name="statusoverride",
            constraint=models.UniqueConstraint(
                fields=("document", "effective_on"),
                name="status_override_stands_once",
                violation_error_message="There is an override from this date already.",
            ),
        ),
        migrations.AddIndex(
            model_name="statusperiod",
            index=django.contrib.postgres.indexes.GistIndex(
                fields=["during"], name="status_period_during"
            ),
        ),
        migrations.AddConstraint(
            model_name="statusperiod",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "status__in",
                        [
                            "signed",
                            "provisionally_applied",
                            "in_force",
                            "suspended",
                            "expired",
                            "terminated",
                            "superseded",
                            "never_entered_into_force",
                            "unknown",
                        ],
                    )
                ),
                name="status_period_status_is_known",
                violation_error_message="This value is not in the vocabulary.",
            ),
        ),
        migrations.AddConstraint(
            model_name="statusperiod",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "basis__in",
                        [
                            "signature",
                            "nothing_recorded",
                            "awaiting_step",
                            "agreed_date",
                            "notification",
                            "exchange",
                            "ratification",
                            "entry_into_force",
                            "provisional_application",
                            "suspension",
                            "resumption",
                            "end_of_term",
                            "end_of_period",
                            "notice",
                            "withdrawal",
                            "terminated_by",
                            "superseded_by",
                            "override",
                        ],
                    )
                ),
                name="status_period_basis_is_known",
                violation_error_message="This value is not in the vocabulary.",
            ),
        ),
        migrations.AddConstraint(
            model_name="statusperiod",
            constraint=models.CheckConstraint(
                condition=models.Q(("during__isempty", False)), name="status_period_is_not_empty"
            ),
        ),
        migrations.AddConstraint(
            model_name="subject",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("parent", None),
                    models.Q(("parent", models.F("pk")), _negated=True),
                    _connector="OR",
                ),
                name="subject_is_not_its_own_group",
                violation_error_message="A subject cannot be its own group.",
            ),
        ),
        migrations.AddIndex(
            model_name="document",
            index=models.Index(
                models.OrderBy(models.F("signed_first"), descending=True, nulls_last=True),
                models.OrderBy(models.F("id"), descending=True),
                condition=models.Q(("publication_state", "published")),
                name="document_newest_first",
            ),
        ),
        migrations.AddIndex(
            model_name="document",
            index=models.Index(
                fields=["event", "event_position", "id"], name="document_order_at_event"
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("publication_state__in", ["draft", "in_review", "published", "withdrawn"])
                ),
                name="document_publication_state_is_known",
                violation_error_message="This value is not in the vocabulary.",
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("publication_state", "withdrawn"), _negated=True),
                    models.Q(("withdrawal_reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="document_withdrawal_has_a_reason",
                violation_error_message="Say why it is withdrawn: readers will see the reason.",
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "legal_nature__in",
                        [
                            "binding_under_international_law",
                            "binding_under_domestic_law",
                            "not_legally_binding",
                            "parties_differ",
                            "not_determined",
                        ],
                    )
                ),
                name="document_legal_nature_is_known",
                violation_error_message="This value is not in the vocabulary.",
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "level__in",
                        [
                            "",
                            "interstate",
                            "intergovernmental",
                            "interagency",
                            "region",
                            "city",
                            "institution",
                            "enterprise",
                        ],
                    )
                ),
                name="document_level_is_known",
                violation_error_message="This value is not in the vocabulary.",
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "validity__in",
                        [
                            "indefinite_until_notice",
                            "fixed_term_then_ends",
                            "fixed_term_renewed_automatically",
                            "fixed_term_renewable_by_agreement",
                            "until_performed",
                            "one_act",
                            "not_stated",
                            "not_recorded",
                        ],
                    )
                ),
                name="document_validity_is_known",
                violation_error_message="This value is not in the vocabulary.",
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("term_counts_from__in", ["entry_into_force", "signature", "not_recorded"])
                ),
                name="document_term_start_is_known",
                violation_error_message="This value is not in the vocabulary.",
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "entry_into_force__in",
                        [
                            "on_signature",
                            "on_a_date",
                            "on_last_notification",
                            "days_after_last_notification",
                            "on_exchange_of_instruments",
                            "on_ratification",
                            "other",
                            "not_recorded",
                        ],
                    )
                ),
                name="document_entry_into_force_is_known",
                violation_error_message="This value is not in the vocabulary.",
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("text_absence__in", ["title_only", "text_not_located", "not_published"])
                ),
                name="document_text_absence_is_known",
                violation_error_message="This value is not in the vocabulary.",
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "text_availability__in",
                        [
                            "text_here",
                            "text_elsewhere",
                            "title_only",
                            "text_not_located",
                            "not_published",
                        ],
                    )
                ),
                name="document_availability_is_known",
                violation_error_message="This value is not in the vocabulary.",
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("period__isnull", True),
                    agreements.models.fields.IsDate(models.F("period")),
                    _connector="OR",
                ),
                name="document_period_is_a_date",
                violation_error_message="This is no date. Write 2023, 2023-05 or 2023-05-04.",
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("signed_on__isnull", True),
                    agreements.models.fields.IsDate(models.F("signed_on")),
                    _connector="OR",
                ),
                name="document_signed_on_is_a_date",
                violation_error_message="This is no date. Write 2023, 2023-05 or 2023-05-04.",
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("entry_into_force_date__isnull", True),
                    agreements.models.fields.IsDate(models.F("entry_into_force_date")),
                    _connector="OR",
                ),
                name="document_entry_into_force_is_a_date",
                violation_error_message="This is no date. Write 2023, 2023-05 or 2023-05-04.",
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(("term__regex", "^(P[1-9][0-9]{0,3}[YMWD])?$")),
                name="document_term_has_form",
                violation_error_message="Write a length of time as P5Y (years), P6M (months) or P90D (days).",
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(("renewal_term__regex", "^(P[1-9][0-9]{0,3}[YMWD])?$")),
                name="document_renewal_term_has_form",
                violation_error_message="Write a length of time as P5Y (years), P6M (months) or P90D (days).",
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(("notice_period__regex", "^(P[1-9][0-9]{0,3}[YMWD])?$")),
                name="document_notice_period_has_form",
                violation_error_message="Write a length of time as P5Y (years), P6M (months) or P90D (days).",
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("entry_into_force_days", None),
                    ("entry_into_force", "days_after_last_notification"),
                    _connector="OR",
                ),
                name="document_days_belong_to_notification",
                violation_error_message="A number of days is counted only after the last notification.",
            ),
        ),
        migrations.AddConstraint(
            model_name="subjectname",
            constraint=models.UniqueConstraint(
                fields=("subject", "language"),
                name="subject_has_one_name_per_language",
                violation_error_message="The subject has a name in this language already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="text",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "role__in",
                        [
                            "",
                            "authentic",
                            "prevails",
                            "official_translation",
                            "unofficial_translation",
                            "machine_translation",
                        ],
                    )
                ),
                name="text_role_is_known",
                violation_error_message="This value is not in the vocabulary.",
            ),
        ),
        migrations.AddConstraint(
            model_name="text",
            constraint=models.CheckConstraint(
                condition=models.Q(("body", ""), ("url", ""), _negated=True),
                name="text_is_here_or_elsewhere",
                violation_error_message="Give the words, or the address where they stand.",
            ),
        ),
        migrations.AddConstraint(
            model_name="citation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    django.db.models.lookups.Exact(
                        models.Func(
                            "document",
                            "event",
                            "agency",
                            "action",
                            "party",
                            "announcement",
                            function="num_nonnulls",
                            output_field=models.IntegerField(),
                        ),
                        1,
                    )
                ),
                name="citation_belongs_to_one_record",
                violation_error_message="A citation belongs to exactly one record.",
            ),
        ),
        migrations.AddConstraint(
            model_name="citation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("source__isnull", False), ("text", None)),
                    models.Q(("source", None), ("text__isnull", False)),
                    _connector="OR",
                ),
                name="citation_cites_one_thing",
                violation_error_message="Cite a source, or a text of this archive; not both.",
            ),
        ),
        migrations.AddConstraint(
            model_name="citation",
            constraint=models.CheckConstraint(
                condition=models.Q(("stance__in", ["states", "agrees", "differs"])),
                name="citation_stance_is_known",
                violation_error_message="This value is not in the vocabulary.",
            ),
        ),
    ]
