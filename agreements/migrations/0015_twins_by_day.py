"""Documents that may be one entered twice, found where many share a title."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent / "sql"


class Migration(migrations.Migration):
    dependencies = [
        ("agreements", "0014_lookalikes"),
    ]

    operations = [
        migrations.RunSQL((SQL / "0015_twins_by_day.sql").read_text(encoding="utf-8")),
    ]
