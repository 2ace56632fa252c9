"""What work lists and the admin's lists need to be quick; functions in sql/0005_worklists.sql."""

from pathlib import Path

import django.contrib.postgres.indexes
import django.db.models.deletion
from django.db import migrations, models

SQL = Path(__file__).parent / "sql"


class Migration(migrations.Migration):
    dependencies = [
        ("agreements", "0004_memberships_and_dismissed_doubts"),
    ]

    operations = [
        migrations.RunSQL((SQL / "0005_worklists.sql").read_text(encoding="utf-8")),
        migrations.CreateModel(
            name="Twin",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
            ],
            options={
                "verbose_name": "likely duplicate",
                "verbose_name_plural": "likely duplicates",
            },
        ),
        migrations.AddIndex(
            model_name="agencyname",
            index=models.Index(
                condition=models.Q(("text__mixed_scripts", True)),
                fields=["agency"],
                name="agency_name_mixed_scripts",
            ),
        ),
        migrations.AddIndex(
            model_name="document",
            index=models.Index(
                fields=["publication_state", "-id"], name="document_publication_state"
            ),
        ),
        migrations.AddIndex(
            model_name="document",
            index=models.Index(fields=["signed_first"], name="document_signed"),
        ),
        migrations.AddIndex(
            model_name="document",
            index=models.Index(
                models.OrderBy(models.F("signed_first"), descending=True, nulls_last=True),
                models.OrderBy(models.F("id"), descending=True),
                name="document_signed_newest",
            ),
        ),
        migrations.AddIndex(
            model_name="document",
            index=models.Index(
                condition=models.Q(("period_after__isnull", False)),
                fields=["period_after"],
                name="document_period_end",
            ),
        ),
        migrations.AddIndex(
            model_name="document",
            index=models.Index(
                condition=models.Q(("level", "")), fields=["id"], name="document_without_level"
            ),
        ),
        migrations.AddIndex(
            model_name="document",
            index=models.Index(
                condition=models.Q(("entry_into_force", "not_recorded")),
                fields=["id"],
                name="document_without_entry",
            ),
        ),
        migrations.AddIndex(
            model_name="document",
            index=models.Index(
                condition=models.Q(("text_availability", "title_only")),
                fields=["id"],
                name="document_without_text",
            ),
        ),
        migrations.AddIndex(
            model_name="documenttitle",
            index=django.contrib.postgres.indexes.HashIndex(fields=["folded"], name="title_folded"),
        ),
        migrations.AddIndex(
            model_name="documenttitle",
            index=models.Index(
                condition=models.Q(("text__mixed_scripts", True)),
                fields=["document"],
                name="title_mixed_scripts",
            ),
        ),
        migrations.AddIndex(
            model_name="eventname",
            index=models.Index(
                condition=models.Q(("text__mixed_scripts", True)),
                fields=["event"],
                name="event_name_mixed_scripts",
            ),
        ),
        migrations.AddIndex(
            model_name="placename",
            index=models.Index(
                condition=models.Q(("text__mixed_scripts", True)),
                fields=["place"],
                name="place_name_mixed_scripts",
            ),
        ),
        migrations.AddIndex(
            model_name="statename",
            index=models.Index(
                condition=models.Q(("text__mixed_scripts", True)),
                fields=["state"],
                name="state_name_mixed_scripts",
            ),
        ),
        migrations.AddIndex(
            model_name="statusperiod",
            index=models.Index(
                condition=models.Q(
                    ("during__upper_inf", True),
                    ("status__in", ["signed", "provisionally_applied", "unknown"]),
                ),
                fields=["status", "document"],
                name="status_period_open",
            ),
        ),
        migrations.AddIndex(
            model_name="statusperiod",
            index=models.Index(
                models.F("during__startswith"),
                condition=models.Q(("status__in", ["expired", "terminated", "superseded"])),
                name="status_period_end",
            ),
        ),
        migrations.AddIndex(
            model_name="subjectname",
            index=models.Index(
                condition=models.Q(("text__mixed_scripts", True)),
                fields=["subject"],
                name="subject_name_mixed_scripts",
            ),
        ),
        migrations.AddField(
            model_name="twin",
            name="document",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="twins",
                to="agreements.document",
            ),
        ),
        migrations.AddField(
            model_name="twin",
            name="other",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="agreements.document",
            ),
        ),
        migrations.AddConstraint(
            model_name="twin",
            constraint=models.UniqueConstraint(
                fields=("document", "other"), name="twin_stands_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="twin",
            constraint=models.CheckConstraint(
                condition=models.Q(("document", models.F("other")), _negated=True),
                name="twin_is_another",
            ),
        ),
        migrations.RunSQL("SELECT write_twins(id) FROM agreements_document"),
    ]
