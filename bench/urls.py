"""The product's addresses and one bare page: a list of 25 rows by the same template engine and middleware."""

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

from phoihop.base.access import PUBLIC, open_to
from phoihop.config.urls import urlpatterns as product

BARE = engines["django"].from_string(
    "<!doctype html><html lang='vi'><head><title>bare</title></head><body><h1>Bare</h1>"
    "<table>"
    "{% for row in rows %}<tr><td>{{ row.pk }}</td><td>{{ row.title }}</td>"
    "<td>{{ row.starts_at }}</td></tr>{% endfor %}"
    "</table></body></html>"
)


@open_to(PUBLIC)
def bare(request: HttpRequest) -> HttpResponse:
    """One query, 25 rows."""
    from phoihop.programme.models import Activity  # noqa: PLC0415

    return HttpResponse(BARE.render({"rows": Activity.objects.all()[:25]}, request))


urlpatterns = [path("bare/", bare), *product]
