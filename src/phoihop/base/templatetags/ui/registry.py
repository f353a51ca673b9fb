"""The library that the tags and filters of every page join."""

from django import template

register = template.Library()
