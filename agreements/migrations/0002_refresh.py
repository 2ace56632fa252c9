"""The mechanism that keeps what is derived in step, and the triggers that set it off."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent / "sql"

OF_DOCUMENT = "SELECT document_id FROM {rows} r"
OF_EVENT = "SELECT event_id FROM {rows} r"
# Table, kind of root, query for the roots of its changed rows.
WATCHED = [
    ("document", "document", "SELECT id FROM {rows} r"),
    ("documenttitle", "document", OF_DOCUMENT),
    ("document_subjects", "document", OF_DOCUMENT),
    ("responsiblebody", "document", OF_DOCUMENT),
    ("missingvalue", "document", OF_DOCUMENT),
    ("party", "document", OF_DOCUMENT),
    ("signing", "document", OF_DOCUMENT),
    ("signatory", "document", OF_DOCUMENT),
    ("action", "document", OF_DOCUMENT),
    ("identifier", "document", OF_DOCUMENT),
    ("text", "document", OF_DOCUMENT),
    ("statusoverride", "document", OF_DOCUMENT),
    # A draft that speaks of a document leaves no trace on it, not even a date of change.
    (
        "relation",
        "document",
        "SELECT document_id FROM {rows} r UNION ALL "
        "SELECT r.target_id FROM {rows} r JOIN agreements_document d ON d.id = r.document_id "
        "WHERE d.publication_state = ''published''",
    ),
    ("relation", "status", "SELECT target_id FROM {rows} r"),
    (
        "citation",
        "document",
        "SELECT coalesce(r.document_id, a.document_id, p.document_id) FROM {rows} r "
        "LEFT JOIN agreements_action a ON a.id = r.action_id "
        "LEFT JOIN agreements_party p ON p.id = r.party_id",
    ),
    (
        "citation",
        "event",
        "SELECT coalesce(r.event_id, n.event_id) FROM {rows} r "
        "LEFT JOIN agreements_announcement n ON n.id = r.announcement_id",
    ),
    ("event", "event", "SELECT id FROM {rows} r"),
    ("eventname", "event", OF_EVENT),
    ("delegation", "event", OF_EVENT),
    ("announcement", "event", OF_EVENT),
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
    dependencies = [("agreements", "0001_initial")]
    operations = [
        migrations.RunSQL((SQL / "0002_status.sql").read_text(encoding="utf-8")),
        migrations.RunSQL((SQL / "0002_refresh.sql").read_text(encoding="utf-8")),
        migrations.RunSQL(";\n".join(triggers())),
    ]
