"""Who may do what: three groups, each with all that the one before it may."""

from __future__ import annotations

from django.apps import apps
from django.contrib.auth.models import Group, Permission, User
from django.db import models

from agreements.models import (
    Action,
    Agency,
    AgencyName,
    AgencyParent,
    AgencySuccession,
    Announcement,
    Change,
    Citation,
    Communique,
    ContentVersion,
    Delegation,
    DismissedDoubt,
    Document,
    DocumentSubject,
    DocumentTitle,
    DocumentType,
    DuplicateMark,
    Event,
    EventName,
    File,
    FileCheck,
    FileWords,
    Identifier,
    IdentifierScheme,
    Import,
    ImportProfile,
    ImportRow,
    Job,
    Membership,
    MergedRecord,
    MissingValue,
    Page,
    Party,
    Place,
    PlaceName,
    Proposal,
    ReadingDoubt,
    Relation,
    Remark,
    ResponsibleBody,
    SearchCount,
    SearchCountChange,
    SearchPart,
    SearchRow,
    SearchSample,
    Seed,
    Signatory,
    Signing,
    Source,
    State,
    StateName,
    StateSuccession,
    StatusOverride,
    StatusPeriod,
    Subject,
    SubjectName,
    Text,
    Twin,
)

from .seeds import Seeder

CLERK, EDITOR, ADMINISTRATOR = "clerk", "editor", "administrator"

# Records and rows that clerks write, and delete while they are no more than a draft.
WRITTEN = [
    Document, DocumentTitle, Party, Signing, Signatory, Action, Relation, Identifier, Text, File,
    Citation, MissingValue, ResponsibleBody, Event, EventName, Delegation, Announcement,
    AgencyName, AgencyParent, AgencySuccession, PlaceName, Import, ImportProfile,
]  # fmt: skip
# Those that clerks add and correct; editors delete what nothing points at.
KEPT = [Agency, Place, Source]
# Lists that clerks choose from and editors look after.
LISTS = [
    State, StateName, StateSuccession, Membership, Subject, SubjectName, DocumentType,
    IdentifierScheme, StatusOverride,
]  # fmt: skip
# Written by the archive itself, by way of what somebody does with a record.
BY_ITSELF = [
    Change, Communique, ContentVersion, DismissedDoubt, DocumentSubject, DuplicateMark,
    FileCheck, FileWords, ImportRow, Job, MergedRecord, Page, Proposal, ReadingDoubt, Remark,
    SearchCount, SearchCountChange, SearchPart, SearchRow, SearchSample, Seed, StatusPeriod, Twin,
]  # fmt: skip
SEEN = [Change, DuplicateMark, FileCheck, ImportRow, Job, MergedRecord, Proposal, Remark]

EDITORS_OWN = ["publish_document", "publish_event", "restore_records", "merge_records"]


def codes(verbs: list[str], kinds: list[type[models.Model]]) -> list[str]:
    return [f"{verb}_{kind._meta.model_name}" for kind in kinds for verb in verbs]


def roles() -> dict[str, list[str]]:
    """Codes of permissions by name of the group."""
    clerk = [
        *codes(["add", "change", "delete", "view"], WRITTEN),
        *codes(["add", "change", "view"], KEPT),
        *codes(["view"], [*LISTS, *SEEN]),
    ]
    editor = [*clerk, *codes(["delete"], KEPT), *codes(["add", "change", "delete"], LISTS)]
    editor += EDITORS_OWN
    administrator = [*editor, *codes(["add", "change", "view"], [User]), *codes(["view"], [Group])]
    return {CLERK: clerk, EDITOR: editor, ADMINISTRATOR: administrator}


def load_roles(seeder: Seeder) -> None:
    """Make the groups. A permission that an administrator has since taken away stays away."""
    for name, wanted in roles().items():
        pk = seeder.once(
            f"group:{name}", lambda name=name: Group.objects.get_or_create(name=name)[0]
        )
        new = [code for code in wanted if f"group:{name}:{code}" not in seeder.known]
        labels = [config.label for config in apps.get_app_configs()]
        permissions = Permission.objects.filter(
            codename__in=new, content_type__app_label__in=labels
        )
        for group in Group.objects.filter(pk=pk):
            group.permissions.add(*permissions)
        seeder.remember({f"group:{name}:{code}": 0 for code in new})
