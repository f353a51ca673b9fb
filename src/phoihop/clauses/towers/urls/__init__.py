"""Every address of the sharing of towers, below ``/kinds/towers/``."""

from django.urls import URLPattern, URLResolver

from phoihop.clauses.towers.urls import disclosure, joint, registry, sharing
from phoihop.clauses.towers.urls import map as map_urls

app_name = "towers"
urlpatterns: list[URLPattern | URLResolver] = [
    *registry.urlpatterns,
    *map_urls.urlpatterns,
    *disclosure.urlpatterns,
    *sharing.urlpatterns,
    *joint.urlpatterns,
]
