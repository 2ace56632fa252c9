"""Files on a document's form: added, kept while other fields are mended, replaced, taken out."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import reverse

from agreements.forms.uploads import token
from agreements.models import Change, Document, File, Proposal, Text
from tests import builders
from tests.admin.conftest import signed_in
from tests.admin.desk import add_url, errors, messages, queries, row, sheet, url_of
from tests.texts import files

PDF = files.pdf()


def upload(name: str = "agreement.pdf", content: bytes = PDF) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, "application/octet-stream")


def blank(client: Client, **values: Any) -> dict[str, Any]:
    return sheet(client, add_url("document")) | {"titles-0-text": "Agreement on water"} | values


def save(client: Client, url: str, data: dict[str, Any]) -> HttpResponse:
    return client.post(url, data, follow=True)


def received(response: HttpResponse) -> dict[str, list[str]]:
    """What the page remembers of files that it was sent: tokens by the name of their field."""
    page = response.content.decode()
    found: dict[str, list[str]] = {}
    for name, value in re.findall(r'name="([^"]+-received)" value="([^"]+)"', page):
        found.setdefault(name, []).append(value)
    return found


def address(file: File) -> str:
    return reverse("desk:file", args=[file.pk, file.name])


@pytest.fixture
def draft(db: None) -> Document:
    made = builders.draft()
    builders.settle()
    return made


@pytest.fixture
def published(db: None) -> Document:
    """With a text that is a file."""
    made = builders.document("Agreement on water")
    text = Text.objects.create(document=made, language="ru")
    builders.received(made, PDF, text=text, name="first.pdf", pages=2)
    builders.settle()
    return made


# Adding ------------------------------------------------------------------------------------------


def test_text_that_is_a_file_alone_is_entered_with_its_document(clerk: Client) -> None:
    data = blank(clerk)
    row(
        data,
        "texts",
        language="ru",
        role="authentic",
        is_public="on",
        upload=upload("Соглашение.pdf"),
    )
    response = save(clerk, add_url("document"), data)
    text = Document.objects.get().texts.get()
    file = text.files.get()
    assert (file.name, file.kind, file.pages, file.document) == (
        "Соглашение.pdf", "pdf", 2, text.document,
    ), errors(response)  # fmt: skip
    assert file.received_by == "clerk"
    assert default_storage.open(file.path).read() == PDF
    assert "was added successfully" in messages(response)[0]


def test_images_of_pages_keep_their_order(clerk: Client, draft: Document) -> None:
    pages = [upload(f"page-{n}.png", files.png((200 + n, 280))) for n in (2, 1, 3)]
    data = sheet(clerk, url_of(draft))
    prefix = row(data, "texts", language="ru", is_public="on", upload=pages)
    save(clerk, url_of(draft), data)
    assert prefix == "texts-0"
    assert [f.name for f in draft.texts.get().files.all()] == [
        "page-2.png", "page-1.png", "page-3.png",
    ]  # fmt: skip


def test_file_is_added_to_a_text_that_has_words(clerk: Client, draft: Document) -> None:
    text = builders.text(draft)
    builders.settle()
    data = sheet(clerk, url_of(draft)) | {"texts-0-upload": upload()}
    save(clerk, url_of(draft), data)
    assert text.files.get().name == "agreement.pdf"
    assert Text.objects.get().body == text.body


def test_attachments_are_of_the_document_alone(clerk: Client, draft: Document) -> None:
    maps = [upload("map.png", files.png()), upload("list.txt", b"One\nTwo\n")]
    save(clerk, url_of(draft), sheet(clerk, url_of(draft)) | {"attachments": maps})
    rows = draft.files.order_by("position").values_list("name", "text", "position")
    assert list(rows) == [("map.png", None, 0), ("list.txt", None, 1)]


def test_text_without_words_and_file_is_refused_beside_its_row(clerk: Client) -> None:
    data = blank(clerk)
    row(data, "texts", language="ru", is_public="on")
    response = save(clerk, add_url("document"), data)
    rows = response.context["inline_admin_formsets"]
    [texts] = [r.formset for r in rows if r.formset.prefix == "texts"]
    assert "a file, or the address" in str(texts.forms[0].non_field_errors())


def test_removing_the_only_file_of_a_text_is_refused(clerk: Client, draft: Document) -> None:
    text = Text.objects.create(document=draft, language="en")
    builders.received(draft, text=text)
    builders.settle()
    data = sheet(clerk, url_of(draft)) | {"files-0-DELETE": "on"}
    assert "a file, or the address" in errors(save(clerk, url_of(draft), data))
    assert text.files.exists()


def test_form_names_what_it_takes(clerk: Client) -> None:
    page = clerk.get(add_url("document")).content.decode()
    [field] = re.findall(r'<input type="file" name="attachments"[^>]*>', page)
    assert "multiple" in field and ".docx" in field
    assert 'enctype="multipart/form-data"' in page
    assert "PDF, TIFF, JPEG, PNG, DOCX, ODT, HTML or plain text, up to 200 MB" in page


# Refused, and kept -------------------------------------------------------------------------------


def bomb() -> bytes:
    """A DOCX that unpacks to far more than it is."""
    out = io.BytesIO(files.docx())
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/nothing.bin", bytes(600 * 1024 * 1024))
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "make", "words"),
    [
        ("empty.pdf", bytes, "The file is empty"),
        ("secret.pdf", lambda: files.pdf(password="secret"), "opens with a password only"),
        ("both.html", lambda: files.html().ljust(600) + PDF, "at once"),
        ("agreement.docx", lambda: PDF, "By its name the file is"),
        ("half.pdf", lambda: PDF[: len(PDF) // 2], "ends too early"),
        ("old.doc", files.old_word, "old Word format"),
        ("huge.png", files.huge_png, "too many to show"),
        ("bomb.docx", bomb, "unpacks to far more"),
        ("drawing.svg", lambda: b"<svg xmlns='http://www.w3.org/2000/svg'/>", "an SVG drawing"),
    ],
)
def test_hostile_file_is_refused_beside_its_field_and_all_typed_is_kept(
    clerk: Client, name: str, make: Any, words: str
) -> None:
    data = blank(clerk, public_note="Typed in the evening")
    row(
        data,
        "texts",
        language="ru",
        is_public="on",
        origin="The gazette",
        upload=upload(name, make()),
    )
    response = save(clerk, add_url("document"), data)
    page = response.content.decode()
    [texts] = [
        r.formset for r in response.context["inline_admin_formsets"] if r.formset.prefix == "texts"
    ]
    [said] = texts.forms[0].errors["upload"]
    assert name in said and words in said
    assert list(texts.forms[0].errors) == ["upload"]
    assert "Typed in the evening" in page and "The gazette" in page
    assert not Document.objects.exists()
    assert not File.objects.exists()


def test_sound_file_is_kept_while_another_field_is_mended(clerk: Client) -> None:
    data = blank(clerk)
    row(data, "texts", language="no language", is_public="on", upload=upload("Соглашение.pdf"))
    response = save(clerk, add_url("document"), data)
    assert "language code" in errors(response) or "language code" in response.content.decode()
    [file] = File.objects.waiting()
    assert not File.objects.in_turn().exists(), "nobody is asked to place it meanwhile"
    kept = received(response)
    assert kept == {"texts-0-upload-received": [token(file)]}
    assert "Соглашение.pdf" in response.content.decode()
    del data["texts-0-upload"]
    save(clerk, add_url("document"), data | kept | {"texts-0-language": "ru"})
    file.refresh_from_db()
    assert file.text == Document.objects.get().texts.get()
    assert file.set_aside == ""
    assert File.objects.count() == 1


def test_file_is_kept_where_the_database_refuses(editor: Client, draft: Document) -> None:
    data = sheet(editor, url_of(draft)) | {"attachments": upload()}
    twin = draft.parties.first()
    row(data, "parties", side=1, state=twin.state_id, acting_as="state", role="party", position=0)
    response = save(editor, url_of(draft), data)
    assert "stands on this side already" in errors(response)
    [file] = File.objects.waiting()
    assert received(response) == {"attachments-received": [token(file)]}


def test_file_that_is_left_out_is_gone(clerk: Client, draft: Document) -> None:
    data = sheet(clerk, url_of(draft))
    response = save(clerk, url_of(draft), data | {"titles-0-text": "", "attachments": upload()})
    [kept] = received(response)["attachments-received"]
    data |= {"attachments-received": [kept], "attachments-leave_out": [kept]}
    save(clerk, url_of(draft), data)
    assert not File.objects.exists()


def test_nobody_leaves_out_what_another_sent(
    clerk: Client, editor: Client, draft: Document
) -> None:
    file = builders.received(None, user=User.objects.get(username="clerk"))
    data = sheet(editor, url_of(draft)) | {"attachments-received": [token(file)]}
    save(editor, url_of(draft), data | {"attachments-leave_out": [token(file)]})
    assert list(File.objects.waiting()) == [file]


@pytest.mark.parametrize("made_up", ["1", "1:x", "\0", "x" * 999, "9" * 30])
def test_token_that_nobody_gave_is_refused(clerk: Client, draft: Document, made_up: str) -> None:
    builders.received(None)
    data = sheet(clerk, url_of(draft)) | {"attachments-received": [made_up]}
    assert "not there any more" in save(clerk, url_of(draft), data).content.decode()
    assert File.objects.waiting().exists()


def test_file_that_was_placed_elsewhere_meanwhile_is_not_taken_from_there(
    clerk: Client, draft: Document
) -> None:
    file = builders.received(builders.draft("Another agreement"))
    builders.settle()
    data = sheet(clerk, url_of(draft)) | {"attachments-received": [token(file)]}
    page = save(clerk, url_of(draft), data).content.decode()
    assert "was placed with a document meanwhile: “Another agreement”" in page
    assert not draft.files.exists()


def test_too_large_file_is_refused_in_words(clerk: Client, draft: Document) -> None:
    data = sheet(clerk, url_of(draft)) | {
        "attachments": [upload("large.pdf"), upload("t.txt", b"t")]
    }
    with override_settings(FILE_MAX_SIZE=len(PDF) - 1):
        response = save(clerk, url_of(draft), data)
    assert "“large.pdf” is larger than" in response.content.decode()
    assert list(received(response)) == ["attachments-received"]


def test_name_of_any_length_is_kept(clerk: Client, draft: Document) -> None:
    name = "Соглашение о воде " * 13 + ".pdf"
    save(clerk, url_of(draft), sheet(clerk, url_of(draft)) | {"attachments": upload(name)})
    assert draft.files.get().name == " ".join(name.split())
    assert clerk.get(url_of(draft)).status_code == 200


def test_stale_form_keeps_the_file(clerk: Client, editor: Client, draft: Document) -> None:
    data = sheet(clerk, url_of(draft))
    save(editor, url_of(draft), sheet(editor, url_of(draft)) | {"attachments": upload("map.pdf")})
    response = save(clerk, url_of(draft), data | {"attachments": upload("mine.txt", b"Mine")})
    assert "Somebody else saved this record" in errors(response)
    assert "map.pdf" in response.content.decode()
    again = data | received(response) | {"seen": response.context["adminform"].form["seen"].value()}
    save(clerk, url_of(draft), again)
    assert sorted(draft.files.values_list("name", flat=True)) == ["map.pdf", "mine.txt"]


def test_session_that_ended_asks_for_the_file_again(
    clerk: Client, client: Client, draft: Document
) -> None:
    zarina = User.objects.create_user("zarina", password="long and new", is_staff=True)
    zarina.groups.add(Group.objects.get(name="clerk"))
    data = sheet(clerk, url_of(draft)) | {"summary": "Typed", "attachments": upload("map.pdf")}
    response = client.post(url_of(draft), data, headers={"accept": "text/html"})
    page = response.content.decode()
    assert "Your session has ended" in page and "“map.pdf”" in page
    hidden = re.findall(r'name="(attachments-refused)" value="([^"]+)"', page)
    assert not File.objects.exists()

    del data["attachments"]
    data |= dict(hidden) | {
        "sign_in_again-username": "zarina",
        "sign_in_again-password": "long and new",
    }
    response = client.post(url_of(draft), data, headers={"accept": "text/html"})
    assert "“map.pdf” was not received" in response.content.decode()
    draft.refresh_from_db()
    assert draft.summary == "", "not saved without the file before the clerk has seen that"


# The same bytes ----------------------------------------------------------------------------------


def test_same_bytes_elsewhere_are_pointed_out(clerk: Client, draft: Document) -> None:
    other = builders.draft("Another agreement")
    builders.received(other, PDF)
    builders.settle()
    data = sheet(clerk, url_of(draft)) | {"attachments": upload()}
    said = messages(save(clerk, url_of(draft), data))
    assert draft.files.count() == 1
    [words] = [words for words in said if "held already" in words]
    assert "Another agreement" in words and url_of(other) in words and "draft" in words


def test_same_file_held_often_is_told_once(clerk: Client, draft: Document) -> None:
    builders.received(None, PDF)
    builders.received(None, PDF)
    said = messages(
        save(clerk, url_of(draft), sheet(clerk, url_of(draft)) | {"attachments": upload()})
    )
    assert len([words for words in said if "waits in the inbox already" in words]) == 1


# What is there -----------------------------------------------------------------------------------


def test_form_shows_what_is_known_of_a_file(clerk: Client, draft: Document) -> None:
    text = Text.objects.create(document=draft, language="tg")
    file = builders.received(
        draft, PDF, text=text, name="Созишнома.pdf", pages=2, is_signed=True, is_public=False
    )
    File.objects.filter(pk=file.pk).update(fixity="altered", words_reason="few_letters")
    builders.settle()
    page = clerk.get(url_of(draft)).content.decode()
    for words in (
        "altered",
        "The pages are pictures",
        "2 pages",
        "digital signature",
        "not read yet",
        "held, not public",
        address(file),
    ):
        assert words in page, words


def test_queries_do_not_grow_with_files(clerk: Client, draft: Document) -> None:
    text = Text.objects.create(document=draft, language="tg")
    builders.file(draft, text=text)
    builders.settle()
    before = queries(clerk, url_of(draft))
    for _ in range(5):
        old = builders.file(draft, text=text)
        builders.file(draft, text=text, replaces=old, reason="Better scan")
    builders.settle()
    assert queries(clerk, url_of(draft)) == before


def test_who_only_looks_sees_files_and_nothing_to_choose(
    clerk: Client, published: Document
) -> None:
    page = clerk.get(url_of(published)).content.decode()
    assert address(published.files.get()) in page
    assert 'type="file"' not in page


def test_file_of_a_draft_is_given_at_the_desk_only(
    clerk: Client, client: Client, draft: Document
) -> None:
    file = builders.received(draft, PDF)
    response = clerk.get(address(file))
    assert b"".join(response.streaming_content) == PDF
    assert response["Content-Type"] == "application/pdf"
    assert "private" in response["Cache-Control"]
    assert client.get(address(file)).status_code == 302
    without = signed_in("visitor", "view_file", group="clerk")
    assert without.get(address(file)).status_code == 403
    assert clerk.get(address(file).replace(str(file.pk), "999999")).status_code == 404
    assert clerk.post(address(file)).status_code == 405


def test_html_is_kept_by_the_reader_never_shown_as_ours(clerk: Client, draft: Document) -> None:
    file = builders.received(draft, files.html("<script>1</script>"), name="a.html", kind="html")
    response = clerk.get(address(file))
    assert response["Content-Disposition"].startswith("attachment")
    assert "sandbox" in response["Content-Security-Policy"]


def test_missing_bytes_are_told_of(clerk: Client, draft: Document) -> None:
    file = builders.received(draft)
    default_storage.delete(file.path)
    assert clerk.get(address(file)).status_code == 503


# Replaced, moved, removed ------------------------------------------------------------------------


def test_published_file_is_replaced_with_a_reason(editor: Client, published: Document) -> None:
    old = published.files.get()
    data = sheet(editor, url_of(published))
    new = upload("second.pdf", files.pdf(["Better"]))
    data |= {"files-0-replacement": new, "files-0-replacement_reason": "A page was missing."}
    save(editor, url_of(published), data)
    [current] = published.files.current()
    assert (current.name, current.replaces, current.text, current.reason) == (
        "second.pdf", old, old.text, "A page was missing.",
    )  # fmt: skip
    assert set(File.objects.published()) == {old, current}
    page = editor.get(url_of(published)).content.decode()
    assert "first.pdf" in page and "A page was missing." in page


def test_replacement_without_reason_is_refused_and_kept(
    editor: Client, published: Document
) -> None:
    data = sheet(editor, url_of(published)) | {"files-0-replacement": upload("second.pdf")}
    response = save(editor, url_of(published), data)
    assert "Say why the file is replaced" in response.content.decode()
    assert list(received(response)) == ["files-0-replacement-received"]


def test_reason_without_file_is_refused(editor: Client, published: Document) -> None:
    data = sheet(editor, url_of(published)) | {"files-0-replacement_reason": "A page was missing."}
    assert "choose the new file" in save(editor, url_of(published), data).content.decode()


def test_file_is_replaced_once(editor: Client, published: Document) -> None:
    data = sheet(editor, url_of(published)) | {"files-0-replacement_reason": "Page missing."}
    save(editor, url_of(published), data | {"files-0-replacement": upload("second.pdf")})
    data |= {"files-0-replacement": upload("third.pdf")}
    response = save(editor, url_of(published), data)
    assert "Somebody else saved" in errors(response)
    seen = {"seen": response.context["adminform"].form["seen"].value()}
    del data["files-0-replacement"]
    response = save(editor, url_of(published), data | seen | received(response))
    page = response.content.decode()
    assert "Somebody replaced this file meanwhile" in page
    assert re.search(r'inline_label">first.pdf\s', page), "the row is still that of the former file"
    assert published.files.count() == 2


def test_published_file_is_taken_out_of_the_public_not_deleted(
    editor: Client, published: Document
) -> None:
    data = sheet(editor, url_of(published))
    assert "files-0-DELETE" not in data
    assert "files-0-DELETE" not in editor.get(url_of(published)).content.decode()
    del data["files-0-is_public"]
    save(editor, url_of(published), data | {"files-0-DELETE": "on"})
    assert not published.files.get().is_public
    assert not File.objects.published().exists()


def test_deleting_the_text_of_a_published_file_is_refused_in_words(
    editor: Client, published: Document
) -> None:
    data = sheet(editor, url_of(published)) | {"texts-0-DELETE": "on"}
    assert "stays with its document. Replace it" in errors(save(editor, url_of(published), data))
    assert published.files.exists()


def test_file_of_a_draft_is_removed_and_its_bytes_stay(clerk: Client, draft: Document) -> None:
    file = builders.received(draft)
    builders.settle()
    save(clerk, url_of(draft), sheet(clerk, url_of(draft)) | {"files-0-DELETE": "on"})
    assert not File.objects.exists()
    assert default_storage.exists(file.path)


def test_file_is_moved_to_another_text_with_its_former_versions(
    clerk: Client, draft: Document
) -> None:
    wrong, right = (builders.text(draft, language=code) for code in ("en", "ru"))
    old = builders.received(draft, text=wrong)
    new = builders.received(draft, text=wrong, replaces=old, reason="Better scan")
    builders.settle()
    data = sheet(clerk, url_of(draft)) | {"files-0-text": right.pk, "texts-0-DELETE": "on"}
    response = save(clerk, url_of(draft), data)
    assert set(right.files.all()) == {old, new}, errors(response)
    assert not Text.objects.filter(pk=wrong.pk).exists()


# Who may -----------------------------------------------------------------------------------------


def test_who_may_not_add_files_is_told_so(draft: Document) -> None:
    somebody = signed_in("somebody", "add_file", group="clerk")
    data = sheet(somebody, url_of(draft)) | {"attachments": upload()}
    assert "You may not add files" in save(somebody, url_of(draft), data).content.decode()
    assert not File.objects.exists()


def test_correction_of_a_published_record_carries_its_files(
    clerk: Client, editor: Client, published: Document
) -> None:
    propose = url_of(published).replace("/change/", "/propose/")
    data = sheet(clerk, propose)
    row(
        data,
        "texts",
        language="tg",
        is_public="on",
        upload=upload("Созишнома.pdf", files.pdf(["T"])),
    )
    data |= {
        "files-0-replacement": upload("second.pdf", files.pdf(["Better"])),
        "files-0-replacement_reason": "A page was missing.",
        "attachments": upload("map.png", files.png()),
    }
    response = save(clerk, propose, data)
    proposal = Proposal.objects.get()
    assert published.files.count() == 1, errors(response)
    assert File.objects.waiting().count() == 3
    page = editor.get(url_of(proposal)).content.decode()
    for name in ("Созишнома.pdf", "second.pdf", "map.png"):
        assert name in page, name
        assert f'href="{address(File.objects.get(name=name))}"' in page  # it is looked at first
    assert "Text “tg”" in page
    assert "not there any more" not in page

    said = messages(editor.post(url_of(proposal), {"_apply": "1"}, follow=True))
    assert "was applied" in said[0]
    names = published.files.current().values_list("name", flat=True)
    assert sorted(names) == ["map.png", "second.pdf", "Созишнома.pdf"]
    assert published.texts.get(language="tg").files.get().name == "Созишнома.pdf"
    assert not File.objects.waiting().exists()


def test_correction_that_is_not_in_order_keeps_its_file(clerk: Client, published: Document) -> None:
    propose = url_of(published).replace("/change/", "/propose/")
    data = sheet(clerk, propose) | {"titles-0-text": "", "attachments": upload("map.pdf")}
    response = save(clerk, propose, data)
    [file] = File.objects.waiting()
    assert received(response) == {"attachments-received": [token(file)]}
    assert not Proposal.objects.exists()


def test_form_of_a_correction_still_has_its_files(
    clerk: Client, editor: Client, published: Document
) -> None:
    propose = url_of(published).replace("/change/", "/propose/")
    save(clerk, propose, sheet(clerk, propose) | {"attachments": upload("map.png", files.png())})
    proposal = Proposal.objects.get()
    form = url_of(proposal).replace("/change/", "/form/")
    response = editor.get(form)
    [file] = File.objects.waiting()
    assert received(response) == {"attachments-received": [token(file)]}


def test_correction_whose_file_was_placed_elsewhere_is_in_the_way(
    clerk: Client, editor: Client, published: Document, draft: Document
) -> None:
    propose = url_of(published).replace("/change/", "/propose/")
    save(clerk, propose, sheet(clerk, propose) | {"attachments": upload("map.png", files.png())})
    File.objects.waiting().update(document=draft)
    response = editor.post(url_of(Proposal.objects.get()), {"_apply": "1"}, follow=True)
    assert response.status_code == 200
    assert not published.files.filter(name="map.png").exists()


def test_check_while_typing_takes_no_file(clerk: Client, draft: Document) -> None:
    url = reverse("admin:agreements_document_check", args=[draft.pk])
    data = sheet(clerk, url_of(draft))
    file = builders.received(None)
    row(data, "texts", language="ru", is_public="on", **{"upload-received": [token(file)]})
    assert clerk.post(url, data).status_code == 200
    assert list(File.objects.waiting()) == [file]
    assert not draft.texts.exists()


# History -----------------------------------------------------------------------------------------


def test_history_tells_of_files_and_takes_them_back(editor: Client, draft: Document) -> None:
    save(editor, url_of(draft), sheet(editor, url_of(draft)) | {"attachments": upload("map.pdf")})
    history = url_of(draft).replace("/change/", "/history/")
    lines = editor.get(history).context["versions"][0][1]
    [line] = [line for line in lines if line.kind == "File"]
    assert (line.row, line.done) == ("map.pdf", "added")
    assert [(field.field, field.after) for field in line.fields] == [("Name", "map.pdf")]


def test_earlier_version_is_restored_and_the_file_waits_again(
    editor: Client, draft: Document
) -> None:
    before = Change.objects.of(draft).latest("pk").pk
    builders.later()
    save(editor, url_of(draft), sheet(editor, url_of(draft)) | {"attachments": upload("map.pdf")})
    restore = url_of(draft).replace("/change/", f"/history/{before}/restore/")
    data = {"seen": editor.get(restore).context["seen"]}
    said = messages(editor.post(restore, data, follow=True))
    assert "was restored" in said[-1]
    assert [file.name for file in File.objects.waiting()] == ["map.pdf"]


def test_public_file_stays_when_an_earlier_version_is_restored(
    editor: Client, published: Document
) -> None:
    before = Change.objects.of(published).latest("pk").pk
    builders.later()
    text = Text.objects.create(document=published, language="ru")
    file = builders.received(None)
    File.objects.filter(pk=file.pk).update(document=published, text=text)
    published.titles.update(text="Agreement on ice")
    builders.settle()
    restore = url_of(published).replace("/change/", f"/history/{before}/restore/")
    data = {"seen": editor.get(restore).context["seen"]}
    assert "was restored" in messages(editor.post(restore, data, follow=True))[-1]
    assert published.titles.get().text != "Agreement on ice"
    assert file in File.objects.published()


def test_public_file_is_not_taken_from_its_document(editor: Client, published: Document) -> None:
    file = builders.received(None)
    builders.settle()
    builders.later()
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        File.objects.filter(pk=file.pk).update(document=published)
        File.objects.filter(pk=file.pk).update(document=None)
    assert "file_stays_once_public" in str(refusal.value)


def test_draft_goes_with_all_versions_of_its_files(clerk: Client, draft: Document) -> None:
    text = builders.text(draft)
    old = builders.received(draft, text=text)
    builders.received(draft, text=text, replaces=old, reason="Better scan")
    builders.settle()
    clerk.post(url_of(draft).replace("/change/", "/delete/"), {"post": "yes"})
    assert not Document.objects.exists()
    assert not File.objects.exists()


# Review ------------------------------------------------------------------------------------------


def test_review_shows_files_with_links(editor: Client) -> None:
    made = builders.document("Agreement on water", publication_state="in_review")
    text = Text.objects.create(document=made, language="ru")
    old = builders.received(made, text=text, name="old.pdf")
    new = builders.received(made, text=text, name="new.pdf", replaces=old, reason="Page missing")
    plan = builders.received(made, name="map.png", kind="png")
    builders.settle()
    page = editor.get(reverse("admin:review_record", args=["document", made.pk])).content.decode()
    for words in (address(new), address(plan), "old.pdf", "Page missing"):
        assert words in page, words
