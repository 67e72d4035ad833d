"""The addresses of what citizens have said."""

from django.urls import path

from . import population, views
from .staff import views as staff

app_name = "dialogs"
urlpatterns = [
    path("<int:pk>/synpunkter/", views.views, name="views"),
    path(
        "<int:pk>/steg/<slug:slug>/<int:subject>/resultat/<int:row>/svar/",
        staff.answer,
        name="answer",
    ),
    path(
        "<int:pk>/steg/problemanalys/<int:subject>/medarbetarna/<int:row>/",
        staff.tie,
        name="tie",
    ),
    path("<int:pk>/steg/<slug:slug>/apt/", staff.told, name="told"),
    path(
        "<int:pk>/steg/<slug:slug>/grupp/<int:group>/",
        staff.begin_with_group,
        name="begin_with_group",
    ),
    path("<int:pk>/befolkning/", population.population, name="population"),
]
