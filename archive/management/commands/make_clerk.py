from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management.base import BaseCommand, CommandError

from archive import trial

# Each is named after the group that says what it may do.
NAMES = ("clerk", "editor")


class Command(BaseCommand):
    help = (
        "Makes the trial's clerk and editor, or resets them, and prints the sign-in. Run "
        "load_reference first: it makes their groups. Not for production."
    )

    def handle(self, *args, **options) -> None:
        if not settings.TRIAL:
            raise CommandError("Only a trial has these accounts; make others with createsuperuser.")
        password = trial.secret(settings.BASE_DIR / ".data" / "clerk_password", size=9)
        for name in NAMES:
            account, _ = get_user_model().objects.get_or_create(username=name)
            account.is_active = account.is_staff = True
            if not account.check_password(password):
                account.set_password(password)
            account.save()
            account.user_permissions.clear()
            account.groups.set(Group.objects.filter(name=name))
        self.stdout.write(f"Sign in as {' or as '.join(NAMES)} with the password {password}")
