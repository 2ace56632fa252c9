from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from agreements.urls import files
from agreements.views.robots import robots
from archive import health

urlpatterns = [
    path("live", health.live),
    path("ready", health.ready),
    path("robots.txt", robots, name="robots"),
    *files,
    *i18n_patterns(
        path("admin/", admin.site.urls),
        path("", include("agreements.urls")),
        prefix_default_language=False,
    ),
]
