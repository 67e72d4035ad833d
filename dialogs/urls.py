"""The addresses of what citizens have said."""

from django.urls import path

from . import deeper, population, text_page
from .reuse import views as reuse
from .said import acts, workbench, writing
from .staff import views as staff

app_name = "dialogs"
urlpatterns = [
    path("<int:pk>/synpunkter/", workbench.views, name="views"),
    path("<int:pk>/synpunkter/lista.<slug:form>", workbench.views_file, name="views_file"),
    path("<int:pk>/synpunkter/sortera/", acts.sort, name="sort_views"),
    path("<int:pk>/synpunkter/sortera-alla/", acts.sort_whole, name="sort_all_views"),
    path("<int:pk>/synpunkter/sla-ihop/", acts.merge, name="merge_views"),
    path("<int:pk>/synpunkter/lamna-vidare/", acts.route_out, name="route_views"),
    path("<int:pk>/synpunkter/skriv/<int:dialog>/", writing.write, name="write_views"),
    path("<int:pk>/synpunkter/<int:view>/", acts.view, name="view"),
    path("<int:pk>/synpunkter/<int:view>/ratta/", writing.mend, name="put_view_right"),
    path("<int:pk>/synpunkter/<int:view>/dela-upp/", acts.part, name="part_view"),
    path("<int:pk>/synpunkter/<int:view>/ta-tillbaka/", acts.take_back, name="take_view_back"),
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
    path("<int:pk>/steg/problemanalys/<int:subject>/fordjupad-dialog/", deeper.order, name="order_dialog"),
    path("<int:pk>/steg/<slug:slug>/fast-grupp/", staff.appoint, name="appoint_group"),
    path("<int:pk>/steg/<slug:slug>/apt/", staff.told, name="told"),
    path(
        "<int:pk>/steg/<slug:slug>/grupp/<int:group>/",
        staff.begin_with_group,
        name="begin_with_group",
    ),
    path("<int:pk>/steg/medborgardialog/ta-med/<int:dialog>/", reuse.take_along, name="take_along"),
    path("<int:pk>/steg/medborgardialog/ta-ut/<int:dialog>/", reuse.leave_out, name="leave_out"),
    path("<int:pk>/befolkning/", population.population, name="population"),
    path("<int:pk>/steg/medborgardialog/<int:subject>/text/<slug:slug>/", text_page.text, name="text"),
    path(
        "<int:pk>/steg/medborgardialog/<int:subject>/text/<slug:slug>/andra/",
        text_page.edit,
        name="edit_text",
    ),
    path(
        "<int:pk>/steg/medborgardialog/<int:subject>/text/<slug:slug>/hamta/",
        text_page.renew,
        name="renew_text",
    ),
]
