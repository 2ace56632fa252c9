import pytest
from pytest_django.asserts import assertContains, assertNotContains

from agreements.models import Citation, StatusOverride
from tests import builders

pytestmark = pytest.mark.django_db


def test_shows_the_words_cited_and_where_but_never_the_kept_text(client):
    source = builders.source(kept_text="Everything that they kept.", publisher="Gazette of Onia")
    document = builders.document("Agreement on roads", event=builders.event("Visit to Onia"))
    Citation.objects.create(document=document, source=source, quote="They built a road.")
    response = client.get(source.get_absolute_url())
    assertContains(response, "Gazette of Onia")
    assertContains(response, "They built a road.")
    assertContains(response, document.get_absolute_url())
    assertNotContains(response, "Visit to Onia")
    assertNotContains(response, "Everything that they kept.")


def test_words_cited_in_a_draft_do_not_show(client):
    source = builders.source()
    Citation.objects.create(document=builders.document(), source=source, quote="Open words.")
    Citation.objects.create(document=builders.draft("Secret"), source=source, quote="Secret words.")
    response = client.get(source.get_absolute_url())
    assertContains(response, "Open words.")
    assertNotContains(response, "Secret")


def test_source_of_drafts_only_is_not_found(client):
    source = builders.source()
    Citation.objects.create(document=builders.draft(), source=source, quote="Secret words.")
    assert client.get(source.get_absolute_url()).status_code == 404


def test_source_of_an_override_is_public(client):
    source = builders.source()
    StatusOverride.objects.create(
        document=builders.document(),
        status="terminated",
        effective_on="2024",
        reason="Both say so.",
        source=source,
    )
    assert client.get(source.get_absolute_url()).status_code == 200


@pytest.mark.parametrize("number", ["999999", "9" * 20])
def test_unknown_number_is_not_found(client, number):
    assert client.get(f"/sources/{number}/").status_code == 404


def test_costs_the_same_for_one_citation_and_for_fifty(client, django_assert_num_queries):
    source = builders.source()

    def cite(number: int) -> None:
        for _ in range(number):
            document = builders.document()
            event = builders.event()
            Citation.objects.create(document=document, source=source)
            Citation.objects.create(event=event, source=source)
            Citation.objects.create(party=document.parties.first(), source=source)

    cite(1)
    with django_assert_num_queries(8) as captured:
        client.get(source.get_absolute_url())
    cite(15)
    with django_assert_num_queries(len(captured)):
        client.get(source.get_absolute_url())
