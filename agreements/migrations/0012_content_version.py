"""The version of what public pages show; functions in sql/0012_content_version.sql."""

from pathlib import Path

import django.contrib.postgres.functions
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import agreements.models.triggers

SQL = Path(__file__).parent / "sql"


class Migration(migrations.Migration):
    dependencies = [
        ("agreements", "0011_review_queue"),
    ]

    operations = [
        migrations.CreateModel(
            name="ContentVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "token",
                    models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID()),
                ),
            ],
            options={
                "verbose_name": "version of the content",
                "verbose_name_plural": "versions of the content",
            },
        ),
        migrations.RunSQL((SQL / "0012_content_version.sql").read_text(encoding="utf-8")),
        pgtrigger.migrations.AddTrigger(
            model_name="change",
            trigger=pgtrigger.compiler.Trigger(
                name="note_content",
                sql=agreements.models.triggers.Call(
                    condition="WHEN (coalesce(current_setting('agreements.content', true), '') = '' AND NEW.\"table\" NOT IN ('agreements_remark', 'agreements_proposal', 'agreements_dismisseddoubt', 'agreements_duplicatemark', 'agreements_seed'))",
                    execute="agreements_note_content()",
                    func="",
                    hash="d4a9f151c4278d2196cba8a7bcd45eb05509ade1",
                    operation="INSERT",
                    pgid="pgtrigger_note_content_3c115",
                    table="agreements_change",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="change",
            trigger=pgtrigger.compiler.Trigger(
                name="note_rewriting",
                sql=agreements.models.triggers.Call(
                    execute="agreements_note_content()",
                    func="",
                    hash="5d0a8e9cfbabbd108e59976d3819584e2e2a4507",
                    level="STATEMENT",
                    operation="UPDATE OR DELETE OR TRUNCATE",
                    pgid="pgtrigger_note_rewriting_a1290",
                    table="agreements_change",
                    when="AFTER",
                ),
            ),
        ),
    ]
