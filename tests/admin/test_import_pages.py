"""A table through the desk: sent, its columns named, looked through, applied and taken back."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import lxml.html
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse
from django.test import Client

from agreements.editing import import_jobs
from agreements.importing.remarks import error
from agreements.jobs.worker import Worker
from agreements.management.commands.work import HANDLERS
from agreements.models import Change, Document, Import, ImportProfile, ImportRow, Job
from agreements.models.vocabulary import JobKind
from tests import builders
from tests.admin.conftest import signed_in
from tests.admin.desk import messages, queries
from tests.importing.imported import looked_through, row
from tests.importing.tables import workbook

pytestmark = pytest.mark.django_db

LIST = "/admin/agreements/import/"
ADD = f"{LIST}add/"
HEAD = "No,Title,Kind,Country,Signed\n"
ROWS = """\
7,Agreement on trade in wool,agreement,Tajikistan,27/10/1994
8,Protocol on wombats,Protokoll,Kazakhstan,03/04/1995
9,,agreement,Tajikistan,05/04/1995
"""
TABLE = HEAD + ROWS


def at(made: Import, act: str = "change") -> str:
    return f"{LIST}{made.pk}/{act}/"


def words(response: HttpResponse) -> str:
    return " ".join(response.content.decode().split())


def send(client: Client, content: str | bytes = TABLE, name: str = "table.csv", **more: Any) -> Any:
    body = content.encode() if isinstance(content, str) else content
    return client.post(ADD, {"file": SimpleUploadedFile(name, body), **more})


def filled(response: HttpResponse, form: str) -> dict[str, Any]:
    """What a browser would send of the form if nothing were typed."""
    forms = lxml.html.fromstring(response.content.decode()).forms
    wanted = next(one for one in forms if form in (one.get("id"), one.get("class")))
    values: dict[str, Any] = {}
    for name, value in wanted.form_values():
        if name == "csrfmiddlewaretoken":
            continue
        values[name] = [*values.get(name, []), value]
    return values


def mapping(client: Client, made: Import) -> dict[str, Any]:
    response = client.get(at(made, "mapping"))
    assert response.status_code == 200
    return filled(response, "import-mapping")


def line(values: dict[str, Any], column: str) -> str:
    """The prefix of the inputs of a column."""
    return next(
        name.removesuffix("-column")
        for name, value in values.items()
        if name.startswith("line-") and name.endswith("-column") and value == [column]
    )


def post(client: Client, made: Import, values: dict[str, Any], act: str) -> HttpResponse:
    return client.post(at(made, "mapping"), {**values, "act": act})


def described(client: Client, content: str | bytes = TABLE, **settings: Any) -> Import:
    """Received, with what the table does not say itself."""
    assert send(client, content).status_code == 302
    made = Import.objects.latest("pk")
    made.settings |= {"constants": {"title_language": "en", "side_1_state": "gb"}, **settings}
    made.save()
    return made


def work(made: Import) -> Import:
    """What the worker does, in this process."""
    Worker(HANDLERS, most=1, drain=True).step()
    made.refresh_from_db()
    return made


WOOL = {"key": "import:7", "title": "Agreement on trade in wool", "signing_dates": "1994-10-27"}
WOMBATS = {"key": "import:8", "title": "Protocol on wombats", "signing_dates": "1995-04-03"}
NAMELESS = {"key": "import:9", "remarks": (error("no_title"),), "title": None}


def previewed(*rows: dict[str, Any]) -> Import:
    """Looked through, without a file."""
    settings = {"version": 1, "constants": {"title": "-"}}
    rows = [row(**values) for values in rows or (WOOL, WOMBATS, NAMELESS)]
    return looked_through(rows, settings=settings, made_by="clerk")


def applied(client: Client, made: Import | None = None) -> Import:
    made = made or previewed()
    client.post(at(made, "apply"), filled(client.get(at(made)), "import-apply"))
    made = work(made)
    assert (made.state, made.problem) == ("applied", "")
    return made


def as_of_yesterday(made: Import) -> None:
    """All that is in the history so far, as if it were of another transaction than what follows."""
    append_only = next(iter(Change._meta.triggers)).get_pgid(Change)
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE agreements_change DISABLE TRIGGER {append_only}")
        cursor.execute(
            "UPDATE agreements_change SET transaction = transaction - 1, made_at = made_at - "
            "interval '1 day'"
        )
        cursor.execute(f"ALTER TABLE agreements_change ENABLE TRIGGER {append_only}")
    Import.objects.filter(pk=made.pk).update(
        transaction=made.transaction - 1, applied_at=made.applied_at - timedelta(days=1)
    )


# Receiving ----------------------------------------------------------------------------------------


def test_table_is_received_and_its_columns_are_proposed(clerk: Client) -> None:
    response = send(clerk)
    made = Import.objects.get()
    assert response["Location"] == at(made, "mapping")
    assert (made.name, made.made_by, made.size) == ("table.csv", "clerk", len(TABLE))
    page = clerk.get(at(made, "mapping"))
    assert "Received: “table.csv”. Nothing is written yet." in messages(page)
    for said in ("it has no letters but plain ones", "without a byte order mark", "5 columns"):
        assert said in words(page)
    values = mapping(clerk, made)
    proposed = {c: values[f"{line(values, c)}-field"] for c in ("Title", "Kind", "Signed")}
    assert proposed == {"Title": ["title"], "Kind": ["type"], "Signed": ["signing_dates"]}
    assert "as 27/10/1994 tells: day first" in words(page)


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"", "empty.csv", "The file is empty."),
        (b"%PDF-1.7\n", "table.csv", "This is a PDF"),
        (b'[{"a": 1}]', "one.json", "Write each object on a line of its own"),
        (workbook([["A"]])[:200], "cut.xlsx", "damaged"),
    ],
)
def test_what_is_no_table_is_refused_in_a_sentence(
    clerk: Client, content: bytes, name: str, sentence: str
) -> None:
    response = send(clerk, content, name)
    assert response.status_code == 200
    assert sentence in words(response)
    assert not Import.objects.exists()


def test_no_file_and_a_profile_that_is_gone_are_said(clerk: Client) -> None:
    response = clerk.post(ADD, {"profile": "99"})
    assert "Choose the file of the table first." in words(response)
    assert "This profile was deleted meanwhile." in words(response)


def test_table_that_is_too_large_is_not_received(clerk: Client, settings: Any) -> None:
    settings.FILE_MAX_SIZE = 1024
    response = send(clerk, HEAD + ROWS * 20)
    assert "larger than 0 MB" in words(response)
    assert not Import.objects.exists()


# Columns ------------------------------------------------------------------------------------------


def test_what_is_typed_is_kept_whatever_is_wrong_with_it(clerk: Client) -> None:
    made = described(clerk)
    values = mapping(clerk, made) | {"key-prefix": "wool-", "constant-1-value": "no such"}
    response = post(clerk, made, values | {f"{line(values, 'Title')}-field": ""}, "preview")
    assert response.status_code == 200
    assert "Say which column holds the title." in words(response)
    again = filled(response, "import-mapping")
    assert again["key-prefix"] == ["wool-"]
    assert ["no such"] in again.values()
    assert not Job.objects.exists()


def test_date_that_can_be_two_days_is_asked_before_anything_goes_on(clerk: Client) -> None:
    made = described(clerk, HEAD + "8,Protocol on wombats,protocol,Kazakhstan,03/04/1995\n")
    response = post(clerk, made, mapping(clerk, made), "preview")
    assert "whether the day or the month stands first, as in 03/04/1995" in words(response)
    assert not Job.objects.exists()
    values = filled(response, "import-mapping")
    values[f"{line(values, 'Signed')}-dates"] = "mdy"
    post(clerk, made, values, "preview")
    assert work(made).state == "previewed"
    assert ImportRow.objects.get().record["signing_dates"] == "1995-03-04"


def test_words_that_are_not_known_are_given_a_code(clerk: Client) -> None:
    made = described(clerk)
    values = mapping(clerk, made)
    kind = line(values, "Kind")
    post(clerk, made, values | {f"{kind}-field": "type"}, "again")
    page = clerk.get(at(made, "mapping"))
    assert "1 not known" in words(page)
    values = filled(page, "import-mapping")
    assert values[f"{kind}-word-0"] == ["Protokoll"]  # the unknown ones first
    post(clerk, made, values | {f"{kind}-to-0": "protocol"}, "preview")
    work(made)
    assert ImportRow.objects.get(number=3).record["type"] == "protocol"


def test_series_that_the_archive_does_not_have_is_refused_at_once(clerk: Client) -> None:
    made = described(clerk)
    values = mapping(clerk, made) | {"key-column": "Title", "key-scheme": "МИД"}
    page = post(clerk, made, values, "preview")
    assert "There is no series “МИД”. There are: " in words(page)
    assert made.jobs.count() == 0


def test_column_says_two_things_and_another_is_kept_as_a_note(clerk: Client) -> None:
    made = described(clerk)
    values = mapping(clerk, made)
    blank = f"line-{int(values['lines'][0]) - 1}"
    values |= {f"{blank}-column": "Title", f"{blank}-field": "summary"}
    values[f"{line(values, 'Kind')}-field"] = "_note"
    post(clerk, made, values, "preview")
    work(made)
    record = ImportRow.objects.get(number=2).record
    assert record["summary"] == record["title"] == "Agreement on trade in wool"
    assert "Kind: agreement" in record["internal_note"]


def test_profile_is_kept_and_used_again(clerk: Client) -> None:
    made = described(clerk)
    response = post(clerk, made, mapping(clerk, made) | {"name": ""}, "save")
    assert "Give the profile a name." in words(response)
    response = post(clerk, made, mapping(clerk, made) | {"name": "Wool"}, "save")
    kept = ImportProfile.objects.get(name="Wool")
    assert (kept.changed_by, kept.settings) == ("clerk", Import.objects.get().settings)
    send(clerk, profile=str(kept.pk))
    other = Import.objects.latest("pk")
    assert (other.profile, other.settings) == (kept, kept.settings)
    send(clerk)
    third = Import.objects.latest("pk")
    values = mapping(clerk, third)
    values |= {"constant-0-field": "title_language", "constant-0-value": "en", "name": "Wool"}
    assert "There is a profile of this name" in words(post(clerk, third, values, "save"))
    assert post(clerk, third, values | {"replaces": "on"}, "save").status_code == 302


def test_table_is_read_otherwise_and_may_lack_columns_then(clerk: Client) -> None:
    made = described(clerk, TABLE.replace(",", ";"))
    values = mapping(clerk, made)
    response = post(clerk, made, values | {"table-delimiter": "|"}, "preview")
    assert "The table has no column “" in words(response)
    response = post(clerk, made, values | {"table-header_row": "99"}, "preview")
    assert "Row 99, which was to name the columns" in words(response)
    back = filled(response, "import-mapping") | {"table-header_row": ""}
    post(clerk, made, back, "again")
    assert mapping(clerk, made) == values
    assert post(clerk, made, values, "preview").status_code == 302


def test_columns_that_the_table_lacks_are_not_forgotten(clerk: Client) -> None:
    settings = {"take": [{"column": "Gone", "values": ["a", "b"]}], "notes": ["Also gone"]}
    settings["key"] = {"scheme": "import", "column": "Lost", "hashed": ["Title", "Left"]}
    made = described(clerk, **settings)
    before = made.settings
    post(clerk, made, mapping(clerk, made), "again")
    made.refresh_from_db()
    assert made.settings == before


def test_nul_is_left_out(clerk: Client) -> None:
    made = described(clerk)
    values = mapping(clerk, made) | {"source-title": "Wool\0 register", "name": "W\0ool"}
    assert post(clerk, made, values, "save").status_code == 302
    assert Import.objects.get().settings["source"] == {"title": "Wool register"}
    assert ImportProfile.objects.filter(name="Wool").exists()


def test_nonsense_is_no_error(clerk: Client) -> None:
    made = described(clerk)
    post(clerk, made, {"lines": "9" * 40, "constants": "-1"}, "again")
    sent = {"lines": "1", "line-0-column": "x", "line-0-field": "nonsense", "takes": "-1"}
    sent |= {"line-0-was": "77", "table-header_row": "x", "key-hashed": ["a", "b"]}
    response = post(clerk, made, sent, "preview")
    assert "There is no field “nonsense” to fill." in words(response)


def test_file_that_is_gone_is_said(clerk: Client) -> None:
    made = Import.objects.create(name="gone.csv", size=1, sha256="")
    assert "not in the storage" in words(clerk.get(at(made, "mapping")))


# Rows ---------------------------------------------------------------------------------------------


def test_preview_says_what_each_row_would_do(clerk: Client) -> None:
    made = previewed()
    page = words(clerk.get(at(made)))
    for said in (
        "Nothing has been written.",
        "Agreement on trade in wool",
        "Kazakhstan – Tajikistan, 27 October 1994",
        "The row has no title.",
        "Write it: 2 new, 0 changed",
    ):
        assert said in page
    assert "publish what can be published" not in page
    refused = words(clerk.get(at(made), {"outcome": "refused"}))
    assert "The row has no title." in refused
    assert "trade in wool" not in refused


def test_change_shows_what_was_and_what_would_be(clerk: Client) -> None:
    applied(clerk)
    made = previewed(WOOL | {"signing_dates": "1994-10-28"})
    page = words(clerk.get(at(made), {"outcome": "changed"}))
    assert "1994-10-27</del>" in page
    assert "1994-10-28</ins>" in page
    assert "Write it: 0 new, 1 changed" in page


def test_rows_are_turned_by_their_number(clerk: Client) -> None:
    made = previewed(*({"key": f"import:{n}", "title": f"Protocol no. {n}"} for n in range(120)))
    numbers = [*made.rows.order_by("number").values_list("number", flat=True)]

    def shown(**asked: Any) -> list[int]:
        rows = clerk.get(at(made), {"outcome": "new", **asked}).context["rows"]
        return [one.row.number for one in rows.rows], rows.earlier, rows.later

    second = (numbers[50:100], numbers[50], numbers[99])
    assert shown() == (numbers[:50], None, numbers[49])
    assert shown(after=numbers[49]) == second
    assert shown(after=numbers[99]) == (numbers[100:], numbers[100], None)
    assert shown(before=numbers[100]) == second
    assert shown(before=numbers[50]) == (numbers[:50], None, numbers[49])
    last = queries(clerk, f"{at(made)}?after={numbers[118]}")
    assert queries(clerk, at(made)) == last
    for value in ("x", "9" * 30, "-1", "²"):
        assert clerk.get(at(made), {"outcome": value, "after": value}).status_code == 200


def test_likely_duplicate_is_a_link_away(clerk: Client) -> None:
    applied(clerk)
    made = previewed(WOOL | {"key": "import:70"})
    known = Document.objects.order_by("pk").first()
    row = words(clerk.get(at(made))).split("import-said")[1]
    assert f"/admin/agreements/document/{known.pk}/change/" in row


# Applying and the way back ------------------------------------------------------------------------


def test_table_is_looked_through_applied_and_undone(clerk: Client) -> None:
    """The whole way, with the file."""
    made = described(clerk)
    response = post(clerk, made, mapping(clerk, made), "preview")
    assert (response.status_code, response["Location"]) == (302, at(made))
    made = work(made)
    assert (made.state, made.problem) == ("previewed", "")
    page = words(clerk.get(at(made)))
    assert "United Kingdom – Tajikistan, 27 October 1994" in page
    assert not Document.objects.exists()

    refused = clerk.get(at(made, "refused"))
    text = b"".join(refused.streaming_content).decode()
    assert "table-refused.csv" in refused["Content-Disposition"]
    assert text.splitlines()[1].startswith("The row has no title.")
    assert "wombats" not in text

    made = applied(clerk, made)
    assert Document.objects.filter(publication_state="draft").count() == 2
    assert "<b>2</b> documents made" in words(clerk.get(at(made)))
    drafts = clerk.get("/admin/agreements/document/", {"import": made.pk})
    assert drafts.context["cl"].result_count == 2
    other = clerk.get("/admin/agreements/document/", {"import": made.pk + 1})
    assert other.context["cl"].result_count == 0

    assert "<b>2</b> documents that it made go" in words(clerk.get(at(made, "undo")))
    clerk.post(at(made, "undo"))
    assert work(made).state == "undone"
    assert not Document.objects.exists()
    assert "<b>2</b> deleted again" in words(clerk.get(at(made)))


def test_what_somebody_worked_on_stands_in_the_way(clerk: Client) -> None:
    made = applied(clerk)
    document = Document.objects.order_by("pk").first()
    builders.settle()
    as_of_yesterday(made)
    Document.objects.filter(pk=document.pk).update(summary="By hand.")
    builders.settle()
    ask = clerk.get(at(made, "undo"))
    assert f"no. {document.pk}: Agreement on trade in wool" in words(ask)
    clerk.post(at(made, "undo"))
    assert (work(made).state, Document.objects.count()) == ("applied", 2)
    assert "1 documents were worked on since" in words(clerk.get(at(made)))
    clerk.post(at(made, "undo"), {"others": "on"})
    assert (work(made).state, Document.objects.count()) == ("undone", 1)


def test_double_click_applies_once(clerk: Client) -> None:
    made = previewed()
    sent = filled(clerk.get(at(made)), "import-apply")
    for _click in range(2):
        clerk.post(at(made, "apply"), sent)
    assert Job.objects.filter(kind="apply").count() == 1
    work(made)
    clerk.post(at(made, "apply"), sent)
    assert Job.objects.filter(kind="apply").count() == 1


def test_other_numbers_than_were_shown_are_not_applied(clerk: Client) -> None:
    made = previewed()
    response = clerk.post(at(made, "apply"), {"seen": "1-0-0"}, follow=True)
    assert "It was looked through anew meanwhile: see the numbers first." in messages(response)
    assert not Job.objects.exists()


def test_only_editors_publish(clerk: Client, editor: Client) -> None:
    made = previewed()
    sent = filled(clerk.get(at(made)), "import-apply") | {"publish": "on"}
    assert clerk.post(at(made, "apply"), sent).status_code == 403
    assert "publish what can be published" in words(editor.get(at(made)))
    editor.post(at(made, "apply"), sent)
    made = work(made)
    assert made.publishes and made.applied_by == "editor"


def test_settings_that_changed_are_looked_through_again_first(clerk: Client) -> None:
    made = described(clerk)
    Import.objects.update(state="previewed", counts={"new": 1})
    sent = filled(clerk.get(at(made)), "import-apply")
    post(clerk, made, mapping(clerk, made), "again")
    assert Import.objects.get().state == "previewed"
    post(clerk, made, mapping(clerk, made) | {"key-prefix": "other-"}, "again")
    clerk.post(at(made, "apply"), sent)
    assert Import.objects.get().state == "received"
    assert not Job.objects.exists()


def test_work_at_hand_is_told_and_nothing_else_is_begun(clerk: Client) -> None:
    made = previewed()
    import_jobs.ask(made, JobKind.APPLY)
    Import.objects.update(done=1200, total=34000)
    assert "1,200 of 34,000" in words(clerk.get(at(made)))
    said = clerk.get(at(made, "progress")).json()
    assert said == {"working": True, "done": 1200, "total": 34000}
    assert clerk.get(at(made, "mapping"))["Location"] == at(made)
    assert clerk.post(at(made, "delete"), {"post": "yes"}).status_code == 403
    Job.objects.update(made_at="2020-01-01T00:00Z")
    assert "the worker does not run" in words(clerk.get(at(made)))


def test_job_that_was_given_up_is_asked_for_again(clerk: Client) -> None:
    made = previewed()
    Import.objects.update(state="failed", problem="It broke.")
    page = words(clerk.get(at(made)))
    assert "It broke." in page and "Try again" in page
    clerk.post(at(made, "preview"))
    assert Job.objects.get().kind == "preview"
    made.refresh_from_db()
    assert (made.state, made.problem) == ("previewing", "")


# Who may, and the lists ---------------------------------------------------------------------------


@pytest.mark.parametrize("act", ["mapping", "progress", "refused", "preview", "apply", "undo"])
def test_who_may_not_change_imports_does_nothing_with_them(act: str) -> None:
    guest = signed_in("guest", "change_import", "add_import", group="clerk")
    made = Import.objects.create(name="t.csv", size=1, sha256="", state="previewed")
    assert guest.post(at(made, act)).status_code == 403
    assert guest.get(at(made)).status_code == 200
    assert guest.get(ADD).status_code == 403


@pytest.mark.parametrize("act", ["preview", "apply"])
def test_acts_are_not_done_by_a_link(clerk: Client, act: str) -> None:
    made = Import.objects.create(name="t.csv", size=1, sha256="", state="previewed")
    assert clerk.get(at(made, act)).status_code == 405


def test_import_that_is_not_there_is_not_found(clerk: Client) -> None:
    assert clerk.get(f"{LIST}{'9' * 30}/mapping/").status_code == 404
    assert clerk.get(f"{LIST}77/mapping/").status_code == 404


def test_list_says_who_sent_what_and_how_far_it_is(clerk: Client) -> None:
    previewed()
    page = words(clerk.get(LIST))
    for said in ("table.csv", "looked through, nothing written", "new: 2", "refused: 1", "clerk"):
        assert said in page
    assert queries(clerk, LIST) <= 12


def test_import_without_records_is_deleted(
    clerk: Client, django_capture_on_commit_callbacks: Any
) -> None:
    """With its rows and its table."""
    made = previewed()
    default_storage.save(made.path, ContentFile(b"Title"))
    assert "Are you sure" in words(clerk.get(at(made, "delete")))
    with django_capture_on_commit_callbacks(execute=True):
        clerk.post(at(made, "delete"), {"post": "yes"})
    assert not ImportRow.objects.exists() and not default_storage.exists(made.path)
    kept = applied(clerk)
    assert clerk.post(at(kept, "delete"), {"post": "yes"}).status_code == 403


def test_front_page_and_jobs_lead_to_imports(clerk: Client) -> None:
    made = previewed()
    assert "Imports</a>: 1 table waits for you" in words(clerk.get("/admin/"))
    import_jobs.ask(made, JobKind.APPLY)
    job = Job.objects.get()
    assert f'href="{at(made)}"' in words(clerk.get(f"/admin/agreements/job/{job.pk}/change/"))


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ("{", "This is not valid JSON"),
        ('{"version": 1, "wool": 1}', "There is no setting “wool”."),
        ('{"version": 1, "notes": ["a\\u0000"]}', "There is a NUL character"),
    ],
)
def test_wrong_profile_is_refused_in_a_sentence(
    clerk: Client, settings: str, sentence: str
) -> None:
    sent = {"name": "Wool", "about": "", "settings": settings}
    response = clerk.post("/admin/agreements/importprofile/add/", sent)
    assert sentence in words(response)
    assert not ImportProfile.objects.filter(name="Wool").exists()


def test_shipped_profile_is_edited(clerk: Client) -> None:
    one = ImportProfile.objects.first()
    address = f"/admin/agreements/importprofile/{one.pk}/change/"
    sent = filled(clerk.get(address), "importprofile_form") | {"about": "Ours now."}
    assert clerk.post(address, sent).status_code == 302
    one.refresh_from_db()
    assert (one.about, one.changed_by) == ("Ours now.", "clerk")
