from django.apps import AppConfig
from django.core.checks import Tags, register

from archive import checks


class ArchiveConfig(AppConfig):
    name = "archive"

    def ready(self) -> None:
        register(checks.server_version, Tags.database)
        register(checks.server_letters, Tags.database)
