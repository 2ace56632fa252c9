"""Who has searched how much lately; in sql/0013_searching.sql."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent / "sql"


class Migration(migrations.Migration):
    dependencies = [
        ("agreements", "0012_content_version"),
    ]

    operations = [
        migrations.RunSQL((SQL / "0013_searching.sql").read_text(encoding="utf-8")),
    ]
