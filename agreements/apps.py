from importlib import import_module

from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps
from django.core.checks import Tags, register

from agreements import checks


class AgreementsConfig(AppConfig):
    name = "agreements"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        register(checks.history_is_out_of_reach, Tags.database, deploy=True)
        register(checks.triggers_are_on, Tags.database, checks.READY)
        register(checks.triggers_are_ours, Tags.database)


class AdminConfig(admin_apps.SimpleAdminConfig):
    """Django's admin, whose default site is ours."""

    default = False
    default_site = "agreements.admin.site.ArchiveSite"

    def ready(self) -> None:
        """Autodiscovery would make the site while its own package is being imported: twice."""
        super().ready()
        import_module("agreements.admin")
