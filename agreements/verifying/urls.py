"""Addresses of verification; under the app's own name."""

from django.urls import path, register_converter

from . import views
from .addresses import DIGITS


class Digits:
    """A short fingerprint, as the codes hold it."""

    regex = f"[0-9a-f]{{{DIGITS}}}"

    def to_python(self, value: str) -> str:
        """As it is."""
        return value

    to_url = to_python


register_converter(Digits, "digits")

urlpatterns = [
    path("kontrollera/", views.verify, name="verify"),
    path("kontrollera/register/", views.register, name="chain_list"),
    path("kontrollera/register.json", views.register_data, name="chain_data"),
    path("kontrollera/verify_seal.py", views.script, name="verify_script"),
    path("kontrollera/<digits:digits>/", views.verify_short, name="verify_short"),
]
