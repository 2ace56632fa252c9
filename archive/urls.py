from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from agreements.urls import api, files
from agreements.views.desk_files import desk_file
from agreements.views.robots import robots
from archive import health

# Before the admin's own, which answers every address that begins with its name.
desk = [path("<int:pk>/<file_name:name>", admin.site.admin_view(desk_file), name="file")]

handler500 = "agreements.api.errors.server_error"

urlpatterns = [
    path("live", health.live),
    path("ready", health.ready),
    path("robots.txt", robots, name="robots"),
    *files,
    *api,
    *i18n_patterns(
        path("admin/agreements/file/", include((desk, "desk"))),
        path("admin/", admin.site.urls),
        path("", include("agreements.urls")),
        prefix_default_language=False,
    ),
]
