"""Settings: one file, read from the environment, loud when something is missing.

MODE decides the rest: "demo" runs at once and keeps what it needs under data/, "production"
refuses to start until it has been given everything, "test" is what the test suite uses.
"""

import os
import secrets
from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from medborgarloften import production
from medborgarloften.databases import with_options

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()

MODE = env.str("MODE", default="demo")
if MODE not in ("demo", "production", "test"):
    raise ImproperlyConfigured(f"MODE={MODE!r}: välj demo, production eller test (choose one).")
IN_PRODUCTION, IN_TEST = MODE == "production", MODE == "test"
if IN_PRODUCTION and (found := production.problems(os.environ)):
    raise ImproperlyConfigured(production.refusal(found))

DATA_DIR = Path(env.str("DATA_DIR", default=str(BASE_DIR / "data")))
DATA_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)


def kept_secret_key() -> str:
    """The demo's own secret, made at the first start and readable by its owner alone."""
    path = DATA_DIR / "secret_key"
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text()
    key = secrets.token_urlsafe(64)
    with os.fdopen(descriptor, "w") as file:
        file.write(key)
    return key


DEBUG = not IN_PRODUCTION and env.bool("DJANGO_DEBUG", default=False)
SECRET_KEY = "test " * 12 if IN_TEST else env.str("SECRET_KEY", default="") or kept_secret_key()
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
# The address that posters and receipts carry. A request's own claim (its Host header) is never believed.
_FIRST_HOST = next((host for host in ALLOWED_HOSTS if not host.startswith((".", "*"))), "localhost")
SITE_URL = env.str(
    "SITE_URL", default=f"https://{_FIRST_HOST}" if IN_PRODUCTION else "http://localhost:8000"
).rstrip("/")
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS] if IN_PRODUCTION else []

# What the product is made of. The method of steps stands at the top and is found by name.
METHOD = "medborgarloften.method.METHOD"
# The pages over all apps that a round leads to: links(here) -> [{"label", "url"}]
ROUND_LINKS = "medborgarloften.portal.round_links.links"
SEAL_KEY = env.str("SEAL_KEY", default=str(DATA_DIR / f"{production.DEMO_SEAL}.key"))
SEAL_CERT = env.str("SEAL_CERT", default=str(DATA_DIR / f"{production.DEMO_SEAL}.crt"))
SEAL_KEY_PASSWORD = env.str("SEAL_KEY_PASSWORD", default="")
# Files with certificates, when wanted: of older seals, and of those trusted to issue people's own (LAG-7).
SEAL_ROOTS = env.str("SEAL_ROOTS", default="")
SIGNATURE_ROOTS = env.str("SIGNATURE_ROOTS", default="")
SEAL_TSA_URL = env.str("SEAL_TSA_URL", default="")  # a service that vouches for the time of each seal
# Whether the intelligence part may hold more than references; refused where others than the police have roles.
INTELLIGENCE_CONTENT = env.bool("INTELLIGENCE_CONTENT", default=False)
# The public site: who answers for it, whom to write to, and on which other sites a promise may be shown.
PUBLISHER = env.str("PUBLISHER", default="Polisen och kommunerna i samverkan")
PUBLISHER_URL = env.str("PUBLISHER_URL", default="")
CONTACT_EMAIL = env.str("CONTACT_EMAIL", default="")
CONTACT_PHONE = env.str("CONTACT_PHONE", default="")
EMBED_ANCESTORS = env.list("EMBED_ANCESTORS", default=["https:"] if IN_PRODUCTION else ["https:", "http:"])
DATA_LICENSE = "https://creativecommons.org/publicdomain/zero/1.0/"
# Printed by the demo; production refuses accounts that have it.
DEMO_PASSWORD = "visa-mig-loftet-26"  # noqa: S105 – meant to be known

INSTALLED_APPS = [
    "medborgarloften.portal",
    "agreements",
    "dialogs",
    "processes",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "crispy_forms",
    "crispy_bootstrap5",
    "csp",
    "simple_history",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "medborgarloften.middleware.quiet_headers",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "medborgarloften.middleware.session_limits",
    "medborgarloften.middleware.KeptWhenSessionEnds",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
]
ROOT_URLCONF = "medborgarloften.urls"
WSGI_APPLICATION = "medborgarloften.wsgi.application"
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
                "medborgarloften.portal.context.around",
            ]
        },
    }
]
CRISPY_ALLOWED_TEMPLATE_PACKS = CRISPY_TEMPLATE_PACK = "bootstrap5"
CRISPY_FAIL_SILENTLY = False

# Data
DATABASES = {
    "default": with_options(env.db_url("DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'app.sqlite3'}"))
}
if IN_TEST and DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, not memory: several connections then meet the same locks as in use.
    DATABASES["default"]["TEST"] = {"NAME": str(DATA_DIR / f"test-{os.getpid()}.sqlite3")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
SIMPLE_HISTORY_HISTORY_CHANGE_REASON_USE_TEXT_FIELD = True  # people give whole sentences
MEDIA_ROOT = DATA_DIR / "files"  # attachments; served by views that ask who is reading, never by URL
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
DATA_UPLOAD_MAX_NUMBER_FILES = 20

# The login throttle lives in the cache, so all worker processes must share one.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    if IN_TEST
    else {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "shared_cache"},
    # What must be in no table and no back-up: how often an address has sent (dialogs.digital.limits).
    "memory": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "memory"},
}

# Accounts
AUTH_USER_MODEL = "processes.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
if IN_TEST:
    PASSWORD_HASHERS.insert(0, "django.contrib.auth.hashers.MD5PasswordHasher")
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL, LOGOUT_REDIRECT_URL = "/", LOGIN_URL
ACCOUNT_ADAPTER = "medborgarloften.portal.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # the organisation that hands out the account vouches for it
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = "Medborgarlöften: "
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/300s/key",
    "reauthenticate": "10/m/user",
    "reset_password": "20/m/ip,5/m/key",
}
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", default=int(IN_PRODUCTION))
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Medborgarlöften"
MFA_ALLOW_UNVERIFIED_EMAIL = True

# Sessions end after half an hour without a click and, whatever happens, after a working day.
SESSION_COOKIE_AGE = 30 * 60
SESSION_ABSOLUTE_AGE = 9 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_NAME = "__Host-session" if IN_PRODUCTION else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if IN_PRODUCTION else "csrf"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IN_PRODUCTION
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "medborgarloften.portal.expired.form_expired"

# The browser's walls
SECURE_SSL_REDIRECT = IN_PRODUCTION  # gunicorn believes X-Forwarded-Proto from its own proxy only
SECURE_REDIRECT_EXEMPT = [r"^halsa/$"]  # asked from the machine itself
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if IN_PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = IN_PRODUCTION
# Preloading binds a whole domain, so it is for the domain's owner to decide, not for one site.
SILENCED_SYSTEM_CHECKS = ["security.W021"]
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],  # Bootstrap draws its check marks with data: images
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}

# Language and time: the product speaks Swedish
LANGUAGE_CODE = "sv"
TIME_ZONE = "Europe/Stockholm"
USE_I18N = True
USE_TZ = True

# Static files
STATIC_URL = "/static/"
STATIC_ROOT = env.str("STATIC_ROOT", default=str(BASE_DIR / "staticfiles"))
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "medborgarloften.static.PackageFinder",
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if IN_TEST or DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage",
        # Unlike attachments, these are for everyone, also for a web server of another user.
        "OPTIONS": {"file_permissions_mode": 0o644, "directory_permissions_mode": 0o755},
    },
}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = IN_TEST or DEBUG

# Mail: the demo keeps what it would have sent as files
vars().update(env.email("EMAIL_URL", default="smtp://localhost:25"))
if MODE == "demo":
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = DATA_DIR / "mail"
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="Medborgarlöften <noreply@localhost>")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"lines": {"()": "medborgarloften.logs.JsonLines"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "lines"}},
    "root": {"handlers": ["stderr"], "level": env.str("LOG_LEVEL", default="INFO")},
    "loggers": {
        "django": {"handlers": [], "propagate": True},
        # It warns of every HEAD request: Django leaves the body for the server to drop.
        "gunicorn.http.wsgi": {"level": "ERROR"},
        # They tell each step of every PDF.
        "weasyprint.progress": {"level": "WARNING"},
        "pikepdf": {"level": "WARNING"},
        # It warns of every certificate that it can't trace, which here is an answer and no trouble.
        "pyhanko": {"level": "ERROR"},
    },
}
