"""Addresses of pooled tables."""

from django.urls import URLPattern, URLResolver, path

from phoihop.clauses.briefings.views import pooled as views

urlpatterns: list[URLPattern | URLResolver] = [
    path("pooled/", views.pooled_list, name="pooled_list"),
    path("pooled/rules/", views.pooled_rules, name="pooled_rules"),
    path("pooled/make/<uuid:round_pk>/", views.pooled_make, name="pooled_make"),
    path("pooled/<uuid:pk>/", views.pooled_detail, name="pooled_detail"),
    path("pooled/<uuid:pk>/table.<str:kind>", views.pooled_export, name="pooled_export"),
    path("pooled/<uuid:pk>/publish/", views.pooled_publish, name="pooled_publish"),
    path("pooled/<uuid:pk>/withdraw/", views.pooled_withdraw, name="pooled_withdraw"),
]
