"""The public addresses. A number or a code is the identity; words in an address may change."""

from django.urls import path, register_converter
from django.urls.converters import PathConverter, StringConverter

from agreements.views.about import about
from agreements.views.agencies import agency, agency_list
from agreements.views.document_formats import FORMATS, document_format
from agreements.views.documents import document, document_list
from agreements.views.events import event, event_list
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


class YearConverter:
    regex = "[0-9]{4}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return f"{value:04}"


class FormatConverter(StringConverter):
    """How the address of a document's data ends."""

    regex = "|".join(name.replace(".", r"\.") for name in FORMATS)


class FileNameConverter(PathConverter):
    """The name of a file at the desk; without what is done there with a file of the inbox."""

    regex = r"(?!(?:place|set-aside|put-back|remove)/$|pages/[0-9]+\.webp$).+"


register_converter(CodeConverter, "code")
register_converter(FileNameConverter, "file_name")
register_converter(FormatConverter, "format")
register_converter(YearConverter, "year")

urlpatterns = [
    path("", home, name="home"),
    path("documents/", document_list, name="documents"),
    path("documents/<int:pk>.<format:format>", document_format, name="document_format"),
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
    path("events/<int:pk>/", event, name="event"),
    path("events/<int:pk>/<str:slug>/", event, name="event"),
    path("years/", year_list, name="years"),
    path("years/<year:year>/", year, name="year"),
    path("subjects/", subject_list, name="subjects"),
    path("subjects/<slug:slug>/", subject, name="subject"),
    path("suggest/", suggest, name="suggest"),
    path("suggest.json", suggest_json, name="suggest_json"),
    path("sources/<int:pk>/", source, name="source"),
    path("about/", about, name="about"),
]

# The same bytes for readers of every language.
files = [
    path("files/<int:pk>/", file, name="file"),
    path("files/<int:pk>/<str:name>", file, name="file"),
    path("files/<int:pk>/pages/<int:number>.webp", page_image, name="page_image"),
]
