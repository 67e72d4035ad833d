"""Addresses of what is public, and of the ones who make it so."""

from django.urls import path

from . import accessibility, account_views, data_views, public_views

PROMISE = "loften/<slug:slug>/"
urlpatterns = [
    path("processer/<int:pk>/lofte/<int:promise>/laget/", account_views.account, name="account"),
    path("processer/<int:pk>/lofte/<int:promise>/laget/far-publiceras/", account_views.clear, name="clear"),
    path(
        "processer/<int:pk>/lofte/<int:promise>/laget/publicera/",
        account_views.publish,
        name="publish_account",
    ),
    path("loften/", public_views.promises, name="public_promises"),
    path("loften/flode.xml", data_views.feed, name="public_feed"),
    path("loften/kommun/<slug:municipality>/flode.xml", data_views.feed_of, name="public_feed_of"),
    path("loften/loften.json", data_views.promises_json, name="public_json"),
    path("loften/loften.csv", data_views.promises_csv, name="public_csv"),
    path("loften/data.rdf", data_views.dcat, name="dcat"),
    path("oppna-data/", data_views.data, name="data"),
    path(PROMISE, public_views.promise, name="public_promise"),
    path(f"{PROMISE}lofte.pdf", public_views.pdf, name="public_pdf"),
    path(f"{PROMISE}lofte.json", data_views.promise_json, name="public_promise_json"),
    path(f"{PROMISE}flode.xml", data_views.feed_of_promise, name="public_feed_of_promise"),
    path(f"{PROMISE}bild/<slug:digest>.jpg", public_views.picture, name="public_picture"),
    path(f"{PROMISE}badda-in/", public_views.embed, name="public_embed"),
    path(f"{PROMISE}laget/<int:number>/", public_views.account, name="public_account"),
    path(f"{PROMISE}version/<int:number>/", public_views.version, name="public_version"),
    path(f"{PROMISE}version/<int:number>/lofte.pdf", public_views.pdf, name="public_version_pdf"),
    path("tillganglighet/", accessibility.statement, name="accessibility"),
    path("tillganglighet/inkommet/", accessibility.reports, name="accessibility_reports"),
    path("sitemap.xml", data_views.sitemap, name="sitemap"),
    path("robots.txt", data_views.robots, name="robots"),
]
