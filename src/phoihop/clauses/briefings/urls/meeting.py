"""Addresses of the briefing, its agenda and who comes."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
