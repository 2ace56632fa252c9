"""What a subscription asks for: checked as on the page of the list, and refused in words.

A program sees no notes beside a list. So what a page leaves out with a note is refused here: else
a slip in a name would subscribe to the whole archive.
"""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest
from django.utils.translation import gettext

from agreements.filters.base import Filters
from agreements.search.latest import Moment


def version_of(request: HttpRequest) -> str | None:
    return getattr(request, "content_version", None)


def refused(filters: Filters) -> HttpResponse | None:
    """None where all is understood."""
    lines = [
        f"{filters.form.fields[name].label}: {message}" if name in filters.form.fields else message
        for name, messages in filters.form.errors.items()
        for message in messages
    ]
    if filters.unknown:
        names = ", ".join(filters.unknown)
        lines.append(
            gettext("The address asks for what is not known here: %(names)s.") % {"names": names}
        )
    if not lines:
        return None
    lines.insert(0, gettext("Some of what you asked for could not be understood") + ".")
    text = "\n".join(lines) + "\n"
    return HttpResponseBadRequest(text, content_type="text/plain; charset=utf-8")


def moment_in(request: HttpRequest) -> Moment | None:
    """From where a feed goes on. Raises Http404 where the address says something else."""
    asked = request.GET.get("after")
    moment = Moment.read(asked) if asked else None
    if asked and moment is None:
        raise Http404
    return moment
