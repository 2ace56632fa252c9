"""When a record was sent to review, found without reading the rest of its history."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agreements", "0010_source_search"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="change",
            index=models.Index(
                models.F("root_kind"),
                models.F("root"),
                models.OrderBy(models.F("id"), descending=True),
                condition=models.Q(("new__publication_state", "in_review")),
                name="change_sent_to_review",
            ),
        ),
    ]
