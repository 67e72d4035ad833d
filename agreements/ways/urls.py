"""Addresses of what is signed outside; under the app's own name."""

from django.urls import path

from . import views

VERSION = "processer/<int:pk>/version/<int:version>/"
urlpatterns = [
    path(f"{VERSION}att-skriva-under.pdf", views.signing_copy, name="signing_copy"),
    path(f"{VERSION}underskriven-fil/", views.bring_external, name="bring_external"),
    path(f"{VERSION}underskriven-fil/<str:digest>/", views.match_external, name="match_external"),
    path(f"{VERSION}pappersoriginal/", views.bring_paper, name="bring_paper"),
]
