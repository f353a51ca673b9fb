"""Addresses: the director's page; a person's first page stands at the root."""

from django.urls import URLPattern, path

from phoihop.programme.views.home import overview

urlpatterns: list[URLPattern] = [
    path("programmes/<uuid:programme_pk>/overview/", overview, name="overview"),
]
