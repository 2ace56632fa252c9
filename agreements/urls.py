"""The public addresses. A number or a code is the identity; words in an address may change."""

import re

from django.urls import include, path, register_converter
from django.urls.converters import PathConverter, StringConverter

from agreements.exporting.formats import FORMATS
from agreements.feeds import calendar, documents_atom, events_atom
from agreements.oai.views import oai, schema
from agreements.sitemaps import sitemap, sitemap_part
from agreements.views.about import about
from agreements.views.agencies import agency, agency_list
from agreements.views.api_page import api_page
from agreements.views.code_book import code_book, code_book_csv, code_book_json
from agreements.views.data import data, data_file, data_of_day
from agreements.views.document_formats import FORMATS as OF_ONE_DOCUMENT
from agreements.views.document_formats import document_format
from agreements.views.documents import document, document_list
from agreements.views.events import event, event_list
from agreements.views.exports import export
from agreements.views.files import file
from agreements.views.home import home
from agreements.views.in_force import in_force
from agreements.views.page_images import page_image
from agreements.views.sources import source
from agreements.views.states import pair, state, state_list
from agreements.views.subjects import subject, subject_list
from agreements.views.suggest import suggest, suggest_json
from agreements.views.texts import text
from agreements.views.years import year, year_list


class CodeConverter(StringConverter):
    """The code of a state, in whatever case."""

    regex = "[A-Za-z][A-Za-z-]{1,19}"


class FormatConverter(StringConverter):
    """How the address of a list ends that is taken along."""

    regex = "|".join(map(re.escape, FORMATS))


class YearConverter:
    regex = "[0-9]{4}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return f"{value:04}"


class DocumentFormatConverter(StringConverter):
    """How the address of one document's data ends."""

    regex = "|".join(map(re.escape, OF_ONE_DOCUMENT))


class DumpConverter(StringConverter):
    """The name of a dump: its day, and a number where that day has several."""

    regex = "[0-9]{4}-[0-9]{2}-[0-9]{2}(?:-[1-9][0-9]{0,3})?"


class FileNameConverter(PathConverter):
    """The name of a file at the desk; without what is done there with a file of the inbox."""

    regex = r"(?!(?:place|set-aside|put-back|remove)/$|pages/[0-9]+\.webp$).+"


register_converter(CodeConverter, "code")
register_converter(FormatConverter, "format")
register_converter(DocumentFormatConverter, "document_format")
register_converter(DumpConverter, "dump")
register_converter(FileNameConverter, "file_name")
register_converter(YearConverter, "year")

urlpatterns = [
    path("", home, name="home"),
    path("documents/", document_list, name="documents"),
    path("documents/<int:pk>.<document_format:format>", document_format, name="document_format"),
    path("documents.<format:suffix>", export, name="export"),
    path("documents/code-book/", code_book, name="code_book"),
    path("documents/code-book.csv", code_book_csv, name="code_book_csv"),
    path("documents/code-book.json", code_book_json, name="code_book_json"),
    path("documents.atom", documents_atom, name="documents_atom"),
    path("documents/<int:pk>/", document, name="document"),
    path("documents/<int:pk>/<str:slug>/", document, name="document"),
    path("documents/<int:pk>/texts/<int:text_pk>/", text, name="text"),
    path("documents/<int:pk>/<str:slug>/texts/<int:text_pk>/", text, name="text"),
    path("states/", state_list, name="states"),
    path("states/<code:code>/", state, name="state"),
    path("states/<code:one>/<code:two>/", pair, name="pair"),
    path("states/<code:one>/<code:two>/in-force/", in_force, name="in_force"),
    path("agencies/", agency_list, name="agencies"),
    path("agencies/<int:pk>/", agency, name="agency"),
    path("agencies/<int:pk>/<str:slug>/", agency, name="agency"),
    path("events/", event_list, name="events"),
    path("events.atom", events_atom, name="events_atom"),
    path("events/<int:pk>/", event, name="event"),
    path("events/<int:pk>/<str:slug>/", event, name="event"),
    path("calendar.ics", calendar, name="calendar_ics"),
    path("years/", year_list, name="years"),
    path("years/<year:year>/", year, name="year"),
    path("subjects/", subject_list, name="subjects"),
    path("subjects/<slug:slug>/", subject, name="subject"),
    path("suggest/", suggest, name="suggest"),
    path("suggest.json", suggest_json, name="suggest_json"),
    path("sources/<int:pk>/", source, name="source"),
    path("about/", about, name="about"),
    path("data/", data, name="data"),
    path("data/<dump:name>/", data_of_day, name="data_of_day"),
    path("api/", api_page, name="api"),
]

# For programs.
api = [path("api/v1/", include("agreements.api.urls"))]

# The same bytes for readers of every language.
files = [
    path("files/<int:pk>/", file, name="file"),
    path("files/<int:pk>/<str:name>", file, name="file"),
    path("files/<int:pk>/pages/<int:number>.webp", page_image, name="page_image"),
    path("data/<dump:name>/<str:file>", data_file, name="data_file"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("sitemap-<slug:section>-<int:part>.xml", sitemap_part, name="sitemap_part"),
    path("oai", oai, name="oai"),
    path("oai/pacta.xsd", schema, name="oai_schema"),
]
