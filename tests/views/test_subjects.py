import pytest
from pytest_django.asserts import assertContains, assertNotContains

from tests import builders

pytestmark = pytest.mark.django_db


def test_group_counts_a_document_once_however_many_of_its_subjects_it_has(client):
    group = builders.subject("roads", "Roads of Onia")
    bridges, tunnels = (builders.subject(parent=group, name=name) for name in ("B", "T"))
    builders.document().subjects.add(bridges, tunnels, group)
    builders.draft().subjects.add(bridges)
    builders.settle()
    groups = dict(client.get("/subjects/").context["groups"])
    found = next(subject for subject in groups if subject == group)
    assert (found.number, [subject.number for subject in groups[found]]) == (1, [1, 1])


def test_subject_lists_its_documents_and_those_below_it(client):
    group = builders.subject("roads", "Roads of Onia")
    bridges = builders.subject("bridges", "Bridges of Onia", parent=group)
    builders.document("On bridges").subjects.add(bridges)
    builders.draft("Secret agreement").subjects.add(group)
    builders.document("On the sea")
    builders.settle()
    response = client.get("/subjects/roads/")
    assertContains(response, "On bridges")
    assertContains(response, "Bridges of Onia")
    assertNotContains(response, "On the sea")
    assertNotContains(response, "Secret agreement")


@pytest.mark.parametrize("slug", ["nothing", "Nothing", "a" * 500, "%00", "не-то"])
def test_unknown_subject_is_not_found(client, slug):
    assert client.get(f"/subjects/{slug}/").status_code == 404
