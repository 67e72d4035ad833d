"""The addresses of a round: Swedish paths, English names."""

from django.urls import path

from .views import (
    accepting,
    attachments,
    causes,
    deciding,
    documents,
    drafts,
    edit,
    evidence,
    history,
    meeting,
    order,
    rounds,
    sharing,
    step,
)

app_name = "processes"

UNDER = "<int:pk>/steg/<slug:slug>/<int:subject>/"

urlpatterns = [
    path("", rounds.rounds, name="rounds"),
    path("ny/", rounds.start, name="start"),
    path("utkast/", drafts.draft, name="draft"),
    path("utkast/slang/", drafts.drop_draft, name="drop_draft"),
    path("<int:pk>/", rounds.overview, name="overview"),
    path("<int:pk>/tidslinje/", history.history, name="timeline"),
    path("<int:pk>/bekrafta/", rounds.confirm, name="confirm"),
    path("<int:pk>/steg/<slug:slug>/", step.step, name="step"),
    path("<int:pk>/steg/<slug:slug>/ny/", edit.create, name="create"),
    path(UNDER, step.subject, name="subject"),
    path(f"{UNDER}del/<slug:section>/", edit.edit, name="edit"),
    path(f"{UNDER}del/<slug:section>/ny/", edit.add_row, name="add_row"),
    path(f"{UNDER}del/<slug:section>/<int:row>/", edit.edit_row, name="edit_row"),
    path(f"{UNDER}del/<slug:section>/<int:row>/ta-bort/", edit.remove_row, name="remove_row"),
    path("<int:pk>/steg/problemanalys/<int:subject>/varfor/", causes.ask, name="why"),
    path(f"{UNDER}ordning/", order.use_order, name="use_order"),
    path(f"{UNDER}mote/", meeting.meeting, name="meeting"),
    path(f"{UNDER}mote/anteckningar/", meeting.meeting_minutes, name="meeting_minutes"),
    path(f"{UNDER}mote/<slug:section>/", meeting.meeting_save, name="meeting_save"),
    path(f"{UNDER}mote/<slug:section>/<int:row>/", meeting.meeting_save, name="meeting_save"),
    path(f"{UNDER}beslut/<slug:gate>/", deciding.decide, name="decide"),
    path(f"{UNDER}aterlamna/", deciding.send_back, name="send_back"),
    path(f"{UNDER}oppna-igen/", deciding.reopen, name="reopen"),
    path(f"{UNDER}checklista/", evidence.tick, name="tick"),
    path(f"{UNDER}bedomning/", evidence.judge, name="judge"),
    path(f"{UNDER}avvikelse/", evidence.deviate, name="deviate"),
    path(f"{UNDER}avvikelse/<int:deviation>/aterta/", evidence.withdraw, name="withdraw"),
    path(f"{UNDER}aterkoppling/", evidence.feedback, name="feedback"),
    path(f"{UNDER}aterkoppling/<int:feedback>/", evidence.feedback, name="edit_feedback"),
    path(f"{UNDER}nytt-underlag/", deciding.acknowledge, name="acknowledge"),
    path("<int:pk>/delat/", sharing.shared, name="shared"),
    path("<int:pk>/delat/<int:handover>/", sharing.shared_copy, name="shared_copy"),
    path(f"{UNDER}dela/", sharing.share, name="share"),
    path(f"{UNDER}bilaga/", attachments.attach, name="attach"),
    path(f"{UNDER}dokument/<slug:document>/", documents.document, name="document"),
    path(f"{UNDER}dokument/<slug:document>.<slug:form>", documents.download, name="download"),
    path("<int:pk>/ataganden/", accepting.accept, name="accept"),
    path("<int:pk>/ataganden/<int:share>/ta-tillbaka/", accepting.take_back, name="take_back"),
    path("<int:pk>/bilaga/<int:attachment>/", attachments.attachment, name="attachment"),
]
