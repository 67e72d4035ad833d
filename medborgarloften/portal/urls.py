"""Addresses of the pages over all apps."""

from django.urls import path

from . import archive, debts, decisions, method_page, people, stand_ins, views, words
from .law import views as law
from .round_file import pages as round_file
from .thread import views as thread

app_name = "portal"

urlpatterns = [
    path("", views.start, name="start"),
    path("sa-hanger-det-ihop/", method_page.how_it_hangs_together, name="method"),
    path("att-godkanna/", views.approvals, name="approvals"),
    path("aterkopplingsskuld/", debts.debts, name="debts"),
    path("aterkopplingsskuld/lista.<slug:form>", debts.debts_file, name="debts_file"),
    path("processer/<int:pk>/roda-traden/", thread.thread, name="thread"),
    path("processer/<int:pk>/lofte/<int:promise>/roda-traden.pdf", thread.annex, name="thread_pdf"),
    path("processer/<int:pk>/arkivpaket/", archive.package, name="archive"),
    path("processer/<int:pk>/fil/", round_file.download, name="round_file"),
    path("processer/las-in/", round_file.upload, name="import_round"),
    path("processer/las-in/<slug:digest>/", round_file.preview, name="import_preview"),
    path("processer/<int:pk>/kommunens-underlag/", law.law, name="law"),
    path("processer/<int:pk>/kommunens-underlag/<slug:document>/", law.paper, name="law_paper"),
    path("processer/<int:pk>/kommunens-underlag/<slug:document>.pdf", law.pdf, name="law_pdf"),
    path("anvandare/", people.people, name="people"),
    path("anvandare/lista.<slug:form>", people.people_file, name="people_file"),
    path("anvandare/bjud-in/", people.invite, name="invite"),
    path("anvandare/<int:pk>/", people.person, name="person"),
    path("ersattare/", stand_ins.stand_ins, name="stand_ins"),
    path("ersattare/utse/<int:pk>/", stand_ins.appoint, name="appoint"),
    path("ersattare/<int:pk>/avsluta/", stand_ins.end_stand_in, name="end_stand_in"),
    path("processer/<int:pk>/lamna-over/", stand_ins.hand_over, name="hand_over"),
    path("inriktningsbeslut/", decisions.decisions, name="decisions"),
    path("inriktningsbeslut/<int:region>/nytt/", decisions.add_decision, name="add_decision"),
    path("inriktningsbeslut/beslut/<int:pk>/", decisions.decision, name="decision"),
    path("inriktningsbeslut/beslut/<int:pk>/fil/", decisions.decision_file, name="decision_file"),
    path("listor/", words.words, name="words"),
    path("listor/ord/<int:pk>/", words.word, name="word"),
    path("listor/ord/<int:pk>/bruk/", words.retire_word, name="retire_word"),
    path("listor/<slug:words>/nytt/", words.add_word, name="add_word"),
    path("anvandare/roll/<int:pk>/avsluta/", people.end_role, name="end_role"),
]
