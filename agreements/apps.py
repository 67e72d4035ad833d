"""App registration."""

from django.apps import AppConfig


class AgreementsConfig(AppConfig):
    name = "agreements"
    verbose_name = "Överenskommelser och löften"
    default_auto_field = "django.db.models.BigAutoField"
