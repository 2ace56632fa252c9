"""The one truth of status: each rule of docs/status.md, in its order there."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection, transaction
from django.forms import modelform_factory
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from agreements.models import (
    Action,
    Document,
    MissingValue,
    Relation,
    Signing,
    StatusOverride,
    StatusPeriod,
)
from tests import builders

pytestmark = pytest.mark.django_db


def agreement(signed_on: str | None = "2000-01-01", **values: Any) -> Document:
    document = builders.document(signed_on=signed_on, **values)
    if signed_on is None:
        MissingValue.objects.create(document=document, field="signed_on", reason="not_recorded")
    return document


def in_force(signed_on: str | None = "2000-01-01", **values: Any) -> Document:
    return agreement(signed_on, entry_into_force="on_signature", **values)


def act(document: Document, kind: str, done_on: str | None = None, **values: Any) -> Action:
    return Action.objects.create(document=document, kind=kind, done_on=done_on, **values)


def relate(acting: Document, kind: str, target: Document, **values: Any) -> Relation:
    return Relation.objects.create(document=acting, kind=kind, target=target, **values)


def override(document: Document, status: str, effective_on: str) -> StatusOverride:
    return StatusOverride.objects.create(
        document=document,
        status=status,
        effective_on=effective_on,
        reason="The ministry says so.",
        source=builders.source(),
    )


def line(period: StatusPeriod) -> str:
    """As ``2000-01-01..2005-01-01 in_force signature``; a question mark where it may be."""
    days = f"{period.during.lower or ''}..{period.during.upper or ''}"
    return f"{days} {period.status} {period.basis}{'' if period.is_certain else '?'}"


def life(document: Document) -> list[str]:
    """All periods of a document, after the transaction would have been committed."""
    builders.settle()
    return [line(period) for period in document.status_periods.order_by("id")]


def answer(document: Document, status: str, day: str) -> str:
    """Whether the document has this status on that day."""
    builders.settle()
    on = datetime.date.fromisoformat(day)
    one = Document.objects.filter(pk=document.pk)
    if one.with_status(status, on).exists():
        return "yes"
    return "possibly" if one.with_status(status, on, possibly=True).exists() else "no"


# Start


def test_nothing_recorded_is_unknown_from_signing() -> None:
    assert life(agreement()) == ["2000-01-01.. unknown nothing_recorded"]


def test_other_way_of_entry_without_a_date_is_unknown() -> None:
    assert life(agreement(entry_into_force="other")) == ["2000-01-01.. unknown nothing_recorded"]


def test_without_any_date_is_unknown_at_all_times() -> None:
    assert life(agreement(None, entry_into_force="on_signature")) == [".. unknown nothing_recorded"]


def test_without_signing_date_an_action_says_more() -> None:
    document = agreement(None)
    act(document, "entered_into_force", "2001-01-01")
    assert life(document) == [
        "..2001-01-01 unknown nothing_recorded",
        "2001-01-01.. in_force entry_into_force",
    ]


def test_known_rule_with_its_step_outstanding_is_signed() -> None:
    for rule in (
        "on_a_date",
        "on_last_notification",
        "days_after_last_notification",
        "on_exchange_of_instruments",
        "on_ratification",
    ):
        document = agreement(entry_into_force=rule)
        assert life(document) == ["2000-01-01.. signed awaiting_step"], rule


# Entry into force


def test_on_signature_is_in_force_from_the_last_signing() -> None:
    document = in_force("2000-01-01")
    Signing.objects.create(document=document, signed_on="2000-02-01")
    assert life(document) == ["2000-02-01.. in_force signature"]


def test_recorded_entry_is_in_force_from_that_day_and_signed_before() -> None:
    document = agreement()
    act(document, "entered_into_force", "2001-01-01")
    assert life(document) == [
        "2000-01-01..2001-01-01 signed awaiting_step",
        "2001-01-01.. in_force entry_into_force",
    ]


def test_recorded_entry_counts_before_the_rule() -> None:
    document = in_force()
    act(document, "entered_into_force", "2001-01-01")
    assert answer(document, "in_force", "2000-12-31") == "no"
    assert answer(document, "in_force", "2001-01-01") == "yes"


def test_recorded_entry_takes_effect_when_it_says_so() -> None:
    document = agreement()
    act(document, "entered_into_force", "2001-01-01", effective_on="2001-02-01")
    assert life(document)[-1] == "2001-02-01.. in_force entry_into_force"


def test_entry_before_signature_is_in_force_from_the_earlier_day() -> None:
    document = agreement("2000-01-01")
    act(document, "entered_into_force", "1999-01-01")
    assert life(document) == ["1999-01-01.. in_force entry_into_force"]


def test_agreed_date_is_in_force_from_it() -> None:
    document = agreement(entry_into_force="on_a_date", entry_into_force_date="2000-07-01")
    assert life(document) == [
        "2000-01-01..2000-07-01 signed awaiting_step",
        "2000-07-01.. in_force agreed_date",
    ]


def test_agreed_date_counts_where_no_other_way_is_recorded() -> None:
    document = agreement(entry_into_force_date="2000-07-01")
    assert life(document)[-1] == "2000-07-01.. in_force agreed_date"


def test_agreed_date_does_not_stand_in_for_a_ratification() -> None:
    document = agreement(entry_into_force="on_ratification", entry_into_force_date="2000-07-01")
    assert life(document) == ["2000-01-01.. signed awaiting_step"]


def test_notification_by_both_sides_is_in_force_from_the_later_receipt() -> None:
    document = agreement(entry_into_force="on_last_notification")
    act(document, "notified", "2000-03-01", received_on="2000-03-20", side=1)
    assert life(document) == ["2000-01-01.. signed awaiting_step"]
    act(document, "notified", "2000-03-15", party=document.parties.get(side=2))
    assert life(document)[-1] == "2000-03-20.. in_force notification"


def test_notification_on_an_open_date_leaves_the_later_of_both_open() -> None:
    document = agreement(entry_into_force="on_last_notification")
    act(document, "notified", "2000-03/..", side=1)
    act(document, "notified", "2001-01-01", side=2)
    assert life(document)[-1] == "2001-01-01.. in_force notification?"


def test_notification_by_one_side_twice_is_not_by_both() -> None:
    document = agreement(entry_into_force="on_last_notification")
    act(document, "notified", "2000-03-01", side=1)
    act(document, "notified", "2000-04-01", party=document.parties.get(side=1))
    assert life(document) == ["2000-01-01.. signed awaiting_step"]


def test_notification_entered_for_all_is_by_both_sides() -> None:
    document = agreement(entry_into_force="on_last_notification")
    act(document, "notified", "2000-03-01")
    assert life(document)[-1] == "2000-03-01.. in_force notification"


def test_days_after_the_last_notification_are_counted() -> None:
    document = agreement(entry_into_force="days_after_last_notification", entry_into_force_days=30)
    act(document, "notified", "2000-03-01")
    assert life(document)[-1] == "2000-03-31.. in_force notification"


def test_unknown_number_of_days_after_notification_is_possibly_in_force() -> None:
    document = agreement(entry_into_force="days_after_last_notification")
    act(document, "notified", "2000-03-01")
    assert life(document) == [
        "2000-01-01..2000-03-01 signed awaiting_step",
        "2000-03-01.. signed awaiting_step?",
        "2000-03-01.. in_force notification?",
    ]


def test_exchange_of_instruments_is_in_force_from_it() -> None:
    document = agreement(entry_into_force="on_exchange_of_instruments")
    act(document, "instruments_exchanged", "2000-03-01", side=1)
    assert life(document)[-1] == "2000-03-01.. in_force exchange"


def test_ratification_by_both_sides_is_in_force_from_the_later() -> None:
    document = agreement(entry_into_force="on_ratification")
    act(document, "ratified", "2000-03-01", side=1)
    assert life(document) == ["2000-01-01.. signed awaiting_step"]
    act(document, "approved", "2000-05-01", side=2)
    assert life(document)[-1] == "2000-05-01.. in_force ratification"


def test_entry_on_a_day_not_recorded_is_possible_from_signing() -> None:
    document = agreement()
    act(document, "entered_into_force")
    assert answer(document, "in_force", "1999-12-31") == "no"
    assert answer(document, "in_force", "2000-01-01") == "possibly"
    assert answer(document, "in_force", "2100-01-01") == "possibly"


def test_entry_on_a_recorded_day_settles_one_on_a_day_not_recorded() -> None:
    document = agreement()
    act(document, "entered_into_force")
    act(document, "entered_into_force", "2001-01-01")
    assert life(document)[-1] == "2001-01-01.. in_force entry_into_force"


# Provisional application


def test_provisional_application_lasts_until_entry_into_force() -> None:
    document = agreement(entry_into_force="on_ratification")
    act(document, "provisional_application_began", "2000-02-01")
    act(document, "ratified", "2001-01-01")
    assert life(document) == [
        "2000-01-01..2000-02-01 signed awaiting_step",
        "2000-02-01..2001-01-01 provisionally_applied provisional_application",
        "2001-01-01.. in_force ratification",
    ]


def test_after_provisional_application_it_is_signed_again() -> None:
    document = agreement(entry_into_force="on_ratification")
    act(document, "provisional_application_began", "2000-02-01")
    act(document, "provisional_application_ended", "2000-03-01")
    assert life(document)[-1] == "2000-03-01.. signed awaiting_step"


def test_after_provisional_application_it_is_unknown_where_it_was() -> None:
    document = agreement()
    act(document, "provisional_application_began", "2000-02-01")
    act(document, "provisional_application_ended", "2000-03-01")
    assert life(document)[-1] == "2000-03-01.. unknown nothing_recorded"


def test_provisional_application_changes_nothing_once_in_force() -> None:
    document = in_force()
    act(document, "provisional_application_began", "2000-02-01")
    act(document, "provisional_application_ended", "2000-03-01")
    assert life(document) == ["2000-01-01.. in_force signature"]


# Suspension


def test_suspended_until_resumed() -> None:
    document = in_force()
    act(document, "suspended", "2001-01-01")
    act(document, "resumed", "2002-01-01")
    assert life(document) == [
        "2000-01-01..2001-01-01 in_force signature",
        "2001-01-01..2002-01-01 suspended suspension",
        "2002-01-01.. in_force resumption",
    ]


def test_suspended_provisional_application_resumes_as_such() -> None:
    document = agreement(entry_into_force="on_ratification")
    act(document, "provisional_application_began", "2000-02-01")
    act(document, "suspended", "2001-01-01")
    act(document, "resumed", "2002-01-01")
    assert life(document)[-1] == "2002-01-01.. provisionally_applied resumption"


def test_resumed_from_an_unknown_state_is_in_force() -> None:
    document = agreement()
    act(document, "resumed", "2002-01-01")
    assert life(document)[-1] == "2002-01-01.. in_force resumption"


def test_suspended_by_another_document() -> None:
    document = in_force()
    relate(in_force("2001-01-01"), "suspends", document, effective_on="2001-03-01")
    assert life(document)[-1] == "2001-03-01.. suspended suspension"


def test_suspended_by_a_draft_is_not() -> None:
    document = in_force()
    relate(in_force("2001-01-01", publication_state="draft"), "suspends", document)
    assert life(document) == ["2000-01-01.. in_force signature"]


# Ends by its own terms


@pytest.mark.parametrize("validity", ["fixed_term_then_ends", "fixed_term_renewable_by_agreement"])
def test_fixed_term_ends_after_its_term(validity: str) -> None:
    document = in_force(validity=validity, term="P5Y")
    assert life(document) == [
        "2000-01-01..2005-01-01 in_force signature",
        "2005-01-01.. expired end_of_term",
    ]


@pytest.mark.parametrize(
    "validity",
    [
        "fixed_term_renewed_automatically",
        "indefinite_until_notice",
        "until_performed",
        "one_act",
        "not_stated",
        "not_recorded",
    ],
)
def test_other_validity_has_no_computed_end(validity: str) -> None:
    document = in_force(validity=validity, term="P5Y")
    assert life(document) == ["2000-01-01.. in_force signature"]


@pytest.mark.parametrize(
    ("counts_from", "end"),
    [
        ("signature", "2005-01-01"),
        ("entry_into_force", "2006-07-01"),
        ("not_recorded", "2006-07-01"),
    ],
)
def test_term_counts_from_what_is_recorded(counts_from: str, end: str) -> None:
    document = agreement(validity="fixed_term_then_ends", term="P5Y", term_counts_from=counts_from)
    act(document, "entered_into_force", "2001-07-01")
    assert life(document)[-1] == f"{end}.. expired end_of_term"


def test_term_keeps_the_uncertainty_of_its_start() -> None:
    document = in_force("2000", validity="fixed_term_then_ends", term="P5Y")
    assert life(document) == [
        "2000-01-01..2000-12-31 in_force signature?",
        "2000-12-31..2005-01-01 in_force signature",
        "2005-01-01..2005-12-31 in_force signature?",
        "2005-01-01..2005-12-31 expired end_of_term?",
        "2005-12-31.. expired end_of_term",
    ]


def test_term_from_an_entry_on_a_day_not_recorded_is_counted_from_signing_at_the_earliest() -> None:
    document = agreement(validity="fixed_term_then_ends", term="P5Y")
    act(document, "entered_into_force")
    assert answer(document, "expired", "2004-12-31") == "no"
    assert answer(document, "expired", "2005-01-01") == "possibly"


def test_term_from_an_unknown_start_is_possibly_over_since_signature_and_term() -> None:
    document = agreement(validity="fixed_term_then_ends", term="P5Y")
    assert life(document) == [
        "2000-01-01..2005-01-01 unknown nothing_recorded",
        "2005-01-01.. unknown nothing_recorded?",
        "2005-01-01.. expired end_of_term?",
    ]


def test_term_from_an_entry_that_never_came_does_not_run() -> None:
    document = agreement(
        entry_into_force="on_ratification", validity="fixed_term_then_ends", term="P5Y"
    )
    assert life(document) == ["2000-01-01.. signed awaiting_step"]


def test_term_that_ends_after_the_last_year_never_ends() -> None:
    document = in_force(validity="fixed_term_then_ends", term="P9999Y")
    assert life(document) == ["2000-01-01.. in_force signature"]


def test_term_that_may_end_in_the_last_year_is_readable() -> None:
    document = in_force("2000", validity="fixed_term_then_ends", term="P7999Y")
    assert answer(document, "expired", "9999-12-31") == "possibly"
    assert [period.during.upper for period in document.status_periods.all()][-1] is None


def test_plan_ends_with_the_period_that_it_covers() -> None:
    document = in_force("2023-05-04", type="roadmap", period="2023/2025")
    assert life(document) == [
        "2023-05-04..2026-01-01 in_force signature",
        "2026-01-01.. expired end_of_period",
    ]


def test_plan_of_which_nothing_is_recorded_ends_with_its_period() -> None:
    document = agreement("2023-05-04", type="plan", period="2023/2025")
    assert life(document) == [
        "2023-05-04..2026-01-01 unknown nothing_recorded",
        "2026-01-01.. expired end_of_period",
    ]


def test_plan_signed_after_its_period_is_over_when_it_is_signed() -> None:
    document = in_force("2023-02-01", type="plan", period="2020/2022")
    assert life(document) == ["2023-02-01.. expired end_of_period"]


def test_term_may_be_over_before_signing_of_what_was_in_force_before() -> None:
    document = agreement("2000-01-01", validity="fixed_term_then_ends", term="P1Y")
    act(document, "entered_into_force", "1998-01-01")
    assert life(document) == [
        "1998-01-01..1999-01-01 in_force entry_into_force",
        "1999-01-01.. expired end_of_term",
    ]


def test_treaty_does_not_end_with_a_period_that_it_names() -> None:
    document = in_force("2023-05-04", type="treaty", period="2023/2025")
    assert life(document) == ["2023-05-04.. in_force signature"]


def test_approximate_period_is_possibly_over_about_then() -> None:
    document = in_force("2023-05-04", type="plan", period="2023/2025~")
    assert answer(document, "expired", "2023-12-31") == "no"
    assert answer(document, "expired", "2025-06-01") == "possibly"
    assert answer(document, "expired", "2027-01-01") == "yes"


def test_extension_moves_the_end_to_that_of_the_period_it_covers() -> None:
    document = in_force(validity="fixed_term_then_ends", term="P5Y")
    relate(in_force("2004-01-01", period="2005/2009"), "extends", document)
    assert life(document)[-1] == "2010-01-01.. expired end_of_term"


def test_extension_moves_the_end_of_a_plan() -> None:
    document = in_force(type="plan", period="2000/2004")
    relate(in_force("2004-01-01", period="2005/2009"), "extends", document)
    assert life(document)[-1] == "2010-01-01.. expired end_of_period"


def test_extension_until_nobody_knows_when_leaves_the_end_possible() -> None:
    document = in_force(validity="fixed_term_then_ends", term="P5Y")
    relate(in_force("2004-01-01"), "extends", document)
    assert life(document) == [
        "2000-01-01..2005-01-01 in_force signature",
        "2005-01-01.. in_force signature?",
        "2005-01-01.. expired end_of_term?",
    ]


def test_extension_that_may_not_have_taken_effect_leaves_both_ends_possible() -> None:
    document = in_force(validity="fixed_term_then_ends", term="P5Y")
    relate(agreement("2004-01-01", period="2005/2009"), "extends", document)
    assert answer(document, "expired", "2004-12-31") == "no"
    assert answer(document, "expired", "2005-01-01") == "possibly"
    assert answer(document, "expired", "2010-01-01") == "yes"


def test_extension_by_a_draft_moves_nothing() -> None:
    document = in_force(validity="fixed_term_then_ends", term="P5Y")
    acting = in_force("2004-01-01", period="2005/2009", publication_state="draft")
    relate(acting, "extends", document)
    assert life(document)[-1] == "2005-01-01.. expired end_of_term"


def test_extension_of_some_articles_moves_nothing() -> None:
    document = in_force(validity="fixed_term_then_ends", term="P5Y")
    relate(in_force("2004-01-01", period="2005/2009"), "extends", document, extent="Article 3")
    assert life(document)[-1] == "2005-01-01.. expired end_of_term"


def test_extension_never_shortens() -> None:
    document = in_force(validity="fixed_term_then_ends", term="P5Y")
    relate(in_force("2001-01-01", period="2002"), "extends", document)
    assert life(document)[-1] == "2005-01-01.. expired end_of_term"


# Ends by notice, by withdrawal, by another document


def test_territory_to_which_it_no_longer_applies_does_not_end_it() -> None:
    document = in_force()
    territory = builders.party(document, 2, builders.state(), role="territory")
    act(document, "ceased_to_be_a_party", "2010-01-01", party=territory)
    assert life(document) == ["2000-01-01.. in_force signature"]


def test_notice_ends_it_when_the_notice_takes_effect() -> None:
    document = in_force(notice_period="P6M")
    act(document, "notice_of_termination", "2010-01-01", effective_on="2010-03-01")
    assert life(document)[-1] == "2010-03-01.. terminated notice"


def test_notice_ends_it_after_the_notice_period_from_receipt() -> None:
    document = in_force(notice_period="P6M")
    act(document, "notice_of_termination", "2010-01-01", received_on="2010-01-15")
    assert life(document)[-1] == "2010-07-15.. terminated notice"


def test_notice_without_a_known_period_ends_it_possibly() -> None:
    document = in_force()
    act(document, "notice_of_termination", "2010-01-01")
    assert life(document) == [
        "2000-01-01..2010-01-01 in_force signature",
        "2010-01-01.. in_force signature?",
        "2010-01-01.. terminated notice?",
    ]


def test_notice_against_automatic_renewal_ends_it_within_the_running_term() -> None:
    document = in_force(
        validity="fixed_term_renewed_automatically", term="P5Y", notice_period="P6M"
    )
    act(document, "notice_of_termination", "2010-03-01")
    assert answer(document, "terminated", "2010-08-31") == "no"
    assert answer(document, "terminated", "2010-09-01") == "possibly"
    assert answer(document, "terminated", "2015-09-01") == "yes"


def test_end_of_a_party_ends_it() -> None:
    document = in_force()
    act(document, "ceased_to_be_a_party", "2010-01-01", party=document.parties.get(side=2))
    assert life(document)[-1] == "2010-01-01.. terminated withdrawal"


def test_end_of_a_side_ends_it() -> None:
    document = in_force()
    act(document, "ceased_to_be_a_party", "2010-01-01", side=2)
    assert life(document)[-1] == "2010-01-01.. terminated withdrawal"


def test_end_of_a_party_ends_it_also_for_its_territory() -> None:
    document = in_force()
    builders.party(document, 2, builders.state(), role="territory")
    party = document.parties.get(side=2, role="party")
    act(document, "ceased_to_be_a_party", "2010-01-01", party=party)
    assert life(document)[-1] == "2010-01-01.. terminated withdrawal"


def test_end_of_one_of_several_parties_does_not_end_it() -> None:
    document = in_force()
    second = builders.party(document, 2, builders.state())
    act(document, "ceased_to_be_a_party", "2010-01-01", party=document.parties.filter(side=2)[0])
    assert life(document) == ["2000-01-01.. in_force signature"]
    act(document, "ceased_to_be_a_party", "2012-01-01", party=second)
    assert life(document)[-1] == "2012-01-01.. terminated withdrawal"


@pytest.mark.parametrize(
    ("kind", "status", "basis"),
    [
        ("terminates", "terminated", "terminated_by"),
        ("supersedes", "superseded", "superseded_by"),
    ],
)
class TestEndByAnotherDocument:
    def test_at_the_date_of_the_relation(self, kind: str, status: str, basis: str) -> None:
        document = in_force()
        relate(in_force("2010-01-01"), kind, document, effective_on="2010-06-01")
        assert life(document)[-1] == f"2010-06-01.. {status} {basis}"

    def test_else_when_the_other_takes_effect(self, kind: str, status: str, basis: str) -> None:
        document, acting = in_force(), agreement("2010-01-01")
        act(acting, "entered_into_force", "2011-01-01")
        relate(acting, kind, document)
        assert life(document)[-1] == f"2011-01-01.. {status} {basis}"

    def test_else_possibly_from_its_signing(self, kind: str, status: str, basis: str) -> None:
        document = in_force()
        relate(agreement("2010-01-01"), kind, document)
        assert life(document) == [
            "2000-01-01..2010-01-01 in_force signature",
            "2010-01-01.. in_force signature?",
            f"2010-01-01.. {status} {basis}?",
        ]

    def test_possibly_from_about_then(self, kind: str, status: str, basis: str) -> None:
        document = in_force()
        relate(agreement("2010~"), kind, document)
        assert life(document)[0] == "2000-01-01..2009-01-01 in_force signature"

    def test_not_before_the_other_is_signed(self, kind: str, status: str, basis: str) -> None:
        document, acting = in_force(), agreement("2010-01-01")
        act(acting, "entered_into_force")
        relate(acting, kind, document)
        assert life(document)[0] == "2000-01-01..2010-01-01 in_force signature"

    def test_by_an_editors_word_on_the_other(self, kind: str, status: str, basis: str) -> None:
        document, acting = in_force(), agreement("2010-01-01")
        relate(acting, kind, document)
        override(acting, "in_force", "2012-01-01")
        assert life(document)[-1] == f"2012-01-01.. {status} {basis}"

    def test_not_by_articles_only(self, kind: str, status: str, basis: str) -> None:
        document = in_force()
        relate(in_force("2010-01-01"), kind, document, extent="Articles 3 to 5")
        assert life(document) == ["2000-01-01.. in_force signature"]

    @pytest.mark.parametrize("state", ["draft", "in_review", "withdrawn"])
    def test_not_by_an_unpublished_one(
        self, kind: str, status: str, basis: str, state: str
    ) -> None:
        document = in_force()
        acting = in_force("2010-01-01", publication_state=state, withdrawal_reason="Not ours.")
        relate(acting, kind, document, effective_on="2010-01-01")
        assert life(document) == ["2000-01-01.. in_force signature"]

    def test_follows_publication_and_withdrawal(self, kind: str, status: str, basis: str) -> None:
        document, acting = in_force(), in_force("2010-01-01", publication_state="draft")
        relate(acting, kind, document)
        before = life(document)
        Document.objects.filter(pk=acting.pk).bring_to("published")
        assert life(document)[-1] == f"2010-01-01.. {status} {basis}"
        Document.objects.filter(pk=acting.pk).update(
            publication_state="withdrawn", withdrawal_reason="Not ours."
        )
        assert life(document) == before

    def test_is_undone_with_the_relation(self, kind: str, status: str, basis: str) -> None:
        document = in_force()
        before = life(document)
        relation = relate(in_force("2010-01-01"), kind, document)
        assert life(document) != before
        relation.delete()
        assert life(document) == before


@pytest.mark.parametrize("kind", ["amends", "supplements", "implements", "corrects", "cites"])
def test_other_relations_change_nothing(kind: str) -> None:
    document = in_force()
    relate(in_force("2010-01-01"), kind, document, effective_on="2010-01-01")
    assert life(document) == ["2000-01-01.. in_force signature"]


def test_two_documents_that_supersede_each_other_are_both_superseded() -> None:
    one, two = in_force("2000-01-01"), in_force("2010-01-01")
    relate(one, "supersedes", two, effective_on="2020-01-01")
    relate(two, "supersedes", one)
    assert life(one)[-1] == "2010-01-01.. superseded superseded_by"
    assert life(two)[-1] == "2020-01-01.. superseded superseded_by"


# After an end


def test_ended_while_awaiting_a_step_never_entered_into_force() -> None:
    document = agreement(entry_into_force="on_ratification")
    relate(in_force("2010-01-01"), "supersedes", document)
    assert life(document) == [
        "2000-01-01..2010-01-01 signed awaiting_step",
        "2010-01-01.. never_entered_into_force superseded_by",
    ]


def test_ended_while_unknown_may_have_been_in_force() -> None:
    document = agreement()
    relate(in_force("2010-01-01"), "supersedes", document)
    assert life(document)[-1] == "2010-01-01.. superseded superseded_by"


def test_earlier_end_wins() -> None:
    document = in_force(validity="fixed_term_then_ends", term="P5Y")
    relate(in_force("2003-01-01"), "terminates", document)
    act(document, "notice_of_termination", effective_on="2004-01-01")
    assert life(document)[-1] == "2003-01-01.. terminated terminated_by"


def test_end_that_is_only_possible_yields_to_a_certain_one() -> None:
    document = in_force(validity="fixed_term_then_ends", term="P5Y")
    act(document, "notice_of_termination", "2003-01-01")
    assert life(document) == [
        "2000-01-01..2003-01-01 in_force signature",
        "2003-01-01..2005-01-01 in_force signature?",
        "2003-01-01..2005-01-01 terminated notice?",
        "2005-01-01.. expired end_of_term",
    ]


@pytest.mark.parametrize("kind", ["suspended", "provisional_application_began"])
def test_step_after_the_end_changes_nothing(kind: str) -> None:
    document = agreement(validity="fixed_term_then_ends", term="P5Y", term_counts_from="signature")
    act(document, kind, "2006-01-01")
    assert life(document)[-1] == "2005-01-01.. expired end_of_term"


def test_ratification_after_the_end_changes_nothing() -> None:
    document = agreement(entry_into_force="on_ratification")
    relate(in_force("2010-01-01"), "supersedes", document)
    act(document, "ratified", "2011-01-01")
    assert life(document)[-1] == "2010-01-01.. never_entered_into_force superseded_by"


@pytest.mark.parametrize(
    ("kind", "basis"), [("entered_into_force", "entry_into_force"), ("resumed", "resumption")]
)
def test_recorded_return_after_the_end_counts(kind: str, basis: str) -> None:
    document = agreement(validity="fixed_term_then_ends", term="P5Y")
    act(document, "entered_into_force", "2000-01-01")
    act(document, kind, "2006-01-01")
    assert life(document)[-2:] == [
        "2005-01-01..2006-01-01 expired end_of_term",
        f"2006-01-01.. in_force {basis}",
    ]


def test_two_ends_that_are_only_possible_both_are() -> None:
    document = in_force()
    act(document, "notice_of_termination", "2003-01-01")
    relate(agreement("2010-01-01"), "supersedes", document)
    assert answer(document, "superseded", "2009-12-31") == "no"
    assert answer(document, "superseded", "2010-01-01") == "possibly"
    assert answer(document, "terminated", "2010-01-01") == "possibly"
    assert answer(document, "in_force", "2010-01-01") == "possibly"


def test_two_notices_that_may_end_it_are_one_period() -> None:
    document = in_force()
    act(document, "notice_of_termination", "2003-01-01")
    act(document, "notice_of_termination", "2005-01-01")
    assert life(document)[-1] == "2003-01-01.. terminated notice?"


# Overrides


def test_override_beats_what_is_dated_at_or_before_it() -> None:
    document = in_force(validity="fixed_term_then_ends", term="P5Y")
    override(document, "in_force", "2005-01-01")
    assert life(document) == [
        "2000-01-01..2005-01-01 in_force signature",
        "2005-01-01.. in_force override",
    ]


def test_override_yields_to_what_is_dated_later() -> None:
    document = in_force(validity="fixed_term_then_ends", term="P5Y")
    override(document, "suspended", "2003-01-01")
    assert life(document) == [
        "2000-01-01..2003-01-01 in_force signature",
        "2003-01-01..2005-01-01 suspended override",
        "2005-01-01.. expired end_of_term",
    ]


def test_override_that_ends_it_is_an_end() -> None:
    document = in_force(validity="fixed_term_then_ends", term="P5Y")
    override(document, "terminated", "2003-01-01")
    assert life(document)[-1] == "2003-01-01.. terminated override"


@pytest.mark.parametrize("status", ["in_force", "suspended", "terminated"])
def test_override_before_signing_is_not_undone_by_the_signing(status: str) -> None:
    document = agreement(entry_into_force="on_ratification")
    override(document, status, "1999-01-01")
    assert life(document) == [f"1999-01-01.. {status} override"]


def test_override_after_the_end_can_end_again() -> None:
    document = in_force(validity="fixed_term_then_ends", term="P5Y")
    override(document, "suspended", "2006-01-01")
    act(document, "notice_of_termination", effective_on="2008-01-01")
    assert life(document)[-2:] == [
        "2006-01-01..2008-01-01 suspended override",
        "2008-01-01.. terminated notice",
    ]


def test_override_within_the_year_of_an_end_after_a_possible_one() -> None:
    document = in_force()
    act(document, "notice_of_termination", "2003-01-01")
    relate(in_force("2004-01-01"), "terminates", document, effective_on="2005")
    override(document, "in_force", "2005-06")
    assert answer(document, "terminated", "2005-05-31") == "possibly"
    assert answer(document, "terminated", "2005-06-30") == "no"
    assert life(document)[-1] == "2005-06-30.. in_force override"


def test_override_to_the_same_status_leaves_no_doubt_about_it() -> None:
    document = in_force()
    override(document, "in_force", "2010")
    assert life(document) == [
        "2000-01-01..2010-12-31 in_force signature",
        "2010-12-31.. in_force override",
    ]


# The same day, and partial dates


def test_on_one_day_steps_are_taken_in_the_order_of_life() -> None:
    document = agreement()
    for kind in ("resumed", "suspended", "entered_into_force", "provisional_application_began"):
        act(document, kind, "2000-01-01")
    assert life(document) == ["2000-01-01.. in_force resumption"]
    act(document, "notice_of_termination", effective_on="2000-01-01")
    assert life(document) == ["2000-01-01.. terminated notice"]
    override(document, "unknown", "2000-01-01")
    assert life(document) == ["2000-01-01.. unknown override"]


def test_partial_date_answers_yes_no_or_possibly() -> None:
    document = agreement("2000-01-01")
    act(document, "entered_into_force", "2001-05")
    answers = {
        day: (answer(document, "signed", day), answer(document, "in_force", day))
        for day in ("2001-04-30", "2001-05-01", "2001-05-30", "2001-05-31")
    }
    assert answers == {
        "2001-04-30": ("yes", "no"),
        "2001-05-01": ("possibly", "possibly"),
        "2001-05-30": ("possibly", "possibly"),
        "2001-05-31": ("no", "yes"),
    }


def test_signed_within_a_year_is_possibly_signed_during_it() -> None:
    document = agreement("2000", entry_into_force="on_ratification")
    assert life(document) == [
        "2000-01-01..2000-12-31 signed awaiting_step?",
        "2000-12-31.. signed awaiting_step",
    ]


def test_entry_in_the_year_of_signing_is_not_before_it() -> None:
    document = agreement("2000-06-01")
    act(document, "entered_into_force", "2000")
    assert life(document) == [
        "2000-06-01..2000-12-31 signed awaiting_step?",
        "2000-06-01..2000-12-31 in_force entry_into_force?",
        "2000-12-31.. in_force entry_into_force",
    ]


def test_suspended_in_the_year_of_entry_was_in_force_by_then() -> None:
    document = agreement("1999-01-01")
    act(document, "entered_into_force", "2000")
    act(document, "suspended", "2000-05-01")
    assert life(document)[-3:] == [
        "2000-01-01..2000-05-01 signed awaiting_step?",
        "2000-01-01..2000-05-01 in_force entry_into_force?",
        "2000-05-01.. suspended suspension",
    ]


def test_suspended_early_in_the_year_of_entry_was_in_force_by_then() -> None:
    document = agreement("1999-01-01")
    act(document, "entered_into_force", "2000")
    act(document, "suspended", "2000-01")
    assert life(document)[-1] == "2000-01-31.. suspended suspension"


def test_approximate_date_is_uncertain_by_its_own_length_on_both_sides() -> None:
    document = in_force("1995~")
    assert answer(document, "in_force", "1993-12-31") == "no"
    assert answer(document, "in_force", "1994-01-01") == "possibly"
    assert answer(document, "in_force", "1996-12-30") == "possibly"
    assert answer(document, "in_force", "1996-12-31") == "yes"


@pytest.mark.parametrize(
    ("signed_on", "first", "sure"),
    [
        ("1995-05~", "1995-04-01", "1995-06-30"),
        ("1995-05-04~", "1995-05-03", "1995-05-05"),
        ("1995~/1997", "1994-01-01", "1997-12-31"),
        ("1995/1997-05~", "1995-01-01", "1997-06-30"),
        ("0001~", "0001-01-01", "0002-12-31"),
        ("9998~", "9997-01-01", "9999-12-31"),
    ],
)
def test_approximate_part_of_a_date_is_uncertain_by_its_own_length(
    signed_on: str, first: str, sure: str
) -> None:
    assert life(in_force(signed_on)) == [
        f"{first}..{sure} in_force signature?",
        f"{sure}.. in_force signature",
    ]


def test_date_with_an_open_end_never_becomes_certain() -> None:
    document = agreement("1999-01-01")
    act(document, "entered_into_force", "2000/..")
    assert answer(document, "in_force", "2000-01-01") == "possibly"
    assert answer(document, "in_force", "9999-12-31") == "possibly"


def test_date_with_an_open_beginning_is_certain_at_its_end() -> None:
    document = agreement("1999-01-01")
    act(document, "entered_into_force", "../2000")
    assert answer(document, "in_force", "1999-01-01") == "possibly"
    assert answer(document, "in_force", "2000-12-31") == "yes"


# Whatever the way of writing


def test_periods_that_are_the_same_are_not_written_again() -> None:
    document = in_force(validity="fixed_term_then_ends", term="P5Y")
    life(document)
    before = list(document.status_periods.values_list("id", flat=True))
    document.public_note = "Changed."
    document.save()
    life(document)
    assert list(document.status_periods.values_list("id", flat=True)) == before


def test_no_document_no_periods() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT write_status_periods(-1)")
    assert not StatusPeriod.objects.filter(document_id=-1).exists()


def test_form_and_raw_sql_and_rebuilding_write_the_same() -> None:
    by_form, by_sql, rebuilt = (agreement(entry_into_force="on_ratification") for _ in range(3))
    builders.settle()
    form = modelform_factory(Action, fields=["document", "kind", "done_on"])(
        {"document": by_form.pk, "kind": "ratified", "done_on": "May 2001"}
    )
    form.save()
    insert = (
        "INSERT INTO agreements_action (document_id, kind, done_on, reference, note)"
        " VALUES (%s, 'ratified', '2001-05', '', '')"
    )
    with connection.cursor() as cursor:
        cursor.execute(insert, [by_sql.pk])
        cursor.execute("SET LOCAL agreements.refresh = 'off'")
        cursor.execute(insert, [rebuilt.pk])
        cursor.execute("SET LOCAL agreements.refresh = ''")
        builders.settle()
        assert life(rebuilt) == ["2000-01-01.. signed awaiting_step"]
        cursor.execute("SELECT refresh_all()")
    assert life(by_form) == life(by_sql) == life(rebuilt)
    assert life(by_form)[-1] == "2001-05-31.. in_force ratification"


# The examples of docs/status.md


def test_example_of_a_roadmap() -> None:
    roadmap = in_force("2023-05-04", type="roadmap", period="2023/2025")
    told = [
        "2023-05-04..2026-01-01 in_force signature",
        "2026-01-01.. expired end_of_period",
    ]
    assert life(roadmap) == told
    protocol = in_force("2025-12-01", period="2026/2027", publication_state="draft")
    relate(protocol, "extends", roadmap)
    assert life(roadmap) == told
    Document.objects.filter(pk=protocol.pk).bring_to("published")
    assert life(roadmap)[-1] == "2028-01-01.. expired end_of_period"


def test_example_of_an_agreement_amended() -> None:
    document = agreement(
        "2006-09-12",
        entry_into_force="on_last_notification",
        validity="fixed_term_renewed_automatically",
        term="P10Y",
        notice_period="P6M",
    )
    act(document, "notified", received_on="2006-11-20", side=1)
    act(document, "notified", received_on="2007-02", side=2)
    relate(in_force("2017-06-01"), "amends", document)
    act(document, "notice_of_termination", "2021-03", side=1)
    assert life(document) == [
        "2006-09-12..2007-02-01 signed awaiting_step",
        "2007-02-01..2007-02-28 signed awaiting_step?",
        "2007-02-01..2007-02-28 in_force notification?",
        "2007-02-28..2021-09-01 in_force notification",
        "2021-09-01..2031-09-30 in_force notification?",
        "2021-09-01..2031-09-30 terminated notice?",
        "2031-09-30.. terminated notice",
    ]
    document.actions.filter(kind="notice_of_termination").update(effective_on="2027-02-28")
    assert life(document)[-2:] == [
        "2007-02-28..2027-02-28 in_force notification",
        "2027-02-28.. terminated notice",
    ]


# Any life at all

DAYS = st.dates(datetime.date(1990, 1, 1), datetime.date(2030, 12, 31))
STEPS = (
    "provisional_application_began",
    "provisional_application_ended",
    "entered_into_force",
    "suspended",
    "resumed",
    "notice_of_termination",
)
KINDS = (*STEPS, "notified", "ratified", "instruments_exchanged", "ceased_to_be_a_party")


def blurred(day: datetime.date, how: str) -> str | None:
    """The day as a source might give it."""
    text = day.isoformat()
    return {
        "day": text,
        "month": text[:7],
        "year": text[:4],
        "about": f"{text[:4]}~",
        "since": f"{text[:4]}/..",
        "until": f"../{text[:4]}",
        "unknown": None,
    }[how]


BLURS = st.sampled_from(["day", "day", "month", "year", "about", "since", "until", "unknown"])
PARTIAL = st.builds(blurred, DAYS, BLURS)
TERMS = st.sampled_from(["", "P1Y", "P5Y", "P6M", "P90D"])
DOCUMENTS = st.fixed_dictionaries(
    {
        "signed_on": PARTIAL,
        "entry_into_force": st.sampled_from(
            Document._meta.get_field("entry_into_force").choices
        ).map(lambda choice: choice[0]),
        "entry_into_force_date": PARTIAL,
        "validity": st.sampled_from(Document._meta.get_field("validity").choices).map(
            lambda choice: choice[0]
        ),
        "term": TERMS,
        "renewal_term": TERMS,
        "notice_period": TERMS,
        "term_counts_from": st.sampled_from(["entry_into_force", "signature", "not_recorded"]),
        "type": st.sampled_from(["agreement", "plan"]),
        "period": PARTIAL,
        "publication_state": st.sampled_from(["draft", "published"]),
    }
)
ACTIONS = st.lists(
    st.fixed_dictionaries(
        {
            "kind": st.sampled_from(KINDS),
            "side": st.sampled_from([1, 2, None]),
            "done_on": PARTIAL,
            "received_on": PARTIAL,
            "effective_on": PARTIAL,
        }
    ),
    max_size=6,
)
OVERRIDES = st.dictionaries(
    PARTIAL.filter(bool),
    st.sampled_from(StatusOverride._meta.get_field("status").choices).map(lambda c: c[0]),
    max_size=2,
)
ACTING = st.sampled_from(["extends", "supersedes", "terminates", "suspends"])


def make(values: dict, actions: list[dict], overrides: dict[str, str]) -> Document:
    document = agreement(**values)
    for action in actions:
        act(document, **action)
    for effective_on, status in overrides.items():
        override(document, status, effective_on)
    return document


def edges(document: Document) -> set[datetime.date]:
    """The days on which something may change, and those around them."""
    bounds = {
        bound
        for period in document.status_periods.all()
        for bound in (period.during.lower, period.during.upper)
        if bound
    }
    days = {bound + datetime.timedelta(shift) for bound in bounds for shift in (-1, 0, 1)}
    return days | {datetime.date(1900, 1, 1), datetime.date(2100, 1, 1)}


def on(document: Document, day: datetime.date, *, certain: bool) -> list[str]:
    return [
        period.status
        for period in document.status_periods.all()
        if day in period.during and period.is_certain >= certain
    ]


def could_be_one(earlier: StatusPeriod, later: StatusPeriod) -> bool:
    """Whether two periods, the earlier one first, say the same and touch."""
    alike = all(
        getattr(earlier, field) == getattr(later, field)
        for field in ("status", "basis", "is_certain")
    )
    end, begin = earlier.during.upper, later.during.lower
    return alike and (end is None or begin is None or begin <= end)


@contextmanager
def undone() -> Iterator[None]:
    """Each example of a property begins with the same tables."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@settings(max_examples=80, deadline=None)
@given(DOCUMENTS, ACTIONS, OVERRIDES)
def test_any_life_is_covered_and_certain_of_one_status_at_most(
    values: dict, actions: list[dict], overrides: dict[str, str]
) -> None:
    with undone():
        document = make(values, actions, overrides)
        builders.settle()
        first = document.status_periods.order_by("during").first().during.lower
        for day in edges(document):
            certain, possible = (on(document, day, certain=certain) for certain in (True, False))
            assert len(certain) <= 1
            assert not certain or possible == certain
            assert bool(possible) == (first is None or day >= first)
        pairs = itertools.combinations(document.status_periods.order_by("during"), 2)
        assert not [pair for pair in pairs if could_be_one(*pair)]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(DOCUMENTS, ACTIONS, OVERRIDES), min_size=2, max_size=4),
    st.lists(st.tuples(st.integers(0, 3), ACTING, st.integers(0, 3), PARTIAL), max_size=5),
    st.integers(0, 3),
)
def test_any_lives_are_the_same_when_rebuilt(
    lives: list[tuple], relations: list[tuple], changed: int
) -> None:
    with undone():
        documents = [make(*one) for one in lives]
        builders.settle()
        for acting, kind, target, effective_on in relations:
            one, other = documents[acting % len(lives)], documents[target % len(lives)]
            if one != other and not one.relations.filter(kind=kind, target=other).exists():
                relate(one, kind, other, effective_on=effective_on)
                builders.settle()
        document = documents[changed % len(lives)]
        turned = {"draft": "in_review", "published": "withdrawn"}
        document.publication_state = turned[document.publication_state]
        document.withdrawal_reason = "Entered twice."
        document.save()
        act(document, "entered_into_force", "2005-05-05")
        written = [life(one) for one in documents]
        with connection.cursor() as cursor:
            cursor.execute("SELECT refresh_all()")
        assert [life(one) for one in documents] == written


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.sampled_from(STEPS), max_size=6, unique=True),
    st.lists(DAYS, min_size=7, max_size=7),
    st.lists(BLURS, min_size=7, max_size=7),
    st.sampled_from(["on_ratification", "not_recorded"]),
)
def test_partial_dates_never_contradict_the_days_that_they_stand_for(
    kinds: list[str], days: list[datetime.date], blurs: list[str], rule: str
) -> None:
    """What is certain of the vague life holds in the exact one, which is among the possible."""
    kinds = [kind for kind in STEPS if kind in kinds]
    assume("entered_into_force" in kinds or "resumed" not in kinds)
    days.sort()
    with undone():
        exact, vague = (
            agreement(
                blurred(days[0], how) or days[0].isoformat(),
                entry_into_force=rule,
            )
            for how in ("day", blurs[0])
        )
        for kind, day, blur in zip(kinds, days[1:], blurs[1:], strict=False):
            act(exact, kind, effective_on=blurred(day, "day"))
            act(vague, kind, effective_on=blurred(day, blur))
        builders.settle()
        for day in edges(exact) | edges(vague):
            truth = on(exact, day, certain=True)
            assert on(exact, day, certain=False) == truth
            assert set(on(vague, day, certain=True)) <= set(truth)
            assert set(truth) <= set(on(vague, day, certain=False))
