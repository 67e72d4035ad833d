"""The addresses of the digital dialogue: those of citizens, and those of the ones who answer for it."""

from django.urls import path

from . import public_views, views

app_name = "digital"
WITHIN = "processer/<int:pk>/medborgardialog/<int:subject>/webben/"
urlpatterns = [
    path("dialog/<slug:code>/", public_views.page, name="page"),
    path("kvitto/", public_views.receipt, name="receipt"),
    path(WITHIN, views.open_on_web, name="open"),
    path(f"{WITHIN}stang/", views.close, name="close"),
    path(f"{WITHIN}svara/", views.answer, name="answer_senders"),
]
