"""Every address of the product."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from phoihop.base.access import PUBLIC, open_urls
from phoihop.config import views
from phoihop.programme.kinds import all_kinds
from phoihop.programme.views.home import home


def _library(route: str, module: str) -> URLResolver:
    """Addresses of a library whose views guard themselves."""
    resolver = path(route, include(module))
    open_urls(PUBLIC, resolver.url_patterns)
    return resolver


urlpatterns: list[URLPattern | URLResolver] = [
    path("", home, name="home"),
    path("language/", views.set_language, name="set_language"),
    _library("account/", "phoihop.people.account_urls"),
    path("", include("phoihop.base.urls")),
    path("", include("phoihop.people.urls")),
    path("papers/", include("phoihop.papers.urls")),
    path("notices/", include("phoihop.notices.urls")),
    path("", include("phoihop.programme.urls")),
    *[path(f"kinds/{kind.code}/", include(kind.urls)) for kind in all_kinds() if kind.urls],
]
handler400 = "phoihop.config.views.bad_request"
handler403 = "phoihop.config.views.forbidden"
handler404 = "phoihop.config.views.not_found"
handler429 = "phoihop.config.views.too_many"  # allauth looks for it
handler500 = "phoihop.config.views.server_error"
