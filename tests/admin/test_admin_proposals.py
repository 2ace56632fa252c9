"""A clerk's correction of a published record: kept, looked at, applied or returned."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from agreements.models import Change, Document, Event, Proposal
from tests import builders
from tests.admin.desk import errors, messages, row, sheet, url_of


def propose_url(record: object) -> str:
    return url_of(record).replace("/change/", "/propose/")


def form_url(proposal: Proposal) -> str:
    return url_of(proposal).replace("/change/", "/form/")


@pytest.fixture
def published() -> Document:
    made = builders.document("Agreement on water")
    builders.settle()
    return made


def propose(clerk: Client, record: object, **values: object) -> Proposal:
    data = sheet(clerk, propose_url(record)) | {"titles-0-text": "Agreement on the water"} | values
    response = clerk.post(propose_url(record), data, follow=True)
    assert "waits for an editor" in messages(response)[0], errors(response)
    return Proposal.objects.latest("pk")


def test_clerks_correction_waits_and_changes_nothing(clerk: Client, published: Document) -> None:
    data = sheet(clerk, propose_url(published))
    assert "publication_state" not in data
    row(data, "titles", text="Созишнома", language="tg", worded_by="source")
    data["change_reason"] = "As the gazette has it"
    before = Change.objects.of(published).content().count()
    proposal = propose(clerk, published, **data | {"titles-0-text": "Agreement on the water"})
    assert (proposal.made_by, proposal.state, proposal.reason) == (
        "clerk",
        "open",
        "As the gazette has it",
    )
    assert published.titles.get().text == "Agreement on water"
    assert Change.objects.of(published).content().count() == before
    page = clerk.get(url_of(proposal)).content.decode()
    for words in ("Agreement on water", "Agreement on the water", "Созишнома"):
        assert words in page


def test_editor_applies_it_and_history_names_both(
    clerk: Client, editor: Client, published: Document
) -> None:
    proposal = propose(clerk, published, change_reason="As printed")
    said = messages(editor.post(url_of(proposal), {"_apply": "1"}, follow=True))
    assert "was applied" in said[0]
    assert published.titles.get().text == "Agreement on the water"
    published.refresh_from_db()
    assert published.is_published
    proposal.refresh_from_db()
    assert (proposal.state, proposal.decided_by) == ("applied", "editor")
    change = Change.objects.of(published).content().latest("pk")
    assert (change.actor, change.reason) == ("editor", "Proposed by clerk. As printed")


def test_editor_returns_it_with_a_remark_and_the_clerk_goes_on(
    clerk: Client, editor: Client, published: Document
) -> None:
    proposal = propose(clerk, published)
    page = editor.post(url_of(proposal), {"_return": "1", "remark": " "}).content.decode()
    assert "Say to the clerk why" in page
    editor.post(url_of(proposal), {"_return": "1", "remark": "Which gazette?"})
    proposal.refresh_from_db()
    assert (proposal.state, proposal.remark) == ("returned", "Which gazette?")
    assert "Which gazette?" in clerk.get(url_of(proposal)).content.decode()
    response = clerk.get(form_url(proposal))
    assert "Agreement on the water" in response.content.decode()
    assert f'action="{propose_url(published)}?instead={proposal.pk}"' in response.content.decode()
    data = sheet(clerk, form_url(proposal)) | {"change_reason": "Gazette no. 12"}
    clerk.post(f"{propose_url(published)}?instead={proposal.pk}", data)
    proposal.refresh_from_db()
    assert proposal.state == "dropped"
    again = Proposal.objects.latest("pk")
    assert (again.state, again.reason) == ("open", "Gazette no. 12")
    assert published.titles.get().text == "Agreement on water"


def test_correction_that_no_longer_fits_is_not_applied(
    clerk: Client, editor: Client, published: Document
) -> None:
    proposal = propose(clerk, published)
    published.titles.update(text="Agreement on bees")
    page = editor.post(url_of(proposal), {"_apply": "1"}).content.decode()
    assert "changed since at the same place" in page
    assert published.titles.get().text == "Agreement on bees"
    proposal.refresh_from_db()
    assert proposal.state == "open"


def test_editor_goes_on_in_the_form_and_sees_both(
    clerk: Client, editor: Client, published: Document
) -> None:
    proposal = propose(clerk, published)
    published.titles.update(text="Agreement on bees")
    response = editor.get(form_url(proposal))
    assert "values of the proposal" in errors(response)
    (line,) = [one for one in response.context["meanwhile"] if one.difference.name == "text"]
    assert (line.difference.after, line.mine) == ("Agreement on bees", "Agreement on the water")
    data = sheet(editor, form_url(proposal))
    editor.post(f"{url_of(published)}?proposal={proposal.pk}", data)
    assert published.titles.get().text == "Agreement on the water"
    proposal.refresh_from_db()
    assert (proposal.state, proposal.decided_by) == ("applied", "editor")


def test_looking_at_the_form_saves_nothing(clerk: Client, published: Document) -> None:
    proposal = propose(clerk, published)
    clerk.get(form_url(proposal))
    assert published.titles.get().text == "Agreement on water"


def test_another_field_may_change_meanwhile(
    clerk: Client, editor: Client, published: Document
) -> None:
    proposal = propose(clerk, published)
    Document.objects.filter(pk=published.pk).update(summary="Of water")
    editor.post(url_of(proposal), {"_apply": "1"})
    published.refresh_from_db()
    assert (published.titles.get().text, published.summary) == (
        "Agreement on the water",
        "Of water",
    )


def test_correction_that_breaks_a_rule_is_refused_at_once(
    clerk: Client, published: Document
) -> None:
    data = sheet(clerk, propose_url(published)) | {"parties-1-DELETE": "on"}
    response = clerk.post(propose_url(published), data)
    assert "needs two sides" in errors(response)
    assert not Proposal.objects.exists()
    assert published.parties.count() == 2


def test_nothing_changed_is_nothing_proposed(clerk: Client, published: Document) -> None:
    data = sheet(clerk, propose_url(published))
    response = clerk.post(propose_url(published), data, follow=True)
    assert "nothing was proposed" in messages(response)[0]
    assert not Proposal.objects.exists()


def test_stale_correction_is_refused(clerk: Client, published: Document) -> None:
    data = sheet(clerk, propose_url(published)) | {"titles-0-text": "Mine"}
    published.titles.update(text="Theirs")
    assert "Somebody else saved" in errors(clerk.post(propose_url(published), data))


def test_clerk_takes_it_back(clerk: Client, published: Document) -> None:
    proposal = propose(clerk, published)
    clerk.post(url_of(proposal), {"_drop": "1"})
    proposal.refresh_from_db()
    assert proposal.state == "dropped"


def test_what_is_decided_is_not_decided_again(
    clerk: Client, editor: Client, published: Document
) -> None:
    proposal = propose(clerk, published)
    editor.post(url_of(proposal), {"_return": "1", "remark": "No."})
    assert editor.post(url_of(proposal), {"_apply": "1"}).status_code == 403
    clerk.post(url_of(proposal), {"_drop": "1"})
    page = editor.post(url_of(proposal), {"_apply": "1"}).content.decode()
    assert "decided already" in page
    assert published.titles.get().text == "Agreement on water"


def test_events_are_corrected_in_the_same_way(clerk: Client, editor: Client) -> None:
    event = builders.event("Visit")
    builders.settle()
    data = sheet(clerk, propose_url(event)) | {"names-0-text": "State visit"}
    clerk.post(propose_url(event), data)
    proposal = Proposal.objects.get(event=event)
    editor.post(url_of(proposal), {"_apply": "1"})
    assert str(Event.objects.get()) == "State visit"


def test_clerk_cannot_decide(clerk: Client, published: Document) -> None:
    proposal = propose(clerk, published)
    page = clerk.get(url_of(proposal)).content.decode()
    assert "_apply" not in page and "_return" not in page
    for act in ({"_apply": "1"}, {"_return": "1", "remark": "x"}, {}):
        assert clerk.post(url_of(proposal), act).status_code == 403
    proposal.refresh_from_db()
    assert proposal.state == "open"


def test_only_published_records_are_corrected_so(
    clerk: Client, editor: Client, published: Document
) -> None:
    draft = builders.draft()
    withdrawn = builders.document(publication_state="withdrawn", withdrawal_reason="Twice.")
    builders.settle()
    for record in (draft, withdrawn):
        assert clerk.get(propose_url(record)).status_code == 403
    assert editor.get(propose_url(published)).status_code == 403
    assert "Propose a correction" in clerk.get(url_of(published)).content.decode()


def test_anothers_proposal_is_not_gone_on_with(
    clerk: Client, published: Document, client: Client
) -> None:
    proposal = propose(clerk, published)
    other = User.objects.create_user("other", is_staff=True)
    other.groups.set(User.objects.get(username="clerk").groups.all())
    client.force_login(other)
    assert client.get(form_url(proposal)).status_code == 403
    assert client.post(url_of(proposal), {"_drop": "1"}).status_code == 403


@pytest.mark.parametrize("key", ["999999", "0", "x", "9" * 30])
def test_no_such_proposal(editor: Client, key: str) -> None:
    response = editor.get(f"/admin/agreements/proposal/{key}/change/", follow=True)
    assert "doesn’t exist" in messages(response)[0]


def test_proposals_are_listed_in_few_queries(
    clerk: Client, editor: Client, published: Document, django_assert_max_num_queries: object
) -> None:
    for _n in range(5):
        propose(clerk, published, **{"titles-0-text": f"Title {_n}"})
    with django_assert_max_num_queries(25):
        page = editor.get("/admin/agreements/proposal/").content.decode()
    assert page.count("Agreement on water") == 5
