from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError, connection


class Command(BaseCommand):
    help = (
        "Lets a role of the database do what the web server does: read and write records, and "
        "read their history, which it can neither change nor delete. Run it as the owner of the "
        "database, after each migrate."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("role", help="the account that the web server's DATABASE_URL names")

    def handle(self, *args, **options) -> None:
        role = options["role"]
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT rolsuper, rolname = current_user FROM pg_roles WHERE rolname = %s", [role]
            )
            found = cursor.fetchone()
            if not found:
                raise CommandError(f"There is no role {role}. Make it: CREATE ROLE {role} LOGIN;")
            if any(found):
                raise CommandError(f"{role} owns the database or is a superuser: nothing binds it.")
            try:
                cursor.execute("SELECT agreements_grant(%s)", [role])
            except DatabaseError as error:
                raise CommandError(f"This account may not grant it: {error}") from error
        self.stdout.write(f"{role} may read and write records, and read their history.")
