"""Settings: an embedded installation by default, a server by environment variables."""

from __future__ import annotations

import secrets
from pathlib import Path

import environ
from csp.constants import NONCE, NONE, SELF
from django.utils.translation import gettext_lazy as _

from phoihop.config.maps import origins_of, tiles_of

env = environ.Env()
PACKAGE = Path(__file__).resolve().parent.parent
HOME = Path(env("PHOIHOP_HOME", default=str(Path.cwd() / "var"))).resolve()  # database, files and mail live here

DEBUG = env.bool("PHOIHOP_DEBUG", default=False)
DEMO = env.bool("PHOIHOP_DEMO", default=False)  # one-click sign-in and an invented year
BASE_URL = env("PHOIHOP_BASE_URL", default="http://127.0.0.1:8000")
ALLOWED_HOSTS = env.list("PHOIHOP_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("PHOIHOP_ORIGINS", default=[])
SECURE = BASE_URL.startswith("https://")


def _secret_key() -> str:
    given = env("PHOIHOP_SECRET_KEY", default="")
    if given:
        return str(given)
    kept = HOME / "secret-key"
    if not kept.exists():
        HOME.mkdir(parents=True, exist_ok=True)
        kept.write_text(secrets.token_urlsafe(50))
        kept.chmod(0o600)
    return kept.read_text().strip()


SECRET_KEY = _secret_key()

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.forms",
    "phoihop.base",
    "phoihop.people",  # before allauth: its pages and words take the place of allauth's
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "axes",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "template_partials",
    "phoihop.papers",
    "phoihop.notices",
    "phoihop.programme",
    "phoihop.clauses.briefings",
    "phoihop.clauses.towers",
    "phoihop.config",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "phoihop.base.middleware.RequestIdMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "phoihop.base.middleware.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "phoihop.people.middleware.ActorMiddleware",
    "phoihop.base.middleware.AccessMiddleware",
    "phoihop.people.middleware.SecondFactorMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "phoihop.config.urls"
WSGI_APPLICATION = "phoihop.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "phoihop.base.context.csp_nonce",
                "phoihop.config.shell.shell",
            ],
            "builtins": ["phoihop.base.templatetags.ui", "template_partials.templatetags.partials"],
        },
    }
]
FORM_RENDERER = "phoihop.base.forms.Renderer"

DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{HOME / 'phoihop.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    HOME.mkdir(parents=True, exist_ok=True)
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL",
    }
else:
    DATABASES["default"]["OPTIONS"] = {"pool": {"min_size": 1, "max_size": 8}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "phoihop.people.backends.AccountBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "phoihop.people.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # an invitation reaches people by e-mail, which verifies the address
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # nobody can make this installation write to strangers
ACCOUNT_EMAIL_SUBJECT_PREFIX = "[Phối Hợp] "
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_FORMS = {
    "login": "phoihop.people.forms.sign_in.SignInForm",
    "reset_password": "phoihop.people.forms.sign_in.AskResetForm",
    "reset_password_from_key": "phoihop.people.forms.sign_in.ResetForm",
    "change_password": "phoihop.people.forms.sign_in.ChangePasswordForm",
    "set_password": "phoihop.people.forms.sign_in.FirstPasswordForm",
    "reauthenticate": "phoihop.people.forms.sign_in.ConfirmPasswordForm",
}
ACCOUNT_RATE_LIMITS = {"login_failed": False}  # django-axes counts failures, of codes too, and locks
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Phối Hợp"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not SECURE
MFA_ADAPTER = "phoihop.people.adapters.MfaAdapter"
MFA_FORMS = {
    "authenticate": "phoihop.people.forms.codes.CodeForm",
    "reauthenticate": "phoihop.people.forms.codes.CodeAgainForm",
    "activate_totp": "phoihop.people.forms.codes.ActivateForm",
    "deactivate_totp": "phoihop.people.forms.codes.DeactivateForm",
    "generate_recovery_codes": "phoihop.people.forms.codes.RecoveryCodesForm",
    "add_webauthn": "phoihop.people.forms.codes.AddKeyForm",
    "edit_webauthn": "phoihop.people.forms.codes.EditKeyForm",
}
USERSESSIONS_TRACK_ACTIVITY = True  # by ActorMiddleware, now and then: not five queries a request
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours: fifteen minutes
AXES_LOCKOUT_PARAMETERS = ["username"]
AXES_USERNAME_FORM_FIELD = "login"
AXES_USERNAME_CALLABLE = "phoihop.people.backends.lock_name"
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # a lock ends after its fifteen minutes, whoever keeps trying
AXES_RESET_ON_SUCCESS = True
AXES_HTTP_RESPONSE_CODE = 429
AXES_LOCKOUT_TEMPLATE = "people/locked.html"
AXES_ENABLE_ADMIN = False
REQUIRE_SECOND_FACTOR = env.bool("PHOIHOP_SECOND_FACTOR", default=not DEMO)  # of regulators and keepers
IDLE_DAYS = env.int("PHOIHOP_IDLE_DAYS", default=45)
KEEP_ANSWERS = True  # what every page asks is asked again once something was done, not for every look

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_AGE = 60 * 60 * 12
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31536000 if SECURE else 0
SECURE_SSL_REDIRECT = env.bool("PHOIHOP_SSL_REDIRECT", default=SECURE)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
CSRF_FAILURE_VIEW = "phoihop.config.views.csrf_failure"
X_FRAME_OPTIONS = "DENY"
MAP_TILES = tiles_of(env("PHOIHOP_MAP_TILES", default=""), env("PHOIHOP_MAP_ATTRIBUTION", default=""))
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "base-uri": [NONE],
        "connect-src": [SELF, *origins_of(MAP_TILES)],
        "font-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "img-src": [SELF, "data:"],
        "manifest-src": [SELF],
        "object-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "worker-src": [SELF],
    }
}

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", _("Tiếng Việt")), ("en", _("Tiếng Anh"))]
FORMAT_MODULE_PATH = ["phoihop.base.formats"]
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = True
TIME_ZONE = env("PHOIHOP_TIME_ZONE", default="Asia/Ho_Chi_Minh")

CACHES = {
    # Used codes and limits by address hold for every process of this machine.
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": HOME / "cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    },
    # What can be asked again at any time: each process keeps its own.
    "kept": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 20_000}},
}
STATIC_URL = "static/"
STATIC_ROOT = HOME / "static"
MEDIA_ROOT = HOME / "files"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 30 * 1024 * 1024

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
PHOIHOP_ACTOR_FOR_JOB = "phoihop.people.seats.actor_for_user_id"

DEFAULT_FROM_EMAIL = env("PHOIHOP_MAIL_FROM", default="phoihop@localhost")
EMAIL_CONFIG = env.email_url("PHOIHOP_SMTP_URL", default="filemail://")
vars().update(EMAIL_CONFIG)
EMAIL_FILE_PATH = str(HOME / "mail")
EMAIL_TIMEOUT = 20

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
SILENCED_SYSTEM_CHECKS = ["axes.W003", "axes.W006"]  # the lock is on the account alone, wherever the tries come from
