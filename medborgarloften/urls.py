"""The address book of the site."""

from django.urls import include, path

urlpatterns = [
    path("konto/", include("medborgarloften.portal.account_urls")),
]
