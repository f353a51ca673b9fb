"""Addresses: days."""

from django.urls import URLPattern, path

from phoihop.programme.views import days

urlpatterns: list[URLPattern] = [
    path("days/", days.day_list, name="day_list"),
    path("days/new/", days.day_new, name="day_new"),
    path("days/<uuid:pk>/edit/", days.day_edit, name="day_edit"),
    path("days/<uuid:pk>/remove/", days.day_remove, name="day_remove"),
]
