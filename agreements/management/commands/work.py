from django.core.management.base import BaseCommand, CommandParser

from agreements.editing import import_jobs
from agreements.jobs.handler import Handler
from agreements.jobs.worker import Worker
from agreements.texts import jobs as texts

HANDLERS: dict[str, Handler] = {**texts.HANDLERS, **import_jobs.HANDLERS}


class Command(BaseCommand):
    help = (
        "Does what waits: reads the words of files that came in, looks through tables and "
        "applies them. Several may run at once; one that "
        "is killed leaves nothing half done. TERM or Ctrl-C ends it after the job at hand, given "
        "twice at once."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        ends = parser.add_mutually_exclusive_group()
        ends.add_argument("--once", action="store_true", help="at most one job, then end")
        ends.add_argument("--drain", action="store_true", help="end when no job is due")

    def handle(self, *args, **options) -> None:
        drain = options["once"] or options["drain"]
        first = None if drain else texts.look_for_scans
        Worker(HANDLERS, 1 if options["once"] else None, drain=drain, first=first).run()
