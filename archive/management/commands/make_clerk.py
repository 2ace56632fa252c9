from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core.management.base import BaseCommand, CommandError

from archive import trial

NAME = "clerk"
# Who may sign in, and how, is an administrator's matter.
NOT_THEIRS = ("admin", "auth", "contenttypes", "sessions")


class Command(BaseCommand):
    help = "Makes the trial's clerk, or resets it, and prints the sign-in. Not for production."

    def handle(self, *args, **options) -> None:
        if not settings.TRIAL:
            raise CommandError("Only a trial has this account; make others with createsuperuser.")
        password = trial.secret(settings.BASE_DIR / ".data" / "clerk_password", size=9)
        clerk, _ = get_user_model().objects.get_or_create(username=NAME)
        clerk.is_active = clerk.is_staff = True
        if not clerk.check_password(password):
            clerk.set_password(password)
        clerk.save()
        clerk.user_permissions.set(
            Permission.objects.exclude(content_type__app_label__in=NOT_THEIRS)
        )
        self.stdout.write(f"Sign in as {NAME} with the password {password}")
