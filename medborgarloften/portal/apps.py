"""App registration."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "medborgarloften.portal"
    verbose_name = "Portal"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Registers the checks of the whole site."""
        from medborgarloften import checks  # noqa: F401 – may be imported only once apps are loaded
