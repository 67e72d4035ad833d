"""Addresses of the pages over all apps."""

from django.urls import path

from . import method_page, people, views

app_name = "portal"

urlpatterns = [
    path("", views.start, name="start"),
    path("sa-hanger-det-ihop/", method_page.how_it_hangs_together, name="method"),
    path("att-godkanna/", views.approvals, name="approvals"),
    path("anvandare/", people.people, name="people"),
    path("anvandare/bjud-in/", people.invite, name="invite"),
    path("anvandare/<int:pk>/", people.person, name="person"),
    path("anvandare/roll/<int:pk>/avsluta/", people.end_role, name="end_role"),
]
