"""App registration."""

from django.apps import AppConfig


class DialogsConfig(AppConfig):
    name = "dialogs"
    verbose_name = "Dialoger"
    default_auto_field = "django.db.models.BigAutoField"
