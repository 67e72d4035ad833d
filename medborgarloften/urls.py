"""The address book of the site."""

from django.urls import include, path

urlpatterns = [
    path("", include("medborgarloften.portal.urls")),
    path("processer/", include("processes.urls")),
    path("konto/", include("medborgarloften.portal.account_urls")),
]
