from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agreements", "0006_merging"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="change",
            index=models.Index(
                models.F("actor"),
                models.OrderBy(models.F("id"), descending=True),
                name="change_by_actor",
            ),
        ),
        migrations.AddIndex(
            model_name="change",
            index=models.Index(
                models.OrderBy(models.F("id"), descending=True),
                condition=models.Q(("operation__in", ["insert", "update"]), _negated=True),
                name="change_that_took_away",
            ),
        ),
    ]
