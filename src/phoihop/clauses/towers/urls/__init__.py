"""Every address of the sharing of towers, below ``/kinds/towers/``."""

from django.urls import URLPattern, URLResolver

from phoihop.clauses.towers.urls import registry

app_name = "towers"
urlpatterns: list[URLPattern | URLResolver] = [
    *registry.urlpatterns,
]
