"""Files, their words, the work on them, and the checks of what is stored."""

import uuid
from pathlib import Path

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import agreements.models.fields
import agreements.models.triggers

SQL = Path(__file__).parent / "sql"

# As in 0002_refresh.py. What the archive finds out of a file by itself is no change of its document.
WATCHED = [
    (
        "file",
        "document",
        "SELECT document_id FROM (SELECT document_id, to_jsonb(r) - ARRAY[''words_state'', "
        "''words_reason'', ''words_by'', ''fixity'', ''checked_at''] AS said FROM {rows} r) s "
        "GROUP BY document_id, said HAVING count(*) = 1",
    ),
    (
        "filewords",
        "words",
        "SELECT f.document_id FROM {rows} r JOIN agreements_file f ON f.id = r.file_id",
    ),
]
TRANSITION = {
    "INSERT": "NEW TABLE AS new_rows",
    "UPDATE": "OLD TABLE AS old_rows NEW TABLE AS new_rows",
    "DELETE": "OLD TABLE AS old_rows",
}


def triggers() -> list[str]:
    """CREATE TRIGGER for each watched table and operation."""
    return [
        f"CREATE TRIGGER note_{kind}_{operation.lower()} AFTER {operation} "
        f"ON agreements_{table} REFERENCING {TRANSITION[operation]} FOR EACH STATEMENT "
        f"EXECUTE FUNCTION agreements_note_touched('{kind}', '{query}')"
        for table, kind, query in WATCHED
        for operation in TRANSITION
    ]


class Migration(migrations.Migration):
    dependencies = [
        ("agreements", "0018_passed_communiques"),
    ]

    operations = [
        migrations.CreateModel(
            name="File",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "key",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, unique=True, verbose_name="storage key"
                    ),
                ),
                (
                    "name",
                    agreements.models.fields.LineField(
                        help_text="As it was when received.", verbose_name="name"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("pdf", "PDF"),
                            ("tiff", "TIFF image"),
                            ("jpeg", "JPEG image"),
                            ("png", "PNG image"),
                            ("docx", "Word document (DOCX)"),
                            ("odt", "OpenDocument text (ODT)"),
                            ("html", "HTML page"),
                            ("text", "plain text"),
                        ],
                        max_length=4,
                        verbose_name="kind",
                    ),
                ),
                (
                    "size",
                    models.PositiveBigIntegerField(help_text="In bytes.", verbose_name="size"),
                ),
                ("sha256", models.CharField(max_length=64, verbose_name="SHA-256")),
                (
                    "pages",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Empty where a format has none.",
                        null=True,
                        verbose_name="pages",
                    ),
                ),
                (
                    "is_signed",
                    models.BooleanField(
                        default=False,
                        help_text="With a digital signature within the file.",
                        verbose_name="signed",
                    ),
                ),
                (
                    "is_public",
                    models.BooleanField(
                        default=True,
                        help_text="Off: held here, but not given to the public.",
                        verbose_name="public",
                    ),
                ),
                (
                    "reason",
                    agreements.models.fields.NormalizedText(
                        blank=True,
                        help_text="Why it replaces the version before it.",
                        verbose_name="reason",
                    ),
                ),
                (
                    "received_by",
                    models.CharField(blank=True, max_length=150, verbose_name="received from"),
                ),
                (
                    "received_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="received",
                    ),
                ),
                (
                    "words_state",
                    models.CharField(
                        choices=[
                            ("waiting", "not read yet"),
                            ("usable", "usable"),
                            ("needs_ocr", "needs OCR"),
                            ("no_text_layer", "no text layer"),
                            ("failed", "could not be read"),
                        ],
                        default="waiting",
                        max_length=13,
                        verbose_name="words",
                    ),
                ),
                ("words_reason", models.TextField(blank=True, verbose_name="why")),
                (
                    "words_by",
                    models.CharField(
                        blank=True,
                        help_text="Engine and model that read a scan; empty for the file's own words.",
                        max_length=150,
                        verbose_name="words read by",
                    ),
                ),
                (
                    "fixity",
                    models.CharField(
                        choices=[
                            ("not_checked", "not checked yet"),
                            ("sound", "sound"),
                            ("missing", "missing"),
                            ("altered", "altered"),
                        ],
                        default="not_checked",
                        editable=False,
                        max_length=11,
                        verbose_name="fixity",
                    ),
                ),
                (
                    "checked_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="last checked"
                    ),
                ),
            ],
            options={
                "verbose_name": "file",
                "verbose_name_plural": "files",
                "ordering": ["document", "text", "position", "id"],
            },
        ),
        migrations.CreateModel(
            name="FileCheck",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "began_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="begun"
                    ),
                ),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="ended")),
                ("is_sample", models.BooleanField(default=False, verbose_name="a sample")),
                ("checked", models.PositiveIntegerField(default=0, verbose_name="checked")),
                ("missing", models.PositiveIntegerField(default=0, verbose_name="missing")),
                ("altered", models.PositiveIntegerField(default=0, verbose_name="altered")),
                (
                    "stray",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(),
                        blank=True,
                        default=list,
                        help_text="Names in the storage that no record knows.",
                        size=None,
                        verbose_name="stray",
                    ),
                ),
            ],
            options={
                "verbose_name": "check of files",
                "verbose_name_plural": "checks of files",
                "ordering": ["-id"],
                "default_permissions": ("view",),
            },
        ),
        migrations.CreateModel(
            name="Job",
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
                        choices=[("words", "read the words"), ("ocr", "read a scan (OCR)")],
                        max_length=9,
                        verbose_name="kind",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "waiting"),
                            ("running", "running"),
                            ("done", "done"),
                            ("failed", "failed"),
                        ],
                        default="waiting",
                        max_length=7,
                        verbose_name="state",
                    ),
                ),
                ("attempts", models.PositiveSmallIntegerField(default=0, verbose_name="attempts")),
                ("problem", models.TextField(blank=True, verbose_name="what went wrong")),
                (
                    "not_before",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        verbose_name="not before",
                    ),
                ),
                (
                    "made_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="asked for",
                    ),
                ),
                ("began_at", models.DateTimeField(blank=True, null=True, verbose_name="begun")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="ended")),
            ],
            options={
                "verbose_name": "job",
                "verbose_name_plural": "jobs",
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="Page",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField(verbose_name="page")),
                (
                    "words",
                    agreements.models.fields.NormalizedText(blank=True, verbose_name="words"),
                ),
            ],
            options={
                "verbose_name": "page",
                "verbose_name_plural": "pages",
                "ordering": ["file", "number"],
                "default_permissions": (),
            },
        ),
        migrations.RemoveConstraint(
            model_name="text",
            name="text_is_here_or_elsewhere",
        ),
        migrations.CreateModel(
            name="FileWords",
            fields=[
                (
                    "file",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="words",
                        serialize=False,
                        to="agreements.file",
                        verbose_name="file",
                    ),
                ),
                ("words", agreements.models.fields.NormalizedText(verbose_name="words")),
                (
                    "page_starts",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveIntegerField(),
                        help_text="Characters before each page.",
                        size=None,
                    ),
                ),
            ],
            options={
                "verbose_name": "words of a file",
                "verbose_name_plural": "words of files",
                "default_permissions": (),
            },
        ),
        migrations.AddField(
            model_name="file",
            name="document",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="files",
                to="agreements.document",
                verbose_name="document",
            ),
        ),
        migrations.AddField(
            model_name="file",
            name="replaces",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="replaced_by",
                to="agreements.file",
                verbose_name="replaces",
            ),
        ),
        migrations.AddField(
            model_name="file",
            name="text",
            field=models.ForeignKey(
                blank=True,
                help_text="The text that it holds; empty for an attachment.",
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="files",
                to="agreements.text",
                verbose_name="text",
            ),
        ),
        migrations.AddField(
            model_name="job",
            name="file",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="jobs",
                to="agreements.file",
                verbose_name="file",
            ),
        ),
        migrations.AddField(
            model_name="page",
            name="file",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="page_rows",
                to="agreements.file",
            ),
        ),
        migrations.AddIndex(
            model_name="file",
            index=models.Index(fields=["sha256"], name="file_sha256"),
        ),
        migrations.AddIndex(
            model_name="file",
            index=models.Index(
                condition=models.Q(("document", None)), fields=["id"], name="file_in_the_inbox"
            ),
        ),
        migrations.AddIndex(
            model_name="file",
            index=models.Index(
                condition=models.Q(("words_state", "usable"), _negated=True),
                fields=["words_state", "id"],
                name="file_without_words",
            ),
        ),
        migrations.AddIndex(
            model_name="file",
            index=models.Index(
                models.OrderBy(models.F("checked_at"), nulls_first=True), name="file_checked"
            ),
        ),
        migrations.AddIndex(
            model_name="file",
            index=models.Index(
                condition=models.Q(("fixity__in", ["missing", "altered"])),
                fields=["fixity", "id"],
                name="file_not_sound",
            ),
        ),
        migrations.AddConstraint(
            model_name="file",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind__in", ["pdf", "tiff", "jpeg", "png", "docx", "odt", "html", "text"])
                ),
                name="file_kind_is_known",
                violation_error_message="This value is not in the vocabulary.",
            ),
        ),
        migrations.AddConstraint(
            model_name="file",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "words_state__in",
                        ["waiting", "usable", "needs_ocr", "no_text_layer", "failed"],
                    )
                ),
                name="file_words_state_is_known",
                violation_error_message="This value is not in the vocabulary.",
            ),
        ),
        migrations.AddConstraint(
            model_name="file",
            constraint=models.CheckConstraint(
                condition=models.Q(("fixity__in", ["not_checked", "sound", "missing", "altered"])),
                name="file_fixity_is_known",
                violation_error_message="This value is not in the vocabulary.",
            ),
        ),
        migrations.AddConstraint(
            model_name="file",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True),
                name="file_has_a_name",
                violation_error_message="A file needs a name.",
            ),
        ),
        migrations.AddConstraint(
            model_name="file",
            constraint=models.CheckConstraint(
                condition=models.Q(("size__gt", 0)),
                name="file_is_not_empty",
                violation_error_message="This file is empty: it has no bytes.",
            ),
        ),
        migrations.AddConstraint(
            model_name="file",
            constraint=models.CheckConstraint(
                condition=models.Q(("sha256__regex", "^[0-9a-f]{64}$")),
                name="file_hash_has_form",
                violation_error_message="A SHA-256 has 64 digits and letters a to f.",
            ),
        ),
        migrations.AddConstraint(
            model_name="file",
            constraint=models.CheckConstraint(
                condition=models.Q(("text", None), ("document__isnull", False), _connector="OR"),
                name="file_of_a_text_is_of_its_document",
                violation_error_message="A file of a text belongs to the text's document.",
            ),
        ),
        migrations.AddConstraint(
            model_name="file",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("replaces", None), models.Q(("reason", ""), _negated=True), _connector="OR"
                ),
                name="file_replacement_has_a_reason",
                violation_error_message="Say why the file is replaced: readers will see it.",
            ),
        ),
        migrations.RunSQL((SQL / "0019_files.sql").read_text(encoding="utf-8")),
        migrations.RunSQL(";\n".join(triggers())),
        pgtrigger.migrations.AddTrigger(
            model_name="file",
            trigger=pgtrigger.compiler.Trigger(
                name="record",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change('id', 'words_state,words_reason,words_by,fixity,checked_at', 'document document_id')",
                    func="",
                    hash="4201ac66d76fb8854753841431a4681636b3d632",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_record_68f44",
                    table="agreements_file",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="file",
            trigger=pgtrigger.compiler.Trigger(
                name="record_truncate",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change()",
                    func="",
                    hash="21fd2184535d47527550a8ba5dc2ebe3df35ab1b",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_record_truncate_86b11",
                    table="agreements_file",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="file",
            trigger=pgtrigger.compiler.Trigger(
                name="keep_file",
                sql=agreements.models.triggers.Call(
                    execute="agreements_keep_file()",
                    func="",
                    hash="1a94478f0e301636f23ed30ed3a84aaccc7a7190",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_keep_file_76eed",
                    table="agreements_file",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="job",
            index=models.Index(
                condition=models.Q(("state__in", ["waiting", "running"])),
                fields=["not_before", "id"],
                name="job_next",
            ),
        ),
        migrations.AddIndex(
            model_name="job",
            index=models.Index(fields=["state", "-id"], name="job_state"),
        ),
        migrations.AddConstraint(
            model_name="job",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["words", "ocr"])),
                name="job_kind_is_known",
                violation_error_message="This value is not in the vocabulary.",
            ),
        ),
        migrations.AddConstraint(
            model_name="job",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["waiting", "running", "done", "failed"])),
                name="job_state_is_known",
                violation_error_message="This value is not in the vocabulary.",
            ),
        ),
        migrations.AddConstraint(
            model_name="job",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ["waiting", "running"])),
                fields=("file", "kind"),
                name="job_waits_once",
                violation_error_message="This is waiting to be done already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="page",
            constraint=models.UniqueConstraint(
                fields=("file", "number"),
                name="page_stands_once",
                violation_error_message="This page was read already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="page",
            constraint=models.CheckConstraint(
                condition=models.Q(("number__gt", 0)),
                name="page_number_counts_from_one",
                violation_error_message="Pages are counted from 1.",
            ),
        ),
    ]
