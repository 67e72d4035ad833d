"""A production site must not let anyone in with the password the demo prints."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.checks import Error, Tags, register
from django.db import connection, connections

from processes import seclusion

DEMO_ADDRESSES = ".example"  # no real address ends so (RFC 2606); the demo's people all have one


@register(Tags.database)
def demo_accounts(app_configs, databases=None, **kwargs) -> list[Error]:
    """The demo's own accounts, asked about at every `migrate`, so at every start."""
    return _errors(databases, email__iendswith=DEMO_ADDRESSES)


@register(Tags.database, deploy=True)
def demo_passwords(app_configs, databases=None, **kwargs) -> list[Error]:
    """Every account, which takes a while: with `check --deploy --database default`."""
    return _errors(databases)


@register(Tags.database)
def intelligence_role(app_configs, databases=None, **kwargs) -> list[Error]:
    """On PostgreSQL the intelligence part has a role of its own; asked about at every `migrate`."""
    if not _asked_in_production(databases) or connection.vendor != "postgresql" or seclusion.has_role():
        return []
    return [
        Error(
            f"Databasrollen {seclusion.ROLE} saknas eller får inte tas (the role is missing).",
            hint="Kör deploy/postgres.sql som databasens administratör (run it as administrator).",
            id="medborgarloften.E002",
        )
    ]


@register(Tags.database, deploy=True)
def intelligence_secluded(app_configs, databases=None, **kwargs) -> list[Error]:
    """The program's login does not reach the intelligence part without taking its role."""
    if not _asked_in_production(databases) or not (open_tables := seclusion.exposed()):
        return []
    return [
        Error(
            f"Underrättelsedelen går att nå utan sin roll: {', '.join(open_tables)} (reachable).",
            hint="Logga in med en roll som är NOINHERIT och kör manage.py prepare (see deploy/postgres.sql).",
            id="medborgarloften.E003",
        )
    ]


def _asked_in_production(databases) -> bool:
    return settings.IN_PRODUCTION and "default" in (databases or ())


def _errors(databases, **accounts) -> list[Error]:
    if not _asked_in_production(databases):
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
