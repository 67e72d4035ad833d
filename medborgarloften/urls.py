"""The address book of the site."""

from django.urls import include, path

from medborgarloften.health import health

urlpatterns = [
    path("", include("medborgarloften.portal.urls")),
    path("processer/", include("processes.urls")),
    path("processer/", include("dialogs.urls")),
    path("", include("dialogs.digital.urls")),
    path("", include("agreements.urls")),
    path("konto/", include("medborgarloften.portal.account_urls")),
    path("halsa/", health, name="health"),
]
