"""The addresses of the API. They are the same whatever the reader's language."""

from django.urls import path, re_path

from .authorities import agency, agency_list, place_list, state, state_list, subject, subject_list
from .documents import document, document_list
from .events import event, event_list
from .root import nothing, openapi, root, vocabulary_list

urlpatterns = [
    path("", root, name="api_root"),
    path("documents/", document_list, name="api_documents"),
    path("documents/<int:pk>/", document, name="api_document"),
    path("events/", event_list, name="api_events"),
    path("events/<int:pk>/", event, name="api_event"),
    path("states/", state_list, name="api_states"),
    path("states/<code:code>/", state, name="api_state"),
    path("agencies/", agency_list, name="api_agencies"),
    path("agencies/<int:pk>/", agency, name="api_agency"),
    path("places/", place_list, name="api_places"),
    path("subjects/", subject_list, name="api_subjects"),
    path("subjects/<slug:slug>/", subject, name="api_subject"),
    path("vocabularies/", vocabulary_list, name="api_vocabularies"),
    path("openapi.json", openapi, name="api_openapi"),
    # With a slash at the end: of an address without one Django first tries that.
    re_path(r"^[\s\S]*/$", nothing, name="api_nothing"),
]
