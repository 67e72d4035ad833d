"""App registration."""

from django.apps import AppConfig


class ProcessesConfig(AppConfig):
    name = "processes"
    verbose_name = "Processer"
    default_auto_field = "django.db.models.BigAutoField"
