"""The frame, signing in, and one's own security; libraries guard their own views."""

# visitor, officer, director, clerk, auditor; VNPT, its rival Viettel; another department, keeper: GET, then POST
TABLE = """
# address                            row               VODCANTXK VODCANTXK
home                                                   >........ xxxxxxxxx
set_language                                           xxxxxxxxx >>>>>>>>>
account_login                                          .>>>>>>>> .>>>>>>>>
account_logout                                         >........ >>>>>>>>>
account_inactive                                       ......... xxxxxxxxx
account_reauthenticate                                 >........ >........
account_change_password                                >........ >........
account_set_password                                   >>>>>>>>> >>>>>>>>>
account_reset_password                                 ......... .........
account_reset_password_done                            ......... xxxxxxxxx
account_reset_password_from_key      reset             ......... .........
account_reset_password_from_key_done                   ......... xxxxxxxxx
mfa_index                                              >........ >xxxxxxxx
mfa_authenticate                                       >>>>>>>>> >>>>>>>>>
mfa_reauthenticate                                     >>>>>>>>> >>>>>>>>>
mfa_activate_totp                                      >>>>>>>>> >>>>>>>>>
mfa_deactivate_totp                                    >-------- >--------
mfa_view_recovery_codes                                >-------- >xxxxxxxx
mfa_generate_recovery_codes                            >>>>>>>>> >>>>>>>>>
mfa_download_recovery_codes                            >-------- >--------
mfa_list_webauthn                                      >........ >xxxxxxxx
mfa_add_webauthn                                       >>>>>>>>> >>>>>>>>>
mfa_reauthenticate_webauthn                            >>>>>>>>> >>>>>>>>>
mfa_remove_webauthn                  key               >>>>>>>>> >>>>>>>>>
mfa_edit_webauthn                    key               >>>>>>>>> >>>>>>>>>
mfa_login_webauthn                                     >>>>>>>>> >>>>>>>>>
usersessions_list                                      >........ >>>>>>>>>
"""
