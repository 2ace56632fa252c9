"""Sitemaps: every public page once in every language, and nothing else."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pytest
import xmlschema
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from agreements.models import Document, State
from agreements.sitemaps import sections
from agreements.sitemaps.views import entries
from tests import builders

pytestmark = pytest.mark.django_db

DATA = Path(__file__).parent.parent / "data"
PART = xmlschema.XMLSchema(DATA / "sitemap_in_languages.xsd")
INDEX = xmlschema.XMLSchema(DATA / "siteindex.xsd")
S = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"
ROOT = "http://testserver"


def parts(client: Client) -> list[str]:
    """Paths of the parts that the index names."""
    response = client.get("/sitemap.xml")
    assert response.headers["Content-Type"] == "application/xml; charset=utf-8"
    content = response.content.decode()
    INDEX.validate(content)
    return [loc.text.removeprefix(ROOT) for loc in ElementTree.fromstring(content).iter(f"{S}loc")]


def part(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200, path
    return response.getvalue().decode()


def path_of_part(document: Document) -> str:
    """Numbers go on from test to test."""
    return f"/sitemap-documents-{document.pk // sections.SIZE + 1}.xml"


def addresses(client: Client) -> Counter[str]:
    """All that is listed anywhere, with how often."""
    found: Counter[str] = Counter()
    for path in parts(client):
        root = ElementTree.fromstring(part(client, path))
        found.update(loc.text.removeprefix(ROOT) for loc in root.iter(f"{S}loc"))
    return found


def state_of(code: str) -> State:
    return State.objects.get(code=code)


@pytest.fixture
def archive() -> list[Document]:
    kz, tj = state_of("kz"), state_of("tj")
    ministry = builders.agency("Ministry of Roads & Bridges", of=kz)
    event = builders.event("Visit <of state>")
    documents = [
        builders.document("Agreement on roads", side_1=ministry, side_2=tj, event=event),
        builders.document("Созишнома дар бораи роҳҳо", language="tg", side_1=kz, side_2=tj),
        builders.document("—", side_1=tj, side_2=kz, signed_on="1999"),
    ]
    builders.text(documents[0])
    builders.settle()
    return documents


def test_every_page_that_is_listed_is_there(client: Client, archive: list[Document]) -> None:
    found = addresses(client)
    assert set(found.values()) == {1}
    for document in archive:
        for prefix in ("", "/ru"):
            assert prefix + document.get_absolute_url() in found
    wanted = {"/", "/ru/", "/about/", "/states/kz/tj/", "/years/1999/", "/ru/subjects/transport/"}
    assert wanted <= found.keys()
    assert any("/texts/" in path for path in found)
    assert any(path.startswith("/agencies/") and "ministry-of-roads" in path for path in found)
    assert any(path.startswith("/events/") and path.endswith("/visit-of-state/") for path in found)
    states = re.compile(r"/(ru/)?states/[^/]+/$")  # hundreds of one kind: a few will do
    some = [path for path in found if not states.match(path)] + ["/states/kz/"]
    assert {path: client.get(path).status_code for path in some} == dict.fromkeys(some, 200)


def test_parts_are_what_the_protocol_says(client: Client, archive: list[Document]) -> None:
    for path in parts(client):
        PART.validate(part(client, path))


def test_page_names_its_other_languages_in_each_of_them(
    client: Client, archive: list[Document]
) -> None:
    document = archive[1]
    path = document.get_absolute_url()
    root = ElementTree.fromstring(part(client, path_of_part(document)))
    mine = [url for url in root if url.find(f"{S}loc").text.endswith(path)]
    for url in mine:
        links = [(link.get("hreflang"), link.get("href")) for link in url.findall(LINK)]
        assert links == [
            ("en", ROOT + path),
            ("ru", f"{ROOT}/ru{path}"),
            ("x-default", ROOT + path),
        ]
    assert [url.find(f"{S}loc").text for url in mine] == [ROOT + path, f"{ROOT}/ru{path}"]
    document.refresh_from_db()
    changed = {url.find(f"{S}lastmod").text for url in mine}
    assert changed == {f"{document.changed_at:%Y-%m-%dT%H:%M:%SZ}"}


@pytest.mark.parametrize(("size", "batch"), [(1, 1), (2, 1), (3, 2), (7, 3)])
def test_nothing_is_lost_or_doubled_between_parts(
    client: Client,
    archive: list[Document],
    monkeypatch: pytest.MonkeyPatch,
    size: int,
    batch: int,
) -> None:
    for n in range(4):
        builders.draft()
        builders.document(f"Agreement no. {n}")
    builders.settle()
    whole = addresses(client)
    monkeypatch.setattr(sections, "SIZE", size)
    numbered = [s for s in sections.SECTIONS.values() if isinstance(s, sections.Numbered)]
    for section in numbered:
        monkeypatch.setitem(
            sections.SECTIONS,
            section.name,
            sections.Numbered(section.name, section.public, section.written, batch),
        )
    few = {"pages", "pairs", "years", "events", "agencies", "documents", "texts"}
    for name in sections.SECTIONS.keys() - few:  # hundreds of parts
        monkeypatch.delitem(sections.SECTIONS, name)
        whole = Counter({path: n for path, n in whole.items() if not is_of(name, path)})
    for path in parts(client):
        assert part(client, path).count("<url>") <= 2 * size
    assert addresses(client) == whole


def is_of(section: str, path: str) -> bool:
    return re.fullmatch(rf"(/ru)?/{section}/[^/]+/", path) is not None


def test_withdrawn_record_goes_and_a_draft_never_comes(
    client: Client, archive: list[Document]
) -> None:
    before = addresses(client)
    draft = builders.draft("Draft agreement", side_1=state_of("uz"), side_2=state_of("kz"))
    builders.settle()
    assert addresses(client) == before
    gone = archive[0]
    Document.objects.filter(pk=gone.pk).update(
        publication_state="withdrawn", withdrawal_reason="A mistake."
    )
    builders.settle()
    after = addresses(client)
    assert not [path for path in after if f"documents/{gone.pk}/" in path]
    assert not [path for path in after if f"documents/{draft.pk}/" in path]
    assert not [path for path in after if "ministry-of-roads" in path]


@pytest.mark.parametrize(
    "path",
    [
        "/sitemap-documents-0.xml",
        "/sitemap-documents-99.xml",
        "/sitemap-documents-99999999999999999999.xml",
        "/sitemap-nothing-1.xml",
        "/sitemap-pages-2.xml",
        "/ru/sitemap.xml",
    ],
)
def test_part_that_there_is_not_is_not_found(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_queries_do_not_grow_with_the_pages(
    client: Client,
    archive: list[Document],
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for _ in range(5):
        builders.text(builders.document())
    builders.settle()
    batches = sections.SIZE // sections.BATCH + 1
    with django_assert_max_num_queries(2 * batches + 6):
        part(client, path_of_part(archive[-1]))
    with django_assert_max_num_queries(25):
        parts(client)


def test_an_address_never_takes_more_than_is_reckoned_with() -> None:
    """So that a part stays below the protocol's fifty megabytes."""
    page = sections.Page(
        f"documents/{2**40}/{'x' * 80}/texts/{2**40}/", builders.document().created_at
    )
    root = "https://archive-of-agreements.ministry.example/"
    written = entries(page, {"en": root, "ru": f"{root}ru/"})
    languages = 2
    assert len(written) <= languages * (languages + 2) * sections.LONGEST
    assert sections.SIZE * languages <= 50_000


def test_robots_are_told_where_it_is(client: Client) -> None:
    assert (
        "\nSitemap: http://testserver/sitemap.xml\n" in client.get("/robots.txt").content.decode()
    )
