"""The addresses of what citizens have said."""

from django.urls import path

from . import views

app_name = "dialogs"
urlpatterns = [path("<int:pk>/synpunkter/", views.views, name="views")]
