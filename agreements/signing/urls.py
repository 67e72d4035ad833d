"""Addresses of what is signed: promises and agreements."""

from django.urls import path

from agreements.agreement.views import give_notice, use_agreement
from agreements.wording.views import preview as promise_preview

from . import AGREEMENT, PROMISE, views

VERSION = "processer/<int:pk>/version/<int:version>"

urlpatterns = [
    *(
        path(
            f"processer/<int:pk>/{room}/<int:subject>/{address}/",
            view,
            {"kind": kind},
            name=kind.address(name),
        )
        for kind, room, preview in (
            (PROMISE, "lofte", promise_preview),
            (AGREEMENT, "overenskommelse", views.preview),
        )
        for address, view, name in (
            ("forhandsvisning", preview, "preview"),
            ("skicka", views.send, "send"),
        )
    ),
    path("processer/<int:pk>/overenskommelse/<int:agreement>/anvand/", use_agreement, name="use_agreement"),
    path(f"{VERSION}/saga-upp/", give_notice, name="give_notice"),
    path(f"{VERSION}/skriv-under/", views.sign, name="sign"),
    path(f"{VERSION}/ta-tillbaka/", views.withdraw, name="withdraw"),
    path(f"{VERSION}/forsegla/", views.finish, name="finish"),
    path(f"{VERSION}/lofte.pdf", views.pdf, name="pdf"),
]
