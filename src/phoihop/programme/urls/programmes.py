"""Addresses: programmes."""

from django.urls import URLPattern, path

from phoihop.programme.views import programmes

urlpatterns: list[URLPattern] = [
    path("programmes/", programmes.programme_list, name="programme_list"),
    path("programmes/new/", programmes.programme_new, name="programme_new"),
    path("programmes/<uuid:pk>/", programmes.programme_detail, name="programme_detail"),
    path("programmes/<uuid:pk>/edit/", programmes.programme_edit, name="programme_edit"),
    path("programmes/<uuid:pk>/participants/new/", programmes.programme_join, name="programme_join"),
    path("programmes/<uuid:pk>/leave/<uuid:party_pk>/", programmes.programme_leave, name="programme_leave"),
]
