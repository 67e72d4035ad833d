"""Addresses of what is signed, and of the public pages."""

from django.urls import include, path

from . import views
from .experience.views import experience
from .feedback.views import texts
from .follow_up import views as follow_up
from .implementation import views as quick
from .publication.urls import urlpatterns as publication
from .record import urls as record
from .renewal.views import renew
from .signing import urls as signing
from .wording.views import place_focus

app_name = "agreements"

urlpatterns = [
    path("logga/", quick.everywhere, name="log"),
    path("processer/<int:pk>/logga/", quick.of_round, name="log_round"),
    path("processer/<int:pk>/logga/<int:log>/", quick.logged, name="logged"),
    path("processer/<int:pk>/logga/<int:log>/angra/", quick.undo, name="undo_log"),
    path("processer/<int:pk>/bild/<int:picture>/", quick.picture, name="log_picture"),
    path("processer/<int:pk>/bild/<int:picture>/ta-bort/", quick.remove_picture, name="remove_log_picture"),
    path(
        "processer/<int:pk>/uppfoljning/<int:follow_up>/planeringssystem/",
        follow_up.planning_export,
        name="planning_export",
    ),
    path("processer/<int:pk>/lofte/<int:promise>/avsluta/", views.close, name="close"),
    path("processer/<int:pk>/version/<int:version>/publicera/", views.publish, name="publish"),
    path("processer/<int:pk>/aterkoppling/<int:feedback>/texter/", texts, name="feedback_texts"),
    path("processer/<int:pk>/lofte/<int:promise>/fornya/", renew, name="renew"),
    path("erfarenheter/", experience, name="experience"),
    path("processer/<int:pk>/loften/fokus/", place_focus, name="place_focus"),
    *signing.urlpatterns,
    *record.urlpatterns,
    path("", include("agreements.verifying.urls")),
    *publication,
    path("", include("agreements.ways.urls")),
]
