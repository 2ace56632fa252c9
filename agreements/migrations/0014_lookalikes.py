"""Words that mix Latin with Cyrillic letters are found as Cyrillic ones."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent / "sql"


class Migration(migrations.Migration):
    dependencies = [
        ("agreements", "0013_searching"),
    ]

    operations = [
        migrations.RunSQL((SQL / "0014_lookalikes.sql").read_text(encoding="utf-8")),
    ]
