"""What search engines and other machines read in a page: JSON-LD in the words of schema.org.

``Legislation`` follows ELI, the European Legislation Identifier. Nothing is said that the archive
does not know for certain: no day that is not recorded, no legal force that may be another.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from agreements import dates
from agreements.exporting.citing.cited import ARCHIVE, Cited
from agreements.exporting.dumping.folders import Dump
from agreements.models import Document, Event, File, Party, Relation, State, Text
from agreements.models.vocabulary import LanguageRole, PartyRole, RelationKind, Status

from .files import CONTENT_TYPES
from .permanent import base, permanent

Data = dict[str, Any]

CONTEXT = "https://schema.org"
MOST = 50  # of each kind of row
IN_FORCE, NOT_IN_FORCE = f"{CONTEXT}/InForce", f"{CONTEXT}/NotInForce"
# Of the other statuses the law itself disputes whether they are in force.
LEGAL_FORCE = {
    Status.IN_FORCE: IN_FORCE,
    Status.SIGNED: NOT_IN_FORCE,
    Status.EXPIRED: NOT_IN_FORCE,
    Status.TERMINATED: NOT_IN_FORCE,
    Status.SUPERSEDED: NOT_IN_FORCE,
    Status.NEVER_ENTERED_INTO_FORCE: NOT_IN_FORCE,
}
ACTS = {
    RelationKind.AMENDS: "legislationChanges",
    RelationKind.SUPPLEMENTS: "legislationChanges",
    RelationKind.EXTENDS: "legislationChanges",
    RelationKind.SUSPENDS: "legislationChanges",
    RelationKind.SUPERSEDES: "legislationRepeals",
    RelationKind.TERMINATES: "legislationRepeals",
    RelationKind.CORRECTS: "legislationCorrects",
    RelationKind.IMPLEMENTS: "isBasedOn",
    RelationKind.ANNEXED_TO: "isPartOf",
    RelationKind.CITES: "citation",
}
ACTED_ON = {RelationKind.ANNEXED_TO: "hasPart"}
AUTHENTIC = (LanguageRole.AUTHENTIC, LanguageRole.PREVAILS)
# Within a script element these would end it, or begin another.
ESCAPES = str.maketrans({"<": "\\u003C", ">": "\\u003E", "&": "\\u0026"})


def script(*data: Data) -> SafeString:
    """For the head of a page. Browsers run nothing of it."""
    text = json.dumps(data[0] if len(data) == 1 else list(data), ensure_ascii=False)
    return format_html(
        '<script type="application/ld+json">{}</script>',
        mark_safe(text.translate(ESCAPES)),  # nothing in it can end the element now
    )


# A document --------------------------------------------------------------------------------------


def legislation(request: HttpRequest, document: Document, cited: Cited) -> Data:
    """Of a document that was read whole."""
    address = permanent(request, "document", document.pk)
    titles = [title for title in document.titles.all() if not title.is_variant]
    texts = list(document.texts.all())
    identifiers = list(document.identifiers.all())
    return filled(
        {
            "@context": CONTEXT,
            "@type": "Legislation",
            "@id": address,
            "url": address,
            "name": [{"@value": title.text, "@language": title.language} for title in titles],
            "abstract": cited.summary,
            "legislationIdentifier": address,
            "identifier": [
                {"@type": "PropertyValue", "propertyID": row.scheme_id, "value": row.value}
                for row in identifiers
            ],
            "sameAs": [row.url for row in identifiers if row.url.startswith("http")],
            "legislationType": str(document.type) if document.type else None,
            "legislationDate": iso(document.signed_on),
            "legislationLegalForce": legal_force(document),
            "legislationJurisdiction": jurisdictions(request, document),
            "legislationPassedBy": once(body(request, party) for party in parties(document)),
            "legislationResponsible": [
                organization(request, str(row.agency.name or row.agency), row.agency_id)
                for row in document.responsible_bodies.all()
            ],
            "temporalCoverage": iso_range(document.period),
            "locationCreated": [{"@type": "Place", "name": name} for name in cited.places],
            "about": [{"@type": "Thing", "name": name} for name in cited.subjects],
            "inLanguage": once(text.language for text in texts if text.role in AUTHENTIC),
            "encoding": encodings(request, document, texts)[:MOST],
            "sdLicense": settings.DATA_LICENCE,
            "subjectOf": of_event(request, document.published_event),
            **relations(request, document),
        }
    )


def legal_force(document: Document) -> str | None:
    """Papers that bind nobody have none to speak of."""
    standing = document.standing
    certain = standing.is_certain and document.is_binding
    return LEGAL_FORCE.get(Status(standing.code)) if certain else None


def parties(document: Document) -> list[Party]:
    rows = [party for side in document.sides for party in side.parties]
    return [party for party in rows if party.role != PartyRole.TERRITORY]


def jurisdictions(request: HttpRequest, document: Document) -> list[Data]:
    names = {party.state: str(party.state_name or party.state) for party in parties(document)}
    return [area(request, state, name) for state, name in names.items() if state]


def area(request: HttpRequest, state: State, name: str) -> Data:
    url = permanent(request, "state", state.code)
    return {"@type": "AdministrativeArea", "@id": url, "name": name, "identifier": state.code}


def body(request: HttpRequest, party: Party) -> Data:
    return organization(request, str(party.name or party), party.agency_id)


def organization(request: HttpRequest, name: str, agency: int | None) -> Data:
    url = permanent(request, "agency", agency) if agency else None
    return filled({"@type": "Organization", "@id": url, "name": name})


def relations(request: HttpRequest, document: Document) -> dict[str, list[Data]]:
    found: dict[str, list[Data]] = {}
    for row in document.relations.all()[:MOST]:
        if name := ACTS.get(RelationKind(row.kind)):
            found.setdefault(name, []).append(other_end(request, row))
    for row in document.inverse_relations.all()[:MOST]:
        if name := ACTED_ON.get(RelationKind(row.kind)):
            found.setdefault(name, []).append(of_document(request, row.document))
    return found


def other_end(request: HttpRequest, row: Relation) -> Data:
    if row.target:
        return of_document(request, row.target)
    return {"@type": "Legislation", "name": row.target_text}


def of_document(request: HttpRequest, document: Document) -> Data:
    url = permanent(request, "document", document.pk)
    return {"@type": "Legislation", "@id": url, "name": str(document)}


def encodings(request: HttpRequest, document: Document, texts: list[Text]) -> list[Data]:
    found = []
    for text in texts:
        versions = [version.file for version in text.versions]
        found += [file_data(request, file, text.language) for file in versions]
        if text.has_words and not versions:
            url = permanent(request, "text", document.pk, text.pk)
            found.append(encoding(url, text.language, "text/html"))
        if text.url and not text.has_words and not versions:
            found.append(encoding(text.url, text.language, None))
    return found


def encoding(url: str, language: str, media_type: str | None) -> Data:
    data = {"@type": "LegislationObject", "url": url, "inLanguage": language}
    return filled(data | {"encodingFormat": media_type})


def file_data(request: HttpRequest, file: File, language: str) -> Data:
    url = permanent(request, "file", file.pk)
    more = {"contentUrl": url, "contentSize": str(file.size), "sha256": file.sha256}
    return encoding(url, language, CONTENT_TYPES[file.kind]) | more


# Events, the whole ------------------------------------------------------------------------------


def of_event(request: HttpRequest, event: Event | None) -> Data | None:
    if event is None:
        return None
    return {"@type": "Event", "@id": permanent(request, "event", event.pk), "name": str(event)}


def event_data(request: HttpRequest, event: Event) -> Data:
    place = event.place or event.state
    states = [delegation.state for delegation in event.delegations.all()]
    return filled(
        {
            "@context": CONTEXT,
            **of_event(request, event),
            "url": permanent(request, "event", event.pk),
            "startDate": iso(event.began_on),
            "endDate": iso(event.ended_on or event.began_on),
            "location": {"@type": "Place", "name": str(place.name or place)} if place else None,
            "attendee": [area(request, state, str(state.name or state)) for state in states],
        }
    )


def dataset(request: HttpRequest, dump: Dump, address: str) -> Data:
    """For those who look for data, as Google Dataset Search does."""
    return filled(
        {
            "@context": CONTEXT,
            "@type": "Dataset",
            "@id": address,
            "url": address,
            "name": gettext("%(archive)s: bilateral agreements") % {"archive": ARCHIVE},
            "description": gettext(
                "What states, their ministries, agencies, regions, cities and institutes have "
                "signed with each other: documents with their parties, signings, steps, status "
                "and texts, and the events at which they were signed."
            ),
            "version": dump.name,
            "dateModified": dump.manifest["made_at"],
            "license": settings.DATA_LICENCE,
            "isAccessibleForFree": True,
            "includedInDataCatalog": {"@id": permanent(request, "home"), "@type": "DataCatalog"},
            "creator": {"@type": "Organization", "name": ARCHIVE, "url": base(request)},
            "distribution": [
                {
                    "@type": "DataDownload",
                    "name": file.name,
                    "contentUrl": permanent(request, "data_file", dump.name, file.name),
                    "encodingFormat": file.media_type,
                    "contentSize": str(file.size),
                    "sha256": file.sha256,
                }
                for file in dump.files
            ],
        }
    )


def website(request: HttpRequest) -> Data:
    """With the address at which a search begins."""
    template = f"{base(request)}{reverse('documents')}?q={{search_term_string}}"
    return {
        "@context": CONTEXT,
        "@type": "WebSite",
        "@id": permanent(request, "home"),
        "name": ARCHIVE,
        "url": base(request) + reverse("home"),
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": template},
            "query-input": "required name=search_term_string",
        },
    }


def trail(request: HttpRequest, *steps: tuple[str, str]) -> Data:
    """The way to a page: names and paths."""
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": base(request) + path}
        for number, (name, path) in enumerate(steps, start=1)
    ]
    return {"@context": CONTEXT, "@type": "BreadcrumbList", "itemListElement": items}


def document_trail(request: HttpRequest, document: Document) -> Data:
    steps = [(gettext("Documents"), reverse("documents"))]
    if pair := document.pair:
        names = gettext(" and ").join(str(state.name or state) for state in pair)
        steps.append((names, reverse("pair", args=[state.code for state in pair])))
    return trail(request, *steps, (str(document), document.get_absolute_url()))


def event_trail(request: HttpRequest, event: Event) -> Data:
    steps = (gettext("Events"), reverse("events")), (str(event), event.get_absolute_url())
    return trail(request, *steps)


# Values -------------------------------------------------------------------------------------------


def iso(edtf: str | None) -> str | None:
    """A year, a month or a day; None for a range, and for what is approximate."""
    return dates.iso(edtf) if edtf else None


def iso_range(edtf: str | None) -> str | None:
    """As 2023/2025, 2023/..; None for what is approximate."""
    return edtf if edtf and "~" not in edtf else None


def once(items: Iterable[Any]) -> list[Any]:
    found: list[Any] = []
    for item in items:
        if item not in found:
            found.append(item)
    return found


def filled(data: Data) -> Data:
    return {name: value for name, value in data.items() if value not in (None, "", [])}
