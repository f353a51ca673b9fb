"""Addresses: map."""

from django.urls import URLPattern, path

from phoihop.clauses.towers.views import map as views

urlpatterns: list[URLPattern] = [
    path("map/", views.map_page, name="map"),
    path("map/tiles/<int:zoom>/<int:x>/<int:y>.mvt", views.map_tile, name="map_tile"),
]
