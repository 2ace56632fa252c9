"""When a document or an event was public for the first time: the order of feeds."""

from pathlib import Path

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import agreements.models.triggers

SQL = Path(__file__).parent / "sql"


class Migration(migrations.Migration):
    dependencies = [
        ("agreements", "0021_imports"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="document",
            name="record",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="event",
            name="record",
        ),
        migrations.AddField(
            model_name="document",
            name="published_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="first published"),
        ),
        migrations.AddField(
            model_name="event",
            name="published_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="first published"),
        ),
        migrations.RunSQL((SQL / "0022_published_at.sql").read_text(encoding="utf-8")),
        # While no trigger writes it into the history: it comes from there.
        migrations.RunSQL((SQL / "0022_fill.sql").read_text(encoding="utf-8")),
        migrations.AddIndex(
            model_name="document",
            index=models.Index(
                models.OrderBy(models.F("published_at"), descending=True, nulls_last=True),
                models.OrderBy(models.F("id"), descending=True),
                condition=models.Q(("publication_state", "published")),
                name="document_latest_first",
            ),
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(
                models.OrderBy(models.F("published_at"), descending=True, nulls_last=True),
                models.OrderBy(models.F("id"), descending=True),
                condition=models.Q(("publication_state", "published")),
                name="event_latest_first",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="record",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change('id', 'period_first,period_after,signed_first,signed_after,signed_on,text_availability,version,changed_at,published_at', 'document id')",
                    func="",
                    hash="71fb892b8187eccc93b964f9aa67a4e3d628bf6b",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_record_4e936",
                    table="agreements_document",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="event",
            trigger=pgtrigger.compiler.Trigger(
                name="record",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change('id', 'began_first,began_after,ended_after,version,changed_at,published_at', 'event id')",
                    func="",
                    hash="30ee1cbc1a13028f7b54de367a6398b286ebbadf",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_record_9b2e1",
                    table="agreements_event",
                    when="AFTER",
                ),
            ),
        ),
    ]
