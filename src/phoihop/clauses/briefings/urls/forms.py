"""Addresses of forms of reports."""

from django.urls import URLPattern, URLResolver, path

from phoihop.clauses.briefings.views.forms import content, dimensions, heads, versions

urlpatterns: list[URLPattern | URLResolver] = [
    path("forms/", heads.form_list, name="form_list"),
    path("forms/new/", heads.form_new, name="form_new"),
    path("forms/starting-set/", heads.starting_set, name="form_starting_set"),
    path("forms/<uuid:pk>/", heads.form_detail, name="form_detail"),
    path("forms/<uuid:pk>/edit/", heads.form_edit, name="form_edit"),
    path("forms/<uuid:pk>/retire/", heads.form_retire, name="form_retire"),
    path("forms/<uuid:pk>/restore/", heads.form_restore, name="form_restore"),
    path("forms/versions/<uuid:pk>/", versions.form_version, name="form_version"),
    path("forms/versions/<uuid:pk>/preview/", versions.version_preview, name="form_preview"),
    path("forms/versions/<uuid:pk>/since/<uuid:other>/", versions.version_compare, name="form_compare"),
    path("forms/versions/<uuid:pk>/edit/", versions.version_edit, name="form_version_edit"),
    path("forms/versions/<uuid:pk>/copy/", versions.version_copy, name="form_version_copy"),
    path("forms/versions/<uuid:pk>/publish/", versions.version_publish, name="form_version_publish"),
    path("forms/versions/<uuid:pk>/withdraw/", versions.version_withdraw, name="form_version_withdraw"),
    path("forms/versions/<uuid:pk>/remove/", versions.version_remove, name="form_version_remove"),
    path("forms/versions/<uuid:pk>/sections/new/", content.section_new, name="form_section_new"),
    path("forms/versions/<uuid:pk>/rules/new/", content.rule_new, name="form_rule_new"),
    path("forms/sections/<uuid:pk>/edit/", content.section_edit, name="form_section_edit"),
    path("forms/sections/<uuid:pk>/indicators/new/", content.indicator_new, name="indicator_new"),
    path("forms/indicators/<uuid:pk>/edit/", content.indicator_edit, name="indicator_edit"),
    path("forms/rules/<uuid:pk>/edit/", content.rule_edit, name="form_rule_edit"),
    path("forms/parts/<slug:kind>/<uuid:pk>/remove/", content.part_remove, name="form_part_remove"),
    path("forms/parts/<slug:kind>/<uuid:pk>/move/<slug:direction>/", content.part_move, name="form_part_move"),
    path("forms/parts/<slug:kind>/<uuid:pk>/order/", content.part_order, name="form_part_order"),
    path("forms/dimensions/", dimensions.dimension_list, name="dimension_list"),
    path("forms/dimensions/new/", dimensions.dimension_new, name="dimension_new"),
    path("forms/dimensions/<uuid:pk>/", dimensions.dimension_detail, name="dimension_detail"),
    path("forms/dimensions/<uuid:pk>/edit/", dimensions.dimension_edit, name="dimension_edit"),
    path("forms/dimensions/<uuid:pk>/remove/", dimensions.dimension_remove, name="dimension_remove"),
    path("forms/dimensions/<uuid:pk>/units/", dimensions.dimension_units, name="dimension_units"),
    path("forms/dimensions/<uuid:pk>/values/new/", dimensions.code_new, name="dimension_code_new"),
    path("forms/values/<uuid:pk>/edit/", dimensions.code_edit, name="dimension_code_edit"),
    path("forms/values/<uuid:pk>/remove/", dimensions.code_remove, name="dimension_code_remove"),
]
