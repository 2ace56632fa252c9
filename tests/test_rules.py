"""Each rule of the records, broken once: by the ORM, by raw SQL, past every form."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, models, transaction

from agreements.models import (
    Action,
    AgencyName,
    AgencyParent,
    AgencySuccession,
    Announcement,
    Change,
    Citation,
    Delegation,
    DismissedDoubt,
    Document,
    DocumentTitle,
    DuplicateMark,
    Event,
    EventName,
    File,
    Identifier,
    Import,
    ImportProfile,
    ImportRow,
    Job,
    Membership,
    MergedRecord,
    MissingValue,
    Page,
    Party,
    PlaceName,
    Proposal,
    ReadingDoubt,
    Relation,
    Remark,
    ResponsibleBody,
    Signatory,
    Signing,
    Source,
    State,
    StateName,
    StateSuccession,
    StatusOverride,
    Subject,
    SubjectName,
    Text,
    rules,
)
from tests import builders

VARIANT = {"is_variant": True}
pytestmark = pytest.mark.django_db


def broken_by(act: Callable[[], object]) -> str:
    """The name of the rule that refuses it, now or at commit."""
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        act()
        builders.settle()
    return refusal.value.__cause__.diag.constraint_name


def same_name(owner: str, model: type[models.Model], **values: object) -> Callable[[], object]:
    """Two preferred names of one kind and language whose times overlap."""

    def act() -> None:
        record = getattr(builders, owner)()
        for since, until in (("1990", "2001"), ("2000", None)):
            model.objects.create(
                **{owner: record, "language": "tg", "text": f"since {since}", "kind": "other"},
                **{"since": since, "until": until, "is_preferred": True, **values},
            )

    return act


def name_with(**values: object) -> Callable[[], object]:
    row = {"language": "tg", "kind": "short", "text": "Ном", **values}
    return lambda: StateName.objects.create(state=builders.state(), **row)


def agency_name_with(**values: object) -> Callable[[], object]:
    row = {"language": "tg", "kind": "official", "text": "Вазорат", **values}
    return lambda: AgencyName.objects.create(agency=builders.agency(), **row)


def place_name_with(**values: object) -> Callable[[], object]:
    row = {"language": "tg", "kind": "short", "text": "Шаҳр", **values}
    return lambda: PlaceName.objects.create(place=builders.place(), **row)


def twice(model: type[models.Model], make: Callable[[], dict]) -> Callable[[], object]:
    """The same row entered two times."""

    def act() -> None:
        row = make()
        model.objects.create(**row)
        model.objects.create(**row)

    return act


def variant_twice(owner: str, model: type[models.Model]) -> Callable[[], object]:
    return twice(
        model,
        lambda: {owner: getattr(builders, owner)(), "language": "tg", "text": "Ном", **VARIANT},
    )


def document_with(**values: object) -> Callable[[], object]:
    return lambda: builders.document(**values)


def party_with(**values: object) -> Callable[[], object]:
    return lambda: Party.objects.create(
        **{"document": builders.draft(), "side": 1, "state": builders.state(), **values}
    )


def agency_parent(**values: object) -> dict:
    return {"agency": builders.agency(), "under": "government", **values}


def under_itself() -> None:
    agency = builders.agency()
    AgencyParent.objects.create(agency=agency, under="agency", parent=agency)


def succeeds_itself(model: type[models.Model], record: Callable[[], models.Model]) -> Callable:
    def act() -> None:
        body = record()
        model.objects.create(predecessor=body, successor=body)

    return act


def pair(record: Callable[[], models.Model]) -> dict:
    return {"predecessor": record(), "successor": record()}


def relation_to_itself() -> None:
    document = builders.draft()
    Relation.objects.create(document=document, kind="amends", target=document)


def own_group() -> None:
    subject = builders.subject()
    Subject.objects.filter(pk=subject.pk).update(parent=subject)


def third_level() -> None:
    group = builders.subject()
    builders.subject(parent=builders.subject(parent=group))


def child_of(model: type[models.Model], **values: object) -> Callable[[], object]:
    return lambda: model.objects.create(document=builders.draft(), **values)


def of_event(model: type[models.Model], **values: object) -> Callable[[], object]:
    return lambda: model.objects.create(event=builders.event(), **values)


def citation(**values: object) -> Callable[[], object]:
    return lambda: Citation.objects.create(source=builders.source(), **values)


def proposal(**values: object) -> dict:
    return {"changes": [], "form": {}, "seen_version": 1, "made_by": "clerk", **values}


def override(**values: object) -> dict:
    row = {"document": builders.draft(), "status": "in_force", "effective_on": "2023"}
    return {**row, "reason": "A letter says so.", "source": builders.source(), **values}


ROWS: dict[str, Callable[[], object]] = {
    # states
    "state_code_has_form": lambda: builders.state(code="TJ"),
    "state_alpha3_is_unique": lambda: builders.state(alpha3="TJK"),
    "state_kind_is_known": lambda: builders.state(kind="empire"),
    "state_since_is_a_date": lambda: builders.state(since="1991-02-30"),
    "state_until_is_a_date": lambda: builders.state(until="long ago"),
    "state_ends_after_it_begins": lambda: builders.state(since="1991", until="1990"),
    "state_has_one_preferred_name_at_a_time": same_name("state", StateName),
    "state_name_stands_once": twice(
        StateName,
        lambda: {"state": builders.state(), "language": "tg", "kind": "short", "text": "Ном"},
    ),
    "state_name_kind_is_known": name_with(kind="nickname"),
    "state_name_since_is_a_date": name_with(since="2023-13"),
    "state_name_until_is_a_date": name_with(until="0000"),
    "state_name_is_not_empty": name_with(text=""),
    "state_succession_stands_once": twice(StateSuccession, lambda: pair(builders.state)),
    "state_does_not_succeed_itself": succeeds_itself(StateSuccession, builders.state),
    "state_succession_date_is_a_date": lambda: StateSuccession.objects.create(
        succeeded_on="1991-1", **pair(builders.state)
    ),
    # places and subjects
    "place_has_one_preferred_name_at_a_time": same_name("place", PlaceName),
    "place_name_stands_once": twice(
        PlaceName,
        lambda: {"place": builders.place(), "language": "tg", "kind": "short", "text": "Шаҳр"},
    ),
    "place_name_kind_is_known": place_name_with(kind="nickname"),
    "place_name_since_is_a_date": place_name_with(since="19"),
    "place_name_until_is_a_date": place_name_with(until="19"),
    "place_name_is_not_empty": place_name_with(text=""),
    "subject_is_not_its_own_group": own_group,
    "subject_has_two_levels": third_level,
    "subject_has_one_name_per_language": twice(
        SubjectName, lambda: {"subject": builders.subject(), "language": "tg", "text": "Мавзӯъ"}
    ),
    # agencies
    "agency_kind_is_known": lambda: builders.agency(kind="club"),
    "agency_since_is_a_date": lambda: builders.agency(since="20"),
    "agency_until_is_a_date": lambda: builders.agency(until="20"),
    "agency_ends_after_it_begins": lambda: builders.agency(since="2010", until="2009-12"),
    "agency_has_one_preferred_name_at_a_time": same_name("agency", AgencyName),
    "agency_name_stands_once": twice(
        AgencyName,
        lambda: {"agency": builders.agency(), "language": "tg", "kind": "short", "text": "Вазорат"},
    ),
    "agency_name_kind_is_known": agency_name_with(kind="nickname"),
    "agency_name_since_is_a_date": agency_name_with(since="19"),
    "agency_name_until_is_a_date": agency_name_with(until="19"),
    "agency_name_is_not_empty": agency_name_with(text=""),
    "agency_parent_is_an_agency_or_the_state": lambda: AgencyParent.objects.create(
        **agency_parent(parent=builders.agency())
    ),
    "agency_is_not_under_itself": under_itself,
    "agency_parent_stands_once": twice(AgencyParent, agency_parent),
    "agency_parent_since_is_a_date": lambda: AgencyParent.objects.create(
        **agency_parent(since="x")
    ),
    "agency_parent_until_is_a_date": lambda: AgencyParent.objects.create(
        **agency_parent(until="x")
    ),
    "agency_succession_stands_once": twice(AgencySuccession, lambda: pair(builders.agency)),
    "agency_does_not_succeed_itself": succeeds_itself(AgencySuccession, builders.agency),
    "agency_succession_date_is_a_date": lambda: AgencySuccession.objects.create(
        succeeded_on="spring", **pair(builders.agency)
    ),
    # events
    "event_publication_state_is_known": lambda: Event.objects.filter(pk=builders.event().pk).update(
        publication_state="hidden"
    ),
    "event_begins_as_a_draft": lambda: Event.objects.create(publication_state="published"),
    "event_follows_the_workflow": lambda: Event.objects.filter(pk=builders.event().pk).update(
        publication_state="draft"
    ),
    "event_stays_once_public": lambda: Event.objects.filter(pk=builders.event().pk)._raw_delete(
        "default"
    ),
    "event_withdrawal_has_a_reason": lambda: builders.event(publication_state="withdrawn"),
    "event_kind_is_known": lambda: builders.event(kind="party"),
    "event_first_day_is_a_date": lambda: builders.event(began_on="2023-02-29"),
    "event_last_day_is_a_date": lambda: builders.event(ended_on="2023-04-31"),
    "event_ends_after_it_begins": lambda: builders.event(
        began_on="2023-05-04", ended_on="2023-05-03"
    ),
    "event_has_one_name_per_language": twice(
        EventName, lambda: {"event": builders.event(), "language": "tg", "text": "Сафар"}
    ),
    "event_name_is_not_empty": of_event(EventName, language="tg", text=""),
    "event_names_a_state_once": twice(
        Delegation, lambda: {"event": builders.event(), "state": builders.state()}
    ),
    "delegation_role_is_known": lambda: Delegation.objects.create(
        event=builders.event(), state=builders.state(), role="chief"
    ),
    "delegation_presence_is_known": lambda: Delegation.objects.create(
        event=builders.event(), state=builders.state(), is_head_present="maybe"
    ),
    "announcement_qualifier_is_known": of_event(Announcement, number=2, counts="x", qualifier="~"),
    "announcement_scope_is_known": of_event(
        Announcement, number=2, counts="x", includes_heads_documents="?"
    ),
    "announcement_counts_something": of_event(Announcement, number=0, counts="documents"),
    "event_has_a_name": lambda: Event.objects.create(),
    "event_has_a_source": lambda: Citation.objects.filter(event=builders.event()).delete(),
    # documents
    "document_publication_state_is_known": lambda: Document.objects.filter(
        pk=builders.document().pk
    ).update(publication_state="hidden"),
    "document_begins_as_a_draft": lambda: Document.objects.create(publication_state="in_review"),
    "document_follows_the_workflow": lambda: Document.objects.filter(pk=builders.draft().pk).update(
        publication_state="published"
    ),
    "document_stays_once_public": lambda: Document.objects.filter(
        pk=builders.document().pk
    )._raw_delete("default"),
    # what stands beside a record
    "remark_belongs_to_one_record": lambda: Remark.objects.create(text="Mend it."),
    "remark_says_something": child_of(Remark, text=""),
    "proposal_belongs_to_one_record": lambda: Proposal.objects.create(**proposal()),
    "proposal_state_is_known": child_of(Proposal, **proposal(state="lost")),
    "proposal_is_returned_with_a_remark": child_of(Proposal, **proposal(state="returned")),
    "history_is_append_only": lambda: Change.objects.update(actor="nobody"),
    "document_withdrawal_has_a_reason": document_with(publication_state="withdrawn"),
    "document_legal_nature_is_known": document_with(legal_nature="soft"),
    "document_level_is_known": document_with(level="global"),
    "document_validity_is_known": document_with(validity="for ever"),
    "document_term_start_is_known": document_with(term_counts_from="birth"),
    "document_entry_into_force_is_known": document_with(entry_into_force="soon"),
    "document_text_absence_is_known": document_with(text_absence="burnt"),
    "document_availability_is_known": lambda: quietly(
        "UPDATE agreements_document SET text_availability = 'nowhere'"
    ),
    "document_signed_on_is_a_date": lambda: quietly(
        "UPDATE agreements_document SET signed_on = '2023-00'"
    ),
    "document_period_is_a_date": document_with(period="2025/2023"),
    "document_entry_into_force_is_a_date": document_with(entry_into_force_date="2023-5-4"),
    "document_term_has_form": document_with(term="5Y"),
    "document_renewal_term_has_form": document_with(renewal_term="P0Y"),
    "document_notice_period_has_form": document_with(notice_period="6 month"),
    "document_days_belong_to_notification": document_with(entry_into_force_days=30),
    "document_has_one_title_per_language_and_wording": twice(
        DocumentTitle,
        lambda: {"document": builders.draft(), "language": "tg", "text": "Созишнома"},
    ),
    "title_wording_is_known": child_of(DocumentTitle, language="tg", text="x", worded_by="us"),
    "title_is_not_empty": child_of(DocumentTitle, language="tg", text=""),
    "document_has_a_title": lambda: Document.objects.create(),
    "document_has_a_type": lambda: Document.objects.filter(pk=builders.document().pk).update(
        type=None
    ),
    "document_has_two_sides": lambda: builders.document().parties.filter(side=2).delete(),
    "document_has_a_date": document_with(signed_on=None),
    "document_has_a_source": lambda: builders.document().citations.all().delete(),
    "document_children_are_its_own": lambda: Signing.objects.create(
        document=builders.draft(), party=builders.draft().parties.first()
    ),
    "responsible_body_stands_once": twice(
        ResponsibleBody,
        lambda: {"document": builders.draft(), "side": 1, "agency": builders.agency()},
    ),
    "responsible_body_has_a_side": lambda: ResponsibleBody.objects.create(
        document=builders.draft(), side=3, agency=builders.agency()
    ),
    "missing_value_stands_once": twice(
        MissingValue,
        lambda: {"document": builders.draft(), "field": "place", "reason": "not_recorded"},
    ),
    "missing_reason_is_known": child_of(MissingValue, field="place", reason="lazy"),
    "missing_value_says_when_looked_for": child_of(
        MissingValue, field="place", reason="looked_for_and_not_found"
    ),
    # parties
    "party_has_a_side": party_with(side=3, acting_as="state"),
    "party_role_is_known": party_with(role="friend", acting_as="state"),
    "party_capacity_is_known": party_with(acting_as="king"),
    "party_is_an_agency_or_a_state": lambda: builders.party(
        builders.draft(), 1, builders.agency(), acting_as="government"
    ),
    "party_agency_names_its_state": lambda: Party.objects.create(
        document=builders.draft(), side=1, agency=builders.agency()
    ),
    "party_agency_is_of_its_state": lambda: Party.objects.create(
        document=builders.draft(), side=1, agency=builders.agency(), state=builders.state()
    ),
    "party_stands_once_on_a_side": twice(
        Party, lambda: {"document": builders.draft(), "side": 1, "state": builders.state()}
    ),
    # what happens to a document
    "signing_date_is_a_date": child_of(Signing, signed_on="2023-06-31"),
    "signatory_has_a_name": child_of(Signatory, person=""),
    "action_kind_is_known": child_of(Action, kind="forgotten"),
    "action_is_by_a_side_or_a_party": lambda: act_by_both(),
    "action_done_on_is_a_date": child_of(Action, kind="ratified", done_on="1899-02-29"),
    "action_received_on_is_a_date": child_of(Action, kind="ratified", received_on="x"),
    "action_effective_on_is_a_date": child_of(Action, kind="ratified", effective_on="x"),
    "relation_kind_is_known": child_of(Relation, kind="likes", target_text="another"),
    "relation_has_another_end": child_of(Relation, kind="amends"),
    "relation_is_not_to_itself": relation_to_itself,
    "relation_stands_once": twice(
        Relation,
        lambda: {"document": builders.draft(), "kind": "amends", "target": builders.draft()},
    ),
    "relation_effective_on_is_a_date": child_of(
        Relation, kind="amends", target_text="another", effective_on="x"
    ),
    "identifier_stands_once": twice(
        Identifier, lambda: {"document": builders.draft(), "scheme_id": "unts", "value": "I-1"}
    ),
    "identifier_has_a_value": child_of(Identifier, scheme_id="unts", value=""),
    "text_role_is_known": child_of(Text, language="en", body="x", role="poem"),
    "text_has_words_or_a_file": child_of(Text, language="en"),
    "file_kind_is_known": lambda: builders.file(None, kind="exe"),
    "file_words_state_is_known": lambda: builders.file(None, words_state="good"),
    "file_fixity_is_known": lambda: builders.file(None, fixity="good"),
    "file_has_a_name": lambda: builders.file(None, name=""),
    "file_is_not_empty": lambda: builders.file(None, size=0),
    "file_hash_has_form": lambda: builders.file(None, sha256="A" * 64),
    "file_of_a_text_is_of_its_document": lambda: builders.file(
        None, text=builders.text(builders.draft())
    ),
    "file_replacement_has_a_reason": lambda: builders.file(None, replaces=builders.file(None)),
    "document_files_are_its_own": lambda: builders.file(
        builders.draft(), text=builders.text(builders.draft())
    ),
    "file_stays_as_received": lambda: File.objects.filter(pk=builders.file(None).pk).update(size=9),
    "file_stays_once_public": lambda: builders.file(builders.document()).delete(),
    "job_kind_is_known": lambda: Job.objects.create(file=builders.file(None), kind="play"),
    "job_state_is_known": lambda: Job.objects.create(
        file=builders.file(None), kind="words", state="lost"
    ),
    "job_works_on_what_its_kind_says": lambda: Job.objects.create(
        file=builders.file(None), kind="apply"
    ),
    "job_of_an_import_waits_once": twice(
        Job, lambda: {"import_run": received_table(), "kind": "apply"}
    ),
    "import_profile_has_a_name": lambda: ImportProfile.objects.create(name=""),
    "import_state_is_known": lambda: received_table(state="lost"),
    "applied_import_says_when": lambda: received_table(state="applied"),
    "import_outcome_is_known": lambda: ImportRow.objects.create(**table_row(outcome="odd")),
    "import_row_stands_once": twice(ImportRow, lambda: table_row()),
    "job_waits_once": twice(Job, lambda: {"file": builders.file(None), "kind": "words"}),
    "page_stands_once": twice(Page, lambda: {"file": builders.file(None), "number": 1}),
    "page_number_counts_from_one": lambda: Page.objects.create(file=builders.file(None), number=0),
    "status_override_is_known": lambda: StatusOverride.objects.create(**override(status="good")),
    "status_override_date_is_a_date": lambda: StatusOverride.objects.create(
        **override(effective_on="x")
    ),
    "status_override_has_a_reason": lambda: StatusOverride.objects.create(**override(reason="")),
    "status_override_stands_once": twice(StatusOverride, override),
    # memberships and dismissed warnings
    "membership_stands_once": twice(Membership, lambda: seat(since="2004")),
    "organisation_is_no_member_of_itself": lambda: Membership.objects.create(
        organisation=(one := builders.state()), member=one
    ),
    "membership_ends_after_it_begins": lambda: Membership.objects.create(
        **seat(since="2004", until="2003")
    ),
    "membership_since_is_a_date": lambda: Membership.objects.create(**seat(since="soon")),
    "membership_until_is_a_date": lambda: Membership.objects.create(**seat(until="soon")),
    "dismissed_doubt_is_about_one_record": lambda: DismissedDoubt.objects.create(
        document=builders.draft(), agency=builders.agency(), code="c", key="k"
    ),
    "dismissed_doubt_stands_once": twice(
        DismissedDoubt, lambda: {"document": builders.draft(), "code": "c", "key": "k"}
    ),
    "reading_doubt_belongs_to_one_record": lambda: ReadingDoubt.objects.create(code="c"),
    # names that stand twice
    "document_title_stands_once": variant_twice("document", DocumentTitle),
    "event_name_stands_once": variant_twice("event", EventName),
    "subject_name_stands_once": variant_twice("subject", SubjectName),
    # merged records and duplicates
    "merged_record_kind_is_known": lambda: merged(kind="thing"),
    "merged_record_goes_one_way": lambda: (merged(), merged(kept_number=3)),
    "record_is_not_merged_into_itself": lambda: merged(kept_number=1),
    "merging_has_a_reason": lambda: merged(reason=""),
    "duplicate_mark_kind_is_known": lambda: marked(kind="thing"),
    "duplicate_mark_is_settled_by_an_outcome": lambda: marked(outcome="merged"),
    "duplicate_mark_waits_once": lambda: (marked(), marked(number=2, of_number=1)),
    "record_is_no_duplicate_of_itself": lambda: marked(of_number=1),
    "duplicate_mark_has_a_reason": lambda: marked(reason=""),
    # sources
    "source_says_what_it_is": lambda: Source.objects.create(language="en"),
    "source_published_on_is_a_date": lambda: builders.source(published_on="x"),
    "source_retrieved_on_is_a_date": lambda: builders.source(retrieved_on="x"),
    "citation_belongs_to_one_record": citation(),
    "citation_cites_one_thing": lambda: Citation.objects.create(document=builders.draft()),
    "citation_stance_is_known": lambda: Citation.objects.create(
        document=builders.draft(), source=builders.source(), stance="doubts"
    ),
}
# Of tables that functions of the database alone write, which have tests of their own.
COMPUTED = {
    "status_period_status_is_known",
    "status_period_basis_is_known",
    "status_period_is_not_empty",
    "search_part_has_its_number",
    "twin_stands_once",
    "twin_is_another",
}


def quietly(sql: str) -> None:
    """As a bulk loader, which may write what is derived."""
    builders.document()
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL agreements.refresh = 'off'")
        cursor.execute(sql)


def merged(**values: object) -> MergedRecord:
    row = {"kind": "agency", "number": 1, "kept_number": 2, "name": "A", "reason": "One."}
    return MergedRecord.objects.create(**row | values)


def marked(**values: object) -> DuplicateMark:
    row = {"kind": "agency", "number": 1, "of_number": 2, "reason": "One."}
    return DuplicateMark.objects.create(**row | values)


def seat(**values: object) -> dict[str, object]:
    return {"organisation": builders.state(), "member": builders.state(), **values}


def received_table(**values: object) -> Import:
    return Import.objects.create(**{"name": "a.csv", "size": 1, "sha256": "", **values})


def table_row(**values: object) -> dict[str, object]:
    return {"import_run": received_table(), "number": 2, "outcome": "new", **values}


def act_by_both() -> None:
    document = builders.draft()
    Action.objects.create(
        document=document, kind="ratified", side=1, party=document.parties.first()
    )


@pytest.mark.parametrize("rule", ROWS)
def test_rule_refuses(rule: str) -> None:
    assert broken_by(ROWS[rule]) == rule


def test_every_rule_is_broken_once() -> None:
    models_ = State._meta.app_config.get_models()
    named = {constraint.name for model in models_ for constraint in model._meta.constraints}
    assert named | set(rules.RULES) == set(ROWS) | COMPUTED


def test_every_rule_has_words() -> None:
    for model in State._meta.app_config.get_models():
        for constraint in model._meta.constraints:
            default = constraint.default_violation_error_message
            assert constraint.name in COMPUTED or constraint.violation_error_message != default


def test_words_of_a_rule_that_is_checked_at_commit() -> None:
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        Document.objects.create()
        builders.settle()
    assert rules.words(refusal.value) == "A document needs a title, even as a draft."


def test_words_of_a_constraint() -> None:
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        builders.state(code="Tajikistan")
    assert rules.words(refusal.value, State).startswith("A code is two small letters (tj)")


def test_form_refuses_what_the_database_refuses() -> None:
    with pytest.raises(ValidationError) as refusal:
        State(code="zz", since="1991-02-30").full_clean()
    assert "This is no date" in str(refusal.value)
