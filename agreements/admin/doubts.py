"""What is odd but happens: shown after saving, with links, and never in the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django import forms
from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from agreements.forms.admin_labels import label, named
from agreements.letters import mixed_scripts
from agreements.models import Document, DocumentTitle, Party
from agreements.models.fields import NormalizedText
from agreements.models.vocabulary import ActionKind, PartyRole

SHOWN = 5


def of_document(document: Document) -> Iterator[str]:
    """Every doubt about a document, as HTML that is safe to show."""
    parties = list(document.parties.exclude(role=PartyRole.TERRITORY).select_related("state"))
    if len(parties) > 2:
        yield _("More than two parties are listed: %(count)s.") % {"count": len(parties)}
    if on_both_sides(parties):
        yield _("The same state stands on both sides.")
    if enters_before_signature(document):
        yield _("It enters into force before it is signed.")
    if others := linked(same_parties_same_day(document, parties)):
        yield format_html(_("The same parties signed on the same day: {}"), others)
    if others := linked(same_title(document)):
        yield format_html(_("The same title stands on: {}"), others)


def on_both_sides(parties: Iterable[Party]) -> bool:
    states = {(party.state_id, party.side) for party in parties if party.state_id}
    return len({state for state, _side in states}) < len(states)


def enters_before_signature(document: Document) -> bool:
    """Whether the whole of one date lies before the whole of the other."""
    first = document.signed_first
    if first is None:
        return False
    entered = document.actions.filter(kind=ActionKind.ENTERED_INTO_FORCE).filter(
        Q(effective_after__lte=first) | Q(effective_on=None, done_after__lte=first)
    )
    return entered.exists()


def same_parties_same_day(document: Document, parties: list[Party]) -> QuerySet:
    """Documents of that day with these parties and no others; a side's number plays no part."""
    if document.signed_on is None or not parties:
        return Document.objects.none()
    others = Document.objects.filter(signed_on=document.signed_on).exclude(pk=document.pk)
    for state, agency in {(party.state_id, party.agency_id) for party in parties}:
        body = Party.objects.exclude(role=PartyRole.TERRITORY).filter(state=state, agency=agency)
        others = others.filter(pk__in=body.values("document"))
    counted = Count("parties", filter=~Q(parties__role=PartyRole.TERRITORY))
    return others.annotate(count=counted).filter(count=len(parties))


def same_title(document: Document) -> QuerySet:
    titles = document.titles.values("folded")
    same = DocumentTitle.objects.filter(folded__in=titles).exclude(document=document)
    return Document.objects.filter(pk__in=same.values("document"))


def linked(documents: QuerySet) -> str:
    """Links to the first few; nothing where there are none."""
    found = list(named(documents.order_by("-pk"))[: SHOWN + 1])
    links = format_html_join("; ", '<a href="{}">{}</a>', map(address, found[:SHOWN]))
    return format_html("{} …", links) if len(found) > SHOWN else links


def address(document: Document) -> tuple[str, str]:
    return reverse("admin:agreements_document_change", args=[document.pk]), label(document)


def mixed_letters(forms_: Iterable[forms.ModelForm | forms.BaseFormSet]) -> Iterator[str]:
    """Words in which look-alike letters of two scripts stand together, in what was just typed."""
    for form in flat(forms_):
        for name in form.changed_data:
            value = form.cleaned_data.get(name)
            if isinstance(model_field(form, name), NormalizedText) and value:
                yield from (mixed_word(word) for word in mixed_scripts(value))


def mixed_word(word: str) -> str:
    return _("“%(word)s” mixes Latin and Cyrillic letters: searches will miss it.") % {"word": word}


def flat(forms_: Iterable[forms.ModelForm | forms.BaseFormSet]) -> Iterator[forms.ModelForm]:
    for form in forms_:
        yield from form if isinstance(form, forms.BaseFormSet) else [form]


def model_field(form: forms.ModelForm, name: str) -> object:
    fields = {field.name: field for field in form.instance._meta.concrete_fields}
    return fields.get(name)
