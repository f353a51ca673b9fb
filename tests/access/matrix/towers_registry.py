"""The tower registry; its rows are VNPT's, with Post as the tenant of a mast."""

# visitor, officer, director, clerk, auditor; VNPT, its rival Viettel; another department, keeper: GET, then POST
TABLE = """
# address                  row             VODCANTXK VODCANTXK
towers:mast_list                           >.......# >xxxxxxx#
towers:rented_list                         >.......# >xxxxxxx#
towers:site_new                            >####..## >####!!##
towers:registry_export     export          >xx##xxx# >..##...#
towers:registry_confirm    vnpt            >####xx## >####>-##
towers:mast_detail         mast            >.....--# >xxxxxxx#
towers:mast_edit           mast            >####.-## >####!-##
towers:site_edit           mast            >####.-## >####!-##
towers:mast_new            mast            >####.-## >####!-##
towers:mast_use            planned_mast    >####.-## >####!-##
towers:mast_take_down      planned_mast    >####.-## >####!-##
towers:mast_delete         planned_mast    >####xx## >####>-##
towers:band_new            mast            >####.-## >####!-##
towers:tenancy_new         mast            >####.-## >####!-##
towers:file_new            mast            >####.-## >####!-##
towers:band_remove         band            >####xx## >####>-##
towers:tenancy_edit        tenancy         >####.-## >####>-##
towers:tenancy_end         tenancy         >####.-## >####!-##
towers:veto_new            open_mast       >####.-## >####!-##
towers:veto_list                           >.......# >xxxxxxx#
towers:veto_review         veto            >..####-# >!!####-#
towers:veto_withdraw       veto            >####xx## >####>-##
towers:tenancy_change      agreed_tenancy  >####.-## >####!-##
towers:tenancy_change_agree change_asked   >####xx## >####>-##
towers:tenancy_change_decline change_asked >####.-## >####!-##
towers:tenancy_change_withdraw change_own  >####xx## >####>-##
towers:station_new         own_tenancy     >####.-## >####!-##
towers:station_remove      station         >####xx## >####>-##
towers:file_remove         site_file       >####xx## >####>-##
towers:import_new                          >####..## >####!!##
towers:import_sample                       >####..## >####xx##
towers:import_detail       mast_sheet      >####.-## >####xx##
towers:import_columns      mast_sheet      >####xx## >####>-##
towers:import_commit       mast_sheet      >####xx## >####>-##
towers:import_again        mast_sheet      >####xx## >####>-##
towers:import_discard      mast_sheet      >####xx## >####>-##
towers:import_errors       mast_sheet      >####.-## >####xx##
towers:duplicates                          >####..## >####xx##
towers:site_merge          site_merge      >####xx## >####>-##
towers:figures                             >.......# >xxxxxxx#
towers:codes                               >.......# >xxxxxxx#
towers:unit_list                           >#######. >#######!
towers:samples_load                        >xx####x# >>>####>#
towers:class_new                           >..####.# >!!####!#
towers:class_edit          mast_class      >..####.# >!!####!#
towers:rule_new                            >..####.# >!!####!#
towers:rule_edit           rule            >..####-# >!!####-#
towers:rule_remove         rule            >xx####x# >>>####-#
towers:zone_new                            >..####.# >!!####!#
towers:zone_edit           zone            >..####-# >!!####-#
towers:zone_remove         zone            >xx####x# >>>####-#
towers:target_set                          >..####.# >!!####!#
base:file                  site_stored     >.....--- >xxxxxxxx
"""
