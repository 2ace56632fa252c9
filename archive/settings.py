"""Settings. Safe with no variable set: that is trial mode, on this machine only.

Naming a server in DATABASE_URL makes it production: then SECRET_KEY and ALLOWED_HOSTS must be
given too. Every variable is explained in docs/running.md.
"""

from pathlib import Path

from archive import env, originals, postgres, trial

BASE_DIR = Path(__file__).resolve().parent.parent
TRIAL = not env.text("DATABASE_URL")
LOCAL_HOSTS = "localhost,127.0.0.1,[::1]"

DEBUG = env.flag("DEBUG", default=False)
if TRIAL:
    SECRET_KEY = env.text("SECRET_KEY") or trial.secret(BASE_DIR / ".data" / "secret_key", size=50)
    ALLOWED_HOSTS = env.hosts("ALLOWED_HOSTS", LOCAL_HOSTS)
else:
    SECRET_KEY = env.required("SECRET_KEY", "when DATABASE_URL is")
    env.required("ALLOWED_HOSTS", "when DATABASE_URL is")
    ALLOWED_HOSTS = env.hosts("ALLOWED_HOSTS")
BEHIND_HTTPS_PROXY = env.flag("BEHIND_HTTPS_PROXY", default=False)
CSRF_TRUSTED_ORIGINS = env.origins("CSRF_TRUSTED_ORIGINS")

INSTALLED_APPS = [
    "agreements.apps.AdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.forms",
    "django_filters",
    "pgtrigger",
    "archive",
    "agreements",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "archive.headers.policies",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "agreements.middleware.cross_origin.cross_origin",
    "agreements.middleware.public_pages.PublicPages",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "archive.urls"
WSGI_APPLICATION = "archive.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "agreements.views.context.language_links",
            ],
        },
    }
]

# Widgets of our own are in templates/ too.
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# Database. The pool checks a connection before lending it, so a restarted server is no error.
_database = (
    postgres.connection_settings(BASE_DIR, "trial") if TRIAL else env.database("DATABASE_URL")
)
_pool = {
    "min_size": 1,
    "max_size": env.whole_number("DATABASE_POOL_SIZE", default=8, least=1, most=200),
    "timeout": 10,
    "max_idle": 300,
}
TIME_ZONE = env.zone("TIME_ZONE", default="Asia/Dushanbe")
# What the database writes of "today" is of the archive's day too; see agreements_today().
_asked = [_database["OPTIONS"].pop("options", ""), f"-c agreements.time_zone={TIME_ZONE}"]
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        **_database,
        "OPTIONS": {
            "connect_timeout": 5,
            "application_name": "pacta",
            **_database["OPTIONS"],
            "options": " ".join(filter(None, _asked)),
            "pool": _pool,
        },
        "ATOMIC_REQUESTS": True,
        "CONN_HEALTH_CHECKS": True,
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Public pages. How many proxies of ours stand before the server, each of which says whom it
# answers; what may change a page besides the records.
PROXIES = env.whole_number("PROXIES", default=int(BEHIND_HTTPS_PROXY), least=0, most=9)
SEARCHES_PER_MINUTE = env.whole_number("SEARCHES_PER_MINUTE", default=300, least=0, most=100_000)
PAGE_IMAGES_PER_MINUTE = env.whole_number(
    "PAGE_IMAGES_PER_MINUTE", default=300, least=0, most=100_000
)
EXPORTS_PER_MINUTE = env.whole_number("EXPORTS_PER_MINUTE", default=20, least=0, most=100_000)
API_REQUESTS_PER_MINUTE = env.whole_number(
    "API_REQUESTS_PER_MINUTE", default=120, least=0, most=100_000
)
PUBLIC_STATEMENT_SECONDS = env.whole_number(
    "PUBLIC_STATEMENT_SECONDS", default=5, least=0, most=3600
)
# What those may do who take data along, in a line; the address of a licence is found in it.
DATA_LICENCE = env.text("DATA_LICENCE")
# Where readers find the archive, for what is written without one who asks.
PUBLIC_ADDRESS = env.origin(
    "PUBLIC_ADDRESS",
    default="http://localhost:8000" if TRIAL else f"https://{ALLOWED_HOSTS[0].lstrip('.')}",
)
# All that is published, in files, a folder for each day.
DUMPS_ROOT = Path(env.text("DUMPS_ROOT", default=str(BASE_DIR / ".data" / "dumps")))
BUILT_FROM = [
    BASE_DIR / name
    for name in ("agreements", "archive", "templates", "static", "requirements.lock")
]

# For programs: JSON, to be read, by anybody.
REST_FRAMEWORK = {
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": [],
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": [],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "agreements.api.errors.answered",
    "URL_FORMAT_OVERRIDE": None,
}
SPECTACULAR_SETTINGS = {
    "OAS_VERSION": "3.1.0",
    "TITLE": "Pacta",
    "DESCRIPTION": "What two states, their ministries, agencies, regions, cities and institutes "
    "have signed with each other. To be read only, without an account.",
    "SERVERS": [{"url": "/"}],
    "POSTPROCESSING_HOOKS": [],
}
# Whom harvesters of the records may write to.
CONTACT_EMAIL = env.email("CONTACT_EMAIL")

# Language and time.
LANGUAGE_CODE = "en"
LANGUAGES = [
    ("en", "English"),
    ("ru", "Русский"),
]
LOCALE_PATHS = [BASE_DIR / "agreements" / "locale"]
USE_I18N = True
USE_TZ = True

# Files.
STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_ROOT = Path(env.text("MEDIA_ROOT", default=str(BASE_DIR / ".data" / "media")))
FILES_ARE_SENT_BY = originals.sent_by()
FILES_PREFIX = env.prefix("FILES_PREFIX", default="/kept-files/")
DUMPS_PREFIX = env.prefix("DUMPS_PREFIX", default="/kept-dumps/")
STORAGES = {
    "default": originals.storage(),
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
FILE_UPLOAD_PERMISSIONS = 0o640
FILE_MAX_SIZE = (
    1024 * 1024 * env.whole_number("FILE_MAX_MEGABYTES", default=200, least=1, most=10_000)
)
# No file lies in memory, however small: an upload passes through a temporary file.
FILE_UPLOAD_HANDLERS = ["agreements.middleware.uploads.ToDisk"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000  # a long event sheet has some thousands of inputs
DATA_UPLOAD_MAX_NUMBER_FILES = 1000  # the handler says no much sooner, in words

# Accounts.
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "admin:login"

# Security. A trial is served over plain http on this machine, so https is asked of the rest only.
SESSION_COOKIE_SECURE = not TRIAL
CSRF_COOKIE_SECURE = not TRIAL
SECURE_SSL_REDIRECT = not TRIAL
SECURE_REDIRECT_EXEMPT = [r"^live$", r"^ready$"]
SECURE_HSTS_SECONDS = 0 if TRIAL else 365 * 24 * 60 * 60
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if BEHIND_HTTPS_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SILENCED_SYSTEM_CHECKS = [
    # Promises about all subdomains, and for browsers' built-in lists, are for the domain's owner
    # to make, who is seldom the archive.
    "security.W005",
    "security.W021",
]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"},
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {
        "handlers": ["stderr"],
        "level": env.choice("LOG_LEVEL", "INFO", ("DEBUG", "INFO", "WARNING", "ERROR")),
    },
    # Django's own handlers would say everything twice, or only while debugging.
    "loggers": {"django": {"handlers": [], "level": "INFO", "propagate": True}},
}
