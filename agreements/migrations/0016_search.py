"""Rows, parts, sample and counts for the search, and the mechanism that keeps them."""

from pathlib import Path

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
from django.db import migrations, models

import agreements.models.fields

SQL = Path(__file__).parent / "sql"


class Migration(migrations.Migration):
    dependencies = [
        ("agreements", "0015_twins_by_day"),
    ]

    operations = [
        migrations.CreateModel(
            name="SearchSample",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("one_in", models.IntegerField()),
            ],
            options={
                "verbose_name": "search sample",
                "verbose_name_plural": "search samples",
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="SearchCount",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "key", "term", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("key", models.TextField(db_collation="C")),
                ("term", models.TextField(db_collation="C")),
                ("number", models.BigIntegerField()),
            ],
            options={
                "verbose_name": "search count",
                "verbose_name_plural": "search counts",
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="SearchCountChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.TextField(db_collation="C")),
                ("term", models.TextField(db_collation="C")),
                ("number", models.BigIntegerField()),
            ],
            options={
                "verbose_name": "change of a search count",
                "verbose_name_plural": "changes of search counts",
                "default_permissions": (),
                "indexes": [models.Index(fields=["key"], name="search_count_change_key")],
            },
        ),
        migrations.CreateModel(
            name="SearchRow",
            fields=[
                (
                    "document",
                    models.OneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        primary_key=True,
                        related_name="search_row",
                        serialize=False,
                        to="agreements.document",
                    ),
                ),
                ("signed_first", models.DateField(null=True)),
                (
                    "terms",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), size=None
                    ),
                ),
                ("status", models.TextField()),
                ("status_since", models.DateField(null=True)),
                ("status_until", models.DateField(null=True)),
                ("in_sample", models.BooleanField()),
                ("is_long", models.BooleanField()),
                ("vector", django.contrib.postgres.search.SearchVectorField()),
            ],
            options={
                "verbose_name": "search row",
                "verbose_name_plural": "search rows",
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="SearchPart",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.IntegerField()),
                ("start", models.IntegerField()),
                ("size", models.IntegerField()),
                ("vector", django.contrib.postgres.search.SearchVectorField()),
                (
                    "document",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="search_parts",
                        to="agreements.document",
                    ),
                ),
                (
                    "text",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agreements.text",
                    ),
                ),
            ],
            options={
                "verbose_name": "search part",
                "verbose_name_plural": "search parts",
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("document", "number"), name="search_part_has_its_number"
                    )
                ],
            },
        ),
        migrations.RunSQL((SQL / "0016_search_words.sql").read_text(encoding="utf-8")),
        migrations.RunSQL((SQL / "0016_search.sql").read_text(encoding="utf-8")),
        migrations.RunSQL("SELECT fill_search()"),
        # After the rows: made at once, they take a third of the time.
        migrations.AddIndex(
            "searchcount",
            models.Index(
                models.F("key"),
                models.OrderBy(models.F("number"), descending=True),
                condition=models.Q(("term__startswith", "a")),
                name="search_count_agencies",
            ),
        ),
        migrations.AddIndex(
            "searchcount",
            django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.indexes.OpClass("term", name="gin_trgm_ops"),
                condition=models.Q(("key", "word")),
                name="search_count_word_trigrams",
            ),
        ),
        migrations.AddIndex(
            "searchrow",
            django.contrib.postgres.indexes.GinIndex(
                fastupdate=False, fields=["vector"], name="search_row_vector"
            ),
        ),
        migrations.AddIndex(
            "searchrow",
            django.contrib.postgres.indexes.GinIndex(
                condition=models.Q(("in_sample", True)),
                fastupdate=False,
                fields=["vector"],
                name="search_row_sample",
            ),
        ),
        migrations.AddIndex(
            "searchrow",
            models.Index(
                models.OrderBy(models.F("signed_first"), descending=True, nulls_last=True),
                models.OrderBy(models.F("document"), descending=True),
                name="search_row_newest_first",
            ),
        ),
        migrations.AddIndex(
            "searchrow",
            models.Index(fields=["signed_first", "document"], name="search_row_oldest_first"),
        ),
        migrations.AddIndex(
            "searchrow",
            models.Index(
                condition=models.Q(("status_until__isnull", False)),
                fields=["status_until"],
                name="search_row_status_until",
            ),
        ),
        migrations.AddIndex(
            model_name="agencyname",
            index=models.Index(
                agreements.models.fields.SearchKey(models.F("folded")),
                name="agency_name_search_key",
            ),
        ),
        migrations.AddIndex(
            model_name="placename",
            index=models.Index(
                agreements.models.fields.SearchKey(models.F("folded")), name="place_name_search_key"
            ),
        ),
        migrations.AddIndex(
            model_name="statename",
            index=models.Index(
                agreements.models.fields.SearchKey(models.F("folded")), name="state_name_search_key"
            ),
        ),
        migrations.AddIndex(
            model_name="subjectname",
            index=models.Index(
                agreements.models.fields.SearchKey(models.F("folded")),
                name="subject_name_search_key",
            ),
        ),
    ]
