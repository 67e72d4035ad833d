"""Addresses of the record; they join the app's own."""

from django.urls import path

from .views import disposal, handing, outside, register, registering

urlpatterns = [
    path("diarium/", register.register, name="register_list"),
    path("diarium/diarium.<slug:form>", register.register_file, name="register_file"),
    path("diarium/offentligt/", register.public_register, name="public_register"),
    path(
        "diarium/offentligt/diarium.<slug:form>", register.public_register_file, name="public_register_file"
    ),
    path("diarium/lofte-utanfor/", outside.bring_in, name="bring_in"),
    path("processer/<int:pk>/version/<int:version>/original.pdf", outside.original, name="original"),
    path("loften/<slug:slug>/original.pdf", outside.public_original, name="public_original"),
    path("diarium/ratta/<int:registration>/", registering.correct, name="correct_registration"),
    path("diarium/<int:organisation>/installning/", registering.setting, name="register_setting"),
    path(
        "diarium/<int:organisation>/nummer/<int:number>/",
        registering.explain,
        name="explain_number",
    ),
    path(
        "processer/<int:pk>/version/<int:version>/registrera/",
        registering.register,
        name="register",
    ),
    path(
        "processer/<int:pk>/version/<int:version>/registrera/beslut/<int:number>/",
        registering.register_decision,
        name="register_decision",
    ),
    path("processer/<int:pk>/lamna-ut/", handing.hand_out, name="hand_out"),
    path("processer/<int:pk>/lamna-ut/<int:release>/igen/", handing.release_again, name="release_again"),
    path("gallring/", disposal.disposal, name="disposal"),
    path("gallring/utfor/", disposal.dispose, name="dispose"),
    path("gallring/<slug:kind>/", disposal.rule, name="disposal_rule"),
]
