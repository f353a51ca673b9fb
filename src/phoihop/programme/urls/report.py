"""Addresses: reports and commendations."""

from django.urls import URLPattern, path

from phoihop.programme.views.report import commendations, pages, steps

urlpatterns: list[URLPattern] = [
    path("programmes/<uuid:programme_pk>/reports/", pages.report_list, name="report_list"),
    path("programmes/<uuid:programme_pk>/reports/gather/", steps.gather, name="report_gather"),
    path("reports/<uuid:pk>/", pages.report_detail, name="report_detail"),
    path("reports/<uuid:pk>/data.json", pages.report_data, name="report_data"),
    path("reports/<uuid:pk>/remarks/", steps.remarks, name="report_remarks"),
    path("reports/<uuid:pk>/circulate/", steps.circulate, name="report_circulate"),
    path("reports/<uuid:pk>/answer/", steps.answer, name="report_answer"),
    path("reports/<uuid:pk>/resolve/<uuid:party_pk>/", steps.resolve, name="report_resolve"),
    path("reports/<uuid:pk>/freeze/", steps.freeze, name="report_freeze"),
    path("reports/<uuid:pk>/addendum/", steps.addendum, name="report_addendum"),
    path("reports/<uuid:pk>/paper/", steps.paper, name="report_paper"),
    path("reports/<uuid:pk>/commendations/", commendations.propose, name="commendation_propose"),
    path("reports/<uuid:pk>/commendations/figures/", commendations.from_figures, name="commendation_from_figures"),
    path("commendations/<uuid:pk>/<str:decision>/", commendations.decide, name="commendation_decide"),
]
