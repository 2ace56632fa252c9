"""Triggers that models name in their ``Meta`` and django-pgtrigger installs by migration.

They call the functions in ``migrations/sql/0003_history.sql`` and nothing else: a function that
django-pgtrigger writes can be switched off by anybody, for a transaction, with the setting
``pgtrigger.ignore``; these only by the owner of the table.
"""

from __future__ import annotations

import pgtrigger
from django.db import models
from pgtrigger import compiler

from .vocabulary import WORKFLOW, PublicationState


class Call(compiler.UpsertTriggerSql):
    """A trigger on a function that is there already."""

    def get_template(self) -> str:
        return """
            DROP TRIGGER IF EXISTS {pgid} ON {table};
            CREATE TRIGGER {pgid} {when} {operation} ON {table}
                FOR EACH {level} {condition} EXECUTE FUNCTION {execute};
            COMMENT ON TRIGGER {pgid} ON {table} IS '{hash}';
        """


class Calls(pgtrigger.Trigger):
    """Calls ``function`` with what ``arguments()`` gives."""

    function = ""

    def arguments(self, model: type[models.Model]) -> list[str]:
        return []

    def render_execute(self, model: type[models.Model]) -> str:
        return f"{self.function}({', '.join(map(quoted, self.arguments(model)))})"

    def compile(self, model: type[models.Model]) -> compiler.Trigger:
        sql = Call(
            pgid=self.get_pgid(model),
            func="",
            table=model._meta.db_table,
            when=self.when,
            operation=self.operation,
            level=self.level,
            condition=self.render_condition(model),
            execute=self.render_execute(model),
        )
        return compiler.Trigger(name=self.name, sql=sql)


class Record(Calls):
    """Writes each change of a row into the history, under the roots that the row belongs to.

    A root is a line of "kind column": the row's column holds the root's key. Where the root is one
    table further, it is "kind column table column": the row points at a row of that table.
    """

    name = "record"
    when = pgtrigger.After
    operation = pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete
    function = "agreements_record_change"

    def __init__(self, *roots: str, derived: tuple[str, ...] = ()) -> None:
        self.roots = roots
        self.derived = derived
        super().__init__()

    def arguments(self, model: type[models.Model]) -> list[str]:
        """The key's column, columns whose change is no change of the record, and the roots."""
        fields = model._meta.concrete_fields
        generated = [field.column for field in fields if field.generated]
        return [model._meta.pk.column, ",".join([*generated, *self.derived]), *self.roots]


class RecordTruncate(Calls):
    name = "record_truncate"
    when = pgtrigger.After
    operation = pgtrigger.Truncate
    level = pgtrigger.Statement
    function = "agreements_record_change"


class Workflow(Calls, pgtrigger.FSM):
    """Publication goes step by step, whoever writes; a new row is a draft."""

    name = "workflow"
    when = pgtrigger.After
    operation = pgtrigger.Insert | pgtrigger.UpdateOf("publication_state")
    field = "publication_state"
    transitions = [(str(old), str(new)) for old, new in WORKFLOW]
    function = "agreements_check_workflow"

    def arguments(self, model: type[models.Model]) -> list[str]:
        return [model._meta.model_name, *(self.separator.join(step) for step in self.transitions)]


class KeepPublic(Calls, pgtrigger.Protect):
    """What is or was public is withdrawn, never deleted."""

    name = "keep_public"
    operation = pgtrigger.Delete
    condition = pgtrigger.Q(
        old__publication_state__in=[PublicationState.PUBLISHED, PublicationState.WITHDRAWN]
    )
    function = "agreements_refuse_deletion"

    def arguments(self, model: type[models.Model]) -> list[str]:
        return [model._meta.model_name]


class KeepFile(Calls):
    """An original stays as it was received, and stays at all once it is or was public."""

    name = "keep_file"
    when = pgtrigger.Before
    operation = pgtrigger.Update | pgtrigger.Delete
    function = "agreements_keep_file"


class AppendOnly(Calls, pgtrigger.Protect):
    """Rows are added and stay as they are."""

    name = "append_only"
    when = pgtrigger.Before
    level = pgtrigger.Statement
    operation = pgtrigger.Update | pgtrigger.Delete | pgtrigger.Truncate
    function = "agreements_refuse_rewriting"

    def __init__(self) -> None:
        pgtrigger.Trigger.__init__(self)  # without the transition tables of Protect


class NoteContent(Calls):
    """Moves the content's version with the first change of a transaction that may be public."""

    name = "note_content"
    when = pgtrigger.After
    operation = pgtrigger.Insert
    function = "agreements_note_content"

    def __init__(self, beside: list[str]) -> None:
        tables = ", ".join(map(quoted, beside))
        self.condition = pgtrigger.Condition(
            "coalesce(current_setting('agreements.content', true), '') = '' "
            f'AND NEW."table" NOT IN ({tables})'
        )
        super().__init__()


class NoteRewriting(Calls):
    """Pages show the history, too: who rewrites it on a legal demand changes them."""

    name = "note_rewriting"
    when = pgtrigger.After
    level = pgtrigger.Statement
    operation = pgtrigger.Update | pgtrigger.Delete | pgtrigger.Truncate
    function = "agreements_note_content"


def quoted(argument: str) -> str:
    return "'" + argument.replace("'", "''") + "'"


def recorded(*roots: str, derived: tuple[str, ...] = ()) -> list[pgtrigger.Trigger]:
    """What every table of the archive has; see ``Record``."""
    return [Record(*roots, derived=derived), RecordTruncate()]
