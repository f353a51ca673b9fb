"""Addresses: the director's page; a person's first page stands at the root."""

from django.urls import URLPattern, path

from phoihop.programme.views.home import due_list, overview

urlpatterns: list[URLPattern] = [
    path("due/", due_list, name="due_list"),
    path("programmes/<uuid:programme_pk>/overview/", overview, name="overview"),
]
