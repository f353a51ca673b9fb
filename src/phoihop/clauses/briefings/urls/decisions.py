"""Addresses of decisions and tasks."""

from django.urls import URLPattern, URLResolver, path

from phoihop.clauses.briefings.views import decisions as views

urlpatterns: list[URLPattern | URLResolver] = [
    path("decisions/", views.decision_list, name="decision_list"),
    path("decisions/new/<uuid:programme_pk>/", views.decision_new, name="decision_new"),
    path("decisions/<uuid:pk>/", views.decision_detail, name="decision_detail"),
    path("decisions/<uuid:pk>/edit/", views.decision_edit, name="decision_edit"),
    path("decisions/<uuid:pk>/report/", views.decision_report, name="decision_report"),
    path("decisions/<uuid:pk>/done/", views.decision_done, name="decision_done"),
    path("decisions/<uuid:pk>/reopen/", views.decision_reopen, name="decision_reopen"),
    path("decisions/<uuid:pk>/drop/", views.decision_drop, name="decision_drop"),
]
