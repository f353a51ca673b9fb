"""Addresses of parties and people."""

from django.conf import settings
from django.urls import URLPattern, path

from phoihop.people.views import accounts, demo, invitations, parties, people

app_name = "people"
urlpatterns: list[URLPattern] = [
    path("parties/", parties.party_list, name="party_list"),
    path("parties/new/", parties.party_new, name="party_new"),
    path("parties/<uuid:pk>/", parties.party_detail, name="party_detail"),
    path("parties/<uuid:pk>/edit/", parties.party_edit, name="party_edit"),
    path("parties/<uuid:pk>/edit/<slug:part>/", parties.party_part, name="party_part"),
    path("parties/<uuid:pk>/succeed/", parties.party_succeed, name="party_succeed"),
    path("parties/<uuid:party_pk>/people/", people.people, name="people"),
    path("parties/<uuid:party_pk>/people/invite/", invitations.invite, name="invite"),
    path("parties/<uuid:party_pk>/people/<uuid:user_pk>/hand-over/", people.handover_new, name="handover_new"),
    path("handovers/<uuid:pk>/", people.handover, name="handover"),
    path("memberships/<uuid:pk>/", people.membership_edit, name="membership_edit"),
    path("memberships/<uuid:pk>/end/", people.membership_end, name="membership_end"),
    path("invitations/<uuid:pk>/resend/", invitations.invitation_resend, name="invitation_resend"),
    path("invitations/<uuid:pk>/withdraw/", invitations.invitation_withdraw, name="invitation_withdraw"),
    path("invitation/<str:token>/", invitations.invitation_accept, name="invitation_accept"),
    path("profile/", accounts.profile, name="profile"),
    path("profile/data.json", accounts.own_data, name="own_data"),
    path("accounts/", accounts.accounts, name="accounts"),
    path("accounts/departments/new/", accounts.regulator_new, name="regulator_new"),
    path("accounts/<uuid:pk>/disable/", accounts.account_disable, name="account_disable"),
    path("accounts/<uuid:pk>/enable/", accounts.account_enable, name="account_enable"),
]
if settings.DEMO:
    urlpatterns += [
        path("demo/", demo.demo, name="demo"),
        path("demo/<uuid:pk>/", demo.demo_sign_in, name="demo_sign_in"),
    ]
