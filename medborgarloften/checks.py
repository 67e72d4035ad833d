"""A production site must not let anyone in with the password the demo prints."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.checks import Error, Tags, register
from django.db import connections


@register(Tags.database)
def demo_passwords(app_configs, databases=None, **kwargs) -> list[Error]:
    """Runs with every `migrate` and with `check --database default`."""
    if not settings.IN_PRODUCTION or "default" not in (databases or ()):
        return []
    user_model = get_user_model()
    if user_model._meta.db_table not in connections["default"].introspection.table_names():
        return []
    open_doors = [
        user.pk
        for user in user_model._default_manager.filter(is_active=True).iterator()
        if user.check_password(settings.DEMO_PASSWORD)
    ]
    if not open_doors:
        return []
    return [
        Error(
            f"{len(open_doors)} konton har demons lösenord (accounts with the demo's password).",
            hint="Stäng av kontona eller byt lösenord (close them or change their passwords).",
            id="medborgarloften.E001",
        )
    ]
