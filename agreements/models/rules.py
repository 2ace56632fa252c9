"""The words of the rules that the database checks at commit, by the name that it gives them."""

from __future__ import annotations

from django.db import IntegrityError, connection, models
from django.utils.translation import gettext_lazy as _
from psycopg.errors import ForeignKeyViolation

RULES = {
    "document_has_a_title": _("A document needs a title, even as a draft."),
    "document_has_a_type": _("Choose a type before it leaves the draft state."),
    "document_has_two_sides": _(
        "A document that is no draft needs two sides, and the state of every party."
    ),
    "document_has_a_date": _(
        "Give the date of signing, at least the year, or say under “missing values” that it is "
        "not recorded."
    ),
    "document_has_a_source": _(
        "A published document needs a source: a citation, a text, or a source of its event."
    ),
    "document_children_are_its_own": _(
        "A signing, an action or a signatory names a party or a signing of another document."
    ),
    "document_files_are_its_own": _(
        "A file is of a text of another document, or replaces a file of another text."
    ),
    "text_has_words_or_a_file": _("Give the words, a file, or the address where they stand."),
    "file_stays_as_received": _("A file that was received stays as it is. Replace it by another."),
    "file_stays_once_public": _(
        "A file that is or was public stays with its document. Replace it, with a reason, or take "
        "it out of the public."
    ),
    "party_agency_is_of_its_state": _("The agency belongs to another state than the party."),
    "event_has_a_name": _("An event needs a name, even as a draft."),
    "event_has_a_source": _("A published event needs a source."),
    "document_begins_as_a_draft": _("A new document is a draft; it is published by review."),
    "document_follows_the_workflow": _(
        "A document goes from draft to review, from review to publication or back, and is "
        "withdrawn once it is published."
    ),
    "document_stays_once_public": _(
        "A document that is or was public cannot be deleted. Withdraw it, with a reason."
    ),
    "event_begins_as_a_draft": _("A new event is a draft; it is published by review."),
    "event_follows_the_workflow": _(
        "An event goes from draft to review, from review to publication or back, and is "
        "withdrawn once it is published."
    ),
    "event_stays_once_public": _(
        "An event that is or was public cannot be deleted. Withdraw it, with a reason."
    ),
    "history_is_append_only": _("History is only added to."),
    "subject_has_two_levels": _("Subjects have two levels: a group cannot stand in a group."),
}


def check_rules() -> None:
    """Run now what would run at commit. Raises IntegrityError where a rule is broken."""
    connection.check_constraints()


def words(error: IntegrityError, model: type[models.Model] | None = None) -> str:
    """What a clerk is told: the rule's words, the constraint's, else the database's own."""
    if isinstance(error.__cause__, ForeignKeyViolation):
        return str(_("It names a record that is not there any more, or is named by one."))
    name = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None)
    if name in RULES:
        return str(RULES[name])
    for constraint in model._meta.constraints if model else []:
        if constraint.name == name:
            return str(constraint.violation_error_message)
    return str(error)
