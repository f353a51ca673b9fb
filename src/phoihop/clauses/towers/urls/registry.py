"""Addresses: registry."""

from django.urls import URLPattern, path

from phoihop.clauses.towers.views.registry import codes, exports, figures, lists, masts, tenants

urlpatterns: list[URLPattern] = [
    path("masts/", lists.mast_list, name="mast_list"),
    path("masts/rented/", lists.rented_list, name="rented_list"),
    path("masts/new/", masts.site_new, name="site_new"),
    path("masts/export/<str:form>/", exports.registry_export, name="registry_export"),
    path("masts/confirm/<uuid:pk>/", lists.registry_confirm, name="registry_confirm"),
    path("masts/<uuid:pk>/", masts.mast_detail, name="mast_detail"),
    path("masts/<uuid:pk>/edit/", masts.mast_edit, name="mast_edit"),
    path("masts/<uuid:pk>/site/", masts.site_edit, name="site_edit"),
    path("masts/<uuid:pk>/beside/", masts.mast_new, name="mast_new"),
    path("masts/<uuid:pk>/use/", masts.mast_use, name="mast_use"),
    path("masts/<uuid:pk>/take-down/", masts.mast_take_down, name="mast_take_down"),
    path("masts/<uuid:pk>/delete/", masts.mast_delete, name="mast_delete"),
    path("masts/<uuid:pk>/bands/", masts.band_new, name="band_new"),
    path("masts/<uuid:pk>/tenancies/", tenants.tenancy_new, name="tenancy_new"),
    path("masts/<uuid:pk>/files/", tenants.file_new, name="file_new"),
    path("bands/<uuid:pk>/remove/", masts.band_remove, name="band_remove"),
    path("tenancies/<uuid:pk>/edit/", tenants.tenancy_edit, name="tenancy_edit"),
    path("tenancies/<uuid:pk>/end/", tenants.tenancy_end, name="tenancy_end"),
    path("tenancies/<uuid:pk>/stations/", tenants.station_new, name="station_new"),
    path("stations/<uuid:pk>/remove/", tenants.station_remove, name="station_remove"),
    path("site-files/<uuid:pk>/remove/", tenants.file_remove, name="file_remove"),
    path("figures/", figures.figures, name="figures"),
    path("codes/", codes.codes_page, name="codes"),
    path("codes/samples/", codes.samples_load, name="samples_load"),
    path("codes/classes/new/", codes.class_new, name="class_new"),
    path("codes/classes/<uuid:pk>/", codes.class_edit, name="class_edit"),
    path("codes/rules/new/", codes.rule_new, name="rule_new"),
    path("codes/rules/<uuid:pk>/", codes.rule_edit, name="rule_edit"),
    path("codes/rules/<uuid:pk>/remove/", codes.rule_remove, name="rule_remove"),
    path("codes/zones/new/", codes.zone_new, name="zone_new"),
    path("codes/zones/<uuid:pk>/", codes.zone_edit, name="zone_edit"),
    path("codes/zones/<uuid:pk>/remove/", codes.zone_remove, name="zone_remove"),
    path("codes/targets/", codes.target_set, name="target_set"),
]
