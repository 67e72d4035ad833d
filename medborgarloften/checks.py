"""A production site must not let anyone in with the password the demo prints."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.checks import Error, Tags, register
from django.db import connections

DEMO_ADDRESSES = ".example"  # no real address ends so (RFC 2606); the demo's people all have one


@register(Tags.database)
def demo_accounts(app_configs, databases=None, **kwargs) -> list[Error]:
    """The demo's own accounts, asked about at every `migrate`, so at every start."""
    return _errors(databases, email__iendswith=DEMO_ADDRESSES)


@register(Tags.database, deploy=True)
def demo_passwords(app_configs, databases=None, **kwargs) -> list[Error]:
    """Every account, which takes a while: with `check --deploy --database default`."""
    return _errors(databases)


def _errors(databases, **accounts) -> list[Error]:
    if not settings.IN_PRODUCTION or "default" not in (databases or ()):
        return []
    user_model = get_user_model()
    if user_model._meta.db_table not in connections["default"].introspection.table_names():
        return []
    users = user_model._default_manager.filter(is_active=True, **accounts)
    number = sum(user.check_password(settings.DEMO_PASSWORD) for user in users.iterator())
    if not number:
        return []
    return [
        Error(
            f"{number} konton har demons lösenord (accounts with the demo's password).",
            hint="Stäng av kontona eller byt lösenord (close them or change their passwords).",
            id="medborgarloften.E001",
        )
    ]
