"""Addresses of the promise's own pages, and of the public ones."""

from django.urls import path

from . import public_views, views

app_name = "agreements"

urlpatterns = [
    path("processer/<int:pk>/lofte/<int:promise>/forhandsvisning/", views.preview, name="preview"),
    path("processer/<int:pk>/lofte/<int:promise>/skicka/", views.send, name="send"),
    path("processer/<int:pk>/lofte/<int:promise>/avsluta/", views.close, name="close"),
    path("processer/<int:pk>/version/<int:version>/skriv-under/", views.sign, name="sign"),
    path("processer/<int:pk>/version/<int:version>/ta-tillbaka/", views.withdraw, name="withdraw"),
    path("processer/<int:pk>/version/<int:version>/forsegla/", views.finish, name="finish"),
    path("processer/<int:pk>/version/<int:version>/lofte.pdf", views.pdf, name="pdf"),
    path("processer/<int:pk>/version/<int:version>/registrera/", views.register, name="register"),
    path("processer/<int:pk>/version/<int:version>/publicera/", views.publish, name="publish"),
    path("loften/", public_views.promises, name="public_promises"),
    path("loften/<slug:slug>/", public_views.promise, name="public_promise"),
    path("loften/<slug:slug>/lofte.pdf", public_views.pdf, name="public_pdf"),
]
