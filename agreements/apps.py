from importlib import import_module

from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps


class AgreementsConfig(AppConfig):
    name = "agreements"
    default_auto_field = "django.db.models.BigAutoField"


class AdminConfig(admin_apps.SimpleAdminConfig):
    """Django's admin, whose default site is ours."""

    default = False
    default_site = "agreements.admin.site.ArchiveSite"

    def ready(self) -> None:
        """Autodiscovery would make the site while its own package is being imported: twice."""
        super().ready()
        import_module("agreements.admin")
