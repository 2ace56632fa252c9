import os

from django.core.wsgi import get_wsgi_application

from archive import database

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
database.hold()
application = get_wsgi_application()
