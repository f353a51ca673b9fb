"""Addresses: disclosure."""

from django.urls import URLPattern, path

from phoihop.clauses.towers.views import disclosure as views

urlpatterns: list[URLPattern] = [
    path("disclosures/", views.disclosure_list, name="disclosure_list"),
    path("disclosures/new/", views.disclosure_new, name="disclosure_new"),
    path("disclosures/log/", views.disclosure_log, name="disclosure_log"),
    path("disclosures/limits/<uuid:pk>/", views.disclosure_terms, name="disclosure_terms"),
    path("disclosures/<uuid:pk>/", views.disclosure_detail, name="disclosure_detail"),
]
