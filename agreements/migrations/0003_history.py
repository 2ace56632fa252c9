"""The append-only history, the workflow of publication, remarks and proposals."""

from pathlib import Path

import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import agreements.models.triggers

SQL = Path(__file__).parent / "sql"


class Migration(migrations.Migration):
    dependencies = [
        ("agreements", "0002_refresh"),
    ]

    operations = [
        migrations.RunSQL((SQL / "0003_history.sql").read_text(encoding="utf-8")),
        migrations.CreateModel(
            name="Change",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "operation",
                    models.CharField(
                        choices=[
                            ("insert", "added"),
                            ("update", "changed"),
                            ("delete", "deleted"),
                            ("truncate", "table emptied"),
                        ],
                        max_length=8,
                        verbose_name="what was done",
                    ),
                ),
                ("table", models.CharField(max_length=63, verbose_name="table")),
                ("row", models.TextField(verbose_name="row")),
                ("root_kind", models.CharField(max_length=20, verbose_name="kind of record")),
                ("root", models.TextField(verbose_name="record")),
                ("is_echo", models.BooleanField(verbose_name="also under another record")),
                ("old", models.JSONField(null=True, verbose_name="before")),
                ("new", models.JSONField(null=True, verbose_name="after")),
                (
                    "actor",
                    models.TextField(
                        help_text="The name stays when the account goes.", verbose_name="who"
                    ),
                ),
                ("actor_id", models.BigIntegerField(null=True)),
                ("reason", models.TextField(verbose_name="reason")),
                ("made_at", models.DateTimeField(verbose_name="when")),
                ("transaction", models.BigIntegerField(verbose_name="transaction")),
            ],
            options={
                "verbose_name": "change",
                "verbose_name_plural": "changes",
                "permissions": [
                    ("restore_records", "Can restore earlier versions and undo changes"),
                    ("merge_records", "Can merge records"),
                ],
                "default_permissions": ("view",),
            },
        ),
        migrations.CreateModel(
            name="Proposal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("changes", models.JSONField(verbose_name="changes")),
                ("form", models.JSONField(verbose_name="form")),
                (
                    "seen_version",
                    models.PositiveIntegerField(verbose_name="version that was corrected"),
                ),
                ("reason", models.TextField(blank=True, verbose_name="reason")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "waits for an editor"),
                            ("applied", "applied"),
                            ("returned", "returned"),
                            ("dropped", "taken back"),
                        ],
                        default="open",
                        max_length=9,
                        verbose_name="state",
                    ),
                ),
                ("made_by", models.CharField(max_length=150, verbose_name="proposed by")),
                (
                    "made_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="proposed",
                    ),
                ),
                ("remark", models.TextField(blank=True, verbose_name="remark")),
                (
                    "decided_by",
                    models.CharField(blank=True, max_length=150, verbose_name="decided by"),
                ),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="decided")),
            ],
            options={
                "verbose_name": "proposal",
                "verbose_name_plural": "proposals",
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="Remark",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField(verbose_name="remark")),
                ("written_by", models.CharField(max_length=150, verbose_name="written by")),
                (
                    "written_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="written",
                    ),
                ),
            ],
            options={
                "verbose_name": "remark",
                "verbose_name_plural": "remarks",
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="DocumentSubject",
            fields=[],
            options={
                "verbose_name": "subject",
                "verbose_name_plural": "subjects",
                "proxy": True,
                "default_permissions": (),
                "indexes": [],
                "constraints": [],
            },
            bases=("agreements.document_subjects",),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="action",
            trigger=pgtrigger.compiler.Trigger(
                name="record",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change('id', 'done_first,done_after,received_first,received_after,effective_first,effective_after', 'document document_id')",
                    func="",
                    hash="0e05396f5e8bbdccdd501db2a1c48b9210f805f1",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_record_a8ba0",
                    table="agreements_action",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="action",
            trigger=pgtrigger.compiler.Trigger(
                name="record_truncate",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change()",
                    func="",
                    hash="f8cd884b47efd8b965335308a94de6337d01d130",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_record_truncate_9b688",
                    table="agreements_action",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agency",
            trigger=pgtrigger.compiler.Trigger(
                name="record",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change('id', 'since_first,until_first', 'agency id')",
                    func="",
                    hash="68ae6a444dfe0b77cfb4ca68cd214e53596b34e5",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_record_67c58",
                    table="agreements_agency",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agency",
            trigger=pgtrigger.compiler.Trigger(
                name="record_truncate",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change()",
                    func="",
                    hash="9b9907bc8e2715c13aee45870d69861baa707547",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_record_truncate_b3b8d",
                    table="agreements_agency",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agencyname",
            trigger=pgtrigger.compiler.Trigger(
                name="record",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change('id', 'folded,sort_key,valid', 'agency agency_id')",
                    func="",
                    hash="c7ea29454f232267972c7ca29772bed232d19f00",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_record_726a9",
                    table="agreements_agencyname",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agencyname",
            trigger=pgtrigger.compiler.Trigger(
                name="record_truncate",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change()",
                    func="",
                    hash="5a4d1e56091d36c99c9921d18a17b55c2dd3ae88",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_record_truncate_dc51f",
                    table="agreements_agencyname",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agencyparent",
            trigger=pgtrigger.compiler.Trigger(
                name="record",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change('id', '', 'agency agency_id')",
                    func="",
                    hash="5d5ff9a00be0fcd1e08a27f24def62d16957c1a0",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_record_044eb",
                    table="agreements_agencyparent",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agencyparent",
            trigger=pgtrigger.compiler.Trigger(
                name="record_truncate",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change()",
                    func="",
                    hash="7692c1c4efe207be4f47949ba22ab0f9ef8b1777",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_record_truncate_e0e8e",
                    table="agreements_agencyparent",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agencysuccession",
            trigger=pgtrigger.compiler.Trigger(
                name="record",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change('id', '', 'agency predecessor_id', 'agency successor_id')",
                    func="",
                    hash="711c4faa800202fd39bcce5874e06fba2465d4e8",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_record_08f6e",
                    table="agreements_agencysuccession",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agencysuccession",
            trigger=pgtrigger.compiler.Trigger(
                name="record_truncate",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change()",
                    func="",
                    hash="c18123dfb4ebb95d2edd646ba6e0762d3d640737",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_record_truncate_34b8e",
                    table="agreements_agencysuccession",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="announcement",
            trigger=pgtrigger.compiler.Trigger(
                name="record",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change('id', '', 'event event_id')",
                    func="",
                    hash="f7bf4e6aed273f7333dc339f87d171575bf3be95",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_record_6aafa",
                    table="agreements_announcement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="announcement",
            trigger=pgtrigger.compiler.Trigger(
                name="record_truncate",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change()",
                    func="",
                    hash="86e74fe486ada0a1c63737462e340dbaada33983",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_record_truncate_a2565",
                    table="agreements_announcement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="citation",
            trigger=pgtrigger.compiler.Trigger(
                name="record",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change('id', '', 'document document_id', 'event event_id', 'agency agency_id', 'document action_id agreements_action document_id', 'document party_id agreements_party document_id', 'event announcement_id agreements_announcement event_id')",
                    func="",
                    hash="b77492dfaa227b56e0de78363a6b8fa525da96ae",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_record_cc935",
                    table="agreements_citation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="citation",
            trigger=pgtrigger.compiler.Trigger(
                name="record_truncate",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change()",
                    func="",
                    hash="19eec72141278dcb856824a7b13c8c034ec1dce6",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_record_truncate_1fe2d",
                    table="agreements_citation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="delegation",
            trigger=pgtrigger.compiler.Trigger(
                name="record",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change('id', '', 'event event_id')",
                    func="",
                    hash="cd71e00ceb4b5d120082f04cf3358b4e8cbe462d",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_record_02534",
                    table="agreements_delegation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="delegation",
            trigger=pgtrigger.compiler.Trigger(
                name="record_truncate",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change()",
                    func="",
                    hash="725c0367e9a162470b88afe1e31c4c94c91933ff",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_record_truncate_3d0ab",
                    table="agreements_delegation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="record",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change('id', 'period_first,period_after,signed_first,signed_after,signed_on,text_availability,version,changed_at', 'document id')",
                    func="",
                    hash="28e0e971aed237c55bf448ee3fb05380a4780a02",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_record_4e936",
                    table="agreements_document",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="record_truncate",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change()",
                    func="",
                    hash="d343aa5fa3e91dfc61823565b00ac6c2375d1804",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_record_truncate_cc2ab",
                    table="agreements_document",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="workflow",
                sql=agreements.models.triggers.Call(
                    execute="agreements_check_workflow('document', 'draft:in_review', 'in_review:draft', 'in_review:published', 'published:withdrawn', 'withdrawn:published')",
                    func="",
                    hash="694d9a3406d0e0b60f58fbc801cc1b9e261bfa4f",
                    operation='INSERT OR UPDATE OF "publication_state"',
                    pgid="pgtrigger_workflow_a3d6d",
                    table="agreements_document",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="keep_public",
                sql=agreements.models.triggers.Call(
                    condition="WHEN (OLD.\"publication_state\" IN ('published', 'withdrawn'))",
                    execute="agreements_refuse_deletion('document')",
                    func="",
                    hash="66cd3c3a7e7b297ffd4517c12252f21c863524c2",
                    operation="DELETE",
                    pgid="pgtrigger_keep_public_89c3b",
                    table="agreements_document",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="documenttitle",
            trigger=pgtrigger.compiler.Trigger(
                name="record",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change('id', 'folded,sort_key', 'document document_id')",
                    func="",
                    hash="738276fb4f1c63f36a83b1cad2a5131ac1fd27f7",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_record_57b8c",
                    table="agreements_documenttitle",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="documenttitle",
            trigger=pgtrigger.compiler.Trigger(
                name="record_truncate",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change()",
                    func="",
                    hash="244d780c1fb380a3c4c4ab1bdde6227a152e825b",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_record_truncate_5feb1",
                    table="agreements_documenttitle",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="documenttype",
            trigger=pgtrigger.compiler.Trigger(
                name="record",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change('code', '', 'documenttype code')",
                    func="",
                    hash="ac791bcac699a4a02868055ca3e767114180590a",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_record_0cc7c",
                    table="agreements_documenttype",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="documenttype",
            trigger=pgtrigger.compiler.Trigger(
                name="record_truncate",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change()",
                    func="",
                    hash="af1dbac342d1cc320e36d9ed413cb8e21716d461",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_record_truncate_3d8a2",
                    table="agreements_documenttype",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="event",
            trigger=pgtrigger.compiler.Trigger(
                name="record",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change('id', 'began_first,began_after,ended_after,version,changed_at', 'event id')",
                    func="",
                    hash="f72970d97b47c44aac4837984b3f7e88ca5af4fd",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_record_9b2e1",
                    table="agreements_event",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="event",
            trigger=pgtrigger.compiler.Trigger(
                name="record_truncate",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change()",
                    func="",
                    hash="08cae5fa089fc79849ad3abc3bd69cedfe19a0be",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_record_truncate_a6131",
                    table="agreements_event",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="event",
            trigger=pgtrigger.compiler.Trigger(
                name="workflow",
                sql=agreements.models.triggers.Call(
                    execute="agreements_check_workflow('event', 'draft:in_review', 'in_review:draft', 'in_review:published', 'published:withdrawn', 'withdrawn:published')",
                    func="",
                    hash="c9c6b3d8cd1f1a9ef59001531350a6b0da278f2a",
                    operation='INSERT OR UPDATE OF "publication_state"',
                    pgid="pgtrigger_workflow_16a80",
                    table="agreements_event",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="event",
            trigger=pgtrigger.compiler.Trigger(
                name="keep_public",
                sql=agreements.models.triggers.Call(
                    condition="WHEN (OLD.\"publication_state\" IN ('published', 'withdrawn'))",
                    execute="agreements_refuse_deletion('event')",
                    func="",
                    hash="eacf96853a013eaaf913506f6a8cf73f11b889d2",
                    operation="DELETE",
                    pgid="pgtrigger_keep_public_06e22",
                    table="agreements_event",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="eventname",
            trigger=pgtrigger.compiler.Trigger(
                name="record",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change('id', 'folded,sort_key', 'event event_id')",
                    func="",
                    hash="e30d99d6287b651ae924842ad7d8096a3759d869",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_record_c8715",
                    table="agreements_eventname",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="eventname",
            trigger=pgtrigger.compiler.Trigger(
                name="record_truncate",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change()",
                    func="",
                    hash="581aeb48296b91aee485f63e05c4fd563ef6cfa3",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_record_truncate_fcc16",
                    table="agreements_eventname",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="identifier",
            trigger=pgtrigger.compiler.Trigger(
                name="record",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change('id', '', 'document document_id')",
                    func="",
                    hash="85925761bfae383a41c6f091eb14b316d061cc97",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_record_863f3",
                    table="agreements_identifier",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="identifier",
            trigger=pgtrigger.compiler.Trigger(
                name="record_truncate",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change()",
                    func="",
                    hash="0f243a7515be20dae0cfbaad00d142c6b3b85ce3",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_record_truncate_63621",
                    table="agreements_identifier",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="identifierscheme",
            trigger=pgtrigger.compiler.Trigger(
                name="record",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change('code', '', 'identifierscheme code')",
                    func="",
                    hash="e4707bd3ed407065282c7c3fbead22030620143b",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_record_470ac",
                    table="agreements_identifierscheme",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="identifierscheme",
            trigger=pgtrigger.compiler.Trigger(
                name="record_truncate",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change()",
                    func="",
                    hash="40e6cc6226081c0b163dd4573c2e620b0d627d7e",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_record_truncate_8f79e",
                    table="agreements_identifierscheme",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="missingvalue",
            trigger=pgtrigger.compiler.Trigger(
                name="record",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change('id', '', 'document document_id')",
                    func="",
                    hash="f19e2b253145995002ee94f2800debe07f7950e0",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_record_2bb01",
                    table="agreements_missingvalue",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="missingvalue",
            trigger=pgtrigger.compiler.Trigger(
                name="record_truncate",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change()",
                    func="",
                    hash="a399202c256d536fe87339f5cb93368bd43f68a5",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_record_truncate_23b7a",
                    table="agreements_missingvalue",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="party",
            trigger=pgtrigger.compiler.Trigger(
                name="record",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change('id', '', 'document document_id')",
                    func="",
                    hash="f7841a6cd98452c96f592ad983508232319d3bb0",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_record_47bfa",
                    table="agreements_party",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="party",
            trigger=pgtrigger.compiler.Trigger(
                name="record_truncate",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change()",
                    func="",
                    hash="8370005b27b52f3d3da956374978ac54ddcead2c",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_record_truncate_1e1e5",
                    table="agreements_party",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="place",
            trigger=pgtrigger.compiler.Trigger(
                name="record",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change('id', '', 'place id')",
                    func="",
                    hash="e8deeafcb7fb5e170282e3732d6d6a52523ee656",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_record_3405f",
                    table="agreements_place",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="place",
            trigger=pgtrigger.compiler.Trigger(
                name="record_truncate",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change()",
                    func="",
                    hash="ebbade45bc5123b35f6e9d1df0e9111cc9feb2d3",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_record_truncate_75686",
                    table="agreements_place",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="placename",
            trigger=pgtrigger.compiler.Trigger(
                name="record",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change('id', 'folded,sort_key,valid', 'place place_id')",
                    func="",
                    hash="bbd58fec1e45d67282d887f305cb05be935eb079",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_record_7e76b",
                    table="agreements_placename",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="placename",
            trigger=pgtrigger.compiler.Trigger(
                name="record_truncate",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change()",
                    func="",
                    hash="aef907ca5b342949e71b58cbd8130ef3e9c1fe48",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_record_truncate_82b31",
                    table="agreements_placename",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="relation",
            trigger=pgtrigger.compiler.Trigger(
                name="record",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change('id', 'effective_first,effective_after', 'document document_id', 'document target_id')",
                    func="",
                    hash="408d73a31f201e2d5212bc1bb7b687f88edbb43b",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_record_e1753",
                    table="agreements_relation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="relation",
            trigger=pgtrigger.compiler.Trigger(
                name="record_truncate",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change()",
                    func="",
                    hash="f5470ebda63ffe718d9827220da4c8d08b863dc4",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_record_truncate_15390",
                    table="agreements_relation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="responsiblebody",
            trigger=pgtrigger.compiler.Trigger(
                name="record",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change('id', '', 'document document_id')",
                    func="",
                    hash="537e5c4ffe9cca4540b7a1528ed9a2a95249dafc",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_record_40814",
                    table="agreements_responsiblebody",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="responsiblebody",
            trigger=pgtrigger.compiler.Trigger(
                name="record_truncate",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change()",
                    func="",
                    hash="339ecec8d94ebb13a76aa60959c1de7088c69346",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_record_truncate_d068c",
                    table="agreements_responsiblebody",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="signatory",
            trigger=pgtrigger.compiler.Trigger(
                name="record",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change('id', '', 'document document_id')",
                    func="",
                    hash="6ad864cdb741ca0c6f6ae752630fb717e093f621",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_record_a65be",
                    table="agreements_signatory",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="signatory",
            trigger=pgtrigger.compiler.Trigger(
                name="record_truncate",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change()",
                    func="",
                    hash="cb14e8d003e9da56faace788be0e2c6f2b380bb4",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_record_truncate_531f3",
                    table="agreements_signatory",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="signing",
            trigger=pgtrigger.compiler.Trigger(
                name="record",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change('id', 'signed_first,signed_after', 'document document_id')",
                    func="",
                    hash="2d4d515e48cdd1b2803956ddd5676d8ea865d76e",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_record_d81fa",
                    table="agreements_signing",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="signing",
            trigger=pgtrigger.compiler.Trigger(
                name="record_truncate",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change()",
                    func="",
                    hash="2f8e35efcdf70fbf7a59f8a6e4e2cee0005fc563",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_record_truncate_84f26",
                    table="agreements_signing",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="source",
            trigger=pgtrigger.compiler.Trigger(
                name="record",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change('id', '', 'source id')",
                    func="",
                    hash="62e1765b5ac61888e3865f353190e0af7863293e",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_record_c1bfc",
                    table="agreements_source",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="source",
            trigger=pgtrigger.compiler.Trigger(
                name="record_truncate",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change()",
                    func="",
                    hash="dcb3c8fef2079fc17e5a362fc8ce886757aef5e3",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_record_truncate_0ccb8",
                    table="agreements_source",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="state",
            trigger=pgtrigger.compiler.Trigger(
                name="record",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change('id', 'since_first,until_first', 'state id')",
                    func="",
                    hash="0cc897e7a24b85b074765457d434474a4a00be97",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_record_8d68f",
                    table="agreements_state",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="state",
            trigger=pgtrigger.compiler.Trigger(
                name="record_truncate",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change()",
                    func="",
                    hash="6cf42d17960d5130900b272148dfaa7a3d42ca53",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_record_truncate_86294",
                    table="agreements_state",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="statename",
            trigger=pgtrigger.compiler.Trigger(
                name="record",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change('id', 'folded,sort_key,valid', 'state state_id')",
                    func="",
                    hash="08bf2e318fac0a6c16729cc79322ea1c8c2ff8a4",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_record_2bd1f",
                    table="agreements_statename",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="statename",
            trigger=pgtrigger.compiler.Trigger(
                name="record_truncate",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change()",
                    func="",
                    hash="378bbc99401771a3ebc65fbc589449069d906cf0",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_record_truncate_28337",
                    table="agreements_statename",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="statesuccession",
            trigger=pgtrigger.compiler.Trigger(
                name="record",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change('id', '', 'state predecessor_id', 'state successor_id')",
                    func="",
                    hash="fbb1cde59eb26d9ad39c9bc08664f0bd89676319",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_record_5bb0d",
                    table="agreements_statesuccession",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="statesuccession",
            trigger=pgtrigger.compiler.Trigger(
                name="record_truncate",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change()",
                    func="",
                    hash="ebd7c1bc7e9a5050e1f055627657147b7ab0b883",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_record_truncate_5b2aa",
                    table="agreements_statesuccession",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="statusoverride",
            trigger=pgtrigger.compiler.Trigger(
                name="record",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change('id', 'effective_first,effective_after', 'document document_id')",
                    func="",
                    hash="f6bda3d5078884ac3fbe6390fd2fc5a2d9362fba",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_record_e31cc",
                    table="agreements_statusoverride",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="statusoverride",
            trigger=pgtrigger.compiler.Trigger(
                name="record_truncate",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change()",
                    func="",
                    hash="85d0b1256088517dc3cef0aa6ff00845e8a94adc",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_record_truncate_82823",
                    table="agreements_statusoverride",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="subject",
            trigger=pgtrigger.compiler.Trigger(
                name="record",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change('id', '', 'subject id')",
                    func="",
                    hash="615904bc870120f7b2f2e52f2605a70a98bd966e",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_record_1dc08",
                    table="agreements_subject",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="subject",
            trigger=pgtrigger.compiler.Trigger(
                name="record_truncate",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change()",
                    func="",
                    hash="11f03a2da35b95e9772c7f21a9badf3b99e17f48",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_record_truncate_1bd7e",
                    table="agreements_subject",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="subjectname",
            trigger=pgtrigger.compiler.Trigger(
                name="record",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change('id', 'folded,sort_key', 'subject subject_id')",
                    func="",
                    hash="6b1549405f60c7db0daab58cf03902b400a8b33f",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_record_731c9",
                    table="agreements_subjectname",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="subjectname",
            trigger=pgtrigger.compiler.Trigger(
                name="record_truncate",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change()",
                    func="",
                    hash="2fec01726e0038ccc825e9b5e14940cc3e43ff13",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_record_truncate_44875",
                    table="agreements_subjectname",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="text",
            trigger=pgtrigger.compiler.Trigger(
                name="record",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change('id', '', 'document document_id')",
                    func="",
                    hash="db65a348ac6374b32c0a2eed56881e23b3eddab5",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_record_0cf14",
                    table="agreements_text",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="text",
            trigger=pgtrigger.compiler.Trigger(
                name="record_truncate",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change()",
                    func="",
                    hash="5c8135a8114be58fe7246a8daa57fafdb0fd9c7c",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_record_truncate_07de2",
                    table="agreements_text",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="change",
            index=models.Index(
                models.F("root_kind"),
                models.F("root"),
                models.OrderBy(models.F("id"), descending=True),
                name="change_of_record",
            ),
        ),
        migrations.AddIndex(
            model_name="change",
            index=models.Index(fields=["transaction"], name="change_of_transaction"),
        ),
        migrations.AddIndex(
            model_name="change",
            index=models.Index(
                condition=models.Q(
                    ("operation", "insert"),
                    ("table__in", ["agreements_document", "agreements_event"]),
                ),
                fields=["actor_id", "root_kind", "root"],
                name="change_entered_by",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="change",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=agreements.models.triggers.Call(
                    execute="agreements_refuse_rewriting()",
                    func="",
                    hash="44efb2be766450b1759a7629a6b4b471b24f7263",
                    level="STATEMENT",
                    operation="UPDATE OR DELETE OR TRUNCATE",
                    pgid="pgtrigger_append_only_6d988",
                    table="agreements_change",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddField(
            model_name="proposal",
            name="document",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="proposals",
                to="agreements.document",
            ),
        ),
        migrations.AddField(
            model_name="proposal",
            name="event",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="proposals",
                to="agreements.event",
            ),
        ),
        migrations.AddField(
            model_name="remark",
            name="document",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="remarks",
                to="agreements.document",
            ),
        ),
        migrations.AddField(
            model_name="remark",
            name="event",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="remarks",
                to="agreements.event",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="documentsubject",
            trigger=pgtrigger.compiler.Trigger(
                name="record",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change('id', '', 'document document_id')",
                    func="",
                    hash="0a562f7cd6b30354d626fb591480e6881c296347",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_record_d207b",
                    table="agreements_document_subjects",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="documentsubject",
            trigger=pgtrigger.compiler.Trigger(
                name="record_truncate",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change()",
                    func="",
                    hash="ce0e08d3c520106a4f85da40ce224340a6c502cf",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_record_truncate_05e82",
                    table="agreements_document_subjects",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="proposal",
            index=models.Index(
                condition=models.Q(("state", "open")), fields=["id"], name="proposal_open"
            ),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("document", None), ("event__isnull", False)),
                    models.Q(("document__isnull", False), ("event", None)),
                    _connector="OR",
                ),
                name="proposal_belongs_to_one_record",
                violation_error_message="It belongs to one document or to one event.",
            ),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["open", "applied", "returned", "dropped"])),
                name="proposal_state_is_known",
                violation_error_message="This value is not in the vocabulary.",
            ),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "returned"), _negated=True),
                    models.Q(("remark", ""), _negated=True),
                    _connector="OR",
                ),
                name="proposal_is_returned_with_a_remark",
                violation_error_message="Say to the clerk why it is returned.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="proposal",
            trigger=pgtrigger.compiler.Trigger(
                name="record",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change('id', 'form', 'document document_id', 'event event_id')",
                    func="",
                    hash="f32aaa47ced962d49c3549b5542642ca08a140d3",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_record_60289",
                    table="agreements_proposal",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="proposal",
            trigger=pgtrigger.compiler.Trigger(
                name="record_truncate",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change()",
                    func="",
                    hash="c439ce21af04405c59398be318b448c2d19fb319",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_record_truncate_8dccb",
                    table="agreements_proposal",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="remark",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("document", None), ("event__isnull", False)),
                    models.Q(("document__isnull", False), ("event", None)),
                    _connector="OR",
                ),
                name="remark_belongs_to_one_record",
                violation_error_message="It belongs to one document or to one event.",
            ),
        ),
        migrations.AddConstraint(
            model_name="remark",
            constraint=models.CheckConstraint(
                condition=models.Q(("text", ""), _negated=True),
                name="remark_says_something",
                violation_error_message="Write what the clerk should mend.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="remark",
            trigger=pgtrigger.compiler.Trigger(
                name="record",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change('id', '', 'document document_id', 'event event_id')",
                    func="",
                    hash="6d4e6a6086f7147f24b474a097b9c43225886196",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_record_01013",
                    table="agreements_remark",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="remark",
            trigger=pgtrigger.compiler.Trigger(
                name="record_truncate",
                sql=agreements.models.triggers.Call(
                    execute="agreements_record_change()",
                    func="",
                    hash="72a9df7a12322e5de32400f4e60d0f38a12e7651",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_record_truncate_0d8f2",
                    table="agreements_remark",
                    when="AFTER",
                ),
            ),
        ),
    ]
